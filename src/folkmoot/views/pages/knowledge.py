"""Knowledge."""

from __future__ import annotations

from folkmoot.i18n import Text
from folkmoot.views.look import Look
from folkmoot.views.plan import PagePlan


def lede(_look: Look) -> Text:
    """Say what stands here."""
    return ""


PAGE = PagePlan("knowledge", "Knowledge", 40, lede)
