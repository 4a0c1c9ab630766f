"""What cannot be read in a file of dependencies."""

from __future__ import annotations

from folkmoot.model.errors import SourceError


class UnreadableError(SourceError):
    """A file of dependencies cannot be read: the line (from 1; 0: the file as a whole), and why."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line = line
