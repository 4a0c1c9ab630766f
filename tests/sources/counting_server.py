"""A local server that answers as forges do when they are asked for a project's counts."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

ANSWERS: dict[str, Any] = {
    "/api/v3/repos/moot/hall": {
        "stargazers_count": 12,
        "forks_count": 3,
        "subscribers_count": 4,
        "open_issues_count": 9,
    },
    "/api/graphql": {
        "data": {
            "repository": {
                "stargazerCount": 12,
                "forkCount": 3,
                "watchers": {"totalCount": 4},
                "openIssues": {"totalCount": 5},
                "openChanges": {"totalCount": 2},
            }
        }
    },
    "/api/v1/repos/moot/hall": {
        "stars_count": 7,
        "forks_count": 1,
        "watchers_count": 2,
        "open_issues_count": 3,
        "open_pr_counter": 4,
    },
    "/api/v4/projects/moot%2Fhall": {"star_count": 6, "forks_count": 5},
    "/api/v3/repos/moot/odd": {"stargazers_count": "many", "forks_count": 3},
    "/api/v3/repos/moot/text": None,
}


class _Forge(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        self._answer()

    def _answer(self) -> None:
        found = self.path in ANSWERS
        told = ANSWERS.get(self.path)
        content = json.dumps(told).encode() if told else b"Nothing here"
        self.server.asked.append((self.path, self.headers.get("authorization", "")))  # type: ignore[attr-defined]
        self.send_response(200 if found else 404)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""


@contextmanager
def counting_server() -> Iterator[HTTPServer]:
    """Run the server; what it was asked stands in `asked`, its address is `http://127.0.0.1:<server_port>`."""
    made = HTTPServer(("127.0.0.1", 0), _Forge)
    made.asked = []  # type: ignore[attr-defined]
    running = threading.Thread(target=made.serve_forever)
    running.start()
    try:
        yield made
    finally:
        made.shutdown()
        running.join()
        made.server_close()
