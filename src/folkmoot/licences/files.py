"""Where projects keep their licence: the files whose names say so, the likeliest first.

The names and their order are those of licensee, which GitHub asks: LICENSE, LICENCE, UNLICENSE, COPYING,
OFL, COPYRIGHT and PATENTS, with endings and with a name before or behind, at the top of the repository; and
every text in the folder LICENSES, as REUSE wants it.

Licensee: https://github.com/licensee/licensee/blob/main/docs/what-we-look-at.md
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

# Not a licence although they are called like one: what a program keeps there, and notices for headers.
NO_TEXT = r"spdx|header|json|xml|sh|py|rb|go|js|ts|rs|java|kt|c|h|cpp|cs|php|gemspec|ya?ml|toml|css|svg|png"
ENDING = rf"(?:\.(?!(?:{NO_TEXT})\Z)(?:[^./]|\.\d){{1,40}})"
PLAIN = r"(?:\.(?:md|markdown|txt|rst|html?|adoc))"
LICENCE = r"(?:un)?licen[sc]es?"

PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{LICENCE}{PLAIN}?",
        rf"copying{PLAIN}?",
        rf"{LICENCE}{ENDING}",
        rf"copying{ENDING}",
        rf"{LICENCE}[-_][^./]{{1,60}}{ENDING}?",
        rf"copying[-_][^./]{{1,60}}{ENDING}?",
        rf"\w{{1,60}}[-_]{LICENCE}[^./]{{0,60}}{ENDING}?",
        rf"\w{{1,60}}[-_]copying[^./]{{0,60}}{ENDING}?",
        rf"ofl{ENDING}?",
        rf"copyright{ENDING}?",
        rf"copyright[-_][^./]{{1,60}}{ENDING}?",
        rf"patents{ENDING}?",
    )
)
IN_LICENSES = re.compile(r"LICENSES/(?!README)[A-Za-z0-9][A-Za-z0-9.\-+]{0,120}(?:\.(?:txt|md|html))?")
README = re.compile(r"readme(?:\.(?:md|markdown|mdown|txt|rdoc|rst|adoc|asciidoc))?", re.IGNORECASE)

CALLED_SO = r"mit|apache|[al]?gpl|bsd|mpl|epl|eupl|isc|zlib|cc|boost|artistic"
"""What licences are called in the names of their files."""
OF_OTHERS = re.compile(r"third|3rd|vendor|bundled|binary|depend|notices?\b|template|header", re.IGNORECASE)
"""Such a name is that of other projects' licences, or of a notice to copy into files."""


def is_called_like_a_text(path: str) -> bool:
    """Tell whether a file is named as a licence text, wherever it lies: it states nothing about itself."""
    name = path.rpartition("/")[2]
    return any(each.fullmatch(name) for each in PATTERNS)


def licence_files(paths: Iterable[str]) -> list[str]:
    """Give the paths of licence files at the top, the likeliest first, and then of those in LICENSES."""
    ranked = []
    for path in paths:
        if path.startswith("LICENSES/"):
            if IN_LICENSES.fullmatch(path):
                ranked.append((len(PATTERNS), path))
        elif "/" not in path and not OF_OTHERS.search(path):
            rank = next((place for place, each in enumerate(PATTERNS) if each.fullmatch(path)), None)
            if rank is not None:
                ranked.append((rank, path))
    return [path for _, path in sorted(ranked)]


def readme_files(paths: Iterable[str]) -> list[str]:
    """Give the paths of the project's README, at most one of each ending."""
    found = [path for path in paths if "/" not in path and README.fullmatch(path)]
    return sorted(found, key=lambda path: (len(path), path))


def named_in_licenses(path: str) -> str:
    """Give the identifier that the name of a text in LICENSES/ states, "" for other paths."""
    if not path.startswith("LICENSES/"):
        return ""
    name = PurePosixPath(path).name
    for ending in (".txt", ".md", ".html"):
        name = name.removesuffix(ending)
    return name
