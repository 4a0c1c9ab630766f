"""Decisions are kept in a file people can read, and survive hostile names."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.model.errors import StoreError
from folkmoot.people.decisions import Decision, added, believes_mailmap, pairs, read, write
from people.crowds import facts_of

SAME = Decision("same", ("Ada <ada@x.example>", "countess <c@y.example>"))
BOT = Decision("program", ("helper <h@x.example>",))


def test_decisions_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "store.people.toml"
    write(path, [SAME, BOT])
    assert read(path) == [SAME, BOT]
    assert path.read_text().startswith("#")
    assert list(tmp_path.iterdir()) == [path]


def test_mailmaps_are_believed_until_somebody_says_otherwise(tmp_path: Path) -> None:
    path = tmp_path / "store.people.toml"
    assert believes_mailmap(path)
    write(path, [SAME], mailmap=False)
    assert not believes_mailmap(path)
    write(path, [SAME, BOT])
    assert not believes_mailmap(path)
    assert read(path) == [SAME, BOT]
    write(path, [], mailmap=True)
    assert believes_mailmap(path)


def test_whether_they_are_believed_is_true_or_false(tmp_path: Path) -> None:
    path = tmp_path / "store.people.toml"
    path.write_text('mailmap = "no"\n')
    with pytest.raises(StoreError, match="neither true nor false"):
        believes_mailmap(path)


def test_only_the_owner_reads_them(tmp_path: Path) -> None:
    path = tmp_path / "store.people.toml"
    write(path, [SAME])
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs",)), max_size=60))
def test_any_name_survives_the_file(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    path = tmp_path_factory.mktemp("decisions") / "d.toml"
    write(path, [Decision("program", (name,))])
    assert read(path) == [Decision("program", (name,))]


def test_without_a_file_nothing_was_decided(tmp_path: Path) -> None:
    assert read(tmp_path / "none.toml") == []


@pytest.mark.parametrize(
    "content",
    [
        "decision = 7",
        "decision = [7]",
        "[[decision]]\nanswer = 'maybe'",
        "not toml",
        "[[decision]]\nanswer = 'same'",
        "[[decision]]\nanswer = 'same'\nidentities = ['one']",
        "[[decision]]\nanswer = 'person'\nidentities = [7]",
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "broken.toml"
    path.write_text(content)
    with pytest.raises(StoreError, match=r"broken\.toml"):
        read(path)


def test_a_new_answer_replaces_the_old_one() -> None:
    changed = Decision("different", SAME.identities[::-1])
    assert added([SAME, BOT], changed) == [BOT, changed]


def test_answers_become_pairs_of_numbers() -> None:
    facts = facts_of(["Ada <ada@x.example>", "countess <c@y.example>", "helper <h@x.example>"])
    assert pairs([SAME, BOT], facts) == ([(1, 2), (3, 3)], [])
    no = [SAME._replace(answer="different"), BOT._replace(answer="person")]
    assert pairs(no, facts) == ([], [(1, 2), (3, 3)])
    assert pairs([SAME, BOT], facts[:1]) == ([], [])
