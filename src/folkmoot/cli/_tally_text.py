"""A count, a decision or a plain record of votes as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from folkmoot.govern.rules import decide, preset
from folkmoot.govern.tally import Result, Table, method
from folkmoot.model.ballot import Answer, Poll

WIDEST_NAME = 44


def result_text(poll: Poll, result: Result) -> str:
    """Say who is elected, the whole ranking, what is tied, and the working."""
    chosen = method(result.method)
    lines = [
        poll.title,
        f"{sum(ballot.weight for ballot in poll.ballots)} ballots, counted by {chosen.title}. {chosen.says}",
    ]
    lines += [
        f"  {name} = {value}" for name, value in result.parameters.items() if value not in (None, {}, "")
    ]
    lines += [f"  {note}" for note in poll.notes]
    lines += ["", f"Elected ({len(result.winners)} of {result.seats} seats)"]
    lines += [f"  {number}. {name}" for number, name in enumerate(result.winners, 1)] or ["  nobody yet"]
    for tie in result.ties:
        names = ", ".join(tie.candidates)
        if tie.settled:
            lines.append(f"Tied: {names}. By the published seed, ahead: {', '.join(tie.settled)}.")
        else:
            lines.append(f"Tied: {names} for {tie.seats} of the seats. The votes do not decide between them.")
    lines += [f"Kept out by the employer cap: {name} ({employer})." for name, employer in result.dropped]
    lines += ["", "Ranking"]
    place = 1
    for group in result.ranking:
        lines.append(f"  {place}. {', '.join(group)}" + (" (tied)" if len(group) > 1 else ""))
        place += len(group)
    lines += ["", "How it was counted"]
    for step in result.steps:
        lines += ["", *_table(step), ""] if isinstance(step, Table) else [f"  {step}"]
    lines += _claimed(poll, result)
    return _clean(lines)


def decision_text(poll: Poll, rule_name: str) -> tuple[str, dict[str, Any]]:
    """Decide a yes/no vote by a preset; give it as text and as plain data.

    The electorate is whom the record lists; else those it marks as binding; else whoever voted.
    """
    rule = preset(rule_name)
    binding = [ballot.voter for ballot in poll.ballots if ballot.binding]
    electorate = poll.electorate or binding or [ballot.voter for ballot in poll.ballots]
    decision = decide(rule, poll.ballots, electorate)
    document = {
        "title": poll.title,
        "rule": rule.name,
        "rule_in_words": [str(text) for text in rule.in_words()],
        "outcome": decision.outcome.value,
        "why": [str(text) for text in decision.why],
        "working": [str(text) for text in decision.working],
        "notes": [str(note) for note in poll.notes],
    }
    lines = [poll.title, "", f"By the rule {rule.name}: {decision.outcome.value}"]
    lines += [f"  {text}" for text in decision.why]
    lines += ["", "The rule"] + [f"  {text}" for text in rule.in_words()]
    lines += ["", "How it was decided"] + [f"  {text}" for text in decision.working]
    if not poll.electorate:
        lines.append("  The record does not list who may vote, so only those in it are counted.")
    lines += [f"  {note}" for note in poll.notes]
    return _clean(lines), document


def poll_text(poll: Poll) -> str:
    """Say what a yes/no record holds."""
    lines = [poll.title]
    for answer in Answer:
        voters = [
            b.voter + (" (not binding)" if b.binding is False else "")
            for b in poll.ballots
            if b.answer is answer
        ]
        lines.append(f"  {answer.value}: {len(voters)}" + (f" ({', '.join(voters)})" if voters else ""))
    if poll.electorate:
        lines.append(f"  did not vote: {len(poll.electorate) - len(poll.ballots)}")
    lines += [f"  {note}" for note in poll.notes]
    if poll.outcome:
        lines.append(f"  The record says: {poll.outcome}")
    lines.append("  `--rule NAME` says what follows under a rule.")
    return _clean(lines)


def _claimed(poll: Poll, result: Result) -> list[str]:
    """Hold the winners a record claims against those counted, where it claims any."""
    if not poll.winners:
        return []
    claimed = ", ".join(poll.winners)
    agrees = set(poll.winners) == set(result.winners)
    return ["", f"The record names the same: {claimed}" if agrees else f"The record names others: {claimed}"]


def _table(table: Table) -> list[str]:
    rows = [table.columns, *table.rows]
    short = [
        [cell if len(cell) <= WIDEST_NAME else cell[: WIDEST_NAME - 1] + "…" for cell in row] for row in rows
    ]
    widths = [max(len(row[column]) for row in short) for column in range(len(table.columns))]
    lines = [f"  {table.title}"]
    for row in short:
        cells = [
            row[0].ljust(widths[0]),
            *(cell.rjust(w) for cell, w in zip(row[1:], widths[1:], strict=True)),
        ]
        lines.append("    " + "  ".join(cells).rstrip())
    return lines


def _clean(lines: Iterable[str]) -> str:
    """Join lines without the control characters by which a hostile name could rewrite the terminal."""
    return "\n".join("".join(c if c.isprintable() else "�" for c in line) for line in lines)
