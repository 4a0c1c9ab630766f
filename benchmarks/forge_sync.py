"""How many requests reading a forge takes, and how much time we add to the forge's own.

    python benchmarks/forge_sync.py [--issues 600] [--changes 800] [--dump archive.json.gz] [--runs N]

A fake forge (`tools/fake_forge`) runs in a process of its own and executes GitHub's published schema over an
invented project of 1,400 items with reviews, or over a dump. The least number of requests that schema allows
is the pages of the longest list, 100 entries each, and one more where anything did not fit on its item's
first page. Time is compared with what the forge spent on answering; the median of the runs is shown.

Bars: requests <= 1.2 of the least; time added < 10 % of the forge's own.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any, NamedTuple

from folkmoot.model.source import Access
from folkmoot.sources.forges import open_forge
from folkmoot.sources.forges.github.queries import COMMENTS, LINE_COMMENTS, PAGE, REVIEWS, TURNS

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tools"))
from fake_forge.worlds import dumped, invented  # noqa: E402 - from tools


class Run(NamedTuple):
    """One reading: GraphQL and REST requests, seconds on the clock, and of the forge's own; CPU of both."""

    asked: int
    rest: int
    wall: float
    busy: float
    cpu: float
    theirs: float


def least(project: dict[str, Any]) -> int:
    """Give the least number of requests the schema allows for a project."""
    lists = ("issues", "pullRequests", "discussions", "forks", "releases")
    pages = max(-(-len(project[name]) // PAGE) for name in lists)
    items = [*project["issues"], *project["pullRequests"]]
    reviews = [review for item in items for review in item.get("reviews", ())]
    overflows = (
        any(len(item["comments"]) > COMMENTS or len(item["timelineItems"]) > TURNS for item in items)
        or any(len(item.get("reviews", ())) > REVIEWS for item in items)
        or any(len(review["comments"]) > LINE_COMMENTS for review in reviews)
    )
    return max(1, pages) + int(overflows)


def counts(base: str) -> dict[str, float]:
    """Ask the forge how many requests it had, and how long they took it."""
    with urllib.request.urlopen(f"{base}/counts") as answer:  # noqa: S310 - this machine
        told: dict[str, float] = json.load(answer)
    return told


def measure(base: str, name: str) -> Run:
    """Read the project once from the forge at `base`."""
    before, begun, cpu = counts(base), time.perf_counter(), time.process_time()
    access = Access({"FOLKMOOT_GITHUB_TOKEN": "none"}, named_by_user=True)
    source = open_forge(f"github+{base}/{name}", access)
    total = sum(1 for _ in source.records({}))
    source.close()
    wall, cpu = time.perf_counter() - begun, time.process_time() - cpu
    after = counts(base)
    if not total:
        sys.exit("nothing was read")
    return Run(
        int(after["asked"] - before["asked"]), int(after["rest"] - before["rest"]), wall,
        after["busy"] - before["busy"], cpu, after["cpu"] - before["cpu"],
    )  # fmt: skip


def main() -> None:
    """Start the fake forge, read from it, and print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--issues", type=int, default=600)
    parser.add_argument("--changes", type=int, default=800)
    parser.add_argument("--dump", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    chosen = parser.parse_args()
    project = dumped(chosen.dump) if chosen.dump else invented(issues=chosen.issues, changes=chosen.changes)
    command = [sys.executable, str(ROOT / "tools" / "fake_forge"), "--port", "0"]
    command += ["--dump", str(chosen.dump)] if chosen.dump else []
    command += ["--issues", str(chosen.issues), "--changes", str(chosen.changes)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as forge:
        try:
            assert forge.stdout is not None  # noqa: S101 - it is a pipe
            name = project["nameWithOwner"]
            base = forge.stdout.readline().decode().strip().removesuffix(f"/{name}")
            measure(base, name)  # the forge reads its schema on the first question
            runs = [measure(base, name) for _ in range(chosen.runs)]
        finally:
            forge.terminate()
    asked, bound = runs[0].asked, least(project)
    wall, busy, cpu, theirs = (
        statistics.median(getattr(run, name) for run in runs) for name in ("wall", "busy", "cpu", "theirs")
    )
    items = len(project["issues"]) + len(project["pullRequests"])
    print(f"{project['nameWithOwner']}: {items} items, {chosen.runs} runs, medians")
    print(f"  requests                     {asked} GraphQL, {runs[0].rest} REST")
    print(f"  GraphQL requests / least     {asked / bound:.2f}  ({asked} / {bound}, bar 1.2)")
    print(f"  seconds, the forge's own     {wall:.2f}, {busy:.2f} (CPU {cpu:.2f} and {theirs:.2f})")
    print(f"  time added                   {100 * (wall / busy - 1):.0f} %  (bar 10)")
    print(f"  our CPU, part of the forge's {100 * cpu / theirs:.0f} %  (most of it while the forge works)")


if __name__ == "__main__":
    main()
