"""The machine's clock: whole seconds, days in UTC, and one place that looks at it."""

from __future__ import annotations

import ast
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

import folkmoot
from folkmoot.sources import clock
from still_clock import NOW

LOOKS = {"time", "time_ns", "now", "utcnow", "today"}
"""What looks at the clock when it is called on the modules and classes below."""
CLOCKS = {"time", "datetime", "date"}
OF_NOW = {"gmtime", "localtime", "ctime", "strftime"}
"""What looks at the clock where it is not told the time."""


def looks(source: str) -> Iterator[int]:
    """Give the lines of a program that look at the machine's clock."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            if node.module == "time" and {name.name for name in node.names} & (LOOKS | OF_NOW):
                yield node.lineno
            continue
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        owner, asked = node.func.value, node.func.attr
        of = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
        told = len(node.args) - (asked == "strftime")
        if (of in CLOCKS and asked in LOOKS) or (of == "time" and asked in OF_NOW and told < 1):
            yield node.lineno


def found_below(folder: Path, leaving: Path) -> list[str]:
    """Give where programs in a folder look at the machine's clock, one file left out."""
    return [
        f"{path.relative_to(folder).as_posix()}:{line}"
        for path in sorted(folder.rglob("*.py"))
        if path.resolve() != leaving.resolve()
        for line in looks(path.read_text(encoding="utf-8"))
    ]


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the clock go, for a test of the clock itself."""
    monkeypatch.setattr(clock, "time", time)


def test_it_stands_still_in_tests() -> None:
    assert clock.now() == NOW
    assert clock.moment() == datetime(2026, 11, 18, 11, 6, 40, tzinfo=UTC)
    assert clock.today() == date(2026, 11, 18)


@pytest.mark.usefixtures("real")
def test_it_is_the_time_of_the_machine() -> None:
    before = int(time.time())
    assert before <= clock.now() <= int(time.time())


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
@pytest.mark.parametrize("at", [1_795_046_399.9, 1_795_046_400.0])
def test_a_day_ends_at_midnight_in_utc_wherever_the_machine_is(
    monkeypatch: pytest.MonkeyPatch, zone: str, at: float
) -> None:
    monkeypatch.setattr(clock, "time", SimpleNamespace(time=lambda: at))
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        assert (clock.now(), clock.today()) == (int(at), date(2026, 11, 19 - (at < 1_795_046_400)))
        assert clock.moment().isoformat().endswith("+00:00")
    finally:
        monkeypatch.undo()
        time.tzset()


def test_nothing_else_looks_at_the_clock() -> None:
    """Whatever did could differ from one look to the next in a report, and no test could hold it still."""
    assert found_below(Path(folkmoot.__file__).parent, Path(clock.__file__)) == []


def test_no_test_looks_at_the_real_clock() -> None:
    """What it made "a month ago" would lie after the time that stands still, one day."""
    assert found_below(Path(__file__).parents[1], Path(__file__)) == []


@pytest.mark.parametrize(
    "line",
    [
        "time.time()", "time.time_ns()", "datetime.now(UTC)", "datetime.datetime.utcnow()", "date.today()",
        "datetime.today()", "time.gmtime()", "time.localtime()", "time.strftime('%Y')",
        "from time import time", "from time import gmtime",
    ],
)  # fmt: skip
def test_a_look_would_be_found(line: str) -> None:
    assert list(looks(f"pass\n{line}\n")) == [2]


@pytest.mark.parametrize(
    "line",
    ["time.monotonic()", "time.gmtime(0)", "time.strftime('%Y', moment)", "clock.now()", "practice.today",
     "datetime.fromtimestamp(0, UTC)", "from time import monotonic"],
)  # fmt: skip
def test_what_is_told_the_time_is_no_look(line: str) -> None:
    assert list(looks(line)) == []
