"""Who signed what, and with a key that was theirs: level 1 of proof.

A commit is held against the keys that were in `.folkmoot/` before it, so that nobody signs with a key that
they give themselves in somebody's name. What the rules ask for counts from where a commit came into the
published history: an old branch cannot bring unsigned work, or a key that was taken out, in by a merge.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime

from folkmoot.govern.files.governance import HISTORY
from folkmoot.govern.files.state import FOLDER, Cache, State, parse_state
from folkmoot.govern.proof.deeds import Deed, deeds
from folkmoot.govern.proof.fact import Fact, Level, violation
from folkmoot.govern.proof.keys import FILE, Allowed, Keys, keys_of, together
from folkmoot.govern.proof.snapshots import Snapshot, beside, landings
from folkmoot.i18n import Message, Text
from folkmoot.sources.git.signatures import Signature, Signing

Check = Callable[[Mapping[str, str]], Mapping[str, Signature]]
"""Gives the signatures of commits, each held against the text of an allowed_signers file."""

UNCHECKED = "unchecked-signature"
"""The kind of the facts about signatures that could not be looked at here."""


@dataclass(frozen=True)
class _Commit:
    """One commit that did something, with everything its signature is held against."""

    snapshot: Snapshot
    landing: Snapshot
    deeds: tuple[Deed, ...]
    before: Keys
    now: Keys
    roles: Mapping[str, tuple[str, ...]]
    is_first: bool
    is_required: bool
    is_revoked: Callable[[Allowed], bool]


def verify_signatures(
    snapshots: Sequence[Snapshot], check: Check, settled: Collection[str] = ()
) -> list[Fact]:
    """Verify who signed what in a history, older commits first.

    Gives nothing for a community that has no keys and whose rules ask for none. Nothing is told of commits
    in `settled`, and of those at the edge of a shallow clone.
    """
    cache: Cache = {}
    states = {one.commit: parse_state(one.files, cache) for one in snapshots}
    keys = {commit: keys_of(state) for commit, state in states.items()}
    levels = [state.governance.level for state in states.values() if state.governance]
    if max(levels, default=HISTORY) == HISTORY and not any(ring.allowed for ring in keys.values()):
        return []
    commits = [
        one for one in _commits(snapshots, states, keys)
        if one.snapshot.commit not in settled and not one.snapshot.is_edge
    ]  # fmt: skip
    signatures = check({one.snapshot.commit: one.before.with_new(one.now).text() for one in commits})
    facts = [
        replace(fact, commit=one.snapshot.commit)
        for one in commits
        for fact in _judged(one, signatures[one.snapshot.commit])
    ]
    return facts + _of_keys(keys[snapshots[-1].commit], snapshots[-1].commit)


def _commits(
    snapshots: Sequence[Snapshot], states: Mapping[str, State], keys: Mapping[str, Keys]
) -> list[_Commit]:
    landed = landings(snapshots)
    once_known: dict[str, frozenset[str]] = {}
    seen: frozenset[str] = frozenset()
    for one in snapshots:
        if one.is_published:
            once_known[one.commit] = seen
            seen |= {key.blob for key in keys[one.commit].allowed}
    unaware = _unaware(snapshots, states, keys)
    found: list[_Commit] = []
    came: dict[str, set[str]] = {}
    for one in snapshots:
        parents = [parent for parent in one.parents if parent in states]
        landing = landed[one.commit]
        main = next((parent for parent in landing.parents if parent in states), landing.commit)
        # What begins beside the published history is held against that: it has no beginning of its own.
        known = together(keys[parent] for parent in parents or [main] if parent != one.commit)
        done = deeds([states[parent] for parent in parents], states[one.commit])
        if len(parents) > 1 and one is landing:
            picked = _picked(keys[parents[0]], keys[one.commit]) - came.get(one.commit, set())
            done += [Deed(_file(name)) for name in sorted(picked)]
            known = keys[parents[0]] if picked else known
        if not done:
            continue
        governance = states[main].governance
        found.append(
            _Commit(
                snapshot=one,
                landing=landing,
                deeds=tuple(done),
                before=known,
                now=keys[one.commit],
                roles=_roles(states[main], datetime.fromtimestamp(one.when, UTC).date()),
                is_first=not parents and one is landing,
                is_required=(governance is not None and governance.level > HISTORY)
                or one.commit in unaware.of_levels,
                is_revoked=_revocation(
                    once_known[landing.commit] - {key.blob for key in keys[main].allowed}
                    | unaware.of_removals.get(one.commit, frozenset())
                ),
            )
        )
        came.setdefault(landing.commit, set()).update(_changed_keys(found[-1]))
    return found


def _picked(before: Keys, now: Keys) -> set[str]:
    """Give the handles whose keys a merge has differently from the published history before it.

    Where no commit that came with it changed them, the merge itself did: it took older keys up again.
    """
    names = {key.handle for key in before.allowed ^ now.allowed}
    return {name for name in names if before.of(name) != now.of(name)}


@dataclass
class _Unaware:
    """Commits made beside one that first asked for signatures, and keys taken out beside a commit.

    Which side of a merge was the published one can be turned around by whoever merges; this cannot.
    """

    of_levels: set[str] = field(default_factory=set)
    of_removals: dict[str, frozenset[str]] = field(default_factory=dict)


def _unaware(
    snapshots: Sequence[Snapshot], states: Mapping[str, State], keys: Mapping[str, Keys]
) -> _Unaware:
    found = _Unaware()
    if not any(len(one.parents) > 1 for one in snapshots):
        return found
    for one in snapshots:
        parents = [parent for parent in one.parents if parent in states]
        if _level(states[one.commit]) and not any(_level(states[parent]) for parent in parents):
            found.of_levels |= beside(snapshots, one.commit)
        blobs = {key.blob for key in keys[one.commit].allowed}
        gone = frozenset(key.blob for parent in parents for key in keys[parent].allowed) - blobs
        if gone and len(parents) == 1:
            for name in beside(snapshots, one.commit):
                found.of_removals[name] = found.of_removals.get(name, frozenset()) | gone
    return found


def _level(state: State) -> int:
    return state.governance.level if state.governance else HISTORY


def _revocation(blobs: frozenset[str]) -> Callable[[Allowed], bool]:
    return lambda key: key.blob in blobs


def _roles(state: State, day: date) -> dict[str, tuple[str, ...]]:
    """Give the roles that people hold on a day, by their handle in lower case.

    It is asked of the published history, which is counted again; on a branch anybody may write anything.
    """
    found = {
        handle.casefold(): tuple(sorted({held.role for held in person.roles if held.holds_on(day)}))
        for handle, person in state.people.items()
    }
    return {handle: roles for handle, roles in found.items() if roles}


def _judged(one: _Commit, signature: Signature) -> list[Fact]:
    """Give the facts about one commit's signature: of what it did, and of the keys it changed."""
    short = Level.VIOLATION if one.is_required else Level.UNKNOWN
    ring = one.now if one.is_first else one.before.with_new(one.now)
    key = ring.by(signature.fingerprint) if signature.state is Signing.GOOD else None
    if key is None:
        level, kind, why = _unsigned(one, signature, ring, short)
        places = dict.fromkeys(
            [f"{FOLDER}/{deed.about}" for deed in one.deeds] + [_place(name) for name in _changed_keys(one)]
        )
        return [Fact(level, kind, about, why) for about in places]
    facts = [_deed(deed, key.handle, short) for deed in one.deeds]
    if one.is_revoked(key):
        text = Message("The key of {who} had been taken out before this came in.", {"who": key.handle})
        facts.append(Fact(short, "revoked-key", f"{FOLDER}/{one.deeds[0].about}", text))
    landed = datetime.fromtimestamp(one.landing.when, UTC).replace(tzinfo=None)
    if key.before and landed > key.before:
        text = Message(
            "The key of {who} had expired when this came in; only the commit itself says it was in time.",
            {"who": key.handle},
        )
        facts.append(Fact(Level.UNKNOWN, "late-signature", f"{FOLDER}/{one.deeds[0].about}", text))
    return facts + [_key_change(one, name, key, short) for name in _changed_keys(one)]


