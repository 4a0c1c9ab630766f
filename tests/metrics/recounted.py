"""All that is counted a second time, and how it is held against what a store says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from folkmoot.metrics import metric
from folkmoot.model.metric import Label
from folkmoot.store.answer import answer
from metrics import recounted_attention, recounted_flow, recounted_newcomers, recounted_reviews

if TYPE_CHECKING:
    from folkmoot.store.database import Connection
    from metrics.recounted_periods import Counts

ROOMS = (recounted_attention, recounted_flow, recounted_newcomers, recounted_reviews)
RECOUNTED = {identifier: count for room in ROOMS for identifier, count in room.RECOUNTED.items()}
"""By the id of a metric, how it is counted by plain Python."""


def names(store: Connection) -> dict[Label, dict[str, str]]:
    """Give by their numbers the logins of people and the names of organisations."""
    people = store.execute(
        "select ip.person, min(a.login) from account a join identity_person ip using (identity) group by 1"
    ).fetchall()
    organisations = store.execute("select organisation, name from organisation").fetchall()
    return {
        Label.PERSON: {str(number): str(login) for number, login in people},
        Label.ORGANISATION: {str(number): str(name) for number, name in organisations},
    }


def told(store: Connection, identifier: str) -> Counts:
    """Give everything a metric says; of a pair, whoever comes first in the alphabet first."""
    asked, known, counts = metric(identifier), names(store), {}
    for row in answer(store, asked):
        label = known.get(asked.label, {}).get(row.label, row.label)
        part = known.get(asked.part, {}).get(row.part, row.part)
        pair = sorted((label, part)) if asked.part is not Label.NONE else (label, part)
        counts[row.period, pair[0], pair[1]] = (row.value, row.n, row.low, row.high)
    return counts


def near(counts: Counts) -> dict[tuple[int, str, str], tuple[Any, ...]]:
    """Give what was counted here, to be met but for rounding."""
    wide = {key: (*found, None, None)[:4] for key, found in counts.items()}
    return {
        key: tuple(None if each is None else pytest.approx(each, abs=1e-9) for each in found)
        for key, found in wide.items()
    }
