"""Repositories behind URLs: cloned once into the user's cache without file contents, fetched afterwards."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from folkmoot.model.errors import HostileInputError, NotARepositoryError, SourceError, UnreachableError
from folkmoot.sources.file_lock import FileLock, HeldError
from folkmoot.sources.git import quota
from folkmoot.sources.git.call import NO_ROOM, Call, failure
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.lazily import can_leave_missing_alone
from folkmoot.sources.git.location import Folder, Remote
from folkmoot.sources.git.remote_head import fetched_with, point
from folkmoot.sources.git.serving import served
from folkmoot.sources.user_folders import cache_folder

FETCHED = (
    "+refs/heads/*:refs/heads/*",
    "+refs/tags/*:refs/tags/*",
    "+refs/pull/*/head:refs/pull/*/head",
    "+refs/pull-requests/*/from:refs/pull-requests/*/from",
    "+refs/merge-requests/*/head:refs/merge-requests/*/head",
    "+refs/folkmoot/*:refs/folkmoot/*",
)
FAULTS = (
    "zeroPaddedFilemode", "badFilemode", "badTimezone", "badDate", "badDateOverflow", "zeroPaddedDate",
    "missingSpaceBeforeDate", "badEmail", "badName", "missingEmail", "missingNameBeforeEmail",
    "missingSpaceBeforeEmail", "multipleAuthors", "nulInCommit", "nullSha1", "emptyName", "fullPathname",
    "gitmodulesBlob", "gitmodulesLarge", "gitmodulesMissing", "gitmodulesName", "gitmodulesParse",
    "gitmodulesPath", "gitmodulesSymlink", "gitmodulesUpdate", "gitmodulesUrl",
)  # fmt: skip
"""Faults of old histories that do no harm where nothing is checked out and no submodule is followed.

