"""The bytes of an archive file, unpacked, within bounds: a bomb ends in an error, not in a full disk."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3

from folkmoot import __version__
from folkmoot.model.errors import HostileInputError, SourceError, UnreachableError
from folkmoot.model.hints import READABLE
from folkmoot.sources.web.reaching import REACHING, words_of

CHUNK = 1 << 18
"""Bytes read and unpacked at once: what is done with them stays in the cache of a core."""
LARGEST = 64 * 1024**3
"""Most bytes one file may unpack to; the largest real hours have under two."""
RATIO = 100
"""Most bytes for each packed one, once there are enough of them to tell; events have about 10."""
FREE = 64 * 1024**2
"""Bytes unpacked before the ratio counts."""
WAIT = urllib3.Timeout(connect=20, read=60)
GZIP = b"\x1f\x8b"


class Readable(Protocol):
    """What bytes can be read from, a little at a time."""

    def read(self, size: int, /) -> bytes:
        """Give up to `size` bytes, none at the end."""
        ...


@contextmanager
def opened(place: str) -> Iterator[Readable]:
    """Open a path or URL for reading. Raises SourceError, UnreachableError."""
    if "://" not in place:
        try:
            file = Path(place).open("rb")  # noqa: SIM115 - closed below
        except OSError as error:
            raise SourceError(f"{place} cannot be read: {error.strerror}.", hint=READABLE) from error
        with file:
            yield file
        return
    parts = urlsplit(place)
    if parts.scheme not in {"https", "http"}:
        raise SourceError(
            f"{place} is neither a path nor a web address.",
            hint="give a path, or an address that begins with https://.",
        )
    proxy = "" if proxy_bypass(parts.hostname or "") else getproxies().get(parts.scheme, "")
    pool = urllib3.ProxyManager(proxy) if proxy else urllib3.PoolManager()
    headers = {"user-agent": f"folkmoot/{__version__}"}
    try:
        answer = pool.request(
            "GET", place, headers=headers, timeout=WAIT, preload_content=False, decode_content=False
        )
        if answer.status != 200:
            hint = "this hour is not in the archive." if answer.status == 404 else "try again later."
            raise UnreachableError(f"{place} answers {answer.status}.", hint=hint)
        yield answer
    except urllib3.exceptions.HTTPError as error:
        raise UnreachableError(f"{place} cannot be reached: {words_of(error)}.", hint=REACHING) from error
    finally:
        pool.clear()


def unpacked(file: Readable, place: str) -> Iterator[bytes]:
    """Yield the content of a file, gzip unpacked where it is (several members too).

    Raises HostileInputError for a bomb, SourceError for a file that is damaged or ends too early, after
    everything before was yielded.
    """
    packed = total = 0
    is_gzip: bool | None = None
    unpack: zlib._Decompress | None = None
    try:
        while chunk := file.read(CHUNK):
            if is_gzip is None:
                is_gzip = chunk.startswith(GZIP)
            packed += len(chunk)
            while chunk or unpack is not None:
                part, chunk, unpack = _part(chunk, unpack) if is_gzip else (chunk, b"", None)
                total += len(part)
                _refuse_bomb(place, packed if is_gzip else 0, total)
                if part:
                    yield part
                if len(part) < CHUNK and not chunk:
                    break
        if unpack is not None:
            raise SourceError(f"{place} ends too early: its gzip data is not whole.", hint="fetch it again.")
    except zlib.error as error:
        raise SourceError(
            f"{place} is damaged: its gzip data cannot be unpacked further.", hint="fetch it again."
        ) from error
    except OSError as error:
        raise UnreachableError(f"{place} breaks off: {error}.", hint="try again.") from error


def _part(chunk: bytes, unpack: zlib._Decompress | None) -> tuple[bytes, bytes, zlib._Decompress | None]:
    """Unpack a little; give it, what is still packed, and the member that is being unpacked."""
    if unpack is None:
        # Between members, and after the last, zeros may stand as filling.
        chunk = chunk.lstrip(b"\0")
        if not chunk:
            return b"", b"", None
        unpack = zlib.decompressobj(31)
    part = unpack.decompress(chunk, CHUNK)
    if unpack.eof:
        return part, unpack.unused_data, None
    return part, unpack.unconsumed_tail, unpack


def _refuse_bomb(place: str, packed: int, total: int) -> None:
    if total > LARGEST:
        raise HostileInputError(
            f"{place} unpacks to more than {LARGEST // 1024**3} GB.",
            hint="is this an archive of events of one hour? Nothing more of it was read.",
        )
    if packed and total > FREE and total > packed * RATIO:
        raise HostileInputError(
            f"{place} unpacks to more than {RATIO} times its size: that is no archive of events.",
            hint="is this the file that was meant? Nothing more of it was read.",
        )
