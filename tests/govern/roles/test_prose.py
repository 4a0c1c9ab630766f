"""People in tables and lists."""

from __future__ import annotations

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