def _unsigned(one: _Commit, signature: Signature, ring: Keys, short: Level) -> tuple[Level, str, Text]:
    """Say why a signature shows nobody."""
    if signature.state is Signing.NONE:
        return short, "unsigned", "It is not signed."
    if signature.state is Signing.OTHER:
        return short, "unsigned", "It is signed, but not with SSH, so the signature is not checked."
    if signature.state is Signing.UNCHECKED:
        text = (
            "Its signature could not be checked: that needs git 2.35 and ssh-keygen of OpenSSH 8.9 or newer."
        )
        return Level.UNKNOWN, UNCHECKED, text
    if signature.state is Signing.BAD:
        return Level.VIOLATION, "bad-signature", "Its signature is not of what it holds."
    holder = ring.by(signature.fingerprint)
    if holder is None:
        return short, "unknown-key", "It is signed with a key that is nobody's here."
    values = {"who": holder.handle, "day": f"{datetime.fromtimestamp(one.snapshot.when, UTC):%Y-%m-%d}"}
    return (
        short,
        "expired-key",
        Message("It is signed with a key of {who}, which was not valid on {day}.", {**values}),
    )


def _deed(deed: Deed, signer: str, short: Level) -> Fact:
    about = f"{FOLDER}/{deed.about}"
    if not deed.who or signer.casefold() in {name.casefold() for name in deed.who}:
        return Fact(Level.FOUND, "signature", about, Message("{who} signed it.", {"who": signer}))
    values = {"signer": signer, "who": ", ".join(deed.who)}
    text = Message("{signer} signed it, and only {who} could.", {**values})
    return Fact(short, "other-signer", about, text)


