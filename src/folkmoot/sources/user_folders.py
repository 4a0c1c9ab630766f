"""Where a user's own files are: data, settings, and what can be fetched again; and what `~` means."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path

from folkmoot.model.errors import UsageError

APP = "folkmoot"


def data_folder() -> Path:
    """Give where stores and what a user decided are kept. Raises UsageError where no home is known."""
    return _known(user_data_path(APP))


def config_folder() -> Path:
    """Give where settings and keys are kept. Raises UsageError where no home is known."""
    return _known(user_config_path(APP))


def cache_folder() -> Path:
    """Give where clones and answers are kept that can be made again. Raises UsageError as above."""
    return _known(user_cache_path(APP))


def path_of(written: str) -> Path:
    """Give the path that somebody wrote. `~` is their home; the home of nobody stays as it is written."""
    return Path(os.path.expanduser(written))  # noqa: PTH111 - pathlib ends with an error of its own there


def _known(folder: Path) -> Path:
    """Refuse a folder called `~` here: keys and stores would lie wherever a command is called."""
    if not folder.is_absolute():
        raise UsageError(
            f"Where your own files belong is not known: {folder} is no whole path.",
            hint="set HOME to a folder of yours; XDG_DATA_HOME and its like must be whole paths.",
        )
    return folder
