"""What is remembered is only ever a cache: missing, damaged and foreign files cost work and nothing else."""

from pathlib import Path

import pytest

from folkmoot.people.pseudonyms import load_key
from folkmoot.people.tombstones import KEY_FILE, add, lines_of, new_bundle
from folkmoot.store.remembered import MOST_FILES, remember, remembered


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "folkmoot" / "remembered"


def test_what_was_put_away_comes_back_under_its_key_only() -> None:
    remember("terms", ["abc"], [1, "two", None])
    assert remembered("terms", ["abc"]) == [1, "two", None]
    assert remembered("terms", ["abd"]) is None
    assert remembered("other", ["abc"]) is None


def test_nothing_is_written_where_the_cache_cannot_be(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("a file in the way")
    remember("terms", ["abc"], [1])
    assert remembered("terms", ["abc"]) is None


@pytest.mark.parametrize(
    "damage", [b"", b"\xff", b"{", b"[]", b'{"form":0}', b'{"form":1,"key":["terms","x"]}']
)
def test_what_is_damaged_or_of_another_key_is_not_believed(folder: Path, damage: bytes) -> None:
    remember("terms", ["abc"], [1])
    (file,) = folder.glob("*.json")
    file.write_bytes(damage)
    assert remembered("terms", ["abc"]) is None


def test_only_the_newest_files_are_kept(folder: Path) -> None:
    for number in range(MOST_FILES + 5):
        remember("terms", [str(number)], number)
    assert len(list(folder.glob("*.json"))) == MOST_FILES


def test_others_cannot_read_it(folder: Path) -> None:
    remember("terms", ["abc"], [1])
    assert folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("key", "value"), [("Ada Lovelace", [1]), ("x", {"by": ["Ada Lovelace"]})])
def test_what_names_somebody_erased_is_not_remembered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path, key: str, value: object
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    settings = tmp_path / "config" / "folkmoot"
    add(
        settings, lines_of(load_key(settings / KEY_FILE), new_bundle(), [("Ada Lovelace", "a@x.example")], [])
    )
    remember("terms", [key], value)
    assert not folder.exists()
    remember("terms", ["x"], ["Bob"])
    assert len(list(folder.iterdir())) == 1
