"""MAINTAINERS in the style of the Linux kernel: sections of lettered lines.

`M:` maintainer, `R:` designated reviewer, `S:` status, `F:` files. The section's title is the scope; when the
status says Orphan or Obsolete nobody holds it, whoever is still written there.
https://docs.kernel.org/process/maintainers.html
"""

from __future__ import annotations

import re

from folkmoot.govern.roles.form import Reading
from folkmoot.govern.roles.wording import email_in, plain
from folkmoot.model.role import Holder

ROLES = {"M": "maintainer", "P": "maintainer", "R": "reviewer"}
_LINE = re.compile(r"([A-Z]):\s*(.*)")


def looks_like_kernel(text: str) -> bool:
    """Tell this dialect from prose by two lettered lines, one of them for a maintainer."""
    letters = [found[1] for line in text.splitlines() if (found := re.match(r"([A-Z]):\s+\S", line))]
    return len(letters) >= 2 and "M" in letters


def read_kernel(reading: Reading, text: str) -> None:
    """Read the sections of a file in this dialect."""
    title, section = "", list[tuple[int, str, str]]()
    for number, line in enumerate([*text.splitlines(), ""], 1):
        told = line.strip()
        lettered = _LINE.match(told)
        if lettered and not line.startswith(("\t", "  ")):
            section.append((number, lettered[1], lettered[2].strip()))
            continue
        if not told or section:
            _close(reading, title, section)
            section = []
        if told:
            title = told


def _close(reading: Reading, title: str, section: list[tuple[int, str, str]]) -> None:
    status = " ".join(value for _, letter, value in section if letter == "S").casefold()
    if not section or status.startswith(("orphan", "obsolete")):
        return
    for number, letter, value in section:
        if letter in ROLES:
            email = email_in(value)
            name = plain(value.partition("<")[0].strip(' "')) if "<" in value or not email else ""
            reading.add(ROLES[letter], title[:200], Holder(name=name, email=email), number)
