"""Requirements that documentation answers: what counts, what is a hint, what is something else."""

from __future__ import annotations

import re

import pytest

from checks.osps.asking import asked, outcome, places, words
from checks.trees import ground
from folkmoot.checks.osps._documents import library
from folkmoot.checks.osps._told import at_word
from folkmoot.model.check import Outcome

FINGERPRINT = "27ED EAF2 2F3A BCEB 50DB 9A12 5CC9 08FD B71E 12C2"
FILLER = "Here is enough to read for everybody who wants to know more about it.\n"


def section(heading: str, body: str = FILLER) -> str:
    return f"# Moot\n\n## {heading}\n\n{body}\n"


COUNTS = [
    ("BR-07.02", "CONTRIBUTING.md", section("Secrets management")),
    ("BR-07.02", "SECURITY.md", "We rotate all signing keys once a year.\n"),
    ("DO-01.01", "README.md", section("Usage")),
    ("DO-01.01", "README.rst", f"Moot\n====\n\nGetting started\n---------------\n\n{FILLER}"),
    ("DO-02.01", "CONTRIBUTING.md", section("Reporting bugs")),
    ("DO-03.01", "README.md", "Then run `gpg --verify moot.tar.gz.asc`.\n"),
    ("DO-03.02", "docs/verify.md", "The key fingerprint is 27ED EAF2 and so on, signed with PGP.\n"),
    ("DO-03.02", "README.md", "Run `cosign verify --certificate-identity=ada@example.org moot`.\n"),
    ("DO-03.02", "README.md", "`gh attestation verify moot --signer-workflow ada/moot/release.yml`\n"),
    ("DO-03.02", "README.md", "Its fingerprint is 27ED EAF2.\n"),
    ("DO-03.02", "README.md", f"{FINGERPRINT} is the signing key.\n"),
    ("DO-03.02", "README.md", f"Every tag is signed with GPG by Ada: {FINGERPRINT}\n"),
    ("DO-04.01", "SECURITY.md", section("Supported Versions")),
    ("DO-05.01", "SECURITY.md", "Security fixes are made for the latest release only.\n"),
    ("DO-04.01", "README.md", "The project provides support for the latest release\nand fixes for 1.6.\n"),
    ("DO-06.01", "CONTRIBUTING.md", section("Adding a new dependency")),
    (
        "DO-07.01",
        "CONTRIBUTING.md",
        section("Development steps", "Clone it, then run `make dev`.\n" + FILLER),
    ),
    ("DO-07.01", "CONTRIBUTING.md", section("Building from source")),
    ("DO-07.01", "INSTALL", FILLER),
    ("GV-01.01", "MAINTAINERS.md", "- Ada (@ada): merges, releases\n"),
    (
        "GV-01.01",
        "docs/GOVERNANCE.md",
        section("Who are maintainers?", "The [list](https://oak.example/people).\n"),
    ),
    (
        "GV-01.01",
        "README.rst",
        "Committers\n----------\n\nAda Oak\n~~~~~~~\n\n:github: https://github.com/ada\n",
    ),
    ("GV-01.01", "README.md", section("Maintainers", "Maintained by Ada Oak since 2019.\n")),
    ("GV-01.01", "README.md", section("Committers", '<img src="https://github.com/ada.png?size=9">Ada\n')),
    ("GV-01.01", "README.md", section("Maintainers", "- Ada (@ada), who releases\n")),
    ("GV-01.02", "GOVERNANCE.md", section("Roles and responsibilities")),
    ("GV-02.01", "README.md", "Ask at https://github.com/ada/moot/discussions.\n"),
    ("GV-03.01", "CONTRIBUTING.md", FILLER),
    ("GV-03.02", "CONTRIBUTING.md", section("Coding style")),
    ("GV-04.01", "GOVERNANCE.md", section("Becoming a maintainer")),
    ("GV-04.01", "GOVERNANCE.md", "All members elect two reviewers once a year.\n"),
    ("GV-04.01", "GOVERNANCE.md", "Commit access is granted by a vote of the members.\n"),
    ("GV-04.01", "CONTRIBUTING.md", "Ask a member how to become a core developer.\n"),
    ("QA-04.01", "README.md", section("Subprojects")),
    ("QA-06.02", "CONTRIBUTING.md", section("Running the tests")),
    ("QA-06.03", "CONTRIBUTING.md", "Every change must come with a test that fails without it.\n"),
    ("QA-06.03", "CONTRIBUTING.md", "Please make sure that your change\nadds the tests it needs.\n"),
    ("QA-06.03", ".github/pull_request_template.md", "- [ ] Which tests cover it?\n"),
    ("SA-01.01", "ARCHITECTURE.md", FILLER),
    ("SA-02.01", "docs/guide.md", section("API")),
    ("SA-03.01", "docs/security.md", section("Security audit")),
    ("SA-03.01", "README.md", "The third-party audit report is on our site.\n"),
    ("SA-03.01", "README.md", "Moot was audited by Bob.\n"),
    ("SA-03.02", "docs/threat-model.md", FILLER),
    ("VM-04.01", "SECURITY.md", "Advisories are published at our page.\n"),
    ("VM-04.01", "docs/security.md", "Fixed in 1.2: CVE-2020-0001.\n"),
    ("VM-04.01", "README.md", "See https://github.com/ada/moot/security/advisories.\n"),
    ("VM-05.01", "SECURITY.md", "Critical vulnerabilities in dependencies are fixed within 14 days.\n"),
    ("VM-05.02", "RELEASING.md", "Before each release, run govulncheck and settle what it finds.\n"),
    ("VM-06.01", "CONTRIBUTING.md", "Findings of CodeQL must be fixed or suppressed with a reason.\n"),
]
ANOTHER_SUBJECT = [
    ("DO-01.01", "README.md", "# Moot\n\nA moot.\n"),
    ("DO-04.01", "docs/middleware.md", "A list of headers that should be supported for requests.\n"),
    ("DO-04.01", "docs/lifecycle.md", FILLER),
    ("DO-05.01", "SECURITY.md", "We recommend the latest version.\n"),
    ("DO-06.01", "docs/index.md", section("Dependencies")),
    ("DO-07.01", "docs/contributing.md", section("Resolving Build / CI Failures")),
    ("GV-04.01", "CONTRIBUTING.md", "Once approved, it can be merged by a maintainer.\n"),
    ("GV-04.01", "CONTRIBUTING.md", "Preselect one of the reviewers, who is a member.\n"),
    ("QA-04.01", "docs/middleware.md", section("Reusing components")),
    ("QA-06.02", "docs/testing.md", section("Testing your application")),
    ("QA-06.03", "CONTRIBUTING.md", "This job failing means that not all code is covered by tests.\n"),
    ("SA-01.01", "docs/sponsorship.md", section("How Sponsorship Works")),
    ("SA-03.01", "CONTRIBUTING.md", "It will be reviewed by the maintainers.\n"),
    ("VM-04.01", "docs/release.md", section("Release known issues")),
    ("VM-04.01", "docs/plugins/gain.md", "It addresses CVE-2020-0001 of the program it replaces.\n"),
    ("VM-04.01", "docs/policy.md", "See https://github.com/bob/other/security/advisories/GHSA-1.\n"),
    (
        "DO-03.01",
        "docs/policy.md",
        section("Signature verification", "The signed content has not been touched."),
    ),
    ("DO-03.01", "README.md", "usage: sigstore verify identity [-h] FILE\n"),
    ("DO-03.02", "README.md", "--cert-identity IDENTITY --cert-oidc-issuer URL\n"),
    ("DO-07.01", "docs/cli.md", "Install your own application:\n\n    $ pip install -e .\n"),
    (
        "DO-07.01",
        "docs/tutorial/install.md",
        "Install the program of this tutorial: `pip install -e .`\n" + FILLER,
    ),
    ("DO-07.01", "README.md", "```\nnpm install moot\n```\n"),
    (
        "VM-06.01",
        "AGENTS.md",
        section("Lint & Static Analysis", "- `make static` runs gofmt and golangci-lint.\n"),
    ),
    ("QA-06.03", ".github/pull_request_template.md", "How can reviewers test this PR?\n"),
    ("VM-05.01", "docs/dependencies.md", section("Dependency management")),
]


