"""The table of threats names defences and tests that exist; `make threats` proves that each is needed."""

import ast

import pytest

from house.tree import ROOT, tool

TOOL = tool("threats")
ROWS = TOOL.threats()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.what[:40])
def test_what_is_taken_away_is_there_exactly_once(row: object) -> None:
    without = row.without  # type: ignore[attr-defined] # of a module loaded by its path
    assert without
    for file, now, instead in without:
        assert (ROOT / file).read_text("utf-8").count(now) == 1, (file, now)
        assert now != instead


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.what[:40])
def test_its_test_exists(row: object) -> None:
    file, _, name = row.test.partition("::")  # type: ignore[attr-defined] # of a module loaded by its path
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    names = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert name in names or (not name and any(each.startswith("test_") for each in names))


def test_the_page_is_up_to_date() -> None:
    assert TOOL.PAGE.read_text("utf-8") == TOOL.page(), "run python tools/threats.py"


def test_a_test_that_misses_nothing_is_told() -> None:
    """A row whose test passes all the same proves nothing, and must be told apart from one that does."""
    test = "tests/tools/test_threats.py::test_the_page_is_up_to_date"
    assert not TOOL.fails_without(TOOL.Threat("x", "y", "src/folkmoot/__init__.py", (), test))
