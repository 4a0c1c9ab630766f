"""What is wrong with the proposals of a repository: each thing with its file, line and remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from folkmoot.govern.proposals.reading import Reading
from folkmoot.govern.timeline import History
from folkmoot.i18n import Message
from folkmoot.i18n.message import Scalar
from folkmoot.model.problem import Problem
from folkmoot.model.proposal import DecisionState, Proposal


def with_authors(reading: Reading, history: History) -> Reading:
    """Give the reading with authors and first days from git where the documents name none."""
    known = {timeline.path: timeline for timeline in history.timelines if timeline.gone_at is None}
    found = []
    for proposal in reading.proposals:
        timeline = known.get(proposal.path)
        if timeline is not None and not proposal.authors and timeline.author:
            found.append(replace(proposal, authors=(timeline.author,), authors_from="git"))
        else:
            found.append(proposal)
    return replace(reading, proposals=tuple(found))


def check(reading: Reading, history: History, *, since: date | None = None) -> list[Problem]:
    """Give every problem: of single documents, between them, and of their history (from `since` on)."""
    problems = [
        *reading.problems,
        *_duplicates(reading.proposals),
        *_superseded(reading.proposals),
        *_illegal(history, since),
    ]
    return sorted(problems, key=lambda one: (one.file, one.line, one.code))


def _duplicates(proposals: Iterable[Proposal]) -> Iterator[Problem]:
    labels: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        if proposal.number is not None:
            labels.setdefault(proposal.label, []).append(proposal)
    for label, several in labels.items():
        for proposal in several[1:]:
            what = Message("{label} is also {path}.", {"label": label, "path": several[0].path})
            yield Problem(proposal.path, 0, what, "Give one of them another number.", "duplicate-number")


def _superseded(proposals: Iterable[Proposal]) -> Iterator[Problem]:
    """Find proposals that another says it replaces, and that still count as accepted without saying so."""
    by_number: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        by_number.setdefault(str(proposal.number), []).append(proposal)
    for newer in proposals:
        if newer.decision is not DecisionState.ACCEPTED:
            continue
        for number in newer.supersedes:
            for older in by_number.get(number, []):
                if (
                    older.decision is DecisionState.ACCEPTED
                    and not older.superseded_by
                    and older is not newer
                    and _series(older) == _series(newer)
                ):
                    what = Message(
                        "{newer} says it replaces it, but it does not say so.", {"newer": newer.label}
                    )
                    hint = "Say in its header what replaced it."
                    yield Problem(older.path, older.line, what, hint, "superseded-unsaid")


def _series(proposal: Proposal) -> str:
    """Give what a proposal's label has beside the number: numbers of another series are other proposals."""
    return "".join(sign for sign in proposal.label if not sign.isdigit())


def _illegal(history: History, since: date | None) -> Iterator[Problem]:
    start = datetime(since.year, since.month, since.day, tzinfo=UTC).timestamp() if since else 0
    for timeline in history.timelines:
        for one in timeline.transitions:
            if one.illegal and one.at >= start and timeline.gone_at is None:
                said: dict[str, Scalar] = {
                    "day": day_of(one.at),
                    "commit": one.commit[:12],
                    "why": str(one.illegal),
                }
                yield Problem(
                    timeline.path,
                    0,
                    Message("On {day} (commit {commit}): {why}", said),
                    "Say in the document why, or look only at newer changes with --since.",
                    "illegal-transition",
                )


def day_of(moment: int) -> str:
    """Give the day (UTC) of a moment in seconds since 1970."""
    return datetime.fromtimestamp(moment, UTC).date().isoformat()
