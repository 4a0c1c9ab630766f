"""What a decision comes to, by its ballots and the clock: asked at closing and at verifying alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

import pytest

from folkmoot.govern.files.ballot import Cast
from folkmoot.govern.files.decision import Decision
from folkmoot.govern.files.governance import read_governance
from folkmoot.govern.files.person import Held
from folkmoot.govern.proof.concluding import (
    Conclusion,
    action_of,
    capped,
    conclude,
    has_deadline,
    is_late,
    may_withdraw,
)
from folkmoot.govern.proof.standing import Standing
from folkmoot.i18n import say
from folkmoot.model.ballot import Ballot
from folkmoot.model.errors import UsageError
from govern.proof.community import START, at, no, ranked, yes

RULES = b"""format = 1

[roles.maintainer]
[roles.steering]

[rules.ordinary]
threshold = "1/2"
strict = true
min_yes = 2

[rules.early]
threshold = "1/2"
of = "electorate"
strict = true
early_close = true

[rules.settled]
min_yes = 2
veto = "any"
clock = "agreement"
min_days = 3

[actions.proposal]
rule = "ordinary"
electorate = ["maintainer"]
min_days = 7

[actions.quick]
rule = "early"
electorate = ["maintainer"]
min_days = 7

[actions.settle]
rule = "settled"
electorate = ["maintainer"]
withdrawal = ["steering"]

[actions.elect]
method = "schulze"
seats = 1
quorum = "1/2"
electorate = ["maintainer"]
roles = ["steering"]
min_days = 14

[actions.elect-by-margin]
method = "schulze"
strength = "margin"
electorate = ["maintainer"]
roles = ["steering"]
min_days = 14

[actions.elect-capped]
method = "schulze"
seats = 1
employer_cap = 1
electorate = ["maintainer"]
roles = ["steering"]
min_days = 14
"""

FOUR = ("ada", "bob", "cleo", "dan")
STANDING = Standing(
    read_governance("governance.toml", RULES),
    {name: (Held("maintainer", 1, START.date()),) for name in FOUR}
    | {"emil": (Held("steering", 1, START.date()),)},
    1,
    "",
)


def decision(action: str, closes: float = 7, **more: object) -> Decision:
    return Decision(2, "it", action, "It", "ada", at(0), at(closes), **more)  # type: ignore[arg-type]


def casts(*votes: tuple[float, Ballot]) -> dict[str, Cast]:
    return {ballot.voter: Cast(ballot, at(day)) for day, ballot in votes}


def come_to(
    asked: Decision, ballots: Mapping[str, Cast], now: datetime, employers: Mapping[str, str] | None = None
) -> Conclusion:
    return conclude(asked, ballots, STANDING, now, employers or {})


ELECTION = decision("elect", 14, candidates=("ada", "bob"))


def test_before_its_time_it_is_open_whatever_the_votes() -> None:
    found = come_to(decision("proposal"), casts((1, yes("ada")), (1, yes("bob"))), at(6.9))
    assert (found.outcome, [*map(say, found.why)]) == ("open", ["It is open until 2026-01-12 09:00 UTC."])


def test_at_the_minute_of_closing_it_can_be_closed() -> None:
    found = come_to(decision("proposal"), casts((1, yes("ada")), (1, yes("bob"))), at(7))
    assert (found.outcome, found.electorate) == ("passed", FOUR)


def test_a_rule_that_closes_early_does_once_nothing_can_change() -> None:
    """Three of four said yes: the fourth cannot change it. With two, it could still be half."""
    three = casts(*((1, yes(name)) for name in FOUR[:3]))
    assert come_to(decision("quick"), three, at(2)).outcome == "passed"
    two = casts((1, yes("ada")), (1, yes("bob")))
    assert come_to(decision("quick"), two, at(2)).outcome == "open"


def test_the_clock_of_agreement_begins_with_the_last_vote_needed() -> None:
    """Bob's yes on day 4 makes the agreement; three days later it takes effect, not three after opening."""
    votes = casts((1, yes("ada")), (4, yes("bob")))
    assert come_to(decision("settle", 0), votes, at(6.9)).outcome == "open"
    assert come_to(decision("settle", 0), votes, at(7)).outcome == "passed"


