"""People in roles are still here.

Question:
    Has everybody who holds a role done anything lately?

Why it matters:
    Newcomers wait for a review from people who left long ago, and a quorum that counts them cannot be met.

How it is counted:
    Everybody who holds a role now is joined with the events of a synced store, by no-reply addresses,
    stated addresses and .folkmoot/people. Who did nothing there for 12 months or longer is named. Who
    cannot be joined is not. A report counts them and names nobody; where it knows fewer than half of the
    people in roles, those few do not speak for the others, and the answer is unknown.

What it does not tell:
    Work that leaves no trace in these repositories: talks, decisions, mentoring, other repositories. It is
    a reason to ask, never to remove.

References:
    https://chaoss.community/kb/metric-inactive-contributors/
"""

from __future__ import annotations

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit, unknown
from folkmoot.govern.roles.activity import silent
from folkmoot.govern.roles.telling import day
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level
from folkmoot.model.check import Outcome

COUNTED = (
    "People in roles who are known in the commits: {known}. Silent for {months} months or longer: {silent}."
)


def _decide(practice: Practice) -> Verdict:
    if not practice.listings:
        return nothing_to_audit("No file of roles names anybody.")
    if practice.activity is None:
        return unknown("Nothing was synced, so nobody's activity is known: `folkmoot sync` the repositories.")
    activity = practice.activity
    joined = {each.holder.key for each in practice.listings if activity.of(each.holder) is not None}
    if not joined:
        return unknown("None of the people in roles could be joined with anybody in the store.")
    gone = silent(practice.listings, activity, practice.silent_months)
    if gone and not practice.names_silent:
        values: dict[str, str | int | float] = {
            "silent": len({each.holder.key for each, _ in gone}), "known": len(joined),
            "months": practice.silent_months,
        }  # fmt: skip
        said = Evidence(Message(COUNTED, values))
        if len(joined) * 2 < len({each.holder.key for each in practice.listings}):
            return Verdict(Outcome.UNKNOWN, (said,), len(joined))
        return judged([said], len(joined))
    breaches = [
        Evidence(
            Message(
                "{who}, {role}: nothing seen since {day}.",
                {
                    "who": each.holder.shown, "role": each.role.shown,
                    "day": day(seen.last_ts),
                },
            ),
            each.path, each.line, practice.tip,
        )
        for each, seen in gone
    ]  # fmt: skip
    return judged(breaches, len(joined))


RULE = AuditRule(
    id="listed-but-silent",
    version=2,
    title="People in roles are still here",
    question="Has everybody who holds a role done anything lately?",
    level=Level.NOTE,
    why=(
        "Newcomers wait for a review from people who left long ago, and a quorum that counts them "
        "cannot be met."
    ),
    remedy=(
        "Ask them kindly whether they want to go on, with a way back that is as short as the way out. "
        "Move who rests to emeritus."
    ),
    effort="a message each",
    decide=_decide,
    definition="https://chaoss.community/kb/metric-inactive-contributors/",
    order=70,
)
