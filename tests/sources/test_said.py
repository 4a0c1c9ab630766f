"""What is kept of a text: its length, and whether it was an order to a robot."""

from __future__ import annotations

import pytest

from folkmoot.sources.said import is_command, length_of


def test_white_space_around_a_text_does_not_count() -> None:
    assert length_of("\r\n thanks \n") == 6


@pytest.mark.parametrize("body", ["/lgtm", " /assign @ada\n", "/lgtm\r\n\r\n/approve no-issue", "/retest\n"])
def test_orders_to_a_robot_are_told(body: str) -> None:
    assert is_command(body)


@pytest.mark.parametrize(
    "body", ["", "  \n", "/lgtm\nthank you", "see /etc/hosts", "/ hello", "// note", "/9"]
)
def test_what_people_say_is_no_order(body: str) -> None:
    assert not is_command(body)


def test_a_long_text_is_looked_at_shortly() -> None:
    assert not is_command("/lgtm\n" * 1_000_000)


def test_an_order_may_stand_below_blank_lines_and_no_slash_begins_one_elsewhere() -> None:
    assert is_command(" \n\n\t/hold\n")
    assert not is_command("and/or")
    assert not is_command("")
