"""What is said beside the numbers."""

from dataclasses import replace

import example_report as example
import pytest

from folkmoot.i18n import Absence
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.coverage import Quality
from folkmoot.model.page import Page, Point, Report
from folkmoot.render import render
from folkmoot.render.sentences import (
    COVERAGE,
    OUTCOMES,
    SIGNS,
    asked,
    compared,
    footer,
    parameters,
    reason,
    repeats_page,
    said_missing,
    status,
    told_as_of,
    unfinished,
)
from folkmoot.render.voice import Voice

VOICE = Voice()


def test_the_last_complete_month_is_held_against_the_one_before_and_a_year_ago() -> None:
    assert compared(example.ACTIVE, VOICE) == [
        "38 people in May 2026, against 30 the month before and 19 a year ago."
    ]


def test_a_day_is_held_against_the_day_before() -> None:
    points = (
        Point("2026-05-30", 4, 4),
        Point("2026-05-31", 9, 9),
        Point("2026-06-01", 1, 1, complete=False),
    )
    said = compared(example.panel("p", "T", "Q?", points=points), VOICE)
    assert said == ["9 people on 31 May 2026, against 4 the day before."]
    assert compared(example.panel("p", "T", "Q?", points=points[1:]), VOICE) == []


def test_the_current_period_is_never_compared() -> None:
    assert compared(example.COMMITS_BY_YEAR, VOICE) == [
        "1,398 commits in 2025, against 1,733 the year before."
    ]


def test_nothing_after_nothing_is_no_news() -> None:
    points = tuple(Point(period, 0.0, 0) for period in ("2025-05", "2026-04", "2026-05"))
    assert compared(replace(example.ACTIVE, points=points), VOICE) == []
    points = (Point("2025-05", 1.0, 1), *points[1:])
    assert compared(replace(example.ACTIVE, points=points), VOICE) == [
        "0 people in May 2026, against 0 the month before and 1 a year ago."
    ]


def test_gaps_are_not_compared() -> None:
    points = (Point("2024", 3.0, 9), Point("2025", None, 2))
    assert compared(replace(example.MERGE_TIME, points=points), VOICE) == []


def test_a_gap_before_is_left_out() -> None:
    points = (Point("2025-05", 3.0, 9), Point("2026-04", None, 2), Point("2026-05", 2.0, 8))
    said = compared(replace(example.MERGE_TIME, points=points), VOICE)
    assert said == ["2 days (n = 8) in May 2026, against 3 a year ago."]


def test_several_series_say_what_is_hollow() -> None:
    assert unfinished(example.FLOW, VOICE) == "2026 is not over; it is drawn hollow."
    assert unfinished(example.COMMITS_BY_YEAR, VOICE) == "", "a lone series says so beside its end"


def test_numbers_of_a_single_period_are_not_drawn_hollow() -> None:
    points = tuple(replace(point, period="2026") for point in example.FLOW.points if point.period == "2026")
    assert unfinished(replace(example.FLOW, points=points), VOICE) == ""


def test_a_series_is_named_only_where_its_name_tells_more_than_the_unit() -> None:
    def points(label: str) -> tuple[Point, ...]:
        return tuple(Point(year, 3.0, 3, label=label) for year in ("2024", "2025"))

    both = replace(example.COMMITS_BY_YEAR, points=points("commits") + points("merges"))
    assert compared(both, VOICE) == [
        "3 commits in 2025, against 3 the year before.",
        "merges: 3 commits in 2025, against 3 the year before.",
    ]


def test_too_many_series_are_not_compared() -> None:
    assert compared(example.PROJECTS, VOICE) == []


def test_the_footer_names_source_date_and_coverage() -> None:
    assert footer(example.MERGE_TIME, VOICE) == (
        "Source: git, as of 15 June 2026, newest entry 14 June 2026. "
        "Coverage: a lower bound: the true number is at least this."
    )


@pytest.mark.parametrize(
    ("newest", "day", "said"),
    [
        ("2023-08-29", "2024-03-28", "Source: git, as of 28 March 2024, newest entry 29 August 2023. C"),
        ("2024-03-28", "2024-03-28T10:00:00Z", "Source: git, as of 28 March 2024. C"),
        ("2024-03-28", "", "Source: git, newest entry 28 March 2024. C"),
        ("", "2024-03-28", "Source: git, as of 28 March 2024. C"),
        ("", "", "Source: git. C"),
    ],
)
def test_what_came_last_is_not_how_far_was_read(newest: str, day: str, said: str) -> None:
    """A quiet half year after the newest issue is half a year that is known to be quiet."""
    assert footer(replace(example.ABSENCE, data_until=newest, freshness=day), VOICE).startswith(said)


def test_what_was_not_read_has_no_source() -> None:
    assert footer(example.RESPONSE, VOICE) == ""


