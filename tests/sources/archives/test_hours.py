"""Which hours are meant, what a file covers, and how far that can be believed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from folkmoot.model.coverage import Quality
from folkmoot.model.errors import UsageError
from folkmoot.sources.archives.hours import (
    DAMAGED,
    INCOMPLETE,
    PARTIAL,
    THIN,
    hour_of,
    joined,
    places,
    stretches,
)


def at(year: int, month: int, day: int, hour: int = 0) -> int:
    return int(datetime(year, month, day, hour, tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("place", "hour"),
    [
        ("2024-05-01-7.json.gz", at(2024, 5, 1, 7)),
        ("https://example.org/2024-05-01-23.json.gz", at(2024, 5, 1, 23)),
        ("min-2015-02-22-21.json.gz", at(2015, 2, 22, 21)),
        ("2021-07-21-few-hours.ndjson.gz", 0),
        ("2024-13-01-1.json", 0),
        ("notes.json", 0),
    ],
)
def test_a_file_is_named_by_its_hour(place: str, hour: int) -> None:
    assert hour_of(place) == hour


def test_an_hour_is_complete_until_the_feed_was_cut() -> None:
    assert stretches("2024-05-01-7.json.gz", 0, 0) == [
        (at(2024, 5, 1, 7), at(2024, 5, 1, 8), Quality.COMPLETE, "")
    ]


def test_after_that_it_is_a_lower_bound() -> None:
    ((_, _, quality, note),) = stretches("2025-05-22-0.json.gz", 0, 0)
    assert (quality, note) == (Quality.LOWER_BOUND, INCOMPLETE)


def test_since_october_2025_what_is_missing_is_unknown() -> None:
    ((_, _, quality, note),) = stretches("2025-10-07-0.json.gz", 0, 0)
    assert (quality, note) == (Quality.LOWER_BOUND, THIN)


def test_old_hours_are_those_of_california_so_the_events_say_which() -> None:
    first = at(2013, 2, 15, 8) + 45
    assert stretches("2013-02-15-0.json.gz", first, first + 900) == [
        (at(2013, 2, 15, 8), at(2013, 2, 15, 9), Quality.COMPLETE, "")
    ]
    assert stretches("2013-02-15-0.json.gz", 0, 0) == []


def test_a_file_of_another_name_covers_what_is_in_it() -> None:
    assert stretches("mine.json", 1_500_000_000, 1_500_000_100) == [
        (1_500_000_000, 1_500_000_101, Quality.LOWER_BOUND, PARTIAL)
    ]


def test_a_stretch_is_cut_where_its_quality_changes() -> None:
    found = stretches("mine.json", at(2025, 5, 1), at(2026, 1, 1))
    assert [(since, note) for since, _, _, note in found] == [
        (at(2025, 5, 1), PARTIAL), (at(2025, 5, 22), PARTIAL), (at(2025, 10, 7), THIN),
    ]  # fmt: skip


def test_damage_makes_an_hour_a_lower_bound() -> None:
    ((_, _, quality, note),) = stretches("2024-05-01-7.json.gz", 0, 0, is_damaged=True)
    assert (quality, note) == (Quality.LOWER_BOUND, DAMAGED)


def test_folders_give_their_files_in_order_of_time(tmp_path: Path) -> None:
    for name in ("2024-05-01-10.json.gz", "2024-05-01-9.json.gz", "README.md"):
        (tmp_path / name).touch()
    found = [Path(place).name for place in places([str(tmp_path)])]
    assert found == ["2024-05-01-9.json.gz", "2024-05-01-10.json.gz"]


def test_folders_inside_are_looked_into_and_links_to_others_are_not(tmp_path: Path) -> None:
    for place in (
        "year/05/2024-05-01-10.json.gz",
        "year/04/2024-04-30-3.json.gz",
        "other/2024-01-01-1.json.gz",
    ):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).touch()
    (tmp_path / "year" / "more").symlink_to(tmp_path / "other")
    found = [Path(place).name for place in places([str(tmp_path / "year")])]
    assert found == ["2024-04-30-3.json.gz", "2024-05-01-10.json.gz"]


def test_an_address_of_an_archive_gives_its_hours() -> None:
    found = places(["https://example.org/a/"], "2024-02-28", "2024-02-29")
    assert len(found) == 48
    assert found[0] == "https://example.org/a/2024-02-28-0.json.gz"
    assert found[-1] == "https://example.org/a/2024-02-29-23.json.gz"


def test_hours_can_be_named() -> None:
    assert places(["https://example.org"], "2024-02-28-22", "2024-02-28-23") == [
        "https://example.org/2024-02-28-22.json.gz", "https://example.org/2024-02-28-23.json.gz",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("since", "until", "said"),
    [
        ("", "", "which hours"),
        ("yesterday", "", "no day"),
        ("2024-02-30", "", "no day"),
        ("2024-02-03-24", "", "no day"),
        ("2024-02-03", "2024-02-01", "no hours"),
        ("1000-01-01", "2024-02-01", "no hours"),
    ],
)
def test_hours_that_make_no_sense_are_refused(since: str, until: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        places(["https://example.org"], since, until)


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [("2024-02-01", "2024-02-01", (0, 23)), ("2024-02-01-23", "", (23, 24)), ("", "2024-02-01-0", (0,))],
)
def test_files_of_other_hours_are_left_out(
    tmp_path: Path, since: str, until: str, hours: tuple[int, ...]
) -> None:
    names = {0: "2024-02-01-0.json.gz", 23: "min-2024-02-01-23.json.gz", 24: "2024-02-02-0.json"}
    for name in names.values():
        (tmp_path / name).touch()
    assert places([str(tmp_path)], since, until) == [str(tmp_path / names[hour]) for hour in hours]


def test_hours_are_not_asked_of_files_in_vain(tmp_path: Path) -> None:
    (tmp_path / "2024-02-01-0.json").touch()
    with pytest.raises(UsageError, match="no day"):
        places([str(tmp_path)], "2024-13-01")
    with pytest.raises(UsageError, match="None of 1 files"):
        places([str(tmp_path)], "2024-03-01")
    (tmp_path / "some.json").touch()
    with pytest.raises(UsageError, match="its name does not tell"):
        places([str(tmp_path)], "2024-02-01")


def test_places_that_are_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no file or folder"):
        places([str(tmp_path / "no")])
    with pytest.raises(UsageError, match="holds no archive files"):
        places([str(tmp_path)])


def test_stretches_that_touch_are_one() -> None:
    found = [stretch for hour in (9, 7, 8, 12) for stretch in stretches(f"2024-05-01-{hour}.json.gz", 0, 0)]
    assert joined(found) == [
        (at(2024, 5, 1, 7), at(2024, 5, 1, 10), Quality.COMPLETE, ""),
        (at(2024, 5, 1, 12), at(2024, 5, 1, 13), Quality.COMPLETE, ""),
    ]


def test_a_stretch_within_another_shortens_nothing() -> None:
    long, short = (10, 100, Quality.COMPLETE, ""), (20, 30, Quality.COMPLETE, "")
    assert joined([short, long]) == [long]


def test_stretches_of_other_quality_or_note_stay_apart() -> None:
    found = [
        (10, 20, Quality.COMPLETE, ""),
        (20, 30, Quality.LOWER_BOUND, DAMAGED),
        (30, 40, Quality.LOWER_BOUND, PARTIAL),
    ]
    assert sorted(joined(reversed(found)), key=lambda one: one[0]) == found
