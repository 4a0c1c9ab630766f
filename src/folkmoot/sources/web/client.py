"""Asking one host over HTTP: bounded answers, patience with limits and hiccups, no way to anywhere else.

Redirects are followed within the same scheme, host and port only. A token goes into a header of requests to
that host and nowhere else: not into addresses, errors or logs, and never over a plain connection that leaves
this machine.
"""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO, NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.exceptions import DecodeError, HTTPError, NewConnectionError, ProxyError, SSLError

from folkmoot import __version__
from folkmoot.i18n import Message
from folkmoot.model.errors import HostileInputError, SourceError, UnreachableError, UsageError
from folkmoot.model.source import Access
from folkmoot.sources.web.host_time import given_at
from folkmoot.sources.web.patience import PASSING, Limit, limit_of, pause
from folkmoot.sources.web.private import PUBLIC_ONLY
from folkmoot.sources.web.reaching import REACHING, words_of

LARGEST = 64_000_000
"""Most bytes of one answer, unpacked."""
CHUNK = 1 << 16
ATTEMPTS = 6
LIMITS = 20
"""Times one request may be told to wait."""
LONGEST_WAIT = 3 * 3600
REDIRECTS = 5
STEP = 1.0
LONG = 5.0
TIMEOUT = urllib3.Timeout(connect=20, read=60)
LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
PORTS = {"http": 80, "https": 443}
_LIMITED = re.compile(rb"rate limit|abuse detection")
"""What a door that opens again says; older GitHubs of one's own speak of abuse."""
WAIT_QUOTA = "{host} has no requests left for now; waiting {seconds} seconds until it has."
WAIT_HASTE = "{host} asks to go slower; waiting {seconds} seconds."


