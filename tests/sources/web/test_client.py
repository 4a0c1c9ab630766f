"""The client against a server that misbehaves in every way it must survive.

Long because there are so many ways.
"""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from folkmoot.i18n import Text, say
from folkmoot.model.errors import HostileInputError, SourceError, UnreachableError, UsageError
from folkmoot.model.source import Access
from folkmoot.sources.web import client as client_module
from folkmoot.sources.web.client import Client, PassingError

SECRET = "s3cret"  # noqa: S105 - invented
Behaviour = Callable[[BaseHTTPRequestHandler, int], None]


@contextmanager
def server(behave: Behaviour) -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Serve, each request answered by `behave(handler, how many came before)`."""
    seen: list[dict[str, str]] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            seen.append({"path": self.path, **{key.lower(): value for key, value in self.headers.items()}})
            behave(self, len(seen) - 1)

        do_POST = do_GET  # noqa: N815 - the name the server calls

    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.daemon_threads = True
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{made.server_address[1]}", seen
    finally:
        made.shutdown()
        made.server_close()
        thread.join()


def send(handler: BaseHTTPRequestHandler, status: int = 200, body: bytes = b"fine", **headers: str) -> None:
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("content-length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


class Talk:
    """Takes what the client says and how long it sleeps, without sleeping."""

    def __init__(self, *, named_by_user: bool = True) -> None:
        self.told: list[str] = []
        self.slept = 0.0
        self.access = Access({}, named_by_user=named_by_user, tell=self.tell, sleep=self.sleep)

    def tell(self, text: Text) -> None:
        self.told.append(say(text))

    def sleep(self, seconds: float) -> None:
        self.slept += seconds


def ask(behave: Behaviour, talk: Talk | None = None, path: str = "/x") -> bytes:
    with server(behave) as (base, _):
        client = Client(base, (talk or Talk()).access)
        try:
            return client.ask(path).body
        finally:
            client.close()


def test_an_answer_is_taken_whole_and_unpacked() -> None:
    assert (
        ask(lambda handler, _: send(handler, body=gzip.compress(b"x" * 9), content_encoding="gzip"))
        == b"x" * 9
    )


def test_a_hiccup_is_asked_again_after_a_pause() -> None:
    talk = Talk()
    assert ask(lambda handler, count: send(handler, 502 if count < 3 else 200), talk) == b"fine"
    assert talk.slept >= 3 * 0.5


def test_half_an_answer_is_asked_again() -> None:
    def behave(handler: BaseHTTPRequestHandler, count: int) -> None:
        if count:
            send(handler)
            return
        handler.send_response(200)
        handler.send_header("content-length", "100")
        handler.end_headers()
        handler.wfile.write(b"half")
        handler.close_connection = True

    assert ask(behave) == b"fine"


def test_broken_packing_is_asked_again() -> None:
    def behave(handler: BaseHTTPRequestHandler, count: int) -> None:
        if count:
            send(handler)
        else:
            send(handler, body=b"no gzip", content_encoding="gzip")

    assert ask(behave) == b"fine"


def test_a_server_that_never_answers_is_given_up() -> None:
    with pytest.raises(PassingError, match="503"):
        ask(lambda handler, _: send(handler, 503))


def test_a_limit_is_waited_for_and_its_seconds_are_told() -> None:
    talk = Talk()
    answers = (
        (429, {"retry_after": "40"}),
        (403, {"x_ratelimit_remaining": "0", "x_ratelimit_reset": "1000000000"}),
    )

    def behave(handler: BaseHTTPRequestHandler, count: int) -> None:
        if count < len(answers):
            status, headers = answers[count]
            send(handler, status, **headers)
        else:
            send(handler)

    assert ask(behave, talk) == b"fine"
    assert talk.slept == 41
    assert "40 seconds" in talk.told[0]
    assert "no requests left" in talk.told[1]


def test_until_when_to_wait_is_read_by_the_clock_that_said_it() -> None:
    """A machine whose clock is wrong would wait for hours, or ask again at once until it is given up."""
    talk = Talk()

    def behave(handler: BaseHTTPRequestHandler, count: int) -> None:
        handler.date_time_string = lambda _=None: "Tue, 14 Nov 2023 22:13:20 GMT"  # type: ignore[method-assign]
        spent = {"x_ratelimit_remaining": "0", "x_ratelimit_reset": "1700000090"}
        send(handler) if count else send(handler, 403, **spent)

    assert ask(behave, talk) == b"fine"
    assert talk.slept == 91


def test_a_secondary_limit_without_a_time_is_told_from_a_shut_door() -> None:
    talk = Talk()
    text = b"You have exceeded a secondary rate limit"
    assert ask(lambda handler, count: send(handler, *((200,) if count else (403, text))), talk) == b"fine"
    assert talk.slept == 60
    assert ask(lambda handler, _: send(handler, 403, b"forbidden")) == b"forbidden"


def test_an_older_github_speaks_of_abuse_and_names_no_time() -> None:
    talk = Talk()
    text = b'{"message":"You have triggered an abuse detection mechanism. Please wait a few minutes."}'
    assert ask(lambda handler, count: send(handler, *((200,) if count else (403, text))), talk) == b"fine"
    assert talk.slept == 60


def test_nobody_waits_for_years() -> None:
    talk = Talk()
    with pytest.raises(UnreachableError, match="seconds"):
        ask(lambda handler, _: send(handler, 429, retry_after="99999999"), talk)
    assert talk.slept == 0


def test_a_redirect_within_the_host_is_followed() -> None:
    assert (
        ask(lambda handler, count: send(handler, *((200,) if count else (301,)), location="/repositories/7"))
        == b"fine"
    )


@pytest.mark.parametrize(
    "location",
    [
        "http://169.254.169.254/latest",
        "https://example.org/",
        "//example.org/x",
        "file:///etc/passwd",
        "http://u@127.0.0.1/",
    ],
)
def test_a_redirect_to_another_host_is_refused(location: str) -> None:
    with pytest.raises(HostileInputError, match="another host"):
        ask(lambda handler, _: send(handler, 302, location=location))


@pytest.mark.parametrize("location", ["https://127.0.0.1/", "http://127.0.0.1:1/x?token=secret"])
def test_a_redirect_to_another_address_of_the_host_is_refused_and_named(location: str) -> None:
    with pytest.raises(HostileInputError) as refused:
        ask(lambda handler, _: send(handler, 301, location=location))
    named = location[: location.index("/", 8)]
    assert str(refused.value).startswith(
        f"127.0.0.1 leads to another address there, {named!r}: not followed."
    )


def test_redirects_in_a_circle_end() -> None:
    with pytest.raises(SourceError, match="circles"):
        ask(lambda handler, _: send(handler, 302, location="/x"))


def test_an_address_of_another_host_is_not_asked() -> None:
    with pytest.raises(HostileInputError):
        ask(lambda handler, _: send(handler), path="https://example.org/x")


@pytest.mark.parametrize(
    ("base", "path", "is_same"),
    [
        ("https://code.example.org", "https://code.example.org:443/x", True),
        ("https://code.example.org:443", "https://code.example.org/x", True),
        ("http://localhost:80", "http://localhost/x", True),
        ("https://code.example.org", "https://code.example.org:80/x", False),
        ("https://code.example.org", "http://code.example.org/x", False),
        ("https://code.example.org", "https://code.example.org:99999/x", False),
    ],
)
def test_the_usual_port_may_be_left_out(base: str, path: str, is_same: bool) -> None:
    client = Client(base, Talk().access)
    if is_same:
        assert client._within(path) == path
    else:
        with pytest.raises(HostileInputError):
            client._within(path)


def test_a_host_nobody_named_may_not_lie_in_a_private_network() -> None:
    with server(lambda handler, _: send(handler)) as (base, seen):
        client = Client(base, Talk(named_by_user=False).access)
        with pytest.raises(HostileInputError, match="private network"):
            client.ask("/")
        client.close()
    assert seen == []


def test_an_endless_answer_is_cut_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bomb of gzip is unpacked piece by piece, and not to its end."""
    monkeypatch.setattr(client_module, "LARGEST", 100_000)
    bomb = gzip.compress(b"0" * 50_000_000)
    with pytest.raises(HostileInputError, match="more than"):
        ask(lambda handler, _: send(handler, body=bomb, content_encoding="gzip"))


