"""Where a repository is: a folder on disk, or a URL to be cloned; told apart without asking git."""

from __future__ import annotations

import os
import re
import shlex
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

from folkmoot.model.errors import HostileInputError, NotARepositoryError, UsageError
from folkmoot.sources.presence import is_file, is_folder, is_there

SCHEMES = {"https": "https", "http": "http", "ssh": "ssh", "file": "file", "git+ssh": "ssh"}
SCP_LIKE = re.compile(r"(?:[\w.-]+@)?([\w.-]+):(?!//)[^\s:]+")
SHORTHAND = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}/[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}")
"""What forges and other tools call a project, and nobody here knows of which forge."""
PARENTS = 64
BUNDLE = re.compile(rb"# v[23] git bundle\n")
"""How git begins a bundle."""
POINTER = 4096
"""Most bytes of a file that names another place."""


@dataclass(frozen=True)
class Folder:
    """A repository on disk: its own directory, and the one it shares with its linked work trees."""

    place: Path
    git: Path
    common: Path


@dataclass(frozen=True)
class Remote:
    """A repository behind a URL. Neither `url` nor `shown` holds a password or token.

    `protocols` are the transports needed for it, `secret` is `user:password` or a token (empty: none).
    """

    url: str
    protocols: tuple[str, ...]
    shown: str
    secret: str = field(default="", repr=False)


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
        raise HostileInputError(
            f"{origin!r} has control characters in it.",
            hint="go into the folder and name it `.`; an address has none.",
        )
    if found := _existing(origin):
        return folder(found)
    if re.match(r"[\w+.-]+::", origin):
        raise HostileInputError(
            f"{without_secret(origin)!r} asks git to run a program (a remote helper).",
            hint="use an https, ssh or file URL.",
        )
    if "://" in origin:
        return _remote(origin)
    if match := SCP_LIKE.fullmatch(origin):
        if match[1].startswith("-"):
            raise HostileInputError(
                f"The host of {origin!r} looks like an option.", hint="check the address."
            )
        return Remote(origin, ("ssh",), origin)
    hint = "check the path, or give a whole URL."
    if SHORTHAND.fullmatch(origin):
        hint = f"check the path; a project at a forge has a whole URL, such as https://github.com/{origin}."
    raise NotARepositoryError(f"There is no folder {origin!r}.", hint=hint)


def _existing(origin: str) -> Path | None:
    """Give the path where there is something at it, and it can be a path at all."""
    try:
        path = Path(origin).expanduser()
        return path if is_there(path) else None
    except PermissionError as error:
        raise NotARepositoryError(f"{origin!r} may not be read.", hint="check its permissions.") from error
    except (OSError, RuntimeError):  # too long for a path, or the home of nobody
        return None


def _is_bundle(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return BUNDLE.match(file.read(16)) is not None
    except OSError:
        return False


def folder(path: Path) -> Folder:
    """Find the repository of a folder: in it, or the nearest one above it."""
    start = path.resolve()
    if is_file(start):
        if _is_bundle(start):
            raise NotARepositoryError(
                f"{path} is a bundle, a repository packed into one file.",
                hint=f"`git clone --mirror {shlex.quote(str(path))} FOLDER` unpacks it; name that folder.",
            )
        raise NotARepositoryError(f"{path} is a file.", hint="name the folder of a git repository.")
    try:
        for place in [start, *start.parents][:PARENTS]:
            if found := repository_at(place):
                return found
    except PermissionError as error:
        raise NotARepositoryError(
            f"{error.filename} may not be read.", hint="check its permissions."
        ) from error
    raise NotARepositoryError(
        f"{path} is no git repository, and no folder above it is.",
        hint="name a folder with a .git in it, a bare clone, or a URL.",
    )


def repository_at(place: Path) -> Folder | None:
    """Give the repository of this very folder, or none; a pointer that points nowhere raises."""
    git = place / ".git"
    if is_file(git):
        return _linked(place, git)
    return next((Folder(place, found, found) for found in (git, place) if _is_repository(found)), None)


def _is_repository(path: Path) -> bool:
    return is_file(path / "HEAD") and is_folder(path / "objects")


def _linked(place: Path, pointer: Path) -> Folder:
    said = beginning(pointer, POINTER).strip()
    if not said.startswith(b"gitdir: "):
        raise NotARepositoryError(
            f"{pointer} does not say where its repository is.",
            hint="`git worktree repair`, or a clone made again, mends it.",
        )
    git = _at(place, said.removeprefix(b"gitdir: "), pointer)
    if not is_file(git / "HEAD"):
        raise NotARepositoryError(
            f"{pointer} points to {git}, which is no repository.",
            hint="a moved work tree is mended by `git worktree repair`.",
        )
    common = git / "commondir"
    if is_file(common):
        return Folder(place, git, _at(git, beginning(common, POINTER).strip(), common))
    return Folder(place, git, git)


def _at(start: Path, said: bytes, pointer: Path) -> Path:
    if b"\0" in said:
        raise NotARepositoryError(
            f"{pointer} names no place.", hint="`git worktree repair`, or a clone made again, mends it."
        )
    return (start / os.fsdecode(said)).resolve()


def beginning(path: Path, limit: int) -> bytes:
    """Give at most `limit` bytes of a file's beginning."""
    with path.open("rb") as file:
        return file.read(limit)


def without_secret(origin: str) -> str:
    """Give a place without the user name and password a URL may hold."""
    return re.sub(r"(?<=://)[^/@\s]*@", "", origin)


def _remote(url: str) -> Remote:
    named = without_secret(url)
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
    except ValueError as error:
        raise UsageError(
            f"{named!r} is no URL: {error}.", hint="such as https://example.org/project.git"
        ) from error
    if parts.scheme not in SCHEMES:
        raise UsageError(
            f"{parts.scheme!r} is not a way to reach a repository.", hint="use https, ssh or file."
        )
    if host.startswith("-") or (parts.username or "").startswith("-"):
        raise HostileInputError(f"The host of {named!r} looks like an option.", hint="check the address.")
    if parts.scheme != "file" and not host:
        raise UsageError(f"{named!r} names no host.", hint="such as https://example.org/project.git")
    protocol = SCHEMES[parts.scheme]
    user, _, place = parts.netloc.rpartition("@")
    shown = urlunsplit((parts.scheme, place, parts.path, "", ""))
    if protocol == "ssh":
        name = f"{parts.username}@" if parts.username else ""
        return Remote(urlunsplit((parts.scheme, name + place, parts.path, "", "")), ("ssh",), shown)
    # A web address may lead on from http to https, never to anything else.
    return Remote(
        urlunsplit((parts.scheme, place, parts.path, parts.query, "")),
        ("http", "https") if protocol == "http" else (protocol,),
        shown,
        unquote(user) if protocol != "file" else "",
    )
