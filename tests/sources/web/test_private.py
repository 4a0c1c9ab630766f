"""Addresses that nobody on the outside may make us ask."""

from __future__ import annotations

import socket

import pytest

from folkmoot.model.errors import HostileInputError
from folkmoot.sources.web.private import PUBLIC_ONLY, is_private, refuse_private


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "192.168.0.1",
        "172.16.5.5",
        "169.254.169.254",
        "0.0.0.0",  # noqa: S104 - is looked at, not bound to
        "100.64.0.1",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "::",
        "ff02::1",
        "::10.0.0.1",  # IPv4-compatible
        "::ffff:0:192.168.0.1",  # IPv4-translated
        "64:ff9b:1::808:808",  # NAT64 of one's own network, whatever is behind it
        "2001:0:808:808::1",  # Teredo
        "fec0::1",  # site-local
        "192.0.0.192",  # where a cloud's machines ask for their own secrets
        "192.0.2.1",
        "198.18.0.1",
        "240.0.0.1",
        "255.255.255.255",
    ],
)
def test_private_addresses_are_told_however_they_are_wrapped(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize(
    "address",
    [
        "140.82.121.4",
        "8.8.8.8",
        "2606:50c0:8000::153",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "2002:808:808::",
        "192.0.1.1",
        "172.15.255.255",
        "172.32.0.0",
        "100.63.255.255",
        "100.128.0.0",
    ],
)
def test_public_addresses_are_not(address: str) -> None:
    assert not is_private(address)


def test_a_name_that_leads_to_this_machine_is_refused() -> None:
    with pytest.raises(HostileInputError, match="private network"):
        refuse_private("localhost", 80)


def found(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> None:
    """Let every name lead to these addresses."""
    entries = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, 80)) for address in addresses]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: entries)


def test_one_private_address_among_public_ones_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name may lead to several addresses, and nobody knows which of them is taken."""
    found(monkeypatch, "8.8.8.8", "10.0.0.1")
    with pytest.raises(HostileInputError, match=r"forge\.test leads to 10\.0\.0\.1") as refused:
        refuse_private("forge.test", 80)
    assert "--forge" in refused.value.hint


def test_a_name_that_leads_to_the_internet_is_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    found(monkeypatch, "8.8.8.8", "140.82.121.4")
    refuse_private("forge.test", 443)
    found(monkeypatch, "8.8.8.8", "10.0.0.1")
    with pytest.raises(HostileInputError):
        refuse_private("forge.test", 443)  # it was looked at


def test_a_name_that_leads_nowhere_is_left_to_connecting(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def unknown(host: str, *_: object, **__: object) -> None:
        asked.append(host)
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    refuse_private("nowhere.test", 443)
    assert asked == ["nowhere.test"]


def test_a_name_that_changes_its_mind_is_caught_when_connected(monkeypatch: pytest.MonkeyPatch) -> None:
    """It led to the internet when asked, and to this machine a moment later; nothing is sent there."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        monkeypatch.setattr("folkmoot.sources.web.private.refuse_private", lambda *_: None)
        pool = PUBLIC_ONLY["http"]("127.0.0.1", port)
        with pytest.raises(HostileInputError, match=r"leads to 127\.0\.0\.1"):
            pool.urlopen("GET", "/", retries=False, timeout=5)
        reached, _ = listener.accept()
        with reached:
            reached.settimeout(5)
            assert reached.recv(1) == b""
