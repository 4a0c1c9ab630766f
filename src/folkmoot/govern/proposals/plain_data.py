"""Proposals, timelines and problems as plain data: the shapes of the JSON in `docs/guides/proposals.md`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from folkmoot.govern.proposals.checking import day_of
from folkmoot.govern.proposals.reading import Reading
from folkmoot.govern.timeline import History, Timeline
from folkmoot.govern.timeline_numbers import (
    Latency,
    by_kind,
    by_year,
    changes,
    latency,
    stale,
    waits_for_decision,
    waits_for_delivery,
)
from folkmoot.model.problem import Problem
from folkmoot.model.proposal import Proposal, States


def proposal_data(proposal: Proposal) -> dict[str, Any]:
    """Give one proposal."""
    return {
        "label": proposal.label,
        "number": proposal.number,
        "title": proposal.title,
        "authors": list(proposal.authors),
        "authors_from": proposal.authors_from,
        "created": proposal.created.isoformat() if proposal.created else None,
        "decision": _value(proposal.decision),
        "delivery": _value(proposal.delivery),
        "word": proposal.word,
        "kind": proposal.kind,
        "supersedes": list(proposal.supersedes),
        "superseded_by": list(proposal.superseded_by),
        "links": [{"field": link.field, "target": link.target} for link in proposal.links],
        "path": proposal.path,
        "dialect": proposal.dialect,
    }


def reading_data(reading: Reading, proposals: Iterable[Proposal]) -> dict[str, Any]:
    """Give a list of proposals and what could not be read."""
    return {
        "layout": reading.layout.name,
        "commit": reading.commit,
        "documents": reading.documents,
        "proposals": [proposal_data(proposal) for proposal in proposals],
        "unread": [problem_data(problem) for problem in reading.unread],
    }


def problem_data(problem: Problem) -> dict[str, Any]:
    """Give one problem."""
    return {
        "file": problem.file,
        "line": problem.line,
        "code": problem.code,
        "what": str(problem.what),
        "hint": str(problem.hint),
    }


def timeline_data(timeline: Timeline) -> dict[str, Any]:
    """Give one proposal's way through time."""
    return {
        "label": timeline.label,
        "number": timeline.number,
        "path": timeline.path,
        "kind": timeline.kind,
        "created": timeline.created.isoformat() if timeline.created else None,
        "first_author": timeline.author,
        "landed": day_of(timeline.began_at) if timeline.began_at is not None else None,
        "changed": day_of(timeline.changed_at),
        "removed": day_of(timeline.gone_at) if timeline.gone_at is not None else None,
        "transitions": [
            {
                "date": day_of(one.at),
                "commit": one.commit,
                "by": one.by,
                "before": one.before or None,
                "after": one.after,
                **_states(one.states),
                "together": one.together,
                "illegal": str(one.illegal) or None,
            }
            for one in timeline.transitions
        ],
    }


def history_data(history: History) -> dict[str, Any]:
    """Give what all timelines add up to, and each of them."""
    decision, delivery = waits_for_decision(history), waits_for_delivery(history)
    return {
        "layout": history.layout.name,
        "commit": history.commit,
        "known_until": day_of(history.known_until),
        "days_to_decision": {
            **_latency(latency(decision)),
            "by_year": [_latency(one) for one in by_year(decision)],
            "by_kind": [_latency(one) for one in by_kind(decision)],
        },
        "days_to_delivery": _latency(latency(delivery)),
        "changes": [
            {"before": one.before, "after": one.after, "n": one.n, "median_days": _rounded(one.median)}
            for one in changes(history)
        ],
        "stale": [{"label": one.label, "path": one.path, "days": days} for one, days in stale(history)],
        "proposals": [timeline_data(timeline) for timeline in history.timelines],
    }


def _latency(one: Latency) -> dict[str, Any]:
    return {
        **({"group": one.group} if one.group else {}),
        "n": one.n,
        "done": one.decided,
        "median": _rounded(one.median),
        "p90": _rounded(one.p90),
        "median_with_waiting": _rounded(one.median_all),
        "p90_with_waiting": _rounded(one.p90_all),
    }


def _states(states: States) -> dict[str, str | None]:
    return {"decision": _value(states.decision), "delivery": _value(states.delivery)}


def _value(state: Any) -> str | None:
    return str(state) if state is not None else None


def _rounded(days: float | None) -> float | None:
    return None if days is None else round(days, 1)
