"""What shfmt says about texts, many in one run, and what it is not trusted with."""

from pathlib import Path

import pytest

from folkmoot.checks.scorecard import _shfmt
from folkmoot.checks.scorecard._shfmt import TOO_MUCH, Problem, Shell, program, walk

needs_shfmt = pytest.mark.skipif(program() is None, reason="shfmt is not installed (extra “shell”)")


@pytest.fixture
def shell() -> Shell:
    path = program()
    assert path is not None
    return Shell(path)


def impostor(tmp_path: Path, script: str) -> Shell:
    """Give a shell whose program is not shfmt."""
    path = tmp_path / "shfmt"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o700)
    return Shell(str(path))


@needs_shfmt
def test_what_parses_has_no_problem(shell: Shell) -> None:
    shell.check([b"echo a\n", b"if x; then y; fi", b""])
    assert set(shell.problems.values()) == {None}


@needs_shfmt
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (b"foo(\n", '"foo(" must be followed by )'),
        (b"x\n}\n", '"}" can only be used to close a block'),
        (b"a\xff\n", "invalid UTF-8 encoding"),
    ],
)
def test_problems_are_told_in_the_engine_s_words(shell: Shell, text: bytes, told: str) -> None:
    shell.check([b"fine", text, b"fine too"])
    assert shell.problems == {b"fine": None, text: Problem(told), b"fine too": None}


@needs_shfmt
def test_what_only_zsh_understands_does_not_parse(shell: Shell) -> None:
    shell.check([b"print ${(f)x}\n"])
    (problem,) = shell.problems.values()
    assert problem is not None
    assert not problem.stops


@needs_shfmt
@pytest.mark.parametrize("text", [b"x=${ echo a;}\n", b"x=${| REPLY=a;}\n", b"y\nx=${ echo a;}\nfoo(\n"])
def test_at_what_only_mksh_understood_the_engine_stops(shell: Shell, text: bytes) -> None:
    shell.check([text])
    shell.refuse_newer()
    problem = shell.problems[text]
    assert problem is not None
    assert problem.stops


@needs_shfmt
def test_the_same_in_quotes_is_fine(shell: Shell) -> None:
    shell.check([b"echo '${ x;}'\n"])
    shell.refuse_newer()
    assert shell.problems == {b"echo '${ x;}'\n": None}


def commands(shell: Shell, text: bytes) -> list[tuple[int, str]]:
    tree = shell.tree(text)
    assert tree is not None
    return [
        (node["Pos"]["Line"] - tree.before, node["Args"][0]["Parts"][0]["Value"])
        for node in walk(tree.statements)
        if node.get("Type") == "CallExpr"
    ]


@needs_shfmt
def test_trees_of_many_texts_keep_their_own_lines(shell: Shell) -> None:
    texts = [b"a\nb && c", b"# nothing", b"cat <<E\nx\nE", b"", b"d \\", b"\n\ne"]
    shell.plant(texts)
    assert [commands(shell, text) for text in texts] == [
        [(1, "a"), (2, "b"), (2, "c")], [], [(1, "cat")], [], [(1, "d")], [(3, "e")],
    ]  # fmt: skip


@needs_shfmt
def test_what_does_not_parse_has_no_tree(shell: Shell) -> None:
    shell.plant([b"foo(", b"bar"])
    assert shell.tree(b"foo(") is None
    assert shell.tree(b"bar") is not None


@needs_shfmt
def test_a_walk_goes_in_before_it_goes_on(shell: Shell) -> None:
    text = b'a "$(b | c)" <(d) && { e; } > "$(f)"; g() { h; }; for x in $(i); do j; done'
    shell.plant([text])
    assert "".join(name for _line, name in commands(shell, text)) == "abcdefhij"


@needs_shfmt
def test_operators_are_known_whatever_this_version_calls_them(shell: Shell) -> None:
    text = b"a | b && c >d 2>>e <f; g <(h) >(i)"
    shell.plant([text])
    tree = shell.tree(text)
    assert tree is not None
    assert [sign for node in walk(tree.statements) if (sign := shell.sign(node))] == ["|", ">", "<("]


def test_a_version_that_calls_operators_by_numbers_is_understood(tmp_path: Path) -> None:
    word = '{"Parts": [{"Type": "ProcSubst", "Op": 66, "Pos": {"Offset": 2}}]}'
    left = f'{{"Cmd": {{"Type": "CallExpr", "Args": [{word}]}}}}'
    right = '{"Cmd": {"Type": "CallExpr"}, "Redirs": [{"Op": 54, "Word": {}}]}'
    tree = f'{{"Stmts": [{{"Cmd": {{"Type": "BinaryCmd", "Op": 12, "X": {left}, "Y": {right}}}}}]}}'
    shell = impostor(tmp_path, f"echo '{tree}'")
    assert shell.signs == {12: "|", 66: "<(", 54: ">"}


