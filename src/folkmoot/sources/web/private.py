"""Addresses nobody on the outside may make us ask: this machine, private networks, link-local ones."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from folkmoot.model.errors import HostileInputError

WRAPPERS = tuple(map(ipaddress.IPv6Network, ("64:ff9b::/96", "::/96", "::ffff:0:0:0/96")))
"""IPv6 networks whose last 32 bits are an IPv4 address: NAT64, IPv4-compatible and IPv4-translated."""
INNER = tuple(map(ipaddress.ip_network, ("64:ff9b:1::/48", "fec0::/10", "192.0.0.0/24")))
"""Networks that lead inside and that not every Python knows of: NAT64 of one's own, site-local, IETF's."""


def is_private(address: str) -> bool:
    """Tell whether an IP address is none of the public internet, however it is wrapped."""
    read = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(read, ipaddress.IPv6Address):
        inner = read.ipv4_mapped or read.sixtofour
        if inner is None and any(read in wrapper for wrapper in WRAPPERS):
            inner = ipaddress.IPv4Address(int(read) & 0xFFFFFFFF)
        if inner is not None:
            return is_private(str(inner))
    return not read.is_global or read.is_multicast or any(read in network for network in INNER)


def refuse_private(host: str, port: int) -> None:
    """Raise HostileInputError where a host's name leads to an address that is not public."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        return  # connecting will say it better
    for *_, address in found:
        _refuse(host, str(address[0]))


def _refuse(host: str, address: str) -> None:
    if is_private(address):
        raise HostileInputError(
            f"{host} leads to {address}, which is in a private network.",
            hint="name the address yourself with --forge when it is meant.",
        )


class _Guard:
    """Looks where a name leads before connecting, and once more at whom the connection reached."""

    def _new_conn(self) -> socket.socket:
        refuse_private(self.host, self.port)  # type: ignore[attr-defined] # of the connection
        sock: socket.socket = super()._new_conn()  # type: ignore[misc] # of the connection
        try:
            _refuse(self.host, str(sock.getpeername()[0]))  # type: ignore[attr-defined] # of the connection
        except HostileInputError:
            sock.close()
            raise
        return sock


class _GuardedHTTP(_Guard, HTTPConnection):
    """A connection that reaches public addresses only."""


class _GuardedHTTPS(_Guard, HTTPSConnection):
    """A connection that reaches public addresses only."""


class _HTTPPool(HTTPConnectionPool):
    ConnectionCls = _GuardedHTTP


class _HTTPSPool(HTTPSConnectionPool):
    ConnectionCls = _GuardedHTTPS


PUBLIC_ONLY: dict[str, Any] = {"http": _HTTPPool, "https": _HTTPSPool}
"""Pools for `PoolManager.pool_classes_by_scheme` whose connections reach public addresses only."""
