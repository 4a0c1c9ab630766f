"""What a repository is called: as its forge calls it where a clone knows, else by its folder."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from folkmoot.model.link import project_address
from folkmoot.sources.git.location import Folder, Remote, beginning, locate
from folkmoot.sources.git.text import text

ORIGIN = re.compile(
    rb"^[ \t]*\[[ \t]*remote[ \t]+\"origin\"[ \t]*\][ \t\r]*(?:\n(?![ \t]*\[)[^\n]*)*?"
    rb"\n[ \t]*url[ \t]*=[ \t]*([^\n]{1,2000})",
    re.MULTILINE,
)
FORGE = re.compile(r"(?:https?|ssh|git)://[^/]+/|[\w.-]+@[\w.-]+:(?!//)")
CONFIG_LIMIT = 1 << 20


def name_of(where: Folder | Remote) -> str:
    """Give a short name: the last two words of its URL, or of the URL a clone came from, or the folder's."""
    if isinstance(where, Remote):
        return _last_words(where.shown)
    if origin := origin_of(where):
        return _last_words(origin)
    place = Path(text(os.fsencode(where.place)))
    if place.name in {"repo", "repo.git", "git", ".git", "bare"} and place.parent.name:
        return place.parent.name.removesuffix(".git")
    return place.name.removesuffix(".git") or "repository"


def _last_words(url: str) -> str:
    path = re.sub(r"(\.git)?/*$", "", url if "://" in url else url.rpartition(":")[2])
    return "/".join([word for word in path.split("/") if word][-2:])


def read_at(where: Folder | Remote) -> str:
    """Give where a repository is read, as stores keep it."""
    return where.shown if isinstance(where, Remote) else text(os.fsencode(where.place))


def origin_of(where: Folder) -> str:
    """Give the forge's URL that a clone names as its origin, or nothing: a folder's says little."""
    config = where.common / "config"
    found = ORIGIN.search(beginning(config, CONFIG_LIMIT)) if config.is_file() else None
    url = text(found[1].strip().strip(b'"')) if found else ""
    return url if FORGE.match(url) else ""


def web_of(origin: str) -> str:
    """Give the https address of a project whose git URL is known, "" where it cannot be told from it."""
    if "://" in origin:
        parts = urlsplit(origin)
        host, path = parts.hostname or "", parts.path
        if parts.scheme not in {"https", "http", "ssh", "git", "git+ssh"}:
            return ""
    else:
        place, _, path = origin.partition(":")
        host = place.rpartition("@")[2]
    return project_address(host, re.sub(r"(\.git)?/*$", "", path).strip("/"))


def default_store_name(origins: list[str]) -> str:
    """Give a file name for the store of a set of repositories, the same for the same set."""
    marks = []
    for origin in origins:
        where = locate(origin)
        place = text(os.fsencode(where.git)) if isinstance(where, Folder) else where.shown
        marks.append((name_of(where), place))
    mark = hashlib.sha256(repr(sorted(marks)).encode()).hexdigest()[:12]
    words = re.sub(r"[^A-Za-z0-9.]+", "-", "-".join(name for name, _ in sorted(marks)))[:60].strip("-.")
    return f"{words or 'community'}-{mark}.duckdb"
