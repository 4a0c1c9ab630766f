"""Forgejo, at codeberg.org or anywhere else, through its `api/v1`. Gitea speaks the same; see `gitea`.

Public projects need no token; one is found in FOLKMOOT_FORGEJO_TOKEN or FORGEJO_TOKEN, and goes nowhere but
to the host its user named.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from folkmoot.model.errors import UsageError
from folkmoot.model.source import Access
from folkmoot.sources.forges._project import Project, Speech
from folkmoot.sources.web.place import Place, is_of_brand, place_of

if TYPE_CHECKING:
    from folkmoot.sources.forges._brand import Brand
    from folkmoot.sources.web.pages import Pages

NAME = "forgejo"
KINDS = (
    "issue.opened", "issue.closed", "change.opened", "change.merged", "change.closed", "comment", "review",
    "review.comment", "fork", "release",
)  # fmt: skip
PERSONAL = ("login", "name", "title", "association", "owner of a fork")
"""What this source is called, the kinds of events it gives, and the personal data it reads."""
HOSTS = frozenset({"codeberg.org"})
BELOW = (
    "write it as {base}/owner/name, or {base}/path//owner/name where the forge lies at a path of its host."
)
TOKENS = ("FOLKMOOT_FORGEJO_TOKEN", "FORGEJO_TOKEN")


def open_source(origin: str, access: Access) -> Project | None:
    """Open a project at a Forgejo. Raises UsageError for an address that names none."""
    return open_project(origin, access, NAME, HOSTS, TOKENS)


def open_project(
    origin: str, access: Access, name: str, hosts: frozenset[str], tokens: tuple[str, ...]
) -> Project | None:
    """Open a project at a forge of this family, called `name`; None where the address is of another."""
    place = place_of(origin)
    if place is None or not is_of_brand(place, name, hosts):
        return None
    if len(place.parts) != 2:
        raise UsageError(f"{place.shown} names no project.", hint=BELOW.format(base=place.base))
    return Project(name, place, access, speech_of(place, access, tokens))


def speech_of(place: Place, access: Access, tokens: tuple[str, ...]) -> Speech:
    """Give how a forge of this family is spoken to; `tokens` are the variables that may hold a token."""

    def token() -> str:
        from folkmoot.sources.web.tokens import find_token

        # A token of this machine's user goes only where that user said.
        variables = tokens if access.named_by_user else ()
        return find_token(
            access.environment, variables, configs=(), keys=(), service="", host=place.host
        )  # fmt: skip

    def speak(pages: Pages) -> Brand:
        from folkmoot.sources.forges.forgejo.reading import Reading

        return Reading(pages, place.project)

    how = f"set {tokens[0]} to a token that may read repositories and issues."
    return Speech(f"{place.base}/api/v1", "token", how, token, speak)
