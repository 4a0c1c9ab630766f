"""A report in every format: one file per format in `formats/`, found by discovery.

A format module has one `FORMAT` and one `render(report, *, translate)`; adding a file adds the format to the
command line. No queries run here, and nothing is counted: what stands in a report is written down, with the
same values everywhere.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

from folkmoot.model.errors import UsageError
from folkmoot.render import formats as _room
from folkmoot.render.format import Format

if TYPE_CHECKING:
    from folkmoot.model.page import Report

__all__ = ["Format", "formats", "ready", "render"]


@cache
def _writers() -> dict[str, ModuleType]:
    names = (module.name for module in pkgutil.iter_modules(_room.__path__))
    modules = (import_module(f"{_room.__name__}.{name}") for name in names)
    found = {module.FORMAT.name: module for module in modules}
    return dict(sorted(found.items()))


def formats() -> dict[str, Format]:
    """Give every format by its name, in alphabetical order."""
    return {name: module.FORMAT for name, module in _writers().items()}


def ready(name: str) -> None:
    """Get ready what takes a moment before anything can be written in the format called `name`."""
    if prepare := getattr(_writers().get(name), "ready", None):
        prepare()


def render(report: Report, name: str, *, translate: Callable[[str], str] = str, **options: Any) -> str:
    """Write `report` in the format called `name`.

    `options` go to the format: `lang` for html; `width` and `colour` for text. Raises UsageError when there
    is no such format.
    """
    if name not in _writers():
        known = ", ".join(_writers())
        raise UsageError(f"There is no format {name!r}.", hint=f"the formats are {known}.")
    return cast("str", _writers()[name].render(report, translate=translate, **options))
