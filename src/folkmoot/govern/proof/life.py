"""The life of a decision as files to write: founded, opened, voted on, closed or withdrawn.

Every function is pure: it takes the state of a folder and gives the files to write, by path below
`.folkmoot/`. Whoever calls it writes them, and the community's review of the change puts them in force.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from folkmoot.govern.files.ballot import Cast, same_handle, written_ballot
from folkmoot.govern.files.decision import Decision, Grant, Result, with_result, written_decision
from folkmoot.govern.files.governance import FOUNDING, digest_of, read_governance
from folkmoot.govern.files.person import written_roles
from folkmoot.govern.files.state import GOVERNANCE, State, parse_state
from folkmoot.govern.files.table import HANDLE
from folkmoot.govern.proof.concluding import (
    OPEN,
    Conclusion,
    action_of,
    capped,
    conclude,
    has_deadline,
    is_late,
    may_withdraw,
)
from folkmoot.govern.proof.counting_again import count_again, terms
from folkmoot.govern.proof.fact import Fact, Level
from folkmoot.govern.proof.standing import Standing
from folkmoot.i18n import say
from folkmoot.model.errors import UsageError

Files = dict[str, bytes]


@dataclass(frozen=True)
class Proposal:
    """What somebody wants decided. `rules` is the governance.toml it would put in force, None for none."""

    action: str
    subject: str
    proposer: str
    text: str = ""
    candidates: tuple[str, ...] = ()
    seats: int = 0
    seed: str = ""
    gives: tuple[Grant, ...] = ()
    takes: tuple[Grant, ...] = ()
    rules: bytes | None = None
    days: int = 0
    supersedes: int = 0


def founded(rules: bytes, founders: Sequence[Grant], now: datetime, because: str) -> Files:
    """Give the files of a new community. Raises SourceError for rules that cannot be read."""
    governance = read_governance(GOVERNANCE, rules)
    for grant in founders:
        handle_of(grant.handle)
        if grant.role not in governance.roles:
            raise UsageError(f"The rules know no role {grant.role!r}.", hint=", ".join(governance.roles))
    if not founders:
        raise UsageError("Nobody founds it.", hint="--founder HANDLE names who begins.")
    said = f"\n{because.strip()}\n" if because.strip() else ""
    decision = Decision(
        number=1, slug="founding", action=FOUNDING, subject="The community begins",
        proposer=founders[0].handle, opened=now, closes=now, gives=tuple(founders),
        governance=governance.digest, body=f"\n# The community begins\n{said}",
    )  # fmt: skip
    files = {f"decisions/0001/{GOVERNANCE}": rules, f"decisions/{decision.file}": written_decision(decision)}
    return files | _closed(parse_state(files), decision, Result(1, "", "founded", now, ""))


def opened(state: State, proposal: Proposal, now: datetime) -> tuple[Decision, Files]:
    """Give a new decision and its files. Raises UsageError when the rules do not allow it."""
    standing = sound_standing(state)
    number = max(state.decisions, default=0) + 1
    decision = Decision(
        number=number,
        slug=slug_of(proposal.subject),
        action=proposal.action,
        subject=proposal.subject,
        proposer=handle_of(proposal.proposer),
        opened=now,
        closes=now,
        candidates=tuple(handle_of(name) for name in proposal.candidates),
        seats=proposal.seats,
        seed=proposal.seed,
        gives=proposal.gives,
        takes=proposal.takes,
        governance=digest_of(proposal.rules) if proposal.rules is not None else "",
        supersedes=proposal.supersedes,
        body=f"\n# {proposal.subject}\n\n{proposal.text.strip() or 'Why, and what else was thought of.'}\n",
    )
    action = action_of(decision, standing)
    if proposal.days and proposal.days < action.min_days:
        raise UsageError(
            f"{action.name} must be open for at least {action.min_days} days.",
            hint="give more days with --days, or leave it out.",
        )
    if has_deadline(action) or action.min_days:
        needed = action.rule.min_days if action.rule and has_deadline(action) else action.min_days
        decision = replace(decision, closes=now + timedelta(days=max(proposal.days, needed)))
    if proposal.rules is not None:
        read_governance(GOVERNANCE, proposal.rules)
    elif action.changes_rules and not decision.gives and not decision.takes:
        raise UsageError(f"{action.name} changes the rules.", hint="--rules FILE gives the proposed ones.")
    wrong = terms(decision, action, standing)
    if wrong:
        raise UsageError(
            say(wrong[0].text),
            hint=".folkmoot/governance.toml has the rules; `folkmoot decide open --help` tells what to give.",
        )
    files = {f"decisions/{decision.file}": written_decision(decision)}
    if proposal.rules is not None:
        files[f"decisions/{decision.folder}/{GOVERNANCE}"] = proposal.rules
    return decision, files


def voted(state: State, number: int, cast: Cast) -> Files:
    """Give the file of a ballot. Raises UsageError when the vote does not fit or comes too late."""
    standing = sound_standing(state)
    decision = open_decision(state, number)
    action = action_of(decision, standing)
    voter = same_handle(cast.ballot.voter, state.ballots.get(number, {})) or handle_of(cast.ballot.voter)
    if is_late(decision, action, cast):
        raise UsageError(
            f"{decision.file} closed for votes on {decision.closes:%Y-%m-%d %H:%M} UTC.",
            hint="`folkmoot decide status` shows what is open.",
        )
    if (cast.ballot.answer is None) != (action.election is not None):
        kind = "elects people" if action.election else "asks yes or no"
        raise UsageError(f"{decision.file} {kind}.", hint="`folkmoot decide ballot --help` tells how.")
    strangers = sorted(set(cast.ballot.options()) - set(decision.candidates))
    if strangers:
        raise UsageError(f"{strangers[0]!r} does not stand.", hint=f"{', '.join(decision.candidates)} do.")
    return {f"decisions/{decision.folder}/ballots/{voter}.toml": written_ballot(cast)}


def stand_of(state: State, decision: Decision, now: datetime) -> Conclusion:
    """Give what an open decision would come to if it were closed now."""
    standing = sound_standing(state)
    ballots = state.ballots.get(decision.number, {})
    return conclude(decision, ballots, standing, now, _employers(state, decision, standing, now))


def closed(state: State, number: int, now: datetime) -> tuple[Conclusion, Files]:
    """Give what a decision came to, and every file that follows from it.

    Raises UsageError while it cannot be closed.
    """
    standing = sound_standing(state)
    decision = open_decision(state, number)
    found = stand_of(state, decision, now)
    if found.outcome == OPEN:
        why = " ".join(say(text) for text in found.why)
        raise UsageError(
            f"{decision.file} cannot be closed yet: {why}",
            hint="`folkmoot decide status` shows what it still needs.",
        )
    result = Result(
        sequence=standing.sequence + 1,
        previous=standing.seal,
        outcome=found.outcome,
        closed=now,
        rules=standing.governance.digest if standing.governance else "",
        electorate=found.electorate,
        ballots=state.ballots_digest(number),
        winners=found.winners,
        employers=_employers(state, decision, standing, now),
    )
    return found, _closed(state, decision, result)


def withdrawn(state: State, number: int, who: str, now: datetime) -> Files:
    """Give the files of a decision that is taken back; it stays on record.

    Raises UsageError for anybody but its proposer and those whom its action allows to.
    """
    standing = sound_standing(state)
    decision = open_decision(state, number)
    by = handle_of(who)
    if not may_withdraw(decision, by, standing, now.date()):
        raise UsageError(
            f"{decision.file} was proposed by {decision.proposer}, and {by} may not withdraw it.",
            hint="`withdrawal` of its action in governance.toml names roles that may.",
        )
    rules = standing.governance.digest if standing.governance else ""
    result = Result(
        standing.sequence + 1, standing.seal, "withdrawn", now, rules,
        ballots=state.ballots_digest(number), by=by,
    )  # fmt: skip
    return _closed(state, decision, result)


def _closed(state: State, decision: Decision, result: Result) -> Files:
    """Give the files that change when a decision closes: its own, the rules, and people's roles."""
    path = f"decisions/{decision.file}"
    files = {path: with_result(state.content_of(decision), result)}
    after = parse_state({**state.contents, **files})
    standing, _ = count_again(after)
    if decision.governance and standing.governance and standing.governance.digest == decision.governance:
        proposed = state.proposed_rules(decision.number)
        if proposed is not None:
            files[GOVERNANCE] = proposed
    for handle, roles in standing.roster.items():
        name = same_handle(handle, state.people) or handle
        person = state.people.get(name)
        if person is None or set(person.roles) != set(roles):
            place = f"people/{name}.toml"
            files[place] = written_roles(place, state.contents.get(place, b""), roles)
    _refuse_violations(count_again(parse_state({**state.contents, **files}))[1])
    return files


