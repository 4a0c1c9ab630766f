"""A folder behind a file URL, served to git by a git that nothing in that folder guides.

To clone a folder, git runs another git in it, which honours the folder's own configuration, grafts and
alternates, and asks the remotes it names for what is missing, with the programs it names. So the folder is
served as it is read when it is named without a URL: from a private directory that borrows its objects and
references, and nothing else.
"""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote_to_bytes

from folkmoot.model.errors import NotARepositoryError
from folkmoot.sources.git.borrowed import borrow
from folkmoot.sources.git.command import NO_CACHES, Git
from folkmoot.sources.git.location import Folder, Remote, repository_at

SERVING = (
    "safe.directory=*",
    "uploadpack.allowFilter=true",
    "protocol.allow=never",
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.alternateRefsCommand=",
    *NO_CACHES,
)
NOWHERE = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_REPLACE_OBJECTS": "1"}
"""Whoever serves asks nobody else for what is missing."""


@contextmanager
def served(remote: Remote, *, follow_alternates: bool = False) -> Iterator[tuple[str, ...]]:
    """Give the settings with which git fetches from `remote`: none unless it is a folder on this machine.

    They hold while the block lasts. Raises what `borrow` raises of that folder, and NotARepositoryError
    where there is none.
    """
    if remote.protocols != ("file",):
        yield ()
        return
    with borrow(_folder(remote), follow_alternates=follow_alternates) as git:
        yield (f"remote.origin.uploadpack={_command(git)}",)


def _folder(remote: Remote) -> Folder:
    place = Path("/" + os.fsdecode(unquote_to_bytes(remote.url.removeprefix("file://"))).lstrip("/"))
    if place.name == ".git":
        place = place.parent
    try:
        if found := repository_at(place) or repository_at(place.with_name(f"{place.name}.git")):
            return found
    except (OSError, ValueError) as error:
        raise NotARepositoryError(f"{place} cannot be read: {error}.", hint="check the address.") from error
    raise NotARepositoryError(f"There is no repository at {place}.", hint="check the address.")


def _command(git: Git) -> str:
    """Give the command that serves a private directory, whatever folder it is then told to serve."""
    words = [
        *("env", *(f"{name}={value}" for name, value in NOWHERE.items())),
        f"GIT_OBJECT_DIRECTORY={git.objects}",
        *("git", *(word for setting in SERVING for word in ("-c", setting))),
        "upload-pack",
    ]
    asked = " ".join(shlex.quote(word) for word in words)
    return shlex.join(["sh", "-c", f'exec {asked} "$0"', str(git.directory)])
