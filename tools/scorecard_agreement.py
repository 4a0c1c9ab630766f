"""How well our Scorecard checks agree with the real engine: compare, and write the page about it.

    python tools/scorecard_agreement.py            writes docs/reference/scorecard.md
    python tools/scorecard_agreement.py compare    prints every difference and writes nothing

It needs what the project does not carry: results of the real engine (`security/scorecard-golden*.json` in
the folder that FOLKMOOT_REAL_DATA names, else ../shared/data) and clones of the repositories
(`<owner>+<name>/repo` in the folder that FOLKMOOT_REAL_REPOSITORIES names, else ../.mirror).

The engine looked at folders from which blobs that were not at hand were missing altogether; so we look at the
same files. Details are compared as they stand, with their places, but without their order.
"""

from __future__ import annotations

import json
import os
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from folkmoot.checks import all_checks
from folkmoot.model.check import Check, Ground, Tree
from folkmoot.model.scorecard import Detail, Kind, Scored
from folkmoot.sources.git.repository import open_repository
from folkmoot.sources.git.tree import GitTree

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("FOLKMOOT_REAL_DATA") or ROOT.parent / "shared" / "data") / "security"
CLONES = Path(os.environ.get("FOLKMOOT_REAL_REPOSITORIES") or ROOT.parent / ".mirror")
PAGE = ROOT / "docs" / "reference" / "scorecard.md"
BEGINNING = ROOT / "tools" / "scorecard_agreement.txt"
KNOWN = ROOT / "tools" / "scorecard_differences.toml"
HEAD = ("Check", "Repositories", "Same score", "Same number of warnings and infos", "Same details and places")
RESULTS = ("scorecard-golden.json", "scorecard-golden-e2e.json")


class Present:
    """A tree without the files whose content is not in the clone."""

    def __init__(self, tree: GitTree) -> None:
        self.tree = tree
        there = set(tree.git.existing(sorted(set(tree.entries.values()))))
        self.present = [path for path in tree.paths() if tree.entries[path] in there]

    def paths(self) -> list[str]:
        """Give every path, sorted."""
        return self.present

    def read(self, path: str, limit: int = 1_000_000) -> bytes | None:
        """Give at most `limit` bytes of a file."""
        return self.tree.read(path, limit)

    def links(self) -> set[str]:
        """Give the paths that are symbolic links."""
        return self.tree.links() & set(self.present)

    def read_all(
        self, paths: Iterable[str], limit: int = 1_000_000
    ) -> Iterator[tuple[str, bytes | None, int]]:
        """Give (path, at most `limit` bytes, whole size) for many files."""
        return self.tree.read_all(paths, limit)


@dataclass(frozen=True)
class Compared:
    """One check on one repository: what the engine said, what we say."""

    repository: str
    name: str
    golden: Mapping[str, Any]
    ours: Scored

    @property
    def same_score(self) -> bool:
        """Tell whether the scores are equal."""
        return bool(self.golden["score"] == self.ours.score)

    @property
    def same_counts(self) -> bool:
        """Tell whether as many warnings and infos were told."""
        ours = (self.ours.count(Kind.WARN), self.ours.count(Kind.INFO))
        return ours == (self.golden["warn"], self.golden["info"])

    @property
    def differing(self) -> tuple[list[str], list[str]]:
        """Give the details that only the engine told, and those that only we tell."""
        theirs, ours = Counter[str](), Counter[str]()
        for kind, key in ((Kind.WARN, "w"), (Kind.INFO, "i")):
            theirs.update(f"{kind} {told}" for told in self.golden[key] or ())
            ours.update(written(each) for each in self.ours.details if each.kind is kind)
        return sorted((theirs - ours).elements()), sorted((ours - theirs).elements())

    @property
    def is_same(self) -> bool:
        """Tell whether score and details are equal."""
        return self.same_score and self.differing == ([], [])


def written(detail: Detail) -> str:
    """Write a detail as the results of the engine have it."""
    return f"{detail.kind} {detail.text}|{detail.path}:{detail.line}"


def golden() -> list[dict[str, Any]]:
    """Give the results of the engine, one for each repository; none where they are not at hand."""
    found: list[dict[str, Any]] = []
    for name in RESULTS:
        place = DATA / name
        if place.exists():
            told = json.loads(place.read_text("utf-8"))
            found += told["results"] if isinstance(told, dict) else told
    return found


def place_of(repository: str) -> Path:
    """Give where the clone of a repository is expected."""
    return CLONES / repository.replace("/", "+") / "repo"


def compare(result: Mapping[str, Any], checks: Iterable[Check]) -> list[Compared]:
    """Run `checks` on the repository and commit of one result. Raises what opening it raises."""
    repository = str(result["repo"])
    with open_repository(str(place_of(repository))) as opened:
        tree: Tree = Present(GitTree(opened.git, str(result["commit"])))
        ground = Ground(tree)
        found = [check.decide(ground).scored for check in checks]
    return [
        Compared(repository, each.name, result["checks"][each.name], each)
        for each in found
        if each is not None and each.name in result["checks"]
    ]


def known_differences() -> list[dict[str, str]]:
    """Give the differences that are explained: `project`, `check` and `why` each."""
    told: list[dict[str, str]] = tomllib.loads(KNOWN.read_text("utf-8")).get("difference", [])
    return told


def is_known(compared: Compared) -> bool:
    """Tell whether the difference of one check on one repository is explained."""
    project = compared.repository.rpartition("/")[2]
    return any((each["project"], each["check"]) == (project, compared.name) for each in known_differences())


def page(found: Iterable[Compared]) -> str:
    """Write the page: how often each check agrees, and every difference that is explained."""
    by_check: dict[str, list[Compared]] = {}
    for each in found:
        by_check.setdefault(each.name, []).append(each)
    rows = [
        (
            name,
            len(all_of_it),
            sum(each.same_score for each in all_of_it),
            sum(each.same_counts for each in all_of_it),
            sum(each.is_same for each in all_of_it),
        )
        for name, all_of_it in sorted(by_check.items())
    ]
    table = [HEAD, ("---", *4 * ("---:",)), *rows]
    count = max((row[1] for row in rows), default=0)
    lines = ["| " + " | ".join(str(cell) for cell in row) + " |" for row in table]
    why = [f"- {each['project']}, {each['check']}: {each['why']}" for each in known_differences()]
    text = BEGINNING.read_text("utf-8").format(count=count)
    return "\n".join(
        [text.rstrip(), "", *lines, "", "## Differences that are left", "", *(why or ["None."]), ""]
    )


def main(arguments: list[str]) -> int:
    """Compare; write the page, or print what differs. 1 when there are unexplained differences."""
    results = golden()
    if not results:
        print(f"There are no results of the engine in {DATA}.", file=sys.stderr)
        return 2
    found = [each for result in results for each in compare(result, all_checks("scorecard").values())]
    unexplained = [each for each in found if not each.is_same and not is_known(each)]
    for each in unexplained:
        theirs, ours = each.differing
        print(f"{each.repository} {each.name}: {each.golden['score']} there, {each.ours.score} here")
        print(
            "\n".join(
                [*(f"  there only: {line}" for line in theirs), *(f"  here only: {line}" for line in ours)]
            )
        )
    if arguments != ["compare"]:
        PAGE.write_text(page(found), "utf-8")
    print(f"{len(found)} results compared, {len(unexplained)} unexplained differences.")
    return int(bool(unexplained))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
