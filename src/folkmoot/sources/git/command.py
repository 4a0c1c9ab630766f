"""Running git so that nothing a repository, a remote or a machine's configuration says is executed.

No hook, filter, pager, external diff, credential prompt or file-system monitor runs; configuration of the
system and the user is ignored; only the protocols asked for are allowed; each call is bounded in time, and
what it prints is bounded where it is held in memory.

Long because all that keeps git from executing what a repository says stands here, to be read in one go.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import partial
from io import BufferedReader
from pathlib import Path
from queue import Queue
from typing import IO, cast

from folkmoot.model.errors import HostileInputError, SourceError
from folkmoot.sources.git.starting import signals_wait

KEPT_VARIABLES = ("PATH", "TMPDIR")
NETWORK_VARIABLES = (
    "HOME", "SSH_AUTH_SOCK", "HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "NO_PROXY",
    "https_proxy", "http_proxy", "all_proxy", "no_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR",
)  # fmt: skip

MEMORY_OF_GIT = ("core.deltaBaseCacheLimit=32m", "core.packedGitWindowSize=1m", "core.packedGitLimit=32m")
"""Left to itself git keeps 96 MB unpacked and maps packs whole: a third of the memory for 8 % more CPU."""
NO_CACHES = ("core.commitGraph=false", "core.multiPackIndex=false")
"""What a repository keeps of its own history to be quick: damaged or forged, it tells another one."""
SETTINGS = (
    "attr.tree=..",  # no reference can have that name, so that no tree says what is text
    *MEMORY_OF_GIT,
    *NO_CACHES,
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.attributesFile=/dev/null",
    "core.excludesFile=/dev/null",
    "core.askPass=",
    "core.quotePath=false",
    "credential.helper=",
    "diff.external=",
    "fetch.recurseSubmodules=false",
    "gc.auto=0",
    "log.showSignature=false",
    "maintenance.auto=false",
    "protocol.allow=never",
    "submodule.recurse=false",
    "transfer.bundleURI=false",
)

SSH = "ssh -oBatchMode=yes -oStrictHostKeyChecking=accept-new -oConnectTimeout=30 -oServerAliveInterval=30"
MALLOC = {"MALLOC_MMAP_THRESHOLD_": str(32 << 20), "MALLOC_TRIM_THRESHOLD_": str(256 << 20)}
"""Keep freed memory for the next file instead of giving it back each time: a fifth less time where git
compares contents (GNU libc; others do not look at it)."""
CHUNK = 1 << 20
STEP = 4096
"""Bytes of input a git may have waiting that is fed step by step."""
HELD_OUTPUT = 512 << 20
"""Most bytes of one git call that are held in memory at once."""
AHEAD = 256
"""Most pieces of output taken up before somebody reads them: the system hands over up to 64 KB at once."""
SAID = 1 << 18
"""Bytes of stderr that are kept, the newest ones."""
MEMORY = 2 << 30
"""Most bytes of memory of one git, beside the packs it maps. git holds what one commit touches as a whole,
so that a tree of folders nested in one another would fill the machine before a line is printed."""
OLDEST = "2.32"
"""The oldest git that ignores the user's own settings; what needs a newer one asks for it and says so."""
NO_ROOM = re.compile(r"No space left on device|Disk quota exceeded")
"""What the system says, through git, when a disk takes no more."""
_UNKNOWN = re.compile(
    r"^(?:fatal|error): (?:unrecognized argument|unknown option|unknown switch|\w+ value for '?--)",
    re.MULTILINE,
)
ENDED = "Could not read from remote repository."
"""What git says when the ssh it started has failed; why is in the line before, which ssh printed."""
TIME_LIMIT = 3600.0
"""Seconds after which a git call is ended."""
BRIEF = 300.0
"""The same for what git answers out of a few files of its own, in a moment even where there is much."""
AT_ONCE = frozenset({"for-each-ref", "rev-parse", "symbolic-ref", "version"})
"""The commands that do."""
REACHING = frozenset({"fetch", "ls-remote"})
"""The commands that ask another side."""
SILENT = (
    "git answers this in a moment where it can read the folder. Is the disk there, or the other machine it "
    "lies on? `git status` in that folder should answer too."
)


