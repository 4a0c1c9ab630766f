"""The password in a URL is told to its host, when that asks, and to nobody it leads on to."""

import base64
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from folkmoot.model.errors import HostileInputError, UnreachableError
from folkmoot.sources.git.clones import clone
from folkmoot.sources.git.location import Remote, locate

OFFER = b"001e# service=git-upload-pack\n0000000eversion 2\n0013ls-refs=unborn\n0012fetch=shallow\n0000"


class Host:
    """A host that asks for a password and holds an empty repository, or leads on to another host."""

    def __init__(self, onward: str = "") -> None:
        self.told: list[str] = []
        told = self.told

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                """Say nothing."""

            def answer(self, status: int, body: bytes, **headers: str) -> None:
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name.replace("_", "-"), value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_GET(self) -> None:
                told.append(self.headers.get("Authorization", ""))
                kind = "application/x-git-upload-pack-advertisement"
                if onward:
                    self.answer(302, b"", Location=onward + self.path)
                elif not told[-1] and "asked" in self.path:
                    self.answer(401, b"", WWW_Authenticate="Basic realm=moot")
                else:
                    self.answer(200, OFFER, Content_Type=kind)

            def do_POST(self) -> None:
                told.append(self.headers.get("Authorization", ""))
                self.rfile.read(int(self.headers.get("Content-Length", 0)))
                self.answer(200, b"0000", Content_Type="application/x-git-upload-pack-result")

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True)
        self.thread.start()
        self.place = f"127.0.0.1:{self.server.server_address[1]}"

    def close(self) -> None:
        """End it, and everything it holds."""
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


@pytest.fixture
def host() -> Iterator[Host]:
    made = Host()
    yield made
    made.close()


def remote_of(url: str) -> Remote:
    found = locate(url)
    assert isinstance(found, Remote)
    return found


@pytest.mark.parametrize(("written", "meant"), [("ada:t%25ken:x", "ada:t%ken:x"), ("t0ken", "t0ken:")])
def test_a_host_that_asks_is_told(host: Host, written: str, meant: str) -> None:
    with clone(remote_of(f"http://{written}@{host.place}/asked/moot.git")):
        pass
    assert set(host.told) == {"", f"Basic {base64.b64encode(meant.encode()).decode()}"}


@pytest.mark.parametrize("path", ["moot.git", "asked/moot.git"])
def test_a_host_it_leads_on_to_is_told_nothing(host: Host, path: str) -> None:
    first = Host(onward=f"http://{host.place}")
    remote = remote_of(f"http://ada:t0ken@{first.place}/{path}")
    if "asked" in path:
        with pytest.raises(UnreachableError, match="Authentication failed"), clone(remote):
            pass
    else:
        with clone(remote):
            pass
    first.close()
    assert set(host.told) == {""}


def test_a_password_that_would_say_more_is_refused(host: Host) -> None:
    """A line break would be one more line of what a helper answers."""
    with (
        pytest.raises(HostileInputError, match="control characters"),
        clone(remote_of(f"http://ada:x%0Ahost=else@{host.place}/moot.git")),
    ):
        pass
    assert host.told == []
