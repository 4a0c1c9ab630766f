"""Dockerfiles of a project: images, and commands that are run."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard._dockerfile import BrokenDockerfileError, parse_dockerfile
from folkmoot.checks.scorecard._dockerfiles import (
    OddFromError,
    commands_of,
    dockerfiles,
    images,
    is_shell_script,
    is_template,
)
from folkmoot.checks.scorecard._shell import Script

DIGEST = "sha256:" + "0123456789abcdef" * 4


def of(text: str, path: str = "Dockerfile") -> list[tuple[int, bool]]:
    return [(use.line, use.is_pinned) for use in images(path, parse_dockerfile(text.encode()))]


def test_images_are_pinned_by_their_digest() -> None:
    assert of(f"FROM a:1\nFROM b@{DIGEST}\nFROM --platform=x c:1 as d\n") == [
        (1, False), (2, True), (3, False),
    ]  # fmt: skip


def test_stages_are_as_pinned_as_what_they_begin_from() -> None:
    names = [f"a@{DIGEST} AS one", "one AS two", "two", "scratch AS none", "none", "b as c", "c"]
    text = "".join(f"FROM {name}\n" for name in names)
    assert of(text) == [(1, True), (2, True), (3, True), (5, True), (6, False), (7, False)]


def test_arguments_with_a_value_are_put_in() -> None:
    assert of(f"ARG TAG={DIGEST} OTHER\nFROM a@${{TAG}}\nFROM b@$TAG\nFROM c:${{OTHER}}\n") == [
        (2, True), (3, False), (4, False),
    ]  # fmt: skip


def test_a_digest_in_a_variable_counts_as_pinned() -> None:
    assert of("ARG D\nFROM a@sha256:${D}\n") == [(2, True)]


def test_instructions_are_known_in_capitals_only() -> None:
    assert of("from a\nFROM b\n") == [(2, False)]


@pytest.mark.parametrize("path", ["x/Dockerfile.dev", "dockerfile", "my.Dockerfile", "Dockerfile-base"])
def test_names_with_dockerfile_are_dockerfiles(path: str) -> None:
    assert [found for found, _instructions in dockerfiles(ground({path: "FROM a\n"}))] == [path]


@pytest.mark.parametrize(
    "path",
    ["vendor/x/Dockerfile", "Third_Party/Dockerfile", "Dockerfile.py", "Dockerfile.sh", "testdata/Dockerfile",
     "Containerfile"],
)  # fmt: skip
def test_others_are_not(path: str) -> None:
    assert dockerfiles(ground({path: "FROM a\n"})) == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [("Dockerfile.tmpl", True), ("x/Dockerfile-Template", True), ("a_tpl.Dockerfile", True),
     ("tmpl/Dockerfile", False)],
)  # fmt: skip
def test_templates_are_known_by_their_name(path: str, expected: bool) -> None:
    assert is_template(path) is expected


@pytest.mark.parametrize(
    "path", ["lib/generate/dockerfile.pm", "dockerfile.md", "x/dockerfile-lint.yml", "Dockerfile.php"]
)
def test_programs_and_texts_about_dockerfiles_are_none(path: str) -> None:
    program = "\n# what to write\npackage Moot;\n__DATA__\nFROM a\nRUN curl x | sh\n"
    assert dockerfiles(ground({path: program})) == []


@pytest.mark.parametrize("text", ["FROM php:8\n", "\ufeff# syntax=x\n\n ARG V=8\nFROM php:$V\n", "from a\n"])
def test_a_dockerfile_for_a_language_is_one(text: str) -> None:
    files = ground({"Dockerfile.php": text})
    assert [path for path, _instructions in dockerfiles(files)] == ["Dockerfile.php"]


def test_a_file_of_comments_is_no_dockerfile() -> None:
    assert dockerfiles(ground({"Dockerfile": "# FROM a\n"})) == []


def test_what_does_not_parse_is_named_with_its_line() -> None:
    with pytest.raises(BrokenDockerfileError, match="x/Dockerfile:2: must have two arguments"):
        dockerfiles(ground({"x/Dockerfile": "FROM a\nENV x\n"}))


@pytest.mark.parametrize("line", ["FROM", "FROM a b", "FROM a as b c"])
def test_a_from_that_says_something_else_is_refused(line: str) -> None:
    with pytest.raises(OddFromError, match="Dockerfile:1"):
        of(line)


def test_commands_are_those_of_run_with_the_lines_before_them() -> None:
    text = "FROM a\nRUN one \\\n  two\nrun three\nCMD four\nRUN <<A <<B\nfive\nA\nsix\nB\n"
    assert commands_of("D", parse_dockerfile(text.encode())) == [
        Script(b"one   two", "D", 1, 2), Script(b"five\n", "D", 6, 6), Script(b"six\n", "D", 8, 8),
    ]  # fmt: skip


def test_bytes_that_are_no_text_stay_as_they_are() -> None:
    (script,) = commands_of("D", parse_dockerfile(b"RUN \xff\xfe"))
    assert script.text == b"\xff\xfe"


def test_a_long_name_is_looked_at_once() -> None:
    assert of("FROM a" + "@sha256:${" * 6_000 + "\n") == [(1, False)]


def test_arguments_may_name_others() -> None:
    assert of(f"ARG A=${{B}} B={DIGEST}\nFROM a@${{A}}\n") == [(2, True)]


def test_an_argument_that_names_itself_is_left_as_it_is() -> None:
    assert of("ARG A=x${A}\nFROM ${A}\n") == [(2, False)]


def test_arguments_that_grow_are_stopped() -> None:
    lines = [f"ARG a{n}=" + f"${{a{n + 1}}}" * 10 for n in range(12)]
    assert of("\n".join(lines) + "\nFROM ${a0}\n") == [(13, False)]


@pytest.mark.parametrize(
    ("path", "shebang", "expected"),
    [
        ("a.sh", None, True), ("a.bash", None, True), ("a.zsh", None, False), ("a", None, False),
        ("a", b"#!/bin/sh", True), ("a", b"#!bash -e", True), ("a", b"#!/usr/bin/env bash -e", True),
        ("a.sh", b"#!/usr/bin/perl", False), ("a", b"#! /bin/sh", False),
        ("a", b"#!/usr/bin/env -S bash", False),
    ],
)  # fmt: skip
def test_a_script_is_known_by_its_first_line_or_else_by_its_name(
    path: str, shebang: bytes | None, expected: bool
) -> None:
    assert is_shell_script(path, shebang, ("sh", "bash")) is expected