def sound_standing(state: State) -> Standing:
    """Give how things stand. Raises UsageError where the files do not follow from their decisions."""
    standing, facts = count_again(state)
    _refuse_violations(facts)
    return standing


def _refuse_violations(facts: Sequence[Fact]) -> None:
    wrong = [fact for fact in facts if fact.level is Level.VIOLATION]
    if wrong:
        raise UsageError(f"{wrong[0].about}: {say(wrong[0].text)}", hint="`folkmoot verify` names all.")


def open_decision(state: State, number: int) -> Decision:
    """Give an open decision. Raises UsageError when there is none of that number, or it is closed."""
    decision = state.decisions.get(number)
    if decision is None:
        raise UsageError(f"There is no decision {number:04d}.", hint="`folkmoot decide status` lists them.")
    if decision.result is not None:
        raise UsageError(
            f"{decision.file} closed on {decision.result.closed:%Y-%m-%d}.",
            hint="`folkmoot decide status` shows what is open; a new decision may supersede this one.",
        )
    return decision


def handle_of(name: str) -> str:
    """Give a handle without its @. Raises UsageError for what cannot be one."""
    handle = name.strip().removeprefix("@")
    if not HANDLE.fullmatch(handle):
        raise UsageError(f"{name[:80]!r} is no handle.", hint="use letters, digits, - and _.")
    return handle


def slug_of(subject: str) -> str:
    """Give the part of a file's name that tells a subject."""
    words = re.findall(r"[a-z0-9]+", subject.lower())
    return "-".join(words)[:60].strip("-") or "decision"


def _employers(state: State, decision: Decision, standing: Standing, now: datetime) -> dict[str, str]:
    found = {}
    for handle in capped(decision, standing, now):
        person = state.people.get(same_handle(handle, state.people))
        found[handle] = person.employer_on(now.date()) if person else ""
    return found
