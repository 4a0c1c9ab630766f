"""Commands that bring a component to a version, and none for what a shell might act on."""

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.checks.hardening._updating import _COMMANDS, command


@pytest.mark.parametrize(
    ("path", "name", "version", "told"),
    [
        ("Cargo.lock", "regex", "1.5.5", "cargo update -p regex --precise 1.5.5"),
        ("web/package-lock.json", "@hall/moot", "2.0.0", "npm update @hall/moot"),
        ("go.mod", "example.org/moot", "v1.2.0", "go get example.org/moot@v1.2.0"),
        ("uv.lock", "moot", "1!2.0+local.1", ""),
        ("uv.lock", "moot", "2.0.post1", "uv lock --upgrade-package moot==2.0.post1"),
        ("requirements.txt", "moot", "2.0", ""),
    ],
)
def test_each_lock_file_has_its_command(path: str, name: str, version: str, told: str) -> None:
    assert command(path, name, version) == told


@pytest.mark.parametrize(
    "hostile",
    [
        "moot; rm -rf ~",
        "$(id)",
        "`id`",
        "moot && id",
        "a b",
        "-rf",
        "--config=x",
        "../moot",
        "moot\nid",
        "m'o",
        "m\u202eo",
        "",
    ],
)
def test_no_command_is_made_of_what_a_shell_might_act_on(hostile: str) -> None:
    for path in _COMMANDS:
        assert command(path, hostile, "1.0.0") == ""
    for path, form in _COMMANDS.items():
        if "{version}" in form:
            assert command(path, "moot", hostile) == "" or hostile == "../moot"


@given(st.sampled_from(sorted(_COMMANDS)), st.text(max_size=30), st.text(max_size=12))
def test_a_shell_reads_every_command_as_the_words_it_was_made_of(path: str, name: str, version: str) -> None:
    told = command(path, name, version)
    assert shlex.split(told) == told.split(" ") or told == ""
    assert told.isprintable()


@pytest.mark.parametrize(
    ("path", "name", "version", "expected"),
    [
        ("go.mod", "stdlib", "1.22.5", "go get toolchain@go1.22.5"),
        ("go.mod", "toolchain", "1.22.5", "go get toolchain@go1.22.5"),
        ("Cargo.lock", "moot", "3" * 40, f"cargo update -p moot --precise {'3' * 40}"),
        ("package.json", "moot", "3" * 40, ""),
        ("Cargo.lock", "stdlib", "1.0.0", "cargo update -p stdlib --precise 1.0.0"),
    ],
)
def test_go_itself_and_commits_have_commands_of_their_own(
    path: str, name: str, version: str, expected: str
) -> None:
    assert command(path, name, version) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("Gemfile.lock", "bundle update --conservative moot"),
        ("Pipfile.lock", "pipenv upgrade moot==1.2.0"),
        ("bun.lock", "bun update moot"),
        ("composer.lock", "composer update --with-dependencies moot"),
        ("mix.lock", "mix deps.update moot"),
        ("package.json", "npm install moot@1.2.0"),
        ("pdm.lock", "pdm update moot"),
        ("pnpm-lock.yaml", "pnpm update moot"),
        ("poetry.lock", "poetry update moot"),
        ("pubspec.lock", "dart pub upgrade moot"),
        ("yarn.lock", "yarn upgrade moot@1.2.0"),
        ("deep/down/yarn.lock", "yarn upgrade moot@1.2.0"),
        ("yarn.lock.bak", ""),
        ("pom.xml", ""),
    ],
)
def test_the_command_of_each_tool(path: str, expected: str) -> None:
    assert command(path, "moot", "1.2.0") == expected


def test_a_way_up_inside_a_name_gets_no_command() -> None:
    assert command("package.json", "moot/../../x", "1.2.0") == ""
    assert command("package.json", "moot/x", "1.2.0") == "npm install moot/x@1.2.0"
