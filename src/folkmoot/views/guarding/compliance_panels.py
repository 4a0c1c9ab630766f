"""Panels that are handed over: one table per catalogue, a row per question, each with what it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from folkmoot.checks import all_checks
from folkmoot.i18n import Message, Text, say
from folkmoot.model.audit import Answer
from folkmoot.model.check import Outcome
from folkmoot.model.metric import Better
from folkmoot.model.page import Entry, Panel
from folkmoot.model.requirement import Requirement
from folkmoot.views.guarding.guard import Guard
from folkmoot.views.guarding.security_panels import place
from folkmoot.views.profiles import Profile, all_profiles

SHORT = 30
"""Letters of a sentence that may stand twice: naming where it stands first would be no shorter."""
MOST_EVIDENCE = 1
"""Pieces of evidence in one cell; `folkmoot check --all` has every one."""
COLUMNS = ("Question", "Answer", "What it rests on", "About the same")
STATES = {
    Outcome.YES: "Yes",
    Outcome.NO: "No",
    Outcome.UNKNOWN: "Unknown",
    Outcome.NOT_APPLICABLE: "Not required",
    Outcome.ERROR: "Could not be checked",
}
CATALOGUES = {
    "CRA": "CRA", "SSDF": "SSDF", "CSF": "CSF", "ISO-18974": "ISO 18974", "PCIDSS": "PCI DSS",
    "BPB": "BPB",
}  # fmt: skip
"""The catalogues a table names beside its own, as they are called there; the reference has every one."""
FORGE, INSIGHTS = "--forge", "SECURITY-INSIGHTS"
SETTLED_BY = {
    (True, False): "To be asked of the forge, or written down",
    (False, True): "To be said in SECURITY-INSIGHTS.yml, in a line each",
    (True, True): "To be asked of the forge, or said in SECURITY-INSIGHTS.yml",
    (False, False): "To be written down, or looked at by a person",
}
"""What would settle an unknown, by whether the forge can tell it, and whether a SECURITY-INSIGHTS can."""
BY_FORGE = "To be asked of the forge"
BY_PEOPLE = "For a person to answer"
LEFT_TO_PEOPLE = (
    "`folkmoot check --profile {name}` says what each unknown waits for, and with `--forge URL` asks the "
    "forge; with `--format markdown` it gives this table by itself."
)
BASELINE = "https://baseline.openssf.org/versions/2026-02-19"


def handed_over() -> list[Profile]:
    """Give the profiles that hold questions of somebody else's, each answered by checks and rules of ours."""
    return [profile for profile in all_profiles().values() if profile.questions]


def compliance_panels(guard: Guard) -> Iterator[Panel]:
    """Give the requirements of the Baseline, then a table per profile that has answers."""
    checks = all_checks()
    required = [
        (check.requirement, answer)
        for answer in guard.answers
        if (check := checks.get(answer.finding.id)) and check.requirement
    ]
    if required:
        yield _baseline(guard, required)
    for profile in handed_over():
        if answers := guard.asked(profile):
            yield _panel(
                guard, profile.name, profile.title, profile.about, profile.source, _counted(answers),
                _rows(profile, answers), Message(LEFT_TO_PEOPLE, {"name": profile.name}),
            )  # fmt: skip


MET = (
    "Level 1: {met1} of {all1} met, {open1} not. Level 2: {met2} of {all2} more, {open2} not. Level 3: "
    "{met3} of {all3} more, {open3} not. The rest is unknown."
)
MET_OR_NOT_ASKED = (
    "Level 1: {met1} of {all1} met, {open1} not. Level 2: {met2} of {all2} more, {open2} not. Level 3: "
    "{met3} of {all3} more, {open3} not. The rest is unknown. Counted as met and not required here: {aside}."
)


