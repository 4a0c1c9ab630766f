"""What is at a path, told apart from what may not be looked at.

Path.exists() and its like take both for nothing from Python 3.14 on, and raised before.
"""

from __future__ import annotations

import stat
from errno import EBADF, ELOOP
from pathlib import Path


def is_there(path: Path) -> bool:
    """Tell whether a path leads to anything. Raises OSError where that cannot be known."""
    return _mode(path) != 0


def is_file(path: Path) -> bool:
    """Tell whether a path leads to a plain file. Raises OSError where that cannot be known."""
    return stat.S_ISREG(_mode(path))


def is_folder(path: Path) -> bool:
    """Tell whether a path leads to a folder. Raises OSError where that cannot be known."""
    return stat.S_ISDIR(_mode(path))


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return 0
    except OSError as error:
        if error.errno in (EBADF, ELOOP):
            return 0
        raise
