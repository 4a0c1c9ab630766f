"""How long something takes, read from the words of a remedy: "ten minutes", "half a day", "an hour each"."""

from __future__ import annotations

import re

NUMBERS = {
    "a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0,
    "seven": 7.0, "eight": 8.0, "nine": 9.0, "ten": 10.0, "fifteen": 15.0, "twenty": 20.0, "thirty": 30.0,
    "half": 0.5, "quarter": 0.25, "few": 3.0, "some": 3.0,
}  # fmt: skip
UNITS = {
    "minute": 1.0,
    "hour": 60.0,
    "evening": 180.0,
    "day": 480.0,
    "weekend": 960.0,
    "week": 2400.0,
    "month": 9600.0,
}
"""Minutes of work in each: a day has eight hours of it, a week five days, a month four weeks."""
WEEKEND = UNITS["weekend"]
LONG = {"month": 9600.0, "week": 2400.0, "year": 115200.0}
"""Minutes of what is told without a number: "months" is a month at least."""
NOT_SAID = 60.0
"""What is reckoned with where a remedy does not say how long it takes."""

_WORDS = re.compile(
    r"(?:\ba\s+)?\b(?P<number>\d{1,4}|[a-z]+)(?:\s+(?:of\s+)?an?)?\s+"
    r"(?P<unit>minute|hour|evening|day|weekend|week|month)s?\b"
)


def minutes(effort: str, times: int = 1) -> float:
    """Give the minutes that an effort in words means; "each" counts as often as there is something to mend.

    The first time that is named counts, so that "an hour, more in a large project" is an hour.
    """
    said = effort.casefold()
    for found in _WORDS.finditer(said):
        number = found["number"]
        count = float(number) if number.isdigit() else NUMBERS.get(number)
        if count:
            return (
                count * UNITS[found["unit"]] * (max(1, times) if re.search(r"\beach\b|\bper\b", said) else 1)
            )
    return next((length for word, length in LONG.items() if word in said), NOT_SAID)
