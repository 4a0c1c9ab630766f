"""From entries to repositories: patterns, forges, groups, and what cannot be found."""

from __future__ import annotations

import glob
from pathlib import Path

import pytest

from folkmoot.model.community import Community, Listed
from folkmoot.model.errors import SourceError, UsageError
from folkmoot.sources.community_repositories import Found, members, repositories
from sources.git.repositories import small_history


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the repositories `loom` and `mill`, an empty folder and a file."""
    small_history(tmp_path / "loom")
    small_history(tmp_path / "mill")
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("nothing")
    return tmp_path


def nobody(pattern: str) -> list[str]:
    raise SourceError(f"{pattern} does not answer.")


def found(folder: Path, *entries: Listed) -> list[Found]:
    return repositories(Community(repositories=entries), folder, nobody)[0]


def test_without_entries_it_is_the_folder_itself(folder: Path) -> None:
    assert [one.origin for one in found(folder / "loom")] == [str(folder / "loom")]


def test_a_pattern_finds_each_repository_once(folder: Path) -> None:
    names = [one.name for one in found(folder, Listed("*"), Listed("loom"))]
    assert names == ["loom", "mill"]
    assert [one.name for one in found(folder, Listed("*", without=("l*",)))] == ["mill"]


def test_signs_of_patterns_in_the_name_of_the_folder_itself_are_part_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "clones [old]*"
    small_history(home / "loom")
    monkeypatch.setenv("HOME", str(home))
    entries = Listed("*"), Listed("~/*"), Listed(f"{glob.escape(str(home))}/*/")
    for entry in entries:
        assert [one.origin for one in found(home, entry)] == [str(home / "loom")]
    assert [one.origin for one in found(tmp_path, *entries[1:])] == [str(home / "loom")]


@pytest.mark.parametrize("at", ["~nobody-of-that-name/loom", "~nobody-of-that-name/*"])
def test_the_home_of_nobody_is_missing(folder: Path, at: str) -> None:
    there, missing = repositories(Community(repositories=(Listed("loom"), Listed(at))), folder, nobody)
    assert [one.name for one in there] == ["loom"]
    assert [one.at.endswith(at) for one in missing] == [True]


def test_what_is_missing_does_not_lose_the_rest(folder: Path) -> None:
    entries = (Listed("gone"), Listed("x-*"), Listed("https://code.lovelace.example/ada/*"), Listed("loom"))
    there, missing = repositories(Community(repositories=entries), folder, nobody)
    assert [one.name for one in there] == ["loom"]
    assert len(missing) == 3
    assert "does not answer" in missing[2].error.what


def test_an_organisation_is_asked_for_with_its_brand_kept_for_the_forge(folder: Path) -> None:
    entry = Listed("github+https://code.lovelace.example/ada/*", has_own_forge=True)
    there, _ = repositories(
        Community(repositories=(entry,)), folder, lambda _: ["https://code.lovelace.example/ada/loom"]
    )
    assert there == [
        Found(
            "https://code.lovelace.example/ada/loom",
            "ada/loom",
            ("github+https://code.lovelace.example/ada/loom",),
        )
    ]


def test_dumps_lie_beside_the_file(folder: Path) -> None:
    (one,) = found(folder, Listed("loom", ("loom.archive.json", "https://codeberg.org/ada/loom")))
    assert one.forges == (str(folder / "loom.archive.json"), "https://codeberg.org/ada/loom")


@pytest.mark.parametrize(
    "remote", ["git@github.com:ada/loom.git", "https://github.com/ada/loom", "ssh://git@github.com/ada/loom"]
)
def test_the_own_forge_of_a_clone_is_where_it_came_from(folder: Path, remote: str) -> None:
    with (folder / "loom" / "config").open("a") as config:
        config.write(f'[remote "origin"]\n\turl = {remote}\n')
    (one,) = found(folder, Listed("loom", has_own_forge=True))
    assert one.forges == ("https://github.com/ada/loom",)


def test_a_clone_of_nowhere_has_no_forge_of_its_own(folder: Path) -> None:
    with pytest.raises(UsageError, match="is not known"):
        found(folder, Listed("loom", has_own_forge=True))


def test_groups_are_named_by_whole_names_last_words_or_patterns() -> None:
    there = [Found("/a/loom", "ada/loom", ()), Found("/b/mill", "bob/mill", ())]
    groups = {"a": ("ada/*",), "b": ("MILL",), "none": ("x",)}
    community = Community(groups=groups)
    assert members(community, "a", there) == there[:1]
    assert members(community, "b", there) == there[1:]
    with pytest.raises(UsageError, match="None of the repositories that can be read is in the group 'none'"):
        members(community, "none", there)
    with pytest.raises(UsageError, match="There is no group 'c'"):
        members(community, "c", there)
