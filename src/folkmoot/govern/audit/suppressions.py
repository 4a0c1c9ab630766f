"""`.folkmoot/checks.toml`: what a community has decided not to act on for now, why, and until when.

::

    [[suppress]]
    rule = "enough-binding-votes"
    path = "votes/0193-ada-as-reviewer.md"   # optional; without it the whole rule
    reason = "From before the rule asked for two; see decision 12."
    until = 2027-03-31                       # the last day it holds

Without a reason or an end a suppression does not hold, and neither after its end; both are told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from folkmoot.govern.roles.documents import NotPlainError, line_of, read_toml
from folkmoot.i18n import Message, Text
from folkmoot.model.audit import Answer, Evidence, Level, Suppressed
from folkmoot.model.check import Finding, Outcome, Tree

PATH = ".folkmoot/checks.toml"
ID = "suppressions"
MOST_BYTES = 200_000
MOST_ENTRIES = 2_000
MOST_TEXT = 500
_KEYS = frozenset({"rule", "path", "reason", "until"})


@dataclass(frozen=True)
class Suppression:
    """One suppression that holds: a rule, or one path of it ("" for all), why, and its last day."""

    rule: str
    path: str
    reason: str
    until: date
    line: int

    def covers(self, rule: str, evidence: Evidence) -> bool:
        """Tell whether this piece of evidence of a rule is suppressed."""
        return self.rule == rule and self.path in ("", evidence.path)


def read_suppressions(tree: Tree, today: date) -> tuple[list[Suppression], list[Evidence]]:
    """Give the suppressions that hold on a day, and what is wrong with the others."""
    content = tree.read(PATH, MOST_BYTES) if PATH in set(tree.paths()) else None
    if content is None:
        return [], []
    if len(content) >= MOST_BYTES:
        return [], [Evidence("The file is too large to be read.", PATH)]
    try:
        entries = read_toml(content.decode("utf-8", "replace")).get("suppress", [])
    except (NotPlainError, RecursionError) as error:
        what = getattr(error, "what", "The file is nested too deeply.")
        return [], [Evidence(what, PATH, getattr(error, "line", 0))]
    good: list[Suppression] = []
    bad: list[Evidence] = []
    if not isinstance(entries, list):
        return [], [Evidence("Suppressions are tables called [[suppress]], in two brackets.", PATH)]
    for entry in entries[:MOST_ENTRIES]:
        found = _suppression(entry if isinstance(entry, dict) else {}, today)
        if isinstance(found, Suppression):
            good.append(found)
        else:
            bad.append(found)
    return good, bad


def _suppression(entry: Mapping[str, Any], today: date) -> Suppression | Evidence:
    rule, path, reason = (_text(entry.get(key)) for key in ("rule", "path", "reason"))
    line, until = line_of(entry.get("rule")), entry.get("until")
    wrong: Text = ""
    odd = sorted(set(entry) - _KEYS)
    if not rule:
        wrong = "A suppression names no rule."
    elif odd:
        # A misspelt `path` would suppress the whole rule.
        wrong = Message(
            "The suppression of {rule} has a key that means nothing: {key}.",
            {"rule": rule, "key": str(odd[0])[:80]},
        )
    elif len(reason) < 10:
        wrong = Message(
            "The suppression of {rule} gives no reason that others could understand.", {"rule": rule}
        )
    elif isinstance(until, str) or not isinstance(until, date):
        wrong = Message("The suppression of {rule} has no end (until = 2027-03-31).", {"rule": rule})
    elif date(until.year, until.month, until.day) < today:
        wrong = Message(
            "The suppression of {rule} ended on {day}.", {"rule": rule, "day": f"{until:%Y-%m-%d}"}
        )
    else:
        return Suppression(rule, path, reason, date(until.year, until.month, until.day), line)
    return Evidence(wrong, PATH, line)


def _text(value: Any) -> str:
    return " ".join(str(value)[:MOST_TEXT].split()) if isinstance(value, str) else ""


def apply(answers: Iterable[Answer], suppressions: list[Suppression]) -> list[Answer]:
    """Take suppressed evidence out of every "no"; one that has none left becomes a "yes"."""
    return [_applied(answer, suppressions) for answer in answers]


def _applied(answer: Answer, suppressions: list[Suppression]) -> Answer:
    if answer.finding.outcome is not Outcome.NO:
        return answer
    left, out = [], []
    for evidence in answer.evidence:
        rule = answer.finding.id
        holding = next((each for each in suppressions if each.covers(rule, evidence)), None)
        if holding is None:
            left.append(evidence)
        else:
            out.append(Suppressed(evidence, holding.reason, holding.until.isoformat()))
    if not out:
        return answer
    finding = replace(
        answer.finding,
        outcome=Outcome.NO if left else Outcome.YES,
        evidence=tuple(each.what for each in left),
        spots=tuple(left) if answer.finding.spots else (),
        remedy=answer.finding.remedy if left else "",
        effort=answer.finding.effort if left else "",
    )
    return replace(answer, finding=finding, evidence=tuple(left), suppressed=tuple(out))


def answer_about(bad: list[Evidence], good: list[Suppression]) -> Answer | None:
    """Give the answer about the suppressions themselves; None when there are none."""
    if not bad and not good:
        return None
    finding = Finding(
        ID, "Suppressions hold", Outcome.NO if bad else Outcome.YES, tuple(each.what for each in bad),
        "A suppression without a reason or an end is a rule that nobody keeps any more.",
        "Give it a reason and an end, or remove it." if bad else "", "five minutes each" if bad else "",
    )  # fmt: skip
    question = "Does every suppression have a reason and an end that is still to come?"
    return Answer(finding, question, Level.WARNING, tuple(bad), (), len(bad) + len(good))
