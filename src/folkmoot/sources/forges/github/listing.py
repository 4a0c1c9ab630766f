"""The projects of one organisation or person at a GitHub, by name; forks and empty ones are left out."""

from __future__ import annotations

from typing import Any

from folkmoot.i18n import Message
from folkmoot.model.errors import SourceError, UnreachableError
from folkmoot.model.hints import RUN_AGAIN
from folkmoot.model.source import Access
from folkmoot.sources.forges.github import GitHub
from folkmoot.sources.forges.github.asking import Asking, how_to_log_in
from folkmoot.sources.typed_rows import WrongFieldError
from folkmoot.sources.web.client import Client
from folkmoot.sources.web.place import Place

MOST_PAGES = 100
PROJECTS = """query($owner: String!, $after: String) {
  repositoryOwner(login: $owner) {
    repositories(first: 100, after: $after, ownerAffiliations: [OWNER], isFork: false,
        orderBy: {field: NAME, direction: ASC}) {
      pageInfo { hasNextPage endCursor }
      nodes { nameWithOwner isEmpty }
    }
  }
}"""


def projects_of(place: Place, access: Access) -> list[str]:
    """Give the addresses of the projects below `place`, whose path is the owner's login.

    Raises UnreachableError without a token, SourceError when there is nobody of that name.
    """
    forge = GitHub(place, access)
    token = forge.token()
    if not token:
        raise UnreachableError(
            f"GitHub answers at {place.host} only with a token.", hint=how_to_log_in(place.host)
        )
    graphql, _ = forge.roots()
    problems: list[Message] = []
    client = Client(graphql, access, token=token)
    try:
        return _listed(Asking(client, graphql, problems), place)
    except WrongFieldError as error:
        raise SourceError(str(error), hint=RUN_AGAIN) from error
    finally:
        client.close()


def _listed(asking: Asking, place: Place) -> list[str]:
    found: list[str] = []
    after: str | None = None
    for _ in range(MOST_PAGES):
        variables: dict[str, Any] = {"owner": place.project, "after": after}
        owner = asking.ask(PROJECTS, variables).data.row("repositoryOwner")
        if owner is None:
            raise SourceError(
                f"There is nobody called {place.project} at {place.host}.", hint="check the name."
            )
        page = owner.row("repositories")
        info = page.row("pageInfo") if page else None
        if page is None or info is None:
            raise SourceError(
                f"{place.host} does not list the projects of {place.project}.",
                hint="check what the token may read.",
            )
        for row in page.rows("nodes", _raised):
            name = row.word("nameWithOwner")
            if not row.truth("isEmpty") and len(name.split("/")) == 2 and ".." not in name:
                found.append(place.address(name))
        following = info.word("endCursor", default="")
        if not info.truth("hasNextPage") or not following or following == after:
            return found
        after = following
    return found


def _raised(error: WrongFieldError) -> None:
    raise error
