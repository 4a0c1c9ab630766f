"""Writing down what commits touched: a row for each path, and the path it had before an exact rename."""

from __future__ import annotations

from collections.abc import Iterable

from folkmoot.sources.git.history import Touch
from folkmoot.sources.git.text import text
from folkmoot.store.ledger import Ledger, Numbers


class Touched:
    """Writes what commits touched; `paths` are the numbers of paths, remembered by their bytes."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.paths = Numbers[bytes](lambda path: ledger.path(text(path)))

    def write(self, number: int, touches: Iterable[Touch]) -> None:
        """Write down each path of a commit once, though a damaged tree may name it twice."""
        paths, found = self.paths, {}
        for status, name, old in touches:
            path = paths[name]
            if path not in found:
                found[path] = (number, path, status)
            if old:
                self.ledger.add("rename_fact", (number, paths[old], path))
        self.ledger.pending["touch_fact"].extend(found.values())
