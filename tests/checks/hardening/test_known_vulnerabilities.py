"""Which updates close known holes, from what advisories say of components."""

import re
from dataclasses import replace

import pytest

from checks.trees import ground
from folkmoot.checks.hardening.known_vulnerabilities import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Finding, Outcome, Risk
from folkmoot.model.component import Component, Scope
from folkmoot.model.purl import parse_purl
from folkmoot.model.vulnerability import Database, Hit, Severity, Vulnerabilities, Vulnerability

DATABASE = Database(taken_at=1_900_000_000, newest=1_899_000_000, advisories=1200)


def hit(
    purl: str,
    fixed: str = "",
    update: str = "",
    path: str = "Cargo.lock",
    line: int = 4,
    scope: Scope = Scope.RUNTIME,
) -> Hit:
    return Hit(Component(parse_purl(purl), path, line, scope), fixed, update or fixed)


def hole(name: str, *hits: Hit, severity: Severity = Severity.HIGH, kind: str = "") -> Vulnerability:
    return Vulnerability((name,), "Reads past the end", severity, hits=hits, kind=kind)


def decide(known: Vulnerabilities | None) -> Finding:
    held = ground({})
    held.vulnerabilities = known
    return CHECK.decide(held)


def lines(finding: Finding) -> list[str]:
    return [f"{spot.place} {say(spot.what)}" for spot in finding.spots]


def test_without_advisories_it_is_not_known_and_one_command_settles_it() -> None:
    finding = CHECK.decide(ground({"uv.lock": ""}))
    assert finding.outcome is Outcome.UNKNOWN
    assert "`folkmoot advisories update --from https://" in say(finding.remedy)


def test_a_hole_with_an_update_names_its_line_and_the_command() -> None:
    found = hole("RUSTSEC-2030-1", hit("pkg:cargo/regex@1.5.1", "1.5.5"))
    finding = decide(Vulnerabilities(DATABASE, (found,), checked=9))
    assert (finding.outcome, finding.risk) == (Outcome.NO, Risk.HIGH)
    assert lines(finding) == ["Cargo.lock:4 regex 1.5.1: update to 1.5.5, which closes RUSTSEC-2030-1 (high)"]
    assert "`cargo update -p regex --precise 1.5.5`" in say(finding.remedy)
    assert finding.effort == "ten minutes each"


def test_the_age_of_the_advisories_is_told_with_the_answer() -> None:
    found = hole("RUSTSEC-2030-1", hit("pkg:cargo/regex@1.5.1", "1.5.5"))
    for holes in ((), (found,)):
        told = [say(text) for text in decide(Vulnerabilities(DATABASE, holes, checked=9)).evidence]
        said = "Package versions looked at: 9; advisories they were held against: 1200, the newest of "
        said += "2030-03-06."
        assert said in told


def test_the_age_stands_in_what_to_do_too_for_those_who_read_nothing_else() -> None:
    for fixed in ("1.5.5", ""):
        found = hole("RUSTSEC-2030-1", hit("pkg:cargo/regex@1.5.1", fixed))
        assert "2030-03-06" in say(decide(Vulnerabilities(DATABASE, (found,), checked=9)).remedy)


def test_what_nobody_scored_says_so() -> None:
    found = hole("RUSTSEC-2030-1", hit("pkg:cargo/regex@1.5.1", "1.5.5"), severity=Severity.UNKNOWN)
    assert lines(decide(Vulnerabilities(DATABASE, (found,), checked=9)))[0].endswith("(not scored)")


def test_one_update_that_closes_several_is_one_line() -> None:
    place = hit("pkg:cargo/regex@1.5.1", "1.5.5", "1.6.0")
    holes = tuple(hole(f"RUSTSEC-2030-{number}", place) for number in range(5))
    (line,) = lines(decide(Vulnerabilities(DATABASE, holes, checked=1)))
    assert line.endswith(
        "update to 1.6.0, which closes RUSTSEC-2030-0, RUSTSEC-2030-1, RUSTSEC-2030-2 and 2 more (high)"
    )


