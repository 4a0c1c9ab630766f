"""Changelogs of packages made in folders of one repository: each beside the manifest of its package.

A repository of several packages rarely has one changelog at the top: each package has its own versions, and
its own file that tells about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from posixpath import basename, dirname

from folkmoot.checks.osps._paths import NOT_OURS
from folkmoot.checks.osps._registries import REGISTRIES

LOG = re.compile(
    r"(?:change[-_ ]?logs?|changes|history|news|release[-_ ]?notes|relnotes|whatsnew)"
    r"(?:\.(?:md|rst|txt|adoc|markdown|org))?",
    re.IGNORECASE,
)
"""The name of a changelog in a package's folder; what is only called something like it may be anything."""

NUMBER = re.compile(r"(?<![a-uw-z\d])\d{1,9}(?:[._-]\d{1,9})+", re.IGNORECASE)
ANNOUNCED = re.compile(r"(?:(?:^|[-_@/.]{1,3})(?:v|version|release)?)?$", re.IGNORECASE)
"""What stands between the name of a package and its version: `@1.2`, `-v1.2`, `/release-1.2`."""


def package_logs(paths: Iterable[str]) -> list[str]:
    """Give the changelogs below the top that stand beside a package's manifest, by their paths."""
    folders: set[str] = set()
    logs: list[str] = []
    for path in paths:
        folder, slash, name = path.rpartition("/")
        if not slash or NOT_OURS.search(path):
            continue
        if name.lower() in REGISTRIES or name.endswith(".gemspec"):
            folders.add(folder)
        elif LOG.fullmatch(name):
            logs.append(path)
    return sorted(path for path in logs if dirname(path) in folders)


def of_package(logs: Iterable[str], package: str) -> list[str]:
    """Give those of a package that a tag names by its folder, such as `name` or `@scope/name`."""
    wanted = basename(package).lower()
    return [path for path in logs if basename(dirname(path)).lower() == wanted]


def package_of(tag: str) -> str:
    """Give the package that a tag names before its version, without scope and in lower case, or ""."""
    match = NUMBER.search(tag)
    before = tag[: match.start()] if match else ""
    return basename(ANNOUNCED.sub("", before)).lower()
