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
