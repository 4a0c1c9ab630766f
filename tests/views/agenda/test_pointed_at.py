"""Every finding of the agenda points at panels that some page has."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from folkmoot import views
from folkmoot.metrics import all_metrics
from folkmoot.views import agenda

VIEWS = Path(views.__file__).parent
RULES = sorted(path for path in Path(agenda.__file__).parent.glob("*.py") if "panels=" in path.read_text())
MAKERS = {"Panel", "panel_on", "waiting_panel", "_panel"}
NO_NUMBERS = {"old-clone", "no-licence"}
"""About a whole history, or a file that is not there: no panel has numbers of them."""


def made_ids() -> set[str]:
    """Give the ids of the panels that are made by views and are no metric's."""
    found = set()
    for path in VIEWS.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MAKERS:
                told = [*node.args, *(one.value for one in node.keywords if one.arg == "id")]
                found |= {one.value for one in told if isinstance(one, ast.Constant)}
    return {one for one in found if isinstance(one, str)}


def pointed_at(path: Path) -> Iterator[tuple[str, ...]]:
    """Give the panels of each finding that a module makes, as they are written there."""
    module = import_module(f"{agenda.__name__}.{path.stem}")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.keyword) and node.arg == "panels" and isinstance(node.value, ast.Tuple):
            yield tuple(
                one.value if isinstance(one, ast.Constant) else getattr(module, one.id)
                for one in node.value.elts
                if isinstance(one, ast.Constant | ast.Name)
            )


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_findings_point_at_panels_that_a_page_has(path: Path) -> None:
    for panels in pointed_at(path):
        assert panels
        assert len(set(panels)) == len(panels)
        assert set(panels) <= {*all_metrics(), *made_ids()}


def test_every_rule_with_numbers_says_where_they_are() -> None:
    silent = {rule.id for rule in agenda.all_rules()} - {
        rule.id for path in RULES for rule in [import_module(f"{agenda.__name__}.{path.stem}").RULE]
    }
    assert silent <= NO_NUMBERS
