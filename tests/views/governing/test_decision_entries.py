"""Votes on record and announced elections: what is told of each, and what is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from folkmoot.govern.audit.written_rules import Action, Approval, WrittenRules
from folkmoot.i18n import say
from folkmoot.model.ballot import Answer, Ballot, Poll
from folkmoot.model.event import DAY
from folkmoot.model.page import Entry
from folkmoot.model.role import Change
from folkmoot.views.governing.decision_entries import (
    MOST_OPTIONS,
    NO_RULE,
    announced_entry,
    has_result,
    recorded_entry,
)
from folkmoot.views.governing.records import Announced, Recorded
from folkmoot.views.governing.telling import Names
from views.looking import Aliases

SHOWN, HIDDEN = Names({}, None, None), Names({}, None, Aliases())
NOTHING_WRITTEN = WrittenRules()
LANDED = Change("c" * 40, 0)
VOTES = (
    Ballot(voter="ada", answer=Answer.YES), Ballot(voter="bob", answer=Answer.YES, weight=2),
    Ballot(voter="cleo", answer=Answer.NO), Ballot(voter="dora", answer=Answer.ABSTAIN),
)  # fmt: skip
POLL = Poll("plain", "A Vote for Hats", VOTES)
RANKED = Poll(
    "elekto", "Steering", (Ballot(ranking=(("ada",), ("bob",))), Ballot(ranking=(("ada",), ("bob",)))),
    options=("ada", "bob"), seats=1,
)  # fmt: skip


def entry(
    poll: Poll, rules: WrittenRules = NOTHING_WRITTEN, names: Names = SHOWN, *, landed: Change | None = LANDED
) -> Entry:
    return recorded_entry(Recorded("votes/1.md", poll, landed), rules, names)


def facts(poll: Poll, names: Names = SHOWN) -> list[str]:
    return [say(fact) for fact in entry(poll, names=names).facts]


def how(poll: Poll, rules: WrittenRules = NOTHING_WRITTEN, names: Names = SHOWN) -> list[str]:
    return [say(each) for each in entry(poll, rules, names).details]


def test_a_vote_tells_since_when_it_is_on_record_and_what_was_said() -> None:
    assert facts(POLL) == ["On record since 1970-01-01.", "3 said yes, 1 no, 1 abstained."]
    assert how(POLL) == [NO_RULE, "It stands in votes/1.md.", "Commit cccccccccccc brought it."]


def test_where_the_clone_does_not_show_when_it_came_nothing_is_said_of_it() -> None:
    shown = entry(POLL, landed=None)
    assert [say(fact) for fact in shown.facts] == ["3 said yes, 1 no, 1 abstained."]
    assert [say(each) for each in shown.details] == [NO_RULE, "It stands in votes/1.md."]


def test_votes_that_are_marked_as_binding_are_counted_by_weight() -> None:
    """Of the yes, ada's one is not binding, bob's two are; cleo's binding no is none of them."""
    marked = (
        replace(VOTES[0], binding=False), replace(VOTES[1], binding=True), replace(VOTES[2], binding=True),
    )  # fmt: skip
    assert facts(Poll("plain", "?", marked))[-1] == "Marked as binding among the yes: 2."


def test_ballots_on_options_are_counted_by_weight() -> None:
    heavy = replace(RANKED, ballots=(replace(RANKED.ballots[0], weight=5), RANKED.ballots[1]))
    assert facts(heavy)[1] == "Ballots: 6; options: 2."


@pytest.mark.parametrize(
    ("poll", "said"),
    [
        (Poll("plain", "?", ()), ["The record names no votes."]),
        (Poll("plain", "?", (), outcome="Passed"), ["The record says: “Passed”"]),
        (Poll("plain", "?", (), winners=("ada", "bob")), ["The record names as outcome: “ada”, “bob”"]),
        (Poll("plain", "?", (), winners=("ada",), outcome="Passed"), ["The record names as outcome: “ada”"]),
    ],
    ids=["nothing", "an outcome", "the elected", "both"],
)
def test_what_a_record_without_votes_says(poll: Poll, said: list[str]) -> None:
    assert facts(poll)[1:] == said


@pytest.mark.parametrize(
    ("poll", "has"),
    [
        (POLL, True), (Poll("plain", "?", ()), False), (Poll("plain", "?", (), outcome="x"), True),
        (Poll("plain", "?", (), winners=("ada",)), True),
    ],
)  # fmt: skip
def test_votes_an_outcome_or_the_elected_are_a_result(poll: Poll, has: bool) -> None:
    assert has_result(poll) is has
    assert entry(poll).state == ("recorded" if has else "no result")


def test_at_most_ten_of_the_elected_are_named() -> None:
    winners = tuple(f"p{n}" for n in range(12))
    assert facts(Poll("plain", "?", (), winners=winners))[-1].endswith("“p8”, “p9”")


def test_aliases_hide_the_title_the_outcome_the_notes_and_the_place() -> None:
    poll = replace(POLL, outcome="ada wins", notes=("ada wrote it",))
    shown = entry(poll, names=HIDDEN)
    assert say(shown.title) == "A vote"
    assert shown.id != "votes/1.md"
    assert facts(poll, HIDDEN) == ["On record since 1970-01-01.", "3 said yes, 1 no, 1 abstained."]
    assert how(poll, names=HIDDEN) == [NO_RULE]


