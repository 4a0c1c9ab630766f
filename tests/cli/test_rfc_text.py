"""What `folkmoot rfc` prints: harmless in a terminal and in a spreadsheet."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest

from folkmoot.cli._rfc_text import (
    proposals_as_csv,
    said,
    show_numbers,
    show_proposal,
    show_way,
    state,
    ways_as_csv,
)
from folkmoot.govern.proposals.layouts import all_layouts
from folkmoot.govern.timeline import History, Timeline, Transition
from folkmoot.model.proposal import DecisionState, DeliveryState, Link, Proposal, States

HATS = Proposal(
    number=12, label="PEP 12", title="Hats", authors=("Ada", "Bob"), created=date(2001, 7, 3),
    decision=DecisionState.ACCEPTED, delivery=None, word="Final", path="a.rst", dialect="mail",
    links=(Link("resolution", "https://example.org/\x1b[2J"),), authors_from="git",
)  # fmt: skip


def test_a_state_that_is_not_told_is_a_dash() -> None:
    assert (state(None), state(DecisionState.FINAL_COMMENT)) == ("-", "final comment")


def test_control_characters_do_not_reach_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    show_proposal(HATS)
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert said("a\x1b[31m\u202eb") == "ab"


def test_only_what_is_known_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    show_proposal(HATS)
    assert capsys.readouterr().out.splitlines() == [
        "PEP 12: Hats",
        "  decision: accepted",
        "  delivery: -",
        "  its own word: Final",
        "  authors: Ada, Bob (by git)",
        "  created: 2001-07-03",
        "  file: a.rst",
        "  resolution: https://example.org/",
    ]


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@a", "\t=1"])
def test_a_cell_never_begins_a_formula(title: str) -> None:
    (row,) = csv.DictReader(io.StringIO(proposals_as_csv([replace(HATS, title=title)])))
    assert row["title"][0] not in "=+-@\t"
    assert (row["authors"], row["delivery"], row["number"]) == ("Ada; Bob", "", "12")


DAY = 86_400
NOTHING = States(None, None)
DRAFT = States(DecisionState.DRAFT, None)
ACCEPTED = States(DecisionState.ACCEPTED, DeliveryState.NONE)
HATS_WAY = Timeline(
    "PEP 12", 12, "peps/pep-0012.rst", "Process", None, "Ada", 0, 30 * DAY, None,
    (
        Transition(0, "a" * 40, "Ada", "", "draft", NOTHING, DRAFT),
        Transition(30 * DAY, "b" * 40, "Bob\x1b[2J", "draft", "accepted", DRAFT, ACCEPTED, together=3),
    ),
)  # fmt: skip


def way(capsys: pytest.CaptureFixture[str], one: Timeline) -> list[str]:
    show_way(one)
    return capsys.readouterr().out.splitlines()


def test_a_way_is_told_step_by_step_with_days_commits_and_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert way(capsys, HATS_WAY) == [
        "PEP 12 (peps/pep-0012.rst)",
        f"  1970-01-01  {'a' * 12}  landed as draft  (Ada)",
        f"  1970-01-31  {'b' * 12}  draft → accepted  (Bob)",
    ]


def test_a_step_that_breaks_a_rule_says_which(capsys: pytest.CaptureFixture[str]) -> None:
    first, second = HATS_WAY.transitions
    wrong = replace(HATS_WAY, transitions=(first, replace(second, illegal="A draft cannot be accepted.")))
    assert way(capsys, wrong)[3:] == ["              A draft cannot be accepted."]


def test_what_was_taken_out_says_when(capsys: pytest.CaptureFixture[str]) -> None:
    assert way(capsys, replace(HATS_WAY, gone_at=60 * DAY))[3:] == ["  1970-03-02  removed"]
    assert way(capsys, replace(HATS_WAY, gone_at=0))[3:] == ["  1970-01-01  removed"]


def numbers(capsys: pytest.CaptureFixture[str], *ways: Timeline) -> list[str]:
    show_numbers(History(all_layouts()["pep"], "c" * 40, 1000 * DAY, ways))
    return capsys.readouterr().out.splitlines()


def test_what_ways_add_up_to_is_told_with_dashes_where_there_are_too_few(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One draft of 1970 was accepted after 30 days and waits for its delivery since: one is too few."""
    assert numbers(capsys, HATS_WAY) == [
        f"{all_layouts()['pep'].title}: 1 proposal in history",
        "days to a decision: 1 of 1 ended, median -, p90 -; with those waiting -, p90 -",
        "days from acceptance to delivery: 0 of 1 ended, median -, p90 -; with those waiting -, p90 -",
        "days to a decision, by year of beginning:",
        "  1970: 1 of 1 ended, median -, p90 -; with those waiting -, p90 -",
        "days to a decision, by kind:",
        "  Process: 1 of 1 ended, median -, p90 -; with those waiting -, p90 -",
        "changes of status (and median days in the first):",
        "      1  draft → accepted",
        f"undecided and unchanged for over {all_layouts()['pep'].stale_days} days: 0",
    ]


def test_from_five_on_medians_are_told_in_whole_days(capsys: pytest.CaptureFixture[str]) -> None:
    """Accepted after 30, 31, 32, 33 and 34.6 days: the middle is 32, nine in ten were done after 35."""
    first, second = HATS_WAY.transitions
    ways = [
        replace(HATS_WAY, transitions=(first, replace(second, at=int(days * DAY))))
        for days in (30, 31, 32, 33, 34.6)
    ]
    told = numbers(capsys, *ways)
    assert told[1] == "days to a decision: 5 of 5 ended, median 32, p90 35; with those waiting 32, p90 35"
    assert "      5  draft → accepted  32 days" in told


def test_what_lies_still_is_named_with_its_days(capsys: pytest.CaptureFixture[str]) -> None:
    still = replace(HATS_WAY, changed_at=0, transitions=HATS_WAY.transitions[:1])
    assert numbers(capsys, still)[-2:] == [
        f"undecided and unchanged for over {all_layouts()['pep'].stale_days} days: 1", "  PEP 12: 1000 days",
    ]  # fmt: skip


def test_proposals_without_a_kind_are_a_group_without_a_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert any(line.startswith("  (none): 1 of 1") for line in numbers(capsys, replace(HATS_WAY, kind="")))


def test_where_nothing_waited_the_documents_do_not_tell(capsys: pytest.CaptureFixture[str]) -> None:
    told = numbers(capsys)
    assert told[1:3] == [
        "days to a decision: these documents do not tell",
        "days from acceptance to delivery: these documents do not tell",
    ]


def test_every_step_is_a_line_of_the_csv() -> None:
    one, other = csv.DictReader(io.StringIO(ways_as_csv([HATS_WAY])))
    assert (one["date"], one["before"], one["after"], one["decision"], one["delivery"]) == (
        "1970-01-01", "", "draft", "draft", "",
    )  # fmt: skip
    assert (other["date"], other["by"], other["delivery"], other["together"], other["path"]) == (
        "1970-01-31", "Bob", "none", "3", "peps/pep-0012.rst",
    )  # fmt: skip


def test_a_proposal_without_date_and_authors_shows_neither(capsys: pytest.CaptureFixture[str]) -> None:
    show_proposal(replace(HATS, created=None, authors=(), links=(), word=""))
    assert capsys.readouterr().out.splitlines()[1:] == [
        "  decision: accepted", "  delivery: -", "  file: a.rst",
    ]  # fmt: skip
