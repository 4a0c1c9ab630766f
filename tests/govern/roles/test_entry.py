"""An entry of a list, told from a sentence that mentions somebody."""

from __future__ import annotations

import pytest

from folkmoot.govern.roles.entry import LONGEST, is_nothing_but_a_person


@pytest.mark.parametrize(
    "item",
    ["@ada", "[Ada](https://github.com/ada)", "Ada van Example - @ada, Acme", "[](https://github.com/a) Ada"],
)
def test_a_person(item: str) -> None:
    assert is_nothing_but_a_person(item)


@pytest.mark.parametrize(
    "item", ["Ask @ada for a review.", "Ada Example", "", "@ada" + " " * LONGEST, "*" * (LONGEST - 1)]
)
def test_something_else(item: str) -> None:
    assert not is_nothing_but_a_person(item)
