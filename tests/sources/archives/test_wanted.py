"""Names with stars become expressions that take those names and no others."""

from __future__ import annotations

import re

import pytest

from folkmoot.model.errors import UsageError
from folkmoot.sources.archives.wanted import wanted


def takes(name: str, *asked: str, organisations: tuple[str, ...] = ()) -> bool:
    return re.fullmatch(wanted(asked, organisations).repository, name.lower()) is not None


@pytest.mark.parametrize(
    ("asked", "name", "is_taken"),
    [
        ("moot/hall", "moot/hall", True),
        ("Moot/Hall", "moot/HALL", True),
        ("moot/hall", "moot/halls", False),
        ("moot/*", "moot/hall", True),
        ("moot", "moot/hall", True),
        ("moot/*", "mooted/hall", False),
        ("*/hall", "ada/hall", True),
        ("moot/h?ll", "moot/hill", True),
        ("moot/a.b", "moot/axb", False),
        ("*", "anyone/anything", True),
    ],
)
def test_names_are_taken_as_they_read(asked: str, name: str, *, is_taken: bool) -> None:
    assert takes(name, asked) is is_taken


def test_an_organisation_takes_its_repositories() -> None:
    found = wanted([], ["Moot"])
    assert found.organisation == "moot"
    assert takes("moot/hall", organisations=("Moot",))
    assert not takes("ada/hall", organisations=("Moot",))


def test_everything_must_be_asked_for() -> None:
    with pytest.raises(UsageError, match="Which repositories"):
        wanted([], [])


@pytest.mark.parametrize("name", ["a/b/c", "moot/(hall", "moot hall", "", "|", "a" * 200])
def test_what_can_be_no_name_is_refused(name: str) -> None:
    with pytest.raises(UsageError):
        wanted([name], [])
