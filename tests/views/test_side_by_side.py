"""What several projects answer becomes one panel."""

from __future__ import annotations

from dataclasses import replace

from folkmoot.i18n import Message, say
from folkmoot.model.coverage import Quality
from folkmoot.model.metric import Better, Shape
from folkmoot.model.page import Panel, Point
from folkmoot.render.plain import plain
from folkmoot.views.side_by_side import newest, side_by_side

PANEL = Panel(
    id="p", title="P", question="How?", unit=None, better=Better.NEITHER, shape=Shape.SINGLE, points=()
)


def of(*points: Point) -> Panel:
    """Give a panel with these points."""
    return replace(PANEL, points=points)


def test_the_newest_is_the_last_period_that_is_over() -> None:
    old, over, open_ = Point("2024", 1, 9), Point("2025", 2, 9), Point("2026", 3, 9, complete=False)
    assert newest(of(old, over, open_)).points == (over,)


def test_each_label_has_its_own_newest() -> None:
    median, p90 = Point("2025", 2, 9, label="median"), Point("2024", 5, 9, label="p90")
    unsaid = Point("2025", None, 2, label="p90")
    assert newest(of(p90, median, unsaid)).points == (p90, median)


def test_where_nothing_can_be_said_the_last_period_says_so() -> None:
    unsaid = Point("2025", None, 2)
    assert newest(of(Point("2024", None, 3), unsaid)).points == (unsaid,)


def test_all_time_and_the_last_12_months_stay() -> None:
    always, year = Point("all time", 4, 9), Point("last 12 months", 2, 9)
    assert newest(of(Point("2025", 1, 9), always, year)).points == (always, year)


def test_who_has_no_number_is_named_with_the_reason() -> None:
    (made,) = side_by_side([("one", of(Point("2025", 1, 9))), ("two", replace(PANEL, missing="No tags."))])
    assert [(point.label, point.value) for point in made.points] == [("one", 1)]
    assert [str(note) for note in made.coverage_notes] == ["two is not in this figure. No tags."]


def test_parts_are_panels_of_their_own_up_to_six() -> None:
    six = of(*(Point("2025", 1, 9, label=f"part {number}") for number in range(6)))
    made = side_by_side([("one", six), ("two", of(Point("2025", 2, 9, label="part 3")))])
    assert [panel.id for panel in made] == [f"p-part-{number}" for number in range(6)]
    assert [str(panel.title) for panel in made] == [f"P: part {number}" for number in range(6)]
    assert [(point.label, point.value) for point in made[3].points] == [("one", 1), ("two", 2)]
    seven = of(*six.points, Point("2025", 1, 9, label="part 6"))
    assert side_by_side([("one", seven), ("two", PANEL)]) == []


def test_a_gauge_becomes_a_number_per_project_and_nothing_else_changes_its_shape() -> None:
    (gauge,) = side_by_side([("one", replace(of(Point("2025", 1, 9)), shape=Shape.GAUGE)), ("two", PANEL)])
    (series,) = side_by_side([("one", replace(of(Point("2025", 1, 9)), shape=Shape.SERIES)), ("two", PANEL)])
    assert (gauge.id, gauge.title, gauge.shape, series.shape) == ("p", "P", Shape.SINGLE, Shape.SERIES)


def test_a_figure_is_as_good_as_its_worst_and_as_new_as_its_newest() -> None:
    good = replace(
        of(Point("2025", 1, 9)), source="git", coverage=Quality.COMPLETE, data_until="2026-02-01",
        freshness="2026-06-15",
    )  # fmt: skip
    poor = replace(good, source="github, git", coverage=Quality.SAMPLED, data_until="2026-03-01")
    (same_day,) = side_by_side([("one", good), ("two", poor)])
    (other_day,) = side_by_side([("one", good), ("two", replace(poor, freshness="2026-06-14"))])
    assert (same_day.source, same_day.coverage) == ("git, github", Quality.SAMPLED)
    assert (same_day.data_until, same_day.freshness) == ("2026-03-01", "2026-06-15")
    assert other_day.freshness == "", "none of the two days is that of the figure"


