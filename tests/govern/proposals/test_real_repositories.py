"""The real repositories, where they are at hand: how much is read, in how many ways, and what history tells.

`FOLKMOOT_REAL_REPOSITORIES` names a folder with `<owner>+<name>/repo` in it; else one beside the project is
looked for.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from folkmoot.govern.proposals.reading import Reading, read_proposals
from folkmoot.govern.timeline import History, read_history
from folkmoot.govern.timeline_numbers import changes
from folkmoot.sources.git.repository import open_repository

ROOT = Path(__file__).parents[3]
PLACE = Path(os.environ.get("FOLKMOOT_REAL_REPOSITORIES") or ROOT.parent / ".mirror")
LAYOUTS = {
    "rust-lang+rfcs": "rust",
    "python+peps": "pep",
    "kubernetes+enhancements": "kep",
    "emberjs+rfcs": "ember",
    "ethereum+EIPs": "eip",
    "swiftlang+swift-evolution": "swift",
    "vuejs+rfcs": "vue",
    "reactjs+rfcs": "react",
    "django+deps": "dep",
}
FEWEST = {
    "rust": 600,
    "pep": 700,
    "kep": 600,
    "ember": 250,
    "eip": 900,
    "swift": 540,
    "vue": 40,
    "react": 18,
    "dep": 22,
}
MOST_UNREAD = 2

pytestmark = [
    pytest.mark.shared_data,
    pytest.mark.skipif(
        not all((PLACE / name).is_dir() for name in LAYOUTS), reason="the real repositories are not here"
    ),
]


@cache
def reading_of(name: str) -> Reading:
    with open_repository(str(PLACE / name / "repo")) as opened:
        return read_proposals(opened)


@cache
def history_of(name: str) -> History:
    with open_repository(str(PLACE / name / "repo")) as opened:
        return read_history(opened, reading_of(name).layout)


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_is_read_by_its_own_layout(name: str) -> None:
    reading = reading_of(name)
    assert reading.layout.name == LAYOUTS[name]
    assert len(reading.proposals) >= FEWEST[reading.layout.name]


def test_at_most_two_documents_of_all_are_unread_and_each_has_its_reason() -> None:
    unread = [problem for name in LAYOUTS for problem in reading_of(name).unread]
    assert sum(reading_of(name).documents for name in LAYOUTS) > 3800
    assert len(unread) <= MOST_UNREAD
    assert all(problem.file and problem.line and str(problem.what) for problem in unread)
    missing = sum(reading_of(name).documents - len(reading_of(name).proposals) for name in LAYOUTS)
    assert missing == len(unread)


@pytest.mark.parametrize("name", LAYOUTS)
def test_nearly_every_proposal_has_a_decision(name: str) -> None:
    told = [one for one in reading_of(name).proposals if one.word.casefold() != "moved"]
    unknown = [one.path for one in told if one.decision is None]
    assert len(unknown) <= 1, unknown


@pytest.mark.parametrize("name", LAYOUTS)
def test_history_ends_with_what_the_documents_say_today(name: str) -> None:
    ends = {one.path: one.state.decision for one in history_of(name).timelines if one.gone_at is None}
    differing = [
        one.path for one in reading_of(name).proposals if ends.get(one.path, "absent") != one.decision
    ]
    assert differing == []


@pytest.mark.parametrize("name", ["rust-lang+rfcs", "reactjs+rfcs", "vuejs+rfcs", "emberjs+rfcs"])
def test_git_names_who_first_wrote_what_names_nobody(name: str) -> None:
    assert all(one.author for one in history_of(name).timelines)


@pytest.mark.parametrize(
    ("name", "before", "after", "expected"),
    [
        ("python+peps", "draft", "accepted", 267),
        ("python+peps", "accepted", "final", 245),
        ("python+peps", "draft", "rejected", 116),
        ("python+peps", "draft", "deferred", 66),
        ("python+peps", "draft", "withdrawn", 45),
        ("kubernetes+enhancements", "implementable", "implemented", 263),
    ],
)
def test_changes_are_about_as_many_as_others_counted(
    name: str, before: str, after: str, expected: int
) -> None:
    """A tenth is left for newer snapshots, and for changes that only a branch saw."""
    counts = {(one.before, one.after): one.n for one in changes(history_of(name))}
    assert abs(counts[before, after] - expected) <= expected / 10
