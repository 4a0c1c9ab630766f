"""Panels on how a project is guarded: what to do first, the rest, what is not known, what is in place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from folkmoot.checks import all_checks
from folkmoot.checks.scorecard._scored import NOT_HERE
from folkmoot.i18n import Message, Text, say
from folkmoot.model.audit import Answer
from folkmoot.model.check import Evidence, Finding, Outcome, Risk
from folkmoot.model.metric import Better
from folkmoot.model.page import Entry, Panel
from folkmoot.views.guarding.first import in_order, of_a_weekend
from folkmoot.views.guarding.guard import Guard
from folkmoot.views.guarding.same import told_once
from folkmoot.views.guarding.told import advised

MOST_PLACES = 5
"""Places of one finding that a page names; `folkmoot check --all` has every one."""
ALL_OF_THEM = "`folkmoot check --all` lists every place."
CAVEAT = (
    "From the files of the newest commit on the default branch; what is set up at the forge is known only "
    "where it was asked."
)


def security_panels(guard: Guard) -> Iterator[Panel]:
    """Give the panels of one project; what there is nothing of has none."""
    acting = in_order(answer.finding for answer in told_answers(guard))
    names = {answer.finding.id for answer in told_answers(guard)}
    first = of_a_weekend(acting)
    rest = [finding for finding in acting if finding not in first]
    yield _first(guard, first, rest)
    if rest:
        yield _panel(
            guard, "security-to-do", "What else to do", "What comes after that, the most useful first?",
            findings=tuple(map(shown, rest)),
        )  # fmt: skip
    answers = [answer for answer in asked(guard) if answer.finding.id in names or answer.suppressed]
    for make in (_errors, _suppressed, _unknown, _in_place):
        panel = make(guard, answers)
        if panel is not None:
            yield panel


def asked(guard: Guard) -> list[Answer]:
    """Give what this page is about: all but the requirements of catalogues, which have their tables."""
    checks = all_checks()
    return [
        answer
        for answer in guard.answers
        if (check := checks.get(answer.finding.id)) is None or check.requirement is None
    ]


def told_answers(guard: Guard) -> list[Answer]:
    """Give the answers that a page tells: of those that say the same, one."""
    answers = asked(guard)
    names = {finding.id for finding in told_once(answer.finding for answer in answers)}
    return [answer for answer in answers if answer.finding.id in names]


def with_outcome(answers: Sequence[Answer], outcome: Outcome) -> list[Answer]:
    """Give the answers that have one outcome."""
    return [answer for answer in answers if answer.finding.outcome is outcome]


def shown(finding: Finding) -> Finding:
    """Give a finding as a page tells it: its sum, then a few of its places, and how many more there are."""
    finding = advised(finding)
    if not finding.spots:
        return finding
    # What Scorecard remarks without a place says its reason again, and that is told already.
    remarks = [each.text for each in finding.scored.details if not each.path] if finding.scored else []
    spots = [spot for spot in finding.spots if spot.path or spot.what not in remarks]
    named = [place(spot) for spot in spots[:MOST_PLACES]]
    more = len(spots) - MOST_PLACES
    if more > 0:
        named.append(
            Message("{count} more places. {how}", {"count": more, "how": ALL_OF_THEM})
            if more > 1
            else Message("One more place. {how}", {"how": ALL_OF_THEM})
        )
    return replace(finding, evidence=(*finding.evidence, *named), spots=())


def place(spot: Evidence) -> Text:
    """Give a piece of evidence as one sentence that begins with its place."""
    return spot.told if spot.path else spot.what


def _panel(guard: Guard, identifier: str, title: Text, question: Text, **more: object) -> Panel:
    usual = Panel(
        id=identifier, title=title, question=question, unit=None, better=Better.NEITHER, shape=None,
        data_until=guard.today.isoformat(), freshness=guard.today.isoformat(),
    )  # fmt: skip
    return replace(usual, **more)  # type: ignore[arg-type]


def _first(guard: Guard, acting: Sequence[Finding], rest: Sequence[Finding]) -> Panel:
    headlines: dict[int, Text] = {
        0: "There is nothing to act on: no check found anything that wants mending.",
        1: "One thing wants mending.",
        2: "Two things want mending.",
    }
    unknown = sum(answer.finding.outcome is Outcome.UNKNOWN for answer in told_answers(guard))
    if unknown:
        words = (
            "No check found anything that wants mending, and one question could not be answered."
            if unknown == 1
            else "No check found anything that wants mending, and {count} questions could not be answered."
        )
        headlines[0] = Message(words, {"count": unknown})
    if not acting and rest and all(finding.risk is Risk.LOW for finding in rest):
        headlines[0] = Message("Nothing grave was found. Small things: {count}.", {"count": len(rest)})
    elif not acting and rest:
        headlines[0] = "Nothing that wants mending can be done in a weekend."
    headline = headlines.get(len(acting), "These three help most for the time they take.")
    return _panel(
        guard, "agenda-security", "This weekend", "Which three things help most, for the time they take?",
        findings=tuple(shown(finding) for finding in acting), headline=headline, caveat=CAVEAT,
    )  # fmt: skip


def _errors(guard: Guard, answers: Sequence[Answer]) -> Panel | None:
    failed = with_outcome(answers, Outcome.ERROR)
    if not failed:
        return None
    return _panel(
        guard, "security-errors", "What could not be read", "Which files stopped a check?",
        findings=tuple(shown(answer.finding) for answer in failed),
    )  # fmt: skip


def _suppressed(guard: Guard, answers: Sequence[Answer]) -> Panel | None:
    entries = tuple(
        Entry(
            id=f"{answer.finding.id}-{number}",
            title=answer.finding.title,
            facts=(
                place(each.evidence),
                Message("Until {day}: {reason}", {"day": each.until, "reason": each.reason}),
            ),
        )
        for answer in answers
        for number, each in enumerate(answer.suppressed, 1)
    )
    if not entries:
        return None
    return _panel(
        guard, "security-suppressed", "Left as it is, for now",
        "What has this community decided not to act on, why, and until when?", entries=entries,
        caveat="From .folkmoot/checks.toml; after its day each counts again.",
    )  # fmt: skip


def _unknown(guard: Guard, answers: Sequence[Answer]) -> Panel | None:
    """Tell what is not known by what would settle it: one sentence for all that it would answer."""
    settled: dict[tuple[str, ...], list[Answer]] = {}
    absent: tuple[str, ...] = ()
    for answer in with_outcome(answers, Outcome.UNKNOWN):
        doubt = _doubt(answer.finding)
        said = tuple(filter(None, (*map(say, doubt), say(advised(answer.finding).remedy))))
        if any(isinstance(text, Message) and text.text == NOT_HERE for text in doubt):
            # One file that is not here stands for all: the same clone answers them.
            absent = said = absent or said
        settled.setdefault(said, []).append(answer)
    if not settled:
        return None
    entries = tuple(
        Entry(
            id=inside[0].finding.id,
            title=Message("{titles}", {"titles": ", ".join(say(each.finding.title) for each in inside)}),
            facts=said,
        )
        for said, inside in sorted(settled.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    )
    return _panel(
        guard, "security-unknown", "What is not known",
        "What could a clone not show, and what would settle it?", entries=entries,
        caveat="Unknown is neither yes nor no: nothing is held against the project.",
    )  # fmt: skip


def _doubt(finding: Finding) -> Sequence[Text]:
    """Give why something is not known: what a check says of no place, else the sum of what it found."""
    return [spot.what for spot in finding.spots if not spot.path] or finding.evidence


def _in_place(guard: Guard, answers: Sequence[Answer]) -> Panel | None:
    groups = (
        (Outcome.YES, "In place: {count}."),
        (Outcome.NOT_APPLICABLE, "Not asked of a project like this one: {count}."),
    )
    entries = tuple(
        Entry(
            id=str(outcome),
            title=Message(words, {"count": len(inside)}),
            ask="Which",
            details=tuple(answer.finding.title for answer in inside),
        )
        for outcome, words in groups
        if (inside := with_outcome(answers, outcome))
    )
    if not entries:
        return None
    return _panel(
        guard, "security-in-place", "What is in place", "What need nobody look at this weekend?",
        entries=entries,
    )  # fmt: skip
