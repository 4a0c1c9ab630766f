"""Each program among the sources takes one point."""

from checks.trees import ground
from folkmoot.checks.scorecard.binary_artifacts import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Evidence, Outcome, Risk
from folkmoot.model.scorecard import Scored, warn

PROGRAM = b"MZ\x90\0"


def test_sources_alone_hold_ten() -> None:
    finding = CHECK.decide(ground({"a.py": "x = 1", "logo.png": b"\x89PNG\r\n\x1a\n"}))
    assert finding.scored == Scored("Binary-Artifacts", 10, "no binaries found in the repo")


def test_each_program_takes_one_point_and_is_named() -> None:
    finding = CHECK.decide(ground({"bin/a.exe": PROGRAM, "bin/b.exe": PROGRAM, "a.py": "x"}))
    told = (warn("binary detected", "bin/a.exe", 1), warn("binary detected", "bin/b.exe", 1))
    assert finding.scored == Scored("Binary-Artifacts", 8, "binaries present in source code", told)
    assert finding.outcome is Outcome.NO
    assert finding.spots[0] == Evidence("binary detected", "bin/a.exe", 1)


def test_what_only_tests_hold_is_a_small_risk_with_its_own_advice() -> None:
    only = CHECK.decide(ground({"test/assets/a.whl": PROGRAM}))
    assert (only.outcome, only.risk) == (Outcome.NO, Risk.LOW)
    assert "among tests" in say(only.remedy)
    both = CHECK.decide(ground({"test/assets/a.whl": PROGRAM, "bin/b.exe": PROGRAM}))
    assert both.risk is None
    assert "among tests" not in say(both.remedy)


def test_a_gradle_wrapper_that_a_workflow_checks_is_no_fault() -> None:
    """Whether it ran on the newest commit only the forge tells; the score is what files alone give."""
    flow = "on: [push]\njobs:\n  a:\n    steps:\n      - uses: {}@v5\n"
    jar = "app/gradle/wrapper/gradle-wrapper.jar"
    for action in ("gradle/actions/wrapper-validation", "gradle/wrapper-validation-action"):
        files = {jar: PROGRAM, ".github/workflows/a.yml": flow.format(action)}
        finding = CHECK.decide(ground(files))
        assert finding.outcome is Outcome.UNKNOWN
        assert [spot.place for spot in finding.spots] == [".github/workflows/a.yml:5"]
        assert finding.scored
        assert finding.scored.score == 9
        assert CHECK.decide(ground({**files, "bin/a.exe": PROGRAM})).outcome is Outcome.NO
    for other in ({}, {".github/workflows/a.yml": flow.format("gradle/actions/setup-gradle")}):
        finding = CHECK.decide(ground({jar: PROGRAM, **other}))
        assert finding.outcome is Outcome.NO
        assert "wrapper-validation" in say(finding.remedy)


def test_the_score_does_not_fall_below_nothing() -> None:
    scored = CHECK.decide(ground({f"{n}.exe": PROGRAM for n in range(25)})).scored
    assert scored
    assert scored.score == 0


def test_a_missing_content_makes_a_clean_answer_unknown() -> None:
    finding = CHECK.decide(ground({"a.py": "x", "big.bin": None}))
    assert finding.outcome is Outcome.UNKNOWN
    assert finding.scored == Scored("Binary-Artifacts", -1, "the content of big.bin is not in this clone")


def test_a_program_that_is_here_counts_whatever_is_missing() -> None:
    assert CHECK.decide(ground({"a.exe": PROGRAM, "big.bin": None})).outcome is Outcome.NO
