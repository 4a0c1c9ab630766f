"""Pinned-Dependencies, from files to a score."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard import _pinning
from folkmoot.checks.scorecard._shfmt import program
from folkmoot.checks.scorecard.pinned_dependencies import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Evidence, Finding, Outcome, Risk
from folkmoot.model.scorecard import Kind

needs_shfmt = pytest.mark.skipif(program() is None, reason="shfmt is not installed (extra “shell”)")
SHA = "0123456789abcdef0123456789abcdef01234567"
CI = ".github/workflows/ci.yml"


def with_actions(*names: str) -> Finding:
    steps = "".join(f"    - uses: {name}\n" for name in names)
    return CHECK.decide(ground({CI: f"on: push\njobs:\n  a:\n    steps:\n{steps}"}))


def score(finding: Finding) -> int:
    assert finding.scored is not None
    return finding.scored.score


def infos(finding: Finding) -> list[str]:
    assert finding.scored is not None
    return [str(detail.text) for detail in finding.scored.details if detail.kind is Kind.INFO]


PINNED, LOOSE = f"o/r@{SHA}", "o/r@v1"
OWN_PINNED, OWN_LOOSE = f"actions/checkout@{SHA}", "actions/checkout@v4"


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([PINNED], 10), ([LOOSE], 0), ([OWN_PINNED, PINNED], 10), ([OWN_LOOSE, PINNED], 8),
        ([OWN_PINNED, LOOSE], 2), ([OWN_PINNED, OWN_LOOSE, PINNED], 8), ([PINNED, PINNED, LOOSE], 6),
        (["github/codeql-action/init@v3"], 0),
    ],
)  # fmt: skip
def test_actions_of_others_weigh_more(names: list[str], expected: int) -> None:
    assert score(with_actions(*names)) == expected


def test_what_is_not_pinned_is_told_with_its_place_what_to_begin_with_first() -> None:
    assert with_actions(OWN_LOOSE, PINNED, LOOSE).spots == (
        Evidence("An action of another owner, not named by its commit.", CI, 7),
        Evidence("An action of GitHub's own, not named by its commit.", CI, 5),
    )


def test_the_words_of_scorecard_stay_in_its_own_result() -> None:
    scored = with_actions(LOOSE).scored
    assert scored
    assert [each.text for each in scored.details if each.kind is Kind.WARN] == [
        "third-party GitHubAction not pinned by hash"
    ]


def test_the_advice_is_about_what_was_found() -> None:
    finding = CHECK.decide(ground({"Dockerfile": "FROM alpine:3.17\n"}))
    assert "digest" in say(finding.remedy)
    assert "actions" not in say(finding.remedy)
    assert "other owners" in say(with_actions(OWN_LOOSE, LOOSE).remedy)
    assert "other owners" not in say(with_actions(OWN_LOOSE, PINNED).remedy)


@pytest.mark.parametrize(
    ("path", "risk"),
    [("Dockerfile", None), ("tests/Dockerfile", Risk.LOW), (".devcontainer/Dockerfile", Risk.LOW)],
)
def test_what_nobody_releases_with_is_a_small_risk(path: str, risk: Risk | None) -> None:
    finding = CHECK.decide(ground({path: "FROM alpine:3.17\n"}))
    assert (finding.outcome, finding.risk) == (Outcome.NO, risk)
    both = CHECK.decide(ground({path: "FROM alpine:3.17\n", "ci/Dockerfile": "FROM alpine:3.17\n"}))
    assert both.risk is None


def test_counts_are_told_for_every_kind() -> None:
    assert infos(with_actions(OWN_LOOSE, PINNED)) == [
        "  0 out of   1 GitHub-owned GitHubAction dependencies pinned",
        "  1 out of   1 third-party GitHubAction dependencies pinned",
    ]


def test_reasons_are_scorecard_s() -> None:
    for finding, reason in (
        (with_actions(PINNED), "all dependencies are pinned"),
        (with_actions(LOOSE), "dependency not pinned by hash detected -- score normalized to 0"),
        (CHECK.decide(ground({})), "no dependencies found"),
    ):
        assert finding.scored is not None
        assert finding.scored.reason == reason


@needs_shfmt
def test_kinds_weigh_the_same_for_each_dependency() -> None:
    files = {"Dockerfile": "FROM a\nRUN npm ci && npm ci && npm ci\n"}
    assert score(CHECK.decide(ground(files))) == 7


@needs_shfmt
def test_a_script_that_does_not_parse_is_told() -> None:
    finding = CHECK.decide(ground({"a.sh": "foo("}))
    assert infos(finding) == [
        'Possibly incomplete results: error parsing shell code: "foo(" must be followed by )'
    ]
    assert finding.outcome is Outcome.NOT_APPLICABLE


MEANT = f"{LOOSE} # zizmor: ignore[unpinned-uses]"


def test_what_is_meant_to_move_is_told_and_not_to_be_mended() -> None:
    finding = with_actions(PINNED, MEANT)
    assert (score(finding), finding.outcome) == (5, Outcome.YES)
    (spot,) = finding.spots
    assert "its line says that this is meant" in say(spot.what)


def test_what_nobody_meant_beside_it_is_still_to_be_mended() -> None:
    for names in ((MEANT, LOOSE), (f"{LOOSE} # zizmor: ignore[template-injection]",), (f"{LOOSE} # ignore",)):
        assert with_actions(*names).outcome is Outcome.NO


def test_a_few_places_take_no_hour() -> None:
    assert with_actions(LOOSE).effort == "ten minutes"
    assert with_actions(*[LOOSE] * 4).effort == "an hour"


def test_a_broken_dockerfile_is_an_error() -> None:
    finding = CHECK.decide(ground({"Dockerfile": "FROM a\nENV x\n"}))
    assert (score(finding), finding.outcome) == (-1, Outcome.ERROR)


def test_without_shfmt_nothing_is_guessed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_pinning, "program", lambda: None)
    finding = CHECK.decide(ground({"a.sh": "x", "Dockerfile": "FROM a\n"}))
    assert (score(finding), finding.outcome) == (-1, Outcome.UNKNOWN)
    assert finding.scored is not None
    assert "shell" in finding.scored.reason
    assert len(finding.spots) == 1


@needs_shfmt
def test_files_of_any_bytes_are_no_error() -> None:
    files: dict[str, bytes | str | None] = {
        "a.sh": b"\x00\xff" * 50, "b": b"#!/bin/sh\n\xff\xfe", "Dockerfile": b"FROM \xff\nRUN \xfe\x00 pip\n",
        CI: b"jobs: {a: {steps: [{run: \xc3\xa9}]}}",
    }  # fmt: skip
    assert score(CHECK.decide(ground(files))) == 0
