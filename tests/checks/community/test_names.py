"""Every name and place that the checks say they look for, one by one."""

from __future__ import annotations

import pytest

from checks.trees import tree
from folkmoot.checks import all_checks
from folkmoot.i18n import say
from folkmoot.model.check import Outcome

NAMES = {
    "readme": ["README", "Readme.MD", "README.adoc", "README.org", "README.html", "docs/readme.txt"],
    "licence": [
        "LICENSE", "LICENCE", "COPYING", "UNLICENSE", "COPYRIGHT", "LICENSE-MIT", "LICENSE-APACHE.txt",
        "LICENSE-BSD", "LICENSE.GPL", "COPYING.LESSER", "LICENSE.Apache2", "LICENSES/MIT.txt", "LICENSE_MIT",
        "LICENSE-APACHE-2.0", "LICENSE-BSD-3-Clause.txt", "COPYING3", "COPYING.LGPLv3", "LICENSE.MIT.md",
        "LICENSE-CC-BY-4.0", "LICENCE-EUPL-1.2",
    ],
    "contributing": [
        "CONTRIBUTING.md", "CONTRIBUTE.rst", "how-to-contribute.md", "HOW_TO_CONTRIBUTE", "SubmittingPatches",
        "HACKING", "contributing/setup.md", "docs/contributing/a.md", "doc/contributing/deep/a.md",
        ".gitea/CONTRIBUTING.md", "documentation/HACKING.txt",
    ],
    "code-of-conduct": [
        "CODE_OF_CONDUCT.md", "code-of-conduct.txt", "CodeOfConduct.md", "CONDUCT.md",
        "docs/CODE_OF_CONDUCT.rst",
    ],
    "security": [
        "SECURITY.md", "SECURITY_POLICY.md", "security-policy.txt", "SECURITY-PROCESS.adoc",
        ".well-known/security.txt", ".forgejo/SECURITY.md", "docs/SECURITY.rst", "docs/security.md",
    ],
    "governance": [
        "GOVERNANCE.md", "MAINTAINERS.txt", "COMMITTERS", "STEERING.md", "CORE_TEAM.md", "core-team.md",
        "OWNERS", "governance/charter.md", "docs/governance/roles.md",
    ],
    "issue-template": [
        "ISSUE_TEMPLATE.md", ".github/issue_template.yml", "ISSUE_TEMPLATE/a.md",
        "docs/ISSUE_TEMPLATE/a.md", ".github/ISSUE_TEMPLATE/bug.yaml", ".gitlab/issue_templates/a.md",
        ".gitea/ISSUE_TEMPLATE/a.md", ".forgejo/issue_template/a.yml",
    ],
    "change-template": [
        "PULL_REQUEST_TEMPLATE.md", "merge_request_template.md", "PULL_REQUEST_TEMPLATE/a.md",
        "docs/pull_request_template/a.md", ".github/PULL_REQUEST_TEMPLATE/a.md",
        ".gitlab/merge_request_templates/a.md", ".gitea/pull_request_template/a.md",
        ".forgejo/PULL_REQUEST_TEMPLATE/a.md",
    ],
    "changelog": [
        "CHANGELOG.md", "CHANGES", "HISTORY.rst", "NEWS.md", "RELEASES.md", "RELEASE-NOTES.txt",
        "release_notes.md", "ReleaseNotes.html", "RELNOTES", "whatsnew.rst", "changelog.d/1.added.md",
        "newsfragments/1.feature.rst", "changelog/a.md", "changelogs/a.yml", ".changeset/a.md",
        "docs/changelog/a.md",
    ],
    "funding": [
        ".github/FUNDING.yml", "FUNDING.yaml", "funding.json", "FUNDING.md",
        ".well-known/funding-manifest-urls",
    ],
    "citation": ["CITATION.cff", "CITATION", "CITATION.bib", "citation.md", "codemeta.json"],
}  # fmt: skip


def test_every_check_of_the_room_that_looks_for_a_file_is_asked() -> None:
    assert set(NAMES) == set(all_checks("community")) - {"declared-end"}


@pytest.mark.parametrize(("check", "path"), [(check, path) for check in NAMES for path in NAMES[check]])
def test_it_is_found_and_named(check: str, path: str) -> None:
    finding = all_checks("community")[check].decide(tree(path, "main.c"))
    # A guide that is a folder is named as one.
    named = path[: path.index("contributing/") + 13] if "contributing/" in path else path
    assert (finding.outcome, [say(text) for text in finding.evidence]) == (Outcome.YES, [f"Found: {named}"])


@pytest.mark.parametrize(
    ("check", "path"),
    [
        ("licence", "licenses.json"),
        ("licence", "license-mitigation.md"),
        ("licence", "LICENSE_MIT.py"),
        ("licence", "LICENSE-policy.md"),
        ("licence", "src/LICENSE_MIT"),
        ("licence", "relicense-mit.md"),
        ("contributing", "contributors.md"),
        ("contributing", "src/contributing/a.md"),
        ("code-of-conduct", "misconduct.md"),
        ("security", "docs/security.rst"),
        ("security", "security.json"),
        ("governance", "src/OWNERS"),
        ("governance", "maintainers.py"),
        ("issue-template", ".github/workflows/issue_template.yml"),
        ("change-template", "pull_request.md"),
        ("changelog", "changes.py"),
        ("changelog", "src/CHANGELOG.md"),
        ("funding", "funding.go"),
        ("citation", "src/CITATION.cff"),
    ],
)
def test_what_only_resembles_it_is_not(check: str, path: str) -> None:
    assert all_checks("community")[check].decide(tree(path, "main.c")).outcome is not Outcome.YES


@pytest.mark.parametrize("check", [name for name in NAMES if name not in ("readme", "licence")])
def test_of_two_the_one_nearer_to_the_top_is_named(check: str) -> None:
    top = next(path for path in NAMES[check] if "/" not in path or path.startswith("."))
    deeper = next((path for path in NAMES[check] if path.startswith("docs/")), top)
    finding = all_checks("community")[check].decide(tree(deeper, top))
    assert say(finding.evidence[0]) == f"Found: {top}"
