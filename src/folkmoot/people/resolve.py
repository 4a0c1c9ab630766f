"""Who is who: from what sources saw to persons, bots, organisations and proposals."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from folkmoot.model.fact import AccountFact, IdentityFact, ProofFact, WorkFact
from folkmoot.people import addresses, bots, names
from folkmoot.people import mailmap as mailmaps
from folkmoot.people.authorship import Authorship
from folkmoot.people.bots import Program
from folkmoot.people.evidence import gather
from folkmoot.people.merging import Groups, merge
from folkmoot.people.organisations import Organisations, affiliations
from folkmoot.people.overrides import Employer, Overrides, Statement, parse_overrides
from folkmoot.people.proposing import propose, propose_programs
from folkmoot.people.resolution import Assignment, PersonRow, Proposal, Resolution
from folkmoot.people.stated_organisations import StatedByCommunity, mailbox
from folkmoot.people.verified import Verified

__all__ = ["NOTHING_STATED", "Overrides", "Resolution", "parse_overrides", "resolve"]

NOTHING_STATED = Overrides()
NOTHING_KNOWN = StatedByCommunity()
ALONE = "alone"
UNNAMED = "(no name)"


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause Python's cycle collector, which takes a third of the time for rows that hold no cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_collector_paused()
def resolve(
    identities: Sequence[IdentityFact],
    activity: Mapping[int, int],
    *,
    mailmap: bytes | None = None,
    overrides: Overrides = NOTHING_STATED,
    accepted: Sequence[tuple[int, int]] = (),
    rejected: Sequence[tuple[int, int]] = (),
    accounts: Sequence[AccountFact] = (),
    works: Sequence[WorkFact] = (),
    proofs: Sequence[ProofFact] = (),
    community: StatedByCommunity = NOTHING_KNOWN,
) -> Resolution:
    """Say who is who among `identities`; `activity` gives the commits of each.

    `accounts` are the accounts forges told of, `works` the changes they opened with the authors of the
    commits in them, `proofs` the commits whose account a forge knows. `community` is what it states about
    organisations and employers.

    `mailmap` None leaves the project's mailmap out. `accepted` and `rejected` are pairs of identities
    a human decided about; a pair of an identity with itself says that it is (or is not) a program.
    The result is the same whatever the order of the input.
    """
    facts = sorted(identities)
    known = frozenset(fact.identity for fact in facts)
    yes, no = _pairs(accepted, known), _pairs(rejected, known)
    stated = _stated(facts, overrides)
    programs = _programs(facts, stated, yes, no)
    humans = [fact for fact in facts if fact.identity not in programs]
    said = mailmaps.parse(mailmap)

    groups = Groups(known, [pair for pair in no if pair[0] != pair[1]])
    _join_stated(groups, stated)
    for one, other in yes:
        if (one in programs) == (other in programs):
            groups.join(one, other, "confirmed", "folkmoot people review")
    _join_programs(groups, programs)
    evidence = gather(humans, said, activity, {one.identity: one for one in accounts})
    by_number = {fact.identity: fact for fact in facts}
    authorship = Authorship(accounts, works, by_number, evidence)
    verified = Verified(accounts, proofs, {one.identity for one in evidence})
    merge(groups, evidence, verified.join, authorship.join)

    by_leader = groups.by_leader()
    person_of = {member: leader for leader, members in by_leader.items() for member in members}
    statement_of = {person_of[identity]: statement for identity, statement in stated.items()}
    employers = _employers(humans, person_of, statement_of, community)
    people = {fact.identity: person_of[fact.identity] for fact in humans}
    found = Organisations(humans, people, employers, community.organisations)
    rule_of = _rules(groups)
    answered = frozenset(one for one, other in [*yes, *no] if one == other) | frozenset(stated)
    return Resolution(
        persons=[
            _person(leader, [by_number[member] for member in members], activity, said, statement_of, programs)
            for leader, members in by_leader.items()
        ],
        assignments=[
            Assignment(number, person_of[number], rule_of.get(number, ALONE), found.of_identity(number))
            for number in sorted(known)
        ],
        organisations=found.rows,
        sectors=found.sectors,
        affiliations=sorted(
            row for person, jobs in employers.items() for row in affiliations(person, jobs, found)
        ),
        proposals=_proposals(
            propose(groups, evidence),
            authorship.propose(groups),
            propose_programs(humans, activity, answered),
        ),
        links=sorted(groups.links),
        domains=found.verdicts,
    )


def _proposals(*found: Sequence[Proposal]) -> list[Proposal]:
    """Give every proposal once, whatever suggests it."""
    first: dict[tuple[int, int], Proposal] = {}
    for proposals in found:
        for one in proposals:
            first.setdefault((one.identity_a, one.identity_b), one)
    return sorted(first.values())


def _pairs(pairs: Sequence[tuple[int, int]], known: frozenset[int]) -> list[tuple[int, int]]:
    return sorted({(min(a, b), max(a, b)) for a, b in pairs if a in known and b in known})


def _stated(facts: Sequence[IdentityFact], overrides: Overrides) -> dict[int, Statement]:
    """Give the statement about each identity; the first file in alphabetical order wins."""
    wanted: dict[tuple[str, str], Statement] = {}
    for statement in overrides.statements:
        for name, email in statement.identities:
            wanted.setdefault((" ".join(names.words(name)), _mailbox(email)), statement)
    if not wanted:
        return {}
    found = {}
    for fact in facts:
        box = _mailbox(fact.email)
        said = wanted.get((" ".join(names.words(fact.name)), box)) or wanted.get(("", box))
        if said:
            found[fact.identity] = said
    return found


def _employers(
    humans: Sequence[IdentityFact],
    person_of: Mapping[int, int],
    statement_of: Mapping[int, Statement],
    community: StatedByCommunity,
) -> dict[int, tuple[Employer, ...]]:
    """Give everybody's employers: what their own file states, else what is stated of their addresses."""
    found = {person: statement.employers for person, statement in statement_of.items() if statement.employers}
    if not community.employers:
        return found
    told: dict[int, dict[Employer, None]] = {}
    for fact in humans:
        jobs = community.employers.get(mailbox(fact.email), ())
        if jobs and person_of[fact.identity] not in found:
            told.setdefault(person_of[fact.identity], {}).update(dict.fromkeys(jobs))
    return found | {person: tuple(jobs) for person, jobs in told.items()}


