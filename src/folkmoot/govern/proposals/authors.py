"""Authors out of a field: several people on one line, with addresses, accounts, links and suffixes."""

from __future__ import annotations

import re

from folkmoot.govern.proposals.header import PLACEHOLDER

LINK = re.compile(r"\[(?P<text>[^\]]*)\]\((?P<url>[^)\s]*)[^)]*\)")
ADDRESS = re.compile(r"<[^<>]*>|\S+@\S+\.\S+")
BRACKETS = re.compile(r"\((?P<inside>[^()]*)\)")
SUFFIX = re.compile(r"(?:jr|sr|phd|ph\.d|md|esq|ii|iii|iv)\.?", re.IGNORECASE)
NOBODY = re.compile(
    r"(?:and )?(?:et\.? al\.?|others?\b.*|other contributors.*|various|many others.*)", re.IGNORECASE
)
BETWEEN = re.compile(r"\s*[,;，]\s*|\s+(?:and|&|with)\s+|\s+/\s+")
MAX_AUTHORS = 200


def authors_in(value: str, items: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Give the people named in a field, each once: the name, else the account (`@ada`), else the address.

    `items` are the entries where the source has a list. "Jr." stays with its name, "et al." is nobody.
    """
    parts: list[str] = []
    for entry in items or (value,):
        shown = LINK.sub(lambda match: match["text"].replace(",", "\0"), entry)
        for piece in BETWEEN.split(_guarded(shown)):
            suffix = ADDRESS.sub("", piece).strip()
            if parts and SUFFIX.fullmatch(suffix):
                parts[-1] = f"{parts[-1]}, {suffix}"
            else:
                parts.append(piece.replace("\0", ","))
    named = (_name(part) for part in parts)
    return tuple(dict.fromkeys(name for name in named if name))[:MAX_AUTHORS]


def _guarded(text: str) -> str:
    """Keep commas within brackets from parting people."""
    return BRACKETS.sub(lambda match: match[0].replace(",", "\0").replace(" and ", "\0"), text)


def _name(part: str) -> str:
    part = part.strip(" \t\"'“”‘’*_`")
    if not part or NOBODY.fullmatch(part) or PLACEHOLDER.match(part):
        return ""
    bare = BRACKETS.sub("", ADDRESS.sub("", part)).strip(" \t\"'“”‘’,-")
    if bare:
        return " ".join(bare.removeprefix("and ").split()).replace(" ,", ",")
    inside = BRACKETS.search(part)
    if inside and inside["inside"].startswith("@"):
        return inside["inside"].strip()
    return part.strip("<>() ")