class Answer(NamedTuple):
    """What came back: status, headers named in lower case, and the whole body."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class _Room(NamedTuple):
    """Where the body of a good answer goes, and how long it may be there; None: it is held in memory."""

    into: BinaryIO | None
    largest: int


class PassingError(UnreachableError):
    """The host did not manage to answer: it may a moment later, or when asked for less."""


class Client:
    """A client for one host. `base` is its scheme, host and port; `requests` counts what was sent.

    Raises UsageError for a token that would travel unencrypted.
    """

    def __init__(self, base: str, access: Access, *, token: str = "", scheme: str = "Bearer") -> None:
        parts = urlsplit(base)
        self.base = base
        self.host = parts.hostname or ""
        self.access = access
        self.requests = 0
        self.is_closed = self._has_answered = False
        self._telling = threading.Lock()
        self._waits: list[float] = []
        self._headers = {"user-agent": f"folkmoot/{__version__}", "accept-encoding": "gzip"}
        if token and parts.scheme != "https" and self.host not in LOCAL:
            raise UsageError(
                f"A token would travel to {self.host} for everybody on the way to read.",
                hint="write its address with https.",
            )
        if token:
            self._headers["authorization"] = f"{scheme} {token}"
        self._pool = self._pools(parts.scheme)

    def _pools(self, scheme: str) -> urllib3.PoolManager:
        """Give connections: by the proxy of the environment, else straight, to public addresses only."""
        proxy = "" if proxy_bypass(self.host) else getproxies().get(scheme, "")
        options = {"retries": False, "timeout": TIMEOUT, "maxsize": 4, "block": True}
        if proxy:
            secret = urlsplit(proxy)
            headers = (
                urllib3.make_headers(proxy_basic_auth=f"{secret.username}:{secret.password or ''}")
                if secret.username
                else None
            )
            return urllib3.ProxyManager(proxy, proxy_headers=headers, **options)  # type: ignore[arg-type] # named above
        pools = urllib3.PoolManager(**options)  # type: ignore[arg-type] # named above
        if not self.access.named_by_user:
            pools.pool_classes_by_scheme = PUBLIC_ONLY
        return pools

    def close(self) -> None:
        """Let go of the connections."""
        self.is_closed = True
        self._pool.clear()

    def ask(
        self,
        path: str,
        *,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        patient: bool = True,
        into: BinaryIO | None = None,
        largest: int = 0,
        sent: Callable[[], None] | None = None,
    ) -> Answer:
        """Get `path` (or post `body` to it) and give the answer, waiting where the host asks to.

        A path is taken from the base's root; a whole address must lie at the same host. The body of a good
        answer goes `into` a file where one is given, emptied before each attempt, and is then no longer than
        `largest` bytes. `sent` is called when a body is on its way. Raises PassingError when it cannot answer
        (at once where not `patient`), UnreachableError, HostileInputError.
        """
        url = self._within(urljoin(self.base, path))
        limits = failures = 0
        while True:
            problem = ""
            try:
                answer = self._follow(url, body, headers or {}, _Room(into, largest), sent)
            except _FleetingError as error:
                problem = str(error)
            else:
                speaks = answer.status == 403 and _LIMITED.search(answer.body[:4000].lower()) is not None
                limit = limit_of(answer.status, answer.headers, given_at(answer.headers), is_limited=speaks)
                if limit is not None:
                    limits += 1
                    self.wait(limit, limits)
                    continue
                if answer.status not in PASSING:
                    return answer
                problem = f"it answers {answer.status}"
            failures += 1
            if not patient or failures >= ATTEMPTS:
                raise PassingError(
                    f"{self.host} cannot answer now: {problem}.",
                    hint="try again later; what was read so far is kept.",
                )
            self.rest(pause(failures - 1))

    def wait(self, limit: Limit, times: int = 1) -> None:
        """Wait as long as the host asks to. Raises UnreachableError where that is too long."""
        seconds = min(limit.seconds * (1 if limit.is_quota else 2 ** min(times - 1, 4)), 1e9)
        if seconds > LONGEST_WAIT or times > LIMITS:
            raise UnreachableError(
                f"{self.host} asks to wait {round(seconds)} seconds.",
                hint="run the same command then; what was read so far is kept.",
            )
        text = WAIT_QUOTA if limit.is_quota else WAIT_HASTE
        end = time.monotonic() + seconds
        with self._telling:
            # Whoever asks at the same time is told to wait too: one line is enough for all.
            is_told = any(end <= other + STEP for other in self._waits)
            self._waits.append(end)
            if not is_told:
                self.access.tell(Message(text, {"host": self.host, "seconds": max(1, round(seconds))}))
        try:
            self.rest(seconds)
        finally:
            with self._telling:
                self._waits.remove(end)

    def rest(self, seconds: float) -> None:
        """Wait in short steps, shown as they pass. Raises UnreachableError when closed meanwhile."""
        left = seconds
        while left > 0:
            if self.is_closed:
                raise UnreachableError(f"Waiting for {self.host} was broken off.", hint="run it again.")
            if seconds > LONG:
                self.access.progress("waiting", round(seconds - left), round(seconds))
            self.access.sleep(min(STEP, left))
            left -= STEP

    def _within(self, url: str) -> str:
        """Give an address of this very host back. Raises HostileInputError for any other."""
        here, there = urlsplit(self.base), urlsplit(url)
        try:
            same = _origin(there) == _origin(here)
        except ValueError:
            same = False
        if not same and there.hostname == here.hostname and there.username is None:
            raise HostileInputError(
                f"{self.host} leads to another address there, {_shown(there)!r}: not followed.",
                hint="name that address.",
            )
        if not same or there.username is not None:
            raise HostileInputError(
                f"{self.host} leads to another host, {(there.hostname or '')[:200]!r}: not followed.",
                hint="if the project moved there, name that address.",
            )
        return url

    def _follow(
        self, url: str, body: bytes | None, headers: Mapping[str, str], room: _Room,
        sent: Callable[[], None] | None,
    ) -> Answer:  # fmt: skip
        for _ in range(REDIRECTS):
            answer = self._once(url, body, headers, room, sent)
            if answer.status not in {301, 302, 303, 307, 308}:
                return answer
            url = self._within(urljoin(url, answer.headers.get("location", "")))
        raise SourceError(
            f"{self.host} leads around in circles.",
            hint="check the address; where a proxy stands between, ask who keeps it.",
        )

    def _once(
        self, url: str, body: bytes | None, headers: Mapping[str, str], room: _Room,
        sent: Callable[[], None] | None,
    ) -> Answer:  # fmt: skip
        self.requests += 1
        kind = {}
        if body is not None:
            kind = {"content-type": "application/json", "content-length": str(len(body))}
        try:
            response = self._pool.request(
                "GET" if body is None else "POST", url, redirect=False, preload_content=False,
                body=body if body is None or sent is None else _told(body, sent),
                headers={**self._headers, **kind, **headers},
            )  # fmt: skip
        except SSLError as error:
            raise UnreachableError(
                f"The connection to {self.host} is not safe: {words_of(error)}.",
                hint="for a certificate of your own, set SSL_CERT_FILE.",
            ) from error
        except (NewConnectionError, ProxyError) as error:
            if self._has_answered:
                raise _FleetingError(words_of(error)) from error
            way = " through the proxy" if isinstance(error, ProxyError) else ""
            raise UnreachableError(
                f"{self.host} cannot be reached{way}: {words_of(error)}.", hint=REACHING
            ) from error
        except HTTPError as error:
            raise _FleetingError(words_of(error)) from error
        try:
            held = bytearray()
            file = room.into if response.status == 200 else None
            if file is not None:
                file.seek(0)
                file.truncate()
            size, largest = 0, LARGEST if file is None else room.largest
            for chunk in response.stream(CHUNK, decode_content=True):
                size += len(chunk)
                if size > largest:
                    response.close()
                    raise HostileInputError(
                        f"{self.host} answers with more than {largest} bytes.",
                        hint="is this the address that was meant? Nothing so large is read.",
                    )
                if file is None:
                    held += chunk
                else:
                    file.write(chunk)
            self._has_answered = True
            named = {name.lower(): value for name, value in response.headers.items()}
            return Answer(response.status, named, bytes(held))
        except (HTTPError, DecodeError) as error:
            response.close()
            raise _FleetingError(words_of(error)) from error
        finally:
            response.release_conn()


def _origin(parts: SplitResult) -> tuple[str, str | None, int | None]:
    """Give scheme, host and port, which may be left out where it is the usual one. Raises ValueError."""
    return parts.scheme, parts.hostname, parts.port or PORTS.get(parts.scheme)


def _shown(parts: SplitResult) -> str:
    """Give the beginning of an address, without anything that may be a secret."""
    return f"{parts.scheme[:20]}://{parts.netloc[:200]}"


def _told(body: bytes, sent: Callable[[], None]) -> Iterator[bytes]:
    """Give a body to be sent, and tell when that is done."""
    yield body
    sent()


class _FleetingError(Exception):
    """A connection broke, or an answer came in pieces."""
