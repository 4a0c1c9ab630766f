"""What is proposed to a human instead of being merged."""

from __future__ import annotations

import pytest

from people.crowds import crowd


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada L <adalove@x.example>", "Countess <3+adalove@users.noreply.github.com>"),
        ("Ada L <adalove@x.example>", "Countess <adalove@y.example>"),
        ("Ada L <adalove@x.example>", "adalove <c@y.example>"),
        ("Ada Lovelace <a@x.example>", "Countess <5+adalovelace@users.noreply.github.com>"),
        ("Ada Lovelace <a@x.example>", "Countess <ada.lovelace@y.example>"),
        ("Wei Wang <w@x.example>", "Wei Wang <v@y.example>"),
    ],
)
def test_an_unusual_match_is_proposed_and_not_made(one: str, other: str) -> None:
    found = crowd(one, other)
    assert found.are_strangers
    assert found.proposed == {frozenset({one, other})}
    assert all(proposal.why for proposal in found.resolution.proposals)


def test_a_proposal_says_what_is_whose() -> None:
    def why(*written: str) -> list[str]:
        return [proposal.why for proposal in crowd(*written).resolution.proposals]

    assert why("Ada L <adalove@x.example>", "Countess <adalove@y.example>") == [
        "adalove is the address of both"
    ]
    assert why("Ada L <adalove@x.example>", "Countess <3+adalove@users.noreply.github.com>") == [
        "adalove is the address of one and the login of the other"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ada L <hello@x.example>", "Bob B <hello@y.example>"),
        ("Ada L <github.com@x.example>", "Bob B <github.com@y.example>"),
        ("Alex L <alex@x.example>", "Alex B <alex@y.example>"),
        ("Ada L <root@localhost>", "Bob B <root@localhost>"),
        ("Ada L <ada@x.example>", "Bob B <bob@y.example>"),
    ],
)
def test_what_everybody_has_is_not_proposed(one: str, other: str) -> None:
    assert crowd(one, other).proposed == set()


def test_what_three_people_share_is_not_unusual() -> None:
    assert (
        crowd("Wei Wang <w@x.example>", "Wei Wang <v@y.example>", "Wei Wang <u@z.example>").proposed == set()
    )


def test_an_answered_proposal_is_not_asked_again() -> None:
    written = ("Ada L <adalove@x.example>", "Countess <adalove@y.example>")
    assert crowd(*written, rejected=[(1, 2)]).proposed == set()
    accepted = crowd(*written, accepted=[(1, 2)])
    assert accepted.is_one_person
    assert accepted.proposed == set()


def test_whether_somebody_is_a_program_is_asked_once() -> None:
    written = "release-bot <r@lovelace.example>"
    assert crowd(written, commits=[300], rejected=[(1, 1)]).proposed == set()
