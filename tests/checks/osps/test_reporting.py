"""The security policy: which file it is, whom it names, and how soon somebody answers."""

from __future__ import annotations

import pytest

from checks.osps.asking import asked, outcome, places, words
from checks.trees import ground
from folkmoot.checks.osps._documents import Document
from folkmoot.checks.osps._reporting import contact, policies, timeframe, way_in
from folkmoot.i18n import say
from folkmoot.model.check import Outcome

YES, NO, UNKNOWN = Outcome.YES, Outcome.NO, Outcome.UNKNOWN
POLICY = "# Security\n\nReport vulnerabilities to security@moot.invalid.\n"


@pytest.mark.parametrize(
    "path",
    [
        "SECURITY.md", "security.txt", "SECURITY", ".github/SECURITY.md", "docs/security.rst",
        "docs/en/security.md", ".gitlab/security-policy.md", "SECURITY_PROCESS.md",
        "docs/vulnerability-disclosure-policy.md", "responsible-disclosure-policy.md",
    ],
)  # fmt: skip
def test_where_a_policy_stands(path: str) -> None:
    assert [each.path for each in policies(ground({path: POLICY}))] == [path]


@pytest.mark.parametrize("path", ["src/SECURITY.md", "docs/a/b/security.md", "insecurity.md", "security.py"])
def test_where_none_stands(path: str) -> None:
    assert policies(ground({path: POLICY})) == []


def test_a_page_of_that_name_about_something_else_is_no_policy() -> None:
    assert policies(ground({"docs/security.md": "# Security\n\nOur guards are at the door.\n"})) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Write to ada@moot.invalid.", "ada@moot.invalid"),
        ("Write to ada+moot@post.moot.invalid, please.", "ada+moot@post.moot.invalid"),
        ("Write to ada [at] moot [dot] invalid", "ada [at] moot [dot] invalid"),
        ("Write to ada(at)moot.invalid", "ada(at)moot.invalid"),
        ("Write to ada@163.invalid.", "ada@163.invalid"),
        ("See https://hackerone.com/moot.", "hackerone.com"),
        ("See https://forge.invalid/ada/moot/security/advisories/new", "security/advisories"),
        ("Press “Report a vulnerability”.", "Report a vulnerability"),
        ("Use private vulnerability reporting.", "private vulnerability report"),
        ("Contact: https://moot.invalid/tell", "Contact:"),
    ],
)
def test_ways_that_reach_somebody(text: str, shown: str) -> None:
    found = contact(ground({"SECURITY.md": f"# Security\n\nOn vulnerabilities:\n{text}\n"}))
    assert found is not None
    assert (found.outcome, say(found.text)) == (YES, f"SECURITY.md names whom to tell: {shown}")
    assert [spot.place for spot in found.spots] == ["SECURITY.md:4"]


@pytest.mark.parametrize(
    "text",
    [
        "Copyright 2026 Ada <ada@moot.invalid>",
        "(c) Ada ada@moot.invalid",
        "Mention @ada in a public issue.",
        "Use moot@1.2 and later.",
        "Fixed in moot@2.0.1-beta.",
        "Pin actions/checkout@v4.1.",
    ],
)
def test_what_reaches_nobody(text: str) -> None:
    finding = asked("VM-02.01", {"SECURITY.md": f"# Security\n\nOn vulnerabilities:\n{text}\n"})
    assert finding.outcome is NO
    assert "SECURITY.md names nobody to tell." in words(finding)


def test_the_address_on_a_line_of_copyright_hides_no_other() -> None:
    text = "Copyright Ada <ada@moot.invalid>\n\nVulnerabilities: bob@moot.invalid\n"
    assert "names whom to tell: bob@moot.invalid" in words(asked("VM-02.01", {"SECURITY.md": text}))


def test_any_link_of_a_policy_may_lead_to_somebody() -> None:
    text = "# Security\n\nVulnerabilities: <https://moot.invalid/a>.\n"
    finding = asked("VM-02.01", {"SECURITY.md": text})
    assert (finding.outcome, places(finding)) == (UNKNOWN, ["SECURITY.md:3"])
    assert "SECURITY.md leads elsewhere: https://moot.invalid/a\n" in words(finding)


def test_the_policy_is_asked_before_sections_of_other_documents() -> None:
    files = {
        "README.md": "# Moot\n\n## Security\n\nTell ada@moot.invalid of any vulnerability.\n",
        "SECURITY.md": POLICY,
    }
    assert places(asked("VM-02.01", files)) == ["SECURITY.md:3"]


