"""Counts and decisions as text: tables that line up, long names cut only where they must be."""

from __future__ import annotations

import pytest

from folkmoot.cli._tally_text import WIDEST_NAME, decision_text, poll_text, result_text
from folkmoot.govern.tally import Parameters, Result, Table, Tie, tally
from folkmoot.model.ballot import Answer, Ballot, Poll

LONG = "Keep everything exactly as it is today, for ever and in all releases to come"


def ranked(*order: str) -> Poll:
    ballot = Ballot(ranking=tuple((name,) for name in order), weight=3)
    return Poll("test", "Which?", (ballot,), options=tuple(order))


def test_long_names_are_cut_in_tables_and_whole_in_the_ranking() -> None:
    poll = ranked(LONG, "Drop it")
    text = result_text(poll, tally(poll, "schulze", Parameters()))
    assert f"  1. {LONG}\n" in text
    assert f"    {('1. ' + LONG)[: WIDEST_NAME - 1]}…" in text


def test_rows_of_a_table_line_up() -> None:
    poll = ranked("ada", "bob", "cleo")
    lines = result_text(poll, tally(poll, "copeland", Parameters())).splitlines()
    head = next(line for line in lines if line.endswith("points"))
    row = next(line for line in lines if line.strip().startswith("ada  "))
    assert len(head) == len(row)


def test_the_electorate_is_listed_binding_or_whoever_voted() -> None:
    ballots = (
        Ballot(voter="ada", answer=Answer.YES, binding=True),
        Ballot(voter="bob", answer=Answer.YES, binding=False),
    )
    marked = decision_text(Poll("test", "Shall we?", ballots), "lazy-majority")[1]
    assert marked["outcome"] == "rejected"
    listed = Poll("test", "Shall we?", ballots, electorate=("ada", "bob", "cleo"))
    assert decision_text(listed, "lazy-majority")[1]["outcome"] == "passed"


def test_who_did_not_vote_is_counted_where_all_are_listed() -> None:
    poll = Poll("test", "Shall we?", (Ballot(voter="ada", answer=Answer.NO),), electorate=("ada", "bob"))
    assert "did not vote: 1" in poll_text(poll)


POLL = Poll("test", "Which?", (Ballot(ranking=(("ada",),), weight=3), Ballot(ranking=(("bob",),))))


def counted(poll: Poll = POLL, **more: object) -> list[str]:
    """Give the text of a count that found ada elected, with something else about it."""
    told: dict[str, object] = {
        "method": "schulze",
        "seats": 1,
        "winners": ("ada",),
        "ranking": (("ada",), ("bob",)),
    }
    return result_text(poll, Result(**(told | more))).splitlines()  # type: ignore[arg-type]


def test_a_count_says_what_was_asked_who_is_elected_and_in_which_order() -> None:
    lines = counted()
    assert lines[0] == "Which?"
    assert lines[1].startswith("4 ballots, counted by ")
    assert lines[2:] == [
        "", "Elected (1 of 1 seats)", "  1. ada", "", "Ranking", "  1. ada", "  2. bob", "",
        "How it was counted",
    ]  # fmt: skip


def test_where_nobody_is_elected_yet_that_is_said() -> None:
    lines = counted(winners=(), seats=2)
    assert lines[3:5] == ["Elected (0 of 2 seats)", "  nobody yet"]


def test_whoever_shares_a_place_is_called_tied_and_the_next_place_is_left_out() -> None:
    lines = counted(ranking=(("ada", "bob"), ("cleo",)))
    start = lines.index("Ranking")
    assert lines[start : start + 3] == ["Ranking", "  1. ada, bob (tied)", "  3. cleo"]


def test_a_tie_says_how_it_was_settled_or_that_it_was_not() -> None:
    lines = counted(ties=(Tie(("ada", "bob"), 1, ("bob",)), Tie(("cleo", "dora"), 2)))
    assert lines[5:7] == [
        "Tied: ada, bob. By the published seed, ahead: bob.",
        "Tied: cleo, dora for 2 of the seats. The votes do not decide between them.",
    ]


def test_who_was_kept_out_by_the_cap_is_named_with_the_employer() -> None:
    assert counted(dropped=(("bob", "Acme"),))[5] == "Kept out by the employer cap: bob (Acme)."


def test_parameters_that_were_set_and_notes_stand_above_the_result() -> None:
    poll = Poll("test", "Which?", POLL.ballots, notes=("One ballot is empty.",))
    lines = counted(poll, parameters={"seed": None, "cap": {}, "unranked": "last", "tie": ""})
    assert lines[2:4] == ["  unranked = last", "  One ballot is empty."]


