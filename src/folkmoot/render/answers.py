"""Answers of an audit as text for a terminal and as a JSON document."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from folkmoot.i18n import Message, Text, say
from folkmoot.model.audit import Answer, Evidence
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.scorecard import BEST, INCONCLUSIVE

MARKS = {
    Outcome.YES: "ok",
    Outcome.NO: "no",
    Outcome.UNKNOWN: "?",
    Outcome.NOT_APPLICABLE: "-",
    Outcome.ERROR: "!",
}
WIDTH = 100


def as_sections(
    title: str, sections: Sequence[tuple[Text, Sequence[Answer]]], *, shown: int = 20, scores: bool = False,
    width: int = WIDTH,
) -> str:  # fmt: skip
    """Give answers as lines under headings, folded at `width`; a section without answers has none.

    Of each answer at most `shown` pieces of evidence are told (0: all).
    `scores` adds what Scorecard gives, where it has a check.
    """
    lines = [*_wrapped(title, 0, width), ""]
    for heading, answers in sections:
        if heading and answers:
            lines += [say(heading), ""]
        told = [_told(answer, shown, width, scores=scores) for answer in answers]
        for one, following in pairwise([*told, []]):
            # Neighbours that say the very same under their names say it once, under the last of them.
            lines += one[:1] if len(one) > 1 and one[1:] == following[1:] else one
        if heading and answers and lines[-1]:
            lines.append("")
    every = [answer for _, answers in sections for answer in answers]
    count = {outcome: sum(each.finding.outcome is outcome for each in every) for outcome in Outcome}
    known = ", ".join(f"{n} {outcome.value}" for outcome, n in count.items() if n)
    lines.append(f"{len(every)} questions: {known}." if every else "There is nothing to ask.")
    return "\n".join(clean(line) for line in lines) + "\n"


def _told(answer: Answer, shown: int, width: int, *, scores: bool) -> list[str]:
    finding = answer.finding
    seen = f"  ({answer.examined} looked at)" if answer.examined else ""
    if scores and (score := score_of(finding)):
        seen += f"  ({say(score)})"
    name = f"  [{finding.id}]"
    lines = [f"{MARKS[finding.outcome]:>3}  {say(finding.title)}{seen}{name}"]
    if finding.outcome in (Outcome.YES, Outcome.NOT_APPLICABLE) and not answer.suppressed:
        return lines
    limit = shown or len(answer.evidence)
    lines += [line for each in answer.evidence[:limit] for line in _wrapped(_said(each), 7, width)]
    if len(answer.evidence) > limit:
        lines.append(f"       and {len(answer.evidence) - limit} more")
    for each in answer.suppressed:
        lines += _wrapped(f"{_said(each.evidence)} (suppressed until {each.until}: {each.reason})", 7, width)
    if finding.remedy:
        effort = f" ({say(finding.effort)})" if finding.effort else ""
        lines += _wrapped(f"What to do: {say(finding.remedy)}{effort}", 5, width)
    return [*lines, ""]


def score_of(finding: Finding) -> Text:
    """Give what Scorecard gives for its check, "" where it has none."""
    if finding.scored is None:
        return ""
    if finding.scored.score == INCONCLUSIVE:
        return "Scorecard: no score"
    return Message("Scorecard: {score} of {best}", {"score": finding.scored.score, "best": BEST})


def _wrapped(words: str, indent: int, width: int) -> list[str]:
    """Break words into lines; a command or an address that is broken at a hyphen cannot be copied."""
    before = " " * indent
    return textwrap.wrap(words, width, initial_indent=before, subsequent_indent=before,
                         break_on_hyphens=False, break_long_words=False)  # fmt: skip


def _said(evidence: Evidence) -> str:
    if evidence.path and evidence.commit:
        return f"{evidence.place} ({evidence.commit[:12]}): {say(evidence.what)}"
    return f"{evidence.told}"


def as_json(about: dict[str, Any], answers: Sequence[Answer]) -> str:
    """Give the answers as one JSON document; `about` says what was looked at."""
    return (
        json.dumps(about | {"answers": [_document(each) for each in answers]}, indent=1, ensure_ascii=False)
        + "\n"
    )


def _document(answer: Answer) -> dict[str, Any]:
    finding = answer.finding
    return {
        "id": finding.id,
        "title": say(finding.title),
        "question": say(answer.question),
        "outcome": finding.outcome.value,
        "level": answer.level.value,
        "fails": answer.fails,
        "examined": answer.examined,
        "evidence": [_evidence(each) for each in answer.evidence],
        "suppressed": [
            _evidence(each.evidence) | {"reason": each.reason, "until": each.until}
            for each in answer.suppressed
        ],
        "why": say(finding.why),
        "remedy": say(finding.remedy),
        "effort": say(finding.effort),
        "references": list(answer.references),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {
        "what": say(evidence.what),
        "path": evidence.path,
        "line": evidence.line,
        "commit": evidence.commit,
    }


def clean(text: str) -> str:
    """Take control characters out, which a hostile file could use to rewrite the terminal."""
    return "".join(
        character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text
    )
