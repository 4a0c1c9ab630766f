"""Requirements that files decide: licences, binaries, secrets, addresses, manifests, releases, reporting."""

from __future__ import annotations

import pytest

from checks.osps.asking import RELEASED, asked, outcome, places, words
from folkmoot.model.check import Outcome
from folkmoot.model.licence import Licences, Place, Said
from folkmoot.model.released import Released, VersionTag

YES, NO, UNKNOWN = Outcome.YES, Outcome.NO, Outcome.UNKNOWN
ELF = b"\x7fELF\x02\x01\x01" + b"\0" * 40
KEY = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaA\n"


@pytest.mark.parametrize(
    "path",
    ["LICENSE", "LICENSE.md", "COPYING", "LICENCE.txt", "LICENSE-MIT", "LICENSES/MIT.txt", "UNLICENSE"],
)
def test_the_licence_is_found_where_everybody_looks(path: str) -> None:
    assert outcome("LE-03.01", {path: "MIT"}) is YES
    assert outcome("LE-03.02", {path: "MIT"}) is YES


@pytest.mark.parametrize("path", ["docs/LICENSE", "license.py", "lib/COPYING", "README.md"])
def test_elsewhere_it_does_not_count(path: str) -> None:
    assert outcome("LE-03.01", {path: "MIT"}) is NO


def licences(expression: str, *, osi: bool | None, manifest: str = "") -> Licences:
    said = [Said(Place.TEXT, "LICENSE", expression=expression)]
    if manifest:
        said.append(Said(Place.MANIFEST, "pyproject.toml", 6, manifest, manifest))
    return Licences(tuple(said), expression, osi, osi)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (licences("MIT", osi=True), YES),
        (licences("curl", osi=False), UNKNOWN),
        (licences("BUSL-1.1", osi=False), NO),
        (licences("CC-BY-NC-4.0", osi=False), NO),
        (licences("", osi=None), UNKNOWN),
        (None, UNKNOWN),
    ],
)
def test_the_licence_is_open_closed_or_to_be_judged(told: Licences | None, expected: Outcome) -> None:
    assert outcome("LE-02.01", {"LICENSE": "x"}, licences=told) is expected
    assert outcome("LE-02.02", {"LICENSE": "x"}, licences=told) is expected


def test_several_texts_that_nothing_joins_are_all_named() -> None:
    both = (
        Said(Place.TEXT, "LICENSE-APACHE", expression="Apache-2.0"),
        Said(Place.TEXT, "LICENSE-MIT", expression="MIT"),
    )
    told = Licences((*both, Said(Place.MANIFEST, "Cargo.toml", 3, "MIT", "MIT")), "", osi=True, fsf=True)
    files = {"LICENSE-APACHE": "x", "LICENSE-MIT": "x"}
    assert "LICENSE-APACHE is Apache-2.0 AND MIT, which" in words(asked("LE-02.01", files, licences=told))
    assert outcome("LE-02.02", files, licences=told) is YES


def test_a_package_under_another_licence_is_left_to_a_person() -> None:
    other = licences("MIT", osi=True, manifest="BUSL-1.1")
    assert outcome("LE-02.02", {"LICENSE": "x"}, licences=other) is UNKNOWN
    same = licences("GPL-3.0", osi=True, manifest="GPL-3.0-or-later")
    assert outcome("LE-02.02", {"LICENSE": "x"}, licences=same) is YES


@pytest.mark.parametrize(
    ("path", "content", "programs", "libraries"),
    [
        ("bin/moot.exe", b"MZ\x90\0", NO, NO),
        ("lib/moot.so", ELF, YES, NO),
        ("lib/moot.jar", b"PK\x03\x04", YES, NO),
        ("moot/__pycache__/moot.cpython-311.pyc", b"\xa7\r\r\n\0\0", NO, NO),
        ("tests/data/moot.jar", b"PK\x03\x04", YES, UNKNOWN),
        ("gradle/wrapper/gradle-wrapper.jar", b"PK\x03\x04", YES, YES),
        ("picture.png", b"\x89PNG\0", YES, YES),
        ("notes.exe", b"only text", YES, YES),
        ("empty.so", b"", YES, YES),
        ("gone.so", None, YES, UNKNOWN),
        ("gone.exe", None, UNKNOWN, UNKNOWN),
    ],
)
def test_built_code_is_told_by_name_and_beginning(
    path: str, content: bytes | None, programs: Outcome, libraries: Outcome
) -> None:
    assert outcome("QA-05.01", {path: content}) is programs
    assert outcome("QA-05.02", {path: content}) is libraries


def test_every_such_file_is_evidence() -> None:
    finding = asked("QA-05.02", {"a.so": ELF, "b/c.so": ELF})
    assert places(finding) == ["a.so", "b/c.so"]
    assert "one of 2" in words(finding)


