"""The checkpoints that a community keeps in `.folkmoot/checkpoints/`: level 2 of proof.

Each was written with a release. It must be of the decisions closed when it came in, signed by a key that the
rules of that day named, and never change or go away. Who has no such key can rewrite nothing that is older.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from folkmoot.govern.files.governance import CHECKPOINTS
from folkmoot.govern.files.state import FOLDER, GOVERNANCE, Cache, State, parse_state
from folkmoot.govern.proof.checkpoint import held_against, read_checkpoint, signature
from folkmoot.govern.proof.fact import Fact, Level, violation
from folkmoot.govern.proof.snapshots import Snapshot
from folkmoot.i18n import Message
from folkmoot.model.errors import SourceError

PLACE = "checkpoints/"


def verify_checkpoints(
    snapshots: Sequence[Snapshot],
    given: Mapping[str, bytes] | None = None,
    keys: Sequence[str] = (),
    settled: Collection[str] = (),
) -> list[Fact]:
    """Verify every checkpoint in a history, older commits first, and those that were given by name.

    `keys` are verifier keys from elsewhere, which count instead of those that the rules name. Raises
    SourceError for a given one that is none, and MissingExtraError where signatures cannot be checked.
    """
    cache: Cache = {}
    states = {one.commit: parse_state(one.files, cache) for one in snapshots}
    found: list[Fact] = []
    tip = states[snapshots[-1].commit]
    for one in snapshots:
        if one.commit in settled:
            continue
        parents = [states[parent] for parent in one.parents if parent in states]
        facts = _kept(parents, states[one.commit])
        for name in _brought(parents, states[one.commit]):
            facts += _new(f"{FOLDER}/{name}", parents, states[one.commit], keys, is_edge=one.is_edge)
        found += [replace(fact, commit=one.commit) for fact in facts]
    now: list[Fact] = []
    for name in _names(tip):
        now += _at_tip(f"{FOLDER}/{name}", tip.contents[name], tip)
    for name, content in (given or {}).items():
        now.append(replace(held_against(tip, read_checkpoint(name, content)), about=name))
        now.append(_signature(name, content, tip, keys))
    if _level(tip) >= CHECKPOINTS and not _names(tip) and not given:
        text = "The rules ask for signed checkpoints, and there is none."
        now.append(violation("no-checkpoint", f"{FOLDER}/{GOVERNANCE}", text))
    return found + [replace(fact, commit=snapshots[-1].commit) for fact in now]


def _names(state: State) -> list[str]:
    return sorted(path for path in state.contents if path.startswith(PLACE))


def _level(state: State) -> int:
    return state.governance.level if state.governance else 0


def _kept(parents: Sequence[State], now: State) -> list[Fact]:
    """Hold every checkpoint to stay as it was."""
    return [
        violation("rewritten", f"{FOLDER}/{name}", "A checkpoint was changed or removed.")
        for name in sorted({name for parent in parents for name in _names(parent)})
        if any(
            name in parent.contents and parent.contents[name] != now.contents.get(name) for parent in parents
        )
    ]


def _brought(parents: Sequence[State], now: State) -> list[str]:
    return [name for name in _names(now) if not any(name in parent.contents for parent in parents)]


def _new(
    name: str, parents: Sequence[State], now: State, keys: Sequence[str], *, is_edge: bool
) -> list[Fact]:
    """Hold a checkpoint that a commit brought against that moment, and its signature against its rules."""
    content = now.contents[name.removeprefix(f"{FOLDER}/")]
    if is_edge:
        text = "It came in before what this shallow clone shows, under rules that are not known here."
        return [Fact(Level.UNKNOWN, "checkpoint-signature", name, text)]
    rules = next((parent for parent in parents if parent.governance), now)
    return [*(fact for fact in _at_tip(name, content, now) if fact.level is Level.VIOLATION),
            _signature(name, content, rules, keys)]  # fmt: skip


def _at_tip(name: str, content: bytes, state: State) -> list[Fact]:
    try:
        return [replace(held_against(state, read_checkpoint(name, content)), about=name)]
    except SourceError as error:
        return [violation("unreadable", name, Message("{what}", {"what": error.what}))]


def _signature(name: str, content: bytes, rules: State, keys: Sequence[str]) -> Fact:
    named = rules.governance.checkpoint_keys if rules.governance else ()
    return signature(name, content, keys or named, is_required=bool(keys) or _level(rules) >= CHECKPOINTS)
