"""Names of people: when are two the same, and when does a name prove anything at all."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Any

MOST_LENGTH = 200
REMEMBERED = 1 << 18
"""How many names and addresses are kept after they were taken apart; each is asked for several times."""
SHORTEST_HANDLE = 5
_SPLIT = re.compile(r"[\W_]+")
_VIA = re.compile(r"\s+via\s+\S.*", re.IGNORECASE | re.DOTALL)
_ASIDE = re.compile(r"\([^()]{0,60}\)|\[[^\[\]]{0,60}\]")
_HAN = re.compile(r"[぀-ヿ㐀-鿿가-힯]+")
_CAMEL = re.compile(r"[A-Z][a-z]{2,}[A-Z][a-z]{2,}")
# Letters that Unicode does not take apart into a plain letter and an accent.
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe",
                          "ı": "i", "'": None, "’": None, "`": None})  # fmt: skip


@cache
def data(name: str) -> dict[str, Any]:
    """Give the content of one of the reviewable data files in `people/data`."""
    return tomllib.loads(resources.files("folkmoot.people").joinpath("data", name).read_text("utf-8"))


@lru_cache(maxsize=REMEMBERED)
def words(name: str) -> tuple[str, ...]:
    """Give a name's words without case, accents and punctuation.

    "Lovelace, Ada" is Ada Lovelace; what stands in brackets and a "via some service" are left out.
    """
    text = (
        _ASIDE.sub(" ", _VIA.sub("", name[:MOST_LENGTH]))
        if "(" in name or "[" in name or " via " in name.casefold()
        else name
    )
    last, comma, first = text[:MOST_LENGTH].partition(",")
    plain = f"{first} {last}" if comma and first.strip() and "," not in first else text[:MOST_LENGTH]
    plain = plain.casefold().translate(_LETTERS)
    if plain.isascii():
        return tuple(word for word in _SPLIT.split(plain) if word)
    return tuple("".join(_letters(plain)).split())


def _letters(text: str) -> Iterator[str]:
    """Give letters without accents, and a space for everything that is no letter in any script."""
    for letter in unicodedata.normalize("NFKD", text):
        if letter.isalnum():
            yield letter
        elif not "\u0300" <= letter <= "\u036f":
            # Other scripts write vowels as marks; without them half of the name would be gone.
            yield letter if unicodedata.category(letter)[0] == "M" else " "


def is_relayed(name: str) -> bool:
    """Say whether a service wrote under its own address for somebody ("Ada Example via Lists")."""
    return " via " in name.casefold() and bool(_VIA.search(name[:MOST_LENGTH]))


def is_placeholder(name: str) -> bool:
    """Say whether a name is one that tools or templates write, such as root or Your Name."""
    return " ".join(words(name)) in _placeholders()


def full_name(name: str) -> str:
    """Give the key under which two full names are the same, or "" when the name proves nothing.

    The words are run together, so that "Ada Lovelace" and "AdaLovelace" meet; initials between longer words
    are left out. A name of one word is no full name, except "AdaLovelace" and in scripts that
    write no spaces.
    """
    parts = words(name)
    if " ".join(parts) in _placeholders():
        return ""
    long = [part for part in parts if len(part) > 1]
    if len(long) >= 2:
        joined = "".join(long)
        return joined if len(joined) >= 5 or not joined.isascii() else ""
    single = "".join(parts)
    if _CAMEL.fullmatch(name.strip()):
        return single
    return single if len(single) >= 3 and _HAN.fullmatch(unicodedata.normalize("NFC", single)) else ""


def is_common(name: str) -> bool:
    """Say whether strangers often share this full name: a common first and a very common family name."""
    known, families = common_words(), _families()
    parts = [word for word in words(name) if len(word) > 1]
    return len(parts) <= 2 and known.issuperset(parts) and not families.isdisjoint(parts)


@lru_cache(maxsize=REMEMBERED)
def handle(name: str) -> str:
    """Give a single word that may be somebody's login, or "" when it is too short, common or a template."""
    parts = words(name) if not name.replace("-", "").replace("_", "").isalnum() else (plain_login(name),)
    if len(parts) != 1:
        return ""
    word = parts[0]
    if word in common_words() or word in _placeholders() or not word.isascii() or word.isdigit():
        return ""
    has_digit = not word.isalpha()
    if name.istitle() and not has_digit:
        return ""
    return word if len(word) >= SHORTEST_HANDLE or (has_digit and len(word) >= SHORTEST_HANDLE - 1) else ""


def plain_login(login: str) -> str:
    """Give a login in lower case without the separators people add and drop."""
    return login.casefold().replace("-", "").replace("_", "")


@cache
def common_words() -> frozenset[str]:
    """Give the words very many people are called, first and family names."""
    listed = data("names.toml")
    return frozenset([*listed["given"], *listed["family"]])


@cache
def _families() -> frozenset[str]:
    return frozenset(data("names.toml")["family"])


@cache
def _placeholders() -> frozenset[str]:
    return frozenset(" ".join(words(name)) for name in data("placeholders.toml")["names"])
