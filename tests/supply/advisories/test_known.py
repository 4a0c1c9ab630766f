"""What advisories say about components: merged, sorted, with what mends it, and what is not known."""

from pathlib import Path

import pytest

from folkmoot.model.component import Component
from folkmoot.model.vulnerability import Severity, Vulnerabilities
from folkmoot.supply.advisories.database import Advisories
from folkmoot.supply.advisories.known import vulnerabilities_of
from supply.advisories.records import component, database, record

HIGH = [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H"}]
CRITICAL = [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}]


def known(tmp_path: Path, components: list[Component], *records: dict[str, object]) -> Vulnerabilities:
    with Advisories(database(tmp_path, *records)) as advisories:
        return vulnerabilities_of(components, advisories)


def test_a_vulnerable_version_is_found_with_its_place_and_its_fix(tmp_path: Path) -> None:
    told = known(tmp_path, [component("pkg:npm/moot@1.0.0")], record(aliases=["CVE-2030-1"], severity=HIGH))
    (found,) = told.found
    assert (found.id, found.aliases, found.severity, found.score) == (
        "HALL-2030-1",
        ("CVE-2030-1",),
        "high",
        7.5,
    )
    (hit,) = found.hits
    assert (hit.component.place, hit.fixed) == ("package-lock.json:7", "1.2.0")
    assert (told.checked, told.uncovered, told.without_version) == (1, (), ())


def test_what_is_mended_or_has_another_name_is_not_found(tmp_path: Path) -> None:
    components = [
        component("pkg:npm/moot@1.2.0"),
        component("pkg:npm/moots@1.0.0"),
        component("pkg:pypi/moot@1"),
    ]
    told = known(tmp_path, components, record())
    assert told.found == ()
    assert told.uncovered == ("pkg:pypi/moot",)
    assert told.checked == 2


def test_advisories_of_one_vulnerability_are_one(tmp_path: Path) -> None:
    """GHSA and PYSEC both name the CVE, and a third knows only the PYSEC."""
    told = known(
        tmp_path, [component("pkg:pypi/moot@1.0.0", "uv.lock")],
        record("GHSA-aaaa-bbbb-cccc", ecosystem="PyPI", aliases=["CVE-2030-1"], severity=HIGH),
        record("PYSEC-2030-7", ecosystem="PyPI", aliases=["CVE-2030-1"], summary="Ours"),
        record("HALL-2030-1", ecosystem="PyPI", aliases=["PYSEC-2030-7"]),
        record("PYSEC-2030-8", ecosystem="PyPI"),
    )  # fmt: skip
    assert [each.names for each in told.found] == [
        ("HALL-2030-1", "PYSEC-2030-7", "GHSA-aaaa-bbbb-cccc", "CVE-2030-1"),
        ("PYSEC-2030-8",),
    ]
    assert told.found[0].severity is Severity.HIGH
    assert len(told.found[0].hits) == 1


def test_where_advisories_differ_the_later_fix_counts(tmp_path: Path) -> None:
    told = known(
        tmp_path, [component("pkg:npm/moot@1.0.0")],
        record("GHSA-aaaa-bbbb-cccc", aliases=["A-1"], events=[{"introduced": "0"}, {"fixed": "1.10.0"}]),
        record("A-1", events=[{"introduced": "0"}, {"fixed": "1.9.0"}]),
    )  # fmt: skip
    assert [hit.fixed for hit in told.found[0].hits] == ["1.10.0"]


def test_the_same_version_in_two_files_is_one_vulnerability_in_two_places(tmp_path: Path) -> None:
    components = [
        component("pkg:npm/moot@1.0.0", path) for path in ("web/package-lock.json", "package-lock.json")
    ]
    told = known(tmp_path, components, record())
    assert [hit.component.path for hit in told.found[0].hits] == [
        "package-lock.json",
        "web/package-lock.json",
    ]
    assert told.checked == 1


def test_the_worst_comes_first_and_what_nobody_scored_last(tmp_path: Path) -> None:
    told = known(
        tmp_path, [component("pkg:npm/moot@1.0.0")], record("A-1"), record("B-1", severity=HIGH),
        record("C-1", severity=CRITICAL), record("D-1", database_specific={"severity": "LOW"}),
        record("E-1", database_specific={"severity": "CRITICAL"}),
    )  # fmt: skip
    assert [(each.id, each.severity) for each in told.found] == [
        ("C-1", "critical"), ("E-1", "critical"), ("B-1", "high"), ("D-1", "low"), ("A-1", "unknown"),
    ]  # fmt: skip


def test_a_package_made_to_do_harm_is_critical(tmp_path: Path) -> None:
    told = known(
        tmp_path, [component("pkg:npm/moot@1.0.0")], record("MAL-2030-1", events=[{"introduced": "0"}])
    )
    assert (told.found[0].severity, told.found[0].kind, told.found[0].hits[0].fixed) == (
        "critical",
        "malicious",
        "",
    )


