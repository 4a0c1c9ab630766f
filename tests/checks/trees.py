"""Trees written by hand, for tests of checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class Files:
    """The files of one commit; content None stands for a blob that is not in the clone."""

    def __init__(self, contents: Mapping[str, bytes | None]) -> None:
        self.contents = dict(contents)

    def paths(self) -> Sequence[str]:
        return sorted(self.contents)

    def read(self, path: str, limit: int = 1_000_000) -> bytes | None:
        content = self.contents[path]
        return None if content is None else content[:limit]


def tree(*paths: str, contents: Mapping[str, bytes | None] | None = None) -> Files:
    """Give a tree of files that hold something, and of those whose `contents` are given."""
    return Files(dict.fromkeys(paths, b"something") | dict(contents or {}))
