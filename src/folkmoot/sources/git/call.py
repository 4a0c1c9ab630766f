"""A running git: bounded in time and in memory, heard and fed at once, and what is said when it fails."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from functools import partial
from io import BufferedReader
from pathlib import Path
from queue import Queue
from typing import IO, cast

from folkmoot.model.errors import HostileInputError, SourceError

OLDEST = "2.32"
"""The oldest git that ignores the user's own settings; what needs a newer one asks for it and says so."""
CHUNK = 1 << 20
STEP = 4096
"""Bytes of input a git may have waiting that is fed step by step."""
AHEAD = 256
"""Most pieces of output taken up before somebody reads them: the system hands over up to 64 KB at once."""
SAID = 1 << 18
"""Bytes of stderr that are kept, the newest ones."""
MEMORY = 2 << 30
"""Most bytes of memory of one git, beside the packs it maps. git holds what one commit touches as a whole,
so that a tree of folders nested in one another would fill the machine before a line is printed."""
NO_ROOM = re.compile(r"No space left on device|Disk quota exceeded")
"""What the system says, through git, when a disk takes no more."""
_UNKNOWN = re.compile(
    r"^(?:fatal|error): (?:unrecognized argument|unknown option|unknown switch|\w+ value for '?--)",
    re.MULTILINE,
)
ENDED = "Could not read from remote repository."
"""What git says when the ssh it started has failed; why is in the line before, which ssh printed."""
AT_ONCE = frozenset({"for-each-ref", "rev-parse", "symbolic-ref", "version"})
"""The commands that do."""
REACHING = frozenset({"fetch", "ls-remote"})
"""The commands that ask another side."""
SILENT = (
    "git answers this in a moment where it can read the folder. Is the disk there, or the other machine it "
    "lies on? `git status` in that folder should answer too."
)


def bound(process: int) -> None:
    """Bound the memory of a process that has just begun, where the system can (Linux)."""
    if sys.platform == "linux":
        import resource

        with contextlib.suppress(ProcessLookupError, PermissionError, ValueError):
            _, most = resource.prlimit(process, resource.RLIMIT_DATA)
            limit = MEMORY if most == resource.RLIM_INFINITY else min(MEMORY, most)
            resource.prlimit(process, resource.RLIMIT_DATA, (limit, limit))


def narrow(process: subprocess.Popen[bytes]) -> None:
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
    from folkmoot.sources.git.command import Git

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
