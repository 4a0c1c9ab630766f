"""What is missing is said once, and where something is shown it is not called missing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import example_report as example
import pytest

from folkmoot.model.check import Finding, Outcome
from folkmoot.model.page import Entry, Page, Panel, Point
from folkmoot.render.sentences import footer, is_agenda, repeats_page, said_missing, status
from folkmoot.render.voice import Voice

VOICE = Voice()
SHOWN: list[dict[str, Any]] = [
    {"points": (Point("2026", 1.0, 9),)}, {"entries": (Entry("a", "A"),)},
    {"findings": (Finding("f", "F", Outcome.NO),)},
]  # fmt: skip


def lacking(identifier: str, missing: str = "Not here.", **more: Any) -> Panel:
    """Give a panel that shows nothing but what `more` says."""
    nothing = {"points": (), "entries": (), "findings": ()} | more
    return replace(example.SECOND, id=identifier, title=identifier.upper(), missing=missing, **nothing)


def page(*panels: Panel, lede: str = "") -> Page:
    return Page("x", "X", lede, panels)


def test_what_several_panels_lack_is_said_by_the_first_with_the_titles_of_the_rest() -> None:
    first, second, third = lacking("a"), lacking("b"), lacking("c", "Another thing.")
    whole = page(first, second, third)
    assert said_missing(whole, first, VOICE) == "Not here. The same holds for: B."
    assert said_missing(whole, third, VOICE) == "Another thing."
    assert [repeats_page(whole, panel) for panel in (first, second, third)] == [False, True, False]


@pytest.mark.parametrize("shown", SHOWN, ids=["points", "entries", "findings"])
def test_a_panel_that_shows_something_speaks_for_itself_alone(shown: dict[str, Any]) -> None:
    partly, empty, other = lacking("a", **shown), lacking("b"), lacking("c")
    whole = page(partly, empty, other)
    assert said_missing(whole, partly, VOICE) == "Not here."
    assert said_missing(whole, empty, VOICE) == "Not here. The same holds for: C."
    assert [repeats_page(whole, panel) for panel in (partly, empty, other)] == [False, False, True]


def test_what_the_page_has_said_no_panel_says_again() -> None:
    panel = lacking("a")
    assert repeats_page(page(panel, lede="Not here."), panel)
    assert not repeats_page(page(panel, lede="Elsewhere."), panel)


def test_where_nothing_is_missing_nothing_is_said() -> None:
    one, other = lacking("a", ""), lacking("b", "")
    assert said_missing(page(one, other), one, VOICE) == ""
    assert not repeats_page(page(one, other), other)


@pytest.mark.parametrize("shown", SHOWN, ids=["points", "entries", "findings"])
def test_a_panel_that_shows_something_names_its_source(shown: dict[str, Any]) -> None:
    assert footer(lacking("a"), VOICE) == ""
    assert footer(lacking("a", **shown), VOICE).startswith("Source: ")
    assert footer(lacking("a", ""), VOICE).startswith("Source: ")


def test_without_a_date_no_date_is_named() -> None:
    dated, undated = (footer(lacking("a", "", data_until=day), VOICE) for day in ("2026-06-14", ""))
    assert "newest entry 14 June 2026" in dated
    assert "2026" in dated
    assert "newest" not in undated


@pytest.mark.parametrize(
    ("identifier", "expected"),
    [("agenda", True), ("agenda-7", True), ("agendas", False), ("my-agenda", False)],
)
def test_every_project_s_agenda_is_one(identifier: str, expected: bool) -> None:
    panel = lacking(identifier)
    assert is_agenda(panel) is expected
    assert (status(panel, Outcome.NO, VOICE) == status(lacking("agenda"), Outcome.NO, VOICE)) is expected