def test_what_is_in_place_needs_no_reason_but_good_news_does() -> None:
    found = Finding("readme", "A README", Outcome.YES, why="People read it first.")
    assert reason(example.FILES, found) == ""
    assert reason(example.FILES, replace(found, outcome=Outcome.NO)) == "People read it first."
    assert reason(example.AGENDA, found) == "People read it first."


def test_parameters_are_named() -> None:
    assert parameters(example.MERGE_TIME, VOICE) == "min_n = 5, bots = out"


def test_every_outcome_and_quality_has_words_and_a_shape() -> None:
    assert set(OUTCOMES) == set(Outcome)
    assert {shape for shape, _ in OUTCOMES.values()} == set(SIGNS) - {"none"}
    assert set(COVERAGE) == set(Quality)


def test_an_agenda_speaks_of_things_to_do() -> None:
    assert status(example.AGENDA, Outcome.NO, VOICE) == ("circle", "To do")
    assert status(example.FILES, Outcome.NO, VOICE) == ("cross", "No")


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
def test_what_the_page_said_is_not_said_again_by_its_panels(form: str) -> None:
    """Before the first commit; the data formats keep every panel, and so does every link to one."""
    said = "There is no commit yet."
    panels = tuple(replace(example.ACTIVE, id=f"p{n}", points=(), missing=said) for n in range(3))
    report = Report("x", "2026-01-01T00:00:00+00:00", (Page("p", "P", said, panels),))
    told = render(report, form)
    assert told.count("no commit yet") == 1
    if form == "html":
        assert all(f'id="p{n}"' in told for n in range(3))
    assert render(report, "json").count("no commit yet") == 4


def test_what_several_panels_lack_is_said_once_with_their_names() -> None:
    lacking = [
        replace(example.RESPONSE, id=f"p{number}", title=f"Title {number}", missing="Connect a forge.")
        for number in range(3)
    ]
    page = Page("newcomers", "Newcomers", "A lede.", (*lacking, example.ABSENCE))
    assert [repeats_page(page, panel) for panel in page.panels] == [False, True, True, False]
    assert said_missing(page, lacking[0], Voice()) == (
        "Connect a forge. The same holds for: Title 1, Title 2."
    )
    assert said_missing(page, example.ABSENCE, Voice()) == ""


@pytest.mark.parametrize(
    ("form", "none", "question"),
    [
        ("html", '<use href="#shape-none"/></svg><span>No line.', 'shape-question"/></svg><span>No line.'),
        ("markdown", "– No line.", "? No line."),
        ("text", "– No line.", "? No line."),
    ],
)
def test_what_is_known_not_to_be_there_is_no_question(form: str, none: str, question: str) -> None:
    def told(said: str) -> str:
        panel = replace(example.ACTIVE, points=(), missing=said)
        return render(Report("x", "2026-01-01T00:00:00+00:00", (Page("p", "P", "", (panel,)),)), form)

    assert none in told(Absence("No line."))
    assert question not in told(Absence("No line."))
    assert question in told("No line.")


def test_sources_have_the_names_that_readers_know() -> None:
    panel = replace(example.ABSENCE, source="archive-dump")
    assert footer(panel, Voice()).startswith("Source: a dump of the forge, as of 15 June 2026, newest entry")
    counted = replace(example.ABSENCE, source="github, snapshot")
    assert footer(counted, Voice()).startswith("Source: GitHub, daily counts, as of")


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (["2026-03-20"], "All numbers are as of 20 March 2026."),
        (["2026-03-20", "2026-05-04"], "All numbers are as of 20 March 2026."),
        (["2026-05-04"], ""),
        (["2026-03-20", "2026-03-21"], ""),
        (["2026-05-05"], ""),
        ([""], ""),
    ],
)
def test_a_report_on_an_earlier_day_says_which(days: list[str], said: str) -> None:
    panels = tuple(replace(example.COMMITS_BY_YEAR, freshness=day) for day in days)
    report = Report("moot", "2026-05-04T10:00:00+00:00", (Page("flow", "Flow", "", panels),))
    assert told_as_of(report, VOICE) == said


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
def test_the_day_of_the_numbers_stands_at_the_top(form: str) -> None:
    panel = replace(example.COMMITS_BY_YEAR, freshness="2026-03-20")
    report = Report("moot", "2026-05-04T10:00:00+00:00", (Page("flow", "Flow", "", (panel,)),))
    assert "All numbers are as of 20 March 2026." in render(report, form)


def test_a_question_names_the_unit_of_its_numbers_once() -> None:
    assert (
        asked(replace(example.COMMITS_BY_YEAR, question="How much lands?"), VOICE)
        == "How much lands? In commits."
    )
    assert asked(replace(example.COMMITS_BY_YEAR, question="How many commits?"), VOICE) == "How many commits?"
    assert asked(replace(example.COMMITS_BY_YEAR, question="How much?", points=()), VOICE) == "How much?"
