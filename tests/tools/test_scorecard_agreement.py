"""How agreement with the real engine is measured, on results that are invented."""

from pathlib import Path
from typing import Any

import pytest

from folkmoot.checks import all_checks
from folkmoot.model.scorecard import Scored, debug, info, warn
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.tree import GitTree
from house.tree import tool
from sources.git.repositories import Repository

TOOL = tool("scorecard_agreement")
GOLDEN = {"score": 3, "warn": 2, "info": 1, "w": ["cold|kitchen:3", "cold|cellar:1"], "i": ["there|:0"]}
SAME = (warn("cold", "cellar", 1), debug("blue"), info("there"), warn("cold", "kitchen", 3))


def compared(*details: Any, score: int = 3, name: str = "Kettle", repository: str = "ada/tea") -> Any:
    return TOOL.Compared(repository, name, GOLDEN, Scored(name, score, "", details))


def test_the_order_of_details_does_not_matter_and_debug_is_not_compared() -> None:
    assert compared(*SAME).is_same


def test_another_score_is_a_difference() -> None:
    assert not compared(*SAME, score=4).same_score
    assert not compared(*SAME, score=4).is_same


def test_another_place_is_a_difference_that_is_told() -> None:
    moved = (*SAME[:3], warn("cold", "kitchen", 4))
    assert compared(*moved).same_counts
    assert compared(*moved).differing == (["Warn cold|kitchen:3"], ["Warn cold|kitchen:4"])


def test_a_detail_told_twice_is_a_difference() -> None:
    assert compared(*SAME, SAME[0]).differing == ([], ["Warn cold|cellar:1"])
    assert not compared(*SAME, SAME[0]).same_counts


def test_lists_that_the_engine_left_out_are_empty() -> None:
    nothing = GOLDEN | {"warn": 0, "info": 0, "w": None, "i": None}
    assert TOOL.Compared("ada/tea", "Kettle", nothing, Scored("Kettle", 3, "")).is_same


def test_the_page_counts_by_check_and_names_no_owner() -> None:
    page = TOOL.page([compared(*SAME), compared(*SAME, score=4), compared(*SAME, name="Apron")])
    assert "| Kettle | 2 | 1 | 2 | 1 |" in page
    assert "| Apron | 1 | 1 | 1 | 1 |" in page
    assert "ada" not in page


def test_a_difference_counts_as_known_by_project_and_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        TOOL,
        "known_differences",
        lambda: [{"project": "tea", "check": "Kettle", "why": "It is random there."}],
    )
    assert TOOL.is_known(compared(*SAME))
    assert not TOOL.is_known(compared(*SAME, repository="ada/coffee"))
    assert not TOOL.is_known(compared(*SAME, name="Apron"))
    assert "- tea, Kettle: It is random there." in TOOL.page([compared(*SAME)])


def test_every_known_difference_is_explained() -> None:
    names = {check.definition.partition("#")[2] for check in all_checks("scorecard").values()}
    for each in TOOL.known_differences():
        assert each["check"].lower() in names
        assert each["why"].endswith(".")


def test_what_is_not_in_the_clone_is_not_in_the_tree(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "r")
    made.commit(files={"here": "x", "gone": "y"})
    tree = GitTree(Git(made.place), made.head)
    gone = tree.entries["gone"]
    (made.place / "objects" / gone[:2] / gone[2:]).unlink()
    present = TOOL.Present(GitTree(Git(made.place), made.head))
    assert present.paths() == ["here"]
    assert list(present.read_all(["here"])) == [("here", b"x", 1)]
