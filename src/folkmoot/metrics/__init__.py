"""Every metric, one file each, found by discovery.

A metric module is a docstring in the house's template, one `METRIC`, and at most a pure `finish`. Adding a
file here adds the metric to the report, the JSON, the command line and the reference.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module
from typing import Any

from folkmoot.model.errors import UsageError
from folkmoot.model.metric import Metric
from folkmoot.model.template import sections


@cache
def all_metrics() -> dict[str, Metric]:
    """Give every metric by its id, in the order of page, `order` and id."""
    found = [module.METRIC for module in _modules()]
    return {metric.id: metric for metric in sorted(found, key=lambda m: (m.page, m.order, m.id))}


@cache
def description(identifier: str) -> dict[str, str]:
    """Give what a metric's docstring says, section by section; the key "" is its title."""
    return next(sections(module.__doc__ or "") for module in _modules() if module.METRIC.id == identifier)


@cache
def _modules() -> tuple[Any, ...]:
    return tuple(
        import_module(f"{__name__}.{module.name}")
        for module in pkgutil.iter_modules(__path__)
        if not module.name.startswith("_")
    )


def metric(identifier: str) -> Metric:
    """Give one metric by its id. Raises UsageError when there is none, naming the nearest."""
    known = all_metrics()
    if identifier in known:
        return known[identifier]
    from difflib import get_close_matches

    near = get_close_matches(identifier, known, n=3, cutoff=0.4)
    hint = f"did you mean {', '.join(near)}?" if near else "`folkmoot explain` lists every metric."
    raise UsageError(f"There is no metric {identifier!r}.", hint=hint)
