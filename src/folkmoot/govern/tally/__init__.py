"""Elections: every method is one file here, found by discovery.

A method is a pure function of ballots and parameters. Its module is a docstring and one `METHOD`. Arithmetic
is exact (whole numbers and fractions), and nothing depends on the order of ballots or candidates.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from folkmoot.govern.tally._parameters import Form, Method, Parameters, Strength, Unranked
from folkmoot.govern.tally._preferences import prepared
from folkmoot.govern.tally._result import Result, Table, Tie
from folkmoot.model.ballot import Poll
from folkmoot.model.errors import UsageError

__all__ = [
    "Form", "Method", "Parameters", "Result", "Strength", "Table", "Tie", "Unranked", "all_methods", "method",
    "tally",
]  # fmt: skip


@cache
def all_methods() -> dict[str, Method]:
    """Give every method by its name, in alphabetical order."""
    found = [
        import_module(f"{__name__}.{module.name}").METHOD
        for module in pkgutil.iter_modules(__path__)
        if not module.name.startswith("_")
    ]
    return {method.name: method for method in sorted(found, key=lambda method: method.name)}


def method(name: str) -> Method:
    """Give one method by its name. Raises UsageError when there is none."""
    known = all_methods()
    if name not in known:
        raise UsageError(f"There is no method {name!r}.", hint=f"methods are {', '.join(known)}.")
    return known[name]


def tally(poll: Poll, name: str, parameters: Parameters) -> Result:
    """Count a poll by one method. Raises UsageError when its ballots or parameters do not fit the method."""
    chosen = method(name)
    contest = prepared(poll, chosen, parameters)
    return chosen.count(contest, parameters)
