"""`.folkmoot/decisions/NNNN/ballots/<handle>.toml`: one person's vote on one decision.

::

    cast = 2026-02-03T10:00:00Z
    answer = "yes"                         # or "no", "abstain"
    reason = "It saves us an hour a week."
    concern = "Who will keep it running?"  # optional; stops some rules until it is resolved
    resolved = "Bob offered to."           # written by the person whose concern it is

    ranking = [["ada"], ["bob", "cleo"]]   # in an election instead of an answer: the most wanted first,
    scores = { ada = 5, bob = 3 }          # or scores from 0 to 5,
    approvals = ["ada", "bob"]             # or everybody who is approved of
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from folkmoot.govern.files.table import HANDLE, Table, read_table
from folkmoot.govern.files.toml_text import toml_lines
from folkmoot.model.ballot import Answer, Ballot
from folkmoot.model.errors import SourceError

HIGHEST_SCORE = 5


@dataclass(frozen=True)
class Cast:
    """A ballot as its file holds it: the vote, when it was cast, and a concern with what resolved it."""

    ballot: Ballot
    cast: datetime
    concern: str = ""
    resolved: str = ""


def read_ballot(path: str, content: bytes) -> Cast:
    """Read one ballot. Raises SourceError, naming the file and what is wrong with it."""
    voter = path.rpartition("/")[2].removesuffix(".toml")
    if not HANDLE.fullmatch(voter):
        raise SourceError(f"{path[:200]} is not named after a handle.", hint="use letters, digits, - and _.")
    table = read_table(path, content)
    table.only({"cast", "answer", "reason", "concern", "resolved", "ranking", "scores", "approvals"})
    cast = table.moment("cast")
    if cast is None:
        raise table.wrong("lacks `cast`, when it was cast")
    answer = table.text("answer", "")
    if answer and answer not in list(Answer):
        raise table.wrong(f"has `answer` = {answer[:40]!r}; it can be yes, no or abstain")
    try:
        ballot = Ballot(
            voter=voter,
            answer=Answer(answer) if answer else None,
            reason=table.text("reason", ""),
            ranking=_ranking(table),
            scores=_scores(table),
            approvals=table.words("approvals", HANDLE) if "approvals" in table.values else None,
        )
    except ValueError as error:
        raise table.wrong(f"is no ballot: {error}") from error
    return Cast(ballot, cast, table.text("concern", ""), table.text("resolved", ""))


def _ranking(table: Table) -> tuple[tuple[str, ...], ...] | None:
    value = table.values.get("ranking")
    if value is None:
        return None
    if not isinstance(value, list):
        raise table.wrong("has a `ranking` that is no list")
    groups = [entry if isinstance(entry, list) else [entry] for entry in value]
    for name in (name for group in groups for name in group):
        if not isinstance(name, str) or not HANDLE.fullmatch(name):
            raise table.wrong(f"ranks {str(name)[:40]!r}, which is no handle")
    return tuple(tuple(group) for group in groups if group)


def _scores(table: Table) -> tuple[tuple[str, int], ...] | None:
    inner = table.table("scores")
    if inner is None:
        return None
    for name in inner.values:
        if not HANDLE.fullmatch(name):
            raise table.wrong(f"gives a score to {name[:40]!r}, which is no handle")
    return tuple((name, inner.number(name, most=HIGHEST_SCORE)) for name in inner.values)


def written_ballot(cast: Cast) -> bytes:
    """Give the file of a ballot."""
    ballot = cast.ballot
    return toml_lines({
        "cast": cast.cast,
        "answer": ballot.answer.value if ballot.answer else None,
        "ranking": ballot.ranking,
        "scores": dict(ballot.scores) if ballot.scores is not None else None,
        "approvals": ballot.approvals,
        "reason": ballot.reason or None,
        "concern": cast.concern or None,
        "resolved": cast.resolved or None,
    }).encode()  # fmt: skip


def same_handle(handle: str, others: Collection[str]) -> str:
    """Give the one of `others` that is this handle without regard to case; "" when there is none."""
    return next((other for other in others if other.casefold() == handle.casefold()), "")
