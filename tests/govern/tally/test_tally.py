"""Methods are found by discovery, and refuse what does not fit them."""

import pytest

from folkmoot.govern.tally import Parameters, all_methods, method, tally
from folkmoot.model.ballot import Answer, Ballot, Poll
from folkmoot.model.errors import UsageError
from govern.tally.textbook import TENNESSEE, counted, poll


def test_every_method_is_found() -> None:
    assert list(all_methods()) == ["approval", "copeland", "irv", "schulze", "star", "stv"]


def test_an_unknown_method_names_the_known() -> None:
    with pytest.raises(UsageError, match="'borda'") as raised:
        method("borda")
    assert "schulze" in raised.value.hint


@pytest.mark.parametrize("name", ["schulze", "copeland", "irv", "stv"])
def test_a_result_names_its_parameters(name: str) -> None:
    found = counted(name, TENNESSEE).parameters
    assert found["unranked"] == "ignored"
    assert found["tie"] == "declared"
    assert ("strength" in found) is (name == "schulze")


def test_yes_and_no_are_no_election() -> None:
    asked = Poll("test", "Shall we?", (Ballot(voter="ada", answer=Answer.YES),))
    with pytest.raises(UsageError, match="asks yes or no"):
        tally(asked, "schulze", Parameters())


def test_the_document_is_plain_data() -> None:
    document = counted("schulze", TENNESSEE).document()
    assert document["winners"] == ["Nashville"]
    assert document["ranking"][0] == ["Nashville"]
    assert set(document) >= {"method", "seats", "winners", "ranking", "ties", "parameters", "working"}


def test_a_poll_stays_as_it_was() -> None:
    before = poll(TENNESSEE)
    tally(before, "stv", Parameters(seats=2))
    assert before == poll(TENNESSEE)
