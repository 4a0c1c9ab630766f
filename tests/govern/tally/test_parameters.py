"""Employers are compared as people mean them, and room is what the cap leaves."""

import pytest

from folkmoot.govern.tally import Parameters


def test_case_and_spaces_make_no_other_employer() -> None:
    parameters = Parameters(employers={"ada": "Example  Inc", "bob": "example inc "})
    assert parameters.employer("ada") == parameters.employer("bob") == "example inc"


@pytest.mark.parametrize("word", ["", "Independent", "N/A", "no funding", "Self-employed"])
def test_some_words_mean_no_employer(word: str) -> None:
    assert Parameters(employers={"ada": word}).employer("ada") == ""


def test_room_is_the_cap_without_those_who_sit() -> None:
    parameters = Parameters(employer_cap=2, sitting={"Example Inc": 1, "Other Ltd": 5})
    assert parameters.room("example inc") == 1
    assert parameters.room("other ltd") == 0
    assert parameters.room("third gmbh") == 2


def test_without_a_cap_or_an_employer_nothing_is_limited() -> None:
    assert Parameters().room("example inc") is None
    assert Parameters(employer_cap=1).room("") is None
