"""Panels on proposals: where they stand on two axes, how long decisions take, what waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from math import floor

from folkmoot.govern.proposals.reading import Reading
from folkmoot.govern.timeline import History
from folkmoot.govern.timeline_numbers import (
    FEWEST,
    Wait,
    by_year,
    latency,
    waits_for_decision,
    waits_for_delivery,
)
from folkmoot.i18n import Message, Text
from folkmoot.i18n.message import Scalar
from folkmoot.model.metric import Shape, Unit
from folkmoot.model.page import Panel, Point
from folkmoot.model.proposal import DecisionState, DeliveryState
from folkmoot.views.governing.known import Known
from folkmoot.views.governing.panels import ALL_TIME, NO_CONTENTS, NO_HISTORY, panel_on
from folkmoot.views.governing.proposal_lists import against_the_process, undecided, waiting
from folkmoot.views.governing.telling import Names, short

NOT_SAID = "not said"
MOST_WORDS = 30
WAITING_TO_MEDIAN = (
    "Counted from when a proposal landed undecided to its first answer. Those still waiting count as "
    "waiting, never as decided. A dash: fewer than five, or over half of that year's still wait."
)
MERGED = (
    "Being merged is the decision here, so it is counted from the day the document says it was begun. "
    "Proposals that were never merged leave no trace in the repository and are missing from this."
)
ALL_DECIDED = "Every proposal has been decided."
SOME_SILENT = "{told} of {count} proposals say what was decided; none of these is undecided."


def proposal_panels(known: Known, names: Names) -> Iterator[Panel]:
    """Give every panel on the proposals of one repository."""
    reading = known.proposals
    if reading is None:
        panel = panel_on(
            known,
            "proposals-pipeline",
            "Where proposals stand",
            "How many proposals are decided, and how many delivered?",
        )
        yield replace(panel, missing=NO_CONTENTS)
        return
    yield pipeline(known, reading)
    yield words(known, reading)
    history = known.history
    if history is None:
        panel = panel_on(
            known, "proposals-latency", "Days to a decision", "How long does a proposal wait for an answer?"
        )
        yield replace(panel, missing=NO_HISTORY)
        return
    yield decision_latency(known, history)
    if history.layout.tells_delivery:
        yield delivery_latency(known, history)
    yield waiting(known, history, names)
    if any(step.before for way in history.timelines for step in way.transitions):
        yield against_the_process(known, reading, history, names)


def pipeline(known: Known, reading: Reading) -> Panel:
    """Give how many proposals stand where on both axes."""
    panel = panel_on(
        known, "proposals-pipeline", "Where proposals stand",
        "How many proposals are decided, and how many delivered?",
        Unit.PROPOSALS, Shape.GRID,
        "Rows say what was decided, columns how far it has been made; “not said” is what the documents "
        "leave open.",
    )  # fmt: skip
    counts = Counter((_word(one.decision), _word(one.delivery)) for one in reading.proposals)
    rows = [state for state in (*map(str, DecisionState), NOT_SAID) if any(row == state for row, _ in counts)]
    columns = [
        state
        for state in (NOT_SAID, *map(str, DeliveryState))
        if any(column == state for _, column in counts)
    ]
    points = tuple(
        Point(ALL_TIME, float(counts[row, column]), counts[row, column], label=row, part=column)
        for row in rows
        for column in columns
    )
    unread = len(reading.unread)
    note = (
        (Message("Documents in which no proposal was read: {count}.", {"count": unread}),) if unread else ()
    )
    return replace(panel, points=points, coverage_notes=note, headline=_waiting_headline(reading))


def words(known: Known, reading: Reading) -> Panel:
    """Give the documents' own words for their status."""
    panel = panel_on(
        known, "proposals-words", "In their own words", "Which status do the documents give themselves?",
        Unit.PROPOSALS, Shape.BREAKDOWN,
    )  # fmt: skip
    counts = Counter(short(one.word, 60) for one in reading.proposals if one.word)
    if not counts:
        return replace(
            panel, missing="These documents have no field for their status: where they lie is their status."
        )
    most = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_WORDS]
    return replace(panel, points=tuple(Point(ALL_TIME, float(n), n, label=word) for word, n in most))


def decision_latency(known: Known, history: History) -> Panel:
    """Give the median days to a decision by the year in which the waiting began."""
    panel = panel_on(
        known, "proposals-latency", "Days to a decision",
        "How long did half of the proposals of a year wait for an answer?",
        Unit.DAYS, Shape.SERIES, MERGED if history.layout.merged else WAITING_TO_MEDIAN,
    )  # fmt: skip
    text = "{ended} of {n} were answered. With those that wait, half take {days} days or longer."
    if history.layout.merged:
        text = "Half of those that were merged took {days} days or longer."
    return _latency(panel, known, waits_for_decision(history), text)


def delivery_latency(known: Known, history: History) -> Panel:
    """Give the median days from acceptance to delivery by the year of acceptance."""
    panel = panel_on(
        known, "proposals-delivery", "Days from acceptance to delivery",
        "How long did half of the proposals accepted in a year wait until they were made?",
        Unit.DAYS, Shape.SERIES,
        "Those not delivered yet count as waiting. A dash: fewer than five, or over half of that year's "
        "still wait.",
    )  # fmt: skip
    return _latency(
        panel,
        known,
        waits_for_delivery(history),
        "{ended} of {n} were delivered. With those that wait, half take {days} days or longer.",
    )


def _latency(panel: Panel, known: Known, waits: list[Wait], text: str) -> Panel:
    if not waits:
        return replace(panel, missing="These documents and their history do not tell.")
    year = known.when.year
    groups = {int(group.group): group for group in by_year(waits)}
    points = []
    for at in range(min(groups), max(year, *groups) + 1):
        group = groups.get(at)
        value = group.median_all if group and group.n >= FEWEST else None
        known_n = group is not None and (value is not None or group.n < FEWEST)
        n = group.n if group is not None and known_n else 0
        points.append(Point(str(at), value, n, complete=at < year))
    every = latency(waits)
    headline: Text = ""
    values: dict[str, Scalar] = {"ended": every.decided, "n": every.n}
    if every.median_all is not None:
        headline = Message(text, values | {"days": floor(every.median_all)})
    gone = sum(wait.timeline.gone_at is not None for wait in waits)
    note = (Message("No longer in the repository, and counted here all the same: {count}.", {"count": gone}),)
    return replace(
        panel,
        points=tuple(points),
        headline=headline,
        coverage_notes=panel.coverage_notes + note * bool(gone),
    )


def _word(state: DecisionState | DeliveryState | None) -> str:
    return NOT_SAID if state is None else str(state)


def _waiting_headline(reading: Reading) -> Text:
    values = {"count": len(reading.proposals), "open": len(undecided(reading))}
    if reading.layout.merged and not values["open"]:
        return (
            Message("Every proposal here is accepted: it was merged.", {**values})
            if _all_accepted(reading)
            else ""
        )
    if not values["open"]:
        values["told"] = sum(one.decision is not None for one in reading.proposals)
        if not values["told"]:
            return ""
        return Message(ALL_DECIDED if values["told"] == values["count"] else SOME_SILENT, {**values})
    return Message("Undecided: {open} of {count}.", {**values})


def _all_accepted(reading: Reading) -> bool:
    return all(one.decision is DecisionState.ACCEPTED for one in reading.proposals)