Everything else git checks for is refused on the way in.
"""
FSCK = tuple(f"fetch.fsck.{name}=ignore" for name in FAULTS)
HARMLESS = re.compile(rf"object [0-9a-f]+: (?:{'|'.join(FAULTS)})\b")
"""What older gits say of such faults: in a fetch that leaves contents out they mind them, and only there."""
SLOW = ("http.lowSpeedLimit=1000", "http.lowSpeedTime=60", "http.followRedirects=initial")
HELPER = (
    r"""!f() { test "$1" = get && printf 'username=%s\npassword=%s\n' """
    """"$FOLKMOOT_GIT_NAME" "$FOLKMOOT_GIT_WORD"; }; f"""
)
WHOLE = "folkmoot-contents"
"""A file that marks a clone which has file contents too."""
BEGUN = "folkmoot-begun"
"""A file that marks a clone whose first fetch has not come to its end."""
FETCHING_AGAIN = (2, 36)
"""The first git with `fetch --refetch`."""
FORM = "\tobjectformat = {}"
LONG_IDS = re.compile(rb"^[0-9a-f]{64}\t", re.MULTILINE)
"""How a remote whose objects are named by SHA-256 tells its references."""
MOST_PACKS = 50
FILE_LIMIT = re.compile(r"died of signal 25|File too large")
"""What git says when what it started may not write so large a file (signal 25 is SIGXFSZ on Linux)."""
OVER_LIMIT = -25
"""How git itself ends then."""
PERCENT = re.compile(r"([A-Z][a-z ]+):\s+(\d+)% \((\d+)/(\d+)\)")

Progress = Callable[[str, int, int], None]
"""Told (what, done, of) while something long goes on."""


def cache_of(remote: Remote) -> Path:
    """Give the folder in the user's cache where a URL's clone lives."""
    mark = hashlib.sha256(remote.url.encode("utf-8", "surrogateescape")).hexdigest()[:12]
    words = re.sub(r"[^A-Za-z0-9]+", "-", remote.shown.partition("://")[2] or remote.shown).strip("-")[-60:]
    return cache_folder() / "clones" / f"{words}-{mark}.git"


@contextmanager
def clone(
    remote: Remote,
    *,
    contents: bool = False,
    offline: bool = False,
    follow_alternates: bool = False,
    progress: Progress | None = None,
) -> Iterator[tuple[Folder, Git]]:
    """Bring a URL's clone up to date and give it, with a git that may fetch single missing files.

    `contents`: fetch file contents too (for counting lines). Raises UnreachableError when the remote does
    not answer, or (`offline`) when nothing was cloned before; HostileInputError when it sends more than the
    quota or is an unsafe folder, and what was fetched before stays as it was.
    """
    place = cache_of(remote)
    # The directory and its configuration are ours.
    git = _helped(Git(place, remote.protocols, settings=("fetch.fsckObjects=true", *FSCK, *SLOW)), remote)
    with ExitStack() as stack:
        if not offline:
            try:
                serving = stack.enter_context(served(remote, follow_alternates=follow_alternates))
            except NotARepositoryError as error:
                raise _unreachable(remote, error, is_new=not _is_whole(place)) from error
            git = replace(git, settings=(*git.settings, *serving))
            _update_alone(remote, place, git, contents, progress)
        elif not _is_whole(place):
            raise UnreachableError(
                f"{remote.shown} was never cloned here.", hint="run once without --offline."
            )
        yield Folder(place, place, place), replace(git, is_lazy=True)


def _is_whole(place: Path) -> bool:
    """Tell whether a fetch into this clone ever came to its end."""
    return (place / "HEAD").is_file() and not (place / BEGUN).exists()


def _update_alone(remote: Remote, place: Path, git: Git, contents: bool, progress: Progress | None) -> None:
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{place}.lock", timeout=600):
            is_new = not _is_whole(place)
            try:
                try:
                    _update(remote, place, git, contents, progress, is_new=is_new)
                except UnreachableError as error:
                    if contents or not HARMLESS.search(error.what):
                        raise
                    _update(remote, place, git, True, progress, is_new=is_new)
            except BaseException:
                if is_new:
                    _remove(place)
                raise
    except HeldError as error:
        raise SourceError(
            f"Another process has been fetching {remote.shown} for ten minutes.",
            hint=f"wait for it; if none runs, remove {place}.lock.",
        ) from error
    except OSError as error:
        raise SourceError(
            f"{error.filename or place} cannot be written: {error.strerror}.",
            hint="XDG_CACHE_HOME names another folder for clones; or clone it yourself and name the folder.",
        ) from error


def _helped(git: Git, remote: Remote) -> Git:
    """Give git with a URL's user name and password for that host alone, told when the host asks for them.

    As a header they would follow the host wherever it leads on to.
    """
    if not remote.secret:
        return git
    if any(ord(character) < 32 for character in remote.secret):
        raise HostileInputError(
            f"The password for {remote.shown} has control characters in it.", hint="check the address."
        )
    name, _, word = remote.secret.partition(":")
    host = "/".join(remote.url.split("/")[:3])
    return replace(
        git,
        settings=(*git.settings, f"credential.{host}.helper={HELPER}"),
        secrets=(("FOLKMOOT_GIT_NAME", name), ("FOLKMOOT_GIT_WORD", word)),
    )


def _update(
    remote: Remote, place: Path, git: Git, contents: bool, progress: Progress | None, *, is_new: bool
) -> None:
    most = quota.limit()
    if is_new:
        _remove(place)
        place.mkdir()
        (place / BEGUN).touch()
        git.run("init", "--quiet", "--bare", "--template=", str(place))
    quota.sweep(place, older=True)
    has_all = (place / WHOLE).is_file()
    wants_all = contents or has_all or not can_leave_missing_alone()
    fetches_again = wants_all and not has_all and not is_new
    if fetches_again and not git.is_at_least(*FETCHING_AGAIN):
        raise SourceError(
            f"{place} has no contents of files, and this git is too old to fetch them into it.",
            hint="install git 2.36 or newer; or remove that folder: it is then cloned anew, with them.",
        )
    form = _object_format(place)
    configure(git, remote, partial=not wants_all, form=form)
    try:
        head = git.run("ls-remote", "--symref", "--", "origin", "HEAD")
        if not head:
            _refuse_a_page(git)
        if is_new and LONG_IDS.search(head):
            configure(git, remote, partial=not wants_all, form="sha256")
        git = replace(git, settings=(*git.settings, *fetched_with(head)))
        with git.stream(
            "fetch", "--progress", "--prune", "--no-tags", "--no-write-fetch-head", "--force",
            "--unshallow" if (place / "shallow").is_file() else "--update-shallow",
            *(["--refetch"] if fetches_again else []),
            *(["--filter=blob:none"] if not wants_all else ["--no-filter"]), "--", "origin",
        ) as call:  # fmt: skip
            quota.bound(call.process.pid, max(1, most - quota.size_of(place)))
            is_over = _listen(call, progress, place, most)
            code, said = call.wait()
        if is_over or code == OVER_LIMIT or (code and FILE_LIMIT.search(said)):
            raise quota.exceeded(remote.shown, most)
        if code:
            raise failure(call, "fetch", said)
    except HostileInputError:
        quota.sweep(place)
        raise
    except SourceError as error:
        if full := NO_ROOM.search(error.what):
            raise SourceError(
                f"{remote.shown} cannot be fetched into {place.parent}: {full[0]}.",
                hint="make room there; XDG_CACHE_HOME names another folder for clones.",
            ) from error
        raise _unreachable(remote, error, is_new=is_new) from error
    point(git, head)
    if wants_all:
        (place / WHOLE).touch()
    (place / BEGUN).unlink(missing_ok=True)
    if sum(1 for _ in (place / "objects" / "pack").glob("*.pack")) > MOST_PACKS:
        with suppress(SourceError):  # the clone is whole without it
            git.run("gc", "--quiet", "--prune=now", check=False)


def _remove(place: Path) -> None:
    """Remove a clone, and first what it is known by, so that one removed by half is none."""
    (place / "HEAD").unlink(missing_ok=True)
    shutil.rmtree(place, ignore_errors=True)


def _unreachable(remote: Remote, error: SourceError, *, is_new: bool) -> UnreachableError:
    return UnreachableError(
        f"{remote.shown} cannot be read. {error.what}",
        hint="check the address and the network; private repositories: clone them and name the folder."
        + ("" if is_new else " --offline uses what was fetched before."),
    )


def _refuse_a_page(git: Git) -> None:
    """Raise SourceError unless the remote answers as git does.

    Any page of the web in one line, such as one that asks to log in, would pass for a repository that has
    become empty: git still reads such answers, as plain files of an old server.
    """
    with replace(git, is_traced=True).stream("ls-remote", "--", "origin", "HEAD") as call:
        for _ in call.chunks():
            pass
        if "packet:" not in call.wait()[1]:
            raise SourceError(
                "It answers, but not as a git repository does.",
                hint="check the address: a page of the web is no repository, nor one that asks to log in.",
            )


def _object_format(place: Path) -> str:
    """Give the hash that names the objects of a clone made before, as its own configuration says."""
    config = place / "config"
    return (
        "sha256"
        if config.is_file() and FORM.format("sha256") in config.read_text("utf-8", "replace")
        else "sha1"
    )


def configure(git: Git, remote: Remote, *, partial: bool, form: str = "sha1") -> None:
    """Write the clone's configuration: where it comes from and what is fetched, nothing else.

    `form` is the hash that names objects there.
    """
    lines = ["[core]", "\trepositoryformatversion = 1", "\tbare = true", '[remote "origin"]']
    lines += [f"\turl = {_quoted(remote.url)}", *(f"\tfetch = {spec}" for spec in FETCHED)]
    if partial:
        lines += ["\tpromisor = true", "\tpartialclonefilter = blob:none"]
    lines += ["[extensions]", *(["\tpartialClone = origin"] if partial else [])]
    if form != "sha1":
        lines += [FORM.format(form)]
    (git.directory / "config").write_text("\n".join([*lines, ""]), "utf-8", "surrogateescape")


def _quoted(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _listen(call: Call, progress: Progress | None, place: Path, most: int) -> bool:
    """Pass git's own progress on while the fetch runs.

    Gives whether the clone grew over `most` bytes: then it was ended, unless it had already ended by itself.
    It is measured at least once, and when git has ended, so that it is no matter how fast git is.
    """
    while True:
        has_ended = call.process.poll() is not None
        if quota.size_of(place) > most:
            call.end()
            return True
        if has_ended:
            return False
        if progress is not None and (seen := PERCENT.findall(call.said()[-400:])):
            what, _, done, of = seen[-1]
            progress(what.strip().lower(), int(done), int(of))
        call.pause(0.2)
