"""A ballot's file: every kind reads back, and what is no ballot is named."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from folkmoot.govern.files.ballot import Cast, read_ballot, same_handle, written_ballot
from folkmoot.model.ballot import Answer, Ballot
from folkmoot.model.errors import SourceError

NOON = datetime(2026, 2, 1, 12, tzinfo=UTC)
HEAD = "cast = 2026-02-01T12:00:00Z\n"


def read(text: str, name: str = "ada") -> Cast:
    return read_ballot(f"decisions/0007/ballots/{name}.toml", (HEAD + text).encode())


def test_who_votes_is_told_by_the_name_of_the_file() -> None:
    assert read('answer = "yes"\n').ballot == Ballot(voter="ada", answer=Answer.YES)


def test_names_alone_and_groups_of_equals_may_be_ranked() -> None:
    assert read('ranking = ["bob", ["cleo", "dan"], []]\n').ballot.ranking == (("bob",), ("cleo", "dan"))


def test_an_empty_ranking_is_a_ballot_and_none_is_another() -> None:
    assert read("ranking = []\n").ballot.ranking == ()
    assert read('answer = "no"\n').ballot.ranking is None


def test_approving_of_nobody_is_not_saying_nothing() -> None:
    assert read("approvals = []\n").ballot.approvals == ()


def test_scores_are_bounded() -> None:
    assert read("scores = { bob = 0 }\n").ballot.scores == (("bob", 0),)
    with pytest.raises(SourceError):
        read("scores = { bob = -1 }\n")
    with pytest.raises(SourceError):
        read("scores = { bob = 100000000 }\n")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('ranking = "bob"\n', "no list"),
        ("ranking = [7]\n", "ranks '7'"),
        ('ranking = ["../bob"]\n', "no handle"),
        ('ranking = [["bob", "bob"]]\n', "no ballot"),
        ('scores = { "../x" = 1 }\n', "no handle"),
        ('answer = "perhaps"\n', "answer"),
        ('answer = "yes"\nextra = 1\n', "extra"),
        ('approvals = ["a/b"]\n', "approvals"),
    ],
)
def test_what_is_no_ballot_is_named_with_its_file(text: str, wrong: str) -> None:
    with pytest.raises(SourceError, match=wrong) as error:
        read(text)
    assert "ada.toml" in error.value.what


def test_what_is_not_said_is_not_written() -> None:
    written = written_ballot(Cast(Ballot(voter="ada", answer=Answer.YES), NOON)).decode()
    assert written == 'cast = 2026-02-01T12:00:00Z\nanswer = "yes"\n'


def test_a_handle_is_the_same_in_other_letters() -> None:
    assert same_handle("ADA", ["bob", "Ada"]) == "Ada"
    assert same_handle("cleo", ["bob"]) == ""