@pytest.mark.parametrize(("identifier", "path", "text"), COUNTS)
def test_what_speaks_of_it_is_a_yes_with_its_place(identifier: str, path: str, text: str) -> None:
    finding = asked(identifier, {path: text})
    assert finding.outcome is Outcome.YES
    assert places(finding)[0].startswith(path)


@pytest.mark.parametrize(("identifier", "path", "text"), ANOTHER_SUBJECT)
def test_what_speaks_of_something_else_is_none(identifier: str, path: str, text: str) -> None:
    assert outcome(identifier, {path: text}) is Outcome.UNKNOWN


@pytest.mark.parametrize("identifier", sorted({each[0] for each in COUNTS}))
@pytest.mark.parametrize("folder", ["vendor/lib/", "docs/zh/", "examples/", "node_modules/x/"])
def test_documents_of_others_and_translations_do_not_count(identifier: str, folder: str) -> None:
    text = "\n".join(each[2] for each in COUNTS if each[0] == identifier)
    assert outcome(identifier, {f"{folder}README.md": text}) is Outcome.UNKNOWN


def test_a_file_of_that_name_is_told_before_a_heading_in_another() -> None:
    files = {"README.md": section("Usage"), "docs/MANUAL.md": section("Introduction") + section("Usage")}
    places_told = places(asked("DO-01.01", files))
    assert places_told[0] == "docs/MANUAL.md"
    assert sorted(places_told) == ["README.md:3", "docs/MANUAL.md", "docs/MANUAL.md:3"]


