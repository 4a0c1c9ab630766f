"""What looks like an answer and is none: found by reading reports as the maintainers they are about.

Long because each row is a text that once misled a check.
"""

from __future__ import annotations

import pytest

from checks.osps.asking import asked, outcome, places, words
from folkmoot.i18n import say
from folkmoot.model.check import Outcome
from folkmoot.model.licence import Licences, Place, Said

FILLER = "Here is enough to read for everybody who wants to know more about it.\n"
HEADER = "<!--\nCopyright (C) Ada Oak, <ada@oak.example>, et al.\n-->\n\n# Security\n\n"


def section(heading: str, body: str = FILLER) -> str:
    return f"# Moot\n\n## {heading}\n\n{body}\n"


NONE = [
    ("DO-01.01", "CONTRIBUTING.md", section("Getting started", f"Fork the repository. {FILLER}")),
    ("DO-01.01", "docs/INSTALL-MAKE.md", section("Using `make`")),
    ("DO-01.01", ".github/commit-convention.md", section("Examples")),
    ("DO-01.01", "docs/dev/paths.rst", section("Examples")),
    ("DO-02.01", "docs/format.md", f"Attribute `bugs`: where to file a bug against a boat.\n{FILLER}"),
    ("DO-05.01", "docs/release-process.md", f"A table of major tools, their EOL dates, and ours.\n{FILLER}"),
    ("DO-03.02", "docs/features.md", "The moot can do public key fingerprinting, and PGP.\n"),
    ("DO-04.01", "docs/release-procedure.md", section("Release Cycle")),
    ("GV-01.01", "docs/reference/maintainers-complete.md", FILLER),
    (
        "GV-01.01",
        "GOVERNANCE.md",
        section("Maintainers", f"A maintainer is somebody who may merge. {FILLER}"),
    ),
    (
        "GV-01.01",
        "README.md",
        section(
            "Committers",
            "Thanks to all!\n[![all](https://contrib.rocks/image?repo=ada/moot)]"
            "(https://github.com/ada/moot/graphs/contributors)\n",
        ),
    ),
    (
        "GV-01.01",
        "README.md",
        section("Committers", 'All: <a href="https://github.com/ada/moot/graphs/contributors">these</a>.\n'),
    ),
    ("GV-02.01", "README.md", section("Help this is all too informal!")),
    ("GV-02.01", "pull_request_template.md", "- [ ] Run https://github.com/ada/oar, see its /issues\n"),
    ("GV-02.01", "README.md", "More in https://github.com/ada/moot/issues/43461.\n"),
    ("GV-02.01", "README.md", "- Setting standards for community discourse via the\n  Code of Conduct.\n"),
    (
        "GV-02.01",
        "README.md",
        "[![fuzz](https://x.example/b.svg)](https://x.example/p/oss-fuzz/issues/list)\n",
    ),
    ("GV-03.02", "README.md", "Before it begins, all members of the team must sign off.\n"),
    ("QA-02.01", "tests/requirements.txt", "pytest\n"),
    ("QA-02.01", ".github/scripts/requirements.txt", "codespell\n"),
    ("QA-06.03", "docs/reference/rules/README.md", "Changes that come with tests: see the table.\n"),
    ("SA-02.01", "docs/cmdline-opts/CMakeLists.txt", "add_custom_target(page)\n"),
    ("SA-02.01", "UPGRADE-2.0.md", section("The new API")),
    (
        "SA-03.01",
        "doc/commands.md",
        section("audit", "`moot audit` lists packages with known holes in them.\n"),
    ),
    ("SA-03.01", "docs/reference/audit/roadmap.md", FILLER),
    ("VM-04.01", "src/Advisory/AuditConfig.php", "<?php // CVE-2024-1234\n"),
    ("VM-04.01", "benchmarks/advisories.py", "CVE-2024-1234\n"),
    ("VM-04.01", "docs/advisories.md", "How the command `moot advisories` reads files.\n"),
    ("BR-03.01", ".github/security-insights.yml", "project:\n  homepage: https://moot.invalid/\n"),
    ("BR-05.01", "CONTRIBUTING.md", "Dependencies are installed with pip.\n"),
    ("BR-03.01", "security-insights.yml", "repository:\n  license:\n    url: https://oak.example/licence\n"),
    ("VM-04.01", "docs/reference/known-vulnerabilities.md", section("Known vulnerabilities closed")),
    ("VM-04.01", "docs/guides/advisories.md", section("Known vulnerabilities, and how to look for them")),
    ("VM-06.01", "docs/reference/scorecard-sast.md", "What CodeQL finds must be fixed.\n"),
    ("VM-06.01", "docs/plugins.md", section("Static analysis support")),
    ("GV-01.02", "docs/rules_layout.md", section("Style: leading")),
    ("GV-01.02", "docs/code_of_conduct.md", section("Our Responsibilities")),
    ("GV-01.02", "README.md", section("Committers", "* [Ada Oak](https://oak.example/ada)\n" * 4)),
    ("GV-01.02", "README.md", section("Feedstock Maintainers", "* [@ada](https://oak.example/ada)\n" * 4)),
    ("GV-01.02", "docs/packagers.md", section("Notes for package maintainers", f"How to merge. {FILLER}")),
    ("DO-02.01", "docs/rationale.md", f"- [Open issues](#open-issues)\n\n{section('Open issues')}"),
    ("GV-03.02", "docs/rules_style.md", section("Style")),
    ("GV-03.02", "CONTRIBUTING.md", section("What should I do before opening an issue?")),
    ("GV-03.02", "CONTRIBUTING.md", "Ensure that your report contains enough information.\n"),
    ("GV-03.02", "CONTRIBUTING.md", "Make sure you use the latest version of the moot.\n"),
    ("GV-04.01", "docs/maintaining/rest.md", "Users can write good code and become a maintainer.\n"),
    ("QA-06.02", "CONTRIBUTING.md", section("How do I test without my settings?")),
    ("DO-05.01", "README.md", "Ambiguous brackets are not supported: the latest parser streams.\n"),
    ("DO-05.01", "README.md", "| Windows | ✅ |\n| Latest moots supported | ❌ |\n"),
    (
        "DO-02.01",
        "docs/joining.md",
        section("Feedback", f"Shall we go on? {FILLER}"),
    ),
    ("DO-04.01", "docs/community/support.rst", f"Ask your questions in the forum. {FILLER}"),
    (
        "DO-04.01",
        "README.md",
        section("Supported versions", f"Oak 3.10+. {FILLER}"),
    ),
    (
        "DO-05.01",
        "README.md",
        section("Supported versions", f"Oak 3.10+. {FILLER}"),
    ),
    (
        "GV-01.02",
        "docs/divergence.md",
        section("Leadership Transfer"),
    ),
    ("GV-02.01", "README.md", section("Community contributed examples")),
    ("GV-03.02", "README.md", section("Testing", f"Moots can be tested with any library. {FILLER}")),
    ("GV-03.02", "README.md", "The field should be used to test what kind of reply it is.\n"),
    (
        "GV-03.02",
        "README.md",
        "Contributions are fixes, additional tests and more.\n",
    ),
    ("QA-06.02", "README.md", section("Testing moots", f"Moot ships with helpers for that. {FILLER}")),
    (
        "VM-04.01",
        "SECURITY.md",
        "[Disclosure Program](https://moot.invalid/vulnerability-disclosure)\n",
    ),
    ("VM-04.01", "SECURITY.md", "Report it at https://moot.invalid/security/advisories/new\n"),
    ("VM-04.01", "SECURITY.md", section("Vulnerability disclosure")),
    ("VM-04.01", "SECURITY.md", "Please do not disclose vulnerabilities in public.\n"),
    ("VM-04.01", "SECURITY.md", "Please refrain from disclosing the vulnerability until then.\n"),
    ("VM-05.01", "docs/_posts/2018-09-19-security.md", "We fixed a critical vulnerability in a release.\n"),
]


