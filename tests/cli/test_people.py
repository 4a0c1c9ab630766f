"""`folkmoot people`: what it prints, what it keeps, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from folkmoot.cli.people import command
from folkmoot.model.errors import UsageError
from folkmoot.store.database import connect
from folkmoot.store.people import decisions_beside, resolve_people
from folkmoot.store.writer import writing

PEOPLE = [
    ("Ada L", "adalove@x.example"),
    ("Countess", "3+adalove@users.noreply.github.com"),
    ("Bob Babbage", "bob@x.example"),
    ("Bob Babbage", "bob@y.example"),
    ("helper[bot]", "helper@x.example"),
    ("Eve \x1b[31m", "eve@x.example"),
]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "x.duckdb"
    with writing(path) as connection:
        for number, (name, email) in enumerate(PEOPLE, start=1):
            connection.execute("insert into identity values (?, 'git', ?, ?)", [number, name, email])
        resolve_people(connection)
    return path


def run(store: Path, *arguments: str) -> Result:
    return CliRunner().invoke(command, [*arguments, "--store", str(store)], catch_exceptions=False)


def persons(store: Path) -> int:
    with connect(store, read_only=True) as connection:
        (count,) = connection.execute("select count(*) from person").fetchone() or (0,)
        return int(count)


def test_review_lists_what_is_likely(store: Path) -> None:
    lines = run(store, "review").stdout.splitlines()
    assert lines[:3] == [
        "1-2",
        "    Ada L <adalove@x.example>",
        "    Countess <3+adalove@users.noreply.github.com>",
    ]
    assert "adalove" in lines[3]


def test_yes_joins_them_in_the_store_and_is_remembered(store: Path) -> None:
    assert persons(store) == 5
    answered = run(store, "review", "--accept", "1-2")
    assert str(decisions_beside(store)) in answered.stderr
    assert "Nothing to review" in answered.stderr
    assert persons(store) == 4
    with writing(store) as connection:
        assert len(resolve_people(connection).persons) == 4


def test_no_is_remembered_and_not_asked_again(store: Path) -> None:
    assert run(store, "review", "--reject", "1-2").stdout == ""
    assert persons(store) == 5
    assert run(store, "review").stdout == ""


def test_an_answer_to_what_is_not_proposed_changes_nothing(store: Path) -> None:
    with pytest.raises(UsageError, match="There is no proposal '9-9'"):
        run(store, "review", "--accept", "1-2", "--accept", "9-9")
    assert persons(store) == 5
    assert not decisions_beside(store).exists()


def test_why_tells_the_rule(store: Path) -> None:
    told = run(store, "why", "bob@x.example", "bob@y.example").stdout
    assert (
        told
        == "Bob Babbage <bob@x.example> and Bob Babbage <bob@y.example>: the same full name, bobbabbage.\n"
    )


def test_why_says_that_two_people_are_two_and_what_is_proposed(store: Path) -> None:
    assert "are two persons" in run(store, "why", "Countess", "Bob").stdout
    assert "It is proposed, though (1-2)" in run(store, "why", "Countess", "Ada L").stdout


def test_why_about_one_identity_says_so(store: Path) -> None:
    assert run(store, "why", "Countess", "countess").stdout == "That is one and the same identity.\n"


def test_nobody_of_that_name_is_an_error_with_a_hint(store: Path) -> None:
    with pytest.raises(UsageError) as caught:
        run(store, "why", "Zoe", "Bob")
    assert "folkmoot people list" in caught.value.hint


def test_the_list_has_everybody_in_order_and_programs_apart(store: Path) -> None:
    heads = [line for line in run(store, "list").stdout.splitlines() if not line.startswith(" ")]
    assert heads == ["Ada L", "Bob Babbage", "Countess", "Eve"]
    assert run(store, "list", "--programs").stdout.startswith("helper[bot] (name ends in [bot])")


def test_a_hostile_name_cannot_reach_the_terminal(store: Path) -> None:
    assert "\x1b" not in run(store, "list").output


def test_without_a_store_it_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no store"):
        run(tmp_path / "none.duckdb", "review")


def test_organisation_tells_whom_an_identity_counts_for(store: Path) -> None:
    with writing(store) as connection:
        connection.execute("insert into identity values (7, 'git', 'Grace Hopper', 'grace@ibm.com')")
    assert run(store, "organisation", "grace@ibm.com").stdout == (
        "Grace Hopper <grace@ibm.com> counts for IBM: ibm.com is on the list of known organisations.\n"
    )


def test_organisation_tells_every_identity_that_is_meant(store: Path) -> None:
    told = run(store, "organisation", "Bob Babbage").stdout.splitlines()
    assert [line.partition(" counts ")[0] for line in told] == [
        "Bob Babbage <bob@x.example>",
        "Bob Babbage <bob@y.example>",
    ]
    assert all("may be their own" in line or "people use" in line for line in told)


def test_organisation_refuses_strangers(store: Path) -> None:
    with pytest.raises(UsageError, match="Nobody in the store is called 'Zoe'"):
        run(store, "organisation", "Zoe")


def test_why_about_a_word_that_fits_several_people_says_whom_it_may_mean(store: Path) -> None:
    """A part of a name is enough only where it is one person's; else an answer about one would be untrue."""
    with pytest.raises(
        UsageError, match=r"'a' may be several persons: Ada L <adalove@x\.example>, "
    ) as caught:
        run(store, "why", "a", "b")
    assert "Name <e-mail>" in caught.value.hint
