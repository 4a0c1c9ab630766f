"""How long it takes from a git history to a queryable store and a report, beside git itself and a peer.

    python benchmarks/git_speed.py [--runs N] [--perceval COMMAND] REPOSITORY [REPOSITORY ...]

Every figure is taken in this run on these repositories, and what counts is the ratios: machines differ, and
so does one machine from hour to hour. The median of the runs is shown; CPU counts every child process. `peak`
is the largest single process, in megabytes. `memory` is what our process and its children held together at
once at most, by what the system counts as theirs (PSS: a page that two processes share counts half in each),
looked at seven times a second in a run of its own (Linux). The peer is `perceval git` of that package,
where its command is installed, on the same branch, and on every branch and tag, which is what it reads unless
told otherwise; it reads into a file of JSON lines, which is as far as it goes.

Bars: CPU with lines <= 1.5 of `git log --numstat --no-renames`, wall <= 0.9 of it on two cores; CPU at most
half of the peer's; the first page without lines <= 2 x `git log --raw` + 1 s; with nothing new < 1 s; memory
under 400 MB; HTML under 300 KB.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple


class Cost(NamedTuple):
    """What a command cost: seconds on the clock, seconds of CPU, megabytes of its largest process."""

    wall: float
    cpu: float
    peak: float


MEASURE = """
import os, resource, subprocess, sys, time
start = time.perf_counter()
code = subprocess.call(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""


def cost(command: list[str], room: Path) -> Cost:
    """Run a command in a process of its own that counts its children, and give what it cost.

    An installed package has its bytecode beside it; a variable that forbids that would be measured here.
    What is remembered between runs is kept in `room`, so that a run does not know what another one left.
    """
    forbidding = "PYTHONDONTWRITEBYTECODE"
    environment = {name: value for name, value in os.environ.items() if name != forbidding}
    environment["XDG_CACHE_HOME"] = str(room / "cache")
    answer = subprocess.run(
        [sys.executable, "-c", MEASURE, *command],
        capture_output=True, text=True, check=True, env=environment,
    )  # fmt: skip
    code, wall, cpu, peak = answer.stdout.split()
    if code != "0":
        sys.exit(f"{' '.join(command)} ended with {code}")
    return Cost(float(wall), float(cpu), float(peak))


def memory(command: list[str], room: Path) -> float:
    """Give the most megabytes that a command and its children held at once; 0 where the system tells none."""
    most = 0.0
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, "XDG_CACHE_HOME": str(room / "cache")},
    )  # fmt: skip
    while process.poll() is None:
        most = max(most, sum(map(proportional, family(process.pid))))
        time.sleep(0.15)
    return most


def family(root: int) -> list[int]:
    """Give a process and all below it."""
    children: dict[int, list[int]] = {}
    for place in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            words = place.read_text("utf-8", "replace").rpartition(")")[2].split()
            children.setdefault(int(words[1]), []).append(int(place.parent.name))
    found = [root]
    for process in found:
        found += children.get(process, [])
    return found


def proportional(process: int) -> float:
    """Give the proportional set size of a process in megabytes, 0 where it has ended."""
    with contextlib.suppress(OSError, IndexError):
        told = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").split("\nPss:", 1)[1]
        return int(told.split()[0]) / 1024
    return 0.0


def median(costs: list[Cost]) -> Cost:
    """Give the median of each figure."""
    return Cost(*(statistics.median(figures) for figures in zip(*costs, strict=True)))


def branch(repository: str) -> str:
    """Give the short name of the branch that HEAD names."""
    answer = subprocess.run(
        ["git", "-C", repository, "symbolic-ref", "--short", "HEAD"],
        capture_output=True,
        text=True,
        check=True,
    )
    return answer.stdout.strip()


