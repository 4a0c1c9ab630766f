"""Values are asked for by kind and within bounds, and every refusal names the file and the key."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest

from folkmoot.govern.files.table import (
    CHECKPOINT_KEY,
    DIGEST,
    HANDLE,
    MOST_BYTES,
    MOST_ENTRIES,
    MOST_SHOWN,
    MOST_TEXT,
    SSH_KEY,
    WORD,
    Table,
    read_table,
)
from folkmoot.model.errors import SourceError


def of(**values: Any) -> Table:
    """Give a table with these values."""
    return Table("rules.toml", values)


def refusal(of_what: Table, ask: str, *arguments: Any, **named: Any) -> str:
    """Ask a table for something it must refuse, and give what it says, without the hint."""
    with pytest.raises(SourceError) as caught:
        getattr(of_what, ask)(*arguments, **named)
    return str(caught.value).splitlines()[0]


def _name(name: str, _: Table) -> str:
    return name


def test_a_file_is_read_whole() -> None:
    found = read_table("rules.toml", b'title = "Caf\xc3\xa9"\n[inner]\nn = 3\n')
    assert found.text("title") == "Café"
    inner = found.table("inner")
    assert inner is not None
    assert (inner.place, inner.number("n")) == ("rules.toml [inner]", 3)


def test_a_mark_of_byte_order_is_no_content() -> None:
    """Some editors put one in front of every file they save."""
    assert read_table("rules.toml", b"\xef\xbb\xbfformat = 1\n").number("format") == 1


def test_a_file_may_be_as_large_as_the_bound_and_not_larger() -> None:
    assert read_table("rules.toml", b"#" * MOST_BYTES).values == {}
    with pytest.raises(SourceError, match=r"rules\.toml is larger than 200 kB"):
        read_table("rules.toml", b"#" * (MOST_BYTES + 1))


@pytest.mark.parametrize("content", [b"title = ", b"\xff\xfe", b"a = 1\na = 2\n", b"d = 2026-13-01\n"])
def test_what_is_no_toml_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"^rules\.toml is not TOML"):
        read_table("rules.toml", content)


def test_a_misspelt_key_is_not_silently_ignored() -> None:
    table = of(title="x", quroum=3)
    assert refusal(table, "only", {"title", "quorum"}) == (
        "rules.toml has a key 'quroum' that means nothing."
    )
    table.only({"title", "quroum"})


def test_a_long_key_is_cut_in_the_refusal() -> None:
    told = refusal(Table("rules.toml", {"k" * 500: 1}), "only", set())
    assert told.count("k") == MOST_SHOWN + 1  # and the k of "key"


def test_a_text_falls_back_to_its_default_only_where_it_is_missing() -> None:
    assert of(title="given").text("title", "default") == "given"
    assert of().text("title", "default") == "default"
    assert of(title="").text("title", "default") == ""


def test_a_text_without_a_default_is_needed() -> None:
    assert refusal(of(), "text", "title") == "rules.toml lacks `title`."


@pytest.mark.parametrize("value", [3, True, ["x"], {}, date(2026, 1, 1), "x" * (MOST_TEXT + 1)])
def test_what_is_no_short_text_is_refused(value: Any) -> None:
    assert "a `title` that is no text" in refusal(of(title=value), "text", "title")


def test_a_text_may_be_as_long_as_the_bound() -> None:
    assert len(of(title="x" * MOST_TEXT).text("title")) == MOST_TEXT


def test_a_word_has_the_form_that_is_asked_for() -> None:
    assert of(role="core-team").word("role") == "core-team"
    assert of(handle="Ada_L").word("handle", form=HANDLE) == "Ada_L"
    assert "`role` = 'Core Team', which is not of the form" in refusal(of(role="Core Team"), "word", "role")


def test_a_default_need_not_have_the_form() -> None:
    assert of().word("role", "") == ""
    assert of(role="").word("role", "") == ""
    assert "`role` = ''" in refusal(of(role=""), "word", "role")


@pytest.mark.parametrize(("value", "least", "most"), [(0, 0, 5), (5, 0, 5), (-3, -3, 5)])
def test_bounds_of_a_number_belong_to_it(value: int, least: int, most: int) -> None:
    assert of(n=value).number("n", least=least, most=most) == value


@pytest.mark.parametrize("value", [-1, 6, 2.0, "3", True, None])
def test_what_is_no_whole_number_within_bounds_is_refused(value: Any) -> None:
    told = refusal(of(n=value), "number", "n", least=0, most=5)
    assert told == "rules.toml has a `n` that is no whole number from 0 to 5."


def test_a_number_is_zero_or_more_and_not_endless_where_nothing_else_is_said() -> None:
    assert of(n=100_000).number("n") == 100_000
    assert "from 0 to 100000" in refusal(of(n=100_001), "number", "n")
    assert "from 0 to 100000" in refusal(of(n=-1), "number", "n")


def test_a_missing_number_is_its_default_or_refused() -> None:
    assert of().number("n", 4) == 4
    assert "a `n` that is no whole number" in refusal(of(), "number", "n")


def test_a_flag_is_true_or_false_and_false_where_it_is_missing() -> None:
    assert [of(f=True).flag("f"), of(f=False).flag("f"), of().flag("f")] == [True, False, False]
    assert "`f` that is neither true nor false" in refusal(of(f=1), "flag", "f")


def test_a_moment_is_told_in_universal_time() -> None:
    found = read_table("x", b"at = 2026-03-31T23:30:00-02:00\n").moment("at")
    assert found == datetime(2026, 4, 1, 1, 30, tzinfo=UTC)
    assert found.tzinfo is UTC
    assert of().moment("at") is None


@pytest.mark.parametrize("text", [b"at = 2026-03-31T12:00:00", b"at = 2026-03-31", b'at = "noon"'])
def test_a_moment_without_an_offset_is_refused(text: bytes) -> None:
    assert "`at` that is no time like" in refusal(read_table("x", text), "moment", "at")


def test_a_moment_beyond_the_calendar_is_refused() -> None:
    late = read_table("x", b"at = 9999-12-31T23:59:59-10:00\n")
    assert "`at` that is beyond all calendars" in refusal(late, "moment", "at")


def test_a_day_is_a_day_and_no_moment() -> None:
    assert read_table("x", b"on = 2026-03-31\n").day("on") == date(2026, 3, 31)
    assert of().day("on") is None
    for text in (b"on = 2026-03-31T12:00:00Z", b'on = "2026-03-31"', b"on = 12:00:00"):
        assert "`on` that is no day like" in refusal(read_table("x", text), "day", "on")


def test_words_keep_their_order_and_none_is_there_twice() -> None:
    assert of(roles=["b", "a"]).words("roles") == ("b", "a")
    assert of().words("roles") == ()
    assert "names something twice in `roles`" in refusal(of(roles=["a", "b", "a"]), "words", "roles")


@pytest.mark.parametrize("value", ["Upper", "", "a b", 3, None, ["a"]])
def test_each_word_has_the_form(value: Any) -> None:
    told = refusal(of(roles=["fine", value]), "words", "roles")
    assert f"{str(value)!r} in `roles`" in told


def test_a_list_is_a_list_and_bounded() -> None:
    assert len(of(tables=[{}] * MOST_ENTRIES).tables("tables")) == MOST_ENTRIES
    assert "no list of at most 2000" in refusal(of(tables=[{}] * (MOST_ENTRIES + 1)), "tables", "tables")
    assert "no list of at most 2000" in refusal(of(tables={}), "tables", "tables")


def test_a_table_is_a_table_and_bounded() -> None:
    full = {str(n): n for n in range(MOST_ENTRIES)}
    assert of(t=full).table("t") is not None
    assert "a [t] that is no table" in refusal(of(t=full | {"one more": 1}), "table", "t")
    assert "a [t] that is no table" in refusal(of(t=[{}]), "table", "t")
    assert of().table("t") is None


def test_tables_of_a_list_know_where_they_stand() -> None:
    first, second = of(roles=[{"n": 1}, {"n": 2}]).tables("roles")
    assert [first.number("n"), second.number("n")] == [1, 2]
    assert refusal(second, "text", "title") == "rules.toml [[roles]] lacks `title`."
    assert "a [[roles]] that is no table" in refusal(of(roles=[3]), "tables", "roles")


def test_named_tables_are_read_by_name() -> None:
    table = of(rules={"one": {"n": 1}, "two": {"n": 2}})
    assert table.named("rules", lambda name, inner: (name, inner.place, inner.number("n"))) == {
        "one": ("one", "rules.toml [rules.one]", 1),
        "two": ("two", "rules.toml [rules.two]", 2),
    }
    assert of().named("rules", _name) == {}


@pytest.mark.parametrize("name", ["Upper", "../up", "a.b", ""])
def test_a_name_that_is_no_word_is_refused(name: str) -> None:
    told = refusal(of(rules={name: {}}), "named", "rules", _name)
    assert f"the name {name!r} in [rules]; use a-z, 0-9 and -" in told


@pytest.mark.parametrize(
    ("form", "fits", "does_not"),
    [
        (HANDLE, ["a", "Ada-L", "ada_l", "x" * 64], ["", "-ada", "ada-", "_a", "a.b", "a/b", "x" * 65, "é"]),
        (WORD, ["a", "core-team", "9", "x" * 64], ["", "-a", "a-", "A", "a_b", "x" * 65]),
        (DIGEST, ["sha256:" + "0f" * 32], ["sha256:" + "0F" * 32, "0f" * 32, "sha256:" + "0f" * 31]),
        (
            CHECKPOINT_KEY,
            ["moot.example+0123abcd+" + "A" * 43 + "="],
            ["x.example+0123abc+" + "A" * 43, "x.example+0123abcd+" + "A" * 42, "+0123abcd+" + "A" * 43],
        ),
        (
            SSH_KEY,
            ["ssh-ed25519 " + "A" * 16, "ssh-rsa " + "A" * 68 + " ada@home", "sk-x@y.example " + "B" * 20],
            ["ssh-ed25519", "ssh-ed25519 " + "A" * 15, "SSH " + "A" * 16, "ssh-ed25519 " + "A" * 16 + "\nx"],
        ),
    ],
    ids=["handle", "word", "digest", "checkpoint key", "ssh key"],
)  # fmt: skip
def test_the_forms_of_names_and_keys(form: re.Pattern[str], fits: list[str], does_not: list[str]) -> None:
    assert [text for text in fits if not form.fullmatch(text)] == []
    assert [text for text in does_not if form.fullmatch(text)] == []