def test_a_long_answer_goes_into_a_file_and_not_into_memory(tmp_path: Path) -> None:
    with server(lambda handler, _: send(handler, body=b"x" * 200_000)) as (base, _):
        client = Client(base, Talk().access)
        with (tmp_path / "body").open("w+b") as file:
            answer = client.ask("/x", into=file, largest=200_000)
        client.close()
    assert answer.body == b""
    assert (tmp_path / "body").read_bytes() == b"x" * 200_000


def test_a_file_is_begun_anew_after_half_an_answer(tmp_path: Path) -> None:
    def behave(handler: BaseHTTPRequestHandler, count: int) -> None:
        if count:
            send(handler, body=b"whole")
            return
        handler.send_response(200)
        handler.send_header("content-length", "100000")
        handler.end_headers()
        handler.wfile.write(b"half of it" * 9)
        handler.close_connection = True

    with server(behave) as (base, _), (tmp_path / "body").open("w+b") as file:
        client = Client(base, Talk().access)
        client.ask("/x", into=file, largest=1000)
        client.close()
    assert (tmp_path / "body").read_bytes() == b"whole"


def test_an_answer_into_a_file_is_cut_off_too(tmp_path: Path) -> None:
    bomb = gzip.compress(b"0" * 5_000_000)
    with (
        server(lambda handler, _: send(handler, body=bomb, content_encoding="gzip")) as (base, _),
        (tmp_path / "body").open("w+b") as file,
    ):
        client = Client(base, Talk().access)
        with pytest.raises(HostileInputError, match="more than 100000 bytes"):
            client.ask("/x", into=file, largest=100_000)
        client.close()
    assert (tmp_path / "body").stat().st_size <= 200_000


