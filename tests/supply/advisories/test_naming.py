"""What OSV calls an ecosystem and a package."""

import pytest

from folkmoot.model.purl import parse_purl
from folkmoot.supply.advisories.naming import (
    ECOSYSTEMS,
    ecosystem_and_name,
    normal_name,
    repository_name,
    shelf,
)
from folkmoot.supply.versions import orders


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("pkg:npm/%40hall/moot@1", ("npm", "@hall/moot")),
        ("pkg:pypi/Moot_Hall.Core@1", ("PyPI", "moot-hall-core")),
        ("pkg:golang/example.org/Moot/hall@v1.2.3", ("Go", "example.org/Moot/hall")),
        ("pkg:maven/org.example/moot@1", ("Maven", "org.example:moot")),
        ("pkg:composer/Hall/Moot@1", ("Packagist", "hall/moot")),
        ("pkg:cargo/Moot@1", ("crates.io", "Moot")),
        ("pkg:nuget/Moot.Hall@1", ("NuGet", "moot.hall")),
        ("pkg:swift/github.com/Hall/Moot@1", ("SwiftURL", "github.com/hall/moot")),
        ("pkg:github/Hall/Moot@v1", ("GitHub Actions", "hall/moot")),
    ],
)
def test_a_package_url_leads_to_the_name_of_advisories(text: str, place: tuple[str, str]) -> None:
    assert ecosystem_and_name(parse_purl(text)) == place


def test_a_kind_without_advisories_leads_nowhere() -> None:
    assert ecosystem_and_name(parse_purl("pkg:generic/moot@1")) is None


def test_every_ecosystem_that_is_looked_up_has_an_order() -> None:
    assert set(ECOSYSTEMS.values()) - set(orders()) == set()


@pytest.mark.parametrize(
    ("ecosystem", "one", "other"),
    [
        ("PyPI", "Moot.Hall", "moot_hall"),
        ("NuGet", "Moot.Hall", "moot.hall"),
        ("SwiftURL", "https://github.com/Hall/Moot.git", "github.com/hall/moot"),
        ("Packagist:https://packages.example.org/8", "Hall/Moot", "hall/moot"),
    ],
)
def test_two_writings_of_one_name_are_one(ecosystem: str, one: str, other: str) -> None:
    assert normal_name(ecosystem, one) == normal_name(ecosystem, other)


def test_capitals_count_where_they_count() -> None:
    assert normal_name("Go", "example.org/A") != normal_name("Go", "example.org/a")


def test_a_further_registry_is_on_the_same_shelf_and_a_release_on_its_own() -> None:
    assert shelf("Packagist:https://packages.example.org/8") == "Packagist"
    assert shelf("Debian:12") == "Debian:12"


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://GitHub.com/Ada/Moot.git", "github.com/ada/moot"),
        ("git+https://user@example.org/a/b/c/", "example.org/a/b/c"),
        ("git@example.org:ada/moot.git", "example.org/ada/moot"),
        ("ssh://git@example.org:22/ada/moot", "example.org/ada/moot"),
        ("file:///srv/moot", ""),
        ("../moot", ""),
        ("https://[", ""),
        ("https://example.org", ""),
        ("", ""),
    ],
)
def test_a_repository_has_one_name_whatever_address_it_is_had_from(address: str, name: str) -> None:
    assert repository_name(address) == name