@pytest.mark.parametrize(
    ("path", "content", "expected"),
    [
        ("deploy/id_rsa", KEY, NO),
        (".env", "API_TOKEN=abcdefghijklmnopqrstuvwxyz012345\n", NO),
        (".npmrc", "//registry.example.org/:_authToken=abcdefghijklmnopqrstuvwxyz\n", NO),
        ("tests/keys/id_rsa", KEY, UNKNOWN),
        (".env.example", "API_TOKEN=abcdefghijklmnopqrstuvwxyz012345\n", UNKNOWN),
        (".env", "API_TOKEN=${TOKEN}\n", UNKNOWN),
        ("server.pub.pem", KEY, UNKNOWN),
        (".pre-commit-config.yaml", "- repo: https://github.com/gitleaks/gitleaks\n", YES),
        (".pre-commit-config.yaml", "# gitleaks\n", UNKNOWN),
    ],
)
def test_secrets_and_what_keeps_them_out(path: str, content: str, expected: Outcome) -> None:
    assert outcome("BR-07.01", {path: content}) is expected


def test_a_secret_counts_more_than_a_scanner() -> None:
    files = {".env": "API_TOKEN=abcdefghijklmnopqrstuvwxyz012345\n", ".gitleaks.toml": "title = 'gitleaks'\n"}
    finding = asked("BR-07.01", files)
    assert finding.outcome is NO
    assert "says otherwise" in words(finding)
    assert "abcdefghijklmnop" not in words(finding)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"CHANGELOG.md": "# 1.2.0\n\nFixed.\n"}, YES),
        ({"CHANGELOG.md": "# 1.1.0\n"}, UNKNOWN),
        ({"docs/release-notes/1.2.0.md": "Fixed.\n"}, YES),
        ({}, UNKNOWN),
    ],
)
def test_a_changelog_has_to_name_the_newest_version(files: dict[str, str], expected: Outcome) -> None:
    assert outcome("BR-04.01", files) is expected


def test_signed_tags_are_told_and_do_not_decide() -> None:
    signed = Released((VersionTag("v1.2.0", signed="ssh"),))
    finding = asked("BR-06.01", {}, released=signed)
    assert finding.outcome is UNKNOWN
    assert "Newest version tags looked at: 1" in words(finding)


def test_what_releases_stands_before_what_tests_signing() -> None:
    step = "on: push\njobs:\n  a:\n    steps:\n      - run: cosign sign {}\n"
    files = {
        ".github/workflows/cross.yml": step.format("x"),
        ".github/workflows/images.yml": step.format("y # after docker build"),
        ".github/workflows/release.yml": step.format("z"),
    }
    found = places(asked("BR-06.01", files))
    assert found == [".github/workflows/release.yml:5", ".github/workflows/images.yml:5"]


def test_a_script_that_publishes_with_provenance_counts() -> None:
    files = {"scripts/release.js": "flags.push('--provenance')\n"}
    assert places(asked("BR-06.01", files)) == ["scripts/release.js:1"]
    assert outcome("BR-06.01", {"scripts/build.js": "flags.push('--provenance')\n"}) is UNKNOWN


def test_a_pipeline_that_attests_is_a_yes() -> None:
    text = "on: push\njobs:\n  a:\n    steps:\n      - uses: actions/attest@v2\n"
    assert outcome("BR-06.01", {".github/workflows/release.yml": text}) is YES


@pytest.mark.parametrize(("signed_off", "expected"), [(40, YES), (38, YES), (30, UNKNOWN), (0, UNKNOWN)])
def test_sign_offs_count_by_their_share(signed_off: int, expected: Outcome) -> None:
    told = Released(RELEASED.tags, 40, signed_off, 3)
    assert outcome("LE-01.01", {}, released=told) is expected


POLICY = "# Security\n\nReport vulnerabilities to security@example.org.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (POLICY + "We respond within 7 days.\n", YES),
        (POLICY + "You will hear from us in two business days.\n", YES),
        (POLICY + "We disclose together after 90 days.\n", YES),
        (POLICY, NO),
        (POLICY + "We answer as soon as possible.\n", NO),
        (POLICY + "See https://example.org/policy for more.\n", UNKNOWN),
        (POLICY + "The moot takes place on two days in March.\n", NO),
    ],
)
def test_a_policy_needs_a_time(text: str, expected: Outcome) -> None:
    assert outcome("VM-01.01", {"SECURITY.md": text}) is expected


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"SECURITY.md": POLICY}, YES),
        (
            {".github/SECURITY.md": "Vulnerabilities: https://github.com/ada/moot/security/advisories/new\n"},
            YES,
        ),
        ({"SECURITY.md": "Tell us about a vulnerability: security [at] example [dot] org\n"}, YES),
        ({"README.md": "# Moot\n\n## Security\n\nTell security@example.org of any vulnerability.\n"}, YES),
        ({"SECURITY.md": "Read about vulnerabilities at https://example.org/security\n"}, UNKNOWN),
        ({"SECURITY.md": "There are no vulnerabilities.\n"}, NO),
        ({}, UNKNOWN),
    ],
)
def test_somebody_has_to_be_named(files: dict[str, str], expected: Outcome) -> None:
    assert outcome("VM-02.01", files) is expected


