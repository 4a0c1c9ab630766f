"""What can come out of an expression."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.checks.hardening._expressions import LONGEST, flowing, spans


@pytest.mark.parametrize(
    ("expression", "names"),
    [
        ("github.event.issue.title", {"github.event.issue.title"}),
        (" GitHub.Event.Issue.Title ", {"github.event.issue.title"}),
        ("github['event'].issue['title']", {"github.event.issue.title"}),
        ("github.event.commits[0].message", {"github.event.commits.*.message"}),
        ("github.event.commits.*.message", {"github.event.commits.*.message"}),
        ("github.event.commits[matrix.x].message", {"github.event.commits.*.message"}),
        ("a || b", {"a", "b"}),
        ("a && b", {"b"}),
        ("a || b && c", {"a", "c"}),
        ("(a || b) && c || 'x'", {"c"}),
        ("format('{0} {1}', a, b.c)", {"a", "b.c"}),
        ("join(a.*.b, ', ')", {"a.*.b"}),
        ("fromJSON(a).b[0]", {"a"}),
        ("toJSON(github.event)", {"github.event"}),
        ("case(a == 'x', b, c)", {"b", "c"}),
    ],
)
def test_contexts_that_come_out(expression: str, names: set[str]) -> None:
    assert flowing(expression) == names


@pytest.mark.parametrize(
    "expression",
    [
        "'github.event.issue.title'", "'it''s a'", "42", "-1.5e3", "true == a", "a == 'x'", "a.b != c", "!a",
        "a < 3 && b >= 2", "contains(a, 'x')", "startsWith(a, 'x') || endsWith(b, 'y')", "hashFiles('a')",
        "always()", "!contains(a, b)",
    ],
)  # fmt: skip
def test_of_a_question_only_yes_or_no_comes_out(expression: str) -> None:
    assert flowing(expression) - {"true"} == set()


def test_what_a_condition_picks_from_is_not_what_comes_out() -> None:
    assert flowing("contains(a, 'x') && b || c") == {"b", "c"}


def test_in_a_program_json_is_a_literal() -> None:
    assert flowing("toJSON(a)", json_is_safe=True) == set()
    assert flowing("format('{0}', a)", json_is_safe=True) == {"a"}


@pytest.mark.parametrize(
    "expression", ["", "a b", "a ||", "(a", "a)", "f(a b)", "a.", "a[", "a[0", "'open", "a @ b", "f(,a)", ","]
)
def test_what_is_no_expression_gives_nothing(expression: str) -> None:
    assert flowing(expression) == set()


@pytest.mark.parametrize("sign", ["(", "!", "f(", "a["])
def test_depth_and_length_are_bounded(sign: str) -> None:
    assert flowing(sign * 6_000) == set()
    assert flowing("a || " * 100_000 + "a") == set()


def test_a_text_has_several_expressions() -> None:
    assert spans("x ${{ a }} y ${{b}} z ${{ open") == [" a ", "b"]
    assert spans("no } one {{ here }}") == []


@given(st.text(alphabet="ab.()[]'|&!=,* 0", max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert all(name and name == name.lower() for name in flowing(text))


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("a[*].b", {"a.*.b"}), ("a['b-c']", {"a.b-c"}), ("a['it''s']", {"a.it's"}), ("a[b || c]", {"a.*"}),
        ("(a || b).c", {"a", "b"}), ("fromJSON(a)[0].x", {"a"}), ("a && b", {"b"}), ("a == b || c", {"c"}),
        ("!a || b", {"b"}), ("A.B", {"a.b"}), ("startsWith(a, 'x') && b", {"b"}),
    ],
)  # fmt: skip
def test_what_comes_out_of_parts_and_choices(expression: str, expected: set[str]) -> None:
    assert flowing(expression) == expected


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("${{ format('}}{0}', a) }}", [" format('}}{0}', a) "]),
        ("${{ format('it''s }} {0}', a) }} ${{ b }}", [" format('it''s }} {0}', a) ", " b "]),
        ("${{ format('{0}}', a) }}", [" format('{0}}', a) "]),
        ("${{ a } }} ${{b}}", [" a } ", "b"]),
        ("${{}}", [""]),
        ("${{ 'open }} ${{ a }}", []),
    ],
)
def test_braces_in_quotes_end_no_expression(text: str, inner: list[str]) -> None:
    """As GitHub reads it: or what strangers write could be hidden behind them."""
    assert spans(text) == inner


def test_many_expressions_that_do_not_end_are_soon_read() -> None:
    assert spans("${{'" * 200_000) == []
    assert spans("${{ a" * 200_000) == []


def test_what_is_read_out_of_json_again_is_no_literal() -> None:
    assert flowing("fromJSON(toJSON(a)).b", json_is_safe=True) == {"a"}
    assert flowing("fromJSON(toJSON(a)).b || toJSON(c)", json_is_safe=True) == {"a"}
    assert flowing("format('{0}{1}', toJSON(a), b)", json_is_safe=True) == {"b"}


@pytest.mark.parametrize("depth", [(40, True), (60, False)])
@pytest.mark.parametrize(("before", "after"), [("(", ")"), ("f(", ")"), ("a[", "]")])
def test_what_is_nested_within_reason_is_read(before: str, after: str, depth: tuple[int, bool]) -> None:
    levels, is_read = depth
    assert bool(flowing(before * levels + "x" + after * levels)) is is_read


def test_an_expression_may_be_as_long_as_the_bound() -> None:
    assert flowing("a" + " " * (LONGEST - 1)) == {"a"}
    assert flowing("a" + " " * LONGEST) == set()


@pytest.mark.parametrize("sign", ["==", "!=", "<", "<=", ">", ">="])
def test_every_comparison_gives_yes_or_no(sign: str) -> None:
    assert flowing(f"a {sign} b") == set()


@pytest.mark.parametrize(
    "call",
    ["contains(a, b)", "startsWith(a, b)", "ENDSWITH(a, b)", "always()", "success()", "failure()",
     "cancelled()", "hashFiles(a)"],
)  # fmt: skip
def test_functions_that_give_yes_no_or_a_hash(call: str) -> None:
    assert flowing(call) == set()


@pytest.mark.parametrize("call", ["format(a)", "join(a)", "toJSON(a)", "fromJSON(a)", "other(a)"])
def test_functions_that_hand_on_what_they_get(call: str) -> None:
    assert flowing(call) == {"a"}


@pytest.mark.parametrize("name", ["_a.b", "a_b.c-d", "A1"])
def test_names(name: str) -> None:
    assert flowing(name) == {name.lower()}
