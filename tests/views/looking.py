"""Looks, panels and trees written by hand, for tests of what views say about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from checks.trees import Files
from folkmoot.metrics import all_metrics
from folkmoot.model.coverage import Quality
from folkmoot.model.metric import Better, Label, Shape, Unit
from folkmoot.model.page import Panel, Point
from folkmoot.people.opting_out import OptOut
from folkmoot.store.database import Connection
from folkmoot.store.outline import Outline
from folkmoot.store.patches import Patches
from folkmoot.views.look import Look

LAST_YEAR = "last 12 months"
ALL_TIME = "all time"


def files(*paths: str, **empty: bytes) -> Files:
    """Give a tree of files that hold something."""
    return Files(dict.fromkeys(paths, b"something") | empty)


class Aliases:
    """Aliases anybody can see through, to tell where a name was replaced."""

    def alias(self, kind: str, key: str) -> str:
        return f"{kind} {sum(key.encode()) % 1000}"


def month(number: int, first: str = "2024-01") -> str:
    """Give the month `number` months after `first`."""
    index = int(first[:4]) * 12 + int(first[5:]) - 1 + number
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def monthly(
    values: Sequence[float | None], *, first: str = "2024-01", n: int = 100, label: str = ""
) -> list[Point]:
    """Give a point for each value, a month each."""
    return [Point(month(place, first), value, n, label=label) for place, value in enumerate(values)]


def panel(identifier: str, points: Sequence[Point], **other: Any) -> Panel:
    """Give a panel with these points, its data as fresh as can be."""
    return Panel(
        id=identifier,
        title=identifier,
        question="?",
        unit=Unit.PEOPLE,
        better=Better.NEITHER,
        shape=Shape.SERIES,
        points=tuple(points),
        **{"data_until": "2026-01-31", "freshness": "2026-02-01"} | other,
    )


def look_of(store: Connection, **other: Any) -> Look:
    """Give a look at what an example has laid down."""
    return Look(store, "example", **other)


def told(*panels: Panel, trees: Mapping[int, Files] | None = None, **outline: Any) -> Look:
    """Give a look at no store at all: `panels` are what metrics answer, the others are missing."""
    look = Look(None, "example", trees or {})
    look.listed = OptOut()
    years = {year: year < 2026 for year in range(2020, 2027)}
    look.outline = replace(NOTHING, **{"commits": 100, "years": years} | outline)
    look.names = {kind: {} for kind in Label}
    look._lone = frozenset()
    look._released = {}
    answers = [panel(metric, [], missing="Not here.") for metric in all_metrics()]
    look._panels.update({shown.id: shown for shown in [*answers, *panels]})
    return look


NOTHING = Outline(
    **{field.name: 0 for field in fields(Outline)}
    | {"kinds": frozenset(), "told": frozenset(), "months": {}, "years": {}, "quality": Quality.COMPLETE}
    | {"notes": (), "forges": (), "patches": Patches()}
)
