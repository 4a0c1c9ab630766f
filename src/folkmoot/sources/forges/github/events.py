"""What only REST tells: the newest stars, from a repository's public events, where its stargazers are hidden.

The list holds at most 300 events of 90 days. It is asked for with the ETag of the last answer, so that
nothing new costs nothing, and its pages are followed as the links between them are given.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import quote

from folkmoot.i18n import Message
from folkmoot.model.event import Kind
from folkmoot.model.forge import Account, Act
from folkmoot.sources.json_elements import loads
from folkmoot.sources.typed_rows import Row, WrongFieldError
from folkmoot.sources.web.client import Client
from folkmoot.sources.web.unchanged import NOT_MODIFIED, never_asked, tag_of

PAGES = 10
"""Most pages followed; the forge has three."""
ACCEPT = "application/vnd.github+json"
VERSION = "2022-11-28"
NO_JSON = "{host}: the events are no JSON."
_NEXT = re.compile(r'<([^<>]{1,2000})>\s*;\s*rel="?next"?')


def stars(
    client: Client, root: str, project: str, state: dict[str, str], wrong: Callable[[Message], None]
) -> Iterator[Act]:
    """Yield stars given since the events `state` tells of, and bring `state` up to date.

    Where the events cannot be had, there are none: stars are counted daily all the same. Raises SourceError.
    """
    url = f"{root}/repos/{quote(project)}/events?per_page=100"
    known = int(state.get("newest", "0"))
    newest, etag = known, ""
    for page in range(PAGES):
        headers = {"accept": ACCEPT, "x-github-api-version": VERSION}
        if page == 0 and state.get("etag"):
            headers["if-none-match"] = state["etag"]
        answer = client.ask(url, headers=headers)
        if answer.status == NOT_MODIFIED and "if-none-match" not in headers:
            raise never_asked(client.host, "events")
        if answer.status != 200:
            return
        try:
            rows = list(Row({"it": loads(answer.body)}, client.host, "events").rows("it", _to(wrong)))
        except ValueError:
            wrong(Message(NO_JSON, {"host": client.host}))
            return
        numbers = [0]
        for row in rows:
            try:
                number = _number(row)
                numbers.append(number)
                if number > known and row.text("type") == "WatchEvent":
                    yield _star(row, number)
            except WrongFieldError as error:
                wrong(error.message)
        newest = max(newest, *numbers)
        if page == 0:
            etag = tag_of(answer.headers)
        link = _NEXT.search(answer.headers.get("link", ""))
        if link is None or min(numbers[1:], default=0) <= known:
            break
        url = link[1]
    # Only now: with the sign of a first page whose others could not be had, these were never asked for.
    state |= {"etag": etag, "newest": str(newest)}


def _to(wrong: Callable[[Message], None]) -> Callable[[WrongFieldError], None]:
    return lambda error: wrong(error.message)


def _number(row: Row) -> int:
    said = row.word("id")
    if not said.isascii() or not said.isdigit() or len(said) > 18:
        raise row.wrong("id", "a number", said)
    return int(said)


def _star(row: Row, number: int) -> Act:
    actor = row.row("actor")
    if actor is None:
        raise row.wrong("actor", "an object", None)
    return Act(f"event:{number}", Kind.STAR, Account(actor.word("login")), row.moment("created_at"))
