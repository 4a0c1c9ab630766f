"""The panel on known holes: what is known, what could not be looked up, and how old the knowledge is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from folkmoot.i18n import say
from folkmoot.model.page import Panel
from folkmoot.model.vulnerability import Severity, Vulnerabilities, Vulnerability
from folkmoot.views.supplying.holes import MOST_SHOWN, NO_DATABASE, holes_panel
from views.supplying.supplies import hit, hole, known, supply

A = "pkg:npm/a@1.0"


def panel(vulnerabilities: Vulnerabilities | None) -> Panel:
    return holes_panel(supply(vulnerabilities=vulnerabilities))


def headline(*found: Vulnerability, checked: int = 9) -> str:
    return say(panel(known(*found, checked=checked)).headline)


def test_without_a_database_there_is_a_command_and_no_number() -> None:
    shown = panel(None)
    assert (shown.missing, shown.entries, shown.headline) == (NO_DATABASE, (), "")


def test_how_many_were_looked_up_is_always_said() -> None:
    assert headline() == "Versions looked up: 9. Nothing is known against them."
    assert headline(hole("1", hit(A))) == "Versions looked up: 9. Known holes: 1."


def test_a_package_made_to_do_harm_is_a_hole_and_one_nobody_maintains_is_none() -> None:
    found = [
        hole("1", hit(A), kind="malicious"), hole("2", hit(A), kind="unmaintained"),
        hole("3", hit(A), kind="notice"), hole("4", hit(A)),
    ]  # fmt: skip
    assert headline(*found) == "Versions looked up: 9. Known holes: 2; no holes, but notices: 2."


def test_where_nothing_was_looked_up_what_was_found_is_told_all_the_same() -> None:
    """A commit of a repository is matched without a version that could be looked up."""
    assert "could be looked up" in headline(checked=0)
    assert headline(hole("1", hit(A)), checked=0) == "Versions looked up: 0. Known holes: 1."


def test_how_old_the_knowledge_is_is_told_by_its_newest_advisory() -> None:
    assert say(panel(known()).caveat) == "The newest advisory here changed on 1970-01-03."


@pytest.mark.parametrize("which", ["without_version", "without_order", "uncovered", "undecided"])
def test_every_kind_of_package_that_was_not_looked_up_is_counted(which: str) -> None:
    caveat = say(panel(replace(known(), **{which: ("pkg:npm/b", "pkg:npm/c")})).caveat)
    assert caveat.startswith("The newest advisory here changed on 1970-01-03. Packages that could not be")
    assert caveat.endswith(": 2.")


def test_what_was_not_looked_up_for_several_reasons_adds_up() -> None:
    told = known(without_version=("a",), without_order=("b",), uncovered=("c", "d"), undecided=("e",))
    assert say(panel(told).caveat).endswith(": 5.")


def test_a_hole_tells_three_places_and_counts_the_rest() -> None:
    (entry,) = panel(known(hole("1", *(hit(A, f"{n}.lock", fixed="1.1") for n in range(5))))).entries
    assert [say(fact) for fact in entry.facts] == [
        "a 1.0 in 0.lock:2; mended in 1.1.",
        "a 1.0 in 1.lock:2; mended in 1.1.",
        "a 1.0 in 2.lock:2; mended in 1.1.",
        "Places more: 2.",
    ]
    (three,) = panel(known(hole("1", *(hit(A, f"{n}.lock") for n in range(3))))).entries
    assert [say(fact) for fact in three.facts][-1] == "a 1.0 in 2.lock:2; no mended version is known."


def test_a_hole_is_named_by_its_summary_where_it_has_one() -> None:
    named = Vulnerability(("CVE-1",), "Reads past the end", Severity.HIGH, hits=(hit(A),))
    shown = panel(known(named, hole("CVE-2", hit(A), kind="notice")))
    assert [(say(each.title), each.state) for each in shown.entries] == [
        ("CVE-1: Reads past the end", "high"), ("CVE-2", "notice"),
    ]  # fmt: skip
    assert shown.entries[0].address == "https://osv.dev/vulnerability/CVE-1"


def test_a_long_list_ends_and_says_how_many_are_left_out() -> None:
    found = [hole(f"{n}", hit(f"pkg:npm/p{n}@1")) for n in range(MOST_SHOWN + 2)]
    shown = panel(known(*found))
    assert (len(shown.entries), shown.more) == (MOST_SHOWN, 2)
    assert panel(known(*found[:MOST_SHOWN])).more == 0


def test_many_holes_of_one_package_count_as_one_entry_of_the_list() -> None:
    found = [hole(f"{n}", hit(A)) for n in range(MOST_SHOWN + 2)]
    shown = panel(known(*found))
    assert (len(shown.entries), shown.more) == (1, 0)
    assert say(shown.headline) == f"Versions looked up: 1. Known holes: {MOST_SHOWN + 2}."
