"""A project as the rest of the house sees it, whatever brand its forge is of."""

from __future__ import annotations

from typing import Any

import pytest

from folkmoot.model.errors import SourceError, UnreachableError, UsageError
from folkmoot.model.forge import Item
from folkmoot.model.source import Access
from folkmoot.sources.forges import all_forges, open_forge
from sources.forges.rest_at_hand import Talk, of, opened, read, state
from sources.forges.rest_worlds import forgejo, gitlab, story


def test_nothing_is_asked_before_it_is_needed() -> None:
    forge = forgejo(story(issues=1, changes=1))
    with opened(forge) as source:
        assert (source.requests, forge.asked) == (0, [])


def test_requests_are_counted() -> None:
    forge = forgejo(story(issues=1, changes=1))
    with opened(forge) as source:
        list(source.records({}))
        assert source.requests == len(forge.asked)


def test_what_was_estimated_is_what_is_read() -> None:
    forge = forgejo(story(issues=1, changes=1))
    with opened(forge) as source:
        source.estimate({})
        list(source.records({}))
    projects = [path for path, _ in forge.asked if path == "repos/ada/loom"]
    assert len(projects) == 1


def test_other_marks_than_estimated_begin_anew() -> None:
    told = story(issues=3, changes=3)
    since = state(read(forgejo(told)))
    with opened(forgejo(told)) as source:
        source.estimate({})
        assert of(source.records(since), Item) == []


def test_a_source_can_be_read_twice() -> None:
    with opened(forgejo(story(issues=3, changes=3))) as source:
        assert list(source.records({})) == list(source.records({}))


def test_a_brand_that_is_silent_without_a_token_is_not_asked() -> None:
    forge = gitlab(story(issues=1, changes=1))
    with opened(forge, Talk({"HOME": "/nowhere"})) as source, pytest.raises(UnreachableError) as refused:
        list(source.records({}))
    assert "only with a token" in str(refused.value)
    assert "FOLKMOOT_GITLAB_TOKEN" in refused.value.hint
    assert forge.asked == []


@pytest.mark.parametrize("brand", ["forgejo", "gitea", "gitlab"])
def test_a_token_in_the_address_is_refused_and_not_shown(brand: str) -> None:
    with pytest.raises(UsageError) as refused:
        open_forge(f"{brand}+https://ada:s3cret@h.example/ada/loom", Access())
    assert "s3cret" not in str(refused.value)


def test_brands_are_named_where_none_is_known() -> None:
    with pytest.raises(UsageError) as refused:
        open_forge("https://code.example.org/ada/loom", Access())
    for brand in ("forgejo", "gitea", "github", "gitlab"):
        assert brand in refused.value.hint
        assert brand in all_forges()


@pytest.mark.parametrize(
    ("brand", "field"),
    [(forgejo, "full_name"), (forgejo, "stars_count"), (gitlab, "path_with_namespace"), (gitlab, "id")],
)
def test_a_project_whose_own_fields_are_wrong_is_an_error_that_names_them(brand: Any, field: str) -> None:
    forge = brand(story(issues=1, changes=1))
    forge.bend = lambda _, found: {**found, field: [7]} if isinstance(found, dict) else found
    with opened(forge) as source, pytest.raises(SourceError, match=f"{field} should be .* and is a list"):
        list(source.records({}))
