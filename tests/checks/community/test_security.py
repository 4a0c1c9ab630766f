"""A policy for reports, not a page about security."""

import pytest

from checks.trees import ground, tree
from folkmoot.checks.community.security import CHECK
from folkmoot.model.check import Outcome


@pytest.mark.parametrize(
    "path",
    [
        "SECURITY.md", "security.rst", ".github/SECURITY.md", "docs/SECURITY.rst", "docs/security.md",
        "docs/SECURITY-PROCESS.md", ".well-known/security.txt", "Security.adoc",
    ],
)  # fmt: skip
def test_policies_are_found(path: str) -> None:
    assert CHECK.decide(tree(path)).outcome is Outcome.YES


@pytest.mark.parametrize(
    "path", ["docs/security.rst", "doc/security.html", "docs/web-security.md", "security.py"]
)
def test_pages_about_security_are_no_policy(path: str) -> None:
    assert CHECK.decide(tree(path)).outcome is Outcome.NO


def _readme(section: str) -> dict[str, bytes]:
    return {"README.md": f"# Moot\n\n## Security Reports\n\n{section}\n\n## License\n".encode()}


def test_a_readme_that_says_whom_to_tell_is_enough() -> None:
    files = _readme("Please report any security issue to moot@oak.example.")
    finding = CHECK.decide(ground(files))
    assert finding.outcome is Outcome.YES
    assert [str(text) for text in finding.evidence] == ["README.md:5 says whom to tell."]
    assert not finding.remedy


def test_a_readme_that_only_speaks_of_security_is_not() -> None:
    files = _readme("We take every security issue seriously.")
    assert CHECK.decide(ground(files)).outcome is Outcome.NO


def test_the_address_itself_is_not_repeated() -> None:
    finding = CHECK.decide(ground(_readme("Report security issues to moot@oak.example.")))
    assert "oak.example" not in str(finding)


@pytest.mark.parametrize(
    ("url", "outcome"),
    [
        ("https://moot.example/security", Outcome.YES),
        ("https://moot.example/about/security.html", Outcome.YES),
        ("https://hub.docker.com/settings/security", Outcome.NO),
        ("https://moot.example/account/security/", Outcome.NO),
    ],
)
def test_settings_of_an_account_are_no_policy(url: str, outcome: Outcome) -> None:
    assert CHECK.decide(ground({"CONTRIBUTING.md": f"Make a token at {url} first.\n"})).outcome is outcome