def test_an_address_says_more_than_words_before_it() -> None:
    text = "# Security\n\nTo report a vulnerability, please write to ada@moot.invalid.\n"
    said = words(asked("VM-02.01", {"SECURITY.md": text}))
    assert "names whom to tell: ada@moot.invalid\n" in said


def test_a_link_in_a_section_counts_when_it_leads_to_somebody() -> None:
    text = (
        "# Moot\n\n## Security\n\nFor vulnerabilities see our [process](https://moot.invalid/SECURITY.md).\n"
    )
    finding = asked("VM-02.01", {"README.md": text})
    assert finding.outcome is UNKNOWN
    assert places(finding) == ["README.md:5"]
    assert "https://moot.invalid/SECURITY.md\n" in words(finding)
    assert "Look whether the page it leads to" in words(finding)
    by_chance = "# Moot\n\n## JSON security\n\nBrowsers had `other vulnerabilities\n<https://moot.invalid/issues/1>`_,\n"
    assert not asked("VM-02.01", {"docs/web.rst": by_chance}).spots


def test_what_only_tests_hold_is_to_be_explained_and_not_fetched() -> None:
    finding = asked("QA-05.02", {"tests/moot.whl": b"PK\x03\x04"})
    assert finding.outcome is UNKNOWN
    assert "where each such file comes from" in words(finding)


WORKFLOW = "on: {event}\njobs:\n  a:\n    steps:\n      - run: {run}\n"


@pytest.mark.parametrize(
    ("event", "run", "expected"),
    [
        ("pull_request", "pytest -q", YES),
        ("[push, pull_request]", "npm test", YES),
        ("push", "pytest -q", UNKNOWN),
        ("pull_request", "echo done", UNKNOWN),
        ("pull_request", "make -C tests/image image", UNKNOWN),
    ],
)
def test_tests_have_to_run_before_a_change_lands(event: str, run: str, expected: Outcome) -> None:
    assert outcome("QA-06.01", {".github/workflows/t.yml": WORKFLOW.format(event=event, run=run)}) is expected


def test_what_runs_stands_before_what_is_set() -> None:
    text = "on: pull_request\njobs:\n  a:\n    steps:\n"
    text += "      - uses: x\n        with:\n          linters: pytest\n      - run: pytest -q\n"
    found = places(asked("QA-06.01", {".github/workflows/t.yml": text}))
    assert found == [".github/workflows/t.yml:8", ".github/workflows/t.yml:7"]


def test_a_workflow_that_is_called_on_changes_counts() -> None:
    files = {
        ".github/workflows/pr.yml": "on: pull_request\njobs:\n  a:\n    uses: ./.github/workflows/t.yml\n",
        ".github/workflows/t.yml": WORKFLOW.format(event="workflow_call", run="go test ./..."),
    }
    finding = asked("QA-06.01", files)
    assert finding.outcome is YES
    assert places(finding) == [".github/workflows/t.yml:5"]


def test_other_services_count_when_they_run_tests() -> None:
    assert outcome("QA-06.01", {".gitlab-ci.yml": "test:\n  script:\n    - cargo test\n"}) is YES
    assert outcome("QA-06.01", {".travis.yml": "language: ruby\n"}) is UNKNOWN


@pytest.mark.parametrize(
    ("identifier", "line", "found"),
    [
        ("VM-05.03", "actions/dependency-review-action@v4", True),
        ("VM-05.03", "govulncheck ./...", True),
        ("VM-05.03", "echo recommended", False),
        ("VM-06.02", "github/codeql-action/analyze@v3", True),
        ("VM-06.02", "golangci-lint run", True),
        ("VM-06.02", "echo .golangci.yml", False),
    ],
)
def test_checks_on_changes_are_shown_by_their_names(identifier: str, line: str, found: bool) -> None:
    text = WORKFLOW.format(event="pull_request", run=line)
    finding = asked(identifier, {".github/workflows/t.yml": text})
    assert finding.outcome is UNKNOWN
    assert bool(finding.spots) is found


def test_a_tool_among_the_project_s_own_commands_is_shown_and_decides_nothing() -> None:
    files = {"Makefile": "lint:\n\tuv run bandit -r moot\n# bandit\n", "pyproject.toml": "[tool.bandit]\n"}
    finding = asked("VM-06.02", files)
    assert finding.outcome is UNKNOWN
    assert places(finding) == ["Makefile:2", "pyproject.toml:1"]
    assert not asked("VM-06.02", {"Makefile": "lint:\n\truff check\n"}).spots
