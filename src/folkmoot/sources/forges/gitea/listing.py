"""The projects of one organisation or person at a Gitea, which lists them as Forgejo does."""

from __future__ import annotations

from folkmoot.model.source import Access
from folkmoot.sources.forges.forgejo.listing import of_family
from folkmoot.sources.forges.gitea import TOKENS
from folkmoot.sources.web.place import Place


def projects_of(place: Place, access: Access) -> list[str]:
    """Give the addresses of the projects below `place`. Raises SourceError when there is nobody so called."""
    return of_family(place, access, TOKENS)
