"""SPDX licence expressions: read, brought into one spelling, taken apart. What is none gives None, no error.

`license-expression` does the reading and the simplifying. It is handed checked words only: it raises
AttributeError, TypeError or IndexError on some texts, and takes any sentence for the name of a licence.

Definition: https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import product
from typing import Any, Literal

from license_expression import (  # type: ignore[import-untyped]  # it comes without types
    ExpressionError,
    LicenseSymbol,
    LicenseWithExceptionSymbol,
    Licensing,
)

from folkmoot.licences.listed import Listed, spdx_list, spellings

LONGEST = 1_000
"""Characters of an expression; the longest in Fedora's packages has 700."""
MOST_NAMES = 60
DEEPEST = 50
MOST_CHOICES = 64
SIMPLE = 12
"""With more names an expression is left as it is: making it simple takes time that grows without end."""

TOKEN = re.compile(r"\s+|[()]|[A-Za-z0-9][A-Za-z0-9.\-+:]*")
OPERATORS = {"and": "AND", "or": "OR", "with": "WITH"}
REFERENCE = re.compile(r"(?:DocumentRef-[A-Za-z0-9.\-]+:)?(?:LicenseRef|AdditionRef)-[A-Za-z0-9.\-]+")
NOTHING = {"none", "noassertion"}
TRIPPED = (ExpressionError, AssertionError, AttributeError, TypeError, IndexError, ValueError, RecursionError)


@dataclass(frozen=True)
class Expression:
    """One expression that could be read.

    `text` is its one spelling; `names` are its licences as written there, each once; `unknown` are the
    identifiers that SPDX does not list, or not in that place.
    """

    text: str
    names: tuple[str, ...]
    exceptions: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    _tree: Any = field(default=None, repr=False, compare=False)

    @property
    def known(self) -> bool:
        """Tell whether every identifier is SPDX's or a LicenseRef."""
        return not self.unknown

    @property
    def simple(self) -> str:
        """Give the simplest expression that means the same, its names in alphabetical order."""
        if len(self.names) > SIMPLE:
            return self.text
        try:
            return str(self._tree.simplify())
        except TRIPPED:
            return self.text

    def choices(self) -> tuple[tuple[str, ...], ...]:
        """Give the choices it leaves, each as the licences (`GPL-2.0-only WITH ...`) that go together.

        () where there are more than can be looked at.
        """
        try:
            return tuple(tuple(dict.fromkeys(choice)) for choice in _choices(self._tree))
        except OverflowError:
            return ()

    def approved(self, by: Literal["osi", "fsf"]) -> bool | None:
        """Tell whether a choice is open all of whose licences are approved; None where SPDX can't tell.

        An exception is judged by the licence it is added to: it permits more.
        """
        found = [_all([_approved(name, by) for name in choice]) for choice in self.choices()]
        if True in found:
            return True
        return None if None in found or not found else False


@lru_cache(maxsize=4096)
def read(text: str) -> Expression | None:
    """Read an expression; None where the text is none, or names no licence (NONE, NOASSERTION)."""
    words = _words(text)
    if not _is_well_formed(words):
        return None
    given = [word for word in words if word not in "()" and word not in OPERATORS.values()]
    if len(given) > MOST_NAMES or any(word.lower() in NOTHING for word in given):
        return None
    try:
        tree = _licensing().parse(" ".join(words))
        leaves = list(_leaves(tree))
    except TRIPPED:
        return None
    names, exceptions, unknown = [], [], []
    for leaf in leaves:
        name, exception = _parts(leaf)
        names.append(name)
        if not _is(name, exception=False):
            unknown.append(name)
        if exception:
            exceptions.append(exception)
            if not _is(exception, exception=True):
                unknown.append(exception)
    return Expression(
        str(tree),
        tuple(dict.fromkeys(names)),
        tuple(dict.fromkeys(exceptions)),
        tuple(dict.fromkeys(unknown)),
        tree,
    )


def listed(name: str) -> Listed | None:
    """Give what SPDX says of an identifier in an expression, "+" for "or later" aside; None when unknown."""
    known = spdx_list()
    if name in known:
        return known[name]
    return None if name.endswith(("-only+", "-or-later+")) else known.get(name.removesuffix("+"))


def _words(text: str) -> list[str]:
    """Give the words of an expression, each identifier as SPDX spells it; [] where something else stands."""
    if len(text) > LONGEST:
        return []
    words: list[str] = []
    place = 0
    while place < len(text):
        found = TOKEN.match(text, place)
        if not found:
            return []
        place = found.end()
        word = found[0].strip()
        if word:
            words.append(OPERATORS.get(word.lower()) or _spelled(word))
    return words


def _is_well_formed(words: list[str]) -> bool:
    """Tell whether names and operators take turns and brackets close: the parser itself trips over less."""
    depth, wants_name, before = 0, True, ""
    for place, word in enumerate(words):
        if word == "(":
            depth += 1
            fine = wants_name and depth <= DEEPEST and before != "WITH"
        elif word == ")":
            depth -= 1
            fine = not wants_name and depth >= 0
        elif word in OPERATORS.values():
            chained = word == "WITH" and (before == ")" or (place > 1 and words[place - 2] == "WITH"))
            fine = not wants_name and not chained
            wants_name = True
        else:
            fine = wants_name
            wants_name = False
        if not fine:
            return False
        before = word
    return not wants_name and depth == 0


def _spelled(word: str) -> str:
    known = spellings().get(word.lower())
    if known:
        return known
    later = spellings().get(word.lower().removesuffix("+")) if word.endswith("+") else None
    return f"{later}+" if later else word


def _is(name: str, *, exception: bool) -> bool:
    if REFERENCE.fullmatch(name):
        return exception == ("AdditionRef-" in name)
    entry = listed(name)
    return entry is not None and entry.exception == exception


@cache
def _symbols() -> tuple[LicenseSymbol, ...]:
    return tuple(LicenseSymbol(entry.id, is_exception=entry.exception) for entry in spdx_list().values())


@cache
def _licensing() -> Licensing:
    return Licensing(_symbols())


def _leaves(tree: Any) -> Iterator[Any]:
    if isinstance(tree, LicenseSymbol | LicenseWithExceptionSymbol):
        yield tree
    else:
        for part in tree.args:
            yield from _leaves(part)


def _parts(leaf: Any) -> tuple[str, str]:
    if isinstance(leaf, LicenseWithExceptionSymbol):
        return str(leaf.license_symbol.key), str(leaf.exception_symbol.key)
    return str(leaf.key), ""


def _choices(tree: Any) -> list[tuple[str, ...]]:
    if isinstance(tree, LicenseSymbol | LicenseWithExceptionSymbol):
        name, exception = _parts(tree)
        return [(f"{name} WITH {exception}" if exception else name,)]
    parts = [_choices(part) for part in tree.args]
    if tree.operator.strip() == "OR":
        found = [choice for part in parts for choice in part]
    else:
        total = 1
        for part in parts:
            total *= len(part)
        if total > MOST_CHOICES:
            raise OverflowError
        found = [tuple(name for choice in mix for name in choice) for mix in product(*parts)]
    if len(found) > MOST_CHOICES:
        raise OverflowError
    return found


def _approved(name: str, by: Literal["osi", "fsf"]) -> bool | None:
    entry = listed(name.partition(" WITH ")[0])
    return None if entry is None or entry.exception else bool(getattr(entry, by))


def _all(told: list[bool | None]) -> bool | None:
    if False in told:
        return False
    return None if None in told else True
