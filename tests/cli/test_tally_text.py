"""Counts and decisions as text: tables that line up, long names cut only where they must be."""

from __future__ import annotations

from folkmoot.cli._tally_text import WIDEST_NAME, decision_text, poll_text, result_text
from folkmoot.govern.tally import Parameters, tally
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
