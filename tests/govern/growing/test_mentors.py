"""Newcomers and mentors: shared folders, stated capacity, nobody named who did not offer."""

from __future__ import annotations

from functools import cache
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folkmoot.govern.growing.deeds import Deeds, read_deeds
from folkmoot.govern.growing.mentors import (
    Offer,
    Pair,
    Stay,
    languages_of,
    newcomers,
    pairs,
    read_offer,
    read_offers,
    read_stays,
)
from folkmoot.i18n import say
from folkmoot.model.errors import SourceError
from folkmoot.store.database import Connection
from govern.growing.community import a_day, deeds, stated
from worked_example import day, example

COMMITS = """
when       | who           | files             | also
2025-01-05 | Ada           | docs/a.md +1      |
2026-04-05 | Ada           | docs/b.md +1      |
2025-01-05 | Bob           | src/a.py +1       |
2026-05-01 | Cleo          | docs/c.md +1      |
2026-05-02 | Dora          | src/b.py +1       |
2026-05-03 | Emil          | docs/d.md +1      |
2026-05-04 | renovate[bot] | docs/e.md +1      |
"""
ADA = 'identities = ["ada@example.test"]\n[mentoring]\ncapacity = 1\nlanguages = ["en", "de"]\n'


def paired(connection: Connection, months: int = 3) -> dict[str, str]:
    found = read_deeds(connection)
    offers, _ = read_offers(connection)
    return {found.names[p.newcomer]: p.mentor for p in pairs(found, read_stays(connection), offers, months)}


def test_who_came_first_gets_the_mentor_of_the_same_folder() -> None:
    """Ada offers one place and works in docs: Cleo came first; nobody offers src; the place is then taken."""
    connection = stated(example(COMMITS), ada=ADA)
    assert paired(connection) == {"Cleo": "ada", "Dora": "", "Emil": ""}


def test_why_nobody_is_named_is_said() -> None:
    connection = stated(example(COMMITS), ada=ADA)
    found = read_deeds(connection)
    told = {
        found.names[p.newcomer]: say(p.why)
        for p in pairs(found, read_stays(connection), read_offers(connection)[0], 3)
    }
    assert told["Dora"] == "Nobody who has offered to help works here."
    assert told["Emil"] == "Everybody who has offered to help here has no place left."


def test_stated_areas_go_before_where_somebody_was_active() -> None:
    offer = ADA.replace("capacity = 1", 'capacity = 5\nareas = ["src/"]')
    assert paired(stated(example(COMMITS), ada=offer)) == {"Cleo": "", "Dora": "ada", "Emil": ""}


def test_nobody_is_named_without_having_offered() -> None:
    assert set(paired(example(COMMITS)).values()) == {""}
    assert set(paired(stated(example(COMMITS), ada=ADA.replace("1", "0"))).values()) == {""}


def test_an_offer_that_has_ended_is_none() -> None:
    ended = ADA + "until = 2026-01-01\n"
    assert set(paired(stated(example(COMMITS), ada=ended)).values()) == {""}


def test_nobody_mentors_themselves() -> None:
    cleo = 'identities = ["cleo@example.test"]\n[mentoring]\ncapacity = 3\nareas = ["docs"]\n'
    assert paired(stated(example(COMMITS), cleo=cleo)) == {"Cleo": "", "Dora": "", "Emil": "cleo"}


def test_programs_are_no_newcomers() -> None:
    found = read_deeds(example(COMMITS))
    assert sorted(found.names[person] for person in newcomers(found, 3)) == ["Cleo", "Dora", "Emil"]
    assert newcomers(found, 1) == {}


def test_an_offer_reads_its_fields() -> None:
    offer = read_offer(
        ".folkmoot/people/ada.toml", b'[mentoring]\ncapacity = 2\nareas = ["x"]\nuntil = 2027-01-01\n'
    )
    assert offer == Offer("ada", 2, ("x",), (), a_day("2027-01-01"))
    assert read_offer(".folkmoot/people/ada.toml", b'name = "Ada"\n') is None


@pytest.mark.parametrize(
    "text", ["capacity = 'many'", "capacity = 99", "capacity = 1\nareas = 'x'", "capacitee = 1"]
)
def test_what_makes_no_sense_is_refused_by_name(text: str) -> None:
    with pytest.raises(SourceError, match=r"ada\.toml"):
        read_offer(".folkmoot/people/ada.toml", f"[mentoring]\n{text}\n".encode())


