"""Who decides: what names reviewers alone leaves it open."""

from __future__ import annotations

import pytest

from checks.trees import ground, tree
from folkmoot.checks.community.governance import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Outcome
from folkmoot.model.released import Released


@pytest.mark.parametrize(
    "path", ["CODEOWNERS", ".github/CODEOWNERS", ".gitlab/CODEOWNERS", "docs/CODEOWNERS"]
)
def test_who_is_asked_for_a_review_is_not_who_decides(path: str) -> None:
    found = CHECK.decide(ground({path: "* @ada\n"}))
    assert found.outcome is Outcome.UNKNOWN
    assert [say(told) for told in found.evidence] == [
        f"{path} says whose review is asked for; who decides, and how, it does not say."
    ]
    assert found.remedy


def test_where_a_file_says_who_decides_it_is_not_asked() -> None:
    found = CHECK.decide(tree("CODEOWNERS", "MAINTAINERS.md"))
    assert (found.outcome, say(found.evidence[0])) == (Outcome.YES, "Found: MAINTAINERS.md")


@pytest.mark.parametrize("path", ["src/CODEOWNERS", "CODEOWNERS.md"])
def test_a_file_that_no_forge_reads_asks_nobody(path: str) -> None:
    assert CHECK.decide(tree(path)).outcome is Outcome.NO


def test_an_owners_file_of_comments_says_nothing() -> None:
    found = CHECK.decide(ground({"OWNERS": "# nobody yet\n", "CODEOWNERS": "# nobody yet\n"}))
    assert found.outcome is Outcome.NO


@pytest.mark.parametrize(
    ("authors", "expected"), [(1, Outcome.NOT_APPLICABLE), (2, Outcome.NO), (0, Outcome.NO)]
)
def test_one_person_alone_need_not_agree_with_anybody(authors: int, expected: Outcome) -> None:
    made = ground({"README.md": "# Moot\n"})
    made.released = Released(commits=authors, authors=authors)
    assert CHECK.decide(made).outcome is expected


def test_what_somebody_began_is_asked_for() -> None:
    made = ground({"GOVERNANCE.md": ""})
    made.released = Released(commits=1, authors=1)
    assert CHECK.decide(made).outcome is Outcome.NO


@pytest.mark.parametrize(
    "link",
    [
        "see [GOVERNANCE.md](https://moot.invalid/talk/blob/HEAD/docs/GOVERNANCE.md)",
        "[Governance](https://moot.invalid/about/who)",
        "Our [project governance model](https://moot.invalid/about/who) says who decides.",
        "https://moot.invalid/community/governance/",
        "[who](https://moot.invalid/all/MAINTAINERS.md#moot)",
    ],
)
def test_a_readme_that_leads_to_where_it_is_written_is_enough(link: str) -> None:
    found = CHECK.decide(ground({"README.md": f"# Moot\n\n{link}\n", ".github/CODEOWNERS": "* @ada\n"}))
    assert found.outcome is Outcome.YES
    assert say(found.evidence[0]).startswith("README.md:3 leads to https://moot.invalid/")


@pytest.mark.parametrize(
    "link",
    [
        "[data governance](https://moot.invalid/data)",
        "[A tool for governance](https://moot.invalid/governance-tool)",
        "[maintainers](#maintainers)",
        "[Maintainers wanted](https://moot.invalid/help)",
    ],
)
def test_a_link_to_something_else_says_nothing_of_it(link: str) -> None:
    assert CHECK.decide(ground({"README.md": f"# Moot\n\n{link}\n"})).outcome is Outcome.NO


@pytest.mark.parametrize("path", ["TSC-Charter.md", "charter.md", "docs/technical-charter.rst", "BYLAWS.md"])
def test_a_charter_that_speaks_of_votes_says_who_decides(path: str) -> None:
    made = ground({path: "The TSC has nine voting members. It seeks consensus first.\n", ".github/x.yml": ""})
    found = CHECK.decide(made)
    assert (found.outcome, say(found.evidence[0]), found.remedy) == (Outcome.YES, f"Found: {path}", "")


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("docs/Charter.md", "# Charter\n\nMoot builds tools for oars; whoever rows elects to do so.\n"),
        ("src/charter.md", "The TSC votes, and seeks consensus.\n"),
        ("charter.py", "The TSC votes, and seeks consensus.\n"),
    ],
)
def test_a_charter_may_tell_what_a_project_is_about_alone(path: str, text: str) -> None:
    assert CHECK.decide(ground({path: text})).outcome is Outcome.NO