@dataclass(frozen=True)
class Git:
    """git, pointed at one repository directory, with nothing else to guide it.

    `protocols` are the transports it may use (none for reading what is on disk), `objects` is where objects
    are when not in the directory. `secrets` are variables that a credential helper among the settings reads:
    no other user of the machine sees them.
    `is_traced`: git says on stderr each line it exchanges with the other side. `is_lazy`: a missing object
    that is read is fetched; never while fetching, where each missing commit would start one more git.
    """

    directory: Path
    protocols: tuple[str, ...] = ()
    time_limit: float = TIME_LIMIT
    settings: tuple[str, ...] = ()
    objects: Path | None = None
    secrets: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    is_traced: bool = False
    is_lazy: bool = False

    def is_at_least(self, *version: int) -> bool:
        """Tell whether this machine's git says that it is of that version, or newer."""
        numbers = re.match(r"git version (\d+)\.(\d+)", self.brief.text("version"))
        return numbers is not None and tuple(map(int, numbers.groups())) >= version

    @property
    def brief(self) -> Git:
        """Give the same git with less time: for references and names, never for commits and contents."""
        return replace(self, time_limit=min(self.time_limit, BRIEF))

    def environment(self) -> dict[str, str]:
        """Give the whole environment of a call: nothing of the user's git settings is in it."""
        names = KEPT_VARIABLES + (NETWORK_VARIABLES if self.protocols else ())
        kept = {name: os.environ[name] for name in names if name in os.environ}
        if self.objects is not None:
            kept["GIT_OBJECT_DIRECTORY"] = str(self.objects)
        return kept | {
            **dict(self.secrets),
            "GIT_DIR": str(self.directory),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_ATTR_NOSYSTEM": "1",
            "GIT_NO_REPLACE_OBJECTS": "1",
            "GIT_GRAFT_FILE": os.devnull,
            "GIT_NO_LAZY_FETCH": "0" if self.is_lazy else "1",
            "GIT_OPTIONAL_LOCKS": "0",
            "GIT_DEFAULT_HASH": "sha1",  # git 3 begins with others, which our own configuration does not name
            "GIT_DEFAULT_REF_FORMAT": "files",
            "GIT_TERMINAL_PROMPT": "0",
            "GIT_ASKPASS": "true",
            "SSH_ASKPASS": "true",
            "GIT_SSH_COMMAND": SSH,
            "GIT_ALLOW_PROTOCOL": ":".join(self.protocols) or "none",
            "GIT_PAGER": "cat",
            "GIT_TRACE_PACKET": str(int(self.is_traced)),
            "LC_ALL": "C",
            "TZ": "UTC",  # ssh-keygen reads the terms of keys in the local time
            "GIT_FLUSH": "0",  # nobody waits for single lines of what git prints
            **MALLOC,
        }

    def line(self, *arguments: str) -> list[str]:
        """Give the command line of a call."""
        settings = [*SETTINGS, *self.settings, *(f"protocol.{name}.allow=always" for name in self.protocols)]
        return [
            "git", "--no-pager", "--no-optional-locks", "--literal-pathspecs",
            *(word for setting in settings for word in ("-c", setting)),
            *arguments,
        ]  # fmt: skip

    def run(self, *arguments: str, stdin: bytes = b"", check: bool = True) -> bytes:
        """Give what a call prints. Raises SourceError when git fails (and `check`), or prints too much."""
        with self.stream(*arguments, stdin=stdin) as call:
            parts, size = [], 0
            for part in call.chunks():
                size += len(part)
                if size > HELD_OUTPUT:
                    raise SourceError(
                        f"git {arguments[0]} printed over {HELD_OUTPUT >> 20} MB.",
                        hint="is this the repository that was meant? Nothing so large is read.",
                    )
                parts.append(part)
            code, said = call.wait()
        if check and code:
            raise failure(call, arguments[0], said)
        return b"".join(parts)

    def text(self, *arguments: str) -> str:
        """Give what a call prints as one stripped string, or an empty one when git fails.

        Bytes that are no UTF-8 survive, so that a name can be given back to git.
        """
        return self.run(*arguments, check=False).decode("utf-8", "surrogateescape").strip()

    def existing(self, objects: Sequence[str]) -> list[str]:
        """Give those of `objects` that are in this repository."""
        asked = "".join(f"{sha}\n" for sha in objects).encode("ascii")
        answers = self.run("cat-file", "--batch-check", stdin=asked, check=False).splitlines()
        return [sha for sha, said in zip(objects, answers, strict=False) if not said.endswith(b" missing")]

    @contextmanager
    def stream(
        self, *arguments: str, stdin: bytes | Iterable[bytes] = b"", step_by_step: bool = False,
        ahead: bool = False,
    ) -> Iterator[Call]:  # fmt: skip
        """Start a call and give it while it runs; it is ended when the block is left or time is up.

        With `step_by_step` each part of `stdin` is asked for when git has read nearly all before it. With
        `ahead` what git prints is taken up at once, AHEAD pieces at most, though nobody reads it yet.
        """
        with signals_wait() as let_through:
            try:
                process = subprocess.Popen(
                    self.line(*arguments),
                    env=self.environment(),
                    stdin=subprocess.PIPE if stdin else subprocess.DEVNULL,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.PIPE,
                    cwd="/",
                    start_new_session=True,
                )
            except FileNotFoundError as error:
                raise SourceError("git is not installed.", hint=f"install git {OLDEST} or newer.") from error
            except OSError as error:
                if error.filename != "git":
                    raise
                raise SourceError(
                    f"git cannot be run: {error.strerror}.",
                    hint=f"see what `git version` says in a shell; git {OLDEST} or newer is needed.",
                ) from error
            _bound(process.pid)
            if step_by_step:
                _narrow(process)
            call = Call(process, self.time_limit, stdin, arguments[0], step_by_step=step_by_step, ahead=ahead)
            try:
                let_through()
                yield call
            finally:
                call.end()


