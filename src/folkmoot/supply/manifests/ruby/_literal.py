"""What Ruby files ask for literally; they are programs, read line by line and never run."""

from __future__ import annotations

import re

_TEXT = re.compile(r"""['"]([^'"#]{1,200})['"]""")
_EXACT = re.compile(r"=?\s*(\d[0-9A-Za-z.]*)")
LONGEST_LINE = 2_000


def texts(line: str) -> list[str]:
    """Give the literal texts of a line before its first `key:` or `=>` and its remark."""
    plain = line[:LONGEST_LINE].split(" #", maxsplit=1)[0]
    plain = re.split(r"[\s(,](?:\w+:\s|:\w+\s*=>)|\s(?:if|unless)\s", plain)[0]
    return _TEXT.findall(plain)


def option(line: str, key: str) -> str:
    """Give the literal text given as `key: "text"` or `:key => "text"`, "" where there is none."""
    found = re.search(rf"""(?:\b{key}:|:{key}\s*=>)\s*['"]([^'"]{{1,300}})['"]""", line[:LONGEST_LINE])
    return found[1] if found else ""


def exact(requirements: list[str]) -> str:
    """Give the one version that requirements leave possible, "" where they leave several."""
    found = _EXACT.fullmatch(requirements[0].strip()) if len(requirements) == 1 else None
    return found[1] if found else ""
