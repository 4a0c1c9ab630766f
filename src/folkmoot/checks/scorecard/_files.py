"""The files as Scorecard's engine sees them: in the order of its walk, links followed, test data left out.

The engine walks a checkout. We have none, so that links are followed on paper: a link to a file of the same
commit counts as a file with that content, one that leads elsewhere or to a folder does not count. Follows
https://github.com/ossf/scorecard/blob/main/clients/localdir/client.go and checks/fileparser/listing.go there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from folkmoot.checks.scorecard._scored import CONTENT_LIMIT, NotHereError
from folkmoot.model.check import Ground

MOST_HOPS = 40
"""Links followed for one path, as on Linux."""
LONGEST_TARGET = 4096
WORKFLOWS = ".github/workflows"
TEST_DATA = ("testdata/", "src/test/")


@dataclass(frozen=True)
class Listing:
    """Every file in the order of the walk; `behind` gives the file whose content a link shows."""

    paths: tuple[str, ...]
    behind: dict[str, str]


def listing(ground: Ground) -> Listing:
    """Give the files of the ground, listed once for all checks."""
    return ground.once("scorecard files", lambda: _list(ground))


def _list(ground: Ground) -> Listing:
    links = set(ground.links())
    files = {path for path in ground.paths() if path not in links}
    behind: dict[str, str] = {}
    if links:
        leads = _targets(ground, links)
        for link in links:
            real = _follow(link, leads)
            if real in files:
                behind[link] = real
    shown = [path for path in (*files, *behind) if not _is_in_git_folder(path)]
    return Listing(tuple(sorted(shown, key=lambda path: path.split("/"))), behind)


def _targets(ground: Ground, links: set[str]) -> dict[str, str]:
    found = ground.read_all(sorted(links), LONGEST_TARGET)
    return {link: (content or b"").decode("utf-8", "replace") for link, content, _size in found}


def _follow(path: str, leads: dict[str, str]) -> str:
    """Give where a path leads inside the tree, "" where it leaves it or turns in a circle."""
    ahead = path.split("/")[::-1]
    walked: list[str] = []
    hops = 0
    while ahead:
        step = ahead.pop()
        if step in ("", "."):
            continue
        if step == "..":
            if not walked:
                return ""
            walked.pop()
            continue
        walked.append(step)
        target = leads.get("/".join(walked))
        if target is not None:
            hops += 1
            if hops > MOST_HOPS or not target or target.startswith("/"):
                return ""
            walked.pop()
            ahead += target.split("/")[::-1]
    return "/".join(walked)


def _is_in_git_folder(path: str) -> bool:
    return ".git/" in path and ".git" in path.split("/")[:-1]


def is_test_data(path: str) -> bool:
    """Tell whether the contents of a file are left out; its name still counts."""
    return path.startswith(TEST_DATA) or any(f"/{folder}" in path for folder in TEST_DATA)


def file_name(path: str) -> str:
    """Give the last part of a path."""
    return path.rpartition("/")[2]


def ending(path: str) -> str:
    """Give what follows the last dot of a file's name, with the dot, as Go's filepath.Ext does."""
    name = file_name(path)
    dot = name.rfind(".")
    return name[dot:] if dot >= 0 else ""


def matching(ground: Ground, pattern: str, *, case_sensitive: bool = False) -> list[str]:
    """Give the files whose path or name matches, without test data, in the order of the walk.

    In `pattern`, "*" stands for anything but "/", as in Go's path.Match.
    """
    fits = _pattern(pattern if case_sensitive else pattern.lower())

    def is_match(path: str) -> bool:
        told = path if case_sensitive else path.lower()
        return bool(fits.fullmatch(told) or fits.fullmatch(file_name(told)))

    return [path for path in listing(ground).paths if is_match(path) and not is_test_data(path)]


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    parts = (re.escape(part) for part in pattern.split("*"))
    return re.compile("[^/]*".join(parts), re.DOTALL)


def read_files(
    ground: Ground, paths: Iterable[str], limit: int = CONTENT_LIMIT
) -> Iterator[tuple[str, bytes]]:
    """Give (path, content) of files in one call, through links. Raises NotHereError for what is missing."""
    behind = listing(ground).behind
    wanted = list(paths)
    found = ground.read_all([behind.get(path, path) for path in wanted], limit)
    for path, (_real, content, _size) in zip(wanted, found, strict=True):
        if content is None:
            raise NotHereError(path)
        yield path, content


def is_workflow(path: str) -> bool:
    """Tell whether a file is a workflow of GitHub's: any case of the folder, but not of the ending."""
    return ending(path) in (".yml", ".yaml") and path.lower().rpartition("/")[0] == WORKFLOWS
