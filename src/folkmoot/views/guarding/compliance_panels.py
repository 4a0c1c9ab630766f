"""Panels that are handed over: one table per profile, a row per question, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from folkmoot.i18n import Message, Text
from folkmoot.model.audit import Answer
from folkmoot.model.check import Outcome
from folkmoot.model.metric import Better
from folkmoot.model.page import Entry, Panel
from folkmoot.views.guarding.guard import Guard
from folkmoot.views.guarding.security_panels import place
from folkmoot.views.profiles import Profile, all_profiles

MOST_EVIDENCE = 3
"""Pieces of evidence in one cell; `folkmoot check --all` has every one."""
COLUMNS = ("Question", "Answer", "What it rests on", "Maps to")
STATES = {
    Outcome.YES: "Yes",
    Outcome.NO: "No",
    Outcome.UNKNOWN: "Unknown",
    Outcome.NOT_APPLICABLE: "Not required",
    Outcome.ERROR: "Could not be checked",
}


def handed_over() -> list[Profile]:
    """Give the profiles that somebody else asks for: those that hold questions of their own."""
    return [profile for profile in all_profiles().values() if profile.questions]


def compliance_panels(guard: Guard) -> Iterator[Panel]:
    """Give a table per profile that has answers."""
    for profile in handed_over():
        answers = guard.asked(profile)
        if answers:
            yield _panel(guard, profile, answers)


def _panel(guard: Guard, profile: Profile, answers: list[Answer]) -> Panel:
    return Panel(
        id=f"compliance-{profile.name}",
        title=profile.title,
        question=profile.about,
        unit=None,
        better=Better.NEITHER,
        shape=None,
        entries=tuple(map(_row, answers)),
        columns=COLUMNS,
        headline=_counted(answers),
        definition=profile.source,
        data_until=guard.today.isoformat(),
        freshness=guard.today.isoformat(),
    )


def _counted(answers: list[Answer]) -> Text:
    count = {outcome: sum(each.finding.outcome is outcome for each in answers) for outcome in Outcome}
    values: dict[str, str | int | float] = {
        "asked": len(answers),
        "yes": count[Outcome.YES],
        "no": count[Outcome.NO],
        "unknown": count[Outcome.UNKNOWN] + count[Outcome.ERROR],
        "spared": count[Outcome.NOT_APPLICABLE],
    }
    if values["spared"]:
        return Message(
            "{asked} questions: {yes} yes, {no} no, {unknown} unknown, {spared} not required.", values
        )
    return Message("{asked} questions: {yes} yes, {no} no, {unknown} unknown.", values)


def _row(answer: Answer) -> Entry:
    rests_on = [place(each) for each in answer.evidence[:MOST_EVIDENCE]]
    more = len(answer.evidence) - MOST_EVIDENCE
    if more > 0:
        rests_on.append(Message("{count} more", {"count": more}))
    rests_on += [
        Message(
            "{place}: left until {day}: {reason}",
            {"place": each.evidence.place or "–", "day": each.until, "reason": each.reason},
        )
        for each in answer.suppressed[:MOST_EVIDENCE]
    ]
    finding = answer.finding
    title = Message("{id} {title}", {"id": finding.id, "title": str(finding.title)})
    return Entry(finding.id, title, STATES[finding.outcome], tuple(rests_on))
