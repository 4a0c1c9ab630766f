"""Where real projects keep their files."""

import pytest

from checks.trees import tree
from folkmoot.checks import all_checks
from folkmoot.i18n import say
from folkmoot.model.check import Outcome


@pytest.mark.parametrize(
    ("check", "path"),
    [
        ("readme", "README"),
        ("readme", "readme.rst"),
        ("readme", ".github/README.md"),
        ("contributing", "CONTRIBUTING.rst"),
        ("contributing", ".github/contributing.md"),
        ("contributing", "docs/CONTRIBUTE.md"),
        ("contributing", "Documentation/SubmittingPatches"),
        ("contributing", "docs/contributing/index.md"),
        ("code-of-conduct", "CODE_OF_CONDUCT.rst"),
        ("code-of-conduct", "code-of-conduct.md"),
        ("code-of-conduct", ".gitlab/CODE_OF_CONDUCT.md"),
        ("governance", "GOVERNANCE.md"),
        ("governance", "MAINTAINERS"),
        ("governance", "OWNERS"),
        ("issue-template", ".github/ISSUE_TEMPLATE.md"),
        ("issue-template", ".gitlab/issue_templates/Bug.md"),
        ("issue-template", ".forgejo/ISSUE_TEMPLATE/bug.yaml"),
        ("issue-template", ".gitea/issue_template.md"),
        ("change-template", ".github/pull_request_template.md"),
        ("change-template", "docs/PULL_REQUEST_TEMPLATE.md"),
        ("change-template", ".gitlab/merge_request_templates/Default.md"),
        ("changelog", "CHANGES.rst"),
        ("changelog", "NEWS"),
        ("changelog", "RELEASE-NOTES"),
        ("changelog", "RelNotes"),
        ("changelog", ".changeset/calm-owls-sing.md"),
        ("changelog", "changelog.d/x.added.md"),
        ("changelog", "docs/changelog.rst"),
        ("funding", "FUNDING.json"),
        ("funding", ".well-known/funding-manifest-urls"),
        ("citation", "codemeta.json"),
    ],
)
def test_it_is_found(check: str, path: str) -> None:
    assert all_checks("community")[check].decide(tree(path, ".github/x.yml")).outcome is Outcome.YES


@pytest.mark.parametrize(
    ("check", "path"),
    [
        ("readme", "src/README.md"),
        ("contributing", "contributing.py"),
        ("governance", "src/owners.txt"),
        ("issue-template", "templates/issue_template.md"),
        ("change-template", "src/pull_request_template.py"),
        ("changelog", "src/history.js"),
        ("changelog", ".changeset/config.json"),
        ("citation", "citation.py"),
    ],
)
def test_it_is_something_else(check: str, path: str) -> None:
    assert all_checks("community")[check].decide(tree(path)).outcome is not Outcome.YES


def test_what_says_which_templates_are_offered_is_none() -> None:
    """A folder that only sends people elsewhere asks them nothing."""
    check = all_checks("community")["issue-template"]
    only = check.decide(tree(".github/ISSUE_TEMPLATE/config.yml"))
    beside = check.decide(tree(".github/ISSUE_TEMPLATE/config.yml", ".github/ISSUE_TEMPLATE/wish.yml"))
    assert only.outcome is Outcome.UNKNOWN
    assert say(beside.evidence[0]) == "Found: .github/ISSUE_TEMPLATE/wish.yml"
