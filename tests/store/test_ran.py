"""What ran on merged changes, counted by hand."""

from __future__ import annotations

import gzip
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from folkmoot.model.event import DAY
from folkmoot.model.forge import HeadRuns, Run
from folkmoot.model.past import RanBefore
from folkmoot.sources.forges import open_forge
from folkmoot.store.database import connect
from folkmoot.store.forge_sync import sync_forge
from folkmoot.store.past import read_past
from folkmoot.store.ran import read_ran
from folkmoot.store.scope import look_at
from sources.forges.forge_at_hand import DUMPS, Talk, needs_dumps, needs_schema
from store.test_forge_sync import Told, content, issue, sync
from worked_example import PROJECT, example

ITEMS = """
    item | who | opened     | merged     | also
    !1   | Ada | 2026-05-01 | 2026-05-02 | ran: github-actions success
    !2   | Ada | 2026-05-01 | 2026-05-03 | ran: nothing
    !3   | Bob | 2026-05-01 | 2026-05-04 | ran: unit tests success; ran: lint failure
    !4   | Bob | 2026-05-01 | 2026-05-05 | ran: unit tests failure; ran: license/cla success
    !5   | Bob | 2026-05-01 | 2026-05-06 | ran: github-actions pending
    !6   | Bob | 2026-05-01 | 2026-05-07 |
    !7   | Bob | 2025-05-01 | 2025-05-07 | ran: unit tests success
    !8   | Bob | 2026-05-01 |            |
    #9   | Bob | 2026-05-01 |            |
    !10  | renovate[bot] | 2026-05-01 | 2026-05-08 | ran: e2e success; ran: other pending
"""


def ran(items: str = ITEMS) -> RanBefore | None:
    return read_ran(example(items=items), PROJECT, 365 * DAY)


def test_changes_are_counted_by_what_passed_on_them() -> None:
    """On paper, of the year before 15 June 2026.

    Known are 1, 2, 3, 4 and 10: tested are 1, 3 and 10, by name 3 and 10; 3 and 4 failed somewhere; 2 and 4
    have no test, 4 being the newer. 5 had not ended and 6 was not asked about; 7 is too old.
    """
    assert ran() == RanBefore(heads=5, tested=3, named=2, failed=2, unknown=2, untested=(4, 2))


def test_a_bot_s_changes_count_as_scorecard_counts_them() -> None:
    only = "item | who | opened | merged | also\n"
    only += "!1 | renovate[bot] | 2026-05-01 | 2026-05-02 | ran: test success"
    assert ran(only) == RanBefore(heads=1, tested=1, named=1)


def test_changes_with_one_newest_commit_count_once() -> None:
    store = example(items=ITEMS)
    store.execute("update head_fact set head = 'one' where number in (1, 2)")
    found = read_ran(store, PROJECT, 365 * DAY)
    assert found
    assert found.heads == 4


def test_no_more_than_a_few_are_named() -> None:
    rows = [f"!{n} | Ada | 2026-05-01 | 2026-05-{n:02} | ran: nothing" for n in range(2, 20)]
    found = ran("\n".join(["item | who | opened | merged | also", *rows]))
    assert found
    assert (found.heads, found.untested) == (18, (19, 18, 17, 16, 15))


@pytest.mark.parametrize(("days", "is_told"), [(89, True), (91, False)])
def test_a_forge_that_was_last_read_long_ago_says_nothing(days: int, is_told: bool) -> None:
    """What was merged since, nobody knows."""
    store = example(items=ITEMS)
    store.execute("update coverage set until = until - ? where source = 'test'", [days * DAY])
    assert (read_ran(store, PROJECT, 365 * DAY) is not None) is is_told


@pytest.mark.parametrize("items", ["", "item | who | opened\n!1 | Ada | 2026-05-01"])
def test_without_a_merged_change_there_is_nothing(items: str) -> None:
    assert ran(items) == RanBefore()


def test_the_past_tells_it_where_a_forge_told_of_changes() -> None:
    assert read_past(example(items=ITEMS), PROJECT).ran == ran()
    assert read_past(example("when | who\n2026-05-01 | Ada"), PROJECT).ran is None


def merged_in(dump: dict[str, Any], until: int) -> list[dict[str, Any]]:
    """Give the changes of a dump that were merged in the year before, the newest first."""

    def at(change: dict[str, Any]) -> int:
        return int(datetime.fromisoformat(change["mergedAt"]).timestamp()) if change["mergedAt"] else 0

    chosen = [change for change in dump["pulls"] if until - 365 * DAY < at(change) <= until]
    return sorted(chosen, key=lambda change: (at(change), change["number"]), reverse=True)


@needs_dumps[0]
@needs_schema
@pytest.mark.parametrize("path", DUMPS[:1] + DUMPS[2:], ids=lambda path: path.name.split(".")[0])
def test_a_real_project_read_through_a_forge_counts_as_its_dump_does(path: Path, tmp_path: Path) -> None:
    """What ran is made up by the last digit of a change's number; what was merged when is real."""
    from fake_forge.running import with_runs
    from fake_forge.serving import FakeForge, Switches
    from fake_forge.worlds import dumped

    dump = json.loads(gzip.decompress(path.read_bytes()))
    merges = sorted(change["mergedAt"] for change in dump["pulls"] if change["mergedAt"])
    until = int(datetime.fromisoformat(merges[len(merges) * 3 // 4]).timestamp())
    told = with_runs(dumped(path))
    forge = FakeForge({told["nameWithOwner"]: told}, Switches(today=until))
    store = tmp_path / "s.duckdb"
    with forge.serving() as base:
        source = open_forge(f"github+{base}/{told['nameWithOwner']}", Talk().access)
        sync_forge(store, "https://example.org/a/b", source)
        source.close()
    with connect(store, read_only=True) as connection:
        look_at(connection, [1], until)
        found = read_ran(connection, 1, 365 * DAY)
    assert found
    merged = merged_in(dump, until)
    tested = [change for change in merged if change["number"] % 10 > 2]
    assert len(merged) > 10
    assert (found.heads, found.tested, found.unknown) == (len(merged), len(tested), 0)
    untested = [change["number"] for change in merged if change["number"] % 10 <= 2]
    assert found.untested == tuple(untested[:5])


def on_seven(head: str, *names: str) -> HeadRuns:
    return HeadRuns(7, head, "success" if names else "", tuple(Run("ci", n, "success", 5) for n in names))


def test_what_ran_on_a_change_is_replaced_as_a_whole(tmp_path: Path) -> None:
    store = tmp_path / "s.duckdb"
    sync(store, Told([[on_seven("a", "one", "two")], [on_seven("b", "two", "three")]]))
    held = content(store)
    assert held["head_fact"] == [(1, 7, "github", "b", "success")]
    assert held["run_fact"] == [(1, 7, "ci", "three", "success", 5), (1, 7, "ci", "two", "success", 5)]
    sync(store, Told([[], [], [on_seven("b")]]))
    assert content(store)["run_fact"] == []


def test_what_ran_at_another_forge_goes_with_it(tmp_path: Path) -> None:
    store = tmp_path / "s.duckdb"
    first = Told([[on_seven("a", "one")]])
    first.name, first.host = "gitlab", "gitlab.com"
    sync(store, first)
    sync(store, Told([[issue(1)]]))
    held = content(store)
    assert (held["head_fact"], held["run_fact"]) == ([], [])
