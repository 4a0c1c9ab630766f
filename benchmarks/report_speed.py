"""How long a report takes over a community of a given size that never was.

    python benchmarks/report_speed.py [--events N] [--slowest N] [--report]

A store is generated in memory with about N events (1,000,000): a fifth commits, the rest issues, changes,
comments, reviews, stars and forks over ten years, by people with long-tailed activity. Timed are laying the
views down, every metric, and, with --report, the whole report with every page and its views laid down anew,
for which the bar is 5 seconds on 2 cores. CPU is steadier than the clock where others are at work.
"""

# ruff: noqa: S608 - the only values are numbers of its own
from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING

from folkmoot.metrics import all_metrics
from folkmoot.store.answer import answer
from folkmoot.store.database import connect
from folkmoot.store.scope import look_at
from folkmoot.views.report import build_report

if TYPE_CHECKING:
    from folkmoot.store.database import Connection

UNTIL = 1_781_524_800
SPAN = 10 * 365 * 86400
BAR = 5.0
# Somebody's number from an even chance: a few do most, most do one thing.
WHO = "1 + cast(pow(hash({salt}) % 1000000 / 1e6, 4) * {people} as integer)"
WHEN = "{until} - cast(hash({salt}) % {span} as bigint)"


def generated(events: int) -> Connection:
    """Give a store of about `events` events, in memory."""
    store = connect(None)
    people, items = max(50, events // 50), events // 5
    run = store.execute
    run("insert into project values (1, 'generated', 'made for a benchmark')")
    run(f"insert into coverage select 1, unnest(['git', 'github']), 0, {UNTIL}, 'complete', ''")
    run("insert into organisation select i, 'Firm' || i from range(1, 40) t(i)")
    run(
        f"""insert into person select i, 'P' || i, case when i % 500 = 7 then 1 else 0 end, 0, ''
        from range(1, {people + 2}) t(i)"""
    )
    run(
        f"""insert into identity select i, 'git', 'P' || i, 'p' || i || '@example.test'
        from range(1, {people + 2}) t(i)"""
    )
    run(f"insert into identity_person select i, i, '', i % 40 from range(1, {people + 2}) t(i)")
    commit_who = WHO.format(salt="i * 7 + 1", people=people)
    commit_when = WHEN.format(salt="i * 7 + 2", until=UNTIL, span=SPAN)
    run(
        f"""insert into commit_fact select i, 1, lpad(to_hex(i), 40, '0'), {commit_who}, {commit_who},
            {commit_when}, 60 * (hash(i) % 13)::integer, {commit_when}, 0, 1, 0, 'a change'
        from range(1, {events // 5}) t(i)"""
    )
    run("insert into place select commit, 1, 1, 0, committed_at from commit_fact")
    run("insert into path_fact select i, 1, 'src/part' || i || '.py' from range(1, 3000) t(i)")
    run("insert into path_class select path, path, 'src', 'code', '' from path_fact")
    run("insert into file_fact select 1, path from path_fact")
    run("insert into touch_fact select commit, 1 + (hash(commit) % 2998)::integer, 'M' from commit_fact")
    opened = WHEN.format(salt="i * 7 + 3", until=UNTIL, span=SPAN)
    run(
        f"""insert into item_fact select 1, is_change, i, 'gen:' || i, 'gen', who, role, 'about this',
            opened_at,
            case when is_closed then least(opened_at + lasts, {UNTIL}) else 0 end,
            case when is_closed and is_change = 1 and i % 4 > 0 then least(opened_at + lasts, {UNTIL})
                else 0 end,
            0, 1 + i % 20, 0, '', '', opened_at, 10, 2, 1
        from (select i, (i % 2)::integer as is_change, {WHO.format(salt="i * 7 + 4", people=people)} as who,
            case when i % 3 = 0 then 'MEMBER' else 'NONE' end as role, {opened} as opened_at,
            i % 10 < 8 as is_closed, cast(pow(hash(i * 7 + 5) % 1000 / 1e3, 5) * 20000000 as bigint) as lasts
            from range(1, {items}) t(i))"""
    )
    run(
        "insert into label_fact select 1, is_change, number, 'good first issue' from item_fact"
        " where number % 9 = 0"
    )
    run(
        f"""insert into remark_fact select 1, f.is_change, f.number, 'gen:r' || r.i, 'gen',
            case when f.is_change = 0 or r.i % 3 = 0 then 'comment' when r.i % 3 = 1 then 'review'
                else 'review.comment' end,
            'approved', r.who, 'NONE',
            f.opened_at + cast(pow(hash(r.i * 7 + 6) % 1000 / 1e3, 3) * 2000000 as bigint), 100, 0
        from (select i, 1 + hash(i * 7 + 8) % {items - 2} as number,
            {WHO.format(salt="i * 7 + 9", people=people)} as who from range(1, {events // 2}) t(i)) r
        join item_fact f on f.number = r.number"""
    )
    acted = WHEN.format(salt="i * 7 + 11", until=UNTIL, span=SPAN)
    run(
        f"""insert into act_fact select 1, 'gen:a' || i, 'gen',
            case when i % 5 = 0 then 'fork' else 'star' end,
            1 + (hash(i * 7 + 10) % {people})::integer, {acted}, ''
        from range(1, {events // 10}) t(i)"""
    )
    return store


def main() -> None:
    """Print seconds for the views, for the slowest metrics, and together."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--slowest", type=int, default=12)
    parser.add_argument("--report", action="store_true")
    chosen = parser.parse_args()
    store = generated(chosen.events)
    store.execute("set threads = 2")
    begun = time.perf_counter()
    look_at(store)
    laid = time.perf_counter() - begun
    took: dict[str, float] = {}
    for metric in all_metrics().values():
        begun = time.perf_counter()
        answer(store, metric)
        took[metric.id] = time.perf_counter() - begun
    print(f"views {laid:.2f} s, {len(took)} metrics {sum(took.values()):.2f} s, together"
          f" {laid + sum(took.values()):.2f} s; the bar for a report is {BAR} s")  # fmt: skip
    for name, seconds in sorted(took.items(), key=lambda pair: -pair[1])[: chosen.slowest]:
        print(f"  {seconds:6.2f} s  {name}")
    if chosen.report:
        begun, used = time.perf_counter(), time.process_time()
        build_report(store, subject="generated", made_at="2026-06-15T12:00:00Z", projects=[(1, "generated")])
        print(f"report {time.perf_counter() - begun:.2f} s, {time.process_time() - used:.2f} s of CPU")


if __name__ == "__main__":
    main()
