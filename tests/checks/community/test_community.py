"""The checks: found by discovery, documented, and honest about what they cannot know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.trees import tree
from folkmoot.checks import all_checks
from folkmoot.model.check import Check, Outcome


def each() -> pytest.MarkDecorator:
    """Ask each check that looks for a file."""
    files = [check for check in all_checks("community").values() if check.id != "declared-end"]
    return pytest.mark.parametrize("check", files, ids=lambda check: check.id)


def test_every_file_of_the_room_is_a_check() -> None:
    assert list(all_checks("community")) == [
        "declared-end", "readme", "licence", "contributing", "code-of-conduct", "security", "governance",
        "issue-template", "change-template", "changelog", "funding", "citation",
    ]  # fmt: skip


@each()
def test_an_empty_tree_is_never_a_yes(check: Check) -> None:
    finding = check.decide(tree())
    assert finding.outcome in {Outcome.NO, Outcome.UNKNOWN, Outcome.NOT_APPLICABLE}
    assert (finding.id, finding.title) == (check.id, check.title)
    assert finding.evidence
    assert finding.why
    assert finding.remedy
    assert finding.effort


@each()
def test_a_finding_that_is_well_asks_for_nothing(check: Check) -> None:
    finding = check.decide(tree(FOUND[check.id]))
    assert finding.outcome is Outcome.YES
    assert str(finding.evidence[0]) == f"Found: {FOUND[check.id]}"
    assert finding.remedy == ""
    assert finding.effort == ""


@each()
def test_content_that_is_not_in_the_clone_does_not_matter(check: Check) -> None:
    assert check.decide(tree(contents={FOUND[check.id]: None})).outcome is Outcome.YES


@each()
def test_an_empty_file_is_none(check: Check) -> None:
    finding = check.decide(tree(contents={FOUND[check.id]: b" \n"}))
    assert finding.outcome is Outcome.NO
    assert "empty" in str(finding.evidence[0])


@each()
@given(paths=st.lists(st.text(alphabet="ab/.{}%\\\u202e\u0000é", max_size=20), max_size=8))
def test_hostile_paths_break_nothing(check: Check, paths: list[str]) -> None:
    finding = check.decide(tree(*paths))
    assert finding.outcome is not Outcome.YES
    assert all(str(text) for text in finding.evidence)


@pytest.mark.parametrize("path", ["{name}.md", "%s.md"])
def test_a_path_with_braces_is_shown_as_it_is(path: str) -> None:
    finding = all_checks("community")["issue-template"].decide(tree(f".github/ISSUE_TEMPLATE/{path}"))
    assert str(finding.evidence[0]) == f"Found: .github/ISSUE_TEMPLATE/{path}"


FOUND = {
    "readme": "README.md",
    "licence": "LICENSE",
    "contributing": "CONTRIBUTING.md",
    "code-of-conduct": "CODE_OF_CONDUCT.md",
    "security": "SECURITY.md",
    "governance": "GOVERNANCE.md",
    "issue-template": ".github/ISSUE_TEMPLATE/bug.md",
    "change-template": ".github/PULL_REQUEST_TEMPLATE.md",
    "changelog": "CHANGELOG.md",
    "funding": ".github/FUNDING.yml",
    "citation": "CITATION.cff",
}
