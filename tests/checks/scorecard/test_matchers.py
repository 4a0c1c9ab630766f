"""What a workflow does is told by its steps."""

import pytest

from folkmoot.checks.scorecard._matchers import PACKAGING, PAGES, RELEASING, JobMatcher, Match, first_match
from folkmoot.checks.scorecard._workflow import Workflow, parse_workflow


def of_steps(*steps: str) -> Workflow:
    return parse_workflow(("jobs:\n  j:\n    steps:\n" + "".join(f"    - {s}\n" for s in steps)).encode())


def packages(*steps: str) -> Match | None:
    return first_match(of_steps(*steps), PACKAGING)


@pytest.mark.parametrize(
    "steps",
    [
        [
            '{uses: actions/setup-node@v4, with: {registry-url: "https://registry.npmjs.org"}}',
            "run: npm publish",
        ],
        ["uses: actions/setup-java@v4", "run: ./mvnw -B deploy && mvn -q deploy"],
        ["uses: actions/setup-java@v4", "run: ./gradlew publishToMavenCentral"],
        ["run: sbt -v ci-release"],
        ["run: gem build x && gem push x.gem"],
        ["run: dotnet nuget push x"],
        ["run: docker push a/b"],
        ["uses: docker/build-push-action@v5"],
        ["uses: pypa/gh-action-pypi-publish@release/v1"],
        ["uses: relekang/python-semantic-release@v7"],
        ["uses: goreleaser/goreleaser-action@v6"],
        ["run: cargo publish"],
        ["uses: imjasonh/setup-ko@v1", "uses: ko-build/setup-ko@v1"],
        ["run: npx semantic-release"],
        ["uses: erlef/setup-elixir@v1", "run: mix hex.publish"],
    ],
)
def test_packaging_is_known_by_its_steps(steps: list[str]) -> None:
    assert packages(*steps) is not None


@pytest.mark.parametrize(
    "steps",
    [
        ["run: npm publish"],
        ['{uses: actions/setup-node@v4, with: {registry-url: "https://npm.example"}}', "run: npm publish"],
        ["uses: actions/setup-node@v4", "run: npm publish"],
        ["uses: docker/build-push-action"],
        ["uses: docker/build-push-action-else@v1"],
        ["run: push docker"],
        ["run: 'docker build\n\n      push'"],
        ["uses: imjasonh/setup-ko@v1"],
        ["uses: erlef/setup-elixir@v1", "run: mix hexpublish"],
        ["name: docker push"],
    ],
)
def test_what_is_no_packaging(steps: list[str]) -> None:
    assert packages(*steps) is None


def test_a_continued_line_is_one_line() -> None:
    assert packages('run: "docker \\\\\\n push"') == Match("candidate docker publishing workflow", 2)


def test_words_do_not_overlap() -> None:
    matcher = JobMatcher("x", PACKAGING[5].steps)
    assert not matcher.fits(of_steps("run: nugepush").jobs["j"])


def test_a_called_workflow_counts_as_a_step() -> None:
    called = "slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml@v2.0.0"
    found = parse_workflow(f"jobs:\n  a:\n    runs-on: x\n  b:\n    uses: {called}\n".encode())
    assert first_match(found, RELEASING) == Match(
        "candidate SLSA publishing workflow using slsa-github-generator", 4
    )


@pytest.mark.parametrize("runner", ["npx", "pnpm", "yarn"])
def test_semantic_release_has_three_runners(runner: str) -> None:
    assert first_match(of_steps(f"run: {runner} semantic-release"), RELEASING)


def test_pages_are_deployed_by_one_action() -> None:
    assert first_match(of_steps("uses: peaceiris/actions-gh-pages@v3"), PAGES)
    assert first_match(of_steps("uses: actions/deploy-pages@v4"), PAGES) is None


def test_no_jobs_do_nothing() -> None:
    assert first_match(Workflow(), PACKAGING) is None
