"""In how many directories half of what there is hangs on one person."""

from dataclasses import replace

import pytest

from folkmoot.metrics import all_metrics
from folkmoot.model.page import Point
from folkmoot.views.headlines.half_of_directories import RECENT, SENTENCES, tell
from views.looking import ALL_TIME, LAST_YEAR, panel


def points(period: str, *values: float | None) -> list[Point]:
    return [Point(period, value, 9, label=f"folder {at}") for at, value in enumerate(values)]


@pytest.mark.parametrize(
    ("metric", "period", "values", "start"),
    [
        (
            RECENT,
            LAST_YEAR,
            (1, 1, None, 2),
            "In 2 of the 3 directories counted here, at least half of the last",
        ),
        (RECENT, LAST_YEAR, (2, 3), "In none of the 2 directories counted here did half of the last"),
        (
            "ownership-concentration",
            ALL_TIME,
            (0.74, 0.5),
            "In 1 of the 2 directories counted here, one person",
        ),
        (
            "orphaned-files-by-directory",
            ALL_TIME,
            (0.5, 0.2),
            "In 1 of the 2 directories counted here, at least",
        ),
        (
            "single-author-files",
            ALL_TIME,
            (0.5, 0.49),
            "In 1 of the 2 directories counted here, at least half of the files",
        ),
        ("single-author-files", ALL_TIME, (0.4, 0.2), "In none of the 2 directories counted here have half"),
    ],
)
def test_directories_are_counted(
    metric: str, period: str, values: tuple[float | None, ...], start: str
) -> None:
    assert str(tell(panel(metric, points(period, *values)))).startswith(start)


def test_the_last_year_is_not_all_time() -> None:
    assert tell(panel(RECENT, points(ALL_TIME, 1, 1, 1))) == ""


def test_of_a_single_directory_nothing_is_counted() -> None:
    assert tell(panel("single-author-files", points(ALL_TIME, 1.0, None))) == ""


def test_another_share_than_half_is_not_called_half() -> None:
    shown = replace(panel(RECENT, points(LAST_YEAR, 1, 1)), parameters={"percent": 80})
    assert tell(shown) == ""


def test_every_metric_spoken_of_exists() -> None:
    assert SENTENCES.keys() <= all_metrics().keys()
