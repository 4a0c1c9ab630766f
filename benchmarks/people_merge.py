"""How well identities are merged, against the projects' own `.mailmap` as truth.

    python benchmarks/people_merge.py REPOSITORY... [--errors] [--mailmap FILE]

Identities are the distinct (name, e-mail) of every author and committer on the default branch. The truth is
the project's mailmap: two identities it covers belong together when it gives both the same proper e-mail or
the same proper name. The merger does not see the mailmap. Pairs of covered identities are counted. Where the
newest commit has no `.mailmap` any more, the newest that ever lay in the history is taken; the table says
of which commit it is.
"""

from __future__ import annotations

import argparse
import subprocess
import time
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from folkmoot.model.fact import IdentityFact
from folkmoot.people import mailmap as mailmaps
from folkmoot.people.merging import Groups
from folkmoot.people.resolve import resolve


def git(repository: Path, *arguments: str) -> bytes:
    return subprocess.run(
        ["git", "-C", str(repository), *arguments],
        check=True,
        capture_output=True,
        env={"GIT_NO_LAZY_FETCH": "1"},
    ).stdout


def identities_of(repository: Path) -> tuple[list[IdentityFact], Counter[int]]:
    """Give the identities of the default branch and the commits each authored."""
    numbers: dict[tuple[str, str], int] = {}
    activity: Counter[int] = Counter()
    text = git(repository, "log", "--no-mailmap", "--format=%an%x00%ae%x00%cn%x00%ce").decode(
        "utf-8", "replace"
    )
    for line in text.split("\n"):
        fields = line.split("\0")
        if len(fields) != 4:
            continue
        author = numbers.setdefault((fields[0], fields[1]), len(numbers) + 1)
        numbers.setdefault((fields[2], fields[3]), len(numbers) + 1)
        activity[author] += 1
    return [IdentityFact(number, "git", *who) for who, number in numbers.items()], activity


def mailmap_of(repository: Path) -> tuple[str, bytes]:
    """Give the newest `.mailmap` of the default branch and its commit; ("", b"") when none ever lay there."""
    simple = git(repository, "log", "-1", "--format=%h %cs", "HEAD", "--", ".mailmap")
    every = git(
        repository, "log", "--full-history", "--diff-filter=AM", "--format=%h %cs", "HEAD", "--", ".mailmap"
    )
    for line in (simple + every).splitlines():
        commit = line.split()[0].decode()
        found = subprocess.run(
            ["git", "-C", str(repository), "show", f"{commit}:.mailmap"],
            check=False,
            capture_output=True,
            env={"GIT_NO_LAZY_FETCH": "1"},
        )
        if found.returncode == 0:
            return line.decode(), found.stdout
    return "", b""


def truth_of(facts: list[IdentityFact], mailmap: mailmaps.Mailmap) -> dict[int, int]:
    """Give the group of each identity the mailmap covers."""
    covered = {}
    for fact in facts:
        proper = mailmap.lookup(fact.name, fact.email)
        if proper:
            covered[fact.identity] = (proper.name or fact.name, proper.email or fact.email)
    groups = Groups(covered)
    first: dict[tuple[str, str], int] = {}
    for identity, (name, email) in sorted(covered.items()):
        for key in (("name", name.casefold()), ("email", email.casefold())):
            groups.join(first.setdefault(key, identity), identity, "truth", "")
    return {identity: groups.find(identity) for identity in covered}


class Score(NamedTuple):
    """Pairs of covered identities: found and true, found and false, true and missed; persons and seconds."""

    right: list[tuple[int, int]]
    wrong: list[tuple[int, int]]
    missed: list[tuple[int, int]]
    persons: int
    seconds: float

    @property
    def precision(self) -> float:
        """Share of the found pairs that are true."""
        return len(self.right) / max(1, len(self.right) + len(self.wrong))

    @property
    def recall(self) -> float:
        """Share of the true pairs that were found."""
        return len(self.right) / max(1, len(self.right) + len(self.missed))

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


def compare(facts: list[IdentityFact], activity: Counter[int], truth: dict[int, int]) -> Score:
    """Merge without the mailmap and count the pairs."""
    before = time.perf_counter()
    resolution = resolve(facts, activity)
    seconds = time.perf_counter() - before
    found = {row.identity: row.person for row in resolution.assignments}
    score = Score([], [], [], len(resolution.persons), seconds)
    for a, b in combinations(sorted(truth), 2):
        together, belong = found[a] == found[b], truth[a] == truth[b]
        if together or belong:
            (score.missed if not together else score.right if belong else score.wrong).append((a, b))
    return score


def show(repository: Path, origin: str, content: bytes, *, show_errors: bool) -> None:
    """Measure one repository and print its row; `origin` says where the truth is from."""
    facts, activity = identities_of(repository)
    truth = truth_of(facts, mailmaps.parse(content))
    score = compare(facts, activity, truth)
    name = repository.parent.name if repository.name == "repo" else repository.name
    pairs = len(score.right) + len(score.missed)
    print(f"{name:28} {len(facts):6} {len(truth):7} {score.persons:7} {pairs:6} "
          f"{score.precision:9.3f} {score.recall:7.3f} {score.f1:6.3f} {score.seconds:8.3f}  "
          f"{origin}")  # fmt: skip
    if show_errors:
        who = {fact.identity: f"{fact.name} <{fact.email}>" for fact in facts}
        for label, listed in (("together, but not in the mailmap", score.wrong), ("missed", score.missed)):
            for a, b in listed:
                print(f"    {label}: {who[a]}  |  {who[b]}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("repositories", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true", help="list every wrong and every missed pair")
    parser.add_argument("--mailmap", type=Path, help="the truth, instead of the repository's own .mailmap")
    options = parser.parse_args()
    print(f"{'repository':28} {'seen':>6} {'covered':>7} {'persons':>7} {'pairs':>6} "
          f"{'precision':>9} {'recall':>7} {'F1':>6} {'seconds':>8}  .mailmap of")  # fmt: skip
    for repository in options.repositories:
        origin, content = (
            (str(options.mailmap), options.mailmap.read_bytes())
            if options.mailmap
            else mailmap_of(repository)
        )
        if origin:
            show(repository, origin, content, show_errors=options.errors)
        else:
            print(f"{repository}: its default branch never had a .mailmap, nothing to measure against")


if __name__ == "__main__":
    main()
