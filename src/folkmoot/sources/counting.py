"""How many stars, forks, watchers, open issues and open changes a project has now: one request each.

GitHub tells open issues and changes apart only through GraphQL, which needs a token; without one those two
are not known. GitLab, Forgejo and Gitea tell what they tell to anybody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import quote

from folkmoot.model.errors import SourceError, UnreachableError, UsageError
from folkmoot.model.forge import UNKNOWN, Snapshot
from folkmoot.model.hints import RUN_AGAIN
from folkmoot.model.source import Access
from folkmoot.sources.forges import forgejo, gitea, github, gitlab
from folkmoot.sources.forges.github import GitHub
from folkmoot.sources.forges.github.asking import Asking, repository_in
from folkmoot.sources.json_elements import loads
from folkmoot.sources.typed_rows import Row, WrongFieldError
from folkmoot.sources.web.client import Client
from folkmoot.sources.web.place import Place, is_of_brand, place_of

SHORT = re.compile(r"[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}")
QUERY = """query Counts($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    stargazerCount forkCount watchers { totalCount }
    openIssues: issues(states: OPEN) { totalCount } openChanges: pullRequests(states: OPEN) { totalCount }
  }
}"""


class Brand(NamedTuple):
    """A brand of forge: the hosts known to be one, how a token for one is found, and how it is asked."""

    hosts: frozenset[str]
    token: Callable[[Place, Access], str]
    ask: Callable[[Place, Access, str, int], Snapshot]


def address(named: str) -> Place:
    """Give the place meant: `owner/name` is at github.com. Raises UsageError."""
    place = place_of(f"https://github.com/{named}" if SHORT.fullmatch(named) else named)
    if place is None:
        raise UsageError(
            f"{named!r} is no project of a forge.", hint="write owner/name, or its whole address."
        )
    return place


def brand_of(place: Place) -> str:
    """Give the brand of a place. Raises UsageError when nothing tells it."""
    for name, brand in BRANDS.items():
        if is_of_brand(place, name, brand.hosts):
            return name
    raise UsageError(
        f"Which forge {place.host} is cannot be told.",
        hint=f"write its brand before it: forgejo+{place.shown}.",
    )


def count(place: Place, access: Access, day_id: int) -> Snapshot:
    """Count a project now, as of `day_id`. Raises UsageError, SourceError."""
    brand = BRANDS[brand_of(place)]
    try:
        return brand.ask(place, access, brand.token(place, access), day_id)
    except WrongFieldError as error:
        raise SourceError(str(error), hint=RUN_AGAIN) from error


def _ask(place: Place, access: Access, root: str, path: str, token: str, *, scheme: str = "Bearer") -> Row:
    client = Client(root, access, token=token, scheme=scheme)
    try:
        answer = client.ask(f"{root}{path}", headers={"accept": "application/json"})
    finally:
        client.close()
    if answer.status != 200:
        hint = "check its name; a private one needs a token." if answer.status in {401, 403, 404} else ""
        raise UnreachableError(f"{place.shown}: the forge answers {answer.status}.", hint=hint)
    try:
        return Row(loads(answer.body), place.host, "the answer")
    except ValueError as error:
        raise SourceError(f"{place.shown}: the forge's answer is no JSON.", hint=RUN_AGAIN) from error


def _github(place: Place, access: Access, token: str, day_id: int) -> Snapshot:
    graphql, rest = GitHub(place, access).roots()
    owner, _, name = place.project.partition("/")
    if not token:
        told = _ask(place, access, rest, f"/repos/{quote(place.project)}", "")
        stars, forks = told.number("stargazers_count"), told.number("forks_count")
        return Snapshot(day_id, stars, forks, told.number("subscribers_count"))
    client = Client(graphql, access, token=token)
    try:
        answer = Asking(client, graphql, []).ask(QUERY, {"owner": owner, "name": name})
    finally:
        client.close()
    row = repository_in(answer, place.host, place.project)
    return Snapshot(
        day_id, row.number("stargazerCount"), row.number("forkCount"), _total(row, "watchers"),
        _total(row, "openIssues"), _total(row, "openChanges"),
    )  # fmt: skip


def _forgejo(place: Place, access: Access, token: str, day_id: int) -> Snapshot:
    row = _ask(place, access, place.base, f"/api/v1/repos/{quote(place.project)}", token, scheme="token")
    return Snapshot(
        day_id, row.number("stars_count"), row.number("forks_count"),
        row.number("watchers_count", default=UNKNOWN), row.number("open_issues_count", default=UNKNOWN),
        row.number("open_pr_counter", default=UNKNOWN),
    )  # fmt: skip


def _gitlab(place: Place, access: Access, token: str, day_id: int) -> Snapshot:
    path = f"/api/v4/projects/{quote(place.project, safe='')}"
    row = _ask(place, access, place.base, path, token)
    return Snapshot(
        day_id, row.number("star_count"), row.number("forks_count", default=UNKNOWN),
        open_issues=row.number("open_issues_count", default=UNKNOWN),
    )  # fmt: skip


def _total(row: Row, field: str) -> int:
    counted = row.row(field)
    return counted.number("totalCount") if counted else UNKNOWN


def _of_family(tokens: tuple[str, ...]) -> Callable[[Place, Access], str]:
    return lambda place, access: forgejo.speech_of(place, access, tokens).token()


BRANDS: Mapping[str, Brand] = {
    "github": Brand(github.HOSTS, lambda place, access: GitHub(place, access).token(), _github),
    "gitlab": Brand(gitlab.HOSTS, lambda place, access: gitlab.speech_of(place, access).token(), _gitlab),
    "forgejo": Brand(forgejo.HOSTS, _of_family(forgejo.TOKENS), _forgejo),
    "gitea": Brand(gitea.HOSTS, _of_family(gitea.TOKENS), _forgejo),
}
"""The brands that can be asked."""
