"""Which questions are asked: profiles, as data in the `*.toml` beside this file.

A profile names rules and checks to ask (`rules`, `checks`, "*" for all, `except` for those left out; `rooms`
are rooms of checks, `level` leaves only those that answer a requirement of that level), or it holds the
`[[question]]`s of somebody else's review or baseline, each answered by rules and checks of ours.
What a question `shows` is evidence beside it and never its answer, as for a standard about an organisation;
so are the `files` whose path fits an expression (in lower case), whatever stands in them.
A question that nothing answers stays unknown; a note tells the person who fills in the rest.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from importlib.resources import files
from itertools import islice
from typing import TYPE_CHECKING

from folkmoot.checks import all_checks
from folkmoot.govern.audit.suppressions import answer_about, apply, read_suppressions
from folkmoot.i18n import Message, say
from folkmoot.model.audit import Answer, Evidence, Level
from folkmoot.model.check import Finding, Outcome, Risk
from folkmoot.model.errors import UsageError

if TYPE_CHECKING:
    from folkmoot.govern.audit.practice import Practice

NAMED_SO = "A file of that name."
MOST_FILES = 3
BADNESS = (Outcome.ERROR, Outcome.NO, Outcome.UNKNOWN, Outcome.YES, Outcome.NOT_APPLICABLE)
"""Which of several answers to one question counts: the first that is among them."""
SEVERITY = (Level.ERROR, Level.WARNING, Level.NOTE)
LEVELS = {
    Risk.CRITICAL: Level.ERROR,
    Risk.HIGH: Level.ERROR,
    Risk.MEDIUM: Level.WARNING,
    Risk.LOW: Level.NOTE,
}
"""How much a check's "no" insists: what is of low risk is told, and makes no CI run fail."""


@dataclass(frozen=True)
class Question:
    """One question of a review: `by` names what answers it (`rule:id` or `check:id`), `shows` what helps.

    `files` is an expression for paths in lower case: files to begin with, whoever answers.
    """

    id: str
    title: str
    by: tuple[str, ...]
    note: str = ""
    shows: tuple[str, ...] = ()
    files: str = ""


@dataclass(frozen=True)
class Profile:
    """One set of questions. `rules` and `checks` are ids, ("*",) for all."""

    name: str
    title: str
    about: str
    source: str
    rules: tuple[str, ...]
    checks: tuple[str, ...]
    leaves_out: tuple[str, ...]
    questions: tuple[Question, ...]
    rooms: tuple[str, ...] = ()
    level: int = 0

    @property
    def asks_people(self) -> bool:
        """Tell whether rules are asked: how people decide, not only what files show."""
        named = (name for question in self.questions for name in (*question.by, *question.shows))
        return bool(self.rules) or any(name.startswith("rule:") for name in named)

    def wants(self, kind: str, identifier: str) -> bool:
        """Tell whether a rule ("rule") or a check ("check") is asked in this profile."""
        named = self.rules if kind == "rule" else self.checks
        is_left_out = any(fnmatchcase(identifier, pattern) for pattern in self.leaves_out)
        is_named = identifier in named or ("*" in named and not is_left_out)
        if not is_named and kind == "check" and self.rooms:
            is_named = self._has_in_rooms(identifier)
        return is_named or any(
            f"{kind}:{identifier}" in (*question.by, *question.shows) for question in self.questions
        )

    def _has_in_rooms(self, identifier: str) -> bool:
        check = all_checks(*self.rooms).get(identifier)
        if check is None or not self.level:
            return check is not None
        return check.requirement is not None and self.level in check.requirement.levels


@cache
def all_profiles() -> dict[str, Profile]:
    """Give every profile by its name."""
    found = {}
    for place in sorted(files(__name__).iterdir(), key=lambda p: p.name):
        if place.name.endswith(".toml"):
            name = place.name.removesuffix(".toml")
            found[name] = _profile(name, tomllib.loads(place.read_text(encoding="utf-8")))
    return found


def _profile(name: str, table: Mapping[str, object]) -> Profile:
    def words(key: str) -> tuple[str, ...]:
        value = table.get(key, [])
        return tuple(map(str, value)) if isinstance(value, list) else ()

    asked = table.get("question", [])
    questions = [
        Question(
            str(each["id"]),
            str(each["title"]),
            tuple(each.get("by", [])),
            str(each.get("note", "")),
            tuple(each.get("shows", [])),
            str(each.get("files", "")),
        )
        for each in (asked if isinstance(asked, list) else [])
    ]
    title, about, source = (str(table.get(key, "")) for key in ("title", "about", "source"))
    rules, checks, leaves_out = words("rules"), words("checks"), words("except")
    level = table.get("level", 0)
    return Profile(
        name, title, about, source, rules, checks, leaves_out, tuple(questions), words("rooms"),
        level if isinstance(level, int) else 0,
    )  # fmt: skip


def profile_called(name: str) -> Profile:
    """Give a profile by its name. Raises UsageError when there is none."""
    known = all_profiles()
    if name not in known:
        raise UsageError(f"There is no profile {name!r}.", hint=f"the profiles are {', '.join(known)}.")
    return known[name]


