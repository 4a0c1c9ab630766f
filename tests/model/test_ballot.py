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


@pytest.mark.parametrize(
    ("ballot", "options"),
    [
        (Ballot(ranking=(("tea", "milk"), ("water",))), ("tea", "milk", "water")),
        (Ballot(scores=(("milk", 1), ("tea", 9))), ("milk", "tea")),
        (Ballot(approvals=("tea", "milk")), ("tea", "milk")),
        (Ballot(answer=Answer.YES), ()),
    ],
    ids=["ranking", "scores", "approvals", "answer"],
)
def test_a_ballot_names_its_options_in_its_own_order(ballot: Ballot, options: tuple[str, ...]) -> None:
    assert ballot.options() == options


@pytest.mark.parametrize(
    "fields",
    [{"approvals": ("tea", "tea")}, {"scores": (("tea", 1), ("tea", 2))}],
    ids=["approvals", "scores"],
)
def test_every_kind_names_an_option_once(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="twice"):
        Ballot(**fields)  # type: ignore[arg-type]


def test_a_ranking_is_its_own_order() -> None:
    ranking = (("tea",), ("milk", "water"))
    assert Ballot(ranking=ranking).order() == ranking


@pytest.mark.parametrize("weight", [1, 7])
def test_a_ballot_may_weigh_one_and_more(weight: int) -> None:
    assert Ballot(approvals=(), weight=weight).weight == weight
