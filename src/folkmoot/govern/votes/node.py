"""Node.js' votes: `votes/*.json`, one number per voter (1, 0, -1), or a score for each of several choices.

Of scores only the order counts: one voter's 10 is another's 9,007,199,254,740,994.

References:
    https://github.com/nodejs/TSC/tree/main/votes
"""

from __future__ import annotations

import json
from typing import Any

from folkmoot.govern.votes._record import MOST_BALLOTS, Form, Numbers, Record, name_in
from folkmoot.model.ballot import Answer, Ballot, Poll
from folkmoot.model.errors import SourceError

LARGEST = 10**18
_ANSWERS = {1: Answer.YES, 0: Answer.ABSTAIN, -1: Answer.NO}


def recognises(record: Record) -> bool:
    """Tell by the ending of the file and that it holds votes."""
    return not record.folder and record.name().endswith(".json") and '"votes"' in record.text


def read(record: Record, numbers: Numbers) -> Poll:  # noqa: ARG001 - the form says itself what its numbers mean
    """Read one vote."""
    document = _document(record)
    votes = document.get("votes") if isinstance(document, dict) else None
    if not isinstance(votes, dict) or len(votes) > MOST_BALLOTS:
        raise record.wrong(
            record.line_with('"votes"'), "votes must be an object with an entry for each voter."
        )
    ballots = tuple(_ballot(record, voter, vote) for voter, vote in votes.items())
    known: set[str] = set()
    for voter, ballot in zip(votes, ballots, strict=True):
        if ballot.voter.casefold() in known:
            raise record.wrong(
                record.line_with(json.dumps(voter, ensure_ascii=False)), f"{ballot.voter!r} votes twice."
            )
        known.add(ballot.voter.casefold())
    options = tuple(dict.fromkeys(option for ballot in ballots for option in ballot.options()))
    kinds = {ballot.answer is None for ballot in ballots}
    if len(kinds) > 1:
        raise record.wrong(record.line_with('"votes"'), "some votes are numbers and others are scores.")
    winners, outcome = _outcome(record, document.get("outcome"))
    title = document.get("description")
    return Poll(
        form=FORM.name,
        title=title if isinstance(title, str) and title else record.path,
        ballots=ballots,
        options=options,
        seats=1 if options else None,
        winners=winners,
        outcome=outcome,
    )


def _document(record: Record) -> Any:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, value in pairs:
            if key in found:
                raise record.wrong(record.line_with(json.dumps(key)), f"{key[:80]!r} stands there twice.")
            found[key] = value
        return found

    def whole(text: str) -> int:
        if len(text) > len(str(LARGEST)):
            raise record.wrong(record.line_with(text), f"the number {text[:20]}... is too large.")
        return int(text)

    def never(text: str) -> Any:
        raise record.wrong(record.line_with(text), f"{text[:40]} is no whole number.")

    try:
        return json.loads(
            record.text, object_pairs_hook=once, parse_int=whole, parse_float=never, parse_constant=never
        )
    except json.JSONDecodeError as error:
        raise record.wrong(error.lineno, f"this is no JSON: {error.msg}.") from error
    except RecursionError as error:
        raise SourceError(
            f"{record.path} is nested too deeply to be a vote.", hint="is this the record of a vote?"
        ) from error


def _ballot(record: Record, voter: str, vote: Any) -> Ballot:
    line = record.line_with(json.dumps(voter, ensure_ascii=False))
    name = name_in(record, line, voter)
    if type(vote) is int and vote in _ANSWERS:
        return Ballot(voter=name, answer=_ANSWERS[vote])
    if isinstance(vote, dict) and all(type(score) is int for score in vote.values()):
        scores = tuple((name_in(record, line, option), score) for option, score in vote.items())
        try:
            return Ballot(voter=name, scores=scores)
        except ValueError as error:  # one choice twice, with other spaces
            raise record.wrong(line, str(error)) from error
    raise record.wrong(line, f"the vote of {name!r} is neither 1, 0, -1 nor a score for each choice.")


def _outcome(record: Record, outcome: Any) -> tuple[tuple[str, ...], str]:
    if isinstance(outcome, str):
        return (), outcome
    winners = outcome.get("winner(s)", []) if isinstance(outcome, dict) else []
    if not isinstance(winners, list) or not all(isinstance(winner, str) for winner in winners):
        raise record.wrong(record.line_with('"outcome"'), "the winners must be a list of texts.")
    return tuple(" ".join(winner.split()) for winner in winners), ""


FORM = Form("node", "votes/*.json of Node.js", recognises, read, order=20)
