"""Base scores of CVSS 4: FIRST's own examples, and every kind of vector as FIRST's calculator scores it."""

import hashlib
from itertools import islice, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.supply.advisories.cvss import base_score
from folkmoot.supply.advisories.cvss4 import LEVELS, base_score_4

NONE = "SC:N/SI:N/SA:N"
EVERY = 41
BY_THE_CALCULATOR = "905d4030e8bda9f5e51c235560dad90b1af86a4a8170cc6d918fa468129ee101"
"""Of the scores, in tenths, of every 41st of all 104,976 vectors. It agreed on all of them on 2026-11-21."""


@pytest.mark.parametrize(
    ("vector", "score"),
    [
        # https://www.first.org/cvss/v4.0/examples
        (f"AV:L/AC:L/AT:P/PR:L/UI:N/VC:H/VI:H/VA:H/{NONE}", 7.3),
        (f"AV:N/AC:L/AT:P/PR:N/UI:P/VC:H/VI:H/VA:H/{NONE}", 7.7),
        (f"AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/{NONE}", 8.7),
        ("AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H", 10.0),
        ("AV:N/AC:L/AT:N/PR:N/UI:A/VC:N/VI:N/VA:N/SC:L/SI:L/SA:N", 5.1),
        (f"AV:P/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/{NONE}", 7.0),
        (f"AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/{NONE}", 0.0),
    ],
)
def test_vectors_of_the_examples_have_their_scores(vector: str, score: float) -> None:
    assert base_score(f"CVSS:4.0/{vector}") == score


def test_scores_are_those_of_the_calculator() -> None:
    made = hashlib.sha256()
    for values in islice(product(*LEVELS.values()), 0, None, EVERY):
        score = base_score_4(dict(zip(LEVELS, values, strict=True)))
        assert score is not None
        made.update(b"%d," % round(score * 10))
    assert made.hexdigest() == BY_THE_CALCULATOR


def test_what_is_no_base_metric_changes_nothing() -> None:
    base = f"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/{NONE}"
    assert base_score(f"{base}/E:U/CR:L/MAV:P/U:Red") == base_score(base)


@pytest.mark.parametrize("wrong", ["AV:X", "AV:", "AV:NA", "SI:S"])
def test_a_value_that_no_base_metric_has_gives_no_score(wrong: str) -> None:
    assert base_score(f"CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:N/VA:N/{NONE}/{wrong}") is None


@given(values=st.tuples(*(st.sampled_from(levels) for levels in LEVELS.values())), at=st.integers(0, 10))
def test_no_vector_is_scored_higher_for_being_less_severe(values: tuple[str, ...], at: int) -> None:
    told = dict(zip(LEVELS, values, strict=True))
    name = list(LEVELS)[at]
    scores = [base_score_4({**told, name: value}) or 0 for value in LEVELS[name]]
    assert scores == sorted(scores, reverse=True)
