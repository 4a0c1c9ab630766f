"""Many holes of one package are one entry, because one update is what is to be done about them."""

from __future__ import annotations

import pytest

from folkmoot.i18n import say
from folkmoot.model.vulnerability import Severity, Vulnerability
from folkmoot.views.supplying.gathered import LOWEST, entry_of, gathered
from views.supplying.supplies import hit, hole

A, B = "pkg:npm/a@1.0", "pkg:npm/b@2.0"


def holes_of(purl: str, *names: str) -> list[Vulnerability]:
    return [hole(name, hit(purl)) for name in names]


def ids(groups: list[tuple[Vulnerability, ...]]) -> list[list[str]]:
    return [[each.id for each in group] for group in groups]


def facts(*group: Vulnerability) -> list[str]:
    return [say(fact) for fact in entry_of(group).facts]


def test_three_of_one_package_are_told_one_by_one_and_four_together() -> None:
    assert ids(gathered(holes_of(A, "1", "2", "3"))) == [["1"], ["2"], ["3"]]
    assert ids(gathered(holes_of(A, "1", "2", "3", "4"))) == [["1", "2", "3", "4"]]


def test_a_group_stands_where_its_first_hole_stood() -> None:
    """The order is by severity: what comes between the holes of a package follows the group."""
    found = [*holes_of(B, "b1"), *holes_of(A, "1", "2"), *holes_of(B, "b2"), *holes_of(A, "3", "4")]
    assert ids(gathered(found)) == [["b1"], ["1", "2", "3", "4"], ["b2"]]


def test_every_package_with_many_has_a_group_of_its_own() -> None:
    found = [*holes_of(A, "1", "2", "3", "4"), *holes_of(B, "5", "6", "7", "8", "9")]
    assert [len(group) for group in gathered(found)] == [4, 5]


def test_versions_of_one_package_are_one_package() -> None:
    found = [*holes_of("pkg:npm/a@1.0", "1", "2"), *holes_of("pkg:npm/a@2.0", "3", "4")]
    assert ids(gathered(found)) == [["1", "2", "3", "4"]]


def test_a_hole_in_two_packages_is_told_by_itself() -> None:
    both = hole("both", hit(A), hit(B))
    assert ids(gathered([both, *holes_of(A, "1", "2", "3", "4")])) == [["both"], ["1", "2", "3", "4"]]
    assert ids(gathered([both, *holes_of(A, "1", "2", "3")])) == [["both"], ["1"], ["2"], ["3"]]


def test_a_hole_without_a_place_is_told_all_the_same() -> None:
    assert ids(gathered([hole("nowhere")])) == [["nowhere"]]


def test_of_nothing_there_is_nothing() -> None:
    assert gathered([]) == []


def test_each_place_and_version_is_told_once_with_what_mends() -> None:
    group = [
        hole("1", hit(A, "x.lock", 3, update="1.9"), hit(A, "y.lock", 4)),
        hole("2", hit(A, "x.lock", 3, update="1.9")),
    ]
    assert facts(*group)[:2] == [
        "a 1.0 in x.lock:3; 1.9 mends all that can be mended.",
        "a 1.0 in y.lock:4; no version that mends them is known.",
    ]


@pytest.mark.parametrize(("places", "more"), [(3, []), (4, ["Places more: 1."]), (9, ["Places more: 6."])])
def test_three_places_are_told_and_the_rest_are_counted(places: int, more: list[str]) -> None:
    told = facts(hole("1", *(hit(A, f"{n}.lock") for n in range(places))))
    assert len(told) == 3 + len(more) + 1
    assert told[3:-1] == more


def test_six_names_are_told_and_the_rest_are_counted() -> None:
    names = [f"CVE-{n}" for n in range(1, 8)]
    assert facts(*holes_of(A, *names[:6]))[-1] == "CVE-1, CVE-2, CVE-3, CVE-4, CVE-5, CVE-6."
    assert facts(*holes_of(A, *names))[-1] == "CVE-1, CVE-2, CVE-3, CVE-4, CVE-5, CVE-6 and 1 more."


def test_how_many_are_in_parts_that_are_imported_is_told_where_it_is_known() -> None:
    """Of three one is reached (at one of its places), one is not, and of the third nobody can tell."""
    group = [
        hole("1", hit(A, reached=False), hit(A, "tools/go.mod", reached=True)),
        hole("2", hit(A, reached=False)),
        hole("3", hit(A)),
    ]
    assert facts(*group)[-1] == "In parts that files here import: 1 of 3."
    assert not any("import" in fact for fact in facts(hole("3", hit(A))))


@pytest.mark.parametrize(
    ("purl", "is_go"),
    [
        ("pkg:golang/stdlib@1.21", True), ("pkg:golang/toolchain@1.21", True), ("pkg:npm/stdlib@1", False),
        ("pkg:golang/x.org/y@1", False),
    ],
)  # fmt: skip
def test_of_go_itself_it_is_said_that_the_lowest_is_meant(purl: str, is_go: bool) -> None:
    assert (LOWEST in facts(*holes_of(purl, "1"))) is is_go


def test_an_entry_is_named_by_its_package_and_counts_its_holes() -> None:
    entry = entry_of(tuple(holes_of("pkg:npm/%40x/a@1.0", "1", "2")))
    assert (entry.id, say(entry.title)) == ("pkg:npm/%40x/a", "@x/a: 2 holes")


def test_the_state_is_that_of_the_first_which_is_the_worst() -> None:
    high, low = hole("1", hit(A), severity=Severity.HIGH), hole("2", hit(A), severity=Severity.LOW)
    assert entry_of((high, low)).state == "high"
    assert entry_of((hole("3", hit(A), kind="malicious", severity=Severity.LOW), low)).state == "malicious"
