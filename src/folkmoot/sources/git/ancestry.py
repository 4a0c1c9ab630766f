"""Which commit holds which, in repositories that were cloned before: nothing is fetched to find out."""

from __future__ import annotations

from folkmoot.model.errors import FolkmootError
from folkmoot.sources.git.clones import cache_of
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.location import Remote, locate

MOST_ASKED = 2_000
"""Questions that are answered; each starts git, and a hostile list of advisories could ask without end."""
SECONDS = 60.0


class Ancestry:
    """The clones in the user's cache, asked by the name of their repository (`github.com/ada/tool`)."""

    def __init__(self) -> None:
        self._clones: dict[str, Git | None] = {}
        self._told: dict[tuple[str, str, str], bool | None] = {}

    def contains(self, name: str, older: str, newer: str) -> bool | None:
        """Tell whether one commit holds another; None where the clone or a commit is not at hand.

        Both are whole commit ids.
        """
        key = (name, older, newer)
        if key not in self._told:
            if len(self._told) >= MOST_ASKED:
                return None
            self._told[key] = self._asked(*key)
        return self._told[key]

    def _asked(self, name: str, older: str, newer: str) -> bool | None:
        if name not in self._clones:
            self._clones[name] = _cloned(name)
        git = self._clones[name]
        try:
            if git is None or len(git.existing([older, newer])) < 2:
                return None
            return git.text("merge-base", older, newer) == older
        except FolkmootError:
            return None


def _cloned(name: str) -> Git | None:
    """Give the clone of a repository, by any of the addresses it is usually cloned from."""
    for address in (f"https://{name}", f"https://{name}.git"):
        try:
            remote = locate(address)
        except FolkmootError:
            continue
        if isinstance(remote, Remote) and (place := cache_of(remote)).is_dir():
            return Git(place, time_limit=SECONDS)
    return None