def test_who_agrees_later_does_not_begin_the_clock_again() -> None:
    votes = casts((1, yes("ada")), (4, yes("bob")), (6, yes("cleo")))
    assert come_to(decision("settle", 0), votes, at(7)).outcome == "passed"


def test_a_veto_breaks_the_agreement() -> None:
    votes = casts((1, yes("ada")), (2, yes("bob")), (3, no("cleo")))
    assert come_to(decision("settle", 0), votes, at(30)).outcome != "passed"


def test_without_agreement_its_clock_never_begins() -> None:
    assert come_to(decision("settle", 0), casts((1, yes("ada"))), at(300)).outcome == "open"


def test_who_does_not_hold_the_role_does_not_count() -> None:
    found = come_to(decision("proposal"), casts((1, yes("ada")), (1, yes("eve"))), at(8))
    assert found.outcome != "passed"


def test_an_action_that_does_not_exist_names_those_that_do() -> None:
    with pytest.raises(UsageError, match="no action 'abolish'") as caught:
        action_of(decision("abolish"), STANDING)
    assert caught.value.hint == "actions are elect, elect-by-margin, elect-capped, proposal, quick, settle."


def test_without_rules_there_is_no_action_and_nothing_to_hint_at() -> None:
    with pytest.raises(UsageError, match="no action 'proposal'") as caught:
        action_of(decision("proposal"), Standing())
    assert caught.value.hint == ""


def test_a_ranking_is_no_answer_to_yes_or_no() -> None:
    with pytest.raises(UsageError, match="asks yes or no"):
        come_to(decision("proposal"), casts((1, ranked("ada", "bob"))), at(8))


def test_yes_elects_nobody() -> None:
    with pytest.raises(UsageError, match="elects people"):
        come_to(ELECTION, casts((1, yes("ada"))), at(15))


@pytest.mark.parametrize("day", [-0.1, 7.1])
def test_a_vote_out_of_time_is_named(day: float) -> None:
    with pytest.raises(UsageError, match=r"'ada' voted outside of the time in which 0002-it\.md was open"):
        come_to(decision("proposal"), casts((day, yes("ada"))), at(8))


def test_a_vote_of_the_first_or_the_last_minute_counts() -> None:
    votes = casts((0, yes("ada")), (7, yes("bob")))
    assert come_to(decision("proposal"), votes, at(7)).outcome == "passed"


def test_a_decision_that_waits_for_agreement_has_no_deadline() -> None:
    settle, proposal = (action_of(decision(name), STANDING) for name in ("settle", "proposal"))
    assert (has_deadline(settle), has_deadline(proposal)) == (False, True)
    assert not is_late(decision("settle", 0), settle, Cast(yes("ada"), at(100)))
    assert has_deadline(action_of(ELECTION, STANDING))


def test_an_election_is_open_until_it_closes() -> None:
    assert come_to(ELECTION, casts((1, ranked("ada", "ada"))), at(13)).outcome == "open"


def test_an_election_counts_only_who_may_vote() -> None:
    """Three strangers cannot outvote two members."""
    strangers = [(1.0, ranked(name, "bob", "ada")) for name in ("eve", "fay", "gus")]
    votes = casts((1, ranked("ada", "ada", "bob")), (1, ranked("cleo", "ada", "bob")), *strangers)
    assert come_to(ELECTION, votes, at(15)).winners == ("ada",)


@pytest.mark.parametrize(("action", "winner"), [("elect", "ada"), ("elect-by-margin", "bob")])
def test_victories_are_as_strong_as_the_rules_say(action: str, winner: str) -> None:
    """Ada beats Bob 5:4, Bob beats Cleo 6:0 and Cleo beats Ada 4:0; the weakest victory does not count.

    By the votes of the winning side that is the 4 of Cleo's, by the difference the 1 of Ada's."""
    cast = [("ada", "bob")] * 5 + [("bob", "cleo", "ada")] * 4 + [("bob", "cleo")] * 2 + [("cleo",)] * 2
    votes = casts(*((1, ranked(f"voter{n}", *names)) for n, names in enumerate(cast)))
    roster = {name: (Held("maintainer", 1, START.date()),) for name in votes}
    asked = decision(action, 14, candidates=("ada", "bob", "cleo"))
    assert conclude(asked, votes, replace(STANDING, roster=roster), at(15), {}).winners == (winner,)


