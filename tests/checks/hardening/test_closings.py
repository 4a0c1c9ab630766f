"""Holes gathered by what closes them."""

from folkmoot.checks.hardening._closings import closings, is_out_of_reach, remedy
from folkmoot.i18n import say
from folkmoot.model.component import Component
from folkmoot.model.purl import parse_purl
from folkmoot.model.vulnerability import Hit, Severity, Vulnerability

MOOT = Component(parse_purl("pkg:cargo/moot@1.0.0"), "Cargo.lock", 4)


def hole(name: str, *hits: Hit, severity: Severity = Severity.HIGH) -> Vulnerability:
    return Vulnerability((name,), "", severity, hits=hits)


def test_holes_that_one_update_closes_are_one_closing_as_bad_as_the_worst() -> None:
    holes = [
        hole("A-1", Hit(MOOT, "1.1.0", "1.2.0")),
        hole("B-1", Hit(MOOT, "1.2.0", "1.2.0"), severity=Severity.CRITICAL),
    ]
    (closing,) = closings(holes)
    assert ([each.id for each in closing.closes], closing.version) == (["A-1", "B-1"], "1.2.0")
    assert closing.severity is Severity.CRITICAL


def test_a_hole_in_two_places_is_closed_in_each() -> None:
    other = Component(MOOT.purl, "tools/Cargo.lock", 9)
    found = closings([hole("A-1", Hit(MOOT, "1.1.0", "1.1.0"), Hit(other, "1.1.0", "1.1.0"))])
    assert [each.component.place for each in found] == ["Cargo.lock:4", "tools/Cargo.lock:9"]


def test_only_what_nothing_mends_and_nobody_imports_is_out_of_reach() -> None:
    told = [
        is_out_of_reach(Hit(MOOT, fixed, fixed, reached))
        for fixed in ("", "1.1.0")
        for reached in (True, False, None)
    ]
    assert told == [False, True, False, False, False, False]


def test_a_remedy_gives_three_updates_and_no_more() -> None:
    holes = [
        hole(
            f"A-{number}",
            Hit(Component(parse_purl(f"pkg:cargo/m{number}@1.0.0"), "Cargo.lock", number), "2.0.0", "2.0.0"),
        )
        for number in range(1, 9)
    ]
    assert say(remedy(closings(holes), "2030-01-01")).count("cargo update") == 3
