"""A ballot is of exactly one kind."""

import pytest

from folkmoot.model.ballot import Answer, Ballot


def test_only_the_order_of_scores_becomes_a_ranking() -> None:
    ballot = Ballot(scores=(("tea", 3), ("milk", -70), ("water", 3), ("juice", 9)))
    assert ballot.order() == (("juice",), ("tea", "water"), ("milk",))


def test_approvals_and_answers_have_no_order() -> None:
    assert Ballot(approvals=("tea",)).order() is None
    assert Ballot(answer=Answer.YES).order() is None


@pytest.mark.parametrize("fields", [{}, {"answer": Answer.NO, "approvals": ()}])
def test_no_kind_or_two_kinds_are_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="exactly one"):
        Ballot(**fields)  # type: ignore[arg-type]


def test_an_option_named_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="twice"):
        Ballot(ranking=(("tea",), ("milk", "tea")))


def test_a_ballot_weighs_something() -> None:
    with pytest.raises(ValueError, match="weighs"):
        Ballot(approvals=(), weight=0)