def _baseline(guard: Guard, required: Sequence[tuple[Requirement, Answer]]) -> Panel:
    """Give one table for all levels, so that no requirement is told three times."""
    by_level: dict[int, Counter[Outcome]] = {level: Counter() for level in (1, 2, 3)}
    for requirement, answer in required:
        by_level[requirement.level][answer.finding.outcome] += 1
    values: dict[str, str | int | float] = {}
    for level, counts in by_level.items():
        values |= {f"met{level}": counts[Outcome.YES] + counts[Outcome.NOT_APPLICABLE],
                   f"open{level}": counts[Outcome.NO], f"all{level}": counts.total()}  # fmt: skip
    aside = sum(counts[Outcome.NOT_APPLICABLE] for counts in by_level.values())
    headline = Message(MET_OR_NOT_ASKED if aside else MET, values | {"aside": aside})
    told: dict[str, str] = {}
    said: dict[str, str] = {}
    rows = []
    for requirement, answer in sorted(required, key=lambda pair: pair[0].id):
        first = told.setdefault(requirement.control, requirement.id)
        maps = _maps(requirement) if first == requirement.id else ""
        rows.append(_row(answer, said, requirement.level, (maps,) if maps else ()))
    about = "How far does the project meet the 64 requirements of the Open Source Project Security Baseline?"
    caveat = Message(
        "What other catalogues call a control stands with its first requirement in a report in HTML or "
        "Markdown, by the Baseline's tables. `folkmoot check --profile {name}` says what each unknown waits "
        "for, and with `--forge URL` asks the forge.",
        {"name": "osps-3"},
    )
    return _panel(guard, "osps", "OSPS Baseline v2026.02.19", about, BASELINE, headline, tuple(rows), caveat)


def _maps(requirement: Requirement) -> str:
    """Give what other catalogues call the same subject, by the Baseline's own tables."""
    named = [
        f"{called} {', '.join(requirement.maps[short])}"
        for short, called in CATALOGUES.items()
        if short in requirement.maps
    ]
    return "; ".join(named)


def _panel(
    guard: Guard, name: str, title: Text, about: Text, source: str, headline: Text, rows: tuple[Entry, ...],
    caveat: Text,
) -> Panel:  # fmt: skip
    return Panel(
        id=f"compliance-{name}",
        title=title,
        question=about,
        unit=None,
        better=Better.NEITHER,
        shape=None,
        entries=rows,
        columns=COLUMNS,
        headline=headline,
        caveat=caveat,
        definition=source,
        data_until=guard.today.isoformat(),
        freshness=guard.today.isoformat(),
    )


def _counted(answers: Iterable[Answer]) -> Text:
    count = Counter(answer.finding.outcome for answer in answers)
    values: dict[str, str | int | float] = {
        "asked": count.total(),
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


def _rows(profile: Profile, answers: Iterable[Answer]) -> tuple[Entry, ...]:
    """Give a row per answer; the note of a question that nothing here answers is left to the command."""
    notes = {question.id: question.note for question in profile.questions}
    said: dict[str, str] = {}
    rows = []
    for answer in answers:
        found = [each for each in answer.evidence if each.what != notes.get(answer.finding.id)]
        if answer.finding.outcome is Outcome.UNKNOWN:
            found = [each for each in found if each.path]  # what was not found is no evidence
        rows.append(_row(replace(answer, evidence=tuple(found)), said))
    return tuple(rows)


def _row(answer: Answer, said: dict[str, str], level: int = 0, maps: tuple[Text, ...] = ()) -> Entry:
    """Give one row. `said` holds which row told a sentence already, so that no table repeats one."""
    finding = answer.finding
    # What would settle an unknown is worth more in a table than what was looked at in vain.
    settling = finding.remedy if finding.outcome is Outcome.UNKNOWN else ""
    rests_on = [settling] if settling else [place(each) for each in answer.evidence[:MOST_EVIDENCE]]
    more = 0 if settling else len(answer.evidence) - MOST_EVIDENCE
    if more > 0:
        rests_on.append(Message("{count} more", {"count": more}))
    rests_on += [
        Message(
            "{place}: left until {day}: {reason}",
            {"place": each.evidence.place or "–", "day": each.until, "reason": each.reason},
        )
        for each in answer.suppressed[:MOST_EVIDENCE]
    ]
    whole = " ".join(map(say, rests_on))
    first = said.setdefault(whole, finding.id)
    if len(whole) > SHORT and first != finding.id:
        rests_on = [Message("As {id}", {"id": first})]
    values: dict[str, str | int | float] = {"id": finding.id, "title": str(finding.title), "level": level}
    title = Message("{id} {title} (level {level})" if level else "{id} {title}", values)
    group = _group(settling, rests_on) if finding.outcome is Outcome.UNKNOWN else ""
    return Entry(finding.id, title, STATES[finding.outcome], tuple(rests_on), details=maps, group=group)


def _group(settling: Text, rests_on: Sequence[Text]) -> Text:
    """Give what would settle an unknown in a few words; "" where it has evidence to start from."""
    if settling:
        said = say(settling)
        is_choice = "; or " in said or ", or " in said
        return SETTLED_BY[FORGE in said, INSIGHTS in said] if is_choice or FORGE not in said else BY_FORGE
    return "" if rests_on else BY_PEOPLE
