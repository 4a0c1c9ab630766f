"""Sectors of organisations: said by the community, or by the registry that gave them their domain.

Nothing is guessed from a name. A community says it in `.folkmoot/organisations.toml`; a registry says it
where it gives names under an ending to nobody else (`.edu`, `.ac.uk`, `.gov`), as the public suffix list
knows them; and the reviewed list of universities in `data/organisations.toml` says it of those whose domain
does not.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache

from folkmoot.people import domains, names

SECTORS = ("company", "foundation", "academia", "government", "non-profit", "individual")
"""What may be stated. Academia is universities, schools and research institutes."""
ALSO = {"university": "academia", "nonprofit": "non-profit"}
"""Other words for the same, as people write them."""


class Said(StrEnum):
    """Who says which sector an organisation is of."""

    STATED = "stated"
    ENDING = "ending"
    LISTED = "listed"


def sector(word: str) -> str:
    """Give the sector somebody wrote, "" when there is no such sector."""
    plain = word.strip().casefold()
    plain = ALSO.get(plain, plain)
    return plain if plain in SECTORS else ""


def of_domains(used: Iterable[str]) -> tuple[str, str]:
    """Give the sector that an organisation's domains tell and who says so; ("", "") for none or several."""
    told = {found for found in map(_of_domain, used) if found[0]}
    return min(told) if len({one for one, _ in told}) == 1 else ("", "")


@lru_cache(maxsize=names.REMEMBERED)
def _of_domain(domain: str) -> tuple[str, str]:
    registered = domains.registrable(domain)
    ending = registered.partition(".")[2]
    first, _, country = ending.partition(".")
    if found := _endings().get(ending if not country else f"{first}.*"):
        return found, str(Said.ENDING)
    return ("academia", str(Said.LISTED)) if registered in _universities() else ("", "")


@cache
def _endings() -> dict[str, str]:
    listed = names.data("domains.toml")["sectors"]
    return {ending: name for name, endings in listed.items() for ending in endings}


@cache
def _universities() -> frozenset[str]:
    return frozenset(names.data("organisations.toml")["universities"])
