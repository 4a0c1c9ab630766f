"""One moment held against itself: whatever a result or a role claims, it is derived anew and compared."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from folkmoot.govern.files.ballot import Cast, written_ballot
from folkmoot.govern.files.decision import Decision, Grant, Result, with_result, written_decision
from folkmoot.govern.files.governance import digest_of
from folkmoot.govern.files.state import State, parse_state
from folkmoot.govern.proof.counting_again import Steps, count_again
from folkmoot.govern.proof.fact import Fact, Level
from folkmoot.govern.proof.life import Proposal, opened, withdrawn
from govern.proof.community import RULES, STRICTER, Community, at, founding, ranked, whole_life, yes


@pytest.fixture(scope="module")
def life() -> Community:
    return whole_life()


def wrong(state: State) -> dict[str, list[str]]:
    """Give the kinds of violations of a moment, each with what was said."""
    found: dict[str, list[str]] = {}
    for fact in count_again(state)[1]:
        if fact.level is Level.VIOLATION:
            found.setdefault(fact.kind, []).append(str(fact.text))
    return found


def facts_of(state: State) -> list[Fact]:
    return count_again(state)[1]


def passed(subject: str = "Use SQL") -> Community:
    """Give a community that has just passed one proposal, decision 0002."""
    community = founding()
    number = community.open(1, "proposal", subject)
    community.vote(2, number, yes("ada"))
    community.vote(3, number, yes("bob"))
    assert community.close(9, number) == "passed"
    return community


def forged(community: Community, number: int, **changes: Any) -> State:
    """Give the moment in which the result of a decision says something else."""
    decision = community.state.decisions[number]
    path = f"decisions/{decision.file}"
    result = decision.result
    assert result is not None
    was_open = next(one.files[path] for one in community.snapshots if path in one.files)
    return parse_state({**community.files, path: with_result(was_open, replace(result, **changes))})


def with_open(community: Community, **changes: Any) -> State:
    """Give the moment in which somebody wrote an open decision by hand, with these terms."""
    decision, _ = opened(community.state, Proposal("proposal", "Plain", "ada"), at(100))
    decision = replace(decision, **changes)
    return parse_state({**community.files, f"decisions/{decision.file}": written_decision(decision)})


def test_nothing_is_nothing_and_no_violation() -> None:
    standing, facts = count_again(parse_state({}))
    assert (standing.governance, standing.roster, facts) == (None, {}, [])


def test_files_without_any_decision_have_no_rules_in_force() -> None:
    assert wrong(parse_state({"governance.toml": RULES})) == {
        "founding": ["No decision has put rules in force."]
    }


def test_what_was_counted_is_told_with_how_many_voted() -> None:
    said = [str(fact.text) for fact in facts_of(passed().state) if fact.kind == "counted"]
    assert len(said) == 1
    assert said[0].startswith("Counted again: passed. 4 might vote, 2 did.")


def test_a_moment_is_counted_once_for_the_whole_history(life: Community) -> None:
    steps: Steps = {}
    first = count_again(life.state, steps)
    known = dict(steps)
    assert count_again(life.state, steps) == first
    assert steps == known
    assert len(steps) == 6


@pytest.mark.parametrize(
    ("changes", "kind", "said"),
    [
        ({"sequence": 3}, "order", "It says it closed as number 3, but 2 is due"),
        ({"sequence": 1}, "order", "It says it closed as number 1"),
        ({"previous": f"sha256:{'0' * 64}"}, "chain", "does not name the seal"),
        ({"previous": ""}, "chain", "does not name the seal"),
        ({"rules": f"sha256:{'0' * 64}"}, "rules", "other rules than those that were in force"),
        ({"closed": at(0.5)}, "time", "It closed before it opened."),
        ({"ballots": f"sha256:{'0' * 64}"}, "ballots", "not those that were counted"),
        ({"outcome": "rejected"}, "outcome", "It says rejected; counted again it is passed"),
        ({"outcome": "founded"}, "outcome", "Only a founding founds."),
        ({"electorate": ("ada", "bob")}, "electorate", "It says ada, bob might vote"),
        ({"electorate": ("ada", "bob", "cleo", "dan", "eve")}, "electorate", "it was ada, bob, cleo, dan"),
        ({"winners": ("ada",)}, "winners", "It says ada won"),
        ({"employers": {"ada": "Acme"}}, "employers", "other employers than are needed"),
        ({"closed": at(2.5)}, "late-ballot", "bob voted after it was closed."),
    ],
)
def test_a_result_that_says_something_else(changes: dict[str, Any], kind: str, said: str) -> None:
    found = wrong(forged(passed(), 2, **changes))
    assert any(said in one for one in found[kind])


def test_a_result_as_it_was_written_is_believed() -> None:
    assert wrong(forged(passed(), 2)) == {}


@pytest.mark.parametrize(
    ("changes", "kind", "said"),
    [
        ({"winners": ("bob", "cleo")}, "winners", "It says bob, cleo won; counted again: "),
        ({"employers": {}}, "outcome", "nothing says it"),
        ({"employers": {"ada": "A", "bob": "B", "cleo": "C"}}, "winners", "counted again: ada, bob"),
        ({"outcome": "tied", "winners": ()}, "outcome", "It says tied; counted again it is elected"),
    ],
)
def test_an_election_that_says_something_else(
    life: Community, changes: dict[str, Any], kind: str, said: str
) -> None:
    found = wrong(forged(life, 4, **changes))
    assert any(said in one for one in found[kind])


def test_a_second_founding_is_none() -> None:
    """Whoever founds again would appoint themselves without a vote."""
    community = passed()
    rules = community.files["governance.toml"]
    state = community.state
    last = state.decisions[2]
    assert last.result is not None
    coup = Decision(
        3, "coup", "founding", "We begin again", "eve", at(20), at(20),
        gives=(Grant("maintainer", "eve"),), governance=digest_of(rules),
    )  # fmt: skip
    result = Result(3, state.seal(last), "founded", at(20), digest_of(rules))
    files = {
        "decisions/0003/governance.toml": rules,
        "decisions/0003-coup.md": with_result(written_decision(coup), result),
    }
    found = wrong(parse_state({**community.files, **files}))
    assert found["founding"] == ["Only the very first decision founds a community."]


@pytest.mark.parametrize(
    "changes", [{"governance": ""}, {"takes": (Grant("maintainer", "ada"),)}], ids=["no rules", "takes"]
)
def test_a_founding_puts_rules_in_force_and_takes_nothing(changes: dict[str, Any]) -> None:
    community = founding()
    decision = replace(community.state.decisions[1], result=None, **changes)
    result = community.state.decisions[1].result
    assert result is not None
    path = f"decisions/{decision.file}"
    state = parse_state({**community.files, path: with_result(written_decision(decision), result)})
    assert "A founding puts rules in force and takes nothing." in wrong(state)["founding"]


def test_a_withdrawal_decides_about_nobody() -> None:
    community = founding()
    number = community.open(1, "proposal", "Quick")
    community.commit(2, withdrawn(community.state, number, "ada", at(2)))
    assert wrong(community.state) == {}
    for changes in ({"electorate": ("ada",)}, {"winners": ("ada",)}, {"employers": {"ada": "Acme"}}):
        found = wrong(forged(community, number, **changes))
        assert found == {"withdrawal": ["What is withdrawn has no voters and no winners."]}


@pytest.mark.parametrize(
    ("changes", "kind", "said"),
    [
        ({"closes": at(103)}, "time", "It was to be open for less than 7 days."),
        ({"gives": (Grant("maintainer", "eve"),)}, "power", "neither give nor take the role maintainer"),
        ({"action": "appoint", "gives": (Grant("steering", "eve"),)}, "power", "the role steering"),
        ({"action": "appoint", "takes": (Grant("maintainer", "eve"),)}, "power", "eve did not hold"),
        ({"candidates": ("ada",)}, "power", "Elections have candidates, and nothing else has."),
        ({"action": "elect-steering", "closes": at(120)}, "power", "Elections have candidates"),
        (
            {
                "action": "elect-steering",
                "closes": at(120),
                "candidates": ("ada",),
                "gives": (Grant("steering", "eve"),),
            },
            "power",
            "to whom it elects, nobody else",
        ),
        ({"action": "abolish"}, "outcome", "know no action 'abolish'"),
        ({"governance": f"sha256:{'0' * 64}"}, "rules", "are not those it names"),
    ],
)
def test_an_open_decision_keeps_to_what_its_action_may(changes: dict[str, Any], kind: str, said: str) -> None:
    found = wrong(with_open(passed(), **changes))
    assert any(said in one for one in found[kind])


def test_who_takes_a_role_may_write_the_handle_in_other_letters() -> None:
    state = with_open(founding(), action="appoint", takes=(Grant("maintainer", "BOB"),))
    assert wrong(state) == {}


def test_an_action_that_may_not_change_the_rules() -> None:
    community = founding()
    state = with_open(community, governance=digest_of(STRICTER))
    found = wrong(parse_state({**state.contents, "decisions/0002/governance.toml": STRICTER}))
    assert found == {"power": ["proposal may not change the rules."]}


def test_proposed_rules_that_cannot_be_read_are_named() -> None:
    broken = b"format = 9\n"
    state = with_open(founding(), action="change-rules", closes=at(120), governance=digest_of(broken))
    found = wrong(parse_state({**state.contents, "decisions/0002/governance.toml": broken}))
    assert any("is not of format 1" in one for one in found["rules"])


@pytest.mark.parametrize("day", [0.5, 9], ids=["before the opening", "after the deadline"])
def test_a_vote_outside_of_the_time_of_an_open_decision(day: float) -> None:
    community = founding()
    number = community.open(1, "proposal", "Quick")
    ballot = written_ballot(Cast(yes("dan"), at(day)))
    state = parse_state({**community.files, f"decisions/{number:04d}/ballots/dan.toml": ballot})
    assert wrong(state) == {"late-ballot": ["dan voted outside of the time in which it is open."]}


def test_a_ballot_that_answers_another_kind_of_question() -> None:
    """A ranking in a vote of yes and no must not be passed over in silence."""
    community = passed()
    path = "decisions/0002/ballots/cleo.toml"
    other = {**community.files, path: written_ballot(Cast(ranked("cleo", "ada"), at(3)))}
    found = wrong(parse_state(other))
    assert any("asks yes or no" in one for one in found["outcome"])


def test_rules_that_are_gone_though_some_are_in_force() -> None:
    files = {path: content for path, content in passed().files.items() if path != "governance.toml"}
    assert wrong(parse_state(files)) == {"rules": ["It is missing, though rules are in force."]}


def test_a_role_that_is_longer_than_decided(life: Community) -> None:
    """The steering term of Ada ends; a later day in her file does not follow from the election."""
    path = "people/ada.toml"
    text = life.files[path]
    assert b"until = 2026-08-07" in text
    found = wrong(
        parse_state({**life.files, path: text.replace(b"until = 2026-08-07", b"until = 2036-08-07")})
    )
    assert found == {
        "role": [
            "The role steering does not follow from a decision as it stands.",
            "The role steering, which decision 0004 gave, is missing or differs.",
        ]
    }


def test_a_role_written_twice_is_named() -> None:
    community = founding()
    path = "people/dan.toml"
    found = wrong(parse_state({**community.files, path: community.files[path] * 2}))
    assert found == {"role": ["The same role of the same decision is there twice."]}


def test_a_handle_in_other_letters_is_the_same_person() -> None:
    files = dict(founding().files)
    files["people/DAN.toml"] = files.pop("people/dan.toml")
    assert wrong(parse_state(files)) == {}


def test_what_cannot_be_read_is_a_violation_of_its_own() -> None:
    files = {**passed().files, "people/eve.toml": b"name = ["}
    assert list(wrong(parse_state(files))) == ["unreadable"]


def test_a_term_beyond_all_calendars_ends_on_the_last_day_there_is(life: Community) -> None:
    """A term of 180 days from the last day of the year 9999 must not stop the verification."""
    last = datetime(9999, 12, 31, tzinfo=UTC)
    state = forged(life, 4, closed=last)
    standing, facts = count_again(state)
    assert max(held.until for held in standing.roster["ada"] if held.until) == last.date()
    assert "role" in {fact.kind for fact in facts if fact.level is Level.VIOLATION}