@pytest.mark.parametrize("script", ["exit 1", "echo '{}'", "echo '{\"Stmts\": []}'"])
def test_a_version_that_makes_no_trees_has_no_signs(tmp_path: Path, script: str) -> None:
    assert impostor(tmp_path, script).signs == {}


@needs_shfmt
def test_a_long_chain_is_too_deep_and_no_error(shell: Shell) -> None:
    text = b" && ".join([b"a"] * 5000)
    shell.plant([text, b"b"])
    assert shell.problems[text] is TOO_MUCH
    assert commands(shell, b"b") == [(1, "b")]


@needs_shfmt
def test_deep_brackets_end(shell: Shell) -> None:
    shell.check([b"$(" * 20_000, b"fine"])
    assert shell.problems[b"fine"] is None
    assert shell.problems[b"$(" * 20_000] is not None


@needs_shfmt
def test_many_texts_are_read_in_turns(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_shfmt, "MOST_TEXTS", 2)
    texts = [f"a{number}".encode() for number in range(5)]
    shell.plant(texts)
    assert [commands(shell, text) for text in texts] == [[(1, text.decode())] for text in texts]


@needs_shfmt
def test_more_lines_than_shfmt_can_count_are_no_error(shell: Shell) -> None:
    text = b"\n" * 290_000 + b"a"
    shell.plant([text, b"b"])
    assert [name for _line, name in commands(shell, text)] == ["a"]
    assert commands(shell, b"b") == [(1, "b")]


def test_a_long_text_is_not_given_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_shfmt, "LONGEST", 3)
    shell = impostor(tmp_path, "exit 5")
    shell.check([b"long"])
    assert shell.problems == {b"long": TOO_MUCH}


def test_no_tree_is_made_of_a_long_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_shfmt, "LONGEST_TREE", 3)
    shell = impostor(tmp_path, f"[ $1 = -l ] || echo > {tmp_path}/was-run")
    shell.plant([b"long"])
    assert shell.problems == {b"long": TOO_MUCH}
    assert not (tmp_path / "was-run").exists()


def test_a_program_that_is_gone_gives_no_answer(tmp_path: Path) -> None:
    shell = Shell(str(tmp_path / "nothing"))
    shell.check([b"a"])
    assert shell.problems == {b"a": TOO_MUCH}


def test_a_program_that_fails_gives_no_answer(tmp_path: Path) -> None:
    shell = impostor(tmp_path, "exit 5")
    shell.check([b"a", b"b"])
    assert shell.problems == {b"a": TOO_MUCH, b"b": TOO_MUCH}


def test_all_runs_together_have_an_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_shfmt, "SECONDS_FOR_ALL", 0)
    shell = impostor(tmp_path, f"echo > {tmp_path}/was-run")
    shell.check([b"a"])
    assert shell.problems == {b"a": TOO_MUCH}
    assert not (tmp_path / "was-run").exists()


def test_a_program_that_never_ends_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_shfmt, "SECONDS", 0.1)
    shell = impostor(tmp_path, "exec sleep 60")
    shell.check([b"a"])
    assert shell.problems == {b"a": TOO_MUCH}


@pytest.mark.parametrize("said", ["nonsense", "[]", '{"Stmts": 3}', "{" * 9])
def test_what_is_no_tree_is_not_believed(tmp_path: Path, said: str) -> None:
    shell = impostor(tmp_path, f"[ $1 = -l ] || printf '{said}'")
    shell.plant([b"a"])
    assert shell.tree(b"a") is None
    assert shell.problems == {b"a": TOO_MUCH}


def test_no_name_of_a_repository_and_no_secret_reaches_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "hush")
    shell = impostor(tmp_path, f'echo "$@" "${{GITHUB_TOKEN:-nothing}}" > {tmp_path}/said')
    shell.check([b"--help", b"; rm -rf /"])
    assert (tmp_path / "said").read_text(encoding="utf-8") == "-l -ln bash 0 1 nothing\n"


def test_a_program_is_found_or_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    program.cache_clear()
    try:
        assert program() is None
        impostor(tmp_path, "exit 0")
        program.cache_clear()
        assert program() == str(tmp_path / "shfmt")
    finally:
        program.cache_clear()
