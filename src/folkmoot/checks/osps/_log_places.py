"""Where change logs lie beside the usual file: folders of fragments, and folders with a file per version.

What only explains or sets up such a folder, and stays in it when all fragments are gone, tells of no change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from folkmoot.checks.osps._log_words import numbers

FRAGMENT_FOLDERS = re.compile(
    r"(?:^|/)(?:changelog\.d|changes\.d|news\.d|newsfragments?|\.changesets?|\.changes|\.chloggen|releasenotes/notes|"
    r"changelogs?/(?:unreleased|upcoming|next))/",
    re.IGNORECASE,
)
"""One file per change, from which the next entry of a log is made: somebody keeps it."""
UPKEEP = re.compile(
    r"(?:^|/)(?:\.[^/]*|_{0,2}(?:readme|config|template|header|pre)(?:\.[a-z0-9]{1,8}){0,2})$", re.IGNORECASE
)
"""Names of what explains or sets up a folder of fragments, and of hidden files that keep it in git."""
NOTE = re.compile(
    r"(?:(?:docs?|documentation)/(?:source/|src/|en/)?)?"
    r"(?:releases?|release[-_]?notes?|relnotes|whats[-_]?new|change[-_]?logs?|changes)/"
    r"(?:[a-z]{1,20}(?:[-_ ][a-z]{1,20})?[-_ ])?v?(\d{1,9}(?:[._-]\d{1,9}){1,4})(?:[._]x)?"
    r"(?:[-_ .](?:release[-_ ]?)?(?:notes?|changes|changelog))?"
    r"\.(?:md|rst|txt|adoc|markdown|org)",
    re.IGNORECASE,
)
"""A text that is called after a version, in a folder that is called after releases or changes."""


def is_fragment(path: str) -> bool:
    """Tell whether a file is the note on one change, waiting for the next entry of a log."""
    return FRAGMENT_FOLDERS.search(path) is not None and UPKEEP.search(path) is None


def tells_of_changes(path: str) -> bool:
    """Tell whether a file with the name or place of a log may be one, and does not merely keep its folder."""
    is_kept_for_others = path.rpartition("/")[2].startswith(".") or FRAGMENT_FOLDERS.search(path) is not None
    return not is_kept_for_others or is_fragment(path)


def version_notes(paths: Iterable[str]) -> list[str]:
    """Give the files of one version each in folders of release notes, the newest version first."""
    matches = (NOTE.fullmatch(path) for path in paths)
    found = [(max(numbers(match[1])), match[0]) for match in matches if match]
    return [path for _, path in sorted(found, reverse=True)]
