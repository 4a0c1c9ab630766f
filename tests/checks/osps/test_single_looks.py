"""Looks that one requirement has for itself: advisories, sign-offs, package managers, tests, assessments."""

from __future__ import annotations

import pytest

from checks.osps.asking import RELEASED, asked, outcome, places, words
from folkmoot.model.check import Outcome
from folkmoot.model.released import Released

YES, NO, UNKNOWN = Outcome.YES, Outcome.NO, Outcome.UNKNOWN
W = ".github/workflows/a.yml"


def runs(identifier: str, line: str, event: str = "pull_request", **files: str) -> Outcome:
    """Ask with a workflow that runs one line."""
    return outcome(identifier, {W: f"on: {event}\njobs:\n  a:\n    steps:\n      - run: {line}\n", **files})


# -- advisories --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "advisories/2026.md", "docs/security-advisories.rst", "security-bulletins/x.md", "vuln.pm",
        "known-vulnerabilities.md", "cves.csv", "docs/advisory/GHSA-1.json", "a/security_bulletins.html",
    ],
)  # fmt: skip
def test_pages_that_name_the_number_of_a_vulnerability(path: str) -> None:
    finding = asked("VM-04.01", {path: "# Past\n\nFixed CVE-2026-12345.\n"})
    assert (finding.outcome, places(finding)[0]) == (YES, f"{path}:3")
    assert f"{path} names CVE-2026-12345." in words(finding)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("advisories/2026.md", "None yet.\n"),
        ("advisories.py", "CVE-2026-12345\n"),
        ("vendor/advisories/2026.md", "CVE-2026-12345\n"),
        ("advisories/2026.md", "CVE-2026-123\n"),
        ("advisories/2026.md", "XCVE-2026-12345\n"),
        ("advisories/2026.md", "GHSA-2222-3333\n"),
    ],
)
def test_pages_that_do_not(path: str, text: str) -> None:
    assert f"{path} names" not in words(asked("VM-04.01", {path: text}))


def test_a_changelog_that_names_one_is_enough() -> None:
    finding = asked("VM-04.01", {"CHANGELOG.md": "# 1.2\n\n- GHSA-2g4f-4pwh-qvx6 is fixed\n"})
    assert (finding.outcome, places(finding)) == (YES, ["CHANGELOG.md:3"])


# -- sign-offs ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("commits", "signed", "expected"),
    [
        (20, 19, YES),
        (20, 18, UNKNOWN),
        (19, 19, UNKNOWN),
        (100, 95, YES),
        (100, 94, UNKNOWN),
        (0, 0, UNKNOWN),
    ],
)
def test_nineteen_of_twenty_are_a_practice(commits: int, signed: int, expected: Outcome) -> None:
    told = Released(RELEASED.tags, commits, signed, 3)
    finding = asked("LE-01.01", {}, released=told)
    assert finding.outcome is expected
    sentence = (
        f"{signed} of {commits} commits of people that landed in the year to the newest one are signed off."
    )
    assert (sentence in words(finding)) is (commits >= 20)


@pytest.mark.parametrize(
    "path", [".github/dco.yml", ".clabot", "clabot.json", ".github/cla.yaml", ".cla-assistant.json",
             ".github/workflows/dco.yml", ".github/workflows/check-cla.yaml"]
)  # fmt: skip
def test_files_of_programs_that_check_it(path: str) -> None:
    assert outcome("LE-01.01", {path: "x: y\n"}) is YES


@pytest.mark.parametrize(
    "path", [".github/workflows/clang.yml", "docs/dco.yml", ".github/workflows/decoder.yml"]
)
def test_files_that_are_called_alike(path: str) -> None:
    assert outcome("LE-01.01", {path: "x: y\n"}) is UNKNOWN


# -- package managers --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line", ["pip install -r requirements.txt", "npm ci", "cargo build", "go mod download", "poetry install",
             "./mvnw package", "apt-get install oak", "uv sync"]
)  # fmt: skip
def test_builds_that_install_by_a_package_manager(line: str) -> None:
    assert runs("BR-05.01", line, "push", **{"go.mod": "module x\n"}) is YES
    assert runs("BR-05.01", line, "push") is UNKNOWN