def test_the_working_is_told_in_sentences_and_tables() -> None:
    table = Table("Pairs", ("name", "ada"), (("bob", "1"), ("cleopatra", "23")))
    lines = counted(steps=("ada beats bob.", table))
    assert lines[lines.index("How it was counted") :] == [
        "How it was counted", "  ada beats bob.", "", "  Pairs", "    name       ada", "    bob          1",
        "    cleopatra   23",
    ]  # fmt: skip


def test_a_cell_is_cut_only_when_it_is_too_wide() -> None:
    fits, wide = "a" * WIDEST_NAME, "b" * (WIDEST_NAME + 1)
    lines = counted(steps=(Table("T", ("n", "x"), ((fits, "1"), (wide, "2"))),))
    assert f"    {fits}  1" in lines
    assert f"    {'b' * (WIDEST_NAME - 1)}…  2" in lines


@pytest.mark.parametrize(
    ("winners", "said"),
    [
        (("ada",), ["", "The record names the same: ada"]),
        (("bob",), ["", "The record names others: bob"]),
        (("ada", "bob"), ["", "The record names others: ada, bob"]),
        ((), ["", "How it was counted"]),
    ],
)
def test_what_the_record_claims_is_held_against_the_count(winners: tuple[str, ...], said: list[str]) -> None:
    assert counted(Poll("test", "Which?", POLL.ballots, winners=winners))[-2:] == said


def test_the_order_in_which_a_record_names_the_elected_does_not_matter() -> None:
    poll = Poll("test", "Which?", POLL.ballots, winners=("bob", "ada"))
    assert counted(poll, winners=("ada", "bob"), seats=2)[-1] == "The record names the same: bob, ada"


def test_a_hostile_name_cannot_rewrite_the_terminal() -> None:
    assert "  1. a�[2Jb" in counted(winners=("a\x1b[2Jb",))


VOTES = (
    Ballot(voter="ada", answer=Answer.YES),
    Ballot(voter="bob", answer=Answer.YES, binding=False),
    Ballot(voter="cleo", answer=Answer.NO),
)


def test_a_plain_record_names_who_said_what() -> None:
    poll = Poll("test", "Shall we?", VOTES, notes=("It is old.",), outcome="Passed")
    lines = poll_text(poll).splitlines()
    assert lines[0] == "Shall we?"
    assert "  yes: 2 (ada, bob (not binding))" in lines
    assert "  no: 1 (cleo)" in lines
    assert "  abstain: 0" in lines
    assert lines[-3:] == [
        "  It is old.", "  The record says: Passed", "  `--rule NAME` says what follows under a rule.",
    ]  # fmt: skip


def test_what_a_record_does_not_hold_is_not_told() -> None:
    lines = poll_text(Poll("test", "Shall we?", VOTES)).splitlines()
    assert not [line for line in lines if "did not vote" in line or "The record says" in line]


def test_a_decision_tells_the_rule_and_how_it_was_applied() -> None:
    text, document = decision_text(Poll("test", "Shall we?", VOTES, notes=("It is old.",)), "lazy-majority")
    lines = text.splitlines()
    assert lines[:3] == ["Shall we?", "", f"By the rule lazy-majority: {document['outcome']}"]
    assert [line.strip() for line in lines[3 : lines.index("The rule") - 1]] == document["why"]
    rule = lines[lines.index("The rule") + 1 : lines.index("How it was decided") - 1]
    assert [line.strip() for line in rule] == document["rule_in_words"]
    assert lines[-2:] == [
        "  The record does not list who may vote, so only those in it are counted.", "  It is old.",
    ]  # fmt: skip
    assert document["notes"] == ["It is old."]
    assert set(document) == {"title", "rule", "rule_in_words", "outcome", "why", "working", "notes"}


def test_where_all_who_may_vote_are_listed_nothing_is_said_of_others() -> None:
    text, _ = decision_text(Poll("test", "?", VOTES, electorate=("ada", "bob", "cleo")), "lazy-majority")
    assert "does not list" not in text


def test_where_nobody_is_marked_as_binding_everybody_who_voted_counts() -> None:
    """Two said yes and one no: more yes than no, and two are enough."""
    plain = tuple(Ballot(voter=each.voter, answer=each.answer) for each in VOTES)
    assert decision_text(Poll("test", "?", plain), "lazy-majority")[1]["outcome"] == "passed"
