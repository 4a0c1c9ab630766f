"""A policy is judged by its links, its text and its words about disclosure."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard.security_policy import CHECK
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.scorecard import Scored, info, warn

GOOD = "Write to ada@example.org. We answer within 7 days and disclose after 90.\n"


def found(files: dict[str, str | None]) -> Finding:
    return CHECK.decide(ground(dict(files)))


def scored(content: str, path: str = "SECURITY.md") -> Scored:
    result = found({path: content}).scored
    assert result
    return result


def told(content: str) -> list[str]:
    return [each.text for each in scored(content).details if each.kind == "Warn"]


def test_an_address_text_and_days_hold_ten() -> None:
    assert scored(GOOD) == Scored(
        "Security-Policy", 10, "security policy file detected",
        (
            info("security policy file detected", "SECURITY.md", 1),
            info("Found linked content", "SECURITY.md", 1),
            info("Found disclosure, vulnerability, and/or timelines in security policy", "SECURITY.md", 1),
            info("Found text in security policy", "SECURITY.md", 1),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    "path",
    ["security.md", ".github/SECURITY.markdown", "docs/Security.adoc", "doc/security.rst", "SECURITY.RST"],
)
def test_names_that_count(path: str) -> None:
    assert scored(GOOD, path).score == 10


@pytest.mark.parametrize("path", ["SECURITY", "SECURITY.txt", "doc/security.md", "src/SECURITY.md"])
def test_names_that_do_not_count(path: str) -> None:
    assert found({path: GOOD}).outcome is Outcome.NO


def test_a_link_alone_holds_six() -> None:
    assert scored("https://example.org").score == 6


@pytest.mark.parametrize(("beside", "score"), [(" a", 6), (" ab", 9)])
def test_what_is_longer_than_its_links_and_two_more_is_text(beside: str, score: int) -> None:
    assert scored(f"https://example.org{beside}").score == score


def test_text_alone_holds_three() -> None:
    assert scored("Please tell us in private.").score == 3
    assert told("Please tell us in private.") == [
        "no linked content found",
        "One or no descriptive hints of disclosure, vulnerability, and/or timelines in security policy",
    ]


@pytest.mark.parametrize("words", ["vuln vuln", "12 disclosure", "Vulnerabilities 1234", "12345 1"])
def test_two_hints_hold_one_more(words: str) -> None:
    assert scored(words).score == 4


@pytest.mark.parametrize("words", ["vuln", "90 days", "v1alpha"])
def test_one_hint_holds_nothing_more(words: str) -> None:
    assert scored(words).score == 3


@pytest.mark.parametrize(
    "address",
    [
        "ada@example.org",
        "ada@example.de",
        "ada[at]example.org",
        "a.d+a%1@ex-am.ple.museum",
        r"ada\[at\]example.org",
    ],
)
def test_addresses_that_count(address: str) -> None:
    assert "no linked content found" not in told(f"Mail: {address} now")


@pytest.mark.parametrize("address", ["ada at example.org", "ada@example", "@example.org", "ada@example.x"])
def test_what_is_no_address(address: str) -> None:
    assert "no linked content found" in told(f"Mail: {address} now")


def test_the_same_address_many_times_is_one() -> None:
    """Its length counts once, so that the rest is text."""
    assert scored("ada@example.org ada@example.org ada@example.org").score == 9


def test_an_empty_policy_holds_nothing() -> None:
    assert scored("").score == 0
    assert found({"SECURITY.md": ""}).outcome is Outcome.NO


def test_a_file_of_the_same_name_that_is_met_earlier_is_read_in_its_place() -> None:
    """As the engine does: it finds the policy by its path and reads it by its name."""
    result = found({"security.md": "", "app/security.md": "https://example.org"}).scored
    assert result
    assert result.score == 6
    assert result.details[0] == info("security policy file detected", "security.md", 1)


def test_without_a_policy_the_score_is_nothing() -> None:
    nothing = warn("no security file to analyze")
    details = (warn("no security policy file detected"), nothing, nothing, nothing)
    finding = found({"README.md": GOOD})
    assert finding.scored == Scored("Security-Policy", 0, "security policy file not detected", details)
    assert finding.outcome is Outcome.NO


def test_on_github_the_owner_may_provide_one_elsewhere() -> None:
    assert found({".github/workflows/ci.yml": ""}).outcome is Outcome.UNKNOWN


def test_a_policy_that_is_not_in_the_clone_is_unknown() -> None:
    assert found({"SECURITY.md": None}).outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("piece", ["a.", "@", "a@a.", "[at]", "%", "1", "http://"])
def test_long_lines_take_no_time(piece: str) -> None:
    """With a pattern that goes back, the first of them takes an hour."""
    assert scored(piece * 300_000).score >= 0


def test_a_missing_policy_says_where_it_was_sought() -> None:
    assert "under a name that Scorecard knows" in str(found({"README.md": ""}).spots[0].what)
    assert "owner's .github repository" in str(found({".github/workflows/ci.yml": ""}).spots[0].what)


def test_an_address_and_text_are_enough_for_a_yes() -> None:
    assert found({"SECURITY.md": "Please write to ada@example.org in private."}).outcome is Outcome.YES
    assert found({"SECURITY.md": "https://example.org"}).outcome is Outcome.NO
