"""Decisions are kept in a file people can read, and survive hostile names."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.model.errors import StoreError
from folkmoot.model.fact import IdentityFact
from folkmoot.people.decisions import Decision, added, believes_mailmap, pairs, read, write, written
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


def test_an_identity_is_named_as_git_writes_it() -> None:
    assert written(IdentityFact(1, "git", "Ada", "ada@x.example")) == "Ada <ada@x.example>"


def test_a_decision_about_one_identity_of_two_stays() -> None:
    """Who answers about Ada and Cleo says nothing new about Ada and the countess."""
    other = Decision("same", (SAME.identities[0], "Cleo <cleo@z.example>"))
    assert added([SAME], other) == [SAME, other]


def test_an_identity_that_several_sources_saw_is_meant_wherever_it_was_seen() -> None:
    """Identities 1 and 2 are both written `Ada <ada@x.example>`: the answer holds for either."""
    facts = facts_of(["Ada <ada@x.example>", "Ada <ada@x.example>", "countess <c@y.example>"])
    assert pairs([SAME], facts) == ([(1, 3), (2, 3)], [])
    twice = Decision("program", ("Ada <ada@x.example>",))
    assert pairs([twice], facts) == ([(1, 1), (2, 2)], [])


def test_a_decision_may_name_one_identity_twice() -> None:
    ada = "Ada <ada@x.example>"
    assert pairs([Decision("same", (ada, ada))], facts_of([ada])) == ([(1, 1)], [])


def test_a_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "store.people.toml"
    write(path, [BOT])
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read(path) == [BOT]


def test_what_cannot_be_read_or_written_is_told_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"cannot be read: .*directory"):
        read(tmp_path)
    with pytest.raises(StoreError, match=r"cannot be written: .*directory"):
        write(tmp_path / "nowhere" / "d.toml", [BOT])


def test_what_a_write_left_behind_when_it_was_broken_off_is_in_nobody_s_way(tmp_path: Path) -> None:
    path = tmp_path / "store.people.toml"
    (tmp_path / "store.people.toml.next").write_text("half a file")
    write(path, [BOT])
    assert list(tmp_path.iterdir()) == [path]


def test_a_broken_file_says_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text("[[decision]]\nanswer = 'same'\nidentities = ['one']")
    with pytest.raises(StoreError, match="does not name 2 identities") as caught:
        read(path)
    assert "folkmoot people review" in caught.value.hint