def ask(profile: Profile, practice: Practice, findings: Iterable[Finding]) -> list[Answer]:
    """Ask the questions of a profile; `findings` are the answers of checks that it wants.

    What the community has suppressed is taken out, and told. Raises SourceError when git fails.
    """
    good, bad = read_suppressions(practice.repository.tree, practice.today)
    asked = _of_rules(profile, practice) if profile.asks_people else []
    checked = [of_check(each) for each in findings if profile.wants("check", each.id)]
    rules = {f"rule:{each.finding.id}": each for each in apply(asked, good)}
    checks = {f"check:{each.finding.id}": each for each in apply(checked, good)}
    about = answer_about(bad, good)
    told = [about] if about else []
    if not profile.questions:
        return [*rules.values(), *checks.values(), *told]
    is_asked = any(question.files for question in profile.questions)
    paths = sorted(
        practice.repository.tree.paths() if is_asked else (), key=lambda path: (path.count("/"), path)
    )
    return [
        *(
            _reply(question, profile, rules | checks, _there(question, paths))
            for question in profile.questions
        ),
        *told,
    ]


def _there(question: Question, paths: Iterable[str]) -> list[Evidence]:
    """Give the files that a question is answered in, by their names; those at the top first."""
    if not question.files:
        return []
    fits = re.compile(question.files).fullmatch
    return [
        Evidence(NAMED_SO, path)
        for path in islice(filter(lambda path: fits(path.lower()), paths), MOST_FILES)
    ]


def _of_rules(profile: Profile, practice: Practice) -> list[Answer]:
    from folkmoot.govern.audit.rules import all_rules  # loads all of governing

    return [rule.answer(practice) for rule in all_rules().values() if profile.wants("rule", rule.id)]


def of_check(finding: Finding) -> Answer:
    """Make an answer of a check's finding."""
    found = finding.spots or tuple(Evidence(each) for each in finding.evidence)
    check = all_checks().get(finding.id)
    question, source = (check.question, check.definition) if check else (finding.title, "")
    level = LEVELS[finding.risk or Risk.MEDIUM]
    return Answer(finding, question, level, found, references=(source,) if source else ())


def _told_beside(answer: Answer) -> Evidence:
    """Say what stands beside a question, at the first place it rests on."""
    question, outcome = say(answer.question), answer.finding.outcome.value.capitalize()
    text = "{id}: {question} {outcome}." if question.endswith("?") else "{id}: {question}: {outcome}."
    told = Message(text, {"question": question, "outcome": outcome, "id": answer.finding.id})
    place = next((each for each in answer.evidence if each.path), Evidence(told))
    return Evidence(told, place.path, place.line, place.commit)


def _said_yes(answer: Answer) -> Message:
    asked = say(answer.question)
    return Message("{question} Yes." if asked.endswith("?") else "{question}: yes.", {"question": asked})


def _is_only_written(question: Question, telling: Iterable[Answer]) -> bool:
    """Tell whether only checks of files answer a question that rules on what people did are asked for too."""
    does = {name.removeprefix("rule:") for name in question.by if name.startswith("rule:")}
    return bool(does) and does.isdisjoint(each.finding.id for each in telling)


def _reply(
    question: Question, profile: Profile, answers: Mapping[str, Answer], there: Iterable[Evidence] = ()
) -> Answer:
    """Answer one question of a review by the worst of what answers it.

    Nobody else's question is "not applicable" because we found nothing to look at, and one with a note is
    only partly answered by us, so that a "yes" of ours leaves it unknown, and so does a mere note; what was
    found is told either way. So does a document alone where it is asked what people do. The answer insists no
    more than the rules that gave it.
    """
    by = [answers[name] for name in question.by if name in answers]
    outcomes = {each.finding.outcome for each in by}
    outcome = next((each for each in BADNESS if each in outcomes), Outcome.UNKNOWN)
    telling = [each for each in by if each.finding.outcome is outcome]
    evidence = [item for each in telling for item in each.evidence]
    level = min((each.level for each in telling), key=SEVERITY.index, default=Level.WARNING)
    if outcome is Outcome.YES and (question.note or not evidence):
        evidence = [*(Evidence(_said_yes(each)) for each in telling), *evidence]
    is_part = outcome is Outcome.YES or (outcome is Outcome.NO and level is Level.NOTE)
    if (
        outcome is Outcome.NOT_APPLICABLE
        or (is_part and question.note)
        or _is_only_written(question, telling)
    ):
        outcome = Outcome.UNKNOWN
    beside = [answers[name] for name in question.shows if name in answers]
    evidence += [*there, *(_told_beside(each) for each in beside)]
    if question.note:
        evidence.append(Evidence(question.note))
    evidence = list(dict.fromkeys(evidence))  # several checks may rest on the same
    why, remedy, effort = (
        next((said for each in telling if (said := say(getattr(each.finding, name)))), "")
        for name in ("why", "remedy", "effort")
    )
    what = tuple(each.what for each in evidence)
    finding = Finding(question.id, question.title, outcome, what, why, remedy, effort)
    return Answer(
        finding, question.title, level, tuple(evidence),
        tuple(item for each in by for item in each.suppressed),
        sum(each.examined for each in by), (profile.source,),
    )  # fmt: skip
