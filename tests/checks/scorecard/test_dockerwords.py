"""Words of a line of a Dockerfile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.checks.scorecard._dockerwords import (
    Heredoc,
    UnfinishedError,
    heredocs,
    split_words,
    without_flags,
)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("RUN <<EOF", [Heredoc("EOF", False)]),
        ("RUN <<-'EOF' bash", [Heredoc("EOF", True)]),
        ("RUN cat <<A 3<<B > x", [Heredoc("A", False), Heredoc("B", False)]),
        ("RUN cat << 'A B'", [Heredoc("A B", False)]),
        ("RUN cat <<\\EOF", [Heredoc("EOF", False)]),
        ('RUN cat <<"EOF" ${x:-y} $z', [Heredoc("EOF", False)]),
        ("RUN cat <<< word", []),
        ("RUN echo 1<2", []),
        ("RUN echo '<<EOF'", []),
        ('RUN echo "<<EOF ${x#y} $\'"', []),
        ("RUN echo 'never closed <<EOF", []),
        ('RUN echo "never closed <<EOF', []),
        ("RUN echo ${x <<EOF", []),
        ("RUN echo ${} <<EOF", []),
        ("RUN echo ${x!y} <<EOF", []),
        ("RUN echo ${x:#y} <<EOF", []),
        ("RUN echo ${x/a/b} ${y//a/${z}} $1 $? <<EOF", [Heredoc("EOF", False)]),
        ("RUN cat <<$", [Heredoc("$", False)]),
        ("RUN a\\", []),
    ],
)
def test_here_documents_are_announced_by_two_signs(line: str, found: list[Heredoc]) -> None:
    assert heredocs(line) == found


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ("a=b c", ["a=b", "c"]),
        ("a='b c'  d", ["a='b c'", "d"]),
        ('a="b \\" c" d', ['a="b \\" c"', "d"]),
        ("a=b\\ c d\\", ["a=b\\ c", "d"]),
        ("", []),
        ("'' x", ["''", "x"]),
        ("'a\\' b", ["'a\\'", "b"]),
    ],
)
def test_values_are_split_at_spaces_outside_of_quotes(rest: str, words: list[str]) -> None:
    assert split_words(rest, "\\") == words


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("apt-get x", "apt-get x"),
        ("--mount=type=cache,target=/x  --network=none apt", "apt"),
        ("--mount='a b' c", "c"),
        ("-- --x y", " --x y"),
        ("--only", ""),
        ("-x y", "-x y"),
        ("--a\\ b c", "c"),
        ("", ""),
    ],
)
def test_flags_are_left_out(line: str, rest: str) -> None:
    assert without_flags(line, "\\") == rest


@given(st.text(alphabet="a <'\"$\\{}:-#/%\n", max_size=40))
def test_any_line_is_split(line: str) -> None:
    try:
        assert all(heredoc.name is not None for heredoc in heredocs(line))
    except UnfinishedError:
        return


@given(st.text(max_size=60), st.sampled_from("\\`"))
def test_splitting_loses_nothing_but_space(rest: str, escape: str) -> None:
    kept = "".join(split_words(rest, escape))
    assert [sign for sign in kept if sign.isalpha()] == [sign for sign in rest if sign.isalpha()]
