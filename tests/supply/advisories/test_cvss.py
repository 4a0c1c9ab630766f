"""Base scores of CVSS vectors: those of the specifications' own examples, and whatever else comes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.model.vulnerability import Severity
from folkmoot.supply.advisories.cvss import base_score, severity_of


@pytest.mark.parametrize(
    ("vector", "score"),
    [
        # https://www.first.org/cvss/v3.1/examples
        ("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N", 6.4),
        ("CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N", 3.1),
        ("CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H", 9.9),
        ("CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 9.8),
        ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H", 7.5),
        ("CVSS:3.1/AV:L/AC:L/PR:H/UI:N/S:U/C:L/I:L/A:L", 4.2),
        ("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N", 0.0),
        # https://www.first.org/cvss/v2/guide, 3.3
        ("AV:N/AC:L/Au:N/C:N/I:N/A:C", 7.8),
        ("AV:N/AC:L/Au:N/C:C/I:C/A:C", 10.0),
        ("AV:L/AC:H/Au:N/C:C/I:C/A:C", 6.2),
        ("AV:N/AC:L/Au:N/C:N/I:N/A:N", 0.0),
    ],
)
def test_vectors_of_the_specifications_have_their_scores(vector: str, score: float) -> None:
    assert base_score(vector) == score


def test_metrics_beyond_the_base_change_nothing() -> None:
    assert base_score("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H/E:P/RL:O") == 7.5


@pytest.mark.parametrize(
    "vector",
    [
        "", "high", "CVSS:3.1", "CVSS:3.1/AV:N", "CVSS:3.1/AV:X/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H",
        "CVSS:5.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", "AV:N/AC:L", "CVSS:4.0/AV:N",
    ],
)  # fmt: skip
def test_what_cannot_be_scored_has_no_score(vector: str) -> None:
    assert base_score(vector) is None


@pytest.mark.parametrize(
    ("score", "severity"),
    [
        (10.0, Severity.CRITICAL), (9.0, Severity.CRITICAL), (8.9, Severity.HIGH), (7.0, Severity.HIGH),
        (6.9, Severity.MEDIUM), (4.0, Severity.MEDIUM), (3.9, Severity.LOW), (0.1, Severity.LOW),
        (0.0, Severity.NONE),
    ],
)  # fmt: skip
def test_each_score_has_its_word(score: float, severity: Severity) -> None:
    assert severity_of(score) is severity


@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from(["CVSS:3.1", "AV:N", "Au:", ":", "//", "S:C"])).map("/".join)
)
def test_no_text_breaks_it(text: str) -> None:
    score = base_score(text)
    assert score is None or 0 <= score <= 10
