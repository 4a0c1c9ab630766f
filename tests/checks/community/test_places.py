"""Where real projects keep their files."""

import pytest

from checks.trees import tree
from folkmoot.checks import all_checks
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
        ("changelog", ".changeset/config.json"),
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
        ("citation", "citation.py"),
    ],
)
def test_it_is_something_else(check: str, path: str) -> None:
    assert all_checks("community")[check].decide(tree(path)).outcome is not Outcome.YES