def test_what_is_no_good_answer_is_held_and_not_filed(tmp_path: Path) -> None:
    with (
        server(lambda handler, _: send(handler, 404, b"nothing here")) as (base, _),
        (tmp_path / "body").open("w+b") as file,
    ):
        client = Client(base, Talk().access)
        answer = client.ask("/x", into=file, largest=1)
        client.close()
    assert (answer.status, answer.body) == (404, b"nothing here")
    assert (tmp_path / "body").read_bytes() == b""


def test_no_token_travels_for_everybody_to_read() -> None:
    with pytest.raises(UsageError, match="everybody") as refused:
        Client("http://example.org", Talk().access, token=SECRET)
    assert SECRET not in str(refused.value)


def test_the_token_goes_into_one_header() -> None:
    with server(lambda handler, _: send(handler)) as (base, seen):
        client = Client(base, Talk().access, token=SECRET)
        client.ask("/x?y=1")
        client.close()
    assert seen[0]["authorization"] == f"Bearer {SECRET}"
    assert SECRET not in seen[0]["path"]


def test_a_host_that_is_not_there_is_said_so() -> None:
    with server(lambda handler, _: send(handler)) as (base, _):
        pass
    client = Client(base, Talk().access)
    with pytest.raises(UnreachableError, match=r"127\.0\.0\.1 cannot be reached: .*refused"):
        client.ask("/")


def test_waiting_ends_when_the_client_is_closed() -> None:
    talk = Talk()
    client = Client("http://127.0.0.1:1", talk.access)
    client.close()
    with pytest.raises(UnreachableError, match="broken off"):
        client.rest(100)
    assert talk.slept == 0


def test_it_is_told_when_a_body_is_on_its_way() -> None:
    """It was handed over whole, with its length, before the host answers."""
    is_sent = threading.Event()
    took: list[bytes] = []

    def behave(handler: BaseHTTPRequestHandler, _: int) -> None:
        took.append(handler.rfile.read(int(handler.headers["content-length"])))
        assert is_sent.wait(300)
        send(handler)

    with server(behave) as (base, seen):
        client = Client(base, Talk().access)
        assert client.ask("/x", body=b'{"a": 1}', sent=is_sent.set).body == b"fine"
        client.close()
    assert took == [b'{"a": 1}']
    assert "transfer-encoding" not in seen[0]
