"""Which texts Go's net/url takes for an address, and what it makes of them.

Scorecard asks it of every word of a download, and gives up where it refuses an address. Follows
https://github.com/golang/go/blob/go1.25.0/src/net/url/url.go.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.\-]*):(.*)", re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_BAD_ESCAPE = re.compile(r"%(?![0-9a-fA-F]{2})")
_BAD_IN_HOST = re.compile(r"[ \\^`{|}#]|%(?!25)")
_USER = re.compile(r"[A-Za-z0-9\-._:~!$&'()*+,;=%@]*")
_PORT = re.compile(r"(:[0-9]*)?")


class NoAddressError(ValueError):
    """A text that Go refuses as an address."""


@dataclass(frozen=True)
class Address:
    """The parts of an address that are looked at."""

    scheme: str = ""
    host: str = ""
    path: str = ""


def parse_address(text: str, *, of_request: bool = False) -> Address:
    """Give the address in a text; one `of_request` begins with a scheme or a slash. Raises NoAddressError."""
    if _CONTROL.search(text):
        raise NoAddressError(text)
    rest = text if of_request else text.partition("#")[0]
    if not rest and of_request:
        raise NoAddressError(text)
    if rest == "*":
        return Address(path="*")
    scheme, rest = _scheme(rest, text)
    rest = rest.partition("?")[0]
    if not rest.startswith("/"):
        if scheme:
            return Address(scheme)
        if of_request or ":" in rest.partition("/")[0]:
            raise NoAddressError(text)
    host = ""
    if rest.startswith("//") and (scheme or (not of_request and not rest.startswith("///"))):
        authority, slash, path = rest[2:].partition("/")
        host = _host(authority, text)
        rest = slash + path
    if _BAD_ESCAPE.search(rest):
        raise NoAddressError(text)
    return Address(scheme, host, unquote(rest))


def _scheme(rest: str, text: str) -> tuple[str, str]:
    match = _SCHEME.fullmatch(rest)
    if match:
        return match[1].lower(), match[2]
    if rest.startswith(":"):
        raise NoAddressError(text)
    return "", rest


def _host(authority: str, text: str) -> str:
    user, sign, host = authority.rpartition("@")
    if sign and (not _USER.fullmatch(user) or _BAD_ESCAPE.search(user)):
        raise NoAddressError(text)
    if host.startswith("["):
        end = host.rfind("]")
        if end < 0 or not _PORT.fullmatch(host[end + 1 :]):
            raise NoAddressError(text)
        return host
    _name, colon, port = host.rpartition(":")
    if (colon and not _PORT.fullmatch(colon + port)) or _BAD_IN_HOST.search(host):
        raise NoAddressError(text)
    return host
