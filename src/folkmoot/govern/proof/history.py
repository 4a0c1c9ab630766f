"""The whole history held against the invariant: every commit's step, and every published moment."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from folkmoot.govern.files.state import FOLDER, Cache, State, parse_state
from folkmoot.govern.proof.append_only import held_together, newly_there
from folkmoot.govern.proof.counting_again import Steps, count_again
from folkmoot.govern.proof.fact import Fact, Level, violation
from folkmoot.govern.proof.snapshots import Snapshot

_OF_THE_TIP = ("open", "role", "rules")
"""Kinds of facts that are told of the newest moment only; violations are told of all."""


def verify_history(snapshots: Sequence[Snapshot], settled: Collection[str] = ()) -> list[Fact]:
    """Verify a history of snapshots, older ones first; the last one is the tip.

    Every step from parent to child is held to be append-only, on all branches that were merged; every moment
    that was published (on the line of first parents) must follow from its decisions. The same fact is told
    once, with the first commit at which it was so. Commits in `settled` were looked at before and dealt with:
    nothing is told of them, unless it still is so at the tip.
    """
    states: dict[str, State] = {}
    cache: Cache = {}
    known: Steps = {}
    by_files: dict[tuple[tuple[str, str], ...], list[Fact]] = {}
    first_seen: dict[str, int] = {}
    found: list[Fact] = []
    for place, snapshot in enumerate(snapshots):
        state = parse_state(snapshot.files, cache)
        states[snapshot.commit] = state
        parents = [states[parent] for parent in snapshot.parents if parent in states]
        step = [fact for parent in parents for fact in held_together(parent, state)]
        for decision in state.decisions.values():
            first_seen.setdefault(decision.file, 0 if snapshot.is_edge else snapshot.when)
        if not snapshot.is_edge:
            step += newly_there(parents, state, snapshot.when, first_seen)
        step += [
            violation("unreadable", f"{FOLDER}/{path}", "This is no plain file.") for path in snapshot.odd
        ]
        is_tip = place == len(snapshots) - 1
        if snapshot.commit in settled:
            step = []
            if not is_tip:
                continue
        if snapshot.is_published or is_tip:
            key = tuple(sorted(snapshot.blobs.items()))
            if key not in by_files:
                by_files[key] = count_again(state, known)[1]
            step += [
                fact
                for fact in by_files[key]
                if fact.level is not Level.FOUND or fact.kind not in _OF_THE_TIP or is_tip
            ]
        found += [fact if fact.commit else replace(fact, commit=snapshot.commit) for fact in step]
    return once(found)


def once(facts: Sequence[Fact]) -> list[Fact]:
    """Give each fact once, at the first commit at which it was found."""
    seen: dict[tuple[str, str, str, str], Fact] = {}
    for fact in facts:
        seen.setdefault((fact.level, fact.kind, fact.about, str(fact.text)), fact)
    return list(seen.values())
