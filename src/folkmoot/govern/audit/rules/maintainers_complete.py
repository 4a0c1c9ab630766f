"""Maintainers have name, contact and affiliation.

Question:
    Does every maintainer have a name, a way to be reached and an affiliation?

Why it matters:
    A list of accounts alone tells nobody whom to call when the account does not answer.

How it is counted:
    People in MAINTAINERS, GOVERNANCE, steering lists and SECURITY-INSIGHTS: each needs a name, an account
    or address, and an affiliation.

What it does not tell:
    Whether they answer.

References:
    https://contribute.cncf.io/maintainers/governance/
"""

from __future__ import annotations

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, unknown
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level

ACCOUNTS_ONLY = "The lists here name accounts; names and affiliations stand in none of a known form."


def _decide(practice: Practice) -> Verdict:
    asked = practice.of_forms("maintainers", "governance", "people-table", "security-insights", "group-list")
    if not asked and practice.listings:
        return unknown(ACCOUNTS_ONLY)
    if not asked:
        return unknown("No list of maintainers in a known form was found.")
    breaches = [
        Evidence(
            Message("{who}: no {what} stated.", {"who": each.holder.shown, "what": what}),
            each.path, each.line, practice.tip,
        )
        for each in asked
        for what, said in (("name", each.holder.name), ("affiliation", each.holder.employer))
        if not said
    ]  # fmt: skip
    return judged(breaches, len(asked))


RULE = AuditRule(
    id="maintainers-complete",
    version=1,
    title="Maintainers have name, contact and affiliation",
    question="Does every maintainer have a name, a way to be reached and an affiliation?",
    level=Level.NOTE,
    why=("A list of accounts alone tells nobody whom to call when the account does not answer."),
    remedy=("Add the missing columns. Independent is an affiliation too."),
    effort="an hour",
    decide=_decide,
    definition="https://contribute.cncf.io/maintainers/governance/",
    order=150,
)
