"""Contributor confidence over time, worked by hand."""

import pytest

from folkmoot.metrics.contributor_confidence_history import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

CAME = {"Ada": "2025-01-01", "Bob": "2025-02-01", "Cleo": "2025-05-01"}
TEN = range(10)
ACTS = "\n".join(
    ["who | when | kind", *(f"{who}{n} | {when} | fork" for who, when in CAME.items() for n in TEN)]
)
ITEMS = "\n".join(["item | who | opened", *(f"#{n + 1} | Ada{n} | 2025-01-09" for n in TEN)])
"""Ten Adas came in January and came back, ten Bobs in February and did not, ten Cleos in May."""


def test_each_month_with_the_two_before() -> None:
    """January: 10 of 10. February and March: 10 of 20. April: Bobs alone. May to July: Cleos alone."""
    assert values(example(items=ITEMS, acts=ACTS, as_of="2025-12-15"), METRIC) == {
        202501: 1,
        202502: 0.5,
        202503: 0.5,
        202504: 0,
        202505: 0,
        202506: 0,
        202507: 0,
    }


def test_the_events_are_the_stars_and_forks() -> None:
    store = example(items=ITEMS, acts=ACTS, as_of="2025-12-15")
    assert drilled(store, METRIC) == {
        202501: 10,
        202502: 20,
        202503: 20,
        202504: 10,
        202505: 10,
        202506: 10,
        202507: 10,
    }


def test_the_newest_months_are_not_known_yet() -> None:
    """In the middle of June, Cleos have been watched for 45 days: as much as 5 people tell."""
    found = values(example(items=ITEMS, acts=ACTS, as_of="2025-06-15"), METRIC)
    assert found == {202501: 1, 202502: 0.5, 202503: 0.5, 202504: 0, 202505: None, 202506: None}


def history(*, acts: list[str], items: str = "", commits: str = "") -> dict[int, int]:
    """Give how many people each month from December 2025 on speaks of; March is as far as stars reach."""
    store = example(commits, acts="\n".join(["who | when | kind", *acts]), items=items)
    return {row.period: row.n for row in answer(store, METRIC)}


def test_everybody_came_with_the_first_star_or_fork() -> None:
    """Ada starred in January and forked in June: she came in January, whose people are shown until March.

    A push of October is no coming; a bot and nobody known are nobody who came.
    """
    acts = [
        "Ada | 2025-10-01 | push", "Ada | 2026-01-05 | star", "Ada | 2026-06-01 | fork",
        "ci[bot] | 2026-01-05 | star", " | 2026-01-05 | star",
    ]  # fmt: skip
    assert history(acts=acts) == {202601: 1, 202602: 1, 202603: 1}


@pytest.mark.parametrize(("opened", "people"), [("2026-01-04", 9), ("2026-01-05", 9), ("2026-01-06", 10)])
def test_who_had_contributed_before_did_not_come(opened: str, people: int) -> None:
    """Ten starred at noon of 5 January; one opened a change a day before, in that second, or a day after."""
    acts = [f"P{n} | 2026-01-05 | star" for n in range(10)]
    assert history(acts=acts, items=f"item | who | opened\n!1 | P0 | {opened}")[202601] == people


@pytest.mark.parametrize(("day", "share"), [("2026-01-31", 0.1), ("2026-02-01", 0)])
def test_coming_back_takes_ninety_days_at_most(day: str, share: float) -> None:
    """Ten starred on 2 November 2025; the 90th day later is 31 January, when one made a first commit.

    His fork of December changes nothing: he came with the star.
    """
    stars = [f"P{n} | 2025-11-02 | star" for n in range(10)]
    acts = "\n".join(["who | when | kind", *stars, "P0 | 2025-12-15 | fork"])
    store = example(f"when | who\n{day} | P0\n2026-05-01 | P0\n2025-10-01 | Ada", acts=acts)
    assert values(store, METRIC)[202511] == pytest.approx(share)


@pytest.mark.parametrize(("people", "value"), [(9, None), (10, 0)])
def test_fewer_than_ten_watched_people_tell_nothing(people: int, value: float | None) -> None:
    acts = "\n".join(["who | when | kind", *(f"P{n} | 2025-11-02 | star" for n in range(people))])
    assert values(example(acts=acts), METRIC) == {202511: value, 202512: value, 202601: value}


def test_comments_are_no_coming_back() -> None:
    """P0 commented, which is neither a commit nor a change nor an issue: none of the ten came back."""
    acts = "\n".join(["who | when | kind", *(f"P{n} | 2025-11-02 | star" for n in range(10))])
    store = example(
        acts=acts,
        items="item | who | opened\n#1 | Ada | 2025-11-02",
        remarks="item | who | when\n#1 | P0 | 2025-11-03",
    )
    assert values(store, METRIC)[202511] == 0


def test_behind_a_month_stands_the_star_or_fork_somebody_came_with() -> None:
    """Ada and Bob came on the 1st and the 3rd: not Ada's un-star of that second, nor her fork of the 3rd."""
    store = example(
        acts="""
            who | when       | kind
            Ada | 2026-05-01 | star
            Ada | 2026-05-01 | unstar
            Ada | 2026-05-03 | fork
            Bob | 2026-05-03 | star
        """
    )
    assert drilled(store, METRIC) == {202605: 2, 202606: 2}
