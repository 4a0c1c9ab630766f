"""Who may vote: the roll, its hash, and making it again years later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folkmoot.govern.growing.deeds import read_deeds
from folkmoot.govern.growing.electorate import (
    Roll,
    Terms,
    as_of,
    differences,
    labels,
    read_roll,
    read_tips,
    roll,
    written,
)
from folkmoot.model.errors import SourceError, UsageError
from folkmoot.sources.git.repository import Options, open_repository
from folkmoot.store.database import connect
from folkmoot.store.sync import sync
from govern.growing.community import a_day, deeds, read, shuffled
from sources.git.repositories import ADA, BOB, DAY, START, Repository
from worked_example import day

TIPS = (("example", "c" * 40),)
DONE = (
    [("Ada", "2026-01-10", "commit")] * 3
    + [("Bob", "2026-01-10", "commit")] * 2
    + [("Bob", "2025-05-31", "commit")] * 2
    + [("Cleo", "2026-05-31", "commit.reviewed")] * 3
    + [("Dora", "2026-05-31", "commit.signed-off")] * 9
)
TERMS = Terms(a_day("2026-05-31"), 12, 3)


def test_who_did_enough_in_the_span_may_vote() -> None:
    """Three in the year to the end of May: Ada wrote 3, Cleo reviewed 3; two of Bob's are too old."""
    assert roll(deeds(*DONE), TERMS, TIPS).voters == ("ada", "cleo")
    assert roll(deeds(*DONE), replace(TERMS, act="authored"), TIPS).voters == ("ada",)
    assert roll(deeds(*DONE), replace(TERMS, least=2), TIPS).voters == ("ada", "bob", "cleo")


def test_who_was_added_by_a_decision_is_there() -> None:
    assert roll(deeds(*DONE), replace(TERMS, added=("zoe", "ada")), TIPS).voters == ("ada", "cleo", "zoe")


@pytest.mark.parametrize(
    ("until", "months", "since"),
    [
        ("2026-05-31", 12, "2025-06-01"),
        ("2026-02-28", 12, "2025-03-01"),
        ("2026-05-31", 3, "2026-03-01"),
        ("2026-01-15", 1, "2025-12-16"),
        ("2026-12-31", 24, "2025-01-01"),
    ],
)
def test_months_are_those_of_the_calendar(until: str, months: int, since: str) -> None:
    assert Terms(a_day(until), months, 1).since == date.fromisoformat(since)


def test_a_forge_counts_only_where_it_is_known_for_the_whole_span() -> None:
    """Ada reviewed three times on a forge: known whole, she may vote; known from April on, nobody's count."""
    done = [("Ada", "2026-05-01", "review")] * 3
    whole = deeds(*done, has_forge=True)
    assert (roll(whole, TERMS, TIPS).voters, roll(whole, TERMS, TIPS).has_forge) == (("ada",), True)
    part = replace(whole, forge_since=day("2026-04-01"))
    assert (roll(part, TERMS, TIPS).voters, roll(part, TERMS, TIPS).has_forge) == ((), False)


@given(seed=st.integers(0, 10_000), least=st.integers(1, 5))
@settings(deadline=None, max_examples=50)
def test_the_order_of_deeds_changes_neither_list_nor_hash(seed: int, least: int) -> None:
    terms = replace(TERMS, least=least)
    found = deeds(*DONE)
    assert roll(shuffled(found, seed), terms, TIPS).digest == roll(found, terms, TIPS).digest


@given(
    programs=st.lists(
        st.sampled_from(["renovate[bot]", "Claude", "Copilot", "x[bot]"]), min_size=1, max_size=6
    )
)
@settings(deadline=None, max_examples=6)
def test_programs_never_count(programs: list[str]) -> None:
    rows = "".join(f"2026-05-01 | {name} | a.py +1 | co: {name}\n" for name in programs)
    found = read(f"when | who | files | also\n2026-05-01 | Ada | a.py +1 |\n{rows}")
    assert roll(found, replace(TERMS, least=1), TIPS).voters == ("Ada",)


