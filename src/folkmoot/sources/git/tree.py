"""The files of one commit, read without a checkout.

Each call of git costs more than what it gives, so that the files which nearly every question opens come in
one call with the first of them, and what was read whole is kept while there is room.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cached_property
from itertools import islice

from folkmoot.model.errors import HostileInputError, SourceError
from folkmoot.sources.git.call import failure
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.contents import contents
from folkmoot.sources.git.text import text

MAX_PATHS = 2_000_000
LINK = b"120000"
"""How git writes the mode of a symbolic link."""
SAMPLE = 1000
"""Files looked at to tell whether a clone has file contents."""
NEAR = (".folkmoot/", ".forgejo/", ".gitea/", ".github/", ".gitlab/")
"""Folders whose files come with the first file that is read, as those at the top do."""
MOST_NEAR, LONGEST_NEAR = 200, 1 << 16
KEPT = 8 << 20
"""Bytes of contents that are kept."""
KEPT_TOGETHER = 4 * KEPT
"""Bytes of contents that the trees of a report on many repositories keep, together."""


class GitTree:
    """The tree of `commit`. Paths are decoded, with a replacement for bytes that are no text."""

    def __init__(self, git: Git, commit: str, fetching: Git | None = None) -> None:
        self.git = git
        self.commit = commit
        self.fetching = fetching
        self._links: set[str] = set()
        self._kept: dict[str, bytes] = {}
        self._room = KEPT
        self._has_near = False

    def one_of(self, count: int) -> None:
        """Keep no more than this tree's part of what `count` trees may keep together."""
        self._room = min(self._room, KEPT_TOGETHER // max(count, 1))

    @cached_property
    def entries(self) -> dict[str, str]:
        """Give object ids by path: files and links, no submodules.

        Raises HostileInputError beyond MAX_PATHS.
        """
        found: dict[str, str] = {}
        if not self.commit:
            return found
        with self.git.stream("ls-tree", "-r", "-z", "--full-tree", self.commit) as call:
            rest = b""
            for chunk in call.chunks():
                *lines, rest = (rest + chunk).split(b"\0")
                for line in lines:
                    meta, _, path = line.partition(b"\t")
                    words = meta.split(b" ")
                    if len(words) == 3 and words[1] == b"blob":
                        name = text(path)
                        found[name] = words[2].decode("ascii")
                        if words[0] == LINK:
                            self._links.add(name)
                if len(found) > MAX_PATHS:
                    raise HostileInputError(
                        f"The tree of {self.commit} has over {MAX_PATHS} files.",
                        hint="is this the repository that was meant?",
                    )
            code, said = call.wait()
            if code and not found and not self.is_missing:
                raise failure(call, "ls-tree", said)
        return found

    @cached_property
    def is_missing(self) -> bool:
        """Tell whether the commit's tree itself is not in this clone (one without trees), or damaged."""
        return bool(self.commit) and not self.git.text("cat-file", "-t", f"{self.commit}^{{tree}}")

    @cached_property
    def is_whole(self) -> bool:
        """Tell whether the contents of the first files are in this clone."""
        some = list(islice(self.entries.values(), SAMPLE))
        return len(self.git.existing(some)) == len(some)

    def paths(self) -> list[str]:
        """Give every path, sorted."""
        return sorted(self.entries)

    def read(self, path: str, limit: int = 1_000_000) -> bytes | None:
        """Give at most `limit` bytes of a file.

        None when it is not there or its content is not in this clone.
        """
        blob = self.entries.get(path)
        if blob is None:
            return None
        self._read_near()
        if path in self._kept:
            return self._kept[path][:limit]
        for git in filter(None, (self.git, self.fetching)):
            with git.stream("cat-file", "blob", blob) as call:
                content = call.output.read(limit)
                if len(content) == limit or call.wait()[0] == 0:
                    return content
        return None

    def links(self) -> set[str]:
        """Give the paths that are symbolic links: their content is where they lead, never followed."""
        return self._links if self.entries else set()

    def read_all(
        self, paths: Iterable[str], limit: int = 1_000_000
    ) -> Iterator[tuple[str, bytes | None, int]]:
        """Give (path, at most `limit` bytes, whole size) for many files out of one git call, in their order.

        The bytes are None, and the size 0, for what is not there or not in this clone. Raises SourceError
        when git fails.
        """
        wanted = list(paths)
        kept = {path: self._kept[path] for path in wanted if path in self._kept}
        asked = [self.entries[path] for path in wanted if path in self.entries and path not in kept]
        found = contents(self.git, asked, limit)
        for path in wanted:
            if path in kept:
                yield path, kept[path][:limit], len(kept[path])
            elif path in self.entries:
                _, content, size = next(found)
                if content is not None and len(content) == size <= self._room:
                    self._kept[path] = content
                    self._room -= size
                yield path, content, size
            else:
                yield path, None, 0

    def _read_near(self) -> None:
        """Read once what nearly every question opens; what git cannot give is asked for again by itself."""
        if self._has_near:
            return
        self._has_near = True
        near = [path for path in self.entries if "/" not in path or path.startswith(NEAR)]
        with suppress(SourceError):
            for _ in self.read_all(near[:MOST_NEAR], LONGEST_NEAR):
                pass
