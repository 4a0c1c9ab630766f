"""One project at a forge that speaks REST, as the rest of the house sees it: a `ForgeSource`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from folkmoot.i18n import Message
from folkmoot.model.errors import UnreachableError
from folkmoot.model.forge import Record
from folkmoot.model.source import Access, Estimate, Standing

if TYPE_CHECKING:
    from folkmoot.sources.forges._brand import Brand
    from folkmoot.sources.forges._listed import Listed
    from folkmoot.sources.web.client import Client
    from folkmoot.sources.web.pages import Pages
    from folkmoot.sources.web.place import Place

MOST_ASKED = 200
"""Items of which it is asked whether they are still there, at one request each."""
RENAMED = "{old} is now called {new}; it is read under its new name."


class Speech(NamedTuple):
    """How a brand is spoken to: the root of its interface, the word before a token, how to get one.

    `token` finds it; `is_silent_without` tells that the brand answers nobody without one. `speak` gives the
    brand's own half of a reading.
    """

    root: str
    scheme: str
    how_to_log_in: str
    token: Callable[[], str]
    speak: Callable[[Pages], Brand]
    is_silent_without: bool = False


class Project:
    """A project of some brand. Nothing is asked before `estimate` or `records`."""

    def __init__(self, name: str, place: Place, access: Access, speech: Speech) -> None:
        self.name = name
        self.host = place.host
        self.project = place.project
        self.shown = place.shown
        self.access = access
        self.problems: list[Message] = []
        self._speech = speech
        self._client: Client | None = None
        self._listed: Listed | None = None
        self._read: Brand | None = None
        self._since: Mapping[str, str] | None = None

    @property
    def requests(self) -> int:
        """How many requests were sent."""
        return self._client.requests if self._client else 0

    def estimate(self, since: Mapping[str, str]) -> Estimate | None:
        """Ask for the first pages, which are kept, and say what the others will cost."""
        return self._begin(since).estimate()

    def records(self, since: Mapping[str, str]) -> Iterator[Record]:
        """Yield what is new; see `ForgeSource`."""
        listed = self._begin(since)
        called = listed.about().called
        if called.casefold() != self.project.casefold():
            self.access.tell(Message(RENAMED, {"old": self.project, "new": called}))
        if not since and (note := listed.brand.note()):
            self.access.tell(note)
        self._listed, self._read = None, listed.brand
        yield from listed.records()

    def vanished(self, items: Sequence[Standing]) -> list[Standing]:
        """Give the items that are no longer there; see `ForgeSource`. Of very many nothing is asked."""
        if self._read is None or len(items) > MOST_ASKED:
            return []
        brand = self._read
        # What was switched off is hidden, and may be there still.
        asked = [item for item in items if not brand.is_off("changes" if item.is_change else "issues")]
        return [item for item in asked if brand.pages.is_gone(brand.place(item))]

    def close(self) -> None:
        """Let go of the connections."""
        if self._client is not None:
            self._client.close()

    def _begin(self, since: Mapping[str, str]) -> Listed:
        """Give the reading from these marks on; the one that was estimated, when it is not yet begun."""
        from folkmoot.sources.forges._listed import Listed, State
        from folkmoot.sources.web.unchanged import Unchanged

        if self._listed is None or self._since != dict(since):
            pages = self.pages()
            pages.unchanged = Unchanged(since)
            self._since = dict(since)
            self._listed = Listed(self._speech.speak(pages), State.read(since), self.access.progress)
        return self._listed

    def pages(self, *, needs_token: bool = True) -> Pages:
        """Give what asks the forge. Raises UnreachableError without a token where the brand needs one.

        With `needs_token` false it asks without one all the same, for what is shown to everybody.
        """
        from folkmoot.sources.web.client import Client
        from folkmoot.sources.web.pages import Pages

        speech = self._speech
        if self._client is None:
            token = speech.token()
            if needs_token and speech.is_silent_without and not token:
                raise UnreachableError(
                    f"{self.host} tells who said what only with a token.", hint=speech.how_to_log_in
                )
            self._client = Client(speech.root, self.access, token=token, scheme=speech.scheme)
        return Pages(self._client, speech.root, self.problems, speech.how_to_log_in)
