"""Deciding whether a community file is there: the usual places, the usual names, and honest doubt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from folkmoot.checks._brands import Advice, in_its_words
from folkmoot.checks.community._linked import ENDINGS, leading
from folkmoot.i18n import Message, Text
from folkmoot.model.check import SOME_FORGE, Finding, Ground, Outcome, Tree

FORGE_FOLDERS = (".github/", ".gitlab/", ".gitea/", ".forgejo/")
DOC_FOLDERS = ("docs/", "doc/", "documentation/")
USUAL_FOLDERS = ("", *FORGE_FOLDERS, *DOC_FOLDERS)
TEXT_ENDINGS = (*ENDINGS, ".html")

FOUND = "Found: {path}"
LEADS = "{place} leads to {target}"
EMPTY = "{path} is there but empty."
NOT_HERE = "Not in this repository under the usual names, at the top, in a forge folder or in docs."
MAYBE_ELSEWHERE = (
    "Not in this repository under the usual names. The owner's .github repository may provide it for all "
    "its repositories, which a clone cannot show; `folkmoot check --forge URL` asks."
)
SHOWN = "Not in this repository; {forge} shows one, which its owner provides."
NOT_SHOWN = "Not in this repository, and {forge} shows none of its owner's."
MAYBE_GITHUB = frozenset({"github", SOME_FORGE})
NO_FORGE = "Nothing here shows that it takes these on a forge, so it may need none."
SOLITARY = (
    "Nobody but one person was ever seen here, with a commit or a change, and nothing is released: what "
    "somebody keeps for themselves needs none. Who only writes at a forge, git does not show."
)
OPTIONAL = "Not in this repository, and not every project needs it."


@dataclass(frozen=True)
class Sought:
    """What is looked for: `stems` are file names without ending, in lower case, `folders` where they may be.

    Everything inside one of `inside` counts too. `shared_by_owner` says that GitHub shows a default from the
    owner's `.github` repository, so that on GitHub absence here is "unknown"; `forge_only` that the
    file makes sense on a forge only, `is_optional` that a project may well go without, so that absence is
    "not applicable". `accept` may turn down a path that merely has the name. Those of `stems` that are in
    `weaker` serve only where no other is there, and only with a line that is no comment. `linked` is an
    expression for the words or the address of a link, in lower case: where no such file is here, a README or
    guide for contributors that leads to one elsewhere is enough. What `is_for_others` tells people who come
    with something how that goes: of what one person keeps, and releases nowhere, it is not asked.
    """

    stems: tuple[str, ...]
    folders: tuple[str, ...] = USUAL_FOLDERS
    endings: tuple[str, ...] = TEXT_ENDINGS
    inside: tuple[str, ...] = ()
    shared_by_owner: bool = True
    forge_only: bool = False
    is_optional: bool = False
    accept: Callable[[str], bool] = field(default=lambda _path: True)
    weaker: frozenset[str] = frozenset()
    linked: str = ""
    is_for_others: bool = False


def by_first_folder(paths: Iterable[str]) -> dict[str, list[str]]:
    """Part paths by the folder at the top that they are in, in lower case; "" holds what is in none."""
    parted: dict[str, list[str]] = {}
    for path in paths:
        first, slash, _rest = path.partition("/")
        parted.setdefault(first.lower() if slash else "", []).append(path)
    return parted


def find(parted: Mapping[str, Sequence[str]], sought: Sought) -> str | None:
    """Give the path that serves best: the earliest folder, then the earliest stem, then by name.

    `parted` is what `by_first_folder` gives: large trees are mostly elsewhere. Weaker names come last.
    """
    return next(iter(_fitting(parted, sought)), None)


def _fitting(parted: Mapping[str, Sequence[str]], sought: Sought) -> list[str]:
    """Give every path that serves, the best first."""
    tops = {place.partition("/")[0] for place in (*sought.folders, *sought.inside)}
    ranked = [
        (*rank, path)
        for path in chain.from_iterable(parted.get(top, ()) for top in tops)
        if (rank := _rank(path, sought)) is not None and sought.accept(path)
    ]
    return [path for *_rank_of_it, path in sorted(ranked)]


def _rank(path: str, sought: Sought) -> tuple[bool, int, int] | None:
    low = path.lower()
    for prefix in sought.inside:
        if low.startswith(prefix):
            return (False, len(sought.folders), 0)
    folder, slash, name = low.rpartition("/")
    place = folder + slash
    if place not in sought.folders:
        return None
    for number, stem in enumerate(sought.stems):
        if name.startswith(stem) and name[len(stem) :] in sought.endings:
            return (stem in sought.weaker, sought.folders.index(place), number)
    return None


def presence(
    identifier: str, title: str, sought: Sought, *, why: str, remedy: Advice, effort: str
) -> Callable[[Tree], Finding]:
    """Give the function that decides from a tree whether what is sought is there."""

    def decide(tree: Tree) -> Finding:
        ground = tree if isinstance(tree, Ground) else Ground(tree)
        parted = _parted(tree)
        named = [each for each in _fitting(parted, sought) if _says(tree, each, sought)]
        # Autotools wants a ChangeLog, if an empty one, beside the NEWS that is kept: what is filled counts.
        path = next((each for each in named if not _is_empty(tree, each)), named[0] if named else None)
        outcome, evidence = _judge(tree, parted, path, sought)
        if outcome is Outcome.UNKNOWN:
            outcome, evidence = _by_forge(tree, identifier) or (outcome, evidence)
        if sought.is_for_others and path is None and outcome is not Outcome.YES and _is_for_oneself(ground):
            outcome, evidence = Outcome.NOT_APPLICABLE, SOLITARY
        is_there = outcome is Outcome.YES
        return Finding(
            id=identifier,
            title=title,
            outcome=outcome,
            evidence=(evidence,),
            why=why,
            remedy="" if is_there else in_its_words(remedy, ground),
            effort="" if is_there else effort,
        )

    return decide


def kept_by_one(tree: Tree) -> bool:
    """Tell whether nobody but one person was ever seen with a commit or a change, as far as that is known."""
    released = tree.released if isinstance(tree, Ground) else None
    return released is not None and released.is_solitary


def _is_for_oneself(ground: Ground) -> bool:
    return kept_by_one(ground) and ground.released is not None and not ground.released.tags


def _says(tree: Tree, path: str, sought: Sought) -> bool:
    """Tell whether a path with a weaker name holds a line that is no comment; others hold enough."""
    if path.lower().rpartition("/")[2].partition(".")[0] not in sought.weaker:
        return True
    content = tree.read(path, 65_536)
    lines = (line.strip() for line in content.split(b"\n")) if content is not None else (b"unread",)
    return any(line and not line.startswith(b"#") for line in lines)


def _is_empty(tree: Tree, path: str) -> bool:
    """Tell whether a file is there without a word in it; one that cannot be read is not held to be so."""
    content = tree.read(path, 4096)
    return content is not None and not content.strip()


def _parted(tree: Tree) -> dict[str, list[str]]:
    """Give the paths by their first folder, parted once for all checks that stand on the same ground."""

    def part() -> dict[str, list[str]]:
        return by_first_folder(tree.paths())

    return tree.once("paths by first folder", part) if isinstance(tree, Ground) else part()


def _by_forge(tree: Tree, identifier: str) -> tuple[Outcome, Text] | None:
    """Give what the forge says of a file that the owner may provide, None where it was not asked."""
    forge = tree.forge if isinstance(tree, Ground) else None
    shown = forge.provides(identifier) if forge else None
    if forge is None or shown is None:
        return None
    said = SHOWN if shown else NOT_SHOWN
    return (Outcome.YES if shown else Outcome.NO), Message(said, {"forge": forge.shown})


def _judge(
    tree: Tree, parted: Mapping[str, Sequence[str]], path: str | None, sought: Sought
) -> tuple[Outcome, Text]:
    if path is not None:
        if _is_empty(tree, path):
            return Outcome.NO, Message(EMPTY, {"path": path})
        return Outcome.YES, Message(FOUND, {"path": path})
    if sought.linked and (found := leading(tree, chain.from_iterable(parted.values()), sought.linked)):
        return Outcome.YES, Message(LEADS, {"place": found.place, "target": found.target[:200]})
    if sought.is_optional:
        return Outcome.NOT_APPLICABLE, OPTIONAL
    shown = tree.shown_forge if isinstance(tree, Ground) else ""
    if sought.forge_only and not shown and not any(folder.rstrip("/") in parted for folder in FORGE_FOLDERS):
        return Outcome.UNKNOWN, NO_FORGE
    if sought.shared_by_owner and (".github" in parted or shown in MAYBE_GITHUB):
        return Outcome.UNKNOWN, MAYBE_ELSEWHERE
    return Outcome.NO, NOT_HERE
