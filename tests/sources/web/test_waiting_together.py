"""Several requests are told to wait at the same time; a person is told once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest

from folkmoot.i18n import say
from folkmoot.model.source import Access
from folkmoot.sources.web import client as module
from folkmoot.sources.web.client import Client
from folkmoot.sources.web.patience import Limit


def test_many_who_wait_together_say_so_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four ask at the same time, and all of them are still waiting when the last one is told to."""
    monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: 7.0))
    told: list[str] = []
    together = threading.Barrier(4, timeout=300)

    def sleep(_: float) -> None:
        together.wait()

    access = Access({}, named_by_user=True, tell=lambda text: told.append(say(text)), sleep=sleep)
    client = Client("http://127.0.0.1:9", access)
    for seconds in (1.0, 0.9):
        limits = [Limit(seconds, is_quota=False)] * 4
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(client.wait, limits))
    assert len(told) == 2  # the second time nobody is waiting any more
    client.close()


def test_a_longer_wait_than_the_one_that_was_told_is_told_too() -> None:
    told: list[str] = []
    access = Access({}, named_by_user=True, tell=lambda text: told.append(say(text)), sleep=lambda _: inner())
    client = Client("http://127.0.0.1:9", access)
    longer = iter([Limit(90, is_quota=True)])

    def inner() -> None:
        for limit in longer:
            client.wait(limit)

    client.wait(Limit(5, is_quota=False))
    assert [" 5 seconds" in told[0], " 90 seconds" in told[1], len(told)] == [True, True, 2]
    client.close()
