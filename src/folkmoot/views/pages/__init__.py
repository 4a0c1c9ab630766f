"""The pages of a report, one file each, found by discovery; a page lies in the file that its slug names."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module

from folkmoot.model.errors import UsageError
from folkmoot.views.discovery import found_in
from folkmoot.views.plan import PagePlan


@cache
def all_pages() -> dict[str, PagePlan]:
    """Give every page by its slug, in the order of the report."""
    plans: tuple[PagePlan, ...] = found_in(__name__, "PAGE")
    return _in_order(plans)


def pages_called(slugs: Sequence[str]) -> dict[str, PagePlan]:
    """Give the pages of these slugs, or all when there are none, importing no other. Raises UsageError."""
    if not slugs:
        return all_pages()
    here = {module.name for module in pkgutil.iter_modules(__path__)}
    for slug in slugs:
        if slug not in here:
            raise UsageError(f"There is no page {slug!r}.", hint=f"the pages are {', '.join(all_pages())}.")
    return _in_order(import_module(f"{__name__}.{slug}").PAGE for slug in set(slugs))


def _in_order(plans: Iterable[PagePlan]) -> dict[str, PagePlan]:
    return {plan.slug: plan for plan in sorted(plans, key=lambda plan: (plan.order, plan.slug))}
