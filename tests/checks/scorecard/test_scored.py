"""A ruling in Scorecard's terms becomes a finding in ours, and keeps its own."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard._scored import (
    NotHereError,
    Ruling,
    normalized,
    proportional,
    scorecard_check,
)
from folkmoot.i18n import say
from folkmoot.model.check import Check, Evidence, Finding, Ground, Outcome, Risk
from folkmoot.model.scorecard import Scored, debug, info, warn


def check_of(ruling: Ruling) -> Check:
    return scorecard_check(
        "kettle", "Kettle", lambda _ground: ruling, title="Kettle", question="Is there a kettle?",
        why="Tea.", remedy="Buy one.", effort="an hour", risk=Risk.LOW,
    )  # fmt: skip


def found(ruling: Ruling) -> Finding:
    return check_of(ruling).decide(ground({}))


@pytest.mark.parametrize(
    ("score", "outcome"),
    [(10, Outcome.YES), (9, Outcome.NO), (0, Outcome.NO), (-1, Outcome.NOT_APPLICABLE)],
)
def test_the_score_tells_the_outcome(score: int, outcome: Outcome) -> None:
    assert found(Ruling(score, "so it is")).outcome is outcome


def test_a_ruling_may_say_that_it_could_not_look() -> None:
    assert found(Ruling(-1, "no key", outcome=Outcome.UNKNOWN)).outcome is Outcome.UNKNOWN


def test_the_official_result_stays_reachable() -> None:
    details = (warn("cold", "kitchen/kettle", 3), debug("blue"))
    assert found(Ruling(4, "it leaks", details)).scored == Scored("Kettle", 4, "it leaks", details)


def test_warnings_are_the_spots() -> None:
    ruling = Ruling(4, "it leaks", (info("there", "a", 1), warn("cold", "b", 3), debug("blue", "c", 1)))
    assert found(ruling).spots == (Evidence("cold", "b", 3),)


def test_without_warnings_the_spots_are_what_speaks_for_it() -> None:
    assert found(Ruling(10, "it works", (info("there", "a", 1),))).spots == (Evidence("there", "a", 1),)


def test_only_what_is_not_fine_asks_for_work() -> None:
    assert found(Ruling(10, "it works")).remedy == ""
    assert found(Ruling(3, "it leaks")).remedy == "Buy one."


def test_the_evidence_says_who_gives_the_score() -> None:
    assert say(found(Ruling(3, "it leaks")).evidence[0]) == "Scorecard's Kettle gives 3 of 10: it leaks."
    assert say(found(Ruling(-1, "none")).evidence[0]) == "Scorecard's Kettle gives no score: none."


def test_a_file_that_is_not_in_the_clone_makes_the_answer_unknown() -> None:
    def rule(_ground: Ground) -> Ruling:
        raise NotHereError("absent")

    check = scorecard_check(
        "kettle", "Kettle", rule, title="", question="?", why="", remedy="", effort="", risk=Risk.LOW
    )
    finding = check.decide(ground({}))
    assert finding.outcome is Outcome.UNKNOWN
    assert finding.scored == Scored("Kettle", -1, "the content of absent is not in this clone")
    assert str(finding.spots[0].what).startswith("The content of absent is not in this clone")
    assert say(finding.spots[0].what).endswith("a clone made without --filter has it.")


@pytest.mark.parametrize(
    ("part", "whole", "score"), [(0, 0, 0), (1, 3, 3), (2, 3, 6), (3, 3, 10), (9, 3, 10)]
)
def test_proportions_are_rounded_down(part: int, whole: int, score: int) -> None:
    assert proportional(part, whole) == score


def test_a_normalized_reason_has_scorecard_s_words() -> None:
    assert normalized("some", 4) == "some -- score normalized to 4"


def test_the_check_points_to_scorecard_s_own_documentation() -> None:
    assert check_of(Ruling(1, "")).definition.endswith("docs/checks.md#kettle")
