"""Statements about people, and files that are refused by name."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.model.errors import SourceError
from folkmoot.people.overrides import ALWAYS, MOST_BYTES, MOST_ENTRIES, Employer, Statement, parse_overrides

DAY = 86_400


def test_a_whole_file() -> None:
    content = b"""
        name = "Ada  Lovelace"
        kind = "person"
        identities = ["ada@x.example", "Ada L <shared@x.example>"]
        ssh_key = "read elsewhere"
        [[roles]]
        name = "maintainer"
        [[employers]]
        organisation = "Analytical"
        since = 1970-01-02
        until = 1970-01-02
    """
    assert parse_overrides({"ada.toml": content}).statements == (
        Statement(
            "ada.toml",
            "Ada Lovelace",
            (("", "ada@x.example"), ("Ada L", "shared@x.example")),
            (Employer("Analytical", DAY, 2 * DAY),),
            "person",
        ),
    )


def test_statements_come_in_the_order_of_their_files() -> None:
    assert [one.file for one in parse_overrides({"b.toml": b"", "a.toml": b""}).statements] == [
        "a.toml",
        "b.toml",
    ]


def test_an_employer_without_dates_is_for_always() -> None:
    (one,) = parse_overrides({"a.toml": b'[[employers]]\norganisation = "X"'}).statements
    assert one.employers == (Employer("X", 0, ALWAYS),)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"name = ", "is not TOML"),
        (b"\xff\xfe", "is not TOML"),
        (b"a = " + b"[" * 5000, "is not TOML"),
        (b"#" * (MOST_BYTES + 1), "is larger than"),
        (b"name = 7", "`name`"),
        (b'name = "' + b"A" * 400 + b'"', "`name`"),
        (b'identities = "ada@x.example"', "`identities` that is no list"),
        (b"identities = [7]", "identity"),
        (b'identities = [""]', "identity"),
        (b'identities = ["Ada <ada@x.example"]', "closing >"),
        (b"identities = [" + b'"a@x.example",' * (MOST_ENTRIES + 1) + b"]", "more than"),
        (b"employers = [7]", "employer without"),
        (b"[[employers]]\nsince = 2024-01-01", "employer without"),
        (b'[[employers]]\norganisation = "X"\nsince = "soon"', "no date"),
        (b'[[employers]]\norganisation = "X"\nsince = 7', "no date"),
        (b'[[employers]]\norganisation = "X"\nsince = 2024-01-02\nuntil = 2024-01-01', "before"),
        (b'kind = "robot"', "kind"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_by_name(content: bytes, problem: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse_overrides({"people/eve.toml": content})
    assert caught.value.what.startswith("people/eve.toml ")
    assert problem in caught.value.what
    assert caught.value.hint


@given(st.one_of(st.binary(max_size=200), st.text(alphabet="[]=\"'{}\n#a1-", max_size=60).map(str.encode)))
def test_hostile_bytes_give_a_statement_or_a_clear_error(content: bytes) -> None:
    with contextlib.suppress(SourceError):
        (one,) = parse_overrides({"x.toml": content}).statements
        assert one.file == "x.toml"
