"""Running git so that nothing a repository, a remote or a machine's configuration says is executed.

No hook, filter, pager, external diff, credential prompt or file-system monitor runs; configuration of the
system and the user is ignored; only the protocols asked for are allowed; each call is bounded in time, and
what it prints is bounded where it is held in memory.

What a running git is given, and how it is ended, stands in `call`.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from folkmoot.model.errors import SourceError
from folkmoot.sources.git.call import OLDEST, Call, bound, failure, narrow
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
HELD_OUTPUT = 512 << 20
"""Most bytes of one git call that are held in memory at once."""
TIME_LIMIT = 3600.0
"""Seconds after which a git call is ended."""
BRIEF = 300.0
"""The same for what git answers out of a few files of its own, in a moment even where there is much."""


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
            bound(process.pid)
            if step_by_step:
                narrow(process)
            call = Call(process, self.time_limit, stdin, arguments[0], step_by_step=step_by_step, ahead=ahead)
            try:
                let_through()
                yield call
            finally:
                call.end()
