"""Addresses that nobody on the outside may make us ask."""

from __future__ import annotations

import pytest

from folkmoot.model.errors import HostileInputError
from folkmoot.sources.web.private import is_private, refuse_private


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
    ],
)
def test_private_addresses_are_told_however_they_are_wrapped(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize("address", ["140.82.121.4", "8.8.8.8", "2606:50c0:8000::153", "::ffff:8.8.8.8"])
def test_public_addresses_are_not(address: str) -> None:
    assert not is_private(address)


def test_a_name_that_leads_to_this_machine_is_refused() -> None:
    with pytest.raises(HostileInputError, match="private network"):
        refuse_private("localhost", 80)
