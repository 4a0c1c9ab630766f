"""Contributions by stated sector, worked by hand."""

import pytest

from folkmoot.metrics.contributions_by_sector import METRIC, NAMES
from folkmoot.people.sectors import SECTORS
from folkmoot.store.answer import answer
from folkmoot.store.scope import look_at
from worked_example import day, drilled, example, values


def history(*authors: str, when: str = "2026-01-03") -> str:
    return "when | who\n" + "\n".join(f"{when} | {author}" for author in authors)


COMPANY = [f"C{number} @acme/company" for number in range(5)]
ALONE = [f"I{number} @-" for number in range(5)]


def test_only_what_is_stated_has_a_sector() -> None:
    """Of 16 contributions 5 are of a company's five people and 5 of people who work for nobody.

    Of the other 6, Eve and Fay state a university, which is too few people to name; Gus works for globex, of
    which nobody says what it is, and of Hal (3 commits) nothing is known: 5/16, 5/16, 2/16 and 4/16.
    """
    store = example(
        history(
            *COMPANY, *ALONE, "Eve @uni/academia", "Fay @uni/academia", "Gus @globex", "Hal", "Hal", "Hal"
        )
    )
    assert values(store, METRIC) == {
        (1, "company"): pytest.approx(5 / 16),
        (1, "individual"): pytest.approx(5 / 16),
        (1, "fewer than 5 people each"): pytest.approx(2 / 16),
        (1, "not stated"): pytest.approx(4 / 16),
    }
    assert drilled(store, METRIC) == {1: 16}


def test_small_sectors_are_one_and_cannot_be_told_apart() -> None:
    """Two of academia and two of a foundation are 4 of 5 together; Hal is the fifth."""
    authors = [
        "Eve @uni/academia",
        "Fay @uni/academia",
        "Gus @found/foundation",
        "Ivy @found/foundation",
        "Hal",
    ]
    assert values(example(history(*authors)), METRIC) == {
        (1, "fewer than 5 people each"): pytest.approx(0.8),
        (1, "not stated"): pytest.approx(0.2),
    }


def test_where_nothing_is_stated_nothing_is_shown() -> None:
    assert values(example(history("Gus @globex", *["Hal"] * 9)), METRIC) == {}


def test_where_hardly_anything_is_stated_nothing_is_shown() -> None:
    """One contribution of 21 is under 5 %, and a chart of it would say "not stated"; one of 20 is shown."""
    assert values(example(history("Eve @uni/academia", *["Hal"] * 20)), METRIC) == {}
    assert values(example(history("Eve @uni/academia", *["Hal"] * 19)), METRIC) == {
        (1, "fewer than 5 people each"): pytest.approx(0.05),
        (1, "not stated"): pytest.approx(0.95),
    }


def test_bots_merges_and_what_is_long_ago_are_left_out() -> None:
    """Ten commits of 2024 and a robot's do not count, so that nothing is left."""
    store = example(history(*COMPANY, *COMPANY, when="2024-01-03") + "\n2026-01-03 | build[bot] @acme")
    assert values(store, METRIC) == {}


def test_every_sector_has_its_label() -> None:
    assert set(SECTORS) < set(NAMES)


def test_people_are_counted_not_what_they_did() -> None:
    """One person made all five contributions of a company: too few people to name it."""
    assert values(example(history(*["Ada @acme/company"] * 5)), METRIC) == {
        (1, "fewer than 5 people each"): 1
    }


def test_a_contribution_of_the_second_a_year_ago_is_out() -> None:
    """As of noon of 15 June 2026: five people a year before to the second, five a second later."""
    store = example(
        history(*COMPANY, when="2025-06-15 12:00:00")
        + "\n"
        + "\n".join(f"2025-06-15 12:00:01 | {author}" for author in ALONE)
    )
    assert values(store, METRIC) == {(1, "individual"): 1}
    assert drilled(store, METRIC) == {1: 5}


def test_who_works_for_nobody_does_so_for_a_time() -> None:
    """Five say to have worked for nobody from noon of the 3rd until noon of the 5th: two seconds of four."""
    seconds = ("2026-01-03 11:59:59", "2026-01-03 12:00:00", "2026-01-05 11:59:59", "2026-01-05 12:00:00")
    rows = [f"{second} | P{number}" for second in seconds for number in range(5)]
    store = example("\n".join(["when | who", *rows]))
    store.execute(
        "insert into affiliation select person, 0, ?, ? from person", [day("2026-01-03"), day("2026-01-05")]
    )
    look_at(store, as_of=day("2026-06-15"))
    assert values(store, METRIC) == {(1, "individual"): 0.5, (1, "not stated"): 0.5}


def test_the_small_ones_and_what_is_not_stated_come_last() -> None:
    store = example(history("Hal", "Eve @uni/academia", *ALONE, *COMPANY))
    assert [row.label for row in answer(store, METRIC)] == [
        "company",
        "individual",
        "fewer than 5 people each",
        "not stated",
    ]
