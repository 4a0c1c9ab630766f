"""The pages of a report, one file each, found by discovery."""

from __future__ import annotations

from functools import cache

from folkmoot.views.discovery import found_in
from folkmoot.views.plan import PagePlan


@cache
def all_pages() -> dict[str, PagePlan]:
    """Give every page by its slug, in the order of the report."""
    plans: tuple[PagePlan, ...] = found_in(__name__, "PAGE")
    return {plan.slug: plan for plan in sorted(plans, key=lambda plan: (plan.order, plan.slug))}
