"""README: who stands in a section that is called as a role, and whoever does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.govern.roles.forms import form_of
from folkmoot.govern.roles.history import terms
from folkmoot.govern.roles.roster import current, files_in_force, names_somebody, read_roster
from folkmoot.sources.git.repository import open_repository
from govern.roles.reading import read, said
from sources.git.repositories import Repository

LIST = "# Loom\n\n## Maintainers\n\n- [Ada Example](https://github.com/ada)\n- Bob (@bob), Acme\n"


def of(item: str) -> list[tuple[str, str, str, int]]:
    return said(read("README.md", f"## Maintainers\n{item}\n"))


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("README.md", True), ("readme.rst", True), ("Readme", True), ("docs/README.md", False),
        ("README_de.md", False), ("README.md.orig", False),
    ],
)  # fmt: skip
def test_the_readme_at_the_top_is_one(path: str, is_one: bool) -> None:
    form = form_of(path)
    assert (form is not None and form.name == "readme") is is_one


@pytest.mark.parametrize(
    ("item", "holder"),
    [
        ("- @ada", "ada"),
        ("* **[@ada](https://github.com/ada)** keeps the docs", "ada"),
        ("1. [Ada Example](https://gitlab.com/ada) (she/her)", "ada"),
        ("- https://codeberg.org/ada", "ada"),
        ("- Ada Example <ada@example.org>", "ada@example.org"),
        ("- Ada van Example - @ada, Acme", "ada"),
        ("- **Ada Example** (@ada)", "ada"),
        ("- Ada @ada", "ada"),
        ("- Émilie: [ada](https://github.com/ada)", "ada"),
        ("| Name | GitHub |\n|---|---|\n| Ada | [ada](https://github.com/ada) |", "ada"),
    ],
)
def test_entries_that_are_a_person(item: str, holder: str) -> None:
    assert [(role, key) for role, _, key, _ in of(item)] == [("maintainer", holder)]


@pytest.mark.parametrize(
    "item",
    [
        "- Ask @ada for a review.", "- please write to @ada", "- Please write to ada@example.org",
        "- Thanks to @ada", "- Ada Example", "- [Ada](https://ada.example)", "Ada Example (@ada)",
        "- Open an issue and mention @ada when it takes long", "<!--\n- @ada\n-->", "```\n- @ada\n```",
        "| Name | Role |\n|---|---|\n| Ada | Lead |", "| GitHub |\n|---|\n| |",
    ],
)  # fmt: skip
def test_whoever_is_mentioned_is_none(item: str) -> None:
    reading = read("README.md", f"## Maintainers\n{item}\n")
    assert (reading.listings, reading.problems) == ([], [])


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("## Maintainers", "maintainer"), ("### :zap: Core Maintainers:", "core maintainer"),
        ("## The Core Team", "core team"), ("#### TC (Technical Committee)", "tc"),
        ("#### TC emeriti members", "emeritus tc member"), ("# Emeritus", "emeritus member"),
        ("## Former maintainers", "emeritus maintainer"), ("Maintainers\n-----------", "maintainer"),
        ("## Maintainers wanted", ""), ("## For maintainers", ""), ("## Contributors", ""),
        ("## Authors", ""), ("## Sponsors", ""), ("## Maintainers\n### How to become one", ""),
        ("## Team", ""),
    ],
)  # fmt: skip
def test_the_heading_is_the_role_and_nothing_else(heading: str, role: str) -> None:
    found = [name for name, _, _, _ in said(read("README.md", f"{heading}\n\n- @ada\n"))]
    assert found == ([role] if role else [])


@pytest.mark.parametrize(
    ("other", "counts"),
    [
        ("MAINTAINERS.md", False), ("OWNERS", False), ("GOVERNANCE.md", False),
        (".folkmoot/people/ada.toml", False), (".github/CODEOWNERS", True), ("SECURITY_CONTACTS", True),
        ("SECURITY-INSIGHTS.yml", True), ("src/main.py", True),
    ],
)  # fmt: skip
def test_it_counts_where_no_other_file_says_who_holds_a_role(other: str, counts: bool) -> None:
    assert ("README.md" in files_in_force(["README.md", other])) is counts
    assert files_in_force(["README.rst", "README.md"]) == ["README.md"]


def test_it_tells_with_file_and_line_and_is_no_file_of_roles_without_a_name(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "made")
    made.commit(files={"README.md": LIST})
    with open_repository(str(made.place)) as opened:
        roster = read_roster(opened.tree)
        assert [(one.holder.key, one.path, one.line) for one in current(roster)] == [
            ("ada", "README.md", 5), ("bob", "README.md", 6)
        ]  # fmt: skip
        assert roster.forms == ("readme",)
        assert names_somebody(opened.tree, "README.md")
    made.commit(files={"README.md": "# Loom\n"})
    with open_repository(str(made.place)) as opened:
        assert not names_somebody(opened.tree, "README.md")
        assert read_roster(opened.tree).forms == ()


def test_its_history_counts_while_it_tells(tmp_path: Path) -> None:
    """Once the names move to a file of their own, terms begin with that file."""
    made = Repository.create(tmp_path / "made")
    first = made.commit(files={"README.md": LIST.replace("- Bob (@bob), Acme\n", "")})
    second = made.commit(files={"README.md": LIST})
    with open_repository(str(made.place)) as opened:
        assert [(term.holder.key, term.began.commit) for term in terms(opened)] == [
            ("ada", first), ("bob", second)
        ]  # fmt: skip
    third = made.commit(files={"MAINTAINERS.md": "- @ada\n"})
    with open_repository(str(made.place)) as opened:
        assert [(term.holder.key, term.began.commit) for term in terms(opened)] == [("ada", third)]


def test_an_item_that_is_hard_to_take_apart_is_passed_over() -> None:
    """Every way to read such a line would be more than anybody can wait for."""
    assert of("- @ada\n- " + "*" * 300_000 + "?") == of("- @ada")
