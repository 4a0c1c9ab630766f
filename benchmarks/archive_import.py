"""How fast hours of public events are imported, against DuckDB's bare `read_json` over the same files.

    python benchmarks/archive_import.py [--hours N] [--events N] [--runs N] [--folder FOLDER]

The hours are invented, in the form events have since October 2025. Bare is one `create table as` of exactly
the columns that are read, on two threads. The import is measured whole: unpacking, reading, facts, persons,
and the store on disk; once for one organisation, as it is meant, and once for everybody. Each run is a
process of its own, whose peak memory is printed.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

KINDS = {
    "PushEvent": 62, "CreateEvent": 12, "PullRequestEvent": 6, "WatchEvent": 5, "IssueCommentEvent": 4.5,
    "DeleteEvent": 3, "PullRequestReviewEvent": 2, "IssuesEvent": 2, "PullRequestReviewCommentEvent": 1.5,
    "ForkEvent": 1, "ReleaseEvent": 0.7, "GollumEvent": 0.3,
}  # fmt: skip
"""Shares of an hour, in percent, about as they are."""
START = 1_767_225_600

BARE = """
import os, sys, time, duckdb, resource
from folkmoot.sources.archives.shape import SHAPE
from folkmoot.store.archive_reading import engine_type
columns = ", ".join(f"'{name}': '{engine_type(kind)}'" for name, kind in SHAPE.items())
files = sys.argv[1:]
database = duckdb.connect(config={"threads": 2, "memory_limit": "2GB"})
before, used = time.perf_counter(), sum(os.times()[:2])
database.execute(
    f"create temp table bare as from read_json({files!r}, format = 'newline_delimited', "
    f"auto_detect = false, columns = {{{columns}}})"
)
print(time.perf_counter() - before, sum(os.times()[:2]) - used)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""
IMPORT = """
import os, sys, time, resource
from pathlib import Path
from folkmoot.sources.archives.wanted import wanted
from folkmoot.store.archive_intake import import_archives
wish, store, files = sys.argv[1], Path(sys.argv[2]), sys.argv[3:]
before, used = time.perf_counter(), sum(os.times()[:2])
import_archives(store, files, wanted([wish], []))
print(time.perf_counter() - before, sum(os.times()[:2]) - used)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


class Run(NamedTuple):
    """What a run took: seconds on the clock, seconds of CPU, and peak memory in MB."""

    seconds: float
    used: float
    memory: int


def events(hour: int, count: int) -> Iterator[dict[str, Any]]:
    """Yield the events of an hour; few people and repositories have many of them."""
    chance = random.Random(hour)  # noqa: S311 - invents data
    for number in range(count):
        person = int(chance.paretovariate(0.6)) % 90_000
        place = int(chance.paretovariate(0.5)) % 120_000
        at = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(START + hour * 3600 + number * 3600 // count))
        (kind,) = chance.choices(list(KINDS), list(KINDS.values()))
        name = f"owner-{place % 30_000}/project-{place}"
        yield {
            "id": str(50_000_000_000 + hour * count + number), "type": kind,
            "actor": {**user(person), "display_login": f"person-{person}"},
            "repo": {"id": place, "name": name, "url": f"https://api.github.com/repos/{name}"},
            "payload": payload(kind, chance, hour * count + number, person, name, at), "public": True,
            "created_at": at, "org": {"id": place, "login": name.partition("/")[0], "gravatar_id": ""},
        }  # fmt: skip


def user(person: int) -> dict[str, Any]:
    login = f"person-{person}"
    return {
        "login": login, "id": person, "node_id": f"U_{person:012d}", "gravatar_id": "", "type": "User",
        "avatar_url": f"https://avatars.githubusercontent.com/u/{person}?v=4",
        "url": f"https://api.github.com/users/{login}", "html_url": f"https://github.com/{login}",
    }  # fmt: skip


def payload(kind: str, chance: random.Random, number: int, person: int, name: str, at: str) -> dict[str, Any]:
    api, item = f"https://api.github.com/repos/{name}", chance.randrange(1, 3000)
    said = {
        "id": number, "node_id": f"IC_{number}", "url": f"{api}/issues/comments/{number}",
        "user": user(person),
        "created_at": at, "updated_at": at, "submitted_at": at, "state": "approved",
        "author_association": "MEMBER", "body": "word " * chance.randrange(3, 120),
        "reactions": {"total_count": 0},
    }  # fmt: skip
    side = {
        "ref": "topic",
        "sha": f"{chance.getrandbits(160):040x}",
        "repo": {"id": 1, "url": api, "name": name},
    }
    change = {"id": item, "number": item, "url": f"{api}/pulls/{item}", "head": side, "base": side}
    issue = {
        **said, "number": item, "title": f"Thing {item} breaks", "labels": [{"id": 1, "name": "bug"}],
        "state": "open", "locked": False, "assignees": [], "comments": 3, "closed_at": None,
        "html_url": f"https://github.com/{name}/issues/{item}",
    }  # fmt: skip
    match kind:
        case "PushEvent":
            return {"push_id": number, "ref": "refs/heads/main", "head": side["sha"], "before": "0" * 40}
        case "CreateEvent" | "DeleteEvent":
            return {"ref": "topic", "ref_type": "branch", "master_branch": "main", "pusher_type": "user"}
        case "PullRequestEvent":
            action = chance.choice(["opened", "closed", "merged"])
            return {"action": action, "number": item, "pull_request": change}
        case "IssueCommentEvent":
            return {"action": "created", "issue": issue, "comment": said}
        case "PullRequestReviewEvent":
            return {"action": "created", "review": said, "pull_request": change}
        case "PullRequestReviewCommentEvent":
            return {"action": "created", "comment": said, "pull_request": change}
        case "IssuesEvent":
            return {
                "action": chance.choice(["opened", "closed", "labeled"]),
                "issue": issue,
                "label": {"name": "x"},
            }
        case "ForkEvent":
            return {"action": "forked", "forkee": {"id": number, "full_name": f"person-{person}/fork"}}
        case "ReleaseEvent":
            return {
                "action": "published",
                "release": {"id": number, "tag_name": "v1.0", "author": user(person)},
            }
    return {"action": "started", "pages": []}


def measured(script: str, *arguments: object) -> Run:
    """Run a script in a process of its own."""
    ran = subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)], check=True, capture_output=True, text=True
    )
    # the engine may have drawn a progress bar before
    seconds, used, memory = " ".join(ran.stdout.splitlines()[-2:]).split()
    return Run(float(seconds), float(used), int(memory))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--hours", type=int, default=2)
    parser.add_argument("--events", type=int, default=200_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--folder", type=Path, help="keep the hours here, and use those that are there")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as room:
        folder = options.folder or Path(room)
        files = []
        for hour in range(options.hours):
            files.append(folder / f"2026-01-01-{hour}.json.gz")
            if not files[-1].exists():
                with gzip.open(files[-1], "wt", compresslevel=6) as file:
                    for event in events(hour, options.events):
                        file.write(json.dumps(event, separators=(",", ":")) + "\n")
        ways = {
            "bare read_json": (BARE, []),
            "one organisation": (IMPORT, ["owner-5/*"]),
            "everybody": (IMPORT, ["*"]),
        }
        taken: dict[str, list[Run]] = {name: [] for name in ways}
        for run in range(options.runs):
            for name, (script, wish) in ways.items():
                store = [Path(room) / f"{run}-{name}.duckdb"] if wish else []
                taken[name].append(measured(script, *wish, *store, *files))
        show(taken, options.hours * options.events)


def show(taken: dict[str, list[Run]], total: int) -> None:
    """Print the medians, and what share of the bare reading's pace they are."""
    print(f"{total} events, medians of {len(taken['everybody'])} runs")
    print(f"{'':18} {'seconds':>8} {'events/s':>9} {'of bare':>8} {'CPU':>6} {'of bare':>8} {'MB':>5}")
    bare: Run | None = None
    for name, found in taken.items():
        seconds = statistics.median(run.seconds for run in found)
        used = statistics.median(run.used for run in found)
        bare = bare or Run(seconds, used, 0)
        print(f"{name:18} {seconds:8.2f} {total / seconds:9.0f} {bare.seconds / seconds:8.2f} "
              f"{used:6.2f} {bare.used / used:8.2f} {max(run.memory for run in found):5}")  # fmt: skip


if __name__ == "__main__":
    main()
