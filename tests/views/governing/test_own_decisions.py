"""A community's own decisions as entries: what is missing, what came out, and nobody's name among aliases."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from folkmoot.govern.files.ballot import Cast, written_ballot
from folkmoot.govern.files.decision import Grant
from folkmoot.govern.files.state import parse_state
from folkmoot.govern.proof.life import withdrawn
from folkmoot.model.page import Entry
from folkmoot.views.governing.own_decisions import FOUNDED, RULES_GONE, OwnDecisions
from folkmoot.views.governing.telling import Names
from govern.proof.community import STRICTER, Community, at, founding, no, ranked, whole_life, yes
from views.looking import Aliases

SHOWN = Names({}, None, None)
HIDDEN = Names({}, None, Aliases())


@pytest.fixture(scope="module")
def life() -> Community:
    return whole_life()


def seen(community: Community, day: float, names: Names = SHOWN) -> OwnDecisions:
    """Look at a community on a day after its founding."""
    return OwnDecisions(community.state, at(day), names)


def closed_entry(community: Community, number: int, names: Names = SHOWN) -> Entry:
    view = seen(community, 300, names)
    return view.closed_entry(community.state.decisions[number])


def open_entry(community: Community, number: int, day: float, names: Names = SHOWN) -> Entry:
    return seen(community, day, names).open_entry(community.state.decisions[number])


def facts(entry: Entry) -> list[str]:
    return [str(fact) for fact in entry.facts]


def everything(entry: Entry) -> str:
    return " ".join(map(str, (entry.id, entry.title, entry.state, *entry.facts, *entry.details)))


def test_the_first_to_close_stands_first_and_the_last_closed() -> None:
    community = founding()
    community.open(1, "change-rules", "Later", rules=STRICTER)
    community.open(2, "proposal", "Sooner")
    view = seen(community, 3)
    assert [decision.subject for decision in view.open] == ["Sooner", "Later"]


def test_the_newest_closed_decision_stands_first(life: Community) -> None:
    assert [decision.number for decision in seen(life, 300).closed] == [6, 5, 4, 3, 2, 1]


@pytest.mark.parametrize(
    ("day", "said", "state"),
    [
        (1, "It closes on 2026-01-13, in 7 days.", "open"),
        (6.9, "It closes on 2026-01-13, in 2 days.", "open"),
        (7.5, "It closes on 2026-01-13, within a day.", "open"),
        (8, "It was open until 2026-01-13 and waits for `folkmoot decide close`.", "to be closed"),
        (50, "It was open until 2026-01-13 and waits for `folkmoot decide close`.", "to be closed"),
    ],
)
def test_how_long_it_is_open(day: float, said: str, state: str) -> None:
    community = founding()
    entry = open_entry(community, community.open(1, "proposal", "Quick"), day)
    assert (facts(entry)[0], entry.state) == (said, state)


def test_what_is_missing_is_said_condition_by_condition() -> None:
    """Two of four take part, but one says no: of 2 yes, one is there."""
    community = founding()
    number = community.open(1, "proposal", "Quick")
    community.vote(2, number, yes("ada"))
    community.vote(2, number, no("bob"))
    said = facts(open_entry(community, number, 3))
    assert said[1] == "Still missing:"
    assert "1 voted yes; needed: 2." in said


def test_where_only_time_is_missing_that_is_said() -> None:
    community = founding()
    number = community.open(1, "proposal", "Quick")
    community.vote(2, number, yes("ada"))
    community.vote(2, number, yes("bob"))
    assert facts(open_entry(community, number, 3))[1:] == [
        "Nothing is missing but time: as the votes stand, it meets its rule."
    ]


def test_an_election_says_what_its_turnout_lacks(life: Community) -> None:
    community = Community(dict(life.files), list(life.snapshots))
    number = community.open(260, "elect-steering", "Next steering", candidates=("ada", "bob"))
    before = facts(open_entry(community, number, 262))
    assert before[1] == "Still missing:"
    for name in ("ada", "bob", "cleo"):
        community.vote(263, number, ranked(name, "ada"))
    after = facts(open_entry(community, number, 264))
    assert after[1].startswith("Nothing is missing but time")


def test_a_concern_is_named_and_among_aliases_only_told() -> None:
    community = founding()
    number = community.open(1, "proposal", "Quick")
    community.vote(2, number, yes("ada"))
    community.vote(2, number, yes("bob"), concern="Too quick")
    assert any("bob" in said for said in facts(open_entry(community, number, 3)))
    hidden = facts(open_entry(community, number, 3, HIDDEN))
    assert "A veto or an unanswered concern stands against it." in hidden
    assert not any("bob" in said for said in hidden)


def test_a_decision_by_an_action_that_is_gone_cannot_be_counted() -> None:
    community = founding()
    number = community.open(1, "proposal", "Quick")
    path = "decisions/0002-quick.md"
    files = {**community.files, path: community.files[path].replace(b'"proposal"', b'"abolish"')}
    view = OwnDecisions(parse_state(files), at(2), SHOWN)
    view.standing = seen(community, 2).standing  # what is broken is this decision, not how things stand
    entry = view.open_entry(view.state.decisions[number])
    assert facts(entry)[1] == "It cannot be counted yet: The rules in force know no action 'abolish'."


def test_who_may_vote_is_counted() -> None:
    community = founding()
    entry = open_entry(community, community.open(1, "proposal", "Quick"), 2)
    assert "People who may vote: 4." in map(str, entry.details)
    assert str(entry.details[-1]) == "It stands in .folkmoot/decisions/0002-quick.md."


@pytest.mark.parametrize(
    ("number", "state", "said"),
    [
        (1, "founded", "ada became maintainer."),
        (2, "passed", "3 of 4 voted: 2 yes, 1 no, 0 abstain."),
        (3, "no quorum", "1 of 4 voted: 1 yes, 0 no, 0 abstain."),
        (4, "elected", "3 of 4 voted."),
        (4, "elected", "Elected: ada, cleo."),
        (6, "passed", "emil became maintainer."),
    ],
)
def test_what_came_out(life: Community, number: int, state: str, said: str) -> None:
    entry = closed_entry(life, number)
    assert entry.state == state
    assert said.replace("abstain.", "abstained.") in facts(entry)


def test_a_role_that_was_taken_is_told() -> None:
    community = founding()
    number = community.open(1, "appoint", "Dan rests", takes=(Grant("maintainer", "dan"),), supersedes=1)
    for name in ("ada", "bob"):
        community.vote(2, number, yes(name))
    assert community.close(9, number) == "passed"
    said = facts(closed_entry(community, number))
    assert "dan is no longer maintainer." in said
    assert "It replaces decision 0001." in said


def test_a_withdrawn_decision_says_so() -> None:
    community = founding()
    number = community.open(1, "proposal", "Quick")
    community.commit(2, withdrawn(community.state, number, "ada", at(2)))
    entry = closed_entry(community, number)
    assert (entry.state, facts(entry)) == ("withdrawn", ["Closed on 2026-01-07."])


def test_the_rule_is_that_of_the_day_and_not_of_today(life: Community) -> None:
    """Decision 2 passed with half; today a proposal needs two thirds of everybody."""
    said = " ".join(map(str, closed_entry(life, 2).details))
    assert "More than 50% of the yes and no votes are yes." in said
    assert "2/3" not in said


def test_a_founding_had_no_rule(life: Community) -> None:
    assert FOUNDED in closed_entry(life, 1).details


def test_rules_that_are_gone_are_not_guessed(life: Community) -> None:
    decision = life.state.decisions[2]
    assert decision.result is not None
    gone = replace(decision, result=replace(decision.result, rules=f"sha256:{'0' * 64}"))
    assert RULES_GONE in seen(life, 300).closed_entry(gone).details


def test_an_unreadable_copy_of_the_rules_is_passed_over(life: Community) -> None:
    broken: dict[str, Any] = {"decisions/0009/governance.toml": b"["}
    state = parse_state({**life.files, **broken})
    entry = OwnDecisions(state, at(300), SHOWN).closed_entry(state.decisions[2])
    assert RULES_GONE not in entry.details


def test_a_long_subject_is_cut() -> None:
    community = founding()
    number = community.open(1, "proposal", "Why " * 200)
    assert len(str(seen(community, 2).title(community.state.decisions[number]))) < 160


def test_a_sound_community_has_no_problem(life: Community) -> None:
    assert seen(life, 300).problem == ""


def test_files_that_contradict_one_another_are_told(life: Community) -> None:
    files = {
        **life.files,
        "people/eve.toml": b'[[roles]]\nrole = "maintainer"\ndecision = 2\nsince = 2026-01-14\n',
    }
    state = parse_state(files)
    assert "people/eve.toml" in str(OwnDecisions(state, at(300), SHOWN).problem)
    assert OwnDecisions(state, at(300), HIDDEN).problem == "The files contradict one another."


@pytest.mark.parametrize("path", ["people/eve.toml", "decisions/0002/ballots/eve.toml"])
def test_a_file_that_cannot_be_read_names_nobody_among_aliases(life: Community, path: str) -> None:
    state = parse_state({**life.files, path: b"["})
    assert "eve.toml" in str(OwnDecisions(state, at(300), SHOWN).problem)
    assert "eve" not in str(OwnDecisions(state, at(300), HIDDEN).problem)


@pytest.mark.parametrize("number", range(1, 7))
def test_no_entry_names_anybody_among_aliases(life: Community, number: int) -> None:
    said = everything(closed_entry(life, number, HIDDEN))
    names = ("ada", "bob", "cleo", "dan", "emil", "Emil", "founding", "steering.md")
    assert [name for name in names if name in said.replace("abstained", "")] == []


def test_an_open_entry_names_nobody_among_aliases(life: Community) -> None:
    ballot = written_ballot(Cast(no("dan", "Dan's reason"), at(261)))
    state = parse_state({**life.files, "decisions/0007/ballots/dan.toml": ballot})
    entry = OwnDecisions(state, at(262), HIDDEN).open_entry(state.decisions[7])
    assert str(entry.title) == "Decision 0007"
    assert [name for name in ("ada", "dan", "Dan", "still-open") if name in everything(entry)] == []
