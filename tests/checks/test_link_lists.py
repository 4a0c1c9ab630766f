"""Lists of links tell of what others made, not of the project that keeps them."""

from __future__ import annotations

import pytest

from checks.osps.asking import asked, outcome, places
from checks.trees import tree
from folkmoot.checks import all_checks
from folkmoot.checks._link_lists import LEAST, without_listed_links
from folkmoot.model.check import Outcome

ITEM = "- [Thing {n}](https://thing{n}.example/) - What the moot has of it.\n"
SECTIONS = (
    "## Development environment\n\n- [Shell](https://a.example/) - What is run from source every day.\n"
    "- [Security reports](https://b.example/security-policy) - Year by year, of everybody.\n\n"
    "## Testing\n\n- [Moots on Discord](https://discord.gg/moot) - Where everybody talks about it.\n\n"
)
INTRO = "# Awesome moots\n\nWhat we know of. To propose one, open an issue.\n\n"


def collected(items: int) -> str:
    return INTRO + SECTIONS + "".join(ITEM.format(n=n) for n in range(items))


def test_items_become_blank_and_every_line_stays_where_it_is() -> None:
    text = collected(LEAST)
    shown = without_listed_links(text)
    assert "thing3.example" not in shown
    assert "discord.gg" not in shown
    assert shown.count("\n") == text.count("\n")
    assert shown.startswith(INTRO + "## Development environment\n")


@pytest.mark.parametrize(
    "item",
    [
        "* [Ada](https://a.example/)\n",
        "  1. [**Ada**](https://a.example/): hello\n",
        "- `Ada <https://a.example/>`_\n",
        "- https://a.example/\n",
        "- [![badge](https://a.example/b.svg)](https://a.example/)\n",
    ],
)
def test_other_ways_to_write_an_item(item: str) -> None:
    assert without_listed_links(item * LEAST).strip() == ""


@pytest.mark.parametrize(
    "text",
    [
        collected(LEAST - 5),
        collected(LEAST) + "What it is, and how it is done.\n" * 60,
        "- [Ada](docs/ada.md), see https://a.example/\n" * LEAST,
    ],
)
def test_a_document_with_some_links_stays_as_it_is(text: str) -> None:
    assert without_listed_links(text) == text


@pytest.mark.parametrize("identifier", ["DO-07.01", "QA-06.02"])
def test_headings_of_a_list_of_links_tell_nothing_of_the_project(identifier: str) -> None:
    assert outcome(identifier, {"README.md": collected(LEAST)}) is Outcome.UNKNOWN


def test_where_to_talk_is_not_what_the_list_collects() -> None:
    assert outcome("GV-02.01", {"README.md": collected(LEAST)}) is Outcome.UNKNOWN
    assert places(asked("DO-02.01", {"README.md": collected(LEAST)})) == ["README.md:3"]


@pytest.mark.parametrize(("items", "expected"), [(LEAST, Outcome.NO), (2, Outcome.YES)])
def test_a_policy_on_a_list_of_links_is_none_of_the_project(items: int, expected: Outcome) -> None:
    held = tree(contents={"README.md": collected(items).encode()})
    assert all_checks("community")["security"].decide(held).outcome is expected
