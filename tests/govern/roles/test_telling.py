"""Rows about roles, the same for every format."""

from __future__ import annotations

from folkmoot.govern.roles.telling import changes, figures, listed, why
from folkmoot.model.role import Change, Holder, Listing, Role, Roster, Term
from sources.git.repositories import DAY, START

MAINTAINER = Role("maintainer", "x")
ROSTER = Roster(
    "c0ffee",
    (
        Listing(MAINTAINER, Holder("bob", employer="Acme"), "OWNERS", 4, decision="0007"),
        Listing(MAINTAINER, Holder("Ada", "Ada"), "OWNERS", 3),
        Listing(Role("emeritus maintainer", "x"), Holder("cleo"), "OWNERS", 9),
    ),
)
TERMS = [
    Term(MAINTAINER, Holder("cleo"), "OWNERS", 3, Change("a1", START), Change("b2", START + 365 * DAY)),
    Term(MAINTAINER, Holder("Ada", "Ada"), "OWNERS", 2, Change("a1", START)),
    Term(MAINTAINER, Holder("bob"), "OWNERS", 3, Change("b2", START + 365 * DAY), is_from_start=True),
]


def test_listed_is_sorted_and_without_emeriti() -> None:
    assert [row["holder"] for row in listed(ROSTER, None)] == ["Ada", "bob"]
    assert [row["holder"] for row in listed(ROSTER, None, everything=True)] == ["cleo", "Ada", "bob"]
    assert listed(ROSTER, None, role="reviewer") == []
    assert listed(ROSTER, None)[0]["last_seen"] is None


def test_changes_are_in_order_and_a_cut_history_joins_nobody() -> None:
    assert [(row["change"], row["holder"], row["commit"]) for row in changes(TERMS)] == [
        ("joined", "Ada", "a1"),
        ("joined", "cleo", "a1"),
        ("left", "cleo", "b2"),
    ]


def test_why_names_commit_file_line_and_decision() -> None:
    row = why("@BOB", ROSTER, TERMS)[0]
    assert (row["since"], row["until"], row["decision"], row["line"]) == (None, None, "0007", 4)
    gone = why("cleo", ROSTER, TERMS)[0]
    assert (gone["began_commit"], gone["ended_commit"], gone["years"]) == ("a1", "b2", 1.0)
    assert why("nobody", ROSTER, TERMS) == []


def test_figures_show_no_median_of_few() -> None:
    told = figures(ROSTER, TERMS, START + 400 * DAY)
    assert (told["terms"], told["ended_terms"], told["median_years_of_ended_terms"]) == (2, 1, None)
    assert (told["people"], told["people_stating_no_employer"]) == (2, 1)
    assert told["employers"] == [{"employer": "Acme", "people": 1}]
