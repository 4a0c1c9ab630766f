"""Saying why a host cannot be reached."""

from __future__ import annotations

import pytest

from folkmoot.sources.web.reaching import words_of


class TriedOften(Exception):  # noqa: N818 - as urllib3 calls its own
    def __init__(self, reason: object) -> None:
        super().__init__("Pool(host='x'): Max retries exceeded (Caused by ...)")
        self.reason = reason


def test_the_cause_is_told_and_not_how_often_it_was_tried() -> None:
    cause = OSError("<Connection object at 0x7f>: Failed to resolve 'x'")
    assert words_of(TriedOften(cause)) == "Failed to resolve 'x'"
    assert words_of(cause) == "Failed to resolve 'x'"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("""OSError("<X object at 0x7f>: Failed to connect: [Errno 111] Connection refused"))""",
         "Failed to connect: [Errno 111] Connection refused"),
        ("('Cannot connect to proxy.', OSError('Tunnel connection failed: 407 Wanted'))",
         "407 Wanted"),
        ("<X object at 0x7f>: refused (it is busy)", "refused (it is busy)"),
        ("<X object at 0x7f>: no host 'x'", "no host 'x'"),
    ],
)  # fmt: skip
def test_words_within_words_end_where_they_do(told: str, words: str) -> None:
    assert words_of(OSError(told)) == words


def test_what_says_nothing_is_called_by_its_kind() -> None:
    assert words_of(TimeoutError()) == "TimeoutError"
