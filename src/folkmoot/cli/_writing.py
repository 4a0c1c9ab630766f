"""Files that commands write: whole or not at all, so that no full disk leaves half a report."""

from __future__ import annotations

from pathlib import Path

from folkmoot.model.errors import FolkmootError
from folkmoot.model.hints import WRITABLE
from folkmoot.sources.whole_file import put

SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".csv": "csv",
    ".md": "markdown",
    ".txt": "text",
}
"""Formats of reports by how files end."""


def write(place: str, content: str) -> None:
    """Write the file somebody named, through a link or into a device too. Raises FolkmootError."""
    try:
        path = Path(place)
        if path.exists() and not path.is_file():
            path.write_text(content, encoding="utf-8", newline="")
        else:
            write_whole(path.resolve(), content)
    except OSError as error:
        raise FolkmootError(f"{place} cannot be written: {error.strerror}.", hint=WRITABLE) from error


def write_whole(path: Path, content: str) -> None:
    """Put a file in place of what is there, in one step; a link is replaced and not followed.

    The name of a file that nobody chose may be a link in a hostile repository. Raises OSError.
    """
    put({path: content.encode()})