def test_a_broken_file_is_told_and_the_others_count() -> None:
    connection = stated(example(COMMITS), ada=ADA, bob="[mentoring]\ncapacity = -1\n")
    offers, problems = read_offers(connection)
    assert [offer.handle for offer in offers] == ["ada"]
    assert [problem.file for problem in problems] == [".folkmoot/people/bob.toml"]
    assert languages_of(offers) == {"ada": ("en", "de")}


@cache
def known() -> tuple[Deeds, list[Stay], list[Offer]]:
    """Give a community with two mentors, read once."""
    connection = stated(example(COMMITS), ada=ADA, bob=ADA.replace("ada@", "bob@"))
    return read_deeds(connection), read_stays(connection), read_offers(connection)[0]


@given(seed=st.integers(0, 10_000))
@settings(deadline=None)
def test_order_changes_nothing(seed: int) -> None:
    found, stays, offers = known()
    rows, places, offered = list(found.all), list(stays), list(offers)
    for each in (rows, places, offered):
        Random(seed).shuffle(each)
    mixed = Deeds(found.until, tuple(rows), found.names, {}, found.activity)
    again: list[Pair] = pairs(mixed, places, offered, 3)
    assert again == pairs(found, stays, offers, 3)


def offered(*offers: Offer, areas: tuple[str, ...] = ("docs",), now: str = "2026-06-15") -> list[Pair]:
    """Pair Cleo, who came in May 2026 and worked in these folders, with one of these offers."""
    came = day("2026-05-01")
    done = deeds(("Cleo", "2026-05-01", "commit"), until=now)
    return pairs(done, [Stay(3, area, came, came) for area in areas], offers, 3)


@pytest.mark.parametrize(
    ("offers", "mentor"),
    [
        ((Offer("zoe", 1, ("docs",)), Offer("yan", 1, ("docs", "src"))), "yan"),
        ((Offer("zoe", 2, ("docs",)), Offer("yan", 1, ("docs",))), "zoe"),
        ((Offer("Zoe", 1, ("docs",)), Offer("yan", 1, ("docs",))), "yan"),
        ((Offer("zoe", 9, ("web",)), Offer("yan", 1, ("docs",))), "yan"),
    ],
    ids=["more in common", "more places", "by the alphabet", "another part"],
)
def test_who_shares_most_then_who_has_most_places_then_the_alphabet(
    offers: tuple[Offer, ...], mentor: str
) -> None:
    (found,) = offered(*offers, areas=("docs", "src"))
    assert found.mentor == mentor


def test_the_folders_that_both_share_are_told() -> None:
    (found,) = offered(Offer("yan", 1, ("src", "docs")), areas=("web", "src", "docs"))
    assert (found.areas, found.shared) == (("docs", "src", "web"), ("docs", "src"))


@pytest.mark.parametrize(("until", "holds"), [("2026-06-14", False), ("2026-06-15", True)])
def test_the_last_day_of_an_offer_still_holds(until: str, holds: bool) -> None:
    (found,) = offered(Offer("yan", 1, ("docs",), until=a_day(until)))
    assert bool(found.mentor) is holds


def test_what_somebody_touched_after_the_first_month_is_not_where_they_began() -> None:
    came = day("2026-05-01")
    done = deeds(("Cleo", "2026-05-01", "commit"))
    stays = [Stay(3, "docs", came, came), Stay(3, "src", came + 31 * 86_400, came + 31 * 86_400)]
    assert pairs(done, stays, [], 3)[0].areas == ("docs",)


@pytest.mark.parametrize(("last", "mentor"), [("2025-06-20", "ada"), ("2025-06-10", "")])
def test_without_stated_areas_those_of_the_last_twelve_months_count(last: str, mentor: str) -> None:
    came, seen = day("2026-05-01"), day(last)
    done = deeds(("Cleo", "2026-05-01", "commit"), ("Ada", last, "commit"))
    stays = [Stay(3, "docs", came, came), Stay(1, "docs", seen, seen)]
    (found,) = pairs(done, stays, [Offer("Ada", 1)], 3)
    assert found.mentor.casefold() == mentor


def test_places_are_given_to_those_who_came_first() -> None:
    done = deeds(("Dora", "2026-05-02", "commit"), ("Cleo", "2026-05-03", "commit"))
    stays = [Stay(person, "docs", day("2026-05-03"), day("2026-05-03")) for person in (3, 4)]
    found = pairs(done, stays, [Offer("yan", 1, ("docs",))], 3)
    assert [(done.names[each.newcomer], each.mentor) for each in found] == [("Dora", "yan"), ("Cleo", "")]
