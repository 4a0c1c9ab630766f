"""Addresses as Go takes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.checks.scorecard._gourl import Address, NoAddressError, parse_address


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/a/b.sh", Address("https", "example.org", "/a/b.sh")),
        ("HTTPS://me:pw@example.org:8443/a%20b?c=%zz", Address("https", "example.org:8443", "/a b")),
        ("/srv/file", Address("", "", "/srv/file")),
        ("//srv/file", Address("", "", "//srv/file")),
        ("localhost:8080", Address("localhost")),
        ("Accept: text/html", Address("accept")),
        ("http://[::1]:80/x", Address("http", "[::1]:80", "/x")),
        ("file:///x", Address("file", "", "/x")),
        ("*", Address(path="*")),
    ],
)
def test_what_a_request_may_go_to(text: str, address: Address) -> None:
    assert parse_address(text, of_request=True) == address


@pytest.mark.parametrize(
    "text",
    ["", "-sSfL", "install.sh", "1a:b", ":x", "http://a b/", "http://a/%zz", "http://a:port/", "http://[::1/x",
     "http://{{host}}/x", "http://a^b@host/", "/a\nb", "/%"],
)  # fmt: skip
def test_what_is_no_address_of_a_request(text: str) -> None:
    with pytest.raises(NoAddressError):
        parse_address(text, of_request=True)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("install.sh", Address(path="install.sh")),
        ("//example.org/x#part", Address("", "example.org", "/x")),
        ("http://example.org/x#a b", Address("http", "example.org", "/x")),
        ("", Address()),
        ("///x", Address(path="///x")),
    ],
)
def test_outside_of_requests_more_is_an_address(text: str, address: Address) -> None:
    assert parse_address(text) == address


def test_a_first_part_with_a_colon_is_refused() -> None:
    with pytest.raises(NoAddressError):
        parse_address("1:2/x")


@given(st.text(max_size=60), st.booleans())
def test_any_text_is_an_address_or_none(text: str, of_request: bool) -> None:
    try:
        assert isinstance(parse_address(text, of_request=of_request), Address)
    except NoAddressError:
        return
