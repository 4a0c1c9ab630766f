"""Which hours a file of an archive holds, and how far they can be believed.

- Until 2025-05-22 GH Archive has what the public feed of events had, which was close to everything.
- After that it is a lower bound: the feed itself is no longer complete.
- Since 2025-10-07 pushes carry no commits and changes almost no fields: a count of nothing means that it is
  not known. What is not known is never stored as 0.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from folkmoot.i18n import Message, Text
from folkmoot.model.coverage import Quality
from folkmoot.model.errors import UsageError
from folkmoot.model.event import HOUR

NAMED = re.compile(r"(?:^|[^\d])(\d{4})-(\d\d)-(\d\d)-(\d{1,2})\.json(?:\.gz)?$")
ENDINGS = (".json", ".json.gz", ".ndjson", ".ndjson.gz", ".jsonl", ".jsonl.gz")
COMPLETE_UNTIL = int(datetime(2025, 5, 22, tzinfo=UTC).timestamp())
THIN_SINCE = int(datetime(2025, 10, 7, tzinfo=UTC).timestamp())
PACIFIC_UNTIL = int(datetime(2015, 1, 1, tzinfo=UTC).timestamp())
"""Until then files are named by the hour in California."""
MOST_HOURS = 24 * 366 * 20
INCOMPLETE = Message(
    "Since 2025-05-22 the public feed of events is no longer complete: counts from it are lower bounds."
)
THIN = Message(
    "Since 2025-10-07 events carry no commits and almost nothing about changes: what is missing is not "
    "known, not zero."
)
PARTIAL = Message("The file's name does not tell which hour it holds: it may be a part of one.")
DAMAGED = Message("Damaged lines were left out: counts are lower bounds.")
Stretch = tuple[int, int, Quality, Text]


def hour_of(place: str) -> int:
    """Give the beginning of the hour a file is named by, in seconds since 1970; 0 where it is not."""
    match = NAMED.search(place)
    if not match:
        return 0
    try:
        year, month, day, hour = (int(part) for part in match.groups())
        found = int(datetime(year, month, day, hour, tzinfo=UTC).timestamp())
    except ValueError:
        return 0
    return found


def stretches(place: str, first: int, last: int, *, is_damaged: bool = False) -> list[Stretch]:
    """Give what a file covers, cut where its quality changes: (since, until, quality, note).

    `first` and `last` are the times of its first and last event that was wanted, 0 where there was none.
    """
    since = hour_of(place)
    until, note, quality = since + HOUR, Message(""), Quality.COMPLETE
    if 0 < since < PACIFIC_UNTIL:
        since, until = (first // HOUR * HOUR, last // HOUR * HOUR + HOUR) if last else (0, 0)
    elif not since:
        since, until, quality, note = first, last + 1 if last else 0, Quality.LOWER_BOUND, PARTIAL
    if is_damaged:
        quality, note = Quality.LOWER_BOUND, DAMAGED
    if since <= 0 or until <= since:
        return []
    bounds = [since, *(bound for bound in (COMPLETE_UNTIL, THIN_SINCE) if since < bound < until), until]
    return [_judged(start, end, quality, note) for start, end in pairwise(bounds)]


def joined(found: Iterable[Stretch]) -> list[Stretch]:
    """Give stretches of the same quality and note as one where they touch."""
    runs: list[Stretch] = []
    for since, until, quality, note in sorted(found, key=lambda one: (one[2].value, str(one[3]), *one[:2])):
        if runs and runs[-1][2:] == (quality, note) and since <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(until, runs[-1][1]), quality, note)
        else:
            runs.append((since, until, quality, note))
    return runs


def _judged(since: int, until: int, quality: Quality, note: Message) -> Stretch:
    if since >= THIN_SINCE:
        return since, until, Quality.LOWER_BOUND, THIN
    if since >= COMPLETE_UNTIL and quality is Quality.COMPLETE:
        return since, until, Quality.LOWER_BOUND, INCOMPLETE
    return since, until, quality, note if note.text else ""


def places(named: Iterable[str], since: str = "", until: str = "") -> list[str]:
    """Give the files meant: files, what folders and those inside hold, and hours below a base address.

    Hours run from `since` to `until`, both days included (YYYY-MM-DD or YYYY-MM-DD-H); files are of the hour
    they are named by. Raises UsageError.
    """
    found: list[str] = []
    below: list[str] = []
    for place in named:
        if "://" in place and not place.endswith(ENDINGS):
            below += _hours_below(place, since, until)
        elif "://" in place:
            found.append(place)
        elif Path(place).is_dir():
            inside = [
                path
                for folder, _, names in os.walk(place)  # which follows no links
                for name in names
                if name.endswith(ENDINGS) and (path := Path(folder) / name).is_file()
            ]
            if not inside:
                raise UsageError(
                    f"{place} holds no archive files.", hint=f"they end in {', '.join(ENDINGS)}."
                )
            found += [str(path) for path in inside]
        elif Path(place).is_file():
            found.append(place)
        else:
            raise UsageError(f"There is no file or folder {place}.", hint="or name a web address.")
    if since or until:
        found = _hours_among(found, since, until)
    return sorted(dict.fromkeys(below + found), key=lambda place: (hour_of(place), place))


def _hours_among(files: Sequence[str], since: str, until: str) -> list[str]:
    """Give the files that are named by an hour from `since` to `until`. Raises UsageError for other names."""
    start = _bound(since, is_end=False).timestamp() if since else 0
    end = _bound(until, is_end=True).timestamp() if until else math.inf
    for place in files:
        if not hour_of(place):
            raise UsageError(
                f"Of which hour {place} is, its name does not tell.",
                hint="leave --since and --until out, or name files such as 2026-10-01-17.json.gz.",
            )
    inside = [place for place in files if start <= hour_of(place) < end]
    if files and not inside:
        raise UsageError(
            f"None of {len(files)} files is of these hours.", hint="files are named by their hour in UTC."
        )
    return inside


def _hours_below(base: str, since: str, until: str) -> Iterator[str]:
    if not since:
        raise UsageError(
            f"{base} is the address of an archive: which hours?",
            hint="--since 2026-10-01 --until 2026-10-02 names them.",
        )
    start, end = _bound(since, is_end=False), _bound(until or since, is_end=True)
    if not start < end <= start + timedelta(hours=MOST_HOURS):
        raise UsageError(f"From {since} to {until} are no hours.", hint="--since comes before --until.")
    while start < end:
        yield f"{base.rstrip('/')}/{start:%Y-%m-%d}-{start.hour}.json.gz"
        start += timedelta(hours=1)


def _bound(text: str, *, is_end: bool) -> datetime:
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d)(?:-([01]?\d|2[0-3]))?", text)
    try:
        day = datetime.fromisoformat(match[1] if match else "").replace(tzinfo=UTC)
    except ValueError as error:
        hint = "write it as 2026-03-31 or 2026-03-31-17."
        raise UsageError(f"{text!r} is no day and no hour.", hint=hint) from error
    if match and match[2]:
        return day.replace(hour=int(match[2])) + timedelta(hours=int(is_end))
    return day + timedelta(days=int(is_end))
