"""A small forge that speaks REST for tests: lists in pages, and everything that goes wrong on the way."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from hashlib import md5
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from sources.forges.forge_at_hand import TODAY

Rows = dict[str, Any]
"""What lies at which path below the root: lists and objects."""


@dataclass
class RestForge:
    """One forge. Those named `every` strike each n-th request; 0 is never.

    `graphql` answers what is posted, by status and body; `posted` is what was, and `led` where it is led.
    `moved` leads from one path to another, `unlinked` names the ends of paths whose lists have no links, and
    `uncounted` those whose lists are given whole. `choose` filters and sorts a list by what was asked.
    Answers that are `tagged` have an ETag, and are not given again to whom has them: `same` are their paths.
    Where that is `bare`, it comes without links and counts; at a path that ends in `lying`, it always comes.
    """

    brand: str
    root: str
    rows: Rows
    choose: Callable[[list[Any], dict[str, str]], list[Any]]
    size: str = "limit"
    most: int = 50
    unlinked: tuple[str, ...] = ()
    uncounted: tuple[str, ...] = ()
    moved: dict[str, str] = field(default_factory=dict)
    hidden: dict[str, int] = field(default_factory=dict)
    refusal: bytes = b'{"message":"Not found"}'
    elsewhere: str = ""
    failing_every: int = 0
    limited_every: int = 0
    truncating_every: int = 0
    halving_every: int = 0
    today: int = TODAY
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    tokens: set[str] = field(default_factory=set)
    graphql: Callable[[RestForge, Any], tuple[int, bytes]] | None = None
    posted: list[Any] = field(default_factory=list)
    led: str = ""
    tagged: bool = False
    bare: bool = False
    lying: str = ""
    same: list[str] = field(default_factory=list)
    bend: Callable[[str, Any], Any] = lambda _path, found: found
    lock: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def serving(self) -> Iterator[str]:
        """Serve on this machine, and give the address."""

        class Handler(_Handler):
            forge = self

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            server.server_close()
            thread.join()

    def trouble(self, count: int) -> tuple[int, dict[str, str], bytes] | None:
        """Give the failure that strikes a request, None where it is answered."""
        if self.limited_every and count % self.limited_every == 0:
            return 429, {"retry-after": "2"}, b'{"message":"Too many requests"}'
        if self.failing_every and count % self.failing_every == 0:
            return 502, {}, b"<html>Bad gateway</html>"
        return None

    def page(
        self, path: str, found: list[Any], question: dict[str, str], base: str
    ) -> tuple[Rows, list[Any]]:
        """Give the headers and rows of one page."""
        end = path.rsplit("/", 1)[-1]
        if end in self.uncounted and "page" not in question:
            return {}, found
        wanted = min(int(question.get(self.size, self.most)), self.most)
        number = int(question.get("page", "1"))
        chosen = found[(number - 1) * wanted : number * wanted]
        headers = {"x-total-count" if self.brand != "gitlab" else "x-total": str(len(found))}
        if end not in self.unlinked:
            more = {**question, "page": str(number + 1), self.size: str(wanted)}
            first = f'<{base}/{path}?{urlencode({**more, "page": "1"})}>; rel="first"'
            link = f'<{self.elsewhere or base}/{path}?{urlencode(more)}>; rel="next"'
            headers["link"] = f"{link}, {first}" if number * wanted < len(found) else first
        return headers, chosen


class _Handler(BaseHTTPRequestHandler):
    forge: RestForge
    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16  # an answer leaves in one piece, or each waits for the last one to be confirmed

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer one question."""
        forge, parts = self.forge, urlsplit(self.path)
        path = parts.path.removeprefix(f"/{forge.root}/")
        question = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        with forge.lock:
            forge.asked.append((path, question))
            forge.tokens.add(self.headers.get("authorization", ""))
            count = len(forge.asked) + len(forge.posted)
        if struck := forge.trouble(count):
            self._send(*struck)
            return
        for old, new in forge.moved.items():
            if path == old or path.startswith(f"{old}/"):
                where = f"/{forge.root}/{new}{path.removeprefix(old)}?{parts.query}"
                self._send(301, {"location": where}, b"{}")
                return
        if path in forge.hidden or path not in forge.rows:
            self._send(forge.hidden.get(path, 404), {}, forge.refusal)
            return
        found, headers = forge.rows[path], {}
        if isinstance(found, list):
            base = f"http://{self.headers['host']}/{forge.root}"
            headers, found = forge.page(path, forge.choose(found, question), question, base)
        found = forge.bend(path, found)
        body = json.dumps(found).encode()
        if forge.halving_every and count % forge.halving_every == 0:
            body = body[: len(body) // 2]
        tag = f'W/"{md5(body, usedforsecurity=False).hexdigest()}"'
        if forge.lying and path.endswith(forge.lying):
            self._send(304, {}, b"")
            return
        if forge.tagged and self.headers.get("if-none-match") == tag:
            with forge.lock:
                forge.same.append(path)
            self._send(304, {"etag": tag} if forge.bare else {**headers, "etag": tag}, b"")
            return
        headers |= {"etag": tag} if forge.tagged else {}
        every = forge.truncating_every
        self._send(200, headers, body, truncated=bool(every and count % every == 0))

    def do_POST(self) -> None:
        """Answer one question in GraphQL, where there is one who can."""
        forge = self.forge
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        with forge.lock:
            forge.posted.append(asked)
            forge.tokens.add(self.headers.get("authorization", ""))
            count = len(forge.asked) + len(forge.posted)
        if struck := forge.trouble(count):
            self._send(*struck)
        elif forge.led:
            self._send(302, {"location": forge.led}, b"{}")
        elif forge.graphql is None or self.path != f"/{forge.root.rpartition('/')[0]}/graphql":
            self._send(404, {}, forge.refusal)
        else:
            status, body = forge.graphql(forge, asked)
            self._send(status, {}, body)

    def date_time_string(self, timestamp: float | None = None) -> str:
        """Give the time the forge says it is."""
        return formatdate(timestamp or self.forge.today, usegmt=True)

    def _send(self, status: int, headers: dict[str, str], body: bytes, *, truncated: bool = False) -> None:
        self.send_response(status)
        for name, value in {"content-type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if truncated else body)
        if truncated:
            self.close_connection = True
