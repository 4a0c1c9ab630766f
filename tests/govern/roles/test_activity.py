"""Joining roles with events: by no-reply addresses and stated handles, never by a name that looks alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.govern.roles.activity import MONTH, Activity, Seen, read_activity, silent, unlisted
from folkmoot.model.role import Holder, Listing, Role
from folkmoot.sources.git.repository import Options
from folkmoot.store.database import connect
from folkmoot.store.sync import sync_origin
from sources.git.repositories import DAY, START, Repository
from still_clock import NOW

NOREPLY = "Ada <7+ada-codes@users.noreply.github.com>"
LATELY = NOW - DAY


def listing(handle: str = "", email: str = "") -> Listing:
    return Listing(Role("maintainer"), Holder(handle, email=email), "OWNERS")


@pytest.fixture
def activity(tmp_path: Path) -> Activity:
    made = Repository.create(tmp_path / "made")
    own = 'name = "Cleo"\nidentities = ["cleo@x.example"]\n'
    made.commit(NOREPLY, at=START, files={"a": "1", ".folkmoot/people/cleo-x.toml": own})
    for number in range(3):
        made.commit("Cleo <cleo@x.example>", at=LATELY - (3 - number) * DAY, files={"a": str(number)})
    made.commit("Bob <bob@x.example>", at=LATELY, files={"a": "x"})
    made.commit("dora <dora@example.org>", at=LATELY, files={"a": "y"})
    made.commit("a[bot] <1+a[bot]@users.noreply.github.com>", at=LATELY, files={"a": "z"})
    store = tmp_path / "store.duckdb"
    sync_origin(store, str(made.place), Options())
    with connect(store, read_only=True) as connection:
        return read_activity(connection)


def test_a_noreply_address_joins_a_handle(activity: Activity) -> None:
    seen = activity.of(Holder("Ada-Codes"))
    assert seen is not None
    assert (seen.name, seen.last_ts, seen.acts_of_year) == ("Ada", START, 0)


def test_a_file_of_the_community_joins_a_handle(activity: Activity) -> None:
    seen = activity.of(Holder("cleo-x"))
    assert seen is not None
    assert seen.acts_of_year == 3


def test_a_stated_address_joins(activity: Activity) -> None:
    assert activity.of(Holder("somebody", email="bob@x.example")) is not None


def test_a_name_that_looks_like_a_handle_joins_nobody(activity: Activity) -> None:
    assert activity.of(Holder("dora")) is None


def named(tmp_path: Path, *authors: str) -> Activity:
    made = Repository.create(tmp_path / "made")
    for number, author in enumerate(authors):
        made.commit(author, at=LATELY, files={"a": str(number)})
    store = tmp_path / "store.duckdb"
    sync_origin(store, str(made.place), Options())
    with connect(store, read_only=True) as connection:
        return read_activity(connection)


def test_a_full_name_stated_beside_a_handle_joins_its_only_bearer(tmp_path: Path) -> None:
    known = named(tmp_path, "Fenja Quellbrunn <fenja@oak.example>", "dora <dora@oak.example>")
    seen = known.of(Holder("fq-codes", "Fenja Quellbrunn"))
    assert seen is not None
    assert seen.name == "Fenja Quellbrunn"
    assert known.of(Holder("", "Fenja Quellbrunn")) is None
    assert known.of(Holder("dora-codes", "dora")) is None
    assert known.of(Holder("fq-codes", "Quellbrunn")) is None


def test_a_name_that_strangers_share_joins_nobody(tmp_path: Path) -> None:
    known = named(tmp_path, "Jing Chen <jing@oak.example>")
    assert known.of(Holder("jc-codes", "Jing Chen")) is None


def test_a_name_of_somebody_with_another_account_joins_nobody(tmp_path: Path) -> None:
    known = named(tmp_path, "Fenja Quellbrunn <7+fenja@users.noreply.github.com>")
    assert known.of(Holder("fq-codes", "Fenja Quellbrunn")) is None
    assert known.of(Holder("Fenja", "Fenja Quellbrunn")) is not None


def test_bots_are_not_seen(activity: Activity) -> None:
    assert activity.of(Holder("a[bot]")) is None


def test_silence_counts_whole_months_and_only_for_those_known(activity: Activity) -> None:
    listings = [listing("ada-codes"), listing("cleo-x"), listing("dora")]
    assert [each.holder.key for each, _ in silent(listings, activity, 12)] == ["ada-codes"]
    assert silent(listings, activity, 1200) == []


def test_active_but_not_listed(activity: Activity) -> None:
    assert [seen.name for seen in unlisted([listing("ada-codes")], activity, 3)] == ["Cleo"]
    assert unlisted([listing("cleo-x")], activity, 3) == []


def test_who_may_be_an_unjoined_holder_is_not_said_to_be_unlisted(activity: Activity) -> None:
    known = [seen.name for seen in unlisted([listing("ada-codes")], activity, 1)]
    doubtful = [seen.name for seen in unlisted([listing("ada-codes"), listing("dora")], activity, 1)]
    assert "Bob" in known
    assert doubtful == ["Cleo"]


def known(*people: tuple[str, float, int]) -> Activity:
    """Give people by handle: months since they last did anything, and their acts of the year."""
    seen = {
        number: Seen(number, handle.title(), (handle,), 2_000_000_000 - int(months * MONTH), acts)
        for number, (handle, months, acts) in enumerate(people)
    }
    return Activity(2_000_000_000, seen, {each.handles[0]: number for number, each in seen.items()})


@pytest.mark.parametrize(("months", "whole"), [(0, 0), (0.99, 0), (1.01, 1), (11.99, 11), (-3, 0)])
def test_months_of_silence_are_whole_ones(months: float, whole: int) -> None:
    found = known(("ada", months, 0))
    assert found.months_silent(found.people[0]) == whole


def test_a_month_is_a_twelfth_of_a_year() -> None:
    assert 12 * MONTH == 365.25 * DAY


def test_exactly_as_many_months_as_asked_are_silence() -> None:
    found = known(("ada", 12.5, 0), ("bob", 11.5, 0))
    assert [each.holder.key for each, _ in silent([listing("ada"), listing("bob")], found, 12)] == ["ada"]
    assert len(silent([listing("ada"), listing("bob")], found, 11)) == 2


def test_exactly_as_many_acts_as_asked_are_enough() -> None:
    found = known(("ada", 0, 50), ("bob", 0, 49))
    assert [seen.name for seen in unlisted([], found, 50)] == ["Ada"]


def test_the_unlisted_come_in_the_order_of_the_alphabet() -> None:
    found = known(("zoe", 0, 99), ("Bob", 0, 1), ("ada", 0, 5))
    assert [seen.name for seen in unlisted([], found, 1)] == ["Ada", "Bob", "Zoe"]


def test_a_handle_counts_before_an_address() -> None:
    found = known(("ada", 0, 1), ("bob", 0, 1))
    found.by_email["shared@x.example"] = 1
    seen = found.of(Holder("ada", email="shared@x.example"))
    other = found.of(Holder("zoe", email="shared@x.example"))
    assert seen is not None
    assert other is not None
    assert (seen.name, other.name) == ("Ada", "Bob")
    assert found.of(Holder(name="Ada")) is None
