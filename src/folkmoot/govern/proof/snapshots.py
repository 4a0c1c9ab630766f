"""The history of `.folkmoot/` out of git: every commit that touched it, with its parents and its files.

Read with `git log` and `git cat-file` from the objects; nothing is ever checked out.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from folkmoot.govern.files.state import FOLDER, MOST_FILES
from folkmoot.govern.files.table import MOST_BYTES
from folkmoot.model.errors import HostileInputError, SourceError
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.contents import contents
from folkmoot.sources.git.text import text

MOST_COMMITS = 200_000


@dataclass(frozen=True)
class Snapshot:
    """One commit that touched `.folkmoot/`, with the files as they were after it.

    `parents` are the nearest earlier such commits; `when` is the committer's time in seconds since 1970.
    `is_published` tells whether it lies on the line of first parents; `files` are the contents by path,
    `blobs` their ids, `odd` the paths of what is no plain file. At the edge of a shallow clone (`is_edge`)
    what came before is not known.
    """

    commit: str
    parents: tuple[str, ...]
    when: int
    author: str
    is_published: bool
    files: Mapping[str, bytes]
    blobs: Mapping[str, str]
    odd: tuple[str, ...] = ()
    is_edge: bool = False


def read_snapshots(git: Git, tip: str, edge: Collection[str] = ()) -> list[Snapshot]:
    """Give every commit up to `tip` that touched `.folkmoot/`, older ones first.

    `edge` are the commits whose parents a shallow clone lacks. Raises SourceError when the history cannot be
    read or file contents are missing.
    """
    log = git.run(
        "log", "--full-history", "--parents", "--topo-order", "--reverse", "--no-notes",
        "--format=%H%x00%P%x00%ct%x00%an <%ae>", tip, "--", FOLDER,
    )  # fmt: skip
    lines = [line.split(b"\0") for line in log.splitlines() if line.count(b"\0") == 3]
    if len(lines) > MOST_COMMITS:
        raise HostileInputError(
            f"Over {MOST_COMMITS} commits touch {FOLDER}.",
            hint="is this the repository that was meant? No community has so many.",
        )
    published = set(git.run("rev-list", "--first-parent", tip).decode("ascii").split())
    lines, trees = _relevant(lines, _trees(git, [line[0].decode("ascii") for line in lines]))
    listed = {tree: _listed(git, tree) for tree in dict.fromkeys(trees) if tree}
    wanted = sorted({blob for entries, _ in listed.values() for blob in entries.values()})
    held: dict[str, bytes] = {}
    for blob, content, _size in contents(git, wanted, MOST_BYTES + 1):
        if content is None:
            raise SourceError(
                f"A file of {FOLDER} is not in this clone.", hint="verify a clone that has its file contents."
            )
        held[blob] = content
    found = []
    for (commit, parents, when, author), tree in zip(lines, trees, strict=True):
        entries, odd = listed.get(tree, ({}, ()))
        name = commit.decode("ascii")
        found.append(
            Snapshot(
                commit=name,
                parents=tuple(parents.decode("ascii").split()),
                when=int(when or 0),
                author=text(author),
                is_published=name in published,
                files={path: held[blob] for path, blob in entries.items()},
                blobs=entries,
                odd=odd,
                is_edge=name in edge,
            )
        )
    return found


def landings(snapshots: Sequence[Snapshot]) -> dict[str, Snapshot]:
    """Give for each commit the published one with which it came in: itself, or the merge that brought it."""
    by_name = {one.commit: one for one in snapshots}
    found: dict[str, Snapshot] = {}
    for one in snapshots:
        waiting = [one.commit] if one.is_published or one is snapshots[-1] else []
        while waiting:
            name = waiting.pop()
            if name not in found and name in by_name:
                found[name] = one
                waiting += by_name[name].parents
    return {one.commit: found.get(one.commit, snapshots[-1]) for one in snapshots}


def beside(snapshots: Sequence[Snapshot], name: str) -> frozenset[str]:
    """Give the commits that are neither before nor after a commit: those made without knowing of it."""
    before = {one.commit: one.parents for one in snapshots}
    after: dict[str, list[str]] = {}
    for one in snapshots:
        for parent in one.parents:
            after.setdefault(parent, []).append(one.commit)
    seen = {name}
    for ways in (before, after):
        waiting = [name]
        while waiting:
            near = [one for one in ways.get(waiting.pop(), ()) if one not in seen]
            seen.update(near)
            waiting += near
    return frozenset(before) - seen


def _relevant(lines: list[list[bytes]], trees: list[str]) -> tuple[list[list[bytes]], list[str]]:
    """Give only the commits that have the folder or follow on one that had it: git tells of every merge."""
    had: set[bytes] = set()
    kept = []
    for line, tree in zip(lines, trees, strict=True):
        if tree or had & set(line[1].split()):
            had.add(line[0])
            kept.append((line, tree))
    return [line for line, _ in kept], [tree for _, tree in kept]


def _trees(git: Git, commits: list[str]) -> list[str]:
    """Give the tree of `.folkmoot` in each commit; "" where there is none."""
    asked = "".join(f"{commit}:{FOLDER}\n" for commit in commits).encode("ascii")
    if not asked:
        return []
    said = git.run("cat-file", "--batch-check=%(objectname) %(objecttype)", stdin=asked).splitlines()
    return [line.split()[0].decode("ascii") if line.endswith(b" tree") else "" for line in said]


def _listed(git: Git, tree: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """Give the blobs of a tree by path, and the paths of what is no plain file."""
    entries, odd = dict[str, str](), []
    for line in git.run("ls-tree", "-r", "-z", "--full-tree", tree).split(b"\0"):
        meta, _, path = line.partition(b"\t")
        words = meta.split(b" ")
        if len(words) != 3:
            continue
        if words[0] in (b"100644", b"100755"):
            entries[path.decode("utf-8", "backslashreplace")] = words[2].decode("ascii")
        else:
            odd.append(text(path))
    if len(entries) > MOST_FILES:
        raise HostileInputError(
            f"{FOLDER} held over {MOST_FILES} files.",
            hint="is this the repository that was meant? A community has fewer.",
        )
    return entries, tuple(odd)