@pytest.mark.parametrize(("identifier", "path", "text"), NONE)
def test_what_only_looks_like_it_is_no_yes(identifier: str, path: str, text: str) -> None:
    assert outcome(identifier, {path: text}) is Outcome.UNKNOWN


@pytest.mark.parametrize(
    ("identifier", "path", "text"),
    [
        ("DO-03.01", "docs/VERIFY.md", section("Signed releases")),
        ("DO-02.01", "README.md", section("Getting help", f"Open an issue. {FILLER}")),
        ("DO-04.01", "SUPPORT.md", "Only the two newest versions are supported.\n"),
        ("DO-04.01", "README.md", section("Supported versions", f"| 2 | Security patches |\n{FILLER}")),
        ("DO-05.01", "README.md", section("Supported versions", f"| 2 | Security patches |\n{FILLER}")),
        ("DO-05.01", "README.md", "Moot 1 has reached its end of life.\n"),
        ("DO-05.01", "README.md", "Security fixes are made for the newest branch.\n"),
        ("GV-01.02", "docs/teams.md", section("What a lead does")),
        ("GV-01.02", "CONTRIBUTING.md", section("Maintainers", f"If you have commit access, {FILLER}")),
        ("GV-01.02", "README.md", section("Core committers", f"They merge and release. {FILLER}")),
        ("DO-02.01", "README.md", "If it breaks, open an issue.\n"),
        ("DO-02.01", "README.md", section("Opening issues")),
        ("GV-01.02", "docs/project.md", section("Roles", f"Maintainers merge what others wrote. {FILLER}")),
        ("GV-03.02", "CONTRIBUTING.md", section("Before opening a pull request")),
        ("GV-03.02", "docs/coding-style.md", section("Style")),
        ("GV-04.01", "docs/becoming-a-maintainer.md", FILLER),
        ("GV-04.01", "docs/maintaining/rest.md", "So you want to become a maintainer of Moot?\n"),
        ("QA-06.02", "CONTRIBUTING.md", section("How to test")),
        ("QA-06.02", "CONTRIBUTING.md", section("Unit test plan")),
        ("GV-02.01", "README.md", section("Community")),
        ("GV-02.01", "README.md", section("Getting help")),
        ("GV-02.01", "ISSUE_TEMPLATE.md", "What happened?\n"),
        ("GV-03.02", "README.md", "A pull request must come with tests.\n"),
        ("GV-03.02", "CONTRIBUTING.md", "Fork it, and add tests.\n"),
        ("QA-06.02", "README.md", section("Testing", f"Run the tests. {FILLER}")),
        ("GV-02.01", "README.md", section("Help and support")),
        ("GV-02.01", "README.md", "Ask at https://discourse.moot.example.\n"),
        ("GV-02.01", "README.md", "Talk to us on Discourse.\n"),
        ("GV-03.02", "CONTRIBUTING.md", section("What a change needs")),
        ("GV-03.02", "CONTRIBUTING.md", "Please sign off your commits.\n"),
        ("QA-02.01", "CMakeLists.txt", "project(moot)\nfind_package(ZLIB REQUIRED)\n"),
        ("QA-02.01", "configure.ac", "AC_INIT\nPKG_CHECK_MODULES([OAK], [oak >= 2])\n"),
        ("QA-06.03", "CONTRIBUTING.md", "- **A test** that fails without it.\n"),
        ("QA-06.03", "docs/contribute.md", "All new features need to be tested in the suite.\n"),
        ("SA-03.01", "docs/security.md", section("Audits")),
        ("VM-04.01", "SECURITY.md", "We publish advisories for vulnerabilities at the forge.\n"),
        ("VM-04.01", "SECURITY.md", section("Previous vulnerability disclosures")),
        ("VM-04.01", "docs/advisories/2024-one.md", "CVE-2024-1234: a hole.\n"),
        ("VM-04.01", "docs/vulnerabilities.md", "\nGHSA-abcd-1234-wxyz\n"),
    ],
)  # fmt: skip
def test_what_is_it_still_counts(identifier: str, path: str, text: str) -> None:
    finding = asked(identifier, {path: text})
    assert finding.outcome is Outcome.YES
    assert places(finding)[0].startswith(path)