def _bound(process: int) -> None:
    """Bound the memory of a process that has just begun, where the system can (Linux)."""
    if sys.platform == "linux":
        import resource

        with contextlib.suppress(ProcessLookupError, PermissionError, ValueError):
            _, most = resource.prlimit(process, resource.RLIMIT_DATA)
            limit = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
            resource.prlimit(process, resource.RLIMIT_DATA, (limit, limit))


def _narrow(process: subprocess.Popen[bytes]) -> None:
    """Let as little input wait as the system can (Linux; elsewhere it is a few thousand bytes more)."""
    if sys.platform == "linux":
        import fcntl

        with contextlib.suppress(OSError):
            fcntl.fcntl(cast("IO[bytes]", process.stdin), fcntl.F_SETPIPE_SZ, STEP)


class Call:
    """A running git: its output in chunks, its words on stderr kept, its input fed from beside."""

    def __init__(
        self, process: subprocess.Popen[bytes], time_limit: float, stdin: bytes | Iterable[bytes],
        command: str, *, step_by_step: bool = False, ahead: bool = False,
    ) -> None:  # fmt: skip
        self.process = process
        self.command = command
        self._is_stepwise = step_by_step
        self.time_limit = time_limit
        self._said: list[bytes] = []
        self.is_late = False
        self._late = threading.Timer(time_limit, self._stop)
        self._late.daemon = True
        self._late.start()
        self._threads = [threading.Thread(target=self._listen, daemon=True)]
        self._ahead: Queue[bytes] | None = Queue(AHEAD) if ahead else None
        self._is_over = False
        if ahead:
            self._threads.append(threading.Thread(target=self._take_up, args=(self._ahead,), daemon=True))
        if stdin:
            self._threads.append(threading.Thread(target=self._feed, args=(stdin,), daemon=True))
        for thread in self._threads:
            thread.start()

    @property
    def output(self) -> BufferedReader:
        """Give the stream of what git prints."""
        return cast("BufferedReader", self.process.stdout)

    def chunks(self) -> Iterator[bytes]:
        """Give the output in pieces of up to a megabyte."""
        following = self._ahead.get if self._ahead is not None else partial(self.output.read1, CHUNK)
        while chunk := following():
            yield chunk

    def _take_up(self, pieces: Queue[bytes]) -> None:
        while not self._is_over:
            chunk = self.output.read1(CHUNK)
            pieces.put(chunk)
            if not chunk:
                return

    def wait(self) -> tuple[int, str]:
        """Give the exit code and what was said on stderr. Raises SourceError when its time was up."""
        code = self.process.wait()
        for thread in self._threads:
            thread.join(timeout=5)
        if self.is_late:
            # Whoever allows a failure must not take it for an answer.
            raise failure(self, self.command, self.said())
        return code, self.said()

    def said(self) -> str:
        """Give what was said on stderr so far."""
        return b"".join(self._said).decode("utf-8", "replace")

    def pause(self, seconds: float) -> None:
        """Wait until git ends, at most `seconds`."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(seconds)

    def end(self) -> None:
        """End the call if it still runs, and close everything."""
        self._late.cancel()
        if self.process.poll() is None:
            self._kill()
        self.process.wait()
        self._is_over = True
        while self._ahead is not None and not self._ahead.empty():
            self._ahead.get()  # whoever waits to put a piece down may go
        for thread in self._threads:
            thread.join(timeout=5)
        for stream in (self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()

    def _stop(self) -> None:
        self.is_late = True
        self._kill()

    def _kill(self) -> None:
        """End git and everything it started, such as a transport."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def _listen(self) -> None:
        heard = cast("BufferedReader", self.process.stderr)
        while chunk := heard.read1(65536):
            self._said.append(chunk)
            while sum(map(len, self._said)) > SAID:
                del self._said[0]

    def _feed(self, stdin: bytes | Iterable[bytes]) -> None:
        try:
            with cast("IO[bytes]", self.process.stdin) as pipe:
                for part in [stdin] if isinstance(stdin, bytes) else stdin:
                    pipe.write(part)
                    if self._is_stepwise:
                        pipe.flush()
        except (BrokenPipeError, ValueError):
            return  # git ended first; its exit code tells why