def test_the_line_in_a_section_is_that_of_the_document() -> None:
    text = "# Moot\n\n## Use\n\n## Vulnerabilities\n\nPlease tell\nada@moot.invalid.\n\n## More\n"
    assert places(asked("VM-02.01", {"README.md": text})) == ["README.md:8"]


def test_a_section_ends_where_another_begins() -> None:
    text = "# Moot\n\n## Security\n\nVulnerabilities happen.\n\n## Authors\n\nAda <ada@moot.invalid>\n"
    assert outcome("VM-02.01", {"README.md": text}) is UNKNOWN


def test_the_way_in_of_one_document_is_told_with_its_line() -> None:
    text = "# Moot\n\n## Security issues\n\nWrite to ada@moot.invalid.\n"
    assert way_in(Document("README.md", text)) == (5, "ada@moot.invalid")
    assert way_in(Document("README.md", "# Moot\n\nWrite to ada@moot.invalid.\n")) is None


@pytest.mark.parametrize(
    ("sentence", "time"),
    [
        ("We respond within 48 hours.", "48 hours"),
        ("We reply in 5 business days.", "5 business days"),
        ("You get an answer within a week.", "a week"),
        ("Triage takes a couple of days.", "couple of days"),
        ("We acknowledge it in three\n(3) days.", "three (3) days"),
        ("There is a 90-day embargo.", "90-day"),
        ("We fix it within several months.", "several months"),
    ],
)
def test_times_to_answer(sentence: str, time: str) -> None:
    found = timeframe(ground({"SECURITY.md": f"{POLICY}\n{sentence}\n"}))
    assert found is not None
    assert (found.outcome, say(found.text)) == (YES, f"SECURITY.md gives a time: “{time}”")
    assert [spot.place for spot in found.spots] == ["SECURITY.md:5"]


@pytest.mark.parametrize("sentence", ["We respond immediately.", "We reply soon.", "We answer in a while."])
def test_promises_without_a_time(sentence: str) -> None:
    assert outcome("VM-01.01", {"SECURITY.md": f"{POLICY}\n{sentence}\n"}) is NO


@pytest.mark.parametrize(("distance", "expected"), [(300, YES), (500, NO)])
def test_a_time_counts_where_it_stands_near_the_answer(distance: int, expected: Outcome) -> None:
    text = f"# Security\n\nAbout vulnerabilities: we respond. {'x' * distance} Two days.\n"
    assert outcome("VM-01.01", {"SECURITY.md": text}) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Our [policy](https://moot.invalid/p) tells more.", UNKNOWN),
        ("[More information](https://moot.invalid/m)", UNKNOWN),
        ("Thanks to https://ada.invalid/", NO),
        ("The process is secret.", NO),
    ],
)
def test_a_link_may_lead_to_the_rest_of_the_policy(line: str, expected: Outcome) -> None:
    finding = asked("VM-01.01", {"SECURITY.md": f"{POLICY}\n{line}\n"})
    assert finding.outcome is expected
    assert places(finding) == ["SECURITY.md"]


def test_without_a_policy_nothing_is_said_about_times() -> None:
    assert timeframe(ground({"README.md": "We answer within 3 days.\n"})) is None


MOTIONS = """
## Security issues

Motions on security issues are proposed on security@moot.invalid instead of dev@moot.invalid.
That list includes the board, which will contact the maintainers.

## Voting

Vulnerabilities that somebody found and reported come first.
"""


def test_a_list_on_which_members_vote_takes_no_reports() -> None:
    found = contact(ground({"GOVERNANCE.md": MOTIONS}))
    assert found is not None
    assert (found.outcome, say(found.text)) == (
        UNKNOWN,
        "GOVERNANCE.md names security@moot.invalid, and speaks of no reports of vulnerabilities there.",
    )
    assert [spot.place for spot in found.spots] == ["GOVERNANCE.md:4"]


@pytest.mark.parametrize(
    "files",
    [
        {"GOVERNANCE.md": "## Security\n\nReport vulnerabilities to security@moot.invalid.\n"},
        {"CONTRIBUTING.md": MOTIONS},
        {"GOVERNANCE.md": MOTIONS, "README.md": "## Security issues\n\nsecurity@moot.invalid\n"},
        {"GOVERNANCE.md": MOTIONS, "SECURITY.md": POLICY},
    ],
)
def test_where_reports_go_is_told_wherever_it_stands(files: dict[str, str]) -> None:
    found = contact(ground(files))
    assert found is not None
    assert found.outcome is YES
