"""Addresses that are written into pages are https and nothing else."""

import pytest

from folkmoot.model.link import item_address, project_address, safe

WEB = "https://forge.test/harbour/boats"


@pytest.mark.parametrize(
    "address",
    [
        "https://forge.test/harbour/boats/issues/1",
        "https://forge.test:8443/harbour/boats",
        "https://forge.test/a/b/-/merge_requests/12",
    ],
)
def test_plain_addresses_are_kept(address: str) -> None:
    assert safe(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://forge.test/a/b",
        "javascript:alert(1)",
        "https://ada:secret@forge.test/a/b",
        "https://forge.test/a/b?next=x",
        'https://forge.test/a" onclick="x',
        "https://forge.test/a b",
        "https://forge.test/<b>",
        "https://forgé.test/a/b",
        "https://forge.test/" + "x" * 500,
        "https://forge.test/a\n",
    ],
)
def test_everything_else_is_none(address: str) -> None:
    assert safe(address) == ""


def test_a_project_needs_an_owner_and_a_host() -> None:
    assert project_address("forge.test", "harbour/boats") == WEB
    assert project_address("forge.test", "boats") == ""
    assert project_address("", "harbour/boats") == ""
    assert project_address("forge.test", "harbour/boats#x") == ""


@pytest.mark.parametrize(
    ("source", "issue", "change"),
    [
        ("github", "/issues/7", "/pull/7"),
        ("archive-dump", "/issues/7", "/pull/7"),
        ("gitlab", "/-/issues/7", "/-/merge_requests/7"),
        ("forgejo", "/issues/7", "/pulls/7"),
        ("gitea", "/issues/7", "/pulls/7"),
    ],
)
def test_every_forge_spells_its_own(source: str, issue: str, change: str) -> None:
    assert item_address(WEB, source, 7, is_change=False) == WEB + issue
    assert item_address(WEB + "/", source, 7, is_change=True) == WEB + change


def test_without_a_project_there_is_no_address() -> None:
    assert item_address("", "github", 7, is_change=False) == ""


def test_an_address_may_have_500_characters_and_no_more() -> None:
    longest = "https://forge.test/".ljust(500, "x")
    assert safe(longest) == longest
    assert safe(longest + "x") == ""


@pytest.mark.parametrize("project", ["boats/", "/boats", "/", ""])
def test_a_slash_at_an_end_makes_no_owner(project: str) -> None:
    assert project_address("forge.test", project) == ""


@pytest.mark.parametrize("web", ["javascript:alert(1)", "http://forge.test/a/b", "https://forge.test/a b"])
def test_below_an_unsafe_address_nothing_is_safe(web: str) -> None:
    assert item_address(web, "github", 7, is_change=True) == ""
