"""Gitea is read as Forgejo is; its addresses and tokens are its own."""

from __future__ import annotations

import pytest

from folkmoot.model.source import Access
from folkmoot.sources.forges import all_forges, open_forge
from sources.forges.rest_at_hand import TOKEN, Talk, bare, read
from sources.forges.rest_forge import RestForge
from sources.forges.rest_worlds import forgejo, story


def gitea() -> RestForge:
    forge = forgejo(story(issues=5, changes=5))
    forge.brand = "gitea"
    return forge


def test_the_same_answers_give_the_same_records() -> None:
    assert bare(read(gitea())) == bare(read(forgejo(story(issues=5, changes=5))))


@pytest.mark.parametrize(
    "origin",
    ["https://gitea.com/ada/loom", "https://gitea.example.org/ada/loom", "gitea+https://h.example/ada/loom"],
)
def test_gitea_is_told_by_its_address(origin: str) -> None:
    assert open_forge(origin, Access()).name == "gitea"


def test_each_brand_has_tokens_of_its_own() -> None:
    forge = gitea()
    read(forge, talk=Talk({"GITEA_TOKEN": TOKEN, "FORGEJO_TOKEN": "another"}))
    assert forge.tokens == {f"token {TOKEN}"}


def test_a_place_nobody_typed_gets_no_token() -> None:
    forge = gitea()
    source = open_forge("gitea+https://gitea.com/ada/loom", Talk(named=False).access)
    assert source.project == "ada/loom"
    talk = Talk(named=False)
    with forge.serving() as base:
        other = open_forge(f"gitea+{base}/ada/loom", talk.access)
        with pytest.raises(Exception, match="private network"):
            list(other.records({}))
    assert forge.tokens == set()


def test_it_says_what_it_gives() -> None:
    assert all_forges()["gitea"].KINDS == all_forges()["forgejo"].KINDS
