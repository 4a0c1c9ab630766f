"""Aliases are stable, keyed, sayable, and their key is its owner's alone."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.model.errors import FolkmootError
from folkmoot.people.pseudonyms import Pseudonyms, alias, load_key

KEY = bytes(range(32))


def test_an_alias_is_the_same_every_time() -> None:
    assert (
        alias(KEY, "ada@lovelace.example") == alias(KEY, "ada@lovelace.example") == "person-bipoh-kigub-vidob"
    )


def test_another_key_gives_another_alias() -> None:
    assert alias(KEY, "ada@lovelace.example") != alias(KEY[::-1], "ada@lovelace.example")


def test_things_of_different_kinds_never_share_an_alias() -> None:
    kinds = ("person", "organisation", "event")
    tails = {Pseudonyms(KEY).alias(kind, "ada").removeprefix(kind) for kind in kinds}
    assert len(tails) == len(kinds)


def test_fifty_thousand_people_have_as_many_aliases() -> None:
    assert len({alias(KEY, f"person {number}") for number in range(50_000)}) == 50_000


@given(st.text(max_size=80))
def test_an_alias_can_be_said_and_holds_nothing_of_the_name(name: str) -> None:
    said = alias(KEY, name)
    assert re.fullmatch(
        r"person(-[bdfghjklmnprstvz][aiou][bdfghjklmnprstvz][aiou][bdfghjklmnprstvz]){3}", said
    )


def test_a_key_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "pseudonyms.key"
    first = load_key(path)
    assert len(first) == 32
    assert load_key(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_two_keys_differ(tmp_path: Path) -> None:
    assert load_key(tmp_path / "a") != load_key(tmp_path / "b")


@pytest.mark.parametrize("content", ["", "not hexadecimal", "abcd", "ä"])
def test_a_damaged_key_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "key"
    path.touch(mode=0o600)
    path.write_text(content)
    with pytest.raises(FolkmootError, match="holds no key"):
        load_key(path)


def test_a_key_others_may_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "key"
    load_key(path)
    path.chmod(0o644)
    with pytest.raises(FolkmootError, match="Others may read"):
        load_key(path)


def test_a_place_that_cannot_hold_a_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(FolkmootError, match="cannot be used"):
        load_key(tmp_path / "file" / "key")


def test_the_users_key_lies_in_the_configuration_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    shown = Pseudonyms.of_user().alias("person", "ada")
    assert shown == Pseudonyms.of_user().alias("person", "ada")
    assert [path.name for path in (tmp_path / "folkmoot").iterdir()] == ["pseudonyms.key"]
