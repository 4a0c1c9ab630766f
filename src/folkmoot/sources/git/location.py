"""Where a repository is: a folder on disk, or a URL to be cloned; told apart without asking git."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from folkmoot.model.errors import HostileInputError, NotARepositoryError, UsageError

SCHEMES = {"https": "https", "http": "http", "ssh": "ssh", "file": "file", "git+ssh": "ssh"}
SCP_LIKE = re.compile(r"(?:[\w.-]+@)?[\w.-]+:(?!//)[^\s:]+")
PARENTS = 64


@dataclass(frozen=True)
class Folder:
    """A repository on disk: its own directory, and the one it shares with its linked work trees."""

    place: Path
    git: Path
    common: Path


@dataclass(frozen=True)
class Remote:
    """A repository behind a URL. `shown` is the URL without password or token."""

    url: str
    protocol: str
    shown: str


def locate(origin: str) -> Folder | Remote:
    """Tell what `origin` is.

    Raises UsageError for text that looks like an option, HostileInputError for a transport that would run
    programs, NotARepositoryError when there is nothing to read at that place.
    """
    if not origin.strip():
        raise UsageError("The repository's place is empty.", hint="name a folder or a URL.")
    if origin.startswith("-"):
        raise UsageError(f"{origin!r} looks like an option.", hint=f"for a folder of that name: ./{origin}")
    if any(ord(character) < 32 for character in origin):
        raise HostileInputError(f"{origin!r} has control characters in it.")
    path = Path(origin).expanduser()
    if path.exists():
        return folder(path)
    if re.match(r"[\w+.-]+::", origin):
        raise HostileInputError(
            f"{origin!r} asks git to run a program (a remote helper).",
            hint="use an https, ssh or file URL.",
        )
    if "://" in origin:
        return _remote(origin)
    if SCP_LIKE.fullmatch(origin):
        return Remote(origin, "ssh", origin)
    raise NotARepositoryError(f"There is no folder {origin!r}.", hint="check the path, or give a whole URL.")


def folder(path: Path) -> Folder:
    """Find the repository of a folder: in it, or the nearest one above it."""
    start = path.resolve()
    if start.is_file():
        raise NotARepositoryError(f"{path} is a file.", hint="name the folder of a git repository.")
    for place in [start, *start.parents][:PARENTS]:
        git = place / ".git"
        if git.is_file():
            return _linked(place, git)
        if _is_repository(git):
            return Folder(place, git, git)
        if _is_repository(place):
            return Folder(place, place, place)
    raise NotARepositoryError(
        f"{path} is no git repository, and no folder above it is.",
        hint="name a folder with a .git in it, a bare clone, or a URL.",
    )


def _is_repository(path: Path) -> bool:
    return (path / "HEAD").is_file() and (path / "objects").is_dir()


def _linked(place: Path, pointer: Path) -> Folder:
    said = pointer.read_bytes()[:4096].decode("utf-8", "surrogateescape").strip()
    if not said.startswith("gitdir: "):
        raise NotARepositoryError(f"{pointer} does not say where its repository is.")
    git = (place / said.removeprefix("gitdir: ")).resolve()
    if not (git / "HEAD").is_file():
        raise NotARepositoryError(
            f"{pointer} points to {git}, which is no repository.",
            hint="a moved work tree is mended by `git worktree repair`.",
        )
    common = git / "commondir"
    if common.is_file():
        return Folder(place, git, (git / common.read_text(encoding="utf-8").strip()).resolve())
    return Folder(place, git, git)


def _remote(url: str) -> Remote:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError as error:
        raise UsageError(f"{url!r} is no URL: {error}.") from error
    if parts.scheme not in SCHEMES:
        raise UsageError(
            f"{parts.scheme!r} is not a way to reach a repository.", hint="use https, ssh or file."
        )
    if host.startswith("-") or (parts.username or "").startswith("-"):
        raise HostileInputError(f"The host of {url!r} looks like an option.")
    if parts.scheme != "file" and not host:
        raise UsageError(f"{url!r} names no host.")
    place = parts.netloc.rpartition("@")[2]
    return Remote(url, SCHEMES[parts.scheme], urlunsplit((parts.scheme, place, parts.path, "", "")))