def _changed_keys(one: _Commit) -> list[str]:
    """Give the handles whose keys differ from those before."""
    return sorted(_picked(one.before, one.now))


def _key_change(one: _Commit, name: str, key: Allowed, short: Level) -> Fact:
    """Say who changed somebody's keys, and whether that shows whose they are."""
    signer, roles = key.handle, one.roles.get(key.handle.casefold(), ())
    is_known = key in one.before.allowed
    is_own = signer.casefold() == name.casefold()
    values = {"name": name, "signer": signer, "roles": ", ".join(roles)}
    if one.is_first:
        return Fact(Level.FOUND, "key", _place(name), Message("{name} began with a key.", {"name": name}))
    if is_own and is_known:
        text = Message("{name} changed keys, and signed that with a key from before.", {"name": name})
        return Fact(Level.FOUND, "key", _place(name), text)
    if is_known and roles:
        text = Message("{signer} ({roles}) changed a key of {name}.", {**values})
        return Fact(Level.FOUND, "key", _place(name), text)
    if is_own and not one.before.of(name):
        text = Message(
            "The first key of {name}: only the review of this change shows whose it is.", {"name": name}
        )
        return Fact(Level.UNKNOWN, "first-key", _place(name), text)
    text = Message("{signer}, who may not, changed a key of {name}.", {**values})
    return Fact(short, "key", _place(name), text)


def _of_keys(keys: Keys, tip: str) -> list[Fact]:
    """Give what is wrong with the keys as they are now."""
    found = [
        replace(violation("unreadable", f"{problem.file}:{problem.line}", problem.what), commit=tip)
        for problem in keys.problems
    ]
    for handles in keys.shared():
        text = Message("{names} have the same key.", {"names": ", ".join(handles)})
        found.append(replace(violation("shared-key", f"{FOLDER}/{FILE}", text), commit=tip))
    return found


def _place(name: str) -> str:
    return f"{FOLDER}/{_file(name)}"


def _file(name: str) -> str:
    return f"people/{name}.toml"
