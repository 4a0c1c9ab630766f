"""Overview: the agenda first."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.i18n import Text
from folkmoot.model.page import Panel
from folkmoot.views.agenda_panel import agenda_panel
from folkmoot.views.look import Look
from folkmoot.views.plan import PagePlan


def more(look: Look) -> Sequence[Panel]:
    """Give the agenda."""
    return [agenda_panel(look)]


def lede(_look: Look) -> Text:
    """Say what stands here."""
    return ""


PAGE = PagePlan("overview", "Overview", 10, lede, more)
