"""Panels on decisions: what is open and what it still needs, what was decided and how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from folkmoot.i18n import Absence, Message, Text
from folkmoot.model.metric import Shape, Unit
from folkmoot.model.page import Entry, Panel, Point
from folkmoot.views.governing.decision_entries import announced_entry, has_result, recorded_entry
from folkmoot.views.governing.known import Known
from folkmoot.views.governing.own_decisions import OwnDecisions
from folkmoot.views.governing.panels import NO_CONTENTS, panel_on
from folkmoot.views.governing.records import Recorded
from folkmoot.views.governing.telling import Names, day_of

MOST_OPEN = 40
MOST_CLOSED = 30
UNSOUND = (
    "The files in .folkmoot do not follow from their decisions, so nothing is said about them here. "
    "`folkmoot verify` names everything: {what}"
)
NOTHING_DECIDED = Absence("No decision is on record yet.")
NOTHING_OPEN = "Nothing is open that the repository knows of. Discussions and votes at a forge are not seen."


def decision_panels(known: Known, names: Names) -> Iterator[Panel]:
    """Give every panel on the decisions of one repository."""
    own = OwnDecisions(known.own, known.when, names) if known.own is not None else None
    yield open_ones(known, own)
    yield closed_ones(known, own, names)
    yield by_year(known, own)


def open_ones(known: Known, own: OwnDecisions | None) -> Panel:
    """Give what is open, what closes first before the others."""
    panel = panel_on(
        known, "decisions-open", "Open decisions",
        "What is being decided, until when, and what does each still need?",
        caveat=Message("As of {day}, when this clone last learned something.", {"day": day_of(known.now)}),
    )  # fmt: skip
    if own is not None and own.problem:
        return replace(panel, missing=Message(UNSOUND, {"what": str(own.problem)}))
    if known.has_own and own is None:
        return replace(panel, missing=NO_CONTENTS)
    entries = [own.open_entry(decision) for decision in own.open[:MOST_OPEN]] if own else []
    to_come = [one for one in reversed(known.announced) if one.ends > known.now]
    entries += [announced_entry(one, known.now) for one in to_come[:MOST_OPEN]]
    if not entries:
        return replace(panel, missing=NOTHING_OPEN)
    total = len(own.open if own else ()) + len(to_come)
    return replace(panel, entries=tuple(entries), more=total - len(entries))


def closed_ones(known: Known, own: OwnDecisions | None, names: Names) -> Panel:
    """Give what was decided, the newest first."""
    panel = panel_on(
        known, "decisions-closed", "Decided", "What was decided, how, and by which rule?",
        caveat=(
            "Results are those on record; none is judged here. `folkmoot check --profile governance` holds "
            "records against the rules, and `folkmoot tally FILE` counts one again."
        ),
    )  # fmt: skip
    sound = own if own is not None and not own.problem else None
    entries: list[Entry] = [sound.closed_entry(one) for one in sound.closed] if sound else []
    entries += [recorded_entry(record, known.written, names) for record in known.records[:MOST_CLOSED]]
    if not entries:
        return replace(panel, missing=NOTHING_DECIDED)
    total = len(sound.closed if sound else ()) + len(known.records)
    return replace(
        panel,
        entries=tuple(entries[:MOST_CLOSED]),
        more=max(0, total - MOST_CLOSED),
        headline=_headline(known.records),
    )


def by_year(known: Known, own: OwnDecisions | None) -> Panel:
    """Give how many decisions came on record each year."""
    panel = panel_on(
        known, "decisions-by-year", "Decisions on record", "How many decisions came on record each year?",
        Unit.DECISIONS, Shape.SERIES,
        "Dated by the commit that brought the record, which may be later than the decision.",
    )  # fmt: skip
    years = [known_day(record)[:4] for record in known.records if record.landed is not None]
    if own is not None and not own.problem:
        years += [str(one.result.closed.year) for one in own.closed if one.result is not None]
    if not years:
        return replace(panel, missing=NOTHING_DECIDED)
    counts = Counter(years)
    span = range(int(min(years)), max(known.when.year, int(max(years))) + 1)
    points = (
        Point(str(year), float(counts[str(year)]), counts[str(year)], complete=year < known.when.year)
        for year in span
    )
    return replace(panel, points=tuple(points))


def known_day(record: Recorded) -> str:
    """Give the day a record came, as an ISO date; "" where the clone does not show it."""
    return day_of(record.landed.when) if record.landed else ""


def _headline(records: list[Recorded]) -> Text:
    """Say how many records have no result; where all have one nothing needs saying."""
    without = sum(not has_result(record.poll) for record in records)
    if not without:
        return ""
    values = {"count": len(records), "without": without}
    return Message("Votes on record: {count}; records that hold no result: {without}.", {**values})
