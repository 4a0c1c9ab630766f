"""Which forge a clone comes from."""

import pytest

from folkmoot.sources.git.forge_signs import forge_by


@pytest.mark.parametrize(
    ("address", "reference", "shown"),
    [
        ("https://github.com/ada/moot", "", "github"),
        ("https://git.oak.example/ada/moot", "refs/pull/7/head", "some"),
        ("/home/ada/moot", "refs/pull/7/head", "some"),
        ("/home/ada/moot", "refs/merge-requests/7/head", "gitlab"),
        ("/home/ada/github.com", "refs/heads/pull/7/head", ""),
        ("https://[broken", "", ""),
    ],
)
def test_an_address_shows_it_or_the_references_do(address: str, reference: str, shown: str) -> None:
    assert forge_by(address, ["refs/heads/main", reference]) == shown
