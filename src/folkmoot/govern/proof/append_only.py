"""What one commit may do to the files before it: decisions and ballots are added to, never rewritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from folkmoot.govern.files.decision import Decision, Result, with_result
from folkmoot.govern.files.state import State
from folkmoot.govern.proof.fact import Fact, Level, violation
from folkmoot.i18n import Message

CLOCKS_DIFFER = timedelta(days=1)
"""By how much a time in a file may differ from the time of its commit: a wrong clock, a slow merge."""


def held_together(before: State, now: State) -> list[Fact]:
    """Give what a commit did to the decisions before it that it may not do."""
    found: list[Fact] = []
    for number, old in sorted(before.decisions.items()):
        new = now.decisions.get(number)
        if new is None or new.file != old.file:
            found.append(violation("deleted", old.file, "A decision was deleted or renamed."))
        elif old.result is not None:
            found += _closed(before, now, old)
        else:
            found += _still_open(before, now, old, new)
    return found


def _closed(before: State, now: State, old: Decision) -> list[Fact]:
    """Hold a closed decision's files to be as they were, but for line ends."""
    was, stands = before.files_of(old.number), now.files_of(old.number)
    changed = [path for path in sorted(was.keys() | stands.keys()) if was.get(path) != stands.get(path)]
    return [
        violation("rewritten", old.file, Message("{path} changed after the decision closed.", {"path": path}))
        for path in changed
    ]


def _still_open(before: State, now: State, old: Decision, new: Decision) -> list[Fact]:
    """Hold the terms to stay, the text to be only added to, and no ballot to go away.

    A voter may vote anew.
    """
    found: list[Fact] = []
    if replace(old, body="", result=None) != replace(new, body="", result=None):
        found.append(violation("terms", old.file, "Its terms changed after it was opened."))
    if new.result is not None:
        if now.content_of(new) != with_result(before.content_of(old), new.result):
            found.append(violation("terms", old.file, "More than its result was written when it closed."))
    elif not new.body.startswith(old.body.rstrip()):
        found.append(violation("terms", old.file, "Its text was rewritten; it may only be added to."))
    if before.proposed_rules(old.number) != now.proposed_rules(old.number):
        found.append(violation("terms", old.file, "The rules it proposes changed after it was opened."))
    then, stand = before.ballots.get(old.number, {}), now.ballots.get(old.number, {})
    for voter in sorted(then):
        if voter not in stand:
            text = Message("The ballot of {voter} was taken away.", {"voter": voter})
            found.append(violation("ballots", old.file, text))
        elif then[voter] != stand[voter]:
            text = Message("{voter} voted anew.", {"voter": voter})
            if stand[voter].cast <= then[voter].cast:
                text = Message("The ballot of {voter} changed without a new time.", {"voter": voter})
                found.append(violation("ballots", old.file, text))
            else:
                found.append(Fact(Level.FOUND, "ballot", old.file, text))
    return found


def newly_there(parents: list[State], now: State, when: int, first_seen: dict[str, int]) -> list[Fact]:
    """Hold what a commit is the first to say against the time it was made, and employers against people's.

    `when` is the committer's time, and `first_seen` when each decision came into the history. Nothing may
    claim to have happened after its commit, and no decision to have been open before anybody could see it.
    """
    found: list[Fact] = []
    moment = datetime.fromtimestamp(when, UTC)
    for number, decision in sorted(now.decisions.items()):
        earlier = [parent.decisions.get(number) for parent in parents]
        if not any(earlier) and decision.result is None:
            found += _not_ahead(decision.file, decision.opened, moment)
        if decision.result is not None and not any(old and old.result for old in earlier):
            found += _not_ahead(decision.file, decision.result.closed, moment)
            found += _employers(now, decision)
            found += _long_enough(decision, decision.result, first_seen.get(decision.file, when))
        for voter, cast in sorted(now.ballots.get(number, {}).items()):
            if all(parent.ballots.get(number, {}).get(voter) != cast for parent in parents):
                about = f"{decision.folder}/ballots/{voter}.toml"
                found += _not_ahead(about, cast.cast, moment)
                if decision.closes > decision.opened and moment - decision.closes > CLOCKS_DIFFER:
                    text = "It came into the history after the deadline; only it itself says it was in time."
                    found.append(Fact(Level.UNKNOWN, "late-ballot", about, text))
    return found


def _long_enough(decision: Decision, result: Result, first_seen: int) -> list[Fact]:
    """Hold the days it says it was open against the days it was in the history."""
    if result.outcome in ("founded", "withdrawn"):
        return []
    said = min(result.closed, decision.closes) - decision.opened
    seen = result.closed - datetime.fromtimestamp(first_seen, UTC)
    if said - seen <= CLOCKS_DIFFER:
        return []
    text = Message(
        "It says it was open for {said} days, but was in the history for {seen} when it closed.",
        {"said": said.days, "seen": max(0, seen.days)},
    )
    return [violation("time", decision.file, text)]


def _not_ahead(about: str, said: datetime, commit: datetime) -> list[Fact]:
    if said - commit <= CLOCKS_DIFFER:
        return []
    text = Message(
        "It says {said}, which is after its commit of {commit}.",
        {"said": said.strftime("%Y-%m-%d %H:%M"), "commit": commit.strftime("%Y-%m-%d %H:%M")},
    )
    return [violation("time", about, text)]


def _employers(now: State, decision: Decision) -> list[Fact]:
    result = decision.result
    assert result is not None  # noqa: S101 - only closed decisions come here
    found = []
    for handle, said in sorted(result.employers.items()):
        person = next((p for h, p in now.people.items() if h.casefold() == handle.casefold()), None)
        stated = person.employer_on(result.closed.date()) if person else ""
        if stated != said:
            text = Message("It records {said!r} as the employer of {who}, whose own file said {stated!r}.", {
                "said": said, "who": handle, "stated": stated,
            })  # fmt: skip
            found.append(violation("employers", decision.file, text))
    return found
