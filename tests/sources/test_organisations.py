"""Asking a forge which projects an organisation has, held against the fake forge."""

from __future__ import annotations

import pytest

from folkmoot.model.errors import SourceError, UnreachableError, UsageError
from folkmoot.model.source import Access
from folkmoot.sources.forges.github.listing import PROJECTS
from folkmoot.sources.organisations import projects_at
from sources.forges.forge_at_hand import Talk, fake, needs_schema

pytestmark = needs_schema


def asked(pattern: str, count: int = 3, access: Access | None = None, **switches: int) -> list[str]:
    """Ask a fake forge with projects ada/loom-0 ..., and give the names it tells."""
    forge = fake(**switches)
    (project,) = forge.world.values()
    forge.world.clear()
    forge.world |= {
        f"ada/loom-{place}": {**project, "nameWithOwner": f"ada/loom-{place}"} for place in range(count)
    }
    forge.world["bob/mill"] = {**project, "nameWithOwner": "bob/mill"}
    with forge.serving() as base:
        found = projects_at(f"github+{base}/{pattern}", access or Talk().access)
        return [one.removeprefix(f"{base}/") for one in found]


def test_every_project_of_the_owner_is_listed() -> None:
    assert asked("ada/*") == ["ada/loom-0", "ada/loom-1", "ada/loom-2"]


def test_only_names_that_fit_are_taken() -> None:
    assert asked("ada/*-[12]") == ["ada/loom-1", "ada/loom-2"]


def test_more_than_one_page_is_read() -> None:
    assert len(asked("ada/*", count=130)) == 130


def test_failures_of_the_forge_are_waited_out() -> None:
    assert len(asked("ada/*", failing_every=2)) == 3


def test_an_owner_who_is_not_there_is_said() -> None:
    with pytest.raises(SourceError, match="nobody called eve"):
        asked("eve/*")


def test_without_a_token_nothing_is_asked() -> None:
    with pytest.raises(UnreachableError, match="only with a token"):
        asked("ada/*", access=Access(named_by_user=True))


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("https://github.com/*/loom", "no pattern"),
        ("clones/*", "no pattern"),
        ("https://code.lovelace.example/engines/*", "cannot ask code.lovelace.example"),
    ],
)
def test_what_cannot_be_asked_is_refused(pattern: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        projects_at(pattern, Access())


def test_the_question_is_valid_by_the_published_schema() -> None:
    from fake_forge.resolving import schema
    from graphql import parse, validate

    assert validate(schema(), parse(PROJECTS)) == []
