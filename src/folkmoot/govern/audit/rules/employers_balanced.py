"""No employer holds a body alone.

Question:
    Does no single employer hold most seats of a body?

Why it matters:
    When one company holds more than half of the seats, its plans become the plans of the project, and its
    leaving ends it.

How it is counted:
    For every role and scope with at least five people who state an employer: the share of the largest
    among them. More than half is named. Independent people count as different.

What it does not tell:
    What people do with it: many act for the project against their own company. Who states nothing is not
    counted.

References:
    https://contribute.cncf.io/maintainers/governance/
"""

from __future__ import annotations

from collections.abc import Iterator

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit
from folkmoot.govern.roles.tenure import Employment, employment
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level
from folkmoot.model.role import Listing, Role

FEWEST = 5


def _decide(practice: Practice) -> Verdict:
    bodies: dict[Role, list[Listing]] = {}
    for each in practice.listings:
        bodies.setdefault(each.role, []).append(each)
    known = {
        role: found
        for role, members in bodies.items()
        if (found := employment(members)).people - found.unknown >= FEWEST
    }
    if not known:
        return nothing_to_audit("No body has five people or more who state an employer.")
    return judged(
        (e for role, found in known.items() for e in _held(role, found, bodies[role][0], practice)),
        len(known),
    )


def _held(role: Role, found: Employment, first: Listing, practice: Practice) -> Iterator[Evidence]:
    stating = found.people - found.unknown
    if found.largest is not None and 2 * found.largest[1] > stating:
        values: dict[str, str | int | float] = {
            "n": found.largest[1], "of": stating, "role": role.shown,
            "employer": found.largest[0],
        }  # fmt: skip
        text = "{n} of {of} people who state an employer as {role} work for {employer}."
        yield Evidence(Message(text, values), first.path, first.line, practice.tip)


RULE = AuditRule(
    id="employers-balanced",
    version=1,
    title="No employer holds a body alone",
    question="Does no single employer hold most seats of a body?",
    level=Level.WARNING,
    why=(
        "When one company holds more than half of the seats, its plans become the plans of the "
        "project, and its leaving ends it."
    ),
    remedy=(
        "Look for candidates elsewhere when the next seat is free, and consider a limit per employer "
        "in your rules."
    ),
    effort="months",
    decide=_decide,
    definition="https://contribute.cncf.io/maintainers/governance/",
    order=100,
)
