"""What a commit may do to the files before it, and when it may say that something happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from folkmoot.govern.files.ballot import Cast, written_ballot
from folkmoot.govern.files.decision import Decision, Result, with_result, written_decision
from folkmoot.govern.files.state import State, parse_state
from folkmoot.govern.proof.append_only import held_together, newly_there
from folkmoot.govern.proof.fact import Fact, Level
from folkmoot.model.ballot import Answer, Ballot

OPENED = datetime(2026, 2, 1, 12, tzinfo=UTC)
CLOSES = datetime(2026, 2, 8, 12, tzinfo=UTC)
OPEN = Decision(7, "new-logo", "proposal", "A new logo", "ada", OPENED, CLOSES, body="\n# Logo\n")
PASSED = Result(1, "", "passed", CLOSES, "", ("ada", "bob"))
CLOSED = replace(OPEN, result=PASSED)
FILE = "decisions/0007-new-logo.md"
DAY = timedelta(days=1)


def vote(voter: str, answer: Answer = Answer.YES, at: datetime = OPENED) -> dict[str, bytes]:
    cast = Cast(Ballot(voter=voter, answer=answer), at)
    return {f"decisions/0007/ballots/{voter}.toml": written_ballot(cast)}


def state(decision: Decision | None = OPEN, **more: dict[str, bytes] | bytes) -> State:
    """Give a folder with a decision, and more files by any name."""
    files: dict[str, bytes] = {}
    if decision is not None:
        content = written_decision(replace(decision, result=None))
        files[FILE] = with_result(content, decision.result) if decision.result else content
    for each in more.values():
        assert isinstance(each, dict)
        files |= each
    found = parse_state(files)
    assert found.problems == []
    return found


def told(facts: list[Fact]) -> list[tuple[str, str, str]]:
    return [(each.level.value, each.kind, str(each.text)) for each in facts]


# -- what may change ---------------------------------------------------------------------------------------


def test_nothing_that_stays_breaks_anything() -> None:
    assert held_together(state(ballots=vote("ada")), state(ballots=vote("ada"))) == []
    assert held_together(State({}), state()) == []


def test_a_decision_that_goes_away_is_told() -> None:
    assert told(held_together(state(), state(None))) == [
        ("violation", "deleted", "A decision was deleted or renamed.")
    ]


def test_a_decision_under_another_name_is_told() -> None:
    renamed = parse_state({"decisions/0007-other.md": written_decision(OPEN)})
    (found,) = held_together(state(), renamed)
    assert (found.kind, found.about) == ("deleted", "0007-new-logo.md")


@pytest.mark.parametrize(
    "other",
    [
        replace(OPEN, subject="Another logo"),
        replace(OPEN, closes=CLOSES + DAY),
        replace(OPEN, proposer="bob"),
        replace(OPEN, candidates=("bob",)),
        replace(OPEN, supersedes=3),
    ],
)
def test_terms_stay_as_they_were_opened(other: Decision) -> None:
    assert told(held_together(state(), state(other))) == [
        ("violation", "terms", "Its terms changed after it was opened.")
    ]


def test_the_text_may_be_added_to_and_not_rewritten() -> None:
    assert held_together(state(), state(replace(OPEN, body=OPEN.body + "\nMore.\n"))) == []
    assert told(held_together(state(), state(replace(OPEN, body="\n# Emblem\n")))) == [
        ("violation", "terms", "Its text was rewritten; it may only be added to.")
    ]


def test_closing_adds_the_result_and_nothing_else() -> None:
    assert held_together(state(), state(CLOSED)) == []
    assert told(held_together(state(), state(replace(CLOSED, body=OPEN.body + "\nMore.\n")))) == [
        ("violation", "terms", "More than its result was written when it closed.")
    ]


def test_the_rules_it_proposes_stay() -> None:
    rules = {"decisions/0007/governance.toml": b"format = 1\n"}
    other = {"decisions/0007/governance.toml": b"format = 1\n\n"}
    text = "The rules it proposes changed after it was opened."
    for before, now in ((rules, other), (rules, {}), ({}, rules)):
        found = held_together(state(rules=before), state(rules=now))
        assert told(found) == [("violation", "terms", text)]


def test_a_ballot_does_not_go_away() -> None:
    assert told(held_together(state(ballots=vote("ada")), state())) == [
        ("violation", "ballots", "The ballot of ada was taken away.")
    ]


def test_a_voter_may_vote_anew_with_a_new_time() -> None:
    before = state(ballots=vote("ada"))
    later = state(ballots=vote("ada", Answer.NO, OPENED + DAY))
    assert told(held_together(before, later)) == [("found", "ballot", "ada voted anew.")]
    for at in (OPENED, OPENED - DAY):
        found = held_together(before, state(ballots=vote("ada", Answer.NO, at)))
        assert told(found) == [("violation", "ballots", "The ballot of ada changed without a new time.")]


def test_a_closed_decision_is_held_to_the_byte() -> None:
    before = state(CLOSED, ballots=vote("ada"))
    assert held_together(before, before) == []
    late = state(CLOSED, ballots=vote("ada"), more=vote("bob"))
    assert told(held_together(before, late)) == [
        ("violation", "rewritten", "decisions/0007/ballots/bob.toml changed after the decision closed.")
    ]
    gone = held_together(before, state(CLOSED))
    other = held_together(before, state(replace(CLOSED, body="\n# Emblem\n"), ballots=vote("ada")))
    assert [str(each.text).partition(" ")[0] for each in (*gone, *other)] == [
        "decisions/0007/ballots/ada.toml", FILE,
    ]  # fmt: skip


def test_what_breaks_in_several_decisions_is_told_of_each() -> None:
    other = {"decisions/0008-other.md": written_decision(replace(OPEN, number=8, slug="other"))}
    assert [each.about for each in held_together(state(more=other), State({}))] == [
        "0007-new-logo.md", "0008-other.md",
    ]  # fmt: skip


# -- when it happened --------------------------------------------------------------------------------------


def new(now: State, at: datetime, seen: datetime = OPENED, parent: State | None = None) -> list[Fact]:
    """Look at a commit of this moment; the decision came into the history at `seen`."""
    first = {"0007-new-logo.md": int(seen.timestamp())}
    return newly_there([parent] if parent else [], now, int(at.timestamp()), first)


@pytest.mark.parametrize(("hours", "is_fine"), [(0, True), (24, True), (25, False)])
def test_a_decision_may_be_a_day_ahead_of_its_commit(hours: int, is_fine: bool) -> None:
    """Clocks differ; more than a day is more than a clock."""
    found = new(state(), OPENED - timedelta(hours=hours))
    assert told(found) == (
        []
        if is_fine
        else [
            ("violation", "time", "It says 2026-02-01 12:00, which is after its commit of 2026-01-31 11:00.")
        ]
    )


def test_a_ballot_of_tomorrow_is_told_with_its_file() -> None:
    (found,) = new(state(ballots=vote("ada", at=OPENED + 3 * DAY)), OPENED)
    assert (found.kind, found.about) == ("time", "0007/ballots/ada.toml")


def test_what_a_parent_already_said_is_not_told_again() -> None:
    ahead = state(replace(OPEN, opened=OPENED, closes=CLOSES), ballots=vote("ada", at=OPENED + 3 * DAY))
    assert new(ahead, OPENED - 5 * DAY, parent=ahead) == []


@pytest.mark.parametrize(("days", "is_late"), [(1, False), (2, True)])
def test_a_ballot_after_the_deadline_is_unknown(days: int, is_late: bool) -> None:
    found = new(state(ballots=vote("ada")), CLOSES + days * DAY, parent=state())
    assert [(each.level, each.kind) for each in found] == (
        [(Level.UNKNOWN, "late-ballot")] if is_late else []
    )


def test_a_decision_without_a_deadline_has_no_late_ballots() -> None:
    endless = state(replace(OPEN, closes=OPENED), ballots=vote("ada"))
    assert new(endless, CLOSES + 30 * DAY, parent=state(replace(OPEN, closes=OPENED))) == []


def test_it_was_in_the_history_as_long_as_it_says_it_was_open() -> None:
    """Seven days by its own words; two in the history."""
    assert new(state(CLOSED), CLOSES, parent=state()) == []
    found = new(state(CLOSED), CLOSES, seen=CLOSES - 2 * DAY, parent=state())
    text = "It says it was open for 7 days, but was in the history for 2 when it closed."
    assert told(found) == [("violation", "time", text)]


@pytest.mark.parametrize(("days", "is_fine"), [(6, True), (5, False)])
def test_a_day_less_is_a_slow_merge(days: int, is_fine: bool) -> None:
    found = new(state(CLOSED), CLOSES, seen=CLOSES - days * DAY, parent=state())
    assert (found == []) is is_fine


def test_what_came_after_it_closed_was_in_the_history_for_no_day() -> None:
    (found,) = new(state(CLOSED), CLOSES + 3 * DAY, seen=CLOSES + 3 * DAY)
    assert str(found.text).endswith("in the history for 0 when it closed.")


@pytest.mark.parametrize("outcome", ["founded", "withdrawn"])
def test_what_nobody_voted_on_was_open_for_no_time(outcome: str) -> None:
    result = replace(PASSED, outcome=outcome, by="ada" if outcome == "withdrawn" else "")
    assert new(state(replace(OPEN, result=result)), CLOSES, seen=CLOSES, parent=state()) == []


def test_an_early_end_is_counted_from_the_opening_to_the_end() -> None:
    early = replace(CLOSED, result=replace(PASSED, closed=OPENED + 2 * DAY))
    assert new(state(early), OPENED + 2 * DAY, seen=OPENED + DAY, parent=state()) == []
    assert len(new(state(early), OPENED + 2 * DAY, seen=OPENED + 2 * DAY, parent=state())) == 1


ACME = {"people/ada.toml": b'[[employers]]\norganisation = "Acme"\n'}


def test_employers_are_those_that_people_stated() -> None:
    result = replace(PASSED, employers={"Ada": "Acme", "bob": ""})
    assert new(state(replace(OPEN, result=result), people=ACME), CLOSES, parent=state()) == []
    other = replace(PASSED, employers={"ada": "Birch", "bob": "Cedar"})
    found = new(state(replace(OPEN, result=other), people=ACME), CLOSES, parent=state())
    assert [(each.kind, str(each.text)) for each in found] == [
        ("employers", "It records 'Birch' as the employer of ada, whose own file said 'Acme'."),
        ("employers", "It records 'Cedar' as the employer of bob, whose own file said ''."),
    ]