def measure(repository: str, runs: int, perceval: str | None) -> None:
    """Measure one repository, the commands taking turns, and print its table."""
    with tempfile.TemporaryDirectory(prefix="folkmoot-bench-") as name:
        room = Path(name)
        store, page = room / "store.duckdb", room / "report.html"
        folkmoot = [str(Path(sys.executable).with_name("folkmoot"))]
        git = ["git", "-C", repository, "--no-pager", "log"]
        report = [*folkmoot, "report", repository, "--store", str(store), "--output", str(page)]
        commands = {
            "git log --raw": [*git, "--raw"],
            "git log --numstat --no-renames": [*git, "--numstat", "--no-renames"],
            "sync with lines": [*folkmoot, "sync", repository, "--store", str(store)],
            "report of what was synced": report,
            "report, nothing new": report,
            "sync, nothing new": [*folkmoot, "sync", repository, "--store", str(store)],
            "first page without lines": [
                *folkmoot, "report", repository, "--store", str(room / "plain.duckdb"), "--lines", "never",
                "--page", "overview", "--output", str(room / "plain.html"),
            ],
        }  # fmt: skip
        if perceval:
            peer = room / "peer"
            # Branches and tags only: the peer reads no heads of changes, so neither do we here.
            subprocess.run(["git", "clone", "--quiet", "--bare", repository, str(peer)], check=True)
            everything = [
                perceval, "git", repository, "--git-path", str(peer), "--no-update", "--json-line",
                "-o", str(room / "peer.jsonl"),
            ]  # fmt: skip
            commands["perceval git"] = [*everything, "--branches", branch(repository)]
            commands["sync of every ref"] = [
                *folkmoot, "sync", str(peer), "--all", "--store", str(room / "every.duckdb"),
            ]  # fmt: skip
            commands["perceval git, every ref"] = everything
        taken: dict[str, list[Cost]] = {title: [] for title in commands}
        for _ in range(runs):
            for old in room.glob("*.duckdb*"):
                old.unlink()
            shutil.rmtree(room / "cache", ignore_errors=True)
            for title, command in commands.items():
                taken[title].append(cost(command, room))
        for old in room.glob("*.duckdb*"):
            old.unlink()
        shutil.rmtree(room / "cache", ignore_errors=True)
        held = {
            title: memory(commands[title], room) for title in ("sync with lines", "report of what was synced")
        }
        figures = {title: median(costs) for title, costs in taken.items()}
        print(f"\n{repository}: {runs} runs, medians, {os.cpu_count()} cores")
        print(f"{'':32} {'wall s':>8} {'CPU s':>8} {'peak MB':>8}")
        for title, figure in figures.items():
            print(f"{title:32} {figure.wall:8.2f} {figure.cpu:8.2f} {figure.peak:8.0f}")
        lines, raw = figures["git log --numstat --no-renames"], figures["git log --raw"]
        synced, plain = figures["sync with lines"], figures["first page without lines"]
        print(f"  CPU of sync / git log --numstat      {synced.cpu / lines.cpu:.2f}  (bar 1.5)")
        print(f"  wall of sync / git log --numstat     {synced.wall / lines.wall:.2f}  (bar 0.9)")
        if perceval:
            peer_cpu = figures["perceval git"].cpu
            print(f"  CPU of sync / perceval git           {synced.cpu / peer_cpu:.2f}  (bar 0.5)")
            every, peer_every = figures["sync of every ref"].cpu, figures["perceval git, every ref"].cpu
            print(f"  the same, every branch and tag       {every / peer_every:.2f}  (bar 0.5)")
        print(f"  first page without lines / bar       {plain.wall / (2 * raw.wall + 1):.2f}  (bar 1)")
        for title, most in held.items():
            print(f"  memory of {title:26} {most:.0f} MB (bar 400)")
        print(f"  HTML                                 {page.stat().st_size / 1024:.0f} KB (bar 300)")


def main() -> None:
    """Read the arguments and measure each repository."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("repositories", nargs="+", metavar="REPOSITORY")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--perceval", default=shutil.which("perceval"), help="the peer's command")
    arguments = parser.parse_args()
    for repository in arguments.repositories:
        measure(repository, arguments.runs, arguments.perceval)


if __name__ == "__main__":
    main()
