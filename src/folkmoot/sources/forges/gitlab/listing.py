"""The projects of one group or person at a GitLab, with its subgroups; no forks, no empty ones."""

from __future__ import annotations

from urllib.parse import quote

from folkmoot.model.source import Access
from folkmoot.sources.forges._owner import projects_told
from folkmoot.sources.forges.gitlab import speech_of
from folkmoot.sources.typed_rows import Row
from folkmoot.sources.web.place import Place

GROUP = "groups/{owner}/projects?include_subgroups=true&with_shared=false&order_by=id&sort=asc&per_page=100"
PERSON = "users/{owner}/projects?order_by=id&sort=asc&per_page=100"


def projects_of(place: Place, access: Access) -> list[str]:
    """Give the addresses of the projects below `place`, whose path is that of a group or a login.

    Raises UnreachableError without a token, SourceError when there is nobody of that name.
    """
    owner = quote(place.project, safe="")
    paths = [GROUP.format(owner=owner), *([PERSON.format(owner=owner)] if len(place.parts) == 1 else [])]
    return projects_told(place, access, speech_of(place, access), paths, _named)


def _named(row: Row) -> str:
    is_fork = row.row("forked_from_project") is not None
    return "" if is_fork or row.truth("empty_repo") else row.word("path_with_namespace")