def test_a_fix_is_written_as_the_file_writes_versions(tmp_path: Path) -> None:
    told = known(
        tmp_path, [component("pkg:golang/example.org/moot@v1.0.0", "go.mod")],
        record(package="example.org/moot", ecosystem="Go"),
    )  # fmt: skip
    assert told.found[0].hits[0].fixed == "v1.2.0"


def test_a_range_is_no_version_unless_a_lock_answers_it(tmp_path: Path) -> None:
    components = [
        component("pkg:npm/moot", "package.json"), component("pkg:npm/moot@1.0.0"),
        component("pkg:npm/gavel", "package.json"),
    ]  # fmt: skip
    told = known(tmp_path, components, record())
    assert told.without_version == ("pkg:npm/gavel",)
    assert len(told.found) == 1


def test_a_tag_of_an_action_that_moves_on_is_no_version(tmp_path: Path) -> None:
    told = known(
        tmp_path,
        [
            component(f"pkg:github/hall/moot@{tag}", ".github/workflows/ci.yml")
            for tag in ("v1", "v1.1", "v1.1.9")
        ],
        record(package="hall/moot", ecosystem="GitHub Actions", kind="ECOSYSTEM"),
    )
    assert [hit.component.purl.version for hit in told.found[0].hits] == ["v1.1.9"]
    assert told.checked == 1


def test_a_version_that_cannot_be_compared_is_told_and_not_guessed(tmp_path: Path) -> None:
    told = known(tmp_path, [component("pkg:npm/moot@main")], record())
    assert (told.found, told.without_order) == ((), ("pkg:npm/moot@main",))


def test_the_ecosystems_that_are_missing_are_named_and_kinds_without_any_counted(tmp_path: Path) -> None:
    components = [
        component(f"pkg:{each}@1.0.0") for each in ("pypi/moot", "docker/moot", "npm/moot", "gem/moot")
    ]
    told = known(tmp_path, [*components, component("pkg:docker/bare")], record())
    assert (told.missing, told.foreign, told.without_version) == (("PyPI", "RubyGems"), 2, ())


def test_no_component_is_no_vulnerability(tmp_path: Path) -> None:
    told = known(tmp_path, [], record())
    assert (told.found, told.checked, told.database.advisories) == ((), 0, 1)


@pytest.mark.parametrize("name", ["moot' OR 1=1", "%", "*"])
def test_a_hostile_name_finds_nothing(tmp_path: Path, name: str) -> None:
    from folkmoot.model.purl import purl

    made = Component(purl("npm", name, version="1.0.0"), "package-lock.json")
    assert known(tmp_path, [made], record()).found == ()


def events(*told: str) -> list[dict[str, str]]:
    """Give events from words such as `introduced 0` and `fixed 1.2.0`."""
    return [dict([each.split()]) for each in told]


def updates(tmp_path: Path, *ranges: list[dict[str, str]], version: str = "1.0.0") -> set[str]:
    records = [record(f"HALL-{number}", events=each) for number, each in enumerate(ranges)]
    told = known(tmp_path, [component(f"pkg:npm/moot@{version}")], *records)
    return {hit.update for found in told.found for hit in found.hits}


def test_one_update_closes_all_that_can_be_closed(tmp_path: Path) -> None:
    assert updates(
        tmp_path, events("introduced 0", "fixed 1.2.0"), events("introduced 0", "fixed 1.10.0")
    ) == {"1.10.0"}


def test_an_update_does_not_lead_into_the_next_hole(tmp_path: Path) -> None:
    """1.2.0 closes the first hole and has the second, which is closed in 1.3.0."""
    first, second = events("introduced 0", "fixed 1.2.0"), events("introduced 1.1.0", "fixed 1.3.0")
    assert updates(tmp_path, first, second) == {"1.3.0"}


def test_what_cannot_be_closed_holds_no_update_up(tmp_path: Path) -> None:
    assert updates(tmp_path, events("introduced 0", "fixed 1.2.0"), events("introduced 0")) == {"1.2.0"}


def test_without_a_fix_there_is_no_update(tmp_path: Path) -> None:
    assert updates(tmp_path, events("introduced 0")) == {""}


def test_where_every_fix_has_a_hole_of_its_own_the_highest_fix_is_given(tmp_path: Path) -> None:
    first, later = events("introduced 0", "fixed 1.2.0"), events("introduced 1.1.0")
    assert updates(tmp_path, first, later) == {"1.2.0"}


def test_fixes_below_the_version_are_no_update(tmp_path: Path) -> None:
    lines = events("introduced 0", "fixed 1.2.0", "introduced 2.0.0", "fixed 2.5.0")
    assert updates(tmp_path, lines, version="2.1.0") == {"2.5.0"}