def failure(call: Call, command: str, said: str) -> SourceError:
    """Give the error that tells why a call failed."""
    if call.is_late:
        return SourceError(
            f"git {command} was ended: it took over {call.time_limit:.0f} seconds.",
            hint=SILENT if command in AT_ONCE else "`git fsck` tells whether the repository is sound.",
        )
    if "out of memory" in said.lower():
        return HostileInputError(
            f"git {command} was ended: it needed over {MEMORY >> 30} GB of memory.",
            hint="the other side sends far too much; is this the address that was meant?"
            if command in REACHING
            else "one commit touches far too many files, or one file is far too large.",
        )
    if match := NO_ROOM.search(said):
        return SourceError(f"git {command} could not write: {match[0]}.", hint="make room on that disk.")
    if _UNKNOWN.search(said):
        return SourceError(
            f"{_version()} does not know all that is asked of it: git {command}: {first_line(said)}",
            hint=f"install git {OLDEST} or newer.",
        )
    return SourceError(
        f"git {command} failed: {first_line(said)}",
        hint="`git fsck` in the clone tells what is wrong with it.",
    )


def _version() -> str:
    """Give what git says it is, asked only when something has failed."""
    said = Git(Path(os.devnull), time_limit=10).text("version")
    return said if re.fullmatch(r"git version [\w.() -]{1,60}", said) else "This git"


def first_line(said: str) -> str:
    """Give the first telling line of what git said, for a message to the user; with the list it announces.

    Where git only says that the other side ended, with what ssh said before it.
    """
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("fatal:", "error:"))] or lines
    if not telling:
        return "it gave no reason"
    before = lines[: lines.index(telling[0])]
    if before and ENDED in telling[0]:
        return f"{telling[0]} ({before[-1]})"[:300]
    following = lines[lines.index(telling[0]) + 1 :] if telling[0].endswith(":") else []
    return " ".join([telling[0], *following[:1]])[:300]
