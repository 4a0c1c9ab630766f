"""What each brand of a forge that speaks REST knows for itself: its lists, their entries, their addresses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from folkmoot.i18n import Text
from folkmoot.model.forge import Record, Snapshot
from folkmoot.model.source import Standing
from folkmoot.sources.typed_rows import Row
from folkmoot.sources.web.pages import Page, Pages


class About(NamedTuple):
    """What a forge says of a project: its number, its name now, and its counts of today."""

    identity: int
    called: str
    counts: Snapshot


class Brand(Protocol):
    """One project at a forge of some brand.

    `lists` names its lists in the order they are read; `costs` tells how many requests an entry of a list
    takes besides its page (none where it is not named), `page_costs` how many a page takes besides itself.
    """

    lists: Sequence[str]
    costs: Mapping[str, int]
    page_costs: Mapping[str, int]
    pages: Pages

    def about(self) -> About:
        """Ask what the project is. Raises UnreachableError where there is none."""
        ...

    def address(self, name: str, until: int) -> str:
        """Give where a list begins, or what is new in it since `until` (0: all)."""
        ...

    def following(self, name: str, page: Page) -> str:
        """Give the address of the page after this one, "" at the end."""
        ...

    def is_known(self, name: str, row: Row, until: int) -> bool:
        """Tell whether this entry, and all that follow in the list, were there before `until`."""
        ...

    def entry(self, name: str, row: Row) -> list[Record]:
        """Give everything an entry of a list tells, asking for what hangs on it. Raises WrongFieldError."""
        ...

    def together(self, name: str, entries: Sequence[Row]) -> list[Record]:
        """Give what is asked once for the new entries of a page together. Raises WrongFieldError."""
        ...

    def is_off(self, name: str) -> bool:
        """Tell whether the project says that it has no such list."""
        ...

    def place(self, item: Standing) -> str:
        """Give where an item is looked up."""
        ...

    def note(self) -> Text:
        """Say once, to whoever reads a project for the first time, what of it cannot be known."""
        ...