def test_nobody_is_told_of_holes_by_the_address_in_a_line_on_copyright() -> None:
    policy = (
        "Copyright (C) Ada Oak, <ada@oak.example>\n\nReport vulnerabilities at https://moot.example/tell\n"
    )
    finding = asked("VM-02.01", {"SECURITY.txt": policy})
    assert finding.outcome is Outcome.UNKNOWN
    assert "ada@oak.example" not in words(finding)


def test_a_comment_in_a_policy_says_nothing() -> None:
    policy = f"{HEADER}Report vulnerabilities to moot@oak.example.\n"
    assert places(asked("VM-02.01", {"SECURITY.md": policy})) == ["SECURITY.md:7"]


def test_a_disclosure_policy_beside_the_security_policy_is_read_too() -> None:
    files = {
        "SECURITY.md": f"{HEADER}Read our [policy](docs/VULN-DISCLOSURE-POLICY.md) on vulnerabilities.\n",
        "docs/VULN-DISCLOSURE-POLICY.md": "Report a hole at hackerone.com/moot.\nWe respond in 5 days.\n",
    }
    assert places(asked("VM-02.01", files)) == ["docs/VULN-DISCLOSURE-POLICY.md:1"]
    assert places(asked("VM-01.01", files)) == ["docs/VULN-DISCLOSURE-POLICY.md:2"]


