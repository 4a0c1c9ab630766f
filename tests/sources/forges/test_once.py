"""What is asked once in a reading: by the first that needs it, and by nobody where nothing is new."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pytest

from folkmoot.sources.forges._once import Once
from sources.forges.rest_at_hand import read, state
from sources.forges.rest_forge import RestForge
from sources.forges.rest_worlds import forgejo, gitlab, story

LISTS = ("/members/all", "/collaborators")


def test_all_who_come_at_once_wait_for_the_first() -> None:
    asked: list[int] = []

    def ask() -> int | None:
        asked.append(1)
        sleep(0.01)
        return None

    once = Once(ask)
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: once(), range(8))) == [None] * 8
    assert asked == [1]


def test_where_asking_fails_the_next_one_asks_again() -> None:
    answers = iter([0, 7])

    once = Once(lambda: 7 // next(answers))
    with pytest.raises(ZeroDivisionError):
        once()
    assert once() == 1


@pytest.mark.parametrize("brand", [forgejo, gitlab], ids=lambda brand: str(brand.__name__))
def test_members_are_asked_for_when_something_is_new(brand: Callable[..., RestForge]) -> None:
    told = story(issues=6, changes=6)
    forge = brand(told)

    def asked() -> list[str]:
        return [path for path, _ in forge.asked if path.endswith(LISTS)]

    since = state(read(forge))
    assert len(asked()) == 1
    forge.asked.clear()
    read(forge, since)
    assert asked() == []