def test_an_election_without_its_quorum_elects_nobody() -> None:
    found = come_to(ELECTION, casts((1, ranked("ada", "ada"))), at(15))
    assert (found.outcome, found.winners) == ("no quorum", ())
    assert found.why


def test_an_election_in_which_nobody_voted_says_so() -> None:
    found = come_to(decision("elect-capped", 14, candidates=("ada",)), {}, at(15), {"ada": "Acme"})
    assert (found.outcome, [*map(say, found.why)]) == ("no quorum", ["Nobody voted."])


def test_votes_that_do_not_decide_are_a_tie_and_name_between_whom() -> None:
    votes = casts((1, ranked("ada", "ada", "bob")), (1, ranked("bob", "bob", "ada")))
    found = come_to(ELECTION, votes, at(15))
    assert (found.outcome, found.winners) == ("tied", ())
    assert [*map(say, found.why)] == ["The votes do not decide between ada, bob."]


def test_a_published_seed_breaks_the_tie_the_same_way_for_everybody() -> None:
    votes = casts((1, ranked("ada", "ada", "bob")), (1, ranked("bob", "bob", "ada")))
    seeded = decision("elect", 14, candidates=("ada", "bob"), seed="the lottery of 6 January")
    first = come_to(seeded, votes, at(15))
    assert first.outcome == "elected"
    assert come_to(seeded, dict(reversed(votes.items())), at(15)).winners == first.winners


def test_who_sits_already_takes_a_seat_of_the_employer() -> None:
    """Emil of Acme sits; Ada of Acme is liked best, but the cap of one leaves the seat to Bob."""
    capped_election = decision("elect-capped", 14, candidates=("ada", "bob"))
    votes = casts((1, ranked("ada", "ada", "bob")), (1, ranked("bob", "ada", "bob")))
    at_acme = {"ada": "Acme", "bob": "Globex", "emil": "Acme"}
    assert come_to(capped_election, votes, at(15), at_acme).winners == ("bob",)
    elsewhere = at_acme | {"emil": "Initech"}
    assert come_to(capped_election, votes, at(15), elsewhere).winners == ("ada",)


def test_who_stands_again_does_not_sit_beside_themselves() -> None:
    again = decision("elect-capped", 14, candidates=("emil", "bob"))
    votes = casts((1, ranked("ada", "emil", "bob")))
    assert come_to(again, votes, at(15), {"emil": "Acme", "bob": "Globex"}).winners == ("emil",)


def test_only_a_cap_asks_for_employers() -> None:
    assert capped(decision("proposal"), STANDING, at(1)) == ()
    assert capped(ELECTION, STANDING, at(1)) == ()
    election = decision("elect-capped", 14, candidates=("ada", "bob"))
    assert capped(election, STANDING, at(1)) == ("ada", "bob", "emil")


@pytest.mark.parametrize(
    ("who", "action", "may"),
    [
        ("ada", "proposal", True),
        ("ADA", "proposal", True),
        ("bob", "proposal", False),
        ("emil", "settle", True),
        ("Emil", "settle", True),
        ("bob", "settle", False),
        ("emil", "proposal", False),
        ("bob", "gone", False),
    ],
)
def test_who_may_withdraw(who: str, action: str, may: bool) -> None:
    assert may_withdraw(decision(action), who, STANDING, at(1).date()) is may


def test_nobody_withdraws_by_a_role_they_lost() -> None:
    over = {"emil": (Held("steering", 1, START.date(), ended=at(3).date(), ended_by=2),)}
    standing = Standing(STANDING.governance, over)
    assert may_withdraw(decision("settle"), "emil", standing, at(2).date())
    assert not may_withdraw(decision("settle"), "emil", standing, at(3).date())


def test_without_rules_only_the_proposer_withdraws() -> None:
    assert may_withdraw(decision("settle"), "ada", Standing(), at(1).date())
    assert not may_withdraw(decision("settle"), "emil", Standing(), at(1).date())
