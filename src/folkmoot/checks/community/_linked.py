"""Community files that stand elsewhere: where the README or the guide for contributors leads to them.

Many projects share one code of conduct or one security policy between repositories, or have it on their web
site. Who reads the README finds it; so does this. What a list of links collects is not the project's own.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from folkmoot.checks._link_lists import without_listed_links
from folkmoot.model.check import Tree

LARGEST = 250_000
LEADING = ("readme", "contributing")
"""Files that lead people on, by the beginning of their names in lower case."""
ENDINGS = (
    "", ".md", ".rst", ".txt", ".adoc", ".markdown", ".org",
    ".mkdn", ".mkd", ".mdown", ".asciidoc", ".textile", ".rdoc", ".pod", ".creole", ".mediawiki",
)  # fmt: skip
"""Endings of what forges show as text: https://github.com/github/markup#markups"""
FOLDERS = ("", ".github/", ".gitlab/", ".gitea/", ".forgejo/", "docs/", "doc/")
LINKS = re.compile(
    r"(?<!!)\[(?P<text>[^\[\]]{1,200})\]\(<?(?P<url>[^\s)>]{1,500})"
    r"|`(?P<rst>[^`<>]{1,200}?)\s*<(?P<address>[^\s>]{1,500})>`_"
    r"|(?P<bare>https?://[^\s<>\"'`\])]{1,500}(?<![.,;:!?*_]))"
)
"""Links of Markdown and reStructuredText with their words, and bare addresses. Pictures are none."""


class Leading(NamedTuple):
    """A link that leads to what is sought: the place, path:line, and where it leads."""

    place: str
    target: str


def leading(tree: Tree, paths: Iterable[str], sought: str) -> Leading | None:
    """Give the first link in the files at the top whose words or address match `sought` (lower case).

    `paths` are all that may be read. A link within the repository counts when it leads to a file of them.
    """
    pattern = re.compile(sought)
    known = set(paths)
    for path in sorted(filter(_leads, known), key=lambda path: (path.count("/"), path)):
        content = tree.read(path, LARGEST)
        text = without_listed_links((content or b"").decode("utf-8", "replace"))
        for at, words, url in _links(text):
            is_meant = pattern.search(" ".join(words.lower().split())) or pattern.search(url.lower())
            if is_meant and (target := _target(url, path, known)):
                return Leading(f"{path}:{text.count(chr(10), 0, at) + 1}", target)
    return None


def _leads(path: str) -> bool:
    folder, slash, name = path.lower().rpartition("/")
    stem, dot, ending = name.partition(".")
    return folder + slash in FOLDERS and stem.startswith(LEADING) and dot + ending in ENDINGS


def _links(text: str) -> Iterator[tuple[int, str, str]]:
    """Give (where, words, address) of every link."""
    for match in LINKS.finditer(text):
        url = match["url"] or match["address"] or match["bare"]
        yield match.start(), match["text"] or match["rst"] or "", url


def _target(url: str, path: str, known: Collection[str]) -> str:
    """Give an address on the web, or the file of this repository that is meant; "" where neither is."""
    if re.match(r"https?://[^/\s]+\.", url):
        return url
    inside = posixpath.normpath(posixpath.join(posixpath.dirname(path), url.partition("#")[0])).lstrip("/")
    return inside if "://" not in url and inside in known and inside != path else ""
