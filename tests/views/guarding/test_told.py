"""The order in which somebody reads the answers of a profile."""

from folkmoot.model.check import Evidence, Outcome, Risk
from folkmoot.model.scorecard import Scored
from folkmoot.views.guarding.told import FEWER, SMALL, THREE, advised, first_things_first
from folkmoot.views.profiles import of_check
from views.guarding.guards import SPOT, found


def sections(*findings) -> dict[str, list[str]]:
    told = first_things_first([of_check(finding) for finding in findings])
    return {str(heading): [answer.finding.id for answer in inside] for heading, inside in told if inside}


def test_three_things_stand_first_then_the_rest_then_what_is_not_known_then_what_is_fine() -> None:
    many = [found(name) for name in "abcd"]
    grave = found("grave", risk=Risk.CRITICAL, spots=(SPOT,))
    others = [found("u", Outcome.UNKNOWN), found("y", Outcome.YES), found("n", Outcome.NOT_APPLICABLE)]
    told = sections(*others, *many, grave, found("e", Outcome.ERROR))
    assert list(told.values()) == [["grave", "a", "b"], ["c", "d"], ["e"], ["u"], ["y", "n"]]
    assert next(iter(told)) == THREE


def test_fewer_than_three_are_not_called_three() -> None:
    assert sections(found("a")) == {FEWER: ["a"]}


def test_small_risks_ask_for_no_weekend() -> None:
    small = found("small", risk=Risk.LOW, spots=(SPOT,))
    assert sections(small) == {SMALL: ["small"]}
    assert sections(small, found("a")) == {FEWER: ["a"], SMALL: ["small"]}


def test_a_no_with_a_fix_names_the_command() -> None:
    said = str(advised(found("security", remedy="Write it.")).remedy)
    assert said == "Write it. `folkmoot fix security-policy` shows the edit."


def test_a_fix_that_cannot_help_is_not_named() -> None:
    image = found(
        "scorecard-pinned-dependencies", remedy="Pin.", spots=(Evidence("containerImage not pinned", "D", 1),)
    )
    action = found(
        "scorecard-pinned-dependencies", remedy="Pin.", spots=(Evidence("third-party GitHubAction", "w", 1),)
    )
    assert advised(image).remedy == "Pin."
    said = str(advised(action).remedy)
    assert said.endswith("`folkmoot fix pinned-actions --known FOLDER` shows the edit."), (
        "nobody knows commits"
    )


def test_what_is_unknown_does_not_say_how_to_mend_what_may_be_well() -> None:
    scored = found("x", Outcome.UNKNOWN, remedy="Mend.", scored=Scored("X", -1, ""))
    settling = found("known-vulnerabilities", Outcome.UNKNOWN, remedy="Run this.")
    assert advised(scored).remedy == ""
    assert advised(found("readme", Outcome.UNKNOWN, remedy="Write.")).remedy == ""
    assert advised(settling).remedy == "Run this."
