"""Holes gathered by what closes them."""

import pytest

from folkmoot.checks.hardening._closings import closings, is_out_of_reach, remedy, spot
from folkmoot.i18n import say
from folkmoot.model.component import Component, Scope
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


def told(*holes: Vulnerability) -> list[str]:
    return [say(spot(each).what) for each in closings(holes)]


def many(count: int, *hits: Hit) -> list[Vulnerability]:
    return [hole(f"A-{number}", *hits) for number in range(1, count + 1)]


MENDED = Hit(MOOT, "1.1.0", "1.2.0")


@pytest.mark.parametrize(
    ("count", "names"),
    [(1, "A-1"), (3, "A-1, A-2, A-3"), (4, "A-1, A-2, A-3 and 1 more"), (9, "A-1, A-2, A-3 and 6 more")],
)
def test_an_update_names_three_of_what_it_closes(count: int, names: str) -> None:
    assert told(*many(count, MENDED)) == [f"moot 1.0.0: update to 1.2.0, which closes {names} (high)"]


def test_what_no_version_mends_is_told_so() -> None:
    assert told(*many(1, Hit(MOOT))) == ["moot 1.0.0 has A-1 (high), and no version without it is known"]
    assert told(*many(5, Hit(MOOT))) == [
        "moot 1.0.0 has A-1, A-2, A-3 and 2 more (high), and no version without them is known"
    ]


def test_an_update_that_mends_something_else_does_not_mend_this() -> None:
    """The hit has no mended version of its own, so the update that closes others is none for it."""
    (closing,) = closings([hole("A-1", Hit(MOOT, "", "1.2.0"))])
    assert closing.version == ""


def test_what_no_file_imports_is_told_so_and_comes_last() -> None:
    aside = hole("B-1", Hit(MOOT, "1.1.0", "1.2.0", is_reached=False), severity=Severity.CRITICAL)
    reached = hole("A-1", Hit(MOOT, "1.1.0", "1.2.0", is_reached=True), severity=Severity.LOW)
    assert told(aside, reached) == [
        "moot 1.0.0: update to 1.2.0, which closes A-1 (low)",
        "moot 1.0.0: update to 1.2.0, which closes B-1 (critical) in what no file here imports",
    ]


def test_many_that_no_file_imports_are_counted() -> None:
    assert told(*many(5, Hit(MOOT, "1.1.0", "1.2.0", is_reached=False))) == [
        "moot 1.0.0: update to 1.2.0, which closes A-1, A-2, A-3 and 2 more that no file here imports"
    ]


def test_what_was_made_to_do_harm_is_removed_and_not_updated() -> None:
    harm = Vulnerability(("MAL-1",), "", Severity.UNKNOWN, hits=(MENDED,), kind="malicious")
    assert told(harm) == [
        "moot 1.0.0 was made to do harm (MAL-1): remove it, and change every secret it could read"
    ]
    assert told(harm, *many(3, MENDED)) == [
        "moot 1.0.0 was made to do harm (MAL-1, A-1, A-2 and 1 more): remove it, and change every secret"
    ]


def test_what_nobody_scored_is_told_so() -> None:
    assert told(hole("A-1", MENDED, severity=Severity.UNKNOWN))[0].endswith("closes A-1 (not scored)")


@pytest.mark.parametrize(
    ("severities", "worst"),
    [
        ((Severity.LOW, Severity.MEDIUM), Severity.MEDIUM),
        ((Severity.UNKNOWN, Severity.NONE), Severity.NONE),
        ((Severity.HIGH, Severity.CRITICAL, Severity.LOW), Severity.CRITICAL),
    ],
)
def test_a_closing_is_as_bad_as_the_worst_and_unknown_is_the_least(
    severities: tuple[Severity, ...], worst: Severity
) -> None:
    (closing,) = closings([hole(f"A-{n}", MENDED, severity=each) for n, each in enumerate(severities)])
    assert closing.severity is worst


def test_what_runs_comes_before_what_helps_develop_then_the_worst_then_the_place() -> None:
    def at(path: str, line: int, scope: Scope = Scope.RUNTIME) -> Hit:
        component = Component(parse_purl(f"pkg:cargo/m{line}@1.0.0"), path, line, scope=scope)
        return Hit(component, "2.0.0", "2.0.0")

    holes = [
        hole("A-1", at("a.lock", 1, Scope.DEVELOPMENT), severity=Severity.CRITICAL),
        hole("A-2", at("b.lock", 2), severity=Severity.LOW),
        hole("A-3", at("b.lock", 4), severity=Severity.HIGH),
        hole("A-4", at("b.lock", 3), severity=Severity.HIGH),
        hole("A-5", at("a.lock", 5), severity=Severity.HIGH),
        hole("A-6", at("a.lock", 6, Scope.BUILD), severity=Severity.HIGH),
    ]
    assert [each.closes[0].id for each in closings(holes)] == ["A-5", "A-4", "A-3", "A-2", "A-1", "A-6"]


def test_a_remedy_gives_each_package_once_and_the_day_of_the_advisories() -> None:
    again = Component(MOOT.purl, "tools/Cargo.lock", 9)
    found = closings([hole("A-1", MENDED, Hit(again, "1.1.0", "1.2.0"))])
    text = say(remedy(found, "2030-01-01"))
    assert text.count("`cargo update -p moot --precise 1.2.0`") == 1
    assert "The newest advisory at hand is of 2030-01-01." in text


def test_a_command_says_in_which_folder_it_is_to_be_run() -> None:
    below = Component(MOOT.purl, "tools/a/Cargo.lock", 9)
    text = say(remedy(closings([hole("A-1", Hit(below, "1.1.0", "1.2.0"))]), "2030-01-01"))
    assert "`cargo update -p moot --precise 1.2.0` (tools/a)" in text


def test_where_no_command_is_known_the_place_is_told() -> None:
    pom = Component(parse_purl("pkg:maven/org.moot/core@1.0.0"), "pom.xml", 12)
    text = say(remedy(closings([hole("A-1", Hit(pom, "1.1.0", "1.2.0"))]), "2030-01-01"))
    assert f"{pom.purl.full_name} 1.2.0 (pom.xml:12)" in text


def test_without_any_update_one_looks_whether_the_part_is_used() -> None:
    text = say(remedy(closings(many(2, Hit(MOOT))), "2030-01-01"))
    assert text.startswith("No update closes these yet")
    assert "(the newest is of 2030-01-01)" in text
