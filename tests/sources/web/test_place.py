"""Addresses of projects, and which forge they mean."""

from __future__ import annotations

import pytest

from folkmoot.model.errors import UsageError
from folkmoot.sources.web.place import Place, is_of_brand, place_of, without_mark

HOSTS = frozenset({"github.com"})


def place(origin: str) -> Place:
    found = place_of(origin)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("origin", "base", "host", "project"),
    [
        ("https://github.com/ada/loom", "https://github.com", "github.com", "ada/loom"),
        ("https://GitHub.com:443/ada/loom.git/", "https://github.com", "github.com", "ada/loom"),
        ("http://[::1]:8080/a/b", "http://[::1]:8080", "[::1]:8080", "a/b"),
        ("gitlab+https://h.org/git/lab//a/b", "https://h.org/git/lab", "h.org", "a/b"),
        ("https://h.org:8443/git//a/b.git", "https://h.org:8443/git", "h.org:8443", "a/b"),
        ("https://h.org//a/b", "https://h.org", "h.org", "a/b"),
        ("https://code.example.org/a/b/c", "https://code.example.org", "code.example.org", "a/b/c"),
    ],
)
def test_an_address_is_taken_apart(origin: str, base: str, host: str, project: str) -> None:
    found = place(origin)
    assert (found.base, found.host, found.project) == (base, host, project)
    assert found.shown == f"{base}/{project}"


def test_the_brand_stands_before_the_scheme() -> None:
    assert place("github+http://127.0.0.1:1/a/b").brand == "github"


@pytest.mark.parametrize(
    "origin", ["ada/loom", "dump.json", "ssh://git@github.com/a/b", "git@github.com:a/b"]
)
def test_other_things_are_no_address(origin: str) -> None:
    assert place_of(origin) is None


@pytest.mark.parametrize(
    "origin",
    ["https://github.com", "https://github.com/", "https:///a/b", "https://h/a b", "https://h/a/%2e%2e", "https://h/-a/b",
     "https://h:x/a/b", 'https://h/a/b"c', "https://[::1/a/b", "https://h/a//", "https://h/../a", "https://h/a/.",
     "https://h/a b//c/d", "https://h/../x//a/b/", "https://h/a//b///c"],
)  # fmt: skip
def test_an_address_of_no_project_is_refused(origin: str) -> None:
    with pytest.raises(UsageError):
        place_of(origin)


@pytest.mark.parametrize("origin", ["https://secret@github.com/a/b", "https://ada:secret@github.com/a/b"])
def test_a_token_in_an_address_is_refused_and_not_repeated(origin: str) -> None:
    with pytest.raises(UsageError) as refused:
        place_of(origin)
    assert "secret" not in str(refused.value)


def test_a_brand_is_told_by_prefix_host_or_name() -> None:
    assert is_of_brand(place("https://github.com/a/b"), "github", HOSTS)
    assert is_of_brand(place("https://github.example.org/a/b"), "github", HOSTS)
    assert is_of_brand(place("github+https://code.example.org/a/b"), "github", HOSTS)


def test_what_stands_before_an_address_decides() -> None:
    assert not is_of_brand(place("forgejo+https://github.com/a/b"), "github", HOSTS)
    assert not is_of_brand(place("https://mygithub.com/a/b"), "github", HOSTS)
    assert not is_of_brand(place("https://github.com.example.org/a/b"), "gitlab", HOSTS)


@pytest.mark.parametrize(
    "origin", ["https://h.org/git//a/b", "https://h.org/a/b", "http://h.org:3000/x/y//a/b"]
)
def test_the_address_of_another_project_is_taken_apart_the_same_way(origin: str) -> None:
    found = place(origin)
    other = place(found.address("c/d"))
    assert (other.base, other.host, other.project) == (found.base, found.host, "c/d")
    assert without_mark(found.address("c/d")) == other.shown


def test_only_the_mark_is_taken_out_of_an_address() -> None:
    assert without_mark("https://h.org/git//a/b") == "https://h.org/git/a/b"
    assert without_mark("/a//b") == "/a//b"
