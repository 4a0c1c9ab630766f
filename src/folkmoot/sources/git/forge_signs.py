"""Which forge a clone comes from, by what it brought along: its address, and references only forges keep."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from folkmoot.model.check import SOME_FORGE
from folkmoot.sources.git.landscape import HEAD

if TYPE_CHECKING:
    from folkmoot.sources.git.repository import Repository

HOSTS = {"github.com": "github", "gitlab.com": "gitlab", "codeberg.org": "forgejo"}


def forge_of(repository: Repository) -> str:
    """Give the brand of the forge, SOME_FORGE where it is unknown, "" where nothing shows a forge."""
    return forge_by(repository.came_from or repository.origin, repository.references)


def forge_by(address: str, references: Iterable[str]) -> str:
    """Give what an address and references show; the address of a folder shows nothing."""
    try:
        host = (urlsplit(address).hostname or "").lower()
    except ValueError:
        host = ""
    if brand := HOSTS.get(host):
        return brand
    kept = {name.split("/", 2)[1] for name in references if HEAD.fullmatch(name)}
    if "merge-requests" in kept:
        return "gitlab"
    return SOME_FORGE if kept else ""  # GitHub, Gitea and Forgejo all have refs/pull
