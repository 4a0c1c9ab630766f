"""The commits of actions' versions, as clones on this machine know them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from folkmoot.i18n import Message
from folkmoot.model.errors import FolkmootError, UsageError
from folkmoot.model.fix import Pin
from folkmoot.sources.git.repository import Options, open_repository

MOST_FOLDERS = 500
WHOLE = re.compile(r"v?\d+\.\d+\.\d+")


class KnownClones:
    """Clones of actions below folders that a person named. `pin` is what a fix asks."""

    def __init__(self, places: Iterable[Path]) -> None:
        self.tags: dict[str, dict[str, tuple[str, str]]] = {}
        for place in places:
            self._read(place)

    def pin(self, action: str, version: str) -> Pin | None:
        """Give the commit that the tag `version` of an action leads to, None where no clone has it.

        The most exact tag on the same commit names the version, as v4.2.1 does where v4 was asked for.
        """
        tags = self.tags.get(action.casefold(), {})
        if version not in tags:
            return None
        commit, place = tags[version]
        exact = [name for name, (other, _) in tags.items() if other == commit and WHOLE.fullmatch(name)]
        return Pin(commit, max([*exact, version], key=lambda name: (name.count("."), name)), place)

    def _read(self, place: Path) -> None:
        """Read a clone, or every clone right inside a folder. Raises UsageError where there is none."""
        if not place.is_dir():
            raise UsageError(
                f"There is no folder {str(place)!r}.", hint="--known names a clone of an action."
            )
        inside = sorted(each for each in place.iterdir() if each.is_dir() and each.name != ".git")
        found = [self._clone(each) for each in (place, *inside[:MOST_FOLDERS])]
        if not any(found):
            raise UsageError(f"{place} holds no clone of an action.", hint="clone it with its tags.")

    def _clone(self, place: Path) -> bool:
        """Read the tags of the clone at a folder, by its origin's name; tell whether there is one."""
        if not ((place / ".git").exists() or (place / "HEAD").is_file()):
            return False
        try:
            with open_repository(str(place), Options(offline=True)) as opened:
                told = opened.git.run(
                    "for-each-ref", "--format=%(objectname) %(*objectname) %(refname)", "refs/tags"
                )
                tags = self.tags.setdefault(opened.name.casefold(), {})
                for line in told.decode("utf-8", "replace").splitlines():
                    name, *commits = line.split(" ")[::-1]
                    commit = next(filter(None, commits), "")
                    if re.fullmatch(r"[0-9a-f]{40}", commit):
                        source = str(Message("the clone in {place}", {"place": str(place)}))
                        tags.setdefault(name.removeprefix("refs/tags/"), (commit, source))
        except FolkmootError:
            return False
        return True
