"""Compare: the numbers of the starter model, side by side; only a report on several projects has it."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.i18n import Text
from folkmoot.model.page import Panel
from folkmoot.views.look import Look
from folkmoot.views.plan import PagePlan

ALONE = "There is nothing to compare with: name several repositories, or groups of a folkmoot.toml."


def applies(_look: Look) -> bool:
    """Tell that one project alone has no such page; `views/compare.py` fills it for several."""
    return False


def lede(_look: Look) -> Text:
    """Say what it takes."""
    return ALONE


def more(_look: Look) -> Sequence[Panel]:
    """Give no panels: those of several projects are made by `views/compare.py`."""
    return ()


PAGE = PagePlan("compare", "Compare", 15, lede, more, applies)
