"""One-sentence findings above a panel, one file per kind, found by discovery.

A kind looks at a panel and gives a whole sentence where the numbers support one, or "". The first kind in
the order of `order` and file name that has something to say is heard.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from folkmoot.i18n import Text
from folkmoot.model.page import Panel
from folkmoot.views.discovery import found_in


@dataclass(frozen=True)
class Headline:
    """One kind of sentence. `about` are the ids of the panels it can speak about; () is any panel."""

    tell: Callable[[Panel], Text]
    about: tuple[str, ...] = ()
    order: int = 50


@cache
def all_headlines() -> tuple[Headline, ...]:
    """Give every kind of headline, the most particular first."""
    kinds: tuple[Headline, ...] = found_in(__name__, "HEADLINE")
    return tuple(sorted(kinds, key=lambda kind: kind.order))


def headed(panel: Panel) -> Panel:
    """Give `panel` with its headline, unchanged where it has one or nothing can be said."""
    if panel.headline or not panel.points:
        return panel
    for kind in all_headlines():
        if kind.about and panel.id not in kind.about:
            continue
        sentence = kind.tell(panel)
        if sentence:
            return replace(panel, headline=sentence)
    return panel
