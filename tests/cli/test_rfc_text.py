"""What `folkmoot rfc` prints: harmless in a terminal and in a spreadsheet."""

import csv
import io
from datetime import date

import pytest

from folkmoot.cli._rfc_text import proposals_as_csv, said, show_proposal, state
from folkmoot.model.proposal import DecisionState, Link, Proposal

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
    from dataclasses import replace

    (row,) = csv.DictReader(io.StringIO(proposals_as_csv([replace(HATS, title=title)])))
    assert row["title"][0] not in "=+-@\t"
    assert (row["authors"], row["delivery"], row["number"]) == ("Ada; Bob", "", "12")