def test_of_an_address_and_a_platform_the_first_takes_the_reports() -> None:
    policy = "Report a vulnerability at hackerone.com/moot.\n\nThe press writes to press@oak.example.\n"
    assert places(asked("VM-02.01", {"SECURITY.md": policy})) == ["SECURITY.md:1"]
    policy = "Report a vulnerability to us.\n\nWrite to moot@oak.example.\n"
    assert places(asked("VM-02.01", {"SECURITY.md": policy})) == ["SECURITY.md:3"]


def test_a_licence_that_is_on_no_list_needs_no_other_name() -> None:
    told = Licences(expression="curl", osi=False, fsf=False, said=(Said(Place.TEXT, "COPYING", 0, "curl"),))
    finding = asked("LE-02.01", {"COPYING": "text"}, licences=told)
    assert finding.outcome is Outcome.UNKNOWN
    assert "whether curl meets" in say(finding.remedy)


def test_a_list_of_dependencies_is_a_hint_on_how_they_are_chosen() -> None:
    finding = asked("DO-06.01", {"docs/DEPENDENCIES.md": FILLER})
    assert finding.outcome is Outcome.UNKNOWN
    assert places(finding) == ["docs/DEPENDENCIES.md"]


def test_a_guide_says_by_which_package_manager_a_build_gets_what_a_manifest_asks_for() -> None:
    said = "The first run of each downloads what it needs with pip, checked against hashes.\n"
    finding = asked("BR-05.01", {"pyproject.toml": "[project]\n", "CONTRIBUTING.md": said})
    assert (finding.outcome, places(finding)) == (Outcome.YES, ["CONTRIBUTING.md:1"])


def test_a_path_is_no_package_manager_at_work() -> None:
    workflow = "on: push\njobs:\n  a:\n    runs-on: oak\n    steps:\n    - run: {}\n"
    files = {"pyproject.toml": "[project]\n"}
    path = ".github/workflows/a.yml"
    assert outcome("BR-05.01", {**files, path: workflow.format("pipx ensurepath")}) is Outcome.UNKNOWN
    assert outcome("BR-05.01", {**files, path: workflow.format("pip install .")}) is Outcome.YES


