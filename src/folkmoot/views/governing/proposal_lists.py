"""Proposals as lists: those that wait, and the changes that went beside the process."""

from __future__ import annotations

from dataclasses import replace

from folkmoot.govern.proposals.reading import Reading
from folkmoot.govern.timeline import History, Timeline
from folkmoot.i18n import Absence, Message, Text
from folkmoot.i18n.message import Scalar
from folkmoot.model.event import DAY
from folkmoot.model.page import Entry, Panel
from folkmoot.model.proposal import Proposal
from folkmoot.views.governing.known import Known
from folkmoot.views.governing.panels import panel_on
from folkmoot.views.governing.telling import Names, day_of, short, told

WAIT_ELSEWHERE = (
    "Only decided proposals land in this repository. Those that wait are open changes at the forge, which "
    "a clone "
    "cannot tell from others."
)
NOBODY_WAITS = Absence("No proposal in the repository waits for a decision.")
MOST_WAITING = 15
MOST_BROKEN = 10
MOST_STEPS = 12
HAPPENED = "What happened so far?"


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
        return replace(panel, missing=WAIT_ELSEWHERE if history.layout.merged else NOBODY_WAITS, caveat="")
    entries = tuple(_waiting_entry(one, way, names) for one, way in open_ones[:MOST_WAITING])
    still = len(unchanged(known))
    values = {"count": len(open_ones), "stale": still, "days": history.layout.stale_days}
    headline = Message(
        "Waiting for a decision: {count}; unchanged for over {days} days: {stale}.",
        {**values},
    )
    return replace(panel, entries=entries, more=max(0, len(open_ones) - MOST_WAITING), headline=headline)


def unchanged(known: Known) -> list[tuple[Proposal, Timeline]]:
    """Give those of the waiting proposals that have not changed for the layout's time."""
    most = known.layout.stale_days if known.layout else 0
    return [pair for pair in waiting_ones(known) if known.now - pair[1].changed_at > most * DAY]


def _waiting_entry(one: Proposal, way: Timeline, names: Names) -> Entry:
    facts: list[Text] = []
    if way.began_at is not None and way.began_at != way.changed_at:
        days: dict[str, Scalar] = {"since": day_of(way.began_at), "changed": day_of(way.changed_at)}
        facts.append(Message("Here since {since}, last changed on {changed}.", days))
    else:
        facts.append(Message("Unchanged since {changed}.", {"changed": day_of(way.changed_at)}))
    details = [
        _step(step.at, step.before, step.after, step.commit, names) for step in way.transitions[-MOST_STEPS:]
    ]
    return Entry(
        names.mark(one.path),
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
        return replace(panel, headline="No change of status in the history went beside the process.")
    found.sort(key=lambda pair: (-pair[0].at, pair[1].path))
    entries = []
    for step, way in found[:MOST_BROKEN]:
        one = titles.get(way.path)
        day = Message("On {day}.", {"day": day_of(step.at)})
        commit = () if names.are_aliases else (Message("Commit {commit}.", {"commit": step.commit[:12]}),)
        title = named(one, names) if one else told(way.label)
        entries.append(
            Entry(
                names.mark(f"{way.path} {step.commit}"),
                title,
                told(step.after),
                (step.illegal, day),
                "Where does this stand?",
                commit,
            )
        )
    recent = sum(known.now - step.at < 366 * DAY for step, _ in found)
    headline = Message(
        "Changes that went beside the process: {count}, {recent} of them in the last 12 months.",
        {"count": len(found), "recent": recent},
    )
    return replace(panel, entries=tuple(entries), more=max(0, len(found) - MOST_BROKEN), headline=headline)


def named(one: Proposal, names: Names) -> Text:
    """Give what a proposal is called: its label and title; a title may name somebody, so aliases hide it."""
    if names.are_aliases or not one.title:
        return told(one.label)
    return Message("{label}: {title}", {"label": short(one.label, 60), "title": short(one.title)})
