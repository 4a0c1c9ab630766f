"""Many file contents out of one call."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folkmoot.model.errors import SourceError
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.contents import contents
from sources.git.repositories import Repository


def test_contents_come_in_the_order_asked_for(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    blobs = [made.blob(content) for content in ("two\n", "", "one")]
    found = list(contents(Git(tmp_path), [*blobs, blobs[0]], 100))
    assert [(content, size) for _, content, size in found] == [
        (b"two\n", 4),
        (b"", 0),
        (b"one", 3),
        (b"two\n", 4),
    ]
    assert [blob for blob, _, _ in found] == [*blobs, blobs[0]]


def test_only_the_beginning_is_held(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    blobs = [made.blob(b"x" * 5_000_000), made.blob("after")]
    assert [(content, size) for _, content, size in contents(Git(tmp_path), blobs, 10)] == [
        (b"x" * 10, 5_000_000),
        (b"after", 5),
    ]


def test_what_is_missing_or_no_file_is_none(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    commit = made.commit(files={"a": "b"})
    found = list(contents(Git(tmp_path), ["0" * 40, commit, made.blob("b")], 10))
    assert [content for _, content, _ in found] == [None, None, b"b"]


def test_nothing_asked_for_starts_nothing() -> None:
    assert list(contents(Git(Path("nowhere")), [], 10)) == []


def test_a_repository_that_is_none_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        list(contents(Git(tmp_path / "nowhere"), ["0" * 40], 10))


@settings(max_examples=10, deadline=None)
@given(parts=st.lists(st.binary(max_size=50), max_size=6), limit=st.integers(1, 30))
def test_any_bytes_are_given_as_they_are(
    parts: list[bytes], limit: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made = Repository.create(tmp_path_factory.mktemp("repo"))
    blobs = [made.blob(part) for part in parts]
    found = [(content, size) for _, content, size in contents(Git(made.place), blobs, limit)]
    assert found == [(part[:limit], len(part)) for part in parts]
