"""Which forge an origin means, and what every forge says about itself."""

from __future__ import annotations

import pytest

from folkmoot.model.errors import UsageError
from folkmoot.model.event import Kind
from folkmoot.model.source import Access
from folkmoot.sources.forges import all_forges, open_forge
from folkmoot.sources.forges.github import GitHub


def test_github_is_told_by_its_address() -> None:
    for origin in (
        "https://github.com/a/b",
        "https://acme.ghe.com/a/b",
        "https://github.example.org/a/b.git",
    ):
        assert isinstance(open_forge(origin, Access()), GitHub)


def test_other_places_are_refused_with_what_is_possible() -> None:
    for origin in ("https://example.org/a/b", "no such file", "ftp://github.com/a/b"):
        with pytest.raises(UsageError, match="No forge is known") as refused:
            open_forge(origin, Access())
        assert "github" in refused.value.hint
        assert "archive-dump" not in refused.value.hint


def test_an_address_of_more_or_less_than_a_project_is_refused() -> None:
    for origin in ("https://github.com/a", "https://github.com/a/b/issues"):
        with pytest.raises(UsageError, match="names no project"):
            open_forge(origin, Access())


def test_every_forge_says_what_it_gives_and_what_is_personal() -> None:
    for name, module in all_forges().items():
        assert name == module.NAME
        assert {Kind(kind) for kind in module.KINDS}
        assert "login" in module.PERSONAL
