"""A workflow that publishes is known by what its jobs do."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard.packaging import CHECK
from folkmoot.model.check import Outcome
from folkmoot.model.scorecard import Scored, info, warn

PUBLISHES = """\
on: push
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: make test
  publish:
    runs-on: ubuntu-latest
    steps:
      - {step}
"""


def scored(files: dict[str, str | None]) -> Scored:
    result = CHECK.decide(ground(dict(files))).scored
    assert result
    return result


def test_the_job_that_publishes_is_told() -> None:
    files = {".github/workflows/a.yml": PUBLISHES.format(step="uses: pypa/gh-action-pypi-publish@v1")}
    told = (info("Project packages its releases by way of GitHub Actions.", ".github/workflows/a.yml", 7),)
    assert scored(dict(files)) == Scored("Packaging", 10, "packaging workflow detected", told)


@pytest.mark.parametrize(
    "step",
    [
        "run: cargo publish", "run: docker image push", "run: gem build && gem push",
        "run: npx semantic-release",
        "uses: docker/build-push-action@v5", "uses: goreleaser/goreleaser-action@v6", "run: sbt ci-release",
    ],
)  # fmt: skip
def test_ways_to_publish(step: str) -> None:
    assert scored({".github/workflows/a.yml": PUBLISHES.format(step=step)}).score == 10


@pytest.mark.parametrize("step", ["run: npm publish", "run: twine upload dist/*", "run: mvn deploy"])
def test_ways_that_scorecard_does_not_know_alone(step: str) -> None:
    finding = CHECK.decide(ground({".github/workflows/a.yml": PUBLISHES.format(step=step)}))
    assert finding.outcome is Outcome.UNKNOWN
    told = (warn("no GitHub/GitLab publishing workflow detected."),)
    assert finding.scored == Scored("Packaging", -1, "packaging workflow not detected", told)


def test_a_workflow_that_is_no_yaml_is_an_error_on_that_file() -> None:
    finding = CHECK.decide(ground({".github/workflows/a.yml": "on: [push\njobs: {"}))
    assert finding.outcome is Outcome.ERROR
    assert finding.scored
    assert ".github/workflows/a.yml" in finding.scored.reason


def test_a_workflow_before_the_broken_one_is_enough() -> None:
    good = PUBLISHES.format(step="run: cargo publish")
    assert scored({".github/workflows/a.yml": good, ".github/workflows/b.yml": "a: [\n{"}).score == 10


def test_a_workflow_that_is_not_in_the_clone_is_unknown() -> None:
    assert CHECK.decide(ground({".github/workflows/a.yml": None})).outcome is Outcome.UNKNOWN


def test_what_is_not_known_says_what_it_may_be() -> None:
    (spot,) = CHECK.decide(ground({"setup.py": ""})).spots
    assert "nothing to publish" in str(spot.what)
