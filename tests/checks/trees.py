"""Trees written by hand, for tests of checks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from folkmoot.model.check import Ground


class Files:
    """The files of one commit; content None stands for a blob that is not in the clone."""

    def __init__(self, contents: Mapping[str, bytes | None], links: Collection[str] = ()) -> None:
        self.contents = dict(contents)
        self.linked = set(links)

    def paths(self) -> Sequence[str]:
        return sorted(self.contents)

    def read(self, path: str, limit: int = 1_000_000) -> bytes | None:
        content = self.contents.get(path)
        return None if content is None else content[:limit]

    def links(self) -> Collection[str]:
        return self.linked

    def read_all(
        self, paths: Iterable[str], limit: int = 1_000_000
    ) -> Iterator[tuple[str, bytes | None, int]]:
        for path in paths:
            content = self.contents.get(path)
            yield path, self.read(path, limit), len(content or b"")


def tree(*paths: str, contents: Mapping[str, bytes | None] | None = None) -> Files:
    """Give a tree of files that hold something, and of those whose `contents` are given."""
    return Files(dict.fromkeys(paths, b"something") | dict(contents or {}))


def ground(contents: Mapping[str, bytes | str | None], links: Collection[str] = ()) -> Ground:
    """Give the ground of checks over files by path; content None stands for a blob not in the clone."""
    told = {path: each.encode() if isinstance(each, str) else each for path, each in contents.items()}
    return Ground(Files(told, links))
