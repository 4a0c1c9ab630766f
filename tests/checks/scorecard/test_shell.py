"""Commands that fetch and run, found in trees."""

import pytest

from folkmoot.checks.scorecard._shell import DOWNLOAD_THEN_RUN, Fetched, Found, Script, Use, look, prepare
from folkmoot.checks.scorecard._shfmt import Shell, program

pytestmark = pytest.mark.skipif(program() is None, reason="shfmt is not installed (extra “shell”)")
SHA = "0123456789abcdef0123456789abcdef01234567"


def found(*texts: str, before: int = 0) -> Found:
    """Give what scripts of one scope show, one after the other."""
    path = program()
    assert path is not None
    shell = Shell(path)
    scope = [Script(text.encode(), "x.sh", before) for text in texts]
    prepare(shell, [scope])
    result = Found()
    files: Fetched = {}
    for script in scope:
        look(shell, script, files, result)
    return result


def told(*texts: str) -> list[tuple[str, int]]:
    return [(use.kind, use.line) for use in found(*texts).uses]


@pytest.mark.parametrize(
    "text",
    [
        "curl -s https://a/b | bash",
        "sudo curl https://a/b | sudo bash -",
        "wget -qO- https://a/b | /bin/sh -s -- -y",
        "curl https://a/b | python3",
        "x && curl https://a/b | sh || y",
        'if ! (curl "https://a/b" | bash); then z; fi',
        "echo $(curl https://a/b | bash)",
        "bash <(wget -qO- https://a/b)",
        "bash <(curl https://a/b) arg",
        "curl https://a/b > x.sh; bash x.sh",
        "curl https://a/b > x.sh && ./x.sh",
        "wget https://a/x.sh\nsh x.sh",
        "wget -O y https://a/x.sh; exec ./y",
        "aws s3api get-object --key k k.sh && bash k.sh",
        'bash -c "curl https://a/b | bash"',
        "sh -ec 'wget https://a/x.sh; sh x.sh'",
        "f() { curl https://a/b | bash; }",
        "cu\\\nrl https://a/b | bash",
    ],
)
def test_what_is_fetched_and_run(text: str) -> None:
    assert [kind for kind, _line in told(text)] == [DOWNLOAD_THEN_RUN]


@pytest.mark.parametrize(
    "text",
    [
        "curl https://a/b | tar x",
        "curl https://a/b | sudo -E bash -",
        "curl https://a/b | tee x | bash",
        "curl https://a/b > x.sh",
        "bash x.sh; curl https://a/b > x.sh",
        "cat x | bash",
        "echo 'curl https://a/b | bash'",
        "# curl https://a/b | bash",
        'python -c "curl https://a/b | bash"',
        '"$HOME/curl" https://a/b | bash',
        f"curl https://raw.githubusercontent.com/o/r/{SHA}/x.sh | bash",
        f"wget https://raw.githubusercontent.com/o/r/{SHA}/x.sh; sh x.sh",
        "bash <(cat x)",
        "curl https://a/b || bash",
        "curl https://a/b >> x.sh; bash x.sh",
    ],
)
def test_what_is_not(text: str) -> None:
    assert told(text) == []


def test_commands_that_install_are_told_with_their_lines() -> None:
    assert found("a\npip install b\nnpm ci\nif x; then\n  go install example.org/x/y@latest\nfi\n").uses == [
        Use("pipCommand", "x.sh", 2, 2, False),
        Use("npmCommand", "x.sh", 3, 3, True),
        Use("goCommand", "x.sh", 5, 5, False),
    ]


def test_lines_count_from_where_the_script_stands() -> None:
    assert [use.line for use in found("a\npip install b", before=10).uses] == [12]


def test_lines_of_a_command_that_is_handed_over_count_from_its_call() -> None:
    assert told("a\nbash -c 'pip install x'") == [("pipCommand", 3)]


def test_what_one_script_fetches_the_next_may_run() -> None:
    assert told("curl https://a/b > x.sh", "true", "bash x.sh") == [(DOWNLOAD_THEN_RUN, 1)]


def test_two_names_of_one_file_count_twice() -> None:
    assert told("wget -O x https://a; wget -O ./x https://b; sh x") == [(DOWNLOAD_THEN_RUN, 1)] * 2


def test_many_files_and_many_commands_take_no_time() -> None:
    lines = "".join(f"wget https://a/{number}\n" for number in range(5_000))
    assert told(lines + "sh 17\n") == [(DOWNLOAD_THEN_RUN, 5_001)]


def test_a_script_that_does_not_parse_is_skipped_and_named() -> None:
    result = found("foo(", "pip install x", before=4)
    assert result.skipped == [("x.sh", 4, 'error parsing shell code: "foo(" must be followed by )')]
    assert len(result.uses) == 1


def test_so_is_a_command_that_is_handed_over() -> None:
    assert len(found("bash -c 'foo('").skipped) == 1


@pytest.mark.parametrize("text", ["pip install a\nx=${ b;}", "wget http://{{a}}/b"])
def test_what_the_engine_gives_up_on_is_a_failure(text: str) -> None:
    assert found(text).failure != ""


def test_commands_inside_of_commands_end_somewhere() -> None:
    text = "pip install x"
    for _level in range(12):
        text = f"bash -c '{text}'" if "'" not in text else 'bash -c "' + text.replace('"', "") + '"'
    assert len(found(text).uses) <= 1


def test_many_words_in_a_line_are_looked_at_once() -> None:
    assert told("go " * 200_000) == []
