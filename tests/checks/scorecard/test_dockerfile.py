"""Dockerfiles as BuildKit reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.checks.scorecard._dockerfile import BrokenDockerfileError, Instruction, parse_dockerfile


def parsed(text: str) -> list[Instruction]:
    return parse_dockerfile(text.encode())


def test_instructions_have_names_values_and_lines() -> None:
    assert parsed("# a comment\nFROM --platform=linux/amd64 a:1 AS b\n\nARG x=1 y\nrun make\n") == [
        Instruction("FROM", ("a:1", "AS", "b"), 2, 2),
        Instruction("ARG", ("x=1", "y"), 4, 4),
        Instruction("run", ("make",), 5, 5),
    ]


def test_a_line_goes_on_after_its_sign() -> None:
    text = "FROM a\nRUN one \\\n  # a comment inside\n\n  two \\   \n  three\n"
    assert parsed(text)[1] == Instruction("RUN", ("one   two   three",), 2, 6)


def test_the_sign_may_be_another() -> None:
    (found, _last) = parsed("# escape=`\nFROM a `\n  AS b\nRUN c:\\\n")
    assert found.values == ("a", "AS", "b")


def test_lines_may_end_as_on_windows() -> None:
    assert parsed("FROM a\r\nRUN b \\\r\n  c\r\n")[1].values == ("b   c",)


def test_a_mark_of_the_byte_order_is_skipped() -> None:
    assert parse_dockerfile(b"\xef\xbb\xbfFROM a")[0].name == "FROM"


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ('RUN ["a", "b c"]', ("a", "b c")),
        ("RUN [ -f x ] && y", ("[ -f x ] && y",)),
        ("RUN", ()),
        ("RUN []", ()),
        ("RUN --mount=type=cache,target=/x apt", ("apt",)),
        ("CMD echo", ("echo",)),
        ("UNKNOWN thing", ()),
    ],
)
def test_values_of_a_line(line: str, values: tuple[str, ...]) -> None:
    assert parsed(line)[0].values == values


def test_here_documents_belong_to_their_line() -> None:
    text = "FROM a\nRUN <<A cat - <<-B\none\ntwo\nA\n\tthree\n\tB\nRUN next\n"
    assert parsed(text)[1:] == [
        Instruction("RUN", ("<<A cat - <<-B",), 2, 7, ("one\ntwo\n", "\tthree\n")),
        Instruction("RUN", ("next",), 8, 8),
    ]


@pytest.mark.parametrize("line", ["COPY <<A /x", "ADD <<A /x", "ONBUILD RUN <<A", "ONBUILD ONBUILD RUN <<A"])
def test_other_instructions_have_here_documents_too(line: str) -> None:
    assert parsed(f"{line}\nFROM x\nA\n")[0].documents == ("FROM x\n",)


@pytest.mark.parametrize("line", ["CMD cat <<A", 'RUN ["cat", "<<A"]'])
def test_others_have_none(line: str) -> None:
    assert [each.documents for each in parsed(f"{line}\nFROM x\n")] == [(), ()]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 0), ("# nothing\n", 0), ("\n\n", 0),
        ("FROM a\nENV a\n", 2), ("FROM a\nLABEL a=b c\n", 2),
        ("FROM a\nRUN <<EOF\nx\n", 2), ("FROM a\nCOPY [1]\n", 2),
        ("FROM a\nHEALTHCHECK CMD [1]\n", 2),
        ("# escape=x\nFROM a", 1), ("# syntax=a\n# syntax=b\nFROM a", 2),
        ("FROM a\nRUN " + "x" * 70_000 + "\n", 2),
    ],
)  # fmt: skip
def test_what_buildkit_refuses(text: str, line: int) -> None:
    with pytest.raises(BrokenDockerfileError) as caught:
        parsed(text)
    assert caught.value.line == line


@pytest.mark.parametrize("line", ["ENV a b c", "ENV a=b c=d", "LABEL", "HEALTHCHECK NONE", "RUN [1,"])
def test_what_buildkit_takes(line: str) -> None:
    assert parsed(line)[0].name == line.split(maxsplit=1)[0]


def test_onbuild_may_be_nested_deeply() -> None:
    assert parsed("ONBUILD " * 5000 + "RUN x")[0].name == "ONBUILD"


def test_json_may_be_nested_deeply() -> None:
    assert len(parsed("RUN " + "[" * 50_000)[0].values) == 1


def test_a_directive_that_is_mostly_space() -> None:
    assert parsed("# syntax=x" + " " * 60_000 + "y\nFROM a")[0].values == ("a",)


@given(st.binary(max_size=200))
def test_any_bytes_give_instructions_or_one_kind_of_error(content: bytes) -> None:
    try:
        assert parse_dockerfile(content)
    except BrokenDockerfileError:
        return


@given(st.text(alphabet="FROM RUN<\\\n`#'\"[]${}=E-", max_size=80))
def test_so_does_text_that_looks_like_one(text: str) -> None:
    try:
        found = parsed(text)
    except BrokenDockerfileError:
        return
    assert all(each.start <= each.end for each in found)
