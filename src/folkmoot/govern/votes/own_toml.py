"""Our own ballots: one TOML file per person in a folder, or one file with all of them under `[[ballots]]`.

A ballot says `voter` (in a folder: the name of its file) and one of::

    choice = "yes"                        # or "no", "abstain"; with an optional reason = "..."
    ranking = [["ada", "bob"], "cleo"]    # the most wanted first; names in brackets are ranked alike
    scores = { ada = 5, bob = 0 }
    approves = ["ada", "cleo"]

A file with all ballots may say `title`, `options` and `seats` first.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

from folkmoot.govern.votes._record import MOST_BALLOTS, Form, Numbers, Record, name_in
from folkmoot.model.ballot import Answer, Ballot, Poll, Ranking

LARGEST = 10**18
_KEYS = {"voter", "choice", "ranking", "scores", "approves", "reason"}


def recognises(record: Record) -> bool:
    """Tell by the ending, or that it is a folder with such files."""
    return bool(record.beside) if record.folder else record.name().endswith(".toml")


def read(record: Record, numbers: Numbers) -> Poll:  # noqa: ARG001 - a ballot says itself what it is
    """Read a folder of ballots, or a file with all of them."""
    if record.folder:
        ballots = tuple(
            ballot_from(Record(f"{record.path}/{name}", text), name.removesuffix(".toml"))
            for name, text in sorted(record.beside.items())
        )
        return _poll(record, ballots, {})
    table = _table(record)
    found = table.get("ballots")
    if found is None:
        return _poll(record, (ballot_from(record, ""),), {})
    if (
        not isinstance(found, list)
        or len(found) > MOST_BALLOTS
        or not all(isinstance(b, dict) for b in found)
    ):
        raise record.wrong(record.line_with("ballots"), "ballots must be tables under [[ballots]].")
    return _poll(record, tuple(_ballot(record, each, "") for each in found), table)


def ballot_from(record: Record, voter: str) -> Ballot:
    """Read the one ballot in a file, which must be that of `voter` unless "". Raises SourceError."""
    return _ballot(record, _table(record), voter)


def _table(record: Record) -> dict[str, Any]:
    try:
        return tomllib.loads(record.text)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError) as error:
        line = re.search(r"line (\d+)", str(error))
        raise record.wrong(int(line[1]) if line else 1, f"this is no TOML: {str(error)[:200]}.") from error


def _poll(record: Record, ballots: tuple[Ballot, ...], table: dict[str, Any]) -> Poll:
    voters = [ballot.voter.casefold() for ballot in ballots if ballot.voter]
    twice = (
        sorted({voter for voter in voters if voters.count(voter) > 1})
        if len(set(voters)) < len(voters)
        else []
    )
    if twice:
        raise record.wrong(record.line_with(twice[0]), f"{twice[0]!r} votes twice.")
    named = tuple(dict.fromkeys(option for ballot in ballots for option in ballot.options()))
    listed = table.get("options", list(named))
    title, seats = table.get("title", record.path), table.get("seats")
    if not isinstance(title, str):
        raise record.wrong(record.line_with("title"), "the title must be a text.")
    if seats is not None and not (type(seats) is int and 1 <= seats <= 1_000):
        raise record.wrong(record.line_with("seats"), "seats must be a whole number from 1.")
    options = tuple(_names(record, listed, "options"))
    strangers = [name for name in named if name not in options]
    if strangers:
        raise record.wrong(record.line_with(strangers[0]), f"{strangers[0]!r} is not among the options.")
    return Poll(FORM.name, title, ballots, options=options, seats=seats)


def _ballot(record: Record, table: dict[str, Any], voter: str) -> Ballot:
    said = table.get("voter", voter)
    if not isinstance(said, str) or (voter and said.casefold() != voter.casefold()):
        raise record.wrong(
            record.line_with("voter"), f"the ballot of {voter!r} says it is from {str(said)[:80]!r}."
        )
    line = record.line_with(said) if said else 1
    unknown = sorted(set(table) - _KEYS)
    if unknown:
        raise record.wrong(record.line_with(unknown[0]), f"a ballot has no {unknown[0][:80]!r}.")
    if len(set(table) & {"choice", "ranking", "scores", "approves"}) != 1:
        raise record.wrong(line, "a ballot says one of choice, ranking, scores and approves.")
    reason = table.get("reason", "")
    if not isinstance(reason, str):
        raise record.wrong(record.line_with("reason"), "the reason must be a text.")
    name = name_in(record, line, said) if said else ""
    try:
        return _of_kind(record, table, name, reason)
    except ValueError as error:
        raise record.wrong(line, str(error)) from error


def _of_kind(record: Record, table: dict[str, Any], voter: str, reason: str) -> Ballot:
    if "choice" in table:
        choice = table["choice"]
        if choice not in [answer.value for answer in Answer]:
            raise record.wrong(record.line_with("choice"), "a choice is yes, no or abstain.")
        return Ballot(voter=voter, answer=Answer(choice), reason=reason)
    if "ranking" in table:
        return Ballot(voter=voter, ranking=_ranking(record, table["ranking"]), reason=reason)
    if "approves" in table:
        return Ballot(
            voter=voter, approvals=tuple(_names(record, table["approves"], "approves")), reason=reason
        )
    scores = table["scores"]
    if not isinstance(scores, dict) or not all(type(s) is int and abs(s) < LARGEST for s in scores.values()):
        raise record.wrong(record.line_with("scores"), "scores give each option a whole number.")
    line = record.line_with("scores")
    pairs = tuple((name_in(record, line, name), score) for name, score in scores.items())
    return Ballot(voter=voter, scores=pairs, reason=reason)


def _ranking(record: Record, value: Any) -> Ranking:
    if not isinstance(value, list):
        raise record.wrong(record.line_with("ranking"), "a ranking is a list, the most wanted first.")
    groups = [tuple(_names(record, item if isinstance(item, list) else [item], "ranking")) for item in value]
    return tuple(group for group in groups if group)


def _names(record: Record, value: Any, setting: str) -> list[str]:
    line = record.line_with(setting)
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise record.wrong(line, f"{setting} is a list of names.")
    return [name_in(record, line, name) for name in value]


FORM = Form("toml", "our own ballots in TOML, in a folder or one file", recognises, read, order=80)