def test_five_notes_of_a_record_are_told() -> None:
    notes = tuple(f"Note {n}." for n in range(7))
    assert [line for line in how(replace(POLL, notes=notes)) if line.startswith("Note")] == list(notes[:5])


HATS = Action("Hats", Approval("Consensus", 3, has_veto=True, share=(2, 3)), "maintainers", 7, 12)
RULES = WrittenRules("GOVERNANCE.md", {}, (HATS,))


def test_the_written_rule_that_the_title_names_is_told_in_words() -> None:
    assert how(POLL, RULES)[:5] == [
        "By the rule for “Hats” in GOVERNANCE.md, line 12:",
        "Binding votes that say yes: 3 or more.",
        "No binding vote says no.",
        "At least 2/3 of those who may vote say yes.",
        "It is open for at least 7 days.",
    ]


def test_what_a_rule_does_not_ask_for_is_not_told() -> None:
    plain = WrittenRules("GOVERNANCE.md", {}, (Action("Hats", Approval("x"), "", None, 1),))
    assert how(POLL, plain)[1:] == ["It stands in votes/1.md.", "Commit cccccccccccc brought it."]


@pytest.mark.parametrize(
    ("binding", "lacking"),
    [
        ((True, True, None), ["The record marks 2 as binding, where 3 are needed."]),
        ((True, False, False), ["The record marks 1 as binding, where 3 are needed."]),
        ((True, True, True), []),
        ((None, None, None), []),
    ],
    ids=["two of three", "marked as not binding", "enough", "nothing marked"],
)
def test_too_few_binding_votes_are_told_where_votes_are_marked(
    binding: tuple[bool | None, ...], lacking: list[str]
) -> None:
    ballots = tuple(Ballot(voter=f"p{n}", answer=Answer.YES, binding=each) for n, each in enumerate(binding))
    assert how(Poll("plain", "A Vote for Hats", ballots), RULES)[5:-2] == lacking


def test_an_election_is_counted_again() -> None:
    said = how(RANKED)
    assert said[0].startswith("By which method the community counts is not in the record")
    assert said[2] == "So counted, the first is: “ada”"


def test_several_seats_are_told_as_several() -> None:
    three = Ballot(ranking=(("ada",), ("bob",), ("cleo",)))
    poll = replace(RANKED, ballots=(three,), options=("ada", "bob", "cleo"), seats=2)
    assert how(poll)[2] == "So counted, the first are: “ada”, “bob”"


@pytest.mark.parametrize(
    ("winners", "said"),
    [((" Ada ",), "That is what the record says."), (("bob",), "The published result names others: “bob”")],
)
def test_the_record_s_own_result_is_held_against_the_count(winners: tuple[str, ...], said: str) -> None:
    assert how(replace(RANKED, winners=winners))[3] == said


def test_a_tie_is_told_and_nobody_is_named_first() -> None:
    even = (Ballot(ranking=(("ada",), ("bob",))), Ballot(ranking=(("bob",), ("ada",))))
    said = how(replace(RANKED, ballots=even, winners=("ada",)))
    assert said[2] == "So counted it is a tie, which the ballots alone do not break."
    assert not [line for line in said if "ada" in line]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"seats": None}, "How many seats it filled is not on record"),
        ({"options": tuple(f"o{n}" for n in range(MOST_OPTIONS + 1))}, "It is too large to be counted again"),
    ],
    ids=["seats unknown", "too large"],
)
def test_why_an_election_is_not_counted_again_is_told(more: dict[str, object], said: str) -> None:
    assert how(replace(RANKED, **more))[0].startswith(said)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"employers": {"ada": "Acme"}}, "A limit of seats per employer is not applied here."),
        (
            {"employers": {"ada": "Acme"}, "employer_cap": 1},
            "Its settings limit the seats of one employer: at most 1.",
        ),
    ],
)
def test_whether_a_limit_per_employer_is_applied_is_told(more: dict[str, object], said: str) -> None:
    assert said in how(replace(RANKED, **more))  # type: ignore[arg-type]


NOW = 100 * DAY


def announced(starts: int, ends: int, seats: str = "") -> tuple[str, list[str]]:
    """Give the state and the facts of an election by its seconds from NOW."""
    shown = announced_entry(Announced("e/election.yaml", "Steering", NOW + starts, NOW + ends, seats), NOW)
    return str(shown.state), [say(fact) for fact in shown.facts]


def test_an_election_is_announced_then_open_then_without_a_result() -> None:
    assert announced(DAY, 3 * DAY) == (
        "announced", ["Voting begins on 1970-04-12.", "Voting ends on 1970-04-14, in 3 days."],
    )  # fmt: skip
    assert announced(0, 3 * DAY, "4") == (
        "open", ["Voting ends on 1970-04-14, in 3 days.", "Seats to fill: 4."],
    )  # fmt: skip
    assert announced(-DAY, 0) == (
        "no result", ["Voting ended on 1970-04-11; no ballots or result in a known form lie beside it."],
    )  # fmt: skip


def test_the_last_day_is_told_as_within_a_day() -> None:
    assert announced(0, DAY)[1] == ["Voting ends on 1970-04-12, within a day."]
    assert announced(0, DAY + 1)[1] == ["Voting ends on 1970-04-12, in 2 days."]