def test_a_note_names_whom_it_is_about_unless_it_is_about_all() -> None:
    lines, shallow = Message("{count} commits lack lines.", {"count": 1200}), "The clone is shallow."
    one = replace(of(Point("2025", 1, 9)), coverage_notes=(lines, shallow))
    two = replace(of(Point("2025", 2, 9)), coverage_notes=(shallow,))
    (made,) = side_by_side([("one", one), ("two", two)])
    assert [say(note) for note in made.coverage_notes] == [
        "one: 1,200 commits lack lines.",
        "The clone is shallow.",
    ]


def test_what_nobody_can_answer_stays_missing() -> None:
    (made,) = side_by_side([("one", replace(PANEL, missing="No tags.")), ("two", PANEL)])
    assert (made.points, made.missing, made.coverage_notes) == ((), "No tags.", ())


def test_different_reasons_are_told_with_whose_they_are() -> None:
    untagged, shallow = replace(PANEL, missing="No tags."), replace(PANEL, missing="Cut off.")
    (made,) = side_by_side([("one", untagged), ("two", shallow), ("three", untagged)])
    assert say(made.missing) == "Not known for any of these projects; the reasons are told below."
    assert [str(note) for note in made.coverage_notes] == [
        "one, three are not in this figure. No tags.", "two is not in this figure. Cut off.",
    ]  # fmt: skip
    (silent,) = side_by_side([("one", PANEL), ("two", untagged)])
    assert (silent.missing, silent.coverage_notes) == ("No tags.", ()), "who gives no reason has none"
    (other,) = side_by_side([("one", shallow), ("two", untagged)])
    assert made.missing != other.missing, "pages say what is alike once, and this is not"


def test_who_lacks_a_part_or_a_period_is_named() -> None:
    one = of(Point("all time", 3, 9, label="a"), Point("last 12 months", 2, 9, label="a"))
    two, three = of(Point("all time", 1, 9, label="a")), of(Point("all time", 1, 9, label="b"))
    in_a, in_b = side_by_side([("one", one), ("two", two), ("three", three), ("four", PANEL)])
    assert [str(note) for note in in_a.coverage_notes] == [
        "three: no number of this kind.", "two: no number for “last 12 months”.",
    ]  # fmt: skip
    assert [str(note) for note in in_b.coverage_notes] == ["one, two: no number of this kind."]


def test_a_reason_is_read_to_its_end_however_many_it_is_about() -> None:
    """Pages cut a sentence off at 600 characters."""
    names = [f"organisation/a-long-name-of-project-{number}" for number in range(20)]
    silent = replace(PANEL, missing="No tag names a version. " * 10 + "The end.")
    (made,) = side_by_side([("told", of(Point("2025", 1, 9))), *((name, silent) for name in names)])
    notes = [plain(say(note)) for note in made.coverage_notes]
    assert [len(note) <= 600 for note in notes] == [True] * 4
    assert max(len(note.partition(": ")[2]) for note in notes[1:]) <= 250 + len("., ")
    assert [note.endswith("The end.") for note in notes] == [True, *[False] * (len(notes) - 1)]
    assert all(name in "".join(notes) for name in names)


def test_a_reason_and_a_note_of_several_are_said_once() -> None:
    told = replace(of(Point("2025", 1, 9)), coverage_notes=("Cut.",))
    silent = replace(PANEL, missing="No tags.")
    answers = [("one", told), ("two", silent), ("three", silent), ("four", told), ("five", of())]
    (made,) = side_by_side(answers)
    assert [str(note) for note in made.coverage_notes] == [
        "one, four: Cut.", "two, three are not in this figure. No tags.",
    ]  # fmt: skip