def test_a_comment_that_never_ends_hides_the_rest_as_in_a_browser() -> None:
    policy = "# Security\n\n<!-- not yet\n\nReport vulnerabilities to moot@oak.example.\n"
    assert asked("VM-02.01", {"SECURITY.md": policy}).outcome is not Outcome.YES


def test_comments_begun_a_thousand_times_over_are_read_once() -> None:
    policy = "Report vulnerabilities to moot@oak.example.\n" + "<!--" * 60_000
    assert places(asked("VM-02.01", {"SECURITY.md": policy})) == ["SECURITY.md:1"]


WORKFLOW = "on: pull_request\njobs:\n  a:\n    runs-on: oak\n    steps:\n"


def test_an_installation_is_shown_before_what_merely_uses_a_package_manager() -> None:
    steps = "    - uses: actions/setup-node@v7\n    - run: uv run --no-sync moot\n    - run: npm ci\n"
    finding = asked("BR-05.01", {"package.json": "{}", ".github/workflows/a.yml": WORKFLOW + steps})
    assert places(finding)[0] == ".github/workflows/a.yml:8"


ON_CHANGES = "on: pull_request\njobs:\n  a:\n    steps:\n      - run: "


@pytest.mark.parametrize(
    "command",
    ["mvn -B clean verify -DskipTests", "mvn check -Dmaven.test.skip=true", "gradle check -x :hall:test"],
)
def test_builds_that_leave_their_tests_out_run_none(command: str) -> None:
    assert outcome("QA-06.01", {".github/workflows/ci.yml": f"{ON_CHANGES}{command}\n"}) is not Outcome.YES


@pytest.mark.parametrize("command", ["mvn -B clean verify", "mvn test -DskipTests=false", "gradle check"])
def test_builds_that_do_not_leave_them_out_run_tests(command: str) -> None:
    assert outcome("QA-06.01", {".github/workflows/ci.yml": f"{ON_CHANGES}{command}\n"}) is Outcome.YES


def test_an_item_below_a_blank_line_is_shown_and_not_the_blank_line() -> None:
    text = "# Guide\n\nBefore you ask for a review:\n\n* Write tests to cover what you changed\n"
    finding = asked("QA-06.03", {"docs/contributing.md": text})
    assert places(finding) == ["docs/contributing.md:5"]
    assert [say(spot.what) for spot in finding.spots] == ["“* Write tests to cover what you changed”"]


def test_what_installs_the_tools_of_tests_is_not_shown_as_the_tests() -> None:
    steps = "    - run: |\n        poe install --group test\n        poe test\n"
    finding = asked("QA-06.01", {".github/workflows/a.yml": WORKFLOW + steps})
    assert places(finding) == [".github/workflows/a.yml:8", ".github/workflows/a.yml:7"]


def test_how_a_test_is_written_is_not_that_changes_need_one() -> None:
    how = "- If a test can do without Ada, it should be written so. This limits the test's reach.\n"
    assert asked("QA-06.03", {"CONTRIBUTING.md": how}).outcome is Outcome.UNKNOWN
    wanted = "- If adding a feature:\n  - Add accompanying test case.\n"
    assert places(asked("QA-06.03", {"CONTRIBUTING.md": how + wanted})) == ["CONTRIBUTING.md:3"]


def test_profiles_of_people_who_are_thanked_are_no_pages_of_a_policy() -> None:
    policy = "Report vulnerabilities to moot@oak.example.\n\n- Thanks, [@bob](https://oak.example/bob)\n"
    assert outcome("VM-01.01", {"SECURITY.md": policy}) is Outcome.NO
    assert (
        outcome("VM-01.01", {"SECURITY.md": policy + "More at https://oak.example/policy\n"})
        is Outcome.UNKNOWN
    )


def test_what_a_policy_lacks_is_said_where_it_stands() -> None:
    finding = asked("VM-01.01", {"SECURITY.md": "Report vulnerabilities to moot@oak.example.\n"})
    assert [spot.told for spot in finding.spots] == ["SECURITY.md does not say how soon somebody answers."]
