"""How well identities are merged, against the projects' own `.mailmap` as truth.

    python benchmarks/people_merge.py REPOSITORY... [--errors] [--mailmap FILE]

Identities are the distinct (name, e-mail) of every author and committer on the default branch. The truth is
the project's mailmap: two identities it covers belong together when it gives both the same proper e-mail or
the same proper name. The merger does not see the mailmap. Pairs of covered identities are counted.
"""

from __future__ import annotations

import argparse
import subprocess
import time
from collections import Counter
from itertools import combinations
from pathlib import Path

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


def measure(repository: Path, content: bytes, *, show_errors: bool) -> None:
    facts, activity = identities_of(repository)
    truth = truth_of(facts, mailmaps.parse(content))
    before = time.perf_counter()
    resolution = resolve(facts, activity)
    seconds = time.perf_counter() - before
    found = {row.identity: row.person for row in resolution.assignments}
    right, wrong, missed = [], [], []
    for a, b in combinations(sorted(truth), 2):
        together, belong = found[a] == found[b], truth[a] == truth[b]
        if together and belong:
            right.append((a, b))
        elif together:
            wrong.append((a, b))
        elif belong:
            missed.append((a, b))
    precision = len(right) / max(1, len(right) + len(wrong))
    recall = len(right) / max(1, len(right) + len(missed))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    name = repository.parent.name if repository.name == "repo" else repository.name
    print(f"{name:28} {len(facts):6} {len(truth):7} {len(resolution.persons):7} {len(right) + len(missed):6} "
          f"{precision:9.3f} {recall:7.3f} {f1:6.3f} {seconds:8.3f}")  # fmt: skip
    if show_errors:
        who = {fact.identity: f"{fact.name} <{fact.email}>" for fact in facts}
        for label, pairs in (("together, but not in the mailmap", wrong), ("missed", missed)):
            for a, b in pairs:
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
          f"{'precision':>9} {'recall':>7} {'F1':>6} {'seconds':>8}")  # fmt: skip
    for repository in options.repositories:
        try:
            content = (
                options.mailmap.read_bytes() if options.mailmap else git(repository, "show", "HEAD:.mailmap")
            )
        except subprocess.CalledProcessError:
            print(f"{repository}: no .mailmap, nothing to measure against")
            continue
        measure(repository, content, show_errors=options.errors)


if __name__ == "__main__":
    main()
