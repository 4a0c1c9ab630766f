"""People in tables and lists."""

from __future__ import annotations

import pytest

from folkmoot.govern.roles.form import Reading
from folkmoot.govern.roles.prose import read_prose


def read(text: str) -> Reading:
    reading = Reading("MAINTAINERS.md")
    read_prose(reading, text, lambda headings: headings[-1] if headings else "maintainer")
    return reading


def test_a_table_without_accounts_is_no_table_of_people() -> None:
    assert read("| Action | Approval |\n|---|---|\n| New member | Consensus |\n").listings == []


def test_a_column_of_roles_wins_over_the_heading() -> None:
    reading = read(
        "# People\n| Handle | Role |\n|---|---|\n| @ada | Release Manager |\n| @bob | Emeritus |\n"
    )
    assert [(each.role.name, each.holder.key) for each in reading.listings] == [
        ("release manager", "ada"),
        ("emeritus member", "bob"),
    ]


def test_rest_headings_count() -> None:
    reading = read("Reviewers\n=========\n\n* Ada <ada@example.org>\n")
    assert [each.role.name for each in reading.listings] == ["reviewer"]


def test_a_table_ends_where_its_rows_end() -> None:
    reading = read("| GitHub |\n|---|\n| @ada |\n\nsome | text\n")
    assert [each.holder.key for each in reading.listings] == ["ada"]


def test_hostile_cells_stay_short_text() -> None:
    reading = read(
        "| Name | GitHub |\n|---|---|\n| " + "x" * 5000 + " | @ada |\n| <script>alert(1)</script> | @bob |\n"
    )
    assert all(len(each.holder.name) <= 200 for each in reading.listings)
    assert "<" not in reading.listings[1].holder.name


def test_an_account_in_brackets_behind_the_name() -> None:
    reading = read(
        "| Name | Email | Org |\n|---|---|---|\n"
        "| Ada Example ([ada](https://github.com/ada)) | [a@x.org](mailto:a@x.org) | Acme |\n"
        "| Bob (he/him) (@bob) | b@x.org | Freelancer |\n"
    )
    assert [(each.holder.key, each.holder.name, each.holder.email) for each in reading.listings] == [
        ("ada", "Ada Example", "a@x.org"),
        ("bob", "Bob (he/him)", "b@x.org"),
    ]


def heads(path: str, text: str) -> list[tuple[str, str]]:
    reading = Reading(path)
    read_prose(reading, text, lambda headings: headings[-1] if headings else "")
    return [(each.role.name, each.holder.key) for each in reading.listings]


def test_tildes_below_a_text_head_it_in_rest() -> None:
    """Only in Markdown do they begin a block of code, which would hide everybody below."""
    text = "Team\n====\n\nMaintainers\n~~~~~~~~~~~\n\n* @ada\n\nReviewers\n~~~~~~~~~\n\n* @bob\n"
    assert heads("MAINTAINERS.rst", text) == [("maintainer", "ada"), ("reviewer", "bob")]
    assert heads("MAINTAINERS", text) == [("maintainer", "ada"), ("reviewer", "bob")]


def test_people_in_blocks_of_code_are_examples() -> None:
    for path, fence in (("MAINTAINERS.md", "~~~"), ("MAINTAINERS.md", "```"), ("MAINTAINERS.txt", "~~~")):
        assert heads(path, f"# Maintainers\n\n{fence}\n- @ada\n{fence}\n\n- @bob\n") == [
            ("maintainer", "bob")
        ]


def test_an_inner_heading_ends_with_the_next_one_of_its_level() -> None:
    text = (
        "# Team\n\n## Leads\n\n- @ada\n\n### Docs\n\n- @bob\n\n## Writers\n\n- @cleo\n\n"
        "# Friends\n\n- @dora\n"
    )
    found = Reading("MAINTAINERS.md")
    read_prose(found, text, " / ".join)
    assert [each.role.name for each in found.listings] == [
        "team / lead", "team / leads / doc", "team / writer", "friend",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "row", ["| Ada | @ada |", "Ada | @ada", "|Ada|[Ada](https://github.com/ada)|", "| Ada | `ada` |"]
)
def test_rows_in_every_usual_form(row: str) -> None:
    (found,) = read(f"| Name | GitHub |\n|:--|--:|\n{row}\n").listings
    assert (found.holder.handle, found.holder.name, found.line) == ("ada", "Ada", 3)


def test_everything_a_table_says_is_read() -> None:
    head = "| Name | Handle | Email | Company | Role | Area | Since | Until |\n" + "|---" * 8 + "|\n"
    row = "| Ada | @ada | ada@x.org | Acme | Leads | docs | 2026-01-05 | 2026-12 |\n"
    (found,) = read(head + row).listings
    assert (found.role.name, found.role.scope) == ("lead", "docs")
    assert (found.holder.email, found.holder.employer) == ("ada@x.org", "Acme")
    assert (found.since, found.until) == ("2026-01-05", "2026-12-31")


def test_a_past_role_below_a_heading_of_the_past_stays_one() -> None:
    text = "# Emeritus maintainers\n\n| Handle | Role |\n|---|---|\n| @ada | Lead |\n"
    assert heads("MAINTAINERS.md", text) == [("emeritus maintainer", "ada")]


@pytest.mark.parametrize(
    ("entry", "name", "employer"),
    [
        ("- Ada Example (@ada)", "Ada Example", ""),
        ("1. Ada Example, @ada (Acme)", "Ada Example", "Acme"),
        ("2) [Ada Example](https://github.com/ada) (Acme Inc)", "Ada Example", "Acme Inc"),
        ("+ **Ada Example** - @ada", "Ada Example", ""),
        ("- @ada", "", ""),
        ("- Ada Example: https://github.com/ada", "Ada Example", ""),
        ("- Ada Example | @ada", "Ada Example", ""),
        ("- Ada Example @ada (former)", "Ada Example", ""),
    ],
)
def test_entries_of_a_list(entry: str, name: str, employer: str) -> None:
    found = [each for each in read(f"# Maintainers\n\n{entry}\n").listings if each.holder.handle == "ada"]
    assert [(each.holder.name, each.holder.employer) for each in found] == [(name, employer)]


@pytest.mark.parametrize(
    "entry",
    [
        "- ask @ada",
        "- Everybody who wants to take part should ask @ada first",
        "- Ada Example",
        "- see the list at https://example.org/people",
        "    - @ada",
    ],
)
def test_sentences_and_people_without_an_account_are_no_entries(entry: str) -> None:
    assert read(f"# Maintainers\n\n{entry}\n").listings == []
