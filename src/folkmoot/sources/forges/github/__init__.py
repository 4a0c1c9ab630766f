"""GitHub, at github.com or anywhere else: GraphQL in large pages, REST for what GraphQL does not tell.

A token is needed, as GitHub answers GraphQL to nobody else. It is found in FOLKMOOT_GITHUB_TOKEN,
GITHUB_TOKEN or GH_TOKEN, in the config file of `gh`, or in the keyring; one for github.com is never sent
anywhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from folkmoot.i18n import Message
from folkmoot.model.errors import SourceError, UnreachableError, UsageError
from folkmoot.model.forge import Mark, Reach, Record
from folkmoot.model.source import Access, Estimate, Standing
from folkmoot.sources.user_folders import path_of
from folkmoot.sources.web.place import Place, is_of_brand, place_of

if TYPE_CHECKING:
    from folkmoot.sources.forges.github.reading import Reading
    from folkmoot.sources.web.client import Client

NAME = "github"
KINDS = (
    "issue.opened", "issue.closed", "change.opened", "change.merged", "change.closed", "comment", "review",
    "review.comment", "star", "fork", "release", "discussion",
)  # fmt: skip
PERSONAL = ("login", "name", "title", "association", "stargazer", "owner of a fork")
"""What this source is called, the kinds of events it gives, and the personal data it reads."""

HOSTS = frozenset({"github.com"})
PUBLIC_TOKENS = ("FOLKMOOT_GITHUB_TOKEN", "GITHUB_TOKEN", "GH_TOKEN")
OWN_TOKENS = ("FOLKMOOT_GITHUB_TOKEN", "GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN")
"""Where tokens stand: for github.com, and for every other host."""
NO_EVENTS = "{host}: the newest stars cannot be had: {why}"
HIDDEN = "{project}: who starred is hidden from this token; stars come from public events, 90 days back."
RENAMED = "{old} is now called {new}; it is read under its new name."


def open_source(origin: str, access: Access) -> GitHub | None:
    """Open a project at a GitHub. Raises UsageError for an address that names none."""
    place = place_of(origin)
    if place is None or not (is_of_brand(place, NAME, HOSTS) or (not place.brand and _is_cloud(place.host))):
        return None
    if len(place.parts) != 2:
        raise UsageError(
            f"{place.shown} names no project.", hint="write it as https://github.com/owner/name."
        )
    return GitHub(place, access)


def _is_cloud(host: str) -> bool:
    """Tell whether a host belongs to GitHub itself; a company's own data may lie at `<name>.ghe.com`."""
    return host in HOSTS or host.endswith(".ghe.com")


class GitHub:
    """One project at a GitHub. Nothing is asked before `estimate` or `records`."""

    def __init__(self, place: Place, access: Access) -> None:
        self.name = NAME
        self.place = place
        self.host = place.host
        self.project = place.project
        self.shown = place.shown
        self.access = access
        self.problems: list[Message] = []
        self._reading: Reading | None = None
        self._client: Client | None = None
        self._since: Mapping[str, str] | None = None

    @property
    def requests(self) -> int:
        """How many requests were sent."""
        return self._client.requests if self._client else 0

    def estimate(self, since: Mapping[str, str]) -> Estimate | None:
        """Ask for the first page, which is kept, and say what the others will cost."""
        return self._begin(since).estimate()

    def records(self, since: Mapping[str, str]) -> Iterator[Record]:
        """Yield what is new; see `ForgeSource`."""
        from folkmoot.sources.forges.github.events import stars

        reading = self._begin(since)
        end: list[Record] = []
        for record in reading.records():
            if isinstance(record, Reach):
                end.append(record)
            elif not end:
                yield record
        if reading.called.casefold() != self.project.casefold():
            self.access.tell(Message(RENAMED, {"old": self.project, "new": reading.called}))
        if reading.is_hidden and self._client is not None:
            if not since:
                self.access.tell(Message(HIDDEN, {"project": reading.called}))
            try:
                yield from stars(
                    self._client, self.roots()[1], reading.called, reading.state.events, self.problems.append
                )
            except SourceError as error:  # stars are counted daily all the same
                self.problems.append(Message(NO_EVENTS, {"host": self.host, "why": error.what}))
        yield from end
        yield Mark("reading", reading.state.written())

    def vanished(self, items: Sequence[Standing]) -> list[Standing]:
        """Give the items that are no longer there; see `ForgeSource`."""
        from folkmoot.sources.forges.github.rows import total
        from folkmoot.sources.forges.github.vanished import vanished

        reading = self._reading
        if reading is None or reading.repository is None:
            return []
        # Changes have no switch that is told: where none is counted, they may be hidden.
        has_changes = total(reading.repository, "openChanges") > 0
        asked = [item for item in items if has_changes or not item.is_change]
        return vanished(reading.asking, reading.state.repository, asked)

    def close(self) -> None:
        """Let go of the connections."""
        if self._client is not None:
            self._client.close()

    def _begin(self, since: Mapping[str, str]) -> Reading:
        """Give the reading from these marks on; the same one when they are the same."""
        from folkmoot.sources.forges.github.asking import Asking, how_to_log_in
        from folkmoot.sources.forges.github.reading import Reading
        from folkmoot.sources.forges.github.state import State
        from folkmoot.sources.web.client import Client

        if self._reading is None or self._since != dict(since):
            token = self.token()
            if not token:
                raise UnreachableError(
                    f"GitHub answers at {self.host} only with a token.", hint=how_to_log_in(self.host)
                )
            graphql, rest = self.roots()
            if self._client is None:
                self._client = Client(graphql, self.access, token=token)
            asking = Asking(self._client, graphql, self.problems)
            self._since = dict(since)
            self._reading = Reading(asking, self.project, State.of(since), self.access.progress)
            self._rest = rest
        return self._reading

    def roots(self) -> tuple[str, str]:
        """Give the addresses of GraphQL and of REST."""
        base = self.place.base
        if _is_cloud(self.host):
            api = base.replace("://", "://api.", 1)
            return f"{api}/graphql", api
        return f"{base}/api/graphql", f"{base}/api/v3"

    def token(self) -> str:
        """Give the token for this host, "" where none is found."""
        from folkmoot.sources.web.tokens import find_token

        own = self.access.environment
        is_public = self.host == "github.com" or self.host.endswith(".ghe.com")
        # A token of this machine's user goes to another host only when that user named the host.
        variables = PUBLIC_TOKENS if is_public else OWN_TOKENS if self.access.named_by_user else ()
        above = own.get("XDG_CONFIG_HOME") or path_of(own.get("HOME", "~")) / ".config"
        place = Path(own.get("GH_CONFIG_DIR") or Path(above) / "gh")
        return find_token(
            own, variables, configs=[place / "hosts.yml"], keys=("oauth_token",), service=f"gh:{self.host}",
            host=self.host,
        )  # fmt: skip
