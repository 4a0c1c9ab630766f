"""Until when everything that was read of a project is known: the day that reports are as of."""

from __future__ import annotations

import pytest

from folkmoot.store.forge_sync import known_until
from fresh_store import fresh_store


@pytest.mark.parametrize(
    ("read", "until"),
    [
        ([], None),
        ([(1, "git", 100)], 100),
        ([(1, "git", 100), (1, "github", 50)], 50),
        ([(1, "git", 50), (1, "github", 100)], 50),
        ([(1, "git", 100), (1, "github", 99)], 100),
        ([(1, "git", 100), (1, "github", 60), (1, "gitlab", 50)], 50),
        ([(1, "git", 100), (1, "snapshot", 20), (1, "gharchive", 10)], 100),
        ([(1, "github", 70)], 70),
        ([(1, "gharchive", 70)], 70),
        ([(1, "git", 100), (1, "github", 50), (2, "git", 80)], 80),
    ],
)
def test_a_store_is_known_until_all_sources_of_a_project_told(
    read: list[tuple[int, str, int]], until: int | None
) -> None:
    """Days since 1970; a forge that was read within a day of git counts as read with it."""
    store = fresh_store()
    for project, source, day in read:
        store.execute(
            "insert into coverage values (?, ?, 0, ?, 'complete', '')", [project, source, day * 86_400]
        )
    assert known_until(store) == (None if until is None else until * 86_400)
