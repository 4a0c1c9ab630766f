"""Variables (`env`) that strangers fill, and where `${{ env.NAME }}` pastes them into a text.

The nearest level wins: a step's variable hides one of the job, and that one of the workflow. The variables
of a step are worked out with those outside at hand, not with one another. `$NAME` in a shell is harmless.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from folkmoot.checks.hardening._expressions import flowing, spans
from folkmoot.checks.hardening._strangers import written_by_strangers
from folkmoot.checks.scorecard._workflow import Word

MOST_NAMED = 200
"""Variables of one level that are looked at."""


class Filled(NamedTuple):
    """What strangers fill a variable with, as an expression, and the line where that is said."""

    expression: str
    line: int


def filled_by_strangers(
    outer: Mapping[str, Filled],
    level: Mapping[str, Word],
    events: Collection[str] = (),
    *,
    also: Collection[str] = (),
) -> dict[str, Filled]:
    """Give the variables that strangers fill, by name in lower case: those outside, and those of a level.

    `events` start the workflow with rights; `also` are other contexts that strangers fill ("inputs.title").
    """
    found = dict(outer)
    for name, value in list(level.items())[:MOST_NAMED]:
        found.pop(name, None)
        written = written_by_strangers(value.value, events=events)
        written = written or [
            inner.strip() for inner in spans(value.value) if not flowing(inner).isdisjoint(also)
        ]
        if written:
            found[name] = Filled(written[0], value.line)
        elif handed_on := pasted(value.value, outer):
            found[name] = handed_on[0][1]
    return found


def pasted(text: str, filled: Mapping[str, Filled], *, is_program: bool = False) -> list[tuple[str, Filled]]:
    """Give (expression, what fills it) of every expression that pastes such a variable into a text."""
    found = []
    for inner in spans(text) if filled else ():
        for name in sorted(flowing(inner, json_is_safe=is_program)):
            source = next(iter(filled.values())) if name in ("env", "env.*") else None
            if source := source or filled.get(name.removeprefix("env.") if name.startswith("env.") else ""):
                found.append((inner.strip(), source))
    return found
