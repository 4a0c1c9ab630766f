"""Changes that were squashed into one commit which names none of them: it changes the same lines.

A forge's button writes whatever message it is given, and who squashes by hand rarely writes a number. What
stays is the work: the commit does to the same files what the branch did to them since it left the default
branch. Files are compared by their ids first, which needs no contents; where something else had changed in
them meanwhile, by the lines that came and went, as `git patch-id` does, which needs contents in the clone.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from folkmoot.model.errors import SourceError
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.text import text

DIFF_TREE = (
    "diff-tree",
    "--stdin",
    "-r",
    "--root",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--no-color",
)
SMALL_FILES = ("core.bigFileThreshold=1m",)
"""Larger files are told apart by their ids alone."""
MOST_FILES = 300
"""Files of a change above which its lines are not compared."""
PORTION = 200
"""Changes and commits whose lines are compared in one call: what they print is held in memory."""
MOST_LINES = 2_000
"""The same for which files they changed, where each core has a git of its own."""
LEAST_LINES = 50
"""What is worth a git of its own."""
HEADER = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?")

Same = Mapping[str, Collection[str]]
"""The commits that do the same as a branch, by the branch's head."""
Touched = Callable[[Collection[str]], Mapping[str, Collection[str]]]
"""Gives the names of the files that some commits changed, as far as they are known without asking git."""


class Branch(NamedTuple):
    """A branch by its newest commit, where it left the default branch, and what may do the same as it."""

    head: str
    base: str
    commits: Sequence[str]


class Edit(NamedTuple):
    """What became of one file: its path as git prints it, its modes, and its ids before and after."""

    path: bytes
    modes: bytes
    before: str
    after: str


def same_work(
    git: Git, branches: Collection[Branch], touched: Touched = lambda _: {}
) -> dict[str, list[str]]:
    """Give those of the commits of each branch that change what it changed, by its head.

    What changes nothing is the same as nothing, and so is what cannot be read. Of a commit of which `touched`
    knows the files git is not asked unless they are those of a branch.
    """
    bases = {branch.head: branch.base for branch in branches if branch.commits}
    if not bases:
        return {}
    edits = _edits(git, [f"{head} {base}" for head, base in sorted(bases.items())])
    branches = _near(branches, edits, touched)
    edits |= _edits(git, sorted({commit for branch in branches for commit in branch.commits}))
    files = {one: frozenset(edit.path for edit in own) for one, own in edits.items()}
    same, close = dict[str, list[str]](), dict[str, list[str]]()
    for head, _, among in branches:
        near = [one for one in among if one in edits and files[one] == files[head]]
        same[head] = [one for one in near if edits[one] == edits[head]]
        if near and not same[head] and len(files[head]) <= MOST_FILES:
            close[head] = near
    asked = {one: edits[one] for head, near in close.items() for one in (head, *near)}
    patches = _patches(git, _at_hand(git, asked), bases)
    for head, near in close.items():
        same[head] = [one for one in near if one in patches and patches[one] == patches.get(head)]
    return {head: found for head, found in same.items() if found}


def _near(
    branches: Collection[Branch], edits: Mapping[str, frozenset[Edit]], touched: Touched
) -> list[Branch]:
    """Give the branches that change something, without the commits that are known to change other files."""
    known = touched({commit for branch in branches if branch.head in edits for commit in branch.commits})
    near = []
    for branch in branches:
        if branch.head in edits:
            own = {text(edit.path) for edit in edits[branch.head]}
            near.append(
                branch._replace(commits=[one for one in branch.commits if known.get(one, own) == own])
            )
    return near


def _edits(git: Git, lines: Sequence[str]) -> dict[str, frozenset[Edit]]:
    """Give what each commit, or branch since its base, did to which files."""
    told: dict[str, set[Edit]] = {}
    own: set[Edit] = set()
    for printed in _side_by_side(git, lines):
        for line in printed.split(b"\n"):
            if line.startswith(b":"):
                words, _, path = line.partition(b"\t")
                old, new, before, after, _ = words[1:].split(b" ", 4)
                own.add(Edit(path, b"%s %s" % (old, new), before.decode("ascii"), after.decode("ascii")))
            elif HEADER.fullmatch(line):
                own = told.setdefault(line.decode("ascii"), set())
    return {sha: frozenset(found) for sha, found in told.items() if found}


def _side_by_side(git: Git, lines: Sequence[str]) -> Iterator[bytes]:
    """Give what a git on each core prints of its part of the lines, of MOST_LINES at a time."""
    cores = os.cpu_count() or 1
    with ThreadPoolExecutor(cores) as gits:
        for portion in _portions(lines, MOST_LINES):
            part = max(LEAST_LINES, -(-len(portion) // cores))
            yield from gits.map(partial(_raw, git), _portions(portion, part))


def _raw(git: Git, lines: Sequence[str]) -> bytes:
    try:
        return git.run(*DIFF_TREE, "--raw", "--no-abbrev", stdin=_input(lines))
    except SourceError:  # a clone without folders, or a damaged one: these are not compared
        return b""


def _at_hand(git: Git, asked: Mapping[str, frozenset[Edit]]) -> list[str]:
    """Give those of the commits whose files' contents are all in this clone; git stops at the first other."""
    wanted = {sha for edits in asked.values() for edit in edits for sha in (edit.before, edit.after)}
    wanted = {sha for sha in wanted if sha.strip("0")}
    here = set(git.existing(sorted(wanted))) if wanted else set()
    return [
        one
        for one, edits in asked.items()
        if all(sha in here or sha not in wanted for edit in edits for sha in (edit.before, edit.after))
    ]


def _patches(git: Git, wanted: Sequence[str], bases: Mapping[str, str]) -> dict[str, str]:
    """Give what tells the changed lines of each commit, or branch since its base, from those of others."""
    careful = replace(git, settings=(*git.settings, *SMALL_FILES))
    found = {}
    for portion in _portions(wanted, PORTION):
        lines = [f"{one} {bases[one]}" if one in bases else one for one in portion]
        try:
            printed = careful.run(*DIFF_TREE, "--patch", "--full-index", stdin=_input(lines))
            told = git.run("patch-id", "--stable", stdin=printed).decode("ascii", "replace")
        except SourceError:  # damaged, or too much to hold
            continue
        rows = (line.split(" ") for line in told.splitlines())
        found.update({row[1]: row[0] for row in rows if len(row) == 2})
    return found


def _portions(wanted: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    for start in range(0, len(wanted), size):
        yield wanted[start : start + size]


def _input(lines: Sequence[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("ascii")