def test_a_download_that_is_run_is_shown_and_decides_nothing() -> None:
    text = "on: push\njobs:\n  a:\n    steps:\n      - run: curl https://x.invalid/i | sudo bash\n"
    finding = asked("BR-05.01", {W: text})
    assert (finding.outcome, places(finding)) == (UNKNOWN, [f"{W}:5"])
    assert "downloads and runs something" in words(finding)


# -- tests on changes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        "pytest -q", "tox -e py", "nox", "python -m unittest", "npm run test:unit", "yarn test", "vitest run",
        "go test ./...", "cargo nextest run", "cargo +nightly test", "make check", "make -j4 test",
        "just test", "bundle exec rspec", "vendor/bin/phpunit", "ctest", "dotnet test", "mvn -B verify",
        "./gradlew check", "./run-tests.sh", "scripts/test", "bats tests", "composer run-script test",
    ],
)  # fmt: skip
def test_commands_that_run_tests(line: str) -> None:
    assert runs("QA-06.01", line) is YES


@pytest.mark.parametrize(
    "line",
    [
        "make", "npm ci", "cargo build", "echo latest", "docker build .", "cat tox.ini", "make docs",
        "./gradlew checkstyle lint", "./gradlew checkstyleMain", "mvn checkstyle:check -q", "make checkout",
    ],
)  # fmt: skip
def test_commands_that_do_not(line: str) -> None:
    assert runs("QA-06.01", line) is UNKNOWN


# -- tests asked for ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", [".github/pull_request_template.md", "PULL_REQUEST_TEMPLATE", "docs/pull_request_template.md",
             ".github/PULL_REQUEST_TEMPLATE/a.md", ".gitlab/merge_request_templates/Default.md"]
)  # fmt: skip
def test_a_form_for_changes_may_ask_for_tests(path: str) -> None:
    finding = asked("QA-06.03", {path: "What?\n\nTests:\n"})
    assert (finding.outcome, places(finding)) == (YES, [f"{path}:3"])


@pytest.mark.parametrize(
    "text", ["How can one test this?\n", "Please test your change.\n", "The latest?\n", "",
             "Such as `[Ada](https://a.example) - A test runner.`\n"]
)  # fmt: skip
def test_how_to_try_a_change_is_another_question(text: str) -> None:
    assert outcome("QA-06.03", {".github/pull_request_template.md": text}) is UNKNOWN


# -- weaknesses --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line", ["uses: github/codeql-action/init@v3", "run: bandit -r src", "run: gosec ./...",
             "run: semgrep scan", "uses: zizmorcore/zizmor-action@v1", "run: golangci-lint run",
             "run: brakeman"]
)  # fmt: skip
def test_tools_that_look_for_weaknesses(line: str) -> None:
    text = f"on: pull_request\njobs:\n  a:\n    steps:\n      - {line}\n"
    finding = asked("VM-06.02", {W: text})
    assert (finding.outcome, places(finding)) == (UNKNOWN, [f"{W}:5"])


@pytest.mark.parametrize("line", ["run: abandit", "run: golangci-lint version", "run: ruff check"])
def test_tools_that_do_not(line: str) -> None:
    text = f"on: pull_request\njobs:\n  a:\n    steps:\n      - {line}\n"
    assert places(asked("VM-06.02", {W: text})) == []


# -- assessments -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", ["security-assessment.md", "docs/security_audit.pdf", "audits/2026.md", "docs/audit/oak.rst",
             "self-assessment.adoc", "security/audit/a.txt", "reports/pentest-2026.pdf"]
)  # fmt: skip
def test_files_that_are_an_assessment(path: str) -> None:
    finding = asked("SA-03.01", {path: "x\n"})
    assert (finding.outcome, places(finding)) == (YES, [path])


@pytest.mark.parametrize("path", ["audit.py", "src/auditing/a.md", "audit-log.md", "security.md"])
def test_files_that_are_none(path: str) -> None:
    assert outcome("SA-03.01", {path: "x\n"}) is UNKNOWN


def test_before_the_first_release_none_is_asked_for() -> None:
    assert outcome("SA-03.01", {}, released=Released()) is Outcome.NOT_APPLICABLE
    assert outcome("SA-03.01", {}, released=None) is UNKNOWN
