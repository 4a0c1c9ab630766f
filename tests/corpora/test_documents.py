"""JSON, YAML and TOML of other people's test suites: right ones are read, wrong ones refused in words."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
import yaml

from folkmoot.govern.plain_yaml import UnreadableYamlError, read_plain
from folkmoot.govern.roles.documents import NotPlainError, read_json, read_toml
from folkmoot.sources.archives.objects import objects
from folkmoot.sources.json_elements import BrokenError, elements, loads

pytestmark = pytest.mark.corpora
PIECE = 7


def refusal(read: Callable[[], object], kind: type[Exception]) -> Exception | None:
    """Give why something was refused, None when it was read; any other error is none of ours."""
    try:
        read()
    except kind as error:
        return error
    return None


def test_json_that_must_be_read_is_read_as_by_the_standard_library(corpus: Any) -> None:
    files = corpus("nst/JSONTestSuite").files("test_parsing")
    right = {path: content for path, content in files.items() if path.startswith("test_parsing/y_")}
    assert len(right) > 90
    for path, content in right.items():
        assert loads(content) == json.loads(content), path


def test_json_that_is_none_is_refused(corpus: Any) -> None:
    files = corpus("nst/JSONTestSuite").files("test_parsing")
    wrong = {path: content for path, content in files.items() if path.startswith("test_parsing/n_")}
    assert len(wrong) > 180
    for path, content in wrong.items():
        assert refusal(partial(loads, content), ValueError), path


def test_a_document_in_pieces_has_its_elements_or_a_reason(corpus: Any) -> None:
    for path, content in corpus("nst/JSONTestSuite").files("test_parsing").items():
        pieces = (content[at : at + PIECE] for at in range(0, len(content), PIECE))
        error = refusal(lambda given=pieces: list(elements(given)), BrokenError)
        assert error is None or str(error), path


def test_an_hour_of_an_archive_may_hold_anything(corpus: Any) -> None:
    for path, content in corpus("nst/JSONTestSuite").files("test_parsing").items():
        first, *_ = objects(iter([b'{"a": 1}\n', content, b'\n{"b": 2}\n']))
        assert first.value == {"a": 1}, path


def test_json_of_roles_is_read_or_refused(corpus: Any) -> None:
    for content in corpus("nst/JSONTestSuite").files("test_parsing").values():
        error = refusal(partial(read_json, content.decode("utf-8", "replace")), NotPlainError)
        assert error is None or str(error)


def test_yaml_is_read_as_words_or_refused(corpus: Any) -> None:
    read = refused = 0
    for content in corpus("yaml/yaml-test-suite").files("src").values():
        for case in yaml.safe_load(content):
            text = case.get("yaml", "").replace("␣", " ").replace("»", "\t").replace("—", "").replace("∎", "")
            error = refusal(partial(read_plain, text), UnreadableYamlError)
            assert error is None or str(error)
            read, refused = read + (error is None), refused + (error is not None)
    assert read > 200
    assert refused > 50


def test_toml_that_is_right_is_read(corpus: Any) -> None:
    found = corpus("toml-lang/toml-test")
    listed = found.git("show", "HEAD:tests/files-toml-1.0.0").decode().split()
    files = found.files("tests")
    right = [path for path in listed if path.startswith("valid/") and path.endswith(".toml")]
    assert len(right) > 150
    for path in right:
        assert isinstance(read_toml(files[f"tests/{path}"].decode()), dict), path


def test_toml_that_is_wrong_is_refused(corpus: Any) -> None:
    found = corpus("toml-lang/toml-test")
    listed = found.git("show", "HEAD:tests/files-toml-1.0.0").decode().split()
    files = found.files("tests")
    wrong = [path for path in listed if path.startswith("invalid/") and path.endswith(".toml")]
    assert len(wrong) > 300
    for path in wrong:
        try:
            text = files[f"tests/{path}"].decode()
        except UnicodeDecodeError:
            continue
        assert refusal(partial(read_toml, text), NotPlainError), path
