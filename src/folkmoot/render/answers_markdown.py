"""Answers of an audit as Markdown: for a job's summary, an issue, or a table that is handed over."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.i18n import Text, say
from folkmoot.model.audit import Answer
from folkmoot.model.check import Outcome
from folkmoot.render.formats.markdown_page import escaped
from folkmoot.render.plain import plain

WORDS = {
    Outcome.YES: "✓ yes",
    Outcome.NO: "✗ no",
    Outcome.UNKNOWN: "? unknown",
    Outcome.NOT_APPLICABLE: "○ not applicable",
    Outcome.ERROR: "! could not be checked",
}
MOST_IN_A_CELL = 3


def as_markdown(title: str, sections: Sequence[tuple[Text, Sequence[Answer]]], *, shown: int = 20) -> str:
    """Give what is to be acted on in full, each with at most `shown` places (0: all), then a table."""
    lines = [f"# {_words(title)}", ""]
    for heading, answers in sections:
        acting = [each for each in answers if each.finding.outcome in (Outcome.NO, Outcome.ERROR)]
        if acting and heading:
            lines += [f"## {_words(heading)}", ""]
        for answer in acting:
            lines += _told(answer, shown)
    every = [answer for _, answers in sections for answer in answers]
    lines += [
        f"## {_words('All the answers')}",
        "",
        "| Question | Answer | What it rests on |",
        "|---|---|---|",
    ]
    lines += [_row(answer) for answer in every]
    return "\n".join(lines) + "\n"


def _told(answer: Answer, shown: int) -> list[str]:
    finding = answer.finding
    lines = [f"### {_words(finding.title)} (`{finding.id}`)", ""]
    lines += [f"{_words(finding.why)}", ""] if finding.why else []
    limit = shown or len(answer.evidence)
    for each in answer.evidence[:limit]:
        lines.append(f"- {_words(each.told)}")
    if len(answer.evidence) > limit:
        lines.append(f"- {len(answer.evidence) - limit} more")
    if finding.remedy:
        effort = f" ({_words(finding.effort)})" if finding.effort else ""
        lines += ["", f"**{_words('What to do')}:** {_words(finding.remedy)}{effort}"]
    return [*lines, ""]


def _row(answer: Answer) -> str:
    told = [_words(each.told) for each in answer.evidence[:MOST_IN_A_CELL]]
    told += [
        _words(f"{each.evidence.place} suppressed until {each.until}: {each.reason}")
        for each in answer.suppressed[:MOST_IN_A_CELL]
    ]
    finding = answer.finding
    return f"| `{finding.id}` {_words(finding.title)} | {WORDS[finding.outcome]} | {'<br>'.join(told)} |"


def _words(text: Text) -> str:
    return escaped(plain(say(text)))
