"""Known disagreements are marked strictly, for their engine alone."""

from engines.expectations import Expectation, Kind, marks_for, strangers

KNOWN = (Expectation("active-contributors", "chdb", Kind.NOTYET, "no such join"),)


def test_a_known_disagreement_must_still_be_one() -> None:
    (mark,) = marks_for("active-contributors", "chdb", KNOWN)
    assert mark.name == "xfail"
    assert mark.kwargs == {"reason": "notyet: no such join", "strict": True}


def test_it_says_nothing_about_other_engines_and_metrics() -> None:
    assert marks_for("active-contributors", "spark", KNOWN) == []
    assert marks_for("commits", "chdb", KNOWN) == []


def test_an_expectation_about_nothing_is_noticed() -> None:
    assert strangers({"commits"}, KNOWN) == ["active-contributors"]
