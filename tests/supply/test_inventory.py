"""A whole tree read: its own manifests, what is apart, and what cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from checks.trees import Files
from folkmoot.model.component import Inventory
from folkmoot.sources.git.repository import Options, open_repository
from folkmoot.supply import inventory
from folkmoot.supply.inventory import read_inventory

REAL = Path(os.environ.get("FOLKMOOT_REAL_REPOSITORIES") or Path(__file__).parents[3] / ".mirror")


def read(contents: dict[str, str | None], links: tuple[str, ...] = ()) -> Inventory:
    told = {path: None if text is None else text.encode() for path, text in contents.items()}
    return read_inventory(Files(told, links))


def test_a_tree_is_read_and_what_is_apart_is_only_listed() -> None:
    found = read(
        {
            "README.md": "a",
            "requirements.txt": "a==1\n",
            "testdata/requirements.txt": "b==1\n",
            "build.gradle": "dependencies {}",
            "vendor/build.gradle": "dependencies {}",
        }
    )
    assert [(each.path, each.apart, len(each.components)) for each in found.manifests] == [
        ("requirements.txt", "", 1),
        ("testdata/requirements.txt", "testdata", 0),
    ]
    assert found.foreign == ("build.gradle",)
    assert [each.place for each in found.components()] == ["requirements.txt:1"]


def test_a_tree_without_manifests_is_made_of_nothing() -> None:
    assert read({"README.md": "a"}) == Inventory()


def test_what_is_not_in_the_clone_is_told() -> None:
    found = read({"package.json": None, "Cargo.toml": "[package]\n"})
    assert found.unread == ("package.json",)
    assert [each.path for each in found.manifests] == ["Cargo.toml"]


def test_a_link_is_never_followed() -> None:
    assert read({"package.json": "../../etc/passwd"}, ("package.json",)).manifests == ()


def test_a_neighbour_that_is_a_link_is_not_read_either() -> None:
    found = read({"go.mod": "module m\ngo 1.16\n", "go.sum": "example.org/a v1 h1:x=\n"}, ("go.sum",))
    assert list(found.components()) == []


def test_files_beyond_the_bound_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inventory, "MAX_FILES", 2)
    found = read({f"{folder}/requirements.txt": "a\n" for folder in "abc"})
    assert (len(found.manifests), found.left_out) == (2, 1)


def test_bytes_beyond_the_bound_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inventory, "MAX_TOTAL", 5)
    found = read({"a/requirements.txt": "abcd\n", "b/requirements.txt": "abcd\n"})
    assert (len(found.manifests), found.left_out) == (1, 1)


def test_what_takes_long_to_read_counts_for_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inventory, "MAX_TOTAL", 86)
    found = read({"a/Pipfile": "[packages]\na='*'\n", "b/requirements.txt": "abcd\n"})
    assert ([each.path for each in found.manifests], found.left_out) == (["a/Pipfile"], 1)


# Counted by hand in the files themselves, at the commits of the golden set or whatever is there: each lock
# file's own marks for a package, less those that mark the project itself.
MARKS = {
    "umami-software+umami": ("pnpm-lock.yaml", "\n    resolution: {", ""),
    "pallets+flask": ("uv.lock", "\n[[package]]\n", "\nsource = { editable"),
    "etcd-io+etcd": ("go.mod", "\n\t", "\n\tgo.etcd.io/etcd/"),
    "astral-sh+uv": ("Cargo.lock", "\nsource = ", ""),
}


@pytest.mark.shared_data
@pytest.mark.parametrize("name", MARKS)
def test_as_many_are_found_as_the_lock_file_marks(name: str) -> None:
    if not (REAL / name / "repo").exists():
        pytest.skip(f"{name} is not here")
    path, mark, own = MARKS[name]
    with open_repository(str(REAL / name / "repo"), Options(offline=True)) as opened:
        found = read_inventory(opened.tree)
        text = (opened.tree.read(path, 20_000_000) or b"").decode()
    manifest = next(each for each in found.manifests if each.path == path)
    asked = [each for each in manifest.components if each.purl.name not in {"stdlib", "toolchain"}]
    assert len(asked) == text.count(mark) - (text.count(own) if own else 0)
    assert all(each.line for each in manifest.components)


@pytest.mark.shared_data
def test_every_real_repository_is_read() -> None:
    folders = sorted(each for each in REAL.glob("*/repo") if each.is_dir()) if REAL.is_dir() else []
    if not folders:
        pytest.skip("no real repositories are here")
    for folder in folders[::4]:
        with open_repository(str(folder), Options(offline=True)) as opened:
            found = read_inventory(opened.tree)
        for component in found.components():
            assert str(component.purl).startswith("pkg:")
            assert component.line, component
