"""The projects of one organisation or person at a Forgejo; forks and empty ones are left out."""

from __future__ import annotations

from urllib.parse import quote

from folkmoot.model.source import Access
from folkmoot.sources.forges._owner import projects_told
from folkmoot.sources.forges.forgejo import TOKENS, speech_of
from folkmoot.sources.typed_rows import Row
from folkmoot.sources.web.place import Place

PATHS = ("orgs/{owner}/repos?limit=50", "users/{owner}/repos?limit=50")


def projects_of(place: Place, access: Access) -> list[str]:
    """Give the addresses of the projects below `place`, whose path is the owner's name.

    Raises SourceError when there is nobody of that name.
    """
    return of_family(place, access, TOKENS)


def of_family(place: Place, access: Access, tokens: tuple[str, ...]) -> list[str]:
    """Give the same at any forge of this family; `tokens` are the variables that may hold a token."""
    owner = quote(place.project, safe="")
    paths = [path.format(owner=owner) for path in PATHS]
    return projects_told(place, access, speech_of(place, access, tokens), paths, _named)


def _named(row: Row) -> str:
    return "" if row.truth("fork") or row.truth("empty") else row.word("full_name")