def test_one_line_is_one_place_however_many_words_it_holds() -> None:
    text = "Sign off under the DCO (Developer Certificate of Origin): `git commit -s` adds Signed-off-by.\n"
    assert places(asked("LE-01.01", {"CONTRIBUTING.md": text})) == ["CONTRIBUTING.md:1"]


def test_instructions_for_machines_come_after_what_people_read() -> None:
    files = {name: section("Running the tests") for name in ("AGENTS.md", "CONTRIBUTING.md")}
    files[".github/copilot-instructions.md"] = section("Running the tests")
    documents = [each.path for each in library(ground(files)).documents]
    assert documents == ["CONTRIBUTING.md", ".github/copilot-instructions.md", "AGENTS.md"]


def test_a_heading_without_anything_below_it_says_nothing() -> None:
    assert outcome("GV-01.02", {"GOVERNANCE.md": "# Roles and responsibilities\n\nTODO\n"}) is Outcome.UNKNOWN


def test_a_hint_is_shown_and_decides_nothing() -> None:
    finding = asked("SA-01.01", {"CONTRIBUTING.md": section("Code organization")})
    assert finding.outcome is Outcome.UNKNOWN
    assert places(finding) == ["CONTRIBUTING.md:3"]
    assert "somebody has to read it" in words(finding)


def test_headings_come_before_lines_as_evidence() -> None:
    finding = asked("QA-06.02", {"CONTRIBUTING.md": "Run the tests often.\n\n" + section("Running tests")})
    assert places(finding)[0] == "CONTRIBUTING.md:5"


def test_headings_are_read_in_every_usual_form() -> None:
    text = (
        "Roles\n=====\n\nx\n\n== Adoc ==\n\n```\n# no heading\n```\n\n<h2 id='a'>Html</h2>\n\n### Deep ###\n"
    )
    (document,) = library(ground({"README.md": text})).documents
    assert [(each.line, each.text) for each in document.headings] == [
        (1, "Roles"), (6, "Adoc"), (12, "Html"), (14, "Deep"),
    ]  # fmt: skip


def test_many_and_large_documents_are_bounded() -> None:
    files = {f"docs/page-{number}.md": FILLER for number in range(2000)} | {"README.md": "x" * 900_000}
    documents = library(ground(files)).documents
    assert len(documents) == 300
    assert documents[0].path == "README.md"
    assert len(documents[0].text) == 250_000


def test_documents_that_are_not_in_the_clone_are_counted() -> None:
    assert library(ground({"README.md": None})).missing == ("README.md",)
    finding = asked("DO-04.01", {"README.md": None})
    assert finding.outcome is Outcome.UNKNOWN
    assert "not in this clone" in words(finding)


@pytest.mark.parametrize("text", ["dco", "the dco", "(dco)", "line\ndco", "dcos"])
def test_a_word_is_found_where_it_begins(text: str) -> None:
    found = re.search(at_word("dco"), text)
    assert found
    assert found.start() == text.index("dco")


@pytest.mark.parametrize("text", ["adco", "1dco", "_dco", "d co"])
def test_a_word_is_not_found_within_another(text: str) -> None:
    assert not re.search(at_word("dco"), text)
