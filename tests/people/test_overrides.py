"""Statements about people, and files that are refused by name."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.model.errors import SourceError
from folkmoot.people.overrides import (
    ALWAYS,
    MOST_BYTES,
    MOST_ENTRIES,
    MOST_FILES,
    MOST_TEXT,
    Employer,
    Statement,
    parse_overrides,
)

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
        (b"#" * (MOST_BYTES + 1), "is larger than 100 kB"),
        (b"name = 7", "`name`"),
        (b'name = "' + b"A" * 400 + b'"', "`name`"),
        (b'identities = "ada@x.example"', "`identities` that is no list"),
        (b"identities = [7]", "identity"),
        (b'identities = [""]', "identity"),
        (b'identities = ["Ada <ada@x.example"]', "closing >"),
        (b"identities = [" + b'"a@x.example",' * (MOST_ENTRIES + 1) + b"]", "more than"),
        (b"employers = [7]", "employer without"),
        (b"[[employers]]\nsince = 2024-01-01", "employer without"),
        (b'[[employers]]\norganisation = "X"\nsince = "soon"', "`since` = 'soon', which is no date"),
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


def statement(content: bytes) -> Statement:
    (one,) = parse_overrides({"ada.toml": content}).statements
    return one


def test_the_last_day_at_an_employer_is_worked_to_its_end() -> None:
    """From the 2nd to the 4th of January 1970 is from the second day until before the fifth."""
    said = b'[[employers]]\norganisation = "X"\nsince = 1970-01-02\nuntil = 1970-01-04'
    assert statement(said).employers == (Employer("X", DAY, 4 * DAY),)


@pytest.mark.parametrize("written", ["1970-01-03", '"1970-01-03"', "1970-01-03T23:59:00Z"])
def test_a_day_may_be_written_as_a_date_a_text_or_a_time(written: str) -> None:
    said = f'[[employers]]\norganisation = "X"\nsince = {written}'.encode()
    assert statement(said).employers == (Employer("X", 2 * DAY, ALWAYS),)


def test_who_was_somewhere_until_a_day_was_there_since_ever() -> None:
    said = b'[[employers]]\norganisation = "X"\nuntil = 1970-01-01'
    assert statement(said).employers == (Employer("X", 0, DAY),)


def test_nobody_is_an_employer_too() -> None:
    assert statement(b'[[employers]]\norganisation = ""').employers == (Employer("", 0, ALWAYS),)


def test_employers_stay_in_the_order_of_the_file() -> None:
    said = b'[[employers]]\norganisation = "Zeta"\n[[employers]]\norganisation = "Alpha"'
    assert [one.organisation for one in statement(said).employers] == ["Zeta", "Alpha"]


def test_the_bounds_themselves_are_kept() -> None:
    longest = "A" * MOST_TEXT
    assert statement(f'name = "{longest}"'.encode()).name == longest
    assert statement(f'identities = ["{longest}"]'.encode()).identities == (("", longest),)
    many = b"identities = [" + b'"a@x.example",' * MOST_ENTRIES + b"]"
    assert len(statement(many).identities) == MOST_ENTRIES
    assert statement(b"#" * MOST_BYTES).name == ""


def test_a_name_one_letter_too_long_is_refused() -> None:
    with pytest.raises(SourceError, match="`name` that is no short text"):
        statement(f'name = "{"A" * (MOST_TEXT + 1)}"'.encode())


def test_an_identity_one_letter_too_long_is_refused() -> None:
    with pytest.raises(SourceError, match="an identity that is no short text"):
        statement(f'identities = ["{"A" * (MOST_TEXT + 1)}"]'.encode())


def test_a_folder_of_too_many_files_is_refused_with_both_numbers() -> None:
    files = {f"{number}.toml": b"" for number in range(MOST_FILES)}
    assert len(parse_overrides(files).statements) == MOST_FILES
    with pytest.raises(SourceError, match=f"{MOST_FILES + 1} files .* at most {MOST_FILES}"):
        parse_overrides(files | {"more.toml": b""})


def test_a_file_may_begin_with_a_byte_order_mark() -> None:
    assert statement(b'\xef\xbb\xbfname = "Ada"').name == "Ada"


@pytest.mark.parametrize("kind", ["", "person", "bot", "ai"])
def test_each_kind_is_kept_as_it_was_written(kind: str) -> None:
    assert statement(f'kind = "{kind}"'.encode()).kind == kind


@pytest.mark.parametrize(
    ("written", "identity"),
    [
        ("  ada@x.example ", ("", "ada@x.example")),
        ("Ada <  ada@x.example  >", ("Ada", "ada@x.example")),
        ("<ada@x.example>", ("", "ada@x.example")),
        (" Ada <ada@x.example> ", ("Ada", "ada@x.example")),
        ("A <B> C <ada@x.example>", ("A <B> C", "ada@x.example")),
    ],
)
def test_an_identity_is_an_address_or_a_name_before_one(written: str, identity: tuple[str, str]) -> None:
    assert statement(f'identities = ["{written}"]'.encode()).identities == (identity,)


def test_a_refused_file_with_a_very_long_name_is_named_briefly() -> None:
    with pytest.raises(SourceError) as caught:
        parse_overrides({"a" * 5000: b"name = 7"})
    assert caught.value.what.startswith("a" * MOST_TEXT + " has a `name`")
