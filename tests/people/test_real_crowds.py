"""Merging held against the mailmaps of real projects, where their clones are at hand."""

from __future__ import annotations

import runpy
import subprocess
from pathlib import Path

import pytest

from folkmoot.people import mailmap as mailmaps

PROJECT = Path(__file__).parents[2]
CLONES = PROJECT.parent / ".mirror"
MEASURE = PROJECT / "benchmarks" / "people_merge.py"


@pytest.mark.shared_data
@pytest.mark.parametrize(
    ("clone", "least"),
    [("sympy+sympy", 0.849), ("git+git", 0.960), ("jquery+jquery", 0.869), ("curl+curl", 0.9)],
)
def test_merging_agrees_with_the_projects_own_mailmap(clone: str, least: float) -> None:
    repository = CLONES / clone / "repo"
    if not repository.is_dir() or not MEASURE.is_file():
        pytest.skip(f"no clone of {clone} beside the project")
    measure = runpy.run_path(str(MEASURE))
    content = subprocess.run(
        ["git", "-C", str(repository), "show", "HEAD:.mailmap"], check=True, capture_output=True
    ).stdout
    facts, activity = measure["identities_of"](repository)
    truth = measure["truth_of"](facts, mailmaps.parse(content))
    score = measure["compare"](facts, activity, truth)
    assert score.precision >= 0.95
    assert score.f1 >= least
