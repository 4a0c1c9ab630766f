"""Sending the next question before the answer to this one is read whole, so that the forge need not wait.

GraphQL gives fields in the order they were asked for, so each list begins with where its next page does. The
few bytes that tell it are found without reading the JSON around them: a quotation mark within a text is
escaped there, so nothing that somebody wrote looks like them. What is found is only a guess: an answer that
came early is taken for the very question that is then put, and thrown away otherwise.
https://spec.graphql.org/October2021/#sec-Serialized-Map-Ordering
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import Any

from folkmoot.sources.forges.github.queries import LISTS
from folkmoot.sources.web.client import Answer, Client

LEAD = 0.05
"""Most seconds that a question gets to be on its way before anything else is done."""
_LIST = re.compile(
    rb'\s?\{"totalCount":\s?\d{1,12},\s?"pageInfo":\s?\{'
    rb'"hasNextPage":\s?(?:false\b|true,\s?"endCursor":\s?"([\w+/=:.-]{1,500})")'
)
_MADE = re.compile(rb'\s?"[0-9a-f]{40,64}",\s?"createdAt":\s?"([0-9TZ:.+-]{1,40})"')


def following(
    body: bytes, asked: Mapping[str, Any], has_runs: Callable[[str], bool]
) -> dict[str, Any] | None:
    """Give what the question after this one asks, by the answer's body; None where that is not plain.

    `asked` are the variables of this question; `has_runs` tells by when the last change of a page was opened
    whether the next one comes with what ran on changes.
    """
    if b'"errors":' in body:
        return None
    then, at = dict(asked), 0
    for name in LISTS:
        if not asked[name]:
            continue
        key = b'"%b":' % name.encode()
        at = body.find(key, at)
        found = _LIST.match(body, at + len(key)) if at >= 0 else None
        if found is None:
            return None
        cursor = (found[1] or b"").decode("ascii", "replace")
        then |= {name: bool(cursor), f"{name}After": cursor or None}
    if asked["changes"]:
        then["runs"] = has_runs(_last_made(body))
    return then if any(then[name] for name in LISTS) else None


def _last_made(body: bytes) -> str:
    """Give when the last change of a page was opened, "" where there is none."""
    key = b'"headRefOid":'
    found = _MADE.match(body, body.rfind(key) + len(key))
    return found[1].decode() if found else ""


class Ahead:
    """Sends questions to one address before they are put. At most one waits to be put."""

    def __init__(self, client: Client, url: str) -> None:
        self.client = client
        self.url = url
        self._pool: ThreadPoolExecutor | None = None
        self._sent: tuple[bytes, Future[Answer]] | None = None

    def send(self, body: bytes) -> None:
        """Send a question, unless it is on its way already; one that is no longer wanted is forgotten."""
        if self._sent is not None and self._sent[0] == body:
            return
        self._pool = self._pool or ThreadPoolExecutor(2)
        is_sent = Event()
        self._sent = body, self._pool.submit(self._ask, body, is_sent)
        # Reading JSON holds the interpreter, and would hold up the question.
        is_sent.wait(LEAD)

    def answer(self, body: bytes) -> Answer:
        """Give the answer to a question, which is asked now unless it was sent before. Raises as `Client`."""
        sent = self._sent
        if sent is not None and sent[0] == body:
            self._sent = None
            return sent[1].result()
        return self.client.ask(self.url, body=body, patient=False)

    def close(self) -> None:
        """Wait for nothing any more."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def _ask(self, body: bytes, is_sent: Event) -> Answer:
        try:
            return self.client.ask(self.url, body=body, patient=False, sent=is_sent.set)
        finally:
            is_sent.set()