def test_what_no_update_closes_stands_apart() -> None:
    holes = (
        hole("A-1", hit("pkg:cargo/regex@1.5.1", "1.5.5", "1.5.5")),
        hole("B-1", hit("pkg:cargo/regex@1.5.1", "", "1.5.5")),
    )
    assert lines(decide(Vulnerabilities(DATABASE, holes, checked=1))) == [
        "Cargo.lock:4 regex 1.5.1: update to 1.5.5, which closes A-1 (high)",
        "Cargo.lock:4 regex 1.5.1 has B-1 (high), and no version without it is known",
    ]


def test_where_nothing_can_be_updated_the_remedy_says_what_else_to_do() -> None:
    finding = decide(Vulnerabilities(DATABASE, (hole("B-1", hit("pkg:cargo/regex@1.5.1")),), checked=1))
    assert finding.outcome is Outcome.NO
    assert say(finding.remedy).startswith("No update closes these yet")


def test_the_worst_at_run_time_comes_first() -> None:
    holes = (
        hole("A-1", hit("pkg:cargo/tool@1", "2", scope=Scope.DEVELOPMENT), severity=Severity.CRITICAL),
        hole("B-1", hit("pkg:cargo/low@1", "2"), severity=Severity.LOW),
        hole("C-1", hit("pkg:cargo/bad@1", "2"), severity=Severity.CRITICAL),
    )
    finding = decide(Vulnerabilities(DATABASE, holes, checked=3))
    assert [line.split()[1] for line in lines(finding)] == ["bad", "low", "tool"]
    assert finding.risk is Risk.CRITICAL
    assert say(finding.remedy).index("-p bad") < say(finding.remedy).index("-p low")


def test_a_package_made_to_do_harm_is_to_be_removed() -> None:
    finding = decide(
        Vulnerabilities(DATABASE, (hole("MAL-1", hit("pkg:npm/moot@1"), kind="malicious"),), checked=1)
    )
    assert "was made to do harm (MAL-1): remove it" in lines(finding)[0]


def test_a_package_nobody_maintains_is_told_and_is_no_hole() -> None:
    note = hole("RUSTSEC-2030-9", hit("pkg:cargo/old@1"), kind="unmaintained")
    finding = decide(Vulnerabilities(DATABASE, (note,), checked=3))
    assert (finding.outcome, finding.spots) == (Outcome.YES, ())
    assert "Known for what is no hole: 1, such as old (unmaintained)." in [
        say(text) for text in finding.evidence
    ]


def test_nothing_known_of_what_was_asked_is_a_yes() -> None:
    assert decide(Vulnerabilities(DATABASE, checked=3)).outcome is Outcome.YES


def test_nothing_to_ask_about_is_no_answer_to_give() -> None:
    assert decide(Vulnerabilities(DATABASE)).outcome is Outcome.NOT_APPLICABLE


def test_what_could_not_be_asked_is_not_known_with_what_would_settle_it() -> None:
    ranges = decide(Vulnerabilities(DATABASE, without_version=("pkg:npm/moot",)))
    assert (ranges.outcome, say(ranges.remedy)[:16]) == (Outcome.UNKNOWN, "Keep a lock file")
    known = Vulnerabilities(
        DATABASE, checked=9, uncovered=("pkg:npm/moot",), missing=("GitHub Actions", "npm")
    )
    uncovered = decide(known)
    assert uncovered.outcome is Outcome.UNKNOWN
    assert "/GitHub%20Actions/all.zip --from https://" in say(uncovered.remedy)
    assert "/npm/all.zip --from ...`" in say(uncovered.remedy)
    told = [say(text) for text in uncovered.evidence]
    assert "Of an ecosystem without advisories at hand: 1, such as pkg:npm/moot." in told


def test_kinds_that_nobody_writes_advisories_on_leave_nothing_open() -> None:
    assert decide(Vulnerabilities(DATABASE, foreign=3)).outcome is Outcome.NOT_APPLICABLE


def test_what_no_file_imports_comes_last_and_weighs_little() -> None:
    near, far = (
        replace(hit(f"pkg:golang/example.org/{name}@v1.0.0", "v1.1.0"), is_reached=name == "near")
        for name in ("near", "far")
    )
    holes = (hole("GO-1", far, severity=Severity.CRITICAL), hole("GO-2", near, severity=Severity.LOW))
    finding = decide(Vulnerabilities(DATABASE, holes, checked=2))
    assert [line.split()[1] for line in lines(finding)] == ["example.org/near", "example.org/far"]
    assert lines(finding)[1].endswith("in what no file here imports")
    alone = decide(Vulnerabilities(DATABASE, holes[:1], checked=1))
    assert (alone.outcome, alone.risk) == (Outcome.NO, Risk.LOW)


