"""`.folkmoot/` in a work tree: read without following links, and written file by file.

Nothing is taken from git and nothing is committed: how the files take effect is the community's own way of
reviewing changes.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from folkmoot.govern.files.state import FOLDER, MOST_FILES, State, parse_state
from folkmoot.govern.files.table import MOST_BYTES
from folkmoot.model.errors import FolkmootError, HostileInputError, SourceError, UsageError
from folkmoot.model.hints import WRITABLE
from folkmoot.sources.whole_file import put


def find_root(start: Path) -> Path:
    """Give the nearest folder at or above `start` that has a `.folkmoot/governance.toml`.

    Raises UsageError when there is none.
    """
    for place in (start.resolve(), *start.resolve().parents):
        if (place / FOLDER / "governance.toml").is_file():
            return place
    raise UsageError(
        f"{start} has no {FOLDER}/governance.toml, and no folder above it has.",
        hint="`folkmoot init --governance` writes one.",
    )


def read_folder(root: Path) -> State:
    """Read `.folkmoot/` of a work tree. Raises HostileInputError for links and what is no plain file."""
    contents: dict[str, bytes] = {}
    waiting = [root / FOLDER]
    while waiting:
        for entry in sorted(os.scandir(waiting.pop()), key=lambda found: found.name):
            path = Path(entry.path)
            if entry.is_dir(follow_symlinks=False):
                waiting.append(path)
                continue
            facts = entry.stat(follow_symlinks=False)
            if not stat.S_ISREG(facts.st_mode):
                raise HostileInputError(
                    f"{path} is no plain file.", hint="remove it; links are not followed."
                )
            with path.open("rb") as file:
                contents[path.relative_to(root / FOLDER).as_posix()] = file.read(MOST_BYTES + 1)
            if len(contents) > MOST_FILES:
                raise HostileInputError(
                    f"{root / FOLDER} holds over {MOST_FILES} files.",
                    hint="is this the folder that was meant? A community has fewer.",
                )
    return parse_state(contents)


def sound_folder(root: Path) -> State:
    """Read `.folkmoot/` and refuse to build on what cannot be read. Raises SourceError naming the file."""
    state = read_folder(root)
    if state.problems:
        first = state.problems[0]
        raise SourceError(
            f"{first.file}: {first.what}", hint="correct it first; `folkmoot verify` names everything."
        )
    return state


def write_files(root: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write files by path below `.folkmoot/`, all of them or none; give the paths written, from the root.

    Raises HostileInputError where a link stands in the way, which could lead out of the folder, and
    FolkmootError where they cannot be written.
    """
    for path in files:
        place = root / FOLDER
        for part in ("", *Path(path).parts):
            place = place / part
            if place.is_symlink() or ".." in place.relative_to(root).parts:
                raise HostileInputError(f"{place} is a link.", hint="remove it; links are not followed.")
    try:
        # Kept out of the folders of decisions until it is whole: what is no part of one is a fault there.
        put({root / FOLDER / path: content for path, content in files.items()}, staging=root / FOLDER)
    except OSError as error:
        raise FolkmootError(
            f"{error.filename} cannot be written: {error.strerror}.", hint=WRITABLE
        ) from error
    return [f"{FOLDER}/{path}" for path in sorted(files)]
