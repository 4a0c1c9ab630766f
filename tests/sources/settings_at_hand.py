"""A GitHub at hand that answers REST by path, for tests of settings; nothing else is served."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

DOCS = {"context": "docs"}
PLAIN = {
    "/repos/ada/moot": {
        "private": False,
        "default_branch": "main",
        "owner": {"login": "ada", "type": "User"},
    },
    "/repos/ada/moot/branches/main": {"protected": False},
    "/repos/ada/moot/rules/branches/main": [],
}
"""A project that nothing protects."""


@contextmanager
def forge(answers: Mapping[str, Any], seen: list[str] | None = None) -> Iterator[str]:
    """Serve these answers by path; what has none is hidden, a number is a status."""

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def do_POST(self) -> None:
            asked = self.rfile.read(int(self.headers["content-length"]))
            assert b"isSecurityPolicyEnabled" in asked
            self.do_GET()

        def do_GET(self) -> None:
            path = self.path.removeprefix("/api/v3").removeprefix("/api").partition("?")[0]
            if seen is not None:
                seen.append(self.headers.get("authorization", ""))
            found = answers.get(path, 404)
            status, body = (found, {}) if isinstance(found, int) else (200, found)
            text = body if isinstance(body, bytes) else json.dumps(body).encode()
            self.send_response(status)
            self.send_header("content-length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"github+http://127.0.0.1:{server.server_address[1]}/ada/moot"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
