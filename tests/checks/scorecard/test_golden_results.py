"""Equal to the results of the real engine on public repositories, or the difference is explained.

Skipped where results or clones are missing (see tools/scorecard_agreement.py). Large repositories are looked
at only where FOLKMOOT_REAL_REPOSITORIES asks for it.
"""

import os
from typing import Any

import pytest

from folkmoot.checks import all_checks
from house.tree import tool

MOST_FILES = 1_500

pytestmark = pytest.mark.shared_data


TOOL = tool("scorecard_agreement")
WANTS_ALL = bool(os.environ.get("FOLKMOOT_REAL_REPOSITORIES"))
RESULTS = [each for each in TOOL.golden() if WANTS_ALL or each["files"] <= MOST_FILES]


@pytest.mark.parametrize("result", RESULTS, ids=lambda result: str(result["repo"]))
def test_the_answers_are_those_of_the_engine(result: dict[str, Any]) -> None:
    if not TOOL.place_of(result["repo"]).exists():
        pytest.skip(f"{result['repo']} is not at hand")
    found = TOOL.compare(result, all_checks("scorecard").values())
    assert len(found) >= 10
    unexplained = [each for each in found if not each.is_same and not TOOL.is_known(each)]
    assert [(each.name, each.ours.score, each.differing) for each in unexplained] == []
