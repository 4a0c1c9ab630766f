"""Repositories behind URLs: cloned once into the user's cache without file contents, fetched afterwards."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout
from platformdirs import user_cache_path

from folkmoot.model.errors import SourceError, UnreachableError
from folkmoot.sources.git.command import Call, Git, first_line
from folkmoot.sources.git.location import Folder, Remote

FETCHED = (
    "+refs/heads/*:refs/heads/*",
    "+refs/tags/*:refs/tags/*",
    "+refs/pull/*/head:refs/pull/*/head",
    "+refs/merge-requests/*/head:refs/merge-requests/*/head",
)
FSCK = tuple(
    f"fetch.fsck.{name}=ignore"
    for name in ("zeroPaddedFilemode", "badTimezone", "missingSpaceBeforeDate", "badDateOverflow", "badDate")
)
"""Faults of old conversions that do no harm; everything else git checks for is refused on the way in."""
SLOW = ("http.lowSpeedLimit=1000", "http.lowSpeedTime=60", "http.followRedirects=initial")
PERCENT = re.compile(r"([A-Z][a-z ]+):\s+(\d+)% \((\d+)/(\d+)\)")

Progress = Callable[[str, int, int], None]
"""Told (what, done, of) while something long goes on."""


def cache_of(remote: Remote) -> Path:
    """Give the folder in the user's cache where a URL's clone lives."""
    mark = hashlib.sha256(remote.url.encode()).hexdigest()[:12]
    words = re.sub(r"[^A-Za-z0-9]+", "-", remote.shown.partition("://")[2] or remote.shown).strip("-")[-60:]
    return user_cache_path("folkmoot") / "clones" / f"{words}-{mark}.git"


def clone(
    remote: Remote, *, contents: bool = False, offline: bool = False, progress: Progress | None = None
) -> tuple[Folder, Git]:
    """Bring a URL's clone up to date and give it, with a git that may fetch single missing files.

    `contents`: fetch file contents too (for counting lines). Raises UnreachableError when the remote does
    not answer, or (`offline`) when nothing was cloned before.
    """
    place = cache_of(remote)
    git = Git(
        place, (remote.protocol,), settings=("fetch.fsckObjects=true", *FSCK, *SLOW)
    )  # the directory and its configuration are ours
    if offline:
        if not (place / "HEAD").is_file():
            raise UnreachableError(
                f"{remote.shown} was never cloned here.", hint="run once without --offline."
            )
        return Folder(place, place, place), git
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(f"{place}.lock", timeout=600):
            _update(remote, place, git, contents, progress)
    except Timeout as error:
        raise SourceError(
            f"Another process has been fetching {remote.shown} for ten minutes.",
            hint=f"wait for it; if none runs, remove {place}.lock.",
        ) from error
    return Folder(place, place, place), git


def _update(remote: Remote, place: Path, git: Git, contents: bool, progress: Progress | None) -> None:
    is_new = not (place / "HEAD").is_file()
    if is_new:
        shutil.rmtree(place, ignore_errors=True)
        git.run("init", "--quiet", "--bare", "--template=", str(place))
    wants_all = contents or (place / "folkmoot-contents").is_file()
    refetch = (
        ["--refetch"] if wants_all and not (place / "folkmoot-contents").is_file() and not is_new else []
    )
    configure(git, remote, partial=not wants_all)
    try:
        head = git.run("ls-remote", "--symref", "--", remote.url, "HEAD")
        with git.stream(
            "fetch", "--progress", "--prune", "--no-tags", "--no-write-fetch-head", "--force", *refetch,
            *(["--filter=blob:none"] if not wants_all else ["--no-filter"]), "--", "origin",
        ) as call:  # fmt: skip
            said = _listen(call, progress)
            code = call.process.wait()
        if code:
            raise SourceError(f"git fetch failed: {first_line(said)}")  # noqa: TRY301 - one handler for both
    except SourceError as error:
        if is_new:
            shutil.rmtree(place, ignore_errors=True)
        raise UnreachableError(
            f"{remote.shown} cannot be read. {error.what}",
            hint="check the address and the network; private repositories: clone them and name the folder."
            + ("" if is_new else " --offline uses what was fetched before."),
        ) from error
    if match := re.search(rb"^ref: (refs/heads/[^\s]+)\tHEAD$", head, re.MULTILINE):
        (place / "HEAD").write_bytes(b"ref: " + match[1] + b"\n")
    if wants_all:
        (place / "folkmoot-contents").touch()


def configure(git: Git, remote: Remote, *, partial: bool) -> None:
    """Write the clone's configuration: where it comes from and what is fetched, nothing else."""
    lines = ["[core]", "\trepositoryformatversion = 1", "\tbare = true", '[remote "origin"]']
    lines += [f"\turl = {_quoted(remote.url)}", *(f"\tfetch = {spec}" for spec in FETCHED)]
    if partial:
        lines += ["\tpromisor = true", "\tpartialclonefilter = blob:none"]
        lines += ["[extensions]", "\tpartialClone = origin"]
    (git.directory / "config").write_text("\n".join([*lines, ""]), encoding="utf-8")


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _listen(call: Call, progress: Progress | None) -> str:
    """Pass git's own progress on while the fetch runs, and give everything it said."""
    while call.process.poll() is None:
        if progress is not None and (seen := PERCENT.findall(call.said()[-400:])):
            what, _, done, of = seen[-1]
            progress(what.strip().lower(), int(done), int(of))
        call.pause(0.2)
    return call.said()
