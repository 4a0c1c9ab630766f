"""People."""

from __future__ import annotations

from folkmoot.i18n import Text
from folkmoot.views.look import Look
from folkmoot.views.plan import PagePlan


def lede(_look: Look) -> Text:
    """Say what stands here."""
    return ""


PAGE = PagePlan("people", "People", 20, lede)
