"""SPDX licence expressions: what they say, and that nothing makes reading them fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.licences.expression import Expression, listed, read
from folkmoot.licences.listed import spdx_list

IDENTIFIERS = sorted(name for name, entry in spdx_list().items() if not entry.exception)


def known(text: str) -> Expression:
    expression = read(text)
    assert expression is not None
    return expression


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("mit", "MIT"),
        ("MIT or apache-2.0", "MIT OR Apache-2.0"),
        ("(MIT)", "MIT"),
        ("  MIT\n AND  ISC ", "MIT AND ISC"),
        ("MIT OR Apache-2.0 AND Zlib", "MIT OR (Apache-2.0 AND Zlib)"),
        ("gpl-2.0-only with classpath-exception-2.0", "GPL-2.0-only WITH Classpath-exception-2.0"),
        ("apache-2.0+", "Apache-2.0+"),
        ("DocumentRef-x:LicenseRef-y", "DocumentRef-x:LicenseRef-y"),
        ("MIT WITH AdditionRef-z", "MIT WITH AdditionRef-z"),
    ],
)
def test_expressions_have_one_spelling(written: str, spelled: str) -> None:
    expression = known(written)
    assert (expression.text, expression.unknown) == (spelled, ())


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("GPLv2", ("GPLv2",)),
        ("MIT OR Nonsense-1.0", ("Nonsense-1.0",)),
        ("MIT WITH MIT", ("MIT",)),
        ("LLVM-exception", ("LLVM-exception",)),
        ("MIT WITH LicenseRef-x", ("LicenseRef-x",)),
        ("AdditionRef-z", ("AdditionRef-z",)),
        ("GPL-2.0-only+", ("GPL-2.0-only+",)),
    ],
)
def test_identifiers_that_spdx_does_not_list_there_are_told(text: str, unknown: tuple[str, ...]) -> None:
    assert known(text).unknown == unknown


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "()",
        "((MIT",
        "MIT)",
        "MIT OR",
        "OR",
        "WITH",
        "MIT MIT",
        "MIT, ISC",
        "MIT/Apache-2.0",
        "Apache License 2.0",
        "NONE",
        "NOASSERTION",
        "MIT AND NONE",
        "MIT\0",
        "MIT WITH LLVM-exception WITH mif-exception",
        "(" * 300 + "MIT" + ")" * 300,
        " OR ".join(["MIT"] * 200),
        "MIT OR " * 500 + "MIT",
        "M" * 2000,
    ],
)
def test_what_is_no_expression_is_none(text: str) -> None:
    assert read(text) is None


def test_the_simplest_form_is_the_same_for_the_same_meaning() -> None:
    assert known("MIT AND (MIT OR Apache-2.0)").simple == "MIT"
    assert known("MIT OR Apache-2.0").simple == known("Apache-2.0 OR MIT").simple


def test_choices_take_an_expression_apart() -> None:
    assert known("MIT OR (Apache-2.0 WITH LLVM-exception AND Zlib)").choices() == (
        ("MIT",),
        ("Apache-2.0 WITH LLVM-exception", "Zlib"),
    )


def test_too_many_choices_are_none() -> None:
    assert known(" AND ".join(f"(MIT OR LicenseRef-{number})" for number in range(20))).choices() == ()


@pytest.mark.parametrize(
    ("text", "osi"),
    [
        ("MIT", True),
        ("JSON", False),
        ("MIT OR JSON", True),
        ("MIT AND JSON", False),
        ("MIT AND LicenseRef-x", None),
        ("JSON AND LicenseRef-x", False),
        ("JSON OR LicenseRef-x", None),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", True),
        ("LLVM-exception", None),
    ],
)
def test_approval_follows_the_choice(text: str, osi: bool | None) -> None:
    assert known(text).approved("osi") is osi


def test_later_versions_are_judged_as_the_first() -> None:
    entry = listed("Apache-2.0+")
    assert entry is not None
    assert entry.id == "Apache-2.0"


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    expression = read(text)
    assert expression is None or expression.text


WORDS = st.sampled_from(
    ["MIT", "(", ")", "AND", "or", "WITH", "LLVM-exception", "LicenseRef-a", "GPL-2.0+", "x", "+", "/"]
)


@given(st.lists(WORDS, max_size=24))
def test_any_order_of_words_is_read_or_refused(words: list[str]) -> None:
    expression = read(" ".join(words))
    if expression is not None:
        assert expression.simple
        assert expression.approved("osi") in (True, False, None)


EXPRESSIONS = st.recursive(
    st.sampled_from(IDENTIFIERS),
    lambda inner: st.tuples(inner, st.sampled_from(["AND", "OR"]), inner).map(
        lambda each: f"({' '.join(each)})"
    ),
    max_leaves=10,
)


@given(EXPRESSIONS)
def test_the_spelling_of_an_expression_is_read_as_itself(text: str) -> None:
    expression = known(text)
    assert expression.known
    assert known(expression.text).simple == expression.simple


def some(count: int, between: str = " OR ") -> str:
    """Give an expression of so many licences that SPDX does not list: own10, own11 and so on."""
    return between.join(f"own{number}" for number in range(10, 10 + count))


@pytest.mark.parametrize(("count", "is_read"), [(60, True), (61, False)])
def test_sixty_names_are_read_and_no_more(count: int, is_read: bool) -> None:
    assert (read(some(count)) is not None) is is_read


@pytest.mark.parametrize(("length", "is_read"), [(1_000, True), (1_001, False)])
def test_a_thousand_characters_are_read_and_no_more(length: int, is_read: bool) -> None:
    assert (read("MIT".ljust(length)) is not None) is is_read


@pytest.mark.parametrize(("depth", "is_read"), [(50, True), (51, False)])
def test_fifty_brackets_may_stand_within_one_another(depth: int, is_read: bool) -> None:
    assert (read("(" * depth + "MIT" + ")" * depth) is not None) is is_read


@pytest.mark.parametrize(
    "text",
    ["(MIT", "MIT (", "MIT (ISC)", "(MIT OR) ISC", "()", "MIT ()", ") MIT (", "MIT WITH (LLVM-exception)",
     "(MIT) WITH LLVM-exception", "MIT AND OR ISC", "AND MIT", "MIT ISC OR Zlib"],
)  # fmt: skip
def test_brackets_and_operators_out_of_their_turn_make_none(text: str) -> None:
    assert read(text) is None


def test_up_to_twelve_names_are_brought_into_order_and_more_are_left() -> None:
    """Sorting thirteen may take longer than anybody waits."""
    twelve, thirteen = some(12).split(" OR ")[::-1], some(13).split(" OR ")[::-1]
    assert known(" OR ".join(twelve)).simple == some(12)
    assert known(" OR ".join(thirteen)).simple == " OR ".join(thirteen)


def test_sixty_four_choices_are_looked_at_and_no_more() -> None:
    """Six pairs give 2 x 2 x 2 x 2 x 2 x 2 = 64 choices; a seventh pair doubles them."""
    pairs = [f"(MIT OR x{number})" for number in range(7)]
    six, seven = known(" AND ".join(pairs[:6])), known(" AND ".join(pairs))
    assert len(six.choices()) == 64
    assert seven.choices() == ()


def test_choices_of_several_parts_are_all_looked_at_together() -> None:
    """64 choices or one more are too many, however they come together."""
    pairs = " AND ".join(f"(MIT OR x{number})" for number in range(6))
    assert known(f"({pairs}) OR Zlib").choices() == ()


def test_of_too_many_choices_nothing_is_claimed() -> None:
    pairs = known(" AND ".join(f"(MIT OR x{number})" for number in range(7)))
    assert (pairs.approved("osi"), pairs.approved("fsf")) == (None, None)


def test_a_licence_named_twice_in_one_choice_is_one() -> None:
    assert known("MIT AND MIT AND Zlib").choices() == (("MIT", "Zlib"),)
    assert known("MIT OR Zlib OR MIT").names == ("MIT", "Zlib")


@pytest.mark.parametrize(
    ("text", "by_osi", "by_fsf"),
    [("0BSD", True, False), ("CC0-1.0", False, True), ("0BSD AND CC0-1.0", False, False),
     ("0BSD OR CC0-1.0", True, True)],
)  # fmt: skip
def test_who_approves_is_asked_apart(text: str, by_osi: bool, by_fsf: bool) -> None:
    assert (known(text).approved("osi"), known(text).approved("fsf")) == (by_osi, by_fsf)


def test_exceptions_are_told_apart_from_licences() -> None:
    expression = known("GPL-2.0-only WITH Classpath-exception-2.0 OR MIT WITH Nonsense")
    assert expression.names == ("GPL-2.0-only", "MIT")
    assert expression.exceptions == ("Classpath-exception-2.0", "Nonsense")
    assert expression.unknown == ("Nonsense",)
    assert not expression.known


@pytest.mark.parametrize(
    ("name", "identifier"),
    [
        ("MIT", "MIT"),
        ("GPL-2.0+", "GPL-2.0+"),
        ("MIT+", "MIT"),
        ("GPL-2.0-or-later+", None),
        ("Nonsense+", None),
    ],
)
def test_a_plus_is_or_later_of_what_may_have_one(name: str, identifier: str | None) -> None:
    """GPL-2.0+ is itself on the list; "or later" twice is a mistake."""
    entry = listed(name)
    assert (entry.id if entry else None) == identifier


@pytest.mark.parametrize(("written", "spelled"), [("zlib+", "Zlib+"), ("X-y+", "X-y+"), ("x", "x")])
def test_only_what_spdx_knows_is_spelled_anew(written: str, spelled: str) -> None:
    assert known(written).text == spelled


@pytest.mark.parametrize("word", ["none", "NOASSERTION", "None"])
def test_a_word_for_no_licence_makes_none_wherever_it_stands(word: str) -> None:
    assert read(word) is None
    assert read(f"MIT OR ({word})") is None
