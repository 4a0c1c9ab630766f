"""The fake forge's HTTP side: GraphQL, the few REST answers that are read, and every way a real one fails."""

from __future__ import annotations

import gzip
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from fake_forge.nodes import Node
from fake_forge.resolving import answer
from fake_forge.settings import told as told_of_settings

EVENTS_PAGE = 5
SPENT = {"data": None, "errors": [{"type": "RATE_LIMITED", "message": "API rate limit exceeded"}]}
"""What GitHub answers when the quota is spent; since 2025 also in other words."""


@dataclass
class Switches:
    """How the forge behaves. Those named `every` strike each n-th request, of GraphQL or settings (0: none).

    `quota` requests are answered, then none but by `refusal` until `reset` seconds later; `largest` is the
    page size above which it answers 502; `today` is its clock (seconds since 1970; 0 is the real one);
    `renamed` maps old names of projects to new ones; `elsewhere` is where REST leads.
    """

    failing_every: int = 0
    truncating_every: int = 0
    secondary_every: int = 0
    retry_after: int = 1
    quota: int = 0
    reset: int = 2
    refusal: dict[str, Any] = field(default_factory=lambda: SPENT)
    largest: int = 0
    slow: float = 0.0
    today: int = 0
    packed: bool = True
    renamed: dict[str, str] = field(default_factory=dict)
    elsewhere: str = ""


