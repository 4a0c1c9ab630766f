"""OWNERS and OWNERS_ALIASES of Kubernetes and its family, and Chromium's dialect of lines."""

from __future__ import annotations

import pytest

from folkmoot.govern.roles.forms import form_of
from folkmoot.govern.roles.forms.owners import FORM
from govern.roles.reading import read, said


@pytest.mark.parametrize(
    ("key", "role"),
    [
        ("approvers", "approver"),
        ("reviewers", "reviewer"),
        ("required_reviewers", "required reviewer"),
        ("emeritus_approvers", "emeritus approver"),
        ("emeritus_reviewers", "emeritus reviewer"),
        ("maintainers", "maintainer"),
        ("assignees", "assignee"),
    ],
)
def test_each_list_is_a_role(key: str, role: str) -> None:
    assert said(read("OWNERS", f"{key}:\n- Ada\n")) == [(role, "", "ada", 2)]


def test_other_keys_give_nobody_a_role() -> None:
    assert said(read("OWNERS", "labels:\n- sig/docs\noptions:\n  no_parent_owners: true\n")) == []


@pytest.mark.parametrize("path", ["OWNERS", "a/b/OWNERS", "archive.d/OWNERS", "deep/down/archive/OWNERS"])
def test_where_owners_are_read(path: str) -> None:
    assert form_of(path) is FORM


@pytest.mark.parametrize(
    "path",
    [
        "vendor/a/OWNERS", "third_party/a/OWNERS", "node_modules/a/OWNERS", "OWNERS.md", "MYOWNERS",
        "archive/OWNERS", "archived/a/OWNERS", "attic/OWNERS", "graveyard/OWNERS", "a/b/retired/OWNERS",
        "a/attic/OWNERS",
    ],
)  # fmt: skip
def test_what_belongs_to_others_or_was_laid_down_gives_nobody_a_role(path: str) -> None:
    assert form_of(path) is not FORM


def test_an_empty_file_is_no_error() -> None:
    for text in ("", "# nobody yet\n"):
        reading = read("OWNERS", text)
        assert (reading.listings, reading.problems, reading.is_broken) == ([], [], False)


def test_filters_at_the_top_have_no_slash_before_them() -> None:
    text = "filters:\n  '.*':\n    approvers: [ada]\n  'go\\.mod$':\n    reviewers: [bob]\n"
    assert [(role, scope) for role, scope, _, _ in said(read("OWNERS", text))] == [
        ("approver", ""), ("reviewer", "go\\.mod$"),
    ]  # fmt: skip


def test_lists_and_filters_of_one_file_both_count() -> None:
    text = "approvers: [ada]\nfilters:\n  '\\.md$':\n    approvers: [bob]\n"
    assert [(scope, who) for _, scope, who, _ in said(read("a/OWNERS", text))] == [
        ("a", "ada"), ("a/\\.md$", "bob"),
    ]  # fmt: skip


def test_filters_of_another_kind_are_passed_over() -> None:
    assert said(read("OWNERS", "approvers: [ada]\nfilters: [x]\n")) == [("approver", "", "ada", 1)]
    assert said(read("OWNERS", "filters:\n  '.*': [ada]\n")) == []


def test_an_entry_that_is_called_like_a_group_is_one() -> None:
    reading = read("OWNERS", "approvers:\n- sig-docs-leads\n- ada\n- acme/team\n")
    assert [(each.holder.key, each.holder.is_group) for each in reading.listings] == [
        ("sig-docs-leads", True), ("ada", False), ("acme/team", True),
    ]  # fmt: skip


def test_an_alias_has_members_with_their_lines() -> None:
    text = "aliases:\n  docs-leads:\n    - ada\n  empty:\n  web-leads: [bob, cleo]\n"
    assert said(read("OWNERS_ALIASES", text)) == [
        ("member of alias", "docs-leads", "ada", 3),
        ("member of alias", "web-leads", "bob", 5),
        ("member of alias", "web-leads", "cleo", 5),
    ]


@pytest.mark.parametrize("text", ["aliases: [ada]\n", "- ada\n", "other: {x: [ada]}\n", ""])
def test_aliases_of_another_kind_name_nobody(text: str) -> None:
    reading = read("OWNERS_ALIASES", text)
    assert (reading.listings, reading.is_broken) == ([], False)


def test_aliases_that_are_no_yaml_are_broken() -> None:
    reading = read("OWNERS_ALIASES", "aliases: {x: [ada\n")
    assert reading.is_broken
    assert reading.problems[0].hint.startswith("correct the YAML")


LINES = """\
# Who owns the net
ada@example.org  # leads
*
per-file *.md,*.rst = bob@example.org,cleo@example.org
per-file BUILD=*
file:/other/OWNERS
set noparent
"""


def test_addresses_in_lines_approve() -> None:
    assert said(read("net/OWNERS", LINES)) == [
        ("approver", "net", "ada@example.org", 2),
        ("approver", "net/*.md,*.rst", "bob@example.org", 4),
        ("approver", "net/*.md,*.rst", "cleo@example.org", 4),
    ]


def test_at_the_top_files_have_no_folder_before_them() -> None:
    assert said(read("OWNERS", "per-file *.md=bob@example.org\n")) == [
        ("approver", "*.md", "bob@example.org", 1)
    ]


def test_one_line_of_another_kind_makes_it_yaml() -> None:
    assert read("OWNERS", "ada@example.org\nnobody in particular\n").is_broken
