"""An end that is announced: ended once its month is over, announced until then, and never guessed."""

from __future__ import annotations

from datetime import date

import pytest

from checks.trees import ground
from folkmoot.checks.community._announced_end import place
from folkmoot.checks.community.declared_end import CHECK, LINES, WHAT, end_announced, is_announced
from folkmoot.i18n import say
from folkmoot.model.check import Finding, Outcome

SAID = "# Oar\n\n> This repository is going to be **archived** on Jan 31, 2026 because I row no more.\n"


def asked(text: str, today: date | None) -> Finding:
    place = ground({"README.md": text})
    place.today = today
    return CHECK.decide(place)


@pytest.mark.parametrize(
    ("sentence", "by"),
    [
        ("This project will be archived on 2025-03-01.", date(2025, 3, 31)),
        ("This project is going to be archived in March 2023. It was fun.", date(2023, 3, 31)),
        ("This repository will be archived on January 15, 2025.", date(2025, 1, 31)),
        ("NOTE: this repository will be permanently archived on Friday, 1st of May 2026", date(2026, 5, 31)),
        ("Nobody rows. This library will be archived by the end of 2026.", date(2026, 12, 31)),
        ("This package is scheduled to be archived at the end of February 2028.", date(2028, 2, 29)),
        ("This project will be archived in Q1 2025.", date(2025, 3, 31)),
        ("This project will be archived by the end of Q4, 2025.", date(2025, 12, 31)),
        ("This project will be archived in 2025-Q2", date(2025, 6, 30)),
        ("This project will be archived in the third quarter of 2025.", date(2025, 9, 30)),
        ("This project will be archived by the last quarter of 2025.", date(2025, 12, 31)),
        ("This project will be archived by end of March 2025.", date(2025, 3, 31)),
        ("This project will be archived end of March 2025.", date(2025, 3, 31)),
        ("This project will be archived in late March 2025.", date(2025, 3, 31)),
        ("This project will be archived in mid-2025.", date(2025, 12, 31)),
        ("This project will be archived in the first half of 2025.", date(2025, 12, 31)),
        ("This project will be archived at the end of this year.", None),
        ("This project is going to be archived", None),
        ("This tool will soon be archived. Look for another.", None),
        ("Please note that this repo will be archived soon.", None),
    ],
)
def test_what_announces_an_end(sentence: str, by: date | None) -> None:
    found = place(sentence.lower(), WHAT)
    assert found is not None
    assert found[1].by == by


@pytest.mark.parametrize(
    "sentence",
    [
        "A snapshot of this repository will be archived on Zenodo upon acceptance.",
        "After publication, this repository will be archived on Zenodo.",
        "This repository will be archived on Zenodo in 2025.",
        "This repository will be archived once paddles are here.",
        "This project will be archived following a vote.",
        "This repository will be archived on 05/04/2025.",
        "This repository will be archived on [date].",
        "Once all have moved, this project is going to be archived.",
        "If nobody answers, this project will be archived.",
        "All the data that this tool will be archived in 2025 with",
        "This project will not be archived.",
        "This project will be archived in Q5 2025.",
        "This project will be archived in Q1.",
        "This project will be archived in 20251 boxes",
        "The logs of this project will be archived in 2026.",
    ],
)
def test_what_only_sounds_like_it(sentence: str) -> None:
    assert place(sentence.lower(), WHAT) is None


@pytest.mark.parametrize(
    ("today", "outcome", "said"),
    [
        (date(2026, 1, 31), Outcome.YES, "by 2026-01-31 at the latest."),
        (date(2026, 2, 1), Outcome.NO, "by 2026-01-31 at the latest, which has passed."),
        (None, Outcome.UNKNOWN, "by 2026-01-31 at the latest."),
    ],
)
def test_the_day_decides(today: date | None, outcome: Outcome, said: str) -> None:
    found = asked(SAID, today)
    assert found.outcome is outcome
    assert say(found.evidence[0]) == f"README.md announces in line 3 that this will be archived, {said}"
    assert [spot.place for spot in found.spots] == ["README.md:3"]
    assert is_announced(found)


def test_without_a_day_nobody_can_know() -> None:
    found = asked("# Oar\n\nThis project is going to be archived.\n", date(2026, 2, 1))
    assert found.outcome is Outcome.UNKNOWN
    assert "without a day" in say(found.evidence[0])


def test_what_it_says_of_today_comes_first() -> None:
    found = asked(SAID + "\nThis project is deprecated.\n", date(2026, 1, 1))
    assert found.outcome is Outcome.NO
    assert not is_announced(found)


def test_only_the_beginning_is_read() -> None:
    said = "This project will be archived in 2026.\n"
    assert end_announced("Rows.\n" * (LINES - 1) + said) is not None
    assert end_announced("Rows.\n" * LINES + said) is None
    assert not is_announced(asked("# Oar\n", None))


@pytest.mark.parametrize(
    ("text", "line", "by"),
    [
        ("# Oar\n\nThis project will be\narchived in\nMarch 2025.\n", 3, date(2025, 3, 31)),
        (
            "# Oar\n\n> **Note:** this project will be archived\n> on January 31, 2025.\n",
            3,
            date(2025, 1, 31),
        ),
        ("# Oar\nRow on.\nThis project will be archived by the end of\nQ1 2025\n", 3, date(2025, 3, 31)),
        ("# Oar\nAn oar for all\nThis project will be archived in 2025.\n", 3, date(2025, 12, 31)),
        ("# Oar\nThis project will be archived\nLook for another.\n", 2, None),
        ("# Oar\nRow. Row, and row. This\nproject will be archived in 2025.\n", 2, date(2025, 12, 31)),
    ],
)
def test_a_sentence_may_go_over_lines(text: str, line: int, by: date | None) -> None:
    found = end_announced(text)
    assert found is not None
    assert (found[0], found[1].by) == (line, by)


@pytest.mark.parametrize(
    "text",
    [
        "# Oar\n\nThis repository will be archived\non Zenodo in 2025.\n",
        "# Oar\n\nOnce all have moved to the boat,\nthis project will be archived in 2025.\n",
        "# Oar\n\n- This project will be\n- archived in 2025.\n",
        "# Oar\n\nThis project will be\n\narchived in 2025.\n",
        "# Oar\n\nThis project will be\\\narchived in 2025.\n",
        "# This project will be\narchived in 2025.\n",
    ],
)
def test_what_goes_over_lines_and_announces_nothing(text: str) -> None:
    assert end_announced(text) is None


@pytest.mark.parametrize(
    "bit",
    ["this project will be archived\n", "archived. ", "note: ", "archived in the first quarter of ", "X\n"],
)
def test_a_long_readme_is_read_at_once(bit: str) -> None:
    assert end_announced("archived " + bit * 10_000) is None or bit.startswith("this")
