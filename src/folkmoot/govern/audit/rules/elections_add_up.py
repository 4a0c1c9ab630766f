"""Numbers of an election add up.

Question:
    Do the published numbers of voters and votes match the lists, with no more votes than voters?

Why it matters:
    More ballots than voters, or other numbers than the lists hold, is the first thing an opponent finds.

How it is counted:
    In Elekto's folders: the rows of ballots.csv against "Number of votes cast" in results.md, the entries of
    voters.yaml against "Number of eligible voters", and never more ballots than voters.

What it does not tell:
    Who voted: these ballots are anonymous. A list of voters that was changed after the election looks wrong.

References:
    https://elekto.dev/docs/
"""

from __future__ import annotations

from collections.abc import Iterator

from folkmoot.govern.audit.election_records import Election
from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import AuditRule, Verdict, judged, nothing_to_audit, unknown
from folkmoot.i18n import Message
from folkmoot.model.audit import Evidence, Level


def _decide(practice: Practice) -> Verdict:
    held = [each for each in practice.elections if each.poll.form == "elekto"]
    if not held:
        return nothing_to_audit("No elections with a list of voters were found.")
    asked = [each for each in held if each.numbers or each.listed]
    if not asked:
        return unknown("No election publishes numbers or a list of voters.")
    return judged((found for each in asked for found in _wrong(each, practice.tip)), len(asked))


def _wrong(election: Election, commit: str) -> Iterator[Evidence]:
    cast = sum(ballot.weight for ballot in election.poll.ballots)
    place = (election.result_path, election.line, commit)
    values: dict[str, str | int | float] = {"title": election.poll.title, "cast": cast}
    said = election.numbers
    if said.get("cast", cast) != cast:
        text = "{title}: votes cast by the result: {said}; ballots in the file: {cast}."
        yield Evidence(Message(text, values | {"said": said["cast"]}), *place)
    if election.listed is not None and said.get("voters", election.listed) != election.listed:
        text = "{title}: eligible voters by the result: {said}; in the list: {listed}."
        yield Evidence(Message(text, values | {"said": said["voters"], "listed": election.listed}), *place)
    voters = min((n for n in (election.listed, said.get("voters")) if n is not None), default=None)
    if voters is not None and cast > voters:
        yield Evidence(
            Message("{title}: ballots: {cast}; voters: {voters}.", values | {"voters": voters}), *place
        )


RULE = AuditRule(
    id="elections-add-up",
    version=1,
    title="Numbers of an election add up",
    question="Do the published numbers of voters and votes match the lists, with no more votes than voters?",
    level=Level.WARNING,
    why=(
        "More ballots than voters, or other numbers than the lists hold, is the first thing an "
        "opponent finds."
    ),
    remedy=(
        "Correct the number or the list, and say which it was and why. A list of voters that went on "
        "changing belongs into the record as it was on the day."
    ),
    effort="half an hour per election",
    decide=_decide,
    definition="https://elekto.dev/docs/",
    order=54,
)
