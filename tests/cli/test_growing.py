"""What the commands about growing people share: plain lines, days and JSON."""

from __future__ import annotations

import json

import pytest

from folkmoot.cli._growing import as_json, day, told
from folkmoot.i18n import Message


def test_a_text_is_one_plain_line() -> None:
    assert told("a\x1b[31m\n b\u202e") == "a b"
    assert told(Message("{who} is here", {"who": "Ada\x1b[2J"})) == "Ada is here"


def test_a_long_text_is_cut_where_the_caller_says() -> None:
    assert told("a" * 500) == "a" * 399 + "…"
    assert told("a" * 500, 10) == "a" * 9 + "…"
    assert told("a" * 400) == "a" * 400


@pytest.mark.parametrize(
    ("moment", "expected"),
    [(0, "1970-01-01"), (86_399, "1970-01-01"), (86_400, "1970-01-02"), (-1, "1969-12-31")],
)
def test_a_day_is_one_in_utc(moment: int, expected: str) -> None:
    assert day(moment) == expected


def test_json_keeps_the_letters_of_names(capsys: pytest.CaptureFixture[str]) -> None:
    as_json({"who": "Zoë", "n": 1})
    out = capsys.readouterr().out
    assert "Zoë" in out
    assert json.loads(out) == {"who": "Zoë", "n": 1}
