"""Two copies of one licence give the same words, whatever was done to them on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.licences.words import LONGEST, is_notice_only, without, words_of
from licences.licence_texts import MIT, NOTICE


def dressed(prefix: str, suffix: str = "") -> str:
    return "\n".join(f"{prefix}{line}{suffix}" for line in MIT.splitlines())


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(MIT.replace("\n", "\r\n"), id="line ends of Windows"),
        pytest.param(MIT.replace("\n", "\r"), id="line ends of old Macs"),
        pytest.param(dressed("# "), id="comment of Python"),
        pytest.param(dressed(" * "), id="comment of C"),
        pytest.param(dressed("> "), id="quotation"),
        pytest.param(dressed("   ", "   "), id="indented"),
        pytest.param(MIT.replace('"', "“"), id="curly quotation marks"),
        pytest.param("﻿" + MIT, id="byte order mark"),
        pytest.param(MIT.upper(), id="capitals"),
        pytest.param(MIT.replace("NONINFRINGEMENT", "NON-INFRINGEMENT"), id="hyphen"),
        pytest.param(MIT.replace("documentation files", "docu-\nmentation files"), id="broken word"),
        pytest.param(MIT.replace("The above", "* The above"), id="bullet"),
        pytest.param(MIT.replace("The above", "(a) The above"), id="letter"),
        pytest.param(MIT.replace("The above", "1. The above"), id="number"),
        pytest.param(f"<html><style>p {{color: red}}</style><p>{MIT}</p></html>", id="HTML"),
        pytest.param(MIT.replace("MIT License", "[MIT License](https://example.org/mit)"), id="link"),
        pytest.param(
            MIT.replace(NOTICE, f"{NOTICE}\n2019-2026 Bob\nand others\nAll rights reserved."), id="notices"
        ),
        pytest.param(MIT.replace(NOTICE, "© The authors"), id="sign"),
        pytest.param(MIT.replace(NOTICE, ""), id="no notice"),
    ],
)
def test_copies_have_the_same_words(copy: str) -> None:
    assert words_of(copy) == words_of(MIT)


def test_spellings_are_one() -> None:
    assert words_of("The licence favours an organisation") == words_of("The license favours an organization")


def test_two_words_that_are_one_elsewhere() -> None:
    assert words_of("to sub license for per cent") == words_of("to sub-licence for percent")


def test_and_is_and() -> None:
    assert (
        words_of("Terms & Conditions")
        == words_of("Terms and conditions")
        == words_of("terms &amp; conditions")
    )


def test_a_line_that_only_begins_with_copyright_stays() -> None:
    assert words_of("NO EVENT SHALL THE\nCOPYRIGHT HOLDERS BE LIABLE")[3:] == [
        "the",
        "copyright",
        "holders",
        "be",
        "liable",
    ]


def test_a_whole_licence_on_one_line_keeps_its_words() -> None:
    line = " ".join(f"{NOTICE}. All rights reserved. {MIT[MIT.index('Permission') :]}".split())
    assert words_of(line) == words_of(MIT)[2:]


@pytest.mark.parametrize("text", [NOTICE, f"{NOTICE}\nAll rights reserved.", "(c) Bob\n© 2020 Cleo"])
def test_a_notice_alone_is_told(text: str) -> None:
    assert is_notice_only(text)


@pytest.mark.parametrize("text", ["", "   \n", MIT, "Anything goes"])
def test_what_permits_something_or_nothing_at_all_is_no_notice(text: str) -> None:
    assert not is_notice_only(text)


def test_hidden_parts_go_and_a_start_without_an_end_stays() -> None:
    assert without("a<!--b-->c<!--d", "<!--", "-->") == "a c<!--d"


def test_no_more_than_the_bound_is_looked_at() -> None:
    assert len(words_of("word " * LONGEST)) == LONGEST // 5


@pytest.mark.parametrize(
    "piece", ["<!--", "<style", "[", "[a](", "copyright\n", "a-\n", "&", "<a ", "(c)", "\0", ".  "]
)
def test_texts_made_to_be_slow_are_read(piece: str) -> None:
    """Each of these takes minutes with a pattern that tries every start again."""
    assert words_of(piece * (LONGEST // len(piece))) is not None


@given(st.text(max_size=400))
def test_any_text_gives_plain_words(text: str) -> None:
    assert all(word and word == word.strip() and len(word) > 1 for word in words_of(text))
