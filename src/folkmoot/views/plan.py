"""What a page is made of, before there are numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from folkmoot.i18n import Text
from folkmoot.model.page import Panel
from folkmoot.views.look import Look


def nothing_more(_look: Look) -> Sequence[Panel]:
    """Give no panels: most pages show the metrics that name them, and nothing else."""
    return ()


def always(_look: Look) -> bool:
    """Show a page whatever there is: most pages have something to say of every history."""
    return True


@dataclass(frozen=True)
class PagePlan:
    """One page: `lede` says in a sentence or two what the numbers say, `more` gives panels shown first.

    The metrics whose `page` is `slug` follow in their own order. `order` places the page in the report.
    `applies` tells whether there is anything to show; where there is not, only who asks for it sees the page.
    `guards` says that it shows checks which no first page waits for.
    """

    slug: str
    title: str
    order: int
    lede: Callable[[Look], Text]
    more: Callable[[Look], Sequence[Panel]] = nothing_more
    applies: Callable[[Look], bool] = always
    guards: bool = False