class FakeForge:
    """One forge, its projects by name. `asked` counts GraphQL requests, `busy` the seconds all took."""

    def __init__(self, world: dict[str, Node], switches: Switches | None = None) -> None:
        self.world = world
        self.switches = switches or Switches()
        self.asked = self.answered = self.rest = self.settings = 0
        self.busy = 0.0
        self.tokens: set[str] = set()
        self.log: list[dict[str, Any]] = []
        self.lock = threading.Lock()
        self.spent_until = 0.0

    @property
    def known(self) -> dict[str, Node]:
        """The projects by every name they ever had."""
        renamed = {old: self.world[new] for old, new in self.switches.renamed.items()}
        return {**renamed, **self.world}

    @contextmanager
    def serving(self, port: int = 0) -> Iterator[str]:
        """Serve on this machine, and give the address."""
        forge = self

        class Handler(_Handler):
            pass

        Handler.forge = forge
        server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}"
        finally:
            server.shutdown()
            server.server_close()
            thread.join()

    def trouble(self, variables: dict[str, Any], count: int) -> tuple[int, dict[str, str], bytes] | None:
        """Give the failure that strikes the `count`-th request of its sort, None where it is answered."""
        switches = self.switches
        if switches.quota:
            now = time.time()
            if self.answered >= switches.quota and now < self.spent_until:
                return 200, self.spent(), json.dumps(switches.refusal).encode()
            if self.answered >= switches.quota:
                self.answered = 0
        if switches.secondary_every and count % switches.secondary_every == 0:
            text = b'{"message":"You have exceeded a secondary rate limit."}'
            return 403, {"retry-after": str(switches.retry_after)}, text
        if switches.failing_every and count % switches.failing_every == 0:
            return 502, {}, b"<html>Bad gateway</html>"
        if switches.largest and variables.get("size", 0) > switches.largest:
            return 502, {}, b"<html>Bad gateway</html>"
        return None

    def spent(self) -> dict[str, str]:
        """Give the headers of a quota that is used up: until when, by the clock that its answers show."""
        now = time.time()
        reset = (self.switches.today or now) + max(0.0, self.spent_until - now)
        return {"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(int(reset))}

    def left(self) -> int:
        """Give how many requests the quota still has."""
        return max(0, self.switches.quota - self.answered) if self.switches.quota else 4999


class _Handler(BaseHTTPRequestHandler):
    forge: FakeForge
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def date_time_string(self, timestamp: float | None = None) -> str:
        """Give the time the forge says it is."""
        return super().date_time_string(timestamp or self.forge.switches.today or None)

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_POST(self) -> None:
        """Answer a GraphQL question, and count the time that takes."""
        with self._counted():
            self._question()

    @contextmanager
    def _counted(self) -> Iterator[None]:
        begun = time.perf_counter()
        try:
            yield
        finally:
            with self.forge.lock:
                self.forge.busy += time.perf_counter() - begun

    def _question(self) -> None:
        forge = self.forge
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        if not self._allowed():
            return
        asked = json.loads(body)
        with forge.lock:
            forge.asked += 1
            forge.log.append(asked["variables"])
            count, trouble = forge.asked, forge.trouble(asked["variables"], forge.asked)
            if trouble is None:
                forge.answered += 1
                forge.spent_until = time.time() + forge.switches.reset
        if trouble is not None:
            self._send(*trouble)
            return
        if forge.switches.slow:
            time.sleep(forge.switches.slow)
        try:
            told = answer(forge.known, asked["query"], asked["variables"], left=forge.left())
        except Exception as error:  # noqa: BLE001 - the fault is the fake's own: say so at once
            told = {"data": None, "errors": [{"type": "FAKE", "message": f"the fake failed: {error!r}"}]}
        every = forge.switches.truncating_every
        self._send(200, {}, json.dumps(told).encode(), truncated=bool(every and count % every == 0))

    def do_GET(self) -> None:
        """Answer REST: a repository's events and settings, old names leading to the id's address.

        `/counts` tells how many requests came, and the seconds and the CPU they took.
        """
        forge = self.forge
        if self.path == "/counts":
            counts = {"asked": forge.asked, "rest": forge.rest, "busy": forge.busy}
            self._send(200, {}, json.dumps({**counts, "cpu": time.process_time()}).encode())
            return
        with self._counted():
            self._address()

    def _address(self) -> None:
        forge, place = self.forge, urlsplit(self.path)
        parts = place.path.removeprefix("/api/v3").strip("/").split("/")
        # Settings of a public project are told to everybody, events (as we ask for them) with a token.
        if parts[-1] == "events" and not self._allowed():
            return
        forge.tokens.add(self.headers.get("authorization", ""))
        forge.rest += 1
        if forge.switches.elsewhere:
            self._send(301, {"location": forge.switches.elsewhere}, b"{}")
            return
        name, below = ("/".join(parts[1:3]), parts[3:]) if parts[0] == "repos" else ("", parts[2:])
        if name in forge.switches.renamed:
            where = "/".join(["/api/v3/repositories/1", *below])
            self._send(301, {"location": f"{where}?{place.query}"}, b"{}")
            return
        project = forge.world.get(name) if name else next(iter(forge.world.values()))
        if project is not None and below == ["events"]:
            self._events(project, int(parse_qs(place.query).get("page", ["1"])[0]))
        else:
            self._settings(project, "/".join(below))

    def _settings(self, project: Node | None, place: str) -> None:
        forge = self.forge
        with forge.lock:
            forge.settings += 1
            count, trouble = forge.settings, forge.trouble({}, forge.settings)
        if trouble is not None:
            self._send(*trouble)
            return
        found = told_of_settings(project, place) if project is not None else None
        if found is None:
            self._send(404, {}, b'{"message":"Not Found"}')
            return
        every = forge.switches.truncating_every
        self._send(200, {}, json.dumps(found).encode(), truncated=bool(every and count % every == 0))

    def _events(self, project: Node, page: int) -> None:
        newest = list(reversed(project["events"]))
        chosen = newest[(page - 1) * EVENTS_PAGE : page * EVENTS_PAGE]
        tag = f'W/"{len(newest)}"'
        if page == 1 and self.headers.get("if-none-match") == tag:
            self._send(304, {"etag": tag}, b"")
            return
        headers = {"etag": tag}
        if page * EVENTS_PAGE < len(newest):
            host = f"http://{self.headers['host']}"
            headers["link"] = (
                f'<{host}/api/v3/repositories/1/events?per_page=100&page={page + 1}>; rel="next"'
            )
        self._send(200, headers, json.dumps(chosen).encode())

    def _allowed(self) -> bool:
        said = self.headers.get("authorization", "")
        self.forge.tokens.add(said)
        if not said.startswith("Bearer "):
            self._send(401, {}, b'{"message":"Requires authentication"}')
            return False
        return True

    def _send(self, status: int, headers: dict[str, str], body: bytes, *, truncated: bool = False) -> None:
        if self.forge.switches.packed and "gzip" in self.headers.get("accept-encoding", "") and body:
            body, headers = gzip.compress(body, 1), {**headers, "content-encoding": "gzip"}
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[: len(body) // 2] if truncated else body)
        if truncated:
            self.close_connection = True