def test_what_no_file_imports_and_nothing_mends_is_told_and_is_no_hole() -> None:
    place = replace(hit("pkg:golang/example.org/moot@v1.0.0"), is_reached=False)
    finding = decide(Vulnerabilities(DATABASE, (hole("GO-1", place),), checked=2))
    assert finding.outcome is Outcome.YES
    told = [say(text) for text in finding.evidence]
    assert (
        "Not mended, in parts that no file of the project imports: 1, such as GO-1 in example.org/moot."
        in told
    )


def test_a_command_says_in_which_folder_and_names_a_package_once() -> None:
    def placed(path: str) -> Hit:
        return Hit(Component(parse_purl("pkg:golang/example.org/moot@v1.0.0"), path, 3), "v1.1.0", "v1.1.0")

    places = [placed(path) for path in ("tools/a/go.mod", "tools/b/go.mod")]
    told = say(decide(Vulnerabilities(DATABASE, (hole("GO-1", *places),), checked=1)).remedy)
    assert told.count("go get") == 1
    assert "`go get example.org/moot@v1.1.0` (tools/a)" in told


def test_files_that_were_not_read_leave_the_answer_open() -> None:
    finding = decide(Vulnerabilities(DATABASE, checked=3, unread=("web/yarn.lock",)))
    assert finding.outcome is Outcome.UNKNOWN
    assert "Files that could not be read: 1, such as web/yarn.lock." in map(say, finding.evidence)
    assert "clone with all file contents" in say(finding.remedy)


def test_a_hostile_name_makes_no_command() -> None:
    found = hole("A-1", hit("pkg:cargo/moot%3B%20rm%20-rf%20~@1.0.0", "2.0.0"))
    remedy = say(decide(Vulnerabilities(DATABASE, (found,), checked=1)).remedy)
    assert "`" not in remedy
    assert "(Cargo.lock:4)" in remedy


@pytest.mark.parametrize(
    ("paths", "names"),
    [
        (["go.mod", "README.md"], ["Go"]),
        (["web/pnpm-lock.yaml", ".github/workflows/ci.yml"], ["npm", "GitHub%20Actions"]),
        (["uv.lock"], ["PyPI"]),
        (["README.md"], []),
        (["parts/board/.github/workflows/ci.yml"], []),
    ],
)
def test_without_advisories_those_of_the_project_are_named(paths: list[str], names: list[str]) -> None:
    finding = CHECK.decide(ground(dict.fromkeys(paths, "")))
    found = re.findall(
        r"--from https://osv-vulnerabilities\.storage\.googleapis\.com/([^/]+)/all\.zip", say(finding.remedy)
    )
    assert found == names


def test_where_no_file_shows_packages_no_ecosystem_is_made_up() -> None:
    remedy = say(CHECK.decide(ground({"CMakeLists.txt": "project(Moot)\n"})).remedy)
    assert "No file here shows where its packages come from" in remedy
    assert "all.zip" not in remedy


def test_only_the_projects_own_files_show_what_it_uses() -> None:
    files = {"go.mod": "module moot\n", "playground/package.json": "{}", "tests/fixtures/pom.xml": "<a/>"}
    remedy = say(CHECK.decide(ground(files)).remedy)
    assert "/Go/all.zip" in remedy
    assert "npm" not in remedy
    assert "Maven" not in remedy


def test_of_many_ecosystems_no_command_is_so_long_that_it_is_cut() -> None:
    paths = ["package.json", "go.mod", "pyproject.toml", "Cargo.toml", "pom.xml", "Gemfile", "mix.exs"]
    said = say(CHECK.decide(ground(dict.fromkeys(paths, ""))).remedy)
    assert len(said) < 600
    assert said.count("all.zip") == 3
    assert "the same address for crates.io, Maven, RubyGems, Hex in place of Go" in said
