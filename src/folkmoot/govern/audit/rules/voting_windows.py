"""Votes are open long enough.

Question:
    Was every vote announced, and open, for at least as long as its rule asks?

Why it matters:
    People who work on this in the evening, on another continent, or not this week are heard only if the
    window is as long as promised.

How it is counted:
    Only votes whose title fits one action of the table of actions, which says the minimum, are looked at.
    First the shortest time that the record itself announces (72 hours, 6 days) is held against it. Then,
    where the clone has the commits of the change on which the vote was held (refs/pull, or a merge), the
    time from the oldest of them, before which nobody could read the text, to the landing of the result.

What it does not tell:
    When the vote was really called and closed: it cannot have been open for longer than what is said, and
    may have been for less. A vote that was called elsewhere before its record was written looks too short,
    and so does one whose commits were made anew while it was open.

References:
    https://github.com/tikv/community/blob/master/GOVERNANCE.md
"""

from __future__ import annotations

from collections.abc import Iterator

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit, unknown
from folkmoot.govern.audit.vote_records import Vote
from folkmoot.govern.audit.written_rules import Action
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level
from folkmoot.model.event import DAY, HOUR

ANNOUNCED = "{title}: announced for {days} days; {action} asks for {needed}."
ANNOUNCED_DAY = "{title}: announced for a day; {action} asks for {needed}."
OPEN_HOURS = (
    "{title}: by the commits of its change open for at most {hours} hours; "
    "days that {action} asks for: {needed}."
)
OPEN_HOUR = (
    "{title}: by the commits of its change open for at most an hour; days that {action} asks for: {needed}."
)


def _decide(practice: Practice) -> Verdict:
    if not practice.votes:
        return nothing_to_audit("No votes on record were found (files below votes/ that list who voted).")
    asked = [
        (vote, vote.action, vote.action.min_days)
        for vote in practice.votes
        if vote.action is not None
        and vote.action.min_days
        and (vote.poll.days is not None or vote.longest is not None)
    ]
    if not asked:
        return unknown("No record shows a time and fits an action with a minimum length.")
    return judged((found for each in asked for found in _short(*each)), len(asked))


def _short(vote: Vote, action: Action, needed: int) -> Iterator[Evidence]:
    values: dict[str, str | int | float] = {
        "title": vote.poll.title, "action": action.name, "needed": needed, "days": vote.poll.days or 0,
        "hours": (vote.longest or 0) // HOUR,
    }  # fmt: skip
    place = (vote.path, vote.line_of("at least"), vote.commit)
    if vote.poll.days is not None and vote.poll.days < needed:
        text = ANNOUNCED_DAY if vote.poll.days == 1 else ANNOUNCED
        yield Evidence(Message(text, values), *place)
    if vote.longest is not None and vote.longest < needed * DAY:
        text = OPEN_HOUR if values["hours"] == 1 else OPEN_HOURS
        yield Evidence(Message(text, values), *place)


RULE = AuditRule(
    id="voting-windows",
    version=2,
    title="Votes are open long enough",
    question="Was every vote announced, and open, for at least as long as its rule asks?",
    level=Level.WARNING,
    why=(
        "People who work on this in the evening, on another continent, or not this week are heard "
        "only if the window is as long as promised."
    ),
    remedy=(
        "Announce the time that the rule asks for; for a vote that was too short, ask once more "
        "whether anybody objects. If it was called earlier elsewhere, link to that in the record."
    ),
    effort="minutes, when opening the next vote",
    decide=_decide,
    definition="https://github.com/tikv/community/blob/master/GOVERNANCE.md",
    order=60,
)
