"""No employer holds more seats than the rules allow.

Question:
    Does no employer hold more seats of a body than the community's own limit allows?

Why it matters:
    A limit per employer is a promise to everybody who works elsewhere. People change jobs, and a limit that
    is only looked at on election day is broken between two elections.

How it is counted:
    Limits come from .folkmoot/governance.toml, and from sentences in GOVERNANCE, charters, bylaws, election
    documents and the README that name a number, the members and the same employer ("No more than 2 council
    members can have the same funder"). A limit is held against the people listed in the role it names, in
    the folder of its document; a document at the top that names no known role is about the one list that
    states employers. Employers are compared as written, upper and lower case alike; independent people
    share none. Where it is not clear whom a limit is about, or nobody states an employer, it is unknown.

What it does not tell:
    Whether two names are one company, and what the rules say should happen now. Limits that are written in
    another way, or in another repository, are not seen.

References:
    https://contribute.cncf.io/maintainers/governance/
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.prose_caps import Cap, read_caps
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit
from folkmoot.govern.files.governance import read_governance
from folkmoot.govern.roles.tenure import is_nobody
from folkmoot.govern.roles.wording import singular
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level
from folkmoot.model.check import Outcome
from folkmoot.model.errors import FolkmootError
from folkmoot.model.role import Listing

OWN_RULES = ".folkmoot/governance.toml"
_PLAIN = frozenset({"member", "membership", "seat", "of", "the", "voting", "person", "any", "all", "s", "wg"})


def _decide(practice: Practice) -> Verdict:
    caps = [*_own(practice), *read_caps(practice.repository.tree)]
    if not caps:
        return nothing_to_audit("No limit per employer was found in the rules.")
    bodies = [(cap, _body(cap, practice.listings)) for cap in caps]
    known = [(cap, body) for cap, body in bodies if any(each.holder.employer for each in body)]
    unknown = [
        Evidence(
            Message("“{said}”: whom it is about, or for whom they work, is not known.", {"said": cap.said}),
            cap.path, cap.line, practice.tip,
        )
        for cap, body in bodies
        if not any(each.holder.employer for each in body)
    ]  # fmt: skip
    if not known:
        return Verdict(Outcome.UNKNOWN, tuple(unknown))
    return judged((found for cap, body in known for found in _over(cap, body, practice)), len(known))


def _own(practice: Practice) -> Iterator[Cap]:
    """Give the limits that elections of the community's own rules set."""
    tree = practice.repository.tree
    content = tree.read(OWN_RULES) if OWN_RULES in set(tree.paths()) else None
    try:
        rules = read_governance(OWN_RULES, content) if content else None
    except FolkmootError:
        return  # `folkmoot verify` names what is wrong with it
    for action in rules.actions.values() if rules else ():
        if action.election and action.election.employer_cap and action.roles:
            cap = action.election.employer_cap
            yield Cap(OWN_RULES, 0, f"employer_cap = {cap}", action.roles[0], "", most=cap)


def _body(cap: Cap, listings: list[Listing]) -> list[Listing]:
    """Give the people a limit is about, one listing each; none when that is not clear."""
    here = [each for each in listings if not cap.scope or each.role.scope == cap.scope]
    telling = _words(cap.body) - _PLAIN
    named = [each for each in here if telling & _words(each.role.name)]
    if not named and (cap.scope or cap.path != OWN_RULES):
        lists = {(each.path, each.role) for each in here if each.holder.employer}
        named = [each for each in here if (each.path, each.role) in lists] if len(lists) == 1 else []
    roles = {each.role for each in named}
    people = {each.holder.key: each for each in named if each.holder.employer or len(roles) == 1}
    return list(people.values()) if len(roles) == 1 or cap.scope or cap.path == OWN_RULES else []


def _words(text: str) -> set[str]:
    return {singular(word) for word in re.findall(r"[a-z]+", text.casefold())}


def _over(cap: Cap, body: list[Listing], practice: Practice) -> Iterator[Evidence]:
    stated = [each.holder.employer for each in body if each.holder.employer]
    names = {name.casefold(): name for name in reversed(stated)}
    counts = Counter(name.casefold() for name in stated if not is_nobody(name))
    for name, people in sorted(counts.items()):
        if not cap.allows(people, len(body)):
            values: dict[str, str | int | float] = {
                "n": people, "of": len(body), "role": body[0].role.shown, "employer": names[name],
                "said": cap.said,
            }  # fmt: skip
            text = "{n} of {of} people as {role} work for {employer}; the rule: “{said}”."
            yield Evidence(Message(text, values), cap.path, cap.line, practice.tip)


RULE = AuditRule(
    id="employer-cap",
    version=1,
    title="Limits per employer are kept",
    question="Does no employer hold more seats of a body than the community's own limit allows?",
    level=Level.ERROR,
    why=(
        "A limit per employer is a promise to everybody who works elsewhere. People change jobs, and a "
        "limit that is only looked at on election day is broken between two elections."
    ),
    remedy=(
        "Check first that the list is up to date. If it is, follow what the rule says for this case; most "
        "let the people concerned choose who steps back."
    ),
    effort="a conversation, or an election",
    decide=_decide,
    definition="https://contribute.cncf.io/maintainers/governance/",
    order=95,
)
