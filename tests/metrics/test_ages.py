"""How long what is open has been open."""

import pytest

from folkmoot.metrics._ages import AGES, COUNTED, EVENTS, aged
from worked_example import example

ITEMS = """
    item | who | opened     | closed
    !1   | Ada | 2026-06-10 |
    #2   | Ada | 2024-01-01 |
    #3   | Ada | 2024-01-01 | 2026-01-01
"""


@pytest.mark.parametrize(("which", "age", "event"), [(1, AGES[0], "test:!1"), (0, AGES[-1], "test:#2")])
def test_only_what_is_asked_for_and_open_has_an_age(which: int, age: str, event: str) -> None:
    store, text = example(items=ITEMS), aged(f"is_change = {which}")
    assert store.execute(text + COUNTED).fetchall() == [(0, age, 1, 1)]
    assert store.execute(text + EVENTS).fetchall() == [(0, event, age)]
