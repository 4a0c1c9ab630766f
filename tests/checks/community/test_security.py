"""A policy for reports, not a page about security."""

import pytest

from checks.trees import tree
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
