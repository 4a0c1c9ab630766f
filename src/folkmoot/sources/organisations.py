"""Asking a forge for the projects of an organisation: `https://github.com/engines/*`.

Each brand that can be asked has a module `listing` beside it with `projects_of(place, access)`.
"""

from __future__ import annotations

from collections.abc import Callable
from fnmatch import fnmatchcase
from importlib import import_module
from importlib.util import find_spec

from folkmoot.model.errors import UsageError
from folkmoot.model.source import Access
from folkmoot.sources.forges import all_forges
from folkmoot.sources.web.place import Place, is_of_brand, place_of

MOST_PROJECTS = 5_000


def projects_at(pattern: str, access: Access) -> list[str]:
    """Give the addresses of the projects a pattern means, in alphabetical order, without a forge's brand.

    The pattern is an owner's address and, after the last slash, the names wanted: `*`, `lib-*`. Raises
    UsageError where no forge can be asked, SourceError as the forge answers.
    """
    above, _, wanted = pattern.rpartition("/")
    place = None if any(sign in above for sign in "*?[") else place_of(above)
    if place is None:
        raise UsageError(
            f"{pattern!r} is no pattern that a forge can be asked for.",
            hint="only the last part may have a *, as in https://github.com/engines/*.",
        )
    found = _lister(place)(place, access)
    chosen = [one for one in found if fnmatchcase(one.rpartition("/")[2].casefold(), wanted.casefold())]
    return sorted(dict.fromkeys(chosen), key=str.casefold)[:MOST_PROJECTS]


def _lister(place: Place) -> Callable[[Place, Access], list[str]]:
    for name, module in all_forges().items():
        hosts: frozenset[str] = getattr(module, "HOSTS", frozenset())
        where = f"{module.__name__}.listing"
        if hosts and is_of_brand(place, name, hosts) and hasattr(module, "__path__") and find_spec(where):
            lister: Callable[[Place, Access], list[str]] = import_module(where).projects_of
            return lister
    raise UsageError(
        f"Folkmoot cannot ask {place.host} which projects there are.",
        hint="write the projects down one by one, or the brand before the address: github+https://...",
    )
