"""Benches over files written by hand, for tests of fixes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from checks.trees import ground
from folkmoot.model.check import Ground
from folkmoot.model.fix import Bench, Mending

TODAY = date(2026, 11, 21)


def bench(
    files: Mapping[str, str | bytes | None], answers: Mapping[str, str] | None = None, **more: Any
) -> Bench:
    """Give a bench over files by path."""
    return Bench(ground(files), "harbour/boats", TODAY, answers or {}, **more)


def written(files: Mapping[str, str | bytes | None], mending: Mending) -> dict[str, str | bytes | None]:
    """Give the files as they are once the edits are written over the very files they were made from."""
    for edit in mending.edits:
        there = files.get(edit.path)
        assert edit.before == (there.encode() if isinstance(there, str) else there)
    return dict(files) | {edit.path: edit.after for edit in mending.edits}


def ground_after(files: Mapping[str, str | bytes | None], mending: Mending) -> Ground:
    """Give the ground that checks stand on afterwards."""
    return ground(written(files, mending))


def notes(mending: Mending) -> str:
    """Give everything a mending says, as one text."""
    return "\n".join(map(str, mending.notes))
