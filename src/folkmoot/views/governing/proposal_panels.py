"""Panels on proposals: where they stand on two axes, how long decisions take, what waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from folkmoot.govern.proposals.reading import Reading
from folkmoot.govern.timeline import History, Timeline
from folkmoot.govern.timeline_numbers import (
    FEWEST,
    Wait,
    by_year,
    latency,
    stale,
    waits_for_decision,
    waits_for_delivery,
)
from folkmoot.i18n import Message, Text
from folkmoot.i18n.message import Scalar
from folkmoot.model.metric import Shape, Unit
from folkmoot.model.page import Entry, Panel, Point
from folkmoot.model.proposal import DecisionState, DeliveryState, Proposal
from folkmoot.views.governing.known import Known
from folkmoot.views.governing.panels import ALL_TIME, NO_CONTENTS, NO_HISTORY, panel_on
from folkmoot.views.governing.telling import DAY, Names, day_of, short, told

NOT_SAID = "not said"
MOST_WORDS = 30
MOST_WAITING = 15
MOST_BROKEN = 10
MOST_STEPS = 12
HAPPENED = "What happened so far?"
WAITING_TO_MEDIAN = (
    "Counted from when a proposal landed undecided to its first answer. Those still waiting count as "
    "waiting, never as decided. A dash: fewer than five, or over half of that year's still wait."
)
MERGED = (
    "Being merged is the decision here, so it is counted from the day the document says it was begun. "
    "Proposals that were never merged leave no trace in the repository and are missing from this."
)


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
    yield against_the_process(known, reading, history, names)


def undecided(reading: Reading) -> list[Proposal]:
    """Give the proposals whose community still owes an answer."""
    return [one for one in reading.proposals if one.decision is not None and one.decision.is_undecided]


def waiting_ones(known: Known) -> list[tuple[Proposal, Timeline]]:
    """Give the undecided proposals with their ways through time, those unchanged longest first."""
    if known.proposals is None or known.history is None:
        return []
    ways = {way.path: way for way in known.history.timelines if way.gone_at is None}
    found = [(one, ways[one.path]) for one in undecided(known.proposals) if one.path in ways]
    return sorted(found, key=lambda pair: (pair[1].changed_at, pair[0].path))


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
    return _latency(
        panel,
        known,
        waits_for_decision(history),
        "{decided} of {n} were answered, half of these within {median} days.",
    )


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
        "{decided} of {n} were delivered, half of these within {median} days.",
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
    if every.median is not None:
        headline = Message(text, {"decided": every.decided, "n": every.n, "median": round(every.median)})
    return replace(panel, points=tuple(points), headline=headline)


def waiting(known: Known, history: History, names: Names) -> Panel:
    """Give the undecided proposals, those unchanged longest first."""
    panel = panel_on(
        known, "proposals-waiting", "Waiting for a decision",
        "Which proposals are undecided, and since when did nothing change?",
        caveat="The ones in which nothing has changed for longest stand first. Discussions elsewhere are "
        "not seen.",
    )  # fmt: skip
    open_ones = waiting_ones(known)
    if not open_ones:
        return replace(panel, missing="No proposal in the repository waits for a decision.")
    entries = tuple(_waiting_entry(one, way, known, names) for one, way in open_ones[:MOST_WAITING])
    still = stale_count(history)
    values = {"count": len(open_ones), "stale": still, "days": history.layout.stale_days}
    headline = Message(
        "{count} wait for a decision; in {stale} of them nothing has changed for over {days} days.",
        {**values},
    )
    return replace(panel, entries=entries, more=max(0, len(open_ones) - MOST_WAITING), headline=headline)


def stale_count(history: History) -> int:
    """Give how many undecided proposals have not changed for the layout's time."""
    return len(stale(history))


def _waiting_entry(one: Proposal, way: Timeline, known: Known, names: Names) -> Entry:
    quiet = max(0, known.now - way.changed_at) // DAY
    facts: list[Text] = []
    if way.began_at is not None:
        waited: dict[str, Scalar] = {"day": day_of(way.began_at), "days": quiet}
        facts.append(Message("Here since {day}, unchanged for {days} days.", waited))
    else:
        facts.append(Message("Unchanged for {days} days.", {"days": quiet}))
    details = [
        _step(step.at, step.before, step.after, step.commit, names) for step in way.transitions[-MOST_STEPS:]
    ]
    return Entry(
        one.path,
        named(one, names),
        told(one.word or str(one.decision)),
        tuple(facts),
        HAPPENED,
        tuple(details),
    )


def _step(at: int, before: str, after: str, commit: str, names: Names) -> Text:
    values: dict[str, str | int | float] = {
        "day": day_of(at), "before": short(before, 60), "after": short(after, 60), "commit": commit[:12],
    }  # fmt: skip
    if names.are_aliases:
        return Message(
            "{day}: “{before}” became “{after}”." if before else "{day}: it came as “{after}”.", values
        )
    if before:
        return Message("{day}: “{before}” became “{after}” (commit {commit}).", values)
    return Message("{day}: it came as “{after}” (commit {commit}).", values)


def against_the_process(known: Known, reading: Reading, history: History, names: Names) -> Panel:
    """Give the changes of status that the community's own process does not know, the newest first."""
    panel = panel_on(
        known, "proposals-process", "Beside the process",
        "Which changes of status does the process as written today not allow?",
        caveat="Judged by the process of today, also for changes made when another one held. Changes that "
        "were taken back, and many made at once, are left out.",
    )  # fmt: skip
    titles = {one.path: one for one in reading.proposals}
    found = [
        (step, way)
        for way in history.timelines
        if way.gone_at is None
        for step in way.transitions
        if step.illegal
    ]
    if not found:
        return replace(panel, missing="No change of status in the history went beside the process.")
    found.sort(key=lambda pair: (-pair[0].at, pair[1].path))
    entries = []
    for step, way in found[:MOST_BROKEN]:
        one = titles.get(way.path)
        day = Message("On {day}.", {"day": day_of(step.at)})
        commit = () if names.are_aliases else (Message("Commit {commit}.", {"commit": step.commit[:12]}),)
        title = named(one, names) if one else told(way.label)
        entries.append(
            Entry(
                f"{way.path} {step.commit}",
                title,
                told(step.after),
                (step.illegal, day),
                "Where does this stand?",
                commit,
            )
        )
    recent = sum(known.now - step.at < 366 * DAY for step, _ in found)
    headline = Message(
        "{count} changes went beside the process, {recent} of them in the last 12 months.",
        {"count": len(found), "recent": recent},
    )
    return replace(panel, entries=tuple(entries), more=max(0, len(found) - MOST_BROKEN), headline=headline)


def named(one: Proposal, names: Names) -> Text:
    """Give what a proposal is called: its label and title; a title may name somebody, so aliases hide it."""
    if names.are_aliases or not one.title:
        return told(one.label)
    return Message("{label}: {title}", {"label": short(one.label, 60), "title": short(one.title)})


def _word(state: DecisionState | DeliveryState | None) -> str:
    return NOT_SAID if state is None else str(state)


def _waiting_headline(reading: Reading) -> Text:
    values = {"count": len(reading.proposals), "open": len(undecided(reading))}
    if not values["open"]:
        return Message("All {count} proposals have been decided.", {**values})
    return Message("{open} of {count} proposals are undecided.", {**values})
