"""Where an engine is known not to answer as DuckDB does. Each entry is proved: it must still fail.

The kinds follow Ibis: `notimpl`, it could be written and is not yet; `notyet`, the engine may learn it;
`never`, it is outside what the engine is for. An entry that no longer fails breaks the suite until removed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Collection


class Kind(StrEnum):
    """Why a metric is not expected to agree."""

    NOTIMPL = "notimpl"
    NOTYET = "notyet"
    NEVER = "never"


@dataclass(frozen=True)
class Expectation:
    """One metric on one engine that does not agree, with the reason in a sentence."""

    metric: str
    engine: str
    kind: Kind
    reason: str


EXPECTATIONS: tuple[Expectation, ...] = ()


def marks_for(
    metric: str, engine: str, known: tuple[Expectation, ...] = EXPECTATIONS
) -> list[pytest.MarkDecorator]:
    """Give the marks for `metric` on `engine`: it must fail where an expectation says that it does."""
    return [
        pytest.mark.xfail(reason=f"{expectation.kind}: {expectation.reason}", strict=True)
        for expectation in known
        if (expectation.metric, expectation.engine) == (metric, engine)
    ]


def strangers(metrics: Collection[str], known: tuple[Expectation, ...] = EXPECTATIONS) -> list[str]:
    """Give the metrics that are named in an expectation but not there (any more)."""
    return [expectation.metric for expectation in known if expectation.metric not in metrics]