def test_two_of_one_name_are_told_apart() -> None:
    found = deeds(("Ada", "2026-01-01", "commit"), ("Bob", "2026-01-01", "commit"))
    twins = type(found)(found.until, found.all, {1: "Sam", 2: "Sam"})
    assert sorted(labels(twins).values()) == ["Sam [000000000000]", "Sam [000000000001]"]


def test_a_roll_reads_back_as_it_was_written() -> None:
    made = roll(deeds(*DONE), replace(TERMS, added=('Zo"e\u0301',)), TIPS)
    assert read_roll("roll.toml", written(made).encode()) == (made, made.digest)


def test_a_roll_holds_no_numbers_and_no_addresses() -> None:
    text = written(
        roll(read("when | who | files | also\n2026-05-01 | Ada | a.py +1 |\n"), replace(TERMS, least=1), TIPS)
    )
    assert "@" not in text
    assert '"Ada"' in text


def again(change: tuple[str, str]) -> list[str]:
    made = roll(deeds(*DONE), TERMS, TIPS)
    stated, digest = read_roll("roll.toml", written(made).replace(*change).encode())
    return differences(stated, digest, roll(deeds(*DONE), stated.terms, stated.tips))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('"cleo"', '"zoe"'), ["hash", "zoe: in the file", "cleo: not in the file"]),
        (("least = 3", "least = 2"), ["hash", "bob: not in the file"]),
        (("forge = false", "forge = true"), ["hash", "forge"]),
        (("cccc", "dddd"), ["hash"]),
        (("format", "format"), []),
    ],
)
def test_every_change_is_named(change: tuple[str, str], told: list[str]) -> None:
    found = again(change)
    assert [part in line for part, line in zip(told, found, strict=True)] == [True] * len(told)


@pytest.mark.parametrize(
    "change", [("format = 1", "format = 2"), ('act = "anything"', 'act = "x"'), ("voters", "votes")]
)
def test_a_file_that_makes_no_sense_is_refused_by_name(change: tuple[str, str]) -> None:
    text = written(roll(deeds(*DONE), TERMS, TIPS)).replace(*change)
    with pytest.raises(SourceError, match=r"roll\.toml"):
        read_roll("roll.toml", text.encode())


def stored(place: Path, repository: Repository) -> Path:
    """Sync a repository into a store of its own and give that."""
    path = place / "roll.duckdb"
    with open_repository(str(repository.place), Options()) as opened:
        sync(path, opened)
    return path


def test_what_was_merged_later_with_an_older_date_changes_nothing(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "example")
    for number in range(3):
        made.commit(ADA, files={"a": str(number)}, at=START + number)
    terms = Terms(date(2023, 12, 31), 12, 2)
    first = one_roll(stored(tmp_path, made), terms)
    trunk = made.head
    made.commit(BOB, files={"b": "1"}, at=START, branch="old", parents=[trunk])
    made.commit(BOB, files={"b": "2"}, at=START, branch="old")
    made.commit(ADA, parents=[trunk, made.head], at=START + 90 * DAY)
    later = stored(tmp_path, made)
    assert one_roll(later, terms).voters == ("Ada", "Bob")
    assert one_roll(later, terms, first.tips) == first


def one_roll(path: Path, terms: Terms, tips: tuple[tuple[str, str], ...] = ()) -> Roll:
    with connect(path, read_only=True) as connection:
        tips = tips or tuple(read_tips(connection))
        return roll(as_of(connection, read_deeds(connection), tips), terms, tips)


def test_a_tip_that_is_not_there_is_told(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "example")
    made.commit(ADA, files={"a": "1"})
    with pytest.raises(SourceError, match="not in this store"):
        one_roll(stored(tmp_path, made), TERMS, (("example", "0" * 40),))


def test_a_store_of_every_branch_makes_no_roll(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "example")
    made.commit(ADA, files={"a": "1"})
    made.commit(ADA, files={"a": "2"}, branch="other", parents=[])
    with connect(stored(tmp_path, made)) as connection:
        connection.execute("update ref_state set sha = sha || ' ' || sha where ref = 'tips'")
        with pytest.raises(UsageError, match="every branch"):
            read_tips(connection)
