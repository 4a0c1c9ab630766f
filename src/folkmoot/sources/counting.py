"""How many stars, forks, watchers, open issues and open changes a project has now: one request each.

GitHub tells open issues and changes apart only through GraphQL, which needs a token; without one those two
are not known. GitLab, Forgejo and Gitea tell what they tell to anybody.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from typing import NamedTuple
from urllib.parse import quote

from folkmoot.model.errors import SourceError, UnreachableError, UsageError
from folkmoot.model.forge import UNKNOWN, Snapshot
from folkmoot.model.hints import RUN_AGAIN
from folkmoot.model.source import Access
from folkmoot.sources.json_elements import loads
from folkmoot.sources.typed_rows import Row, WrongFieldError
from folkmoot.sources.web.client import Client
from folkmoot.sources.web.place import Place, is_of_brand, place_of
from folkmoot.sources.web.tokens import find_token

SHORT = re.compile(r"[A-Za-z0-9_.-]{1,100}/[A-Za-z0-9_.-]{1,100}")
QUERY = """query Counts($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) {
    stargazerCount forkCount watchers { totalCount }
    openIssues: issues(states: OPEN) { totalCount } openChanges: pullRequests(states: OPEN) { totalCount }
  }
}"""


class Brand(NamedTuple):
    """A brand of forge: the hosts known to be one, where its tokens stand, and how it is asked."""

    hosts: frozenset[str]
    tokens: tuple[str, ...]
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
    # A token of the public host goes nowhere else.
    is_public = place.host in brand.hosts
    variables = brand.tokens if is_public else brand.tokens[:1]
    token = find_token(access.environment, variables, config=None, keys=(), service="", host=place.host)
    try:
        return brand.ask(place, access, token, day_id)
    except WrongFieldError as error:
        raise SourceError(str(error), hint=RUN_AGAIN) from error


def _ask(place: Place, access: Access, root: str, path: str, token: str, *, scheme: str = "Bearer",
         body: bytes | None = None) -> Row:  # fmt: skip
    client = Client(root, access, token=token, scheme=scheme)
    try:
        headers = {"accept": "application/json", **({"content-type": "application/json"} if body else {})}
        answer = client.ask(f"{root}{path}", body=body, headers=headers)
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
    is_cloud = place.host == "github.com" or place.host.endswith(".ghe.com")
    root = place.base.replace("://", "://api.", 1) if is_cloud else f"{place.base}/api"
    owner, _, name = place.project.partition("/")
    if not token:
        told = _ask(place, access, root, f"{'' if is_cloud else '/v3'}/repos/{quote(place.project)}", "")
        stars, forks = told.number("stargazers_count"), told.number("forks_count")
        return Snapshot(day_id, stars, forks, told.number("subscribers_count"))
    asked = json.dumps({"query": QUERY, "variables": {"owner": owner, "name": name}}).encode()
    data = _ask(place, access, root, "/graphql", token, body=asked).row("data")
    row = data.row("repository") if data else None
    if row is None:
        raise UnreachableError(
            f"{place.shown} is not there, or may not be seen with this token.",
            hint="check the name, and what the token may read.",
        )
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


BRANDS: Mapping[str, Brand] = {
    "github": Brand(
        frozenset({"github.com"}), ("FOLKMOOT_GITHUB_TOKEN", "GITHUB_TOKEN", "GH_TOKEN"), _github
    ),
    "gitlab": Brand(frozenset({"gitlab.com"}), ("FOLKMOOT_GITLAB_TOKEN", "GITLAB_TOKEN"), _gitlab),
    "forgejo": Brand(frozenset({"codeberg.org"}), ("FOLKMOOT_FORGEJO_TOKEN",), _forgejo),
    "gitea": Brand(frozenset({"gitea.com"}), ("FOLKMOOT_GITEA_TOKEN",), _forgejo),
}
"""The brands that can be asked."""