def _mailbox(email: str) -> str:
    """Give a key for an e-mail somebody wrote on purpose, even where it would prove nothing by itself."""
    address = addresses.read(email)
    return address.mailbox or address.login or email.strip().casefold()


def _programs(
    facts: Sequence[IdentityFact],
    stated: Mapping[int, Statement],
    yes: Sequence[tuple[int, int]],
    no: Sequence[tuple[int, int]],
) -> dict[int, Program]:
    """Give the identities that are programs. What people state outranks the lists."""
    confirmed = {one for one, other in yes if one == other}
    denied = {one for one, other in no if one == other}
    found = {}
    for fact in facts:
        statement = stated.get(fact.identity)
        if statement:
            if statement.kind in ("bot", "ai"):
                rule = f"stated in {statement.file}"
                found[fact.identity] = Program(statement.file, rule, is_ai=statement.kind == "ai")
        elif fact.identity in confirmed:
            found[fact.identity] = Program(f"confirmed {fact.identity}", "confirmed in review", is_ai=False)
        elif fact.identity not in denied:
            program = bots.program(fact)
            if program:
                found[fact.identity] = program
    return found


def _join_stated(groups: Groups, stated: Mapping[int, Statement]) -> None:
    first: dict[str, int] = {}
    for identity, statement in sorted(stated.items()):
        groups.label(identity, statement.file)
        groups.join(first.setdefault(statement.file, identity), identity, "stated", statement.file)


def _join_programs(groups: Groups, programs: Mapping[int, Program]) -> None:
    """Join the identities of one program, and keep every program apart from people and other programs."""
    first: dict[str, int] = {}
    for identity, program in sorted(programs.items()):
        groups.label(identity, f"program {program.key}")
        groups.join(first.setdefault(program.key, identity), identity, "same program", program.rule)


def _rules(groups: Groups) -> dict[int, str]:
    """Give each identity the first, so the strongest, rule that joined it to others."""
    rules: dict[int, str] = {}
    for link in groups.links:
        rules.setdefault(link.identity_b, link.rule)
        rules.setdefault(link.identity_a, link.rule)
    return rules


def _person(
    leader: int,
    members: Sequence[IdentityFact],
    activity: Mapping[int, int],
    said: mailmaps.Mailmap,
    statement_of: Mapping[int, Statement],
    programs: Mapping[int, Program],
) -> PersonRow:
    """Give one person with the name they state, else the mailmap's, else the one they use most."""
    program = next((programs[one.identity] for one in members if one.identity in programs), None)
    statement = statement_of.get(leader)
    if len(members) == 1 and not statement and not said.entries:
        name = members[0].name.strip() or UNNAMED
        return _row(leader, name, program)
    weights: Counter[str] = Counter()
    proper: Counter[str] = Counter()
    for one in members:
        commits = activity.get(one.identity, 0)
        entry = said.lookup(one.name, one.email)
        if entry and entry.name and not program:
            proper[entry.name] += commits + 1
        if one.name.strip():
            # A name such as "root" is shown only when there is no other.
            weights[one.name.strip()] += commits * 2 + 1 if not names.is_placeholder(one.name) else 0
    name = (statement.name if statement else "") or _heaviest(proper) or _heaviest(weights) or UNNAMED
    return _row(leader, name, program)


def _row(leader: int, name: str, program: Program | None) -> PersonRow:
    return PersonRow(
        person=leader,
        name=name,
        is_bot=int(program is not None),
        is_ai=int(program is not None and program.is_ai),
        bot_rule=program.rule if program else "",
    )


def _heaviest(names_used: Mapping[str, int]) -> str:
    """Give the name used most; of equals the first in alphabetical order."""
    return min(names_used, key=lambda name: (-names_used[name], name), default="")
