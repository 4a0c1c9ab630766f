"""CODEOWNERS: whose line counts, and what is no owner."""

from __future__ import annotations

import pytest

from folkmoot.govern.roles.forms import form_of
from folkmoot.govern.roles.forms.codeowners import FORM, Rule, rules_of
from govern.roles.reading import read, said


def test_a_later_line_without_owners_takes_them_away() -> None:
    assert rules_of("* @ada\n/generated\n") == [Rule(1, "*", ("@ada",)), Rule(2, "/generated", ())]


def test_comments_and_empty_lines_are_no_rules_and_lines_are_counted_with_them() -> None:
    text = "# head\n\n*.py @ada # the snakes\n  # more\n/a#b @bob\n"
    assert rules_of(text) == [Rule(3, "*.py", ("@ada",)), Rule(5, "/a#b", ("@bob",))]


def test_an_escaped_space_belongs_to_the_path() -> None:
    assert rules_of("/my\\ docs/ @ada\n") == [Rule(1, "/my docs/", ("@ada",))]


@pytest.mark.parametrize("heading", ["[Docs]", "^[Docs]", "[Docs][3]", "[The Docs]"])
def test_a_section_without_defaults_ends_those_of_the_one_before(heading: str) -> None:
    rules = rules_of(f"[Code] @ada @bob\n/src\n{heading}\n/docs\n/guide @cleo\n")
    assert [rule.owners for rule in rules] == [("@ada", "@bob"), (), ("@cleo",)]


@pytest.mark.parametrize(
    "path",
    [
        "CODEOWNERS", ".github/CODEOWNERS", ".gitlab/CODEOWNERS", ".gitea/CODEOWNERS", ".forgejo/CODEOWNERS",
        ".bitbucket/CODEOWNERS", "docs/CODEOWNERS",
    ],
)  # fmt: skip
def test_where_forges_look_for_it(path: str) -> None:
    assert form_of(path) is FORM


@pytest.mark.parametrize("path", ["src/CODEOWNERS", "CODEOWNERS.md", ".github/codeowners", "MYCODEOWNERS"])
def test_where_they_do_not(path: str) -> None:
    assert form_of(path) is not FORM


@pytest.mark.parametrize(
    ("there", "counts"),
    [
        (["docs/CODEOWNERS", "CODEOWNERS"], "CODEOWNERS"),
        ([".gitlab/CODEOWNERS", ".github/CODEOWNERS"], ".github/CODEOWNERS"),
        (["docs/CODEOWNERS"], "docs/CODEOWNERS"),
    ],
)
def test_only_the_first_place_counts(there: list[str], counts: str) -> None:
    assert list(FORM.in_force(there)) == [counts]
    assert list(FORM.in_force([])) == []


def test_what_is_no_owner_is_named_and_the_others_count() -> None:
    reading = read("CODEOWNERS", "* @ada bob @-x- cleo@example.org\n")
    assert [who for _, _, who, _ in said(reading)] == ["ada", "cleo@example.org"]
    assert [str(each.what) for each in reading.problems] == ["'bob' is no owner.", "'@-x-' is no owner."]
    assert not reading.is_broken
