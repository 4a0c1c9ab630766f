"""What one commit was the first to bring into `.folkmoot/`, and who alone may have done that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from folkmoot.govern.files.decision import Decision
from folkmoot.govern.files.state import State

_BALLOT = re.compile(r"decisions/\d{4}/ballots/([^/]+)\.toml")
_DECISION = re.compile(r"decisions/(\d{4})-[^/]+\.md")


@dataclass(frozen=True)
class Deed:
    """One thing done: about which file, and by whom it must be (nobody named: by anybody who is known)."""

    about: str
    who: tuple[str, ...] = ()


def deeds(parents: Sequence[State], now: State) -> list[Deed]:
    """Give what a commit did that none of its parents had: a merge of others' work did nothing itself.

    Ballots, openings, withdrawals and the founding are somebody's own. Of everything else, which follows from
    them or from the rules, at most one deed is given, about the first file.
    """
    paths = {path for state in (now, *parents) for path in state.contents}
    own, others = dict[Deed, None](), list[str]()
    for path in sorted(paths):
        if any(parent.contents.get(path) == now.contents.get(path) for parent in parents):
            continue
        ballot, decision = _BALLOT.fullmatch(path), _DECISION.fullmatch(path)
        if ballot:
            own[Deed(path, (ballot[1],))] = None
        elif decision and int(decision[1]) in now.decisions:
            own |= dict.fromkeys(_decision(path, parents, now.decisions[int(decision[1])]))
        if not any(deed.about == path for deed in own):
            others.append(path)
    return [*own, *(Deed(path) for path in others[:1])]


def _decision(path: str, parents: Sequence[State], decision: Decision) -> list[Deed]:
    before = [parent.decisions[decision.number] for parent in parents if decision.number in parent.decisions]
    result, found = decision.result, list[Deed]()
    if result is not None and result.outcome == "founded" and not before:
        return [Deed(path, tuple(grant.handle for grant in decision.gives))]
    if not before:
        found.append(Deed(path, (decision.proposer,)))
    if result is not None and result.outcome == "withdrawn" and not any(old.result for old in before):
        found.append(Deed(path, (result.by,)))
    return found
