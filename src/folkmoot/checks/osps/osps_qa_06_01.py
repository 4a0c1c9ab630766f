"""OSPS-QA-06.01: tests run on every change.

Question:
    Does at least one test suite run before a change is accepted?

Why it matters:
    Tests that run after the merge tell who broke it. Before, they keep it whole.

How it is counted:
    A pipeline that starts on changes and runs a known test command; or, where a forge was read, every change
    merged in the last 12 months (five at least) had passed a check with the name of a test. That a service
    ran which runs anything is a hint only.

What it does not tell:
    Whether the tests must pass (OSPS-QA-03.01), and, without a forge, services whose configuration is not in
    the repository.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-qa-0601
"""

from folkmoot.checks.osps._paths import there
from folkmoot.checks.osps._pipelines import runs
from folkmoot.checks.osps._ran import tested
from folkmoot.checks.osps._requirement import requirement
from folkmoot.model.check import Outcome

_tests = runs(
    # Checkstyle reads the source, and a checkout fetches it.
    # Maven and Gradle name their tests also where they are told to leave them out.
    r"^(?!.*(?:-d(?:skiptests|maven\.test\.skip)\b(?!=false)|(?:-x|--exclude-task) (?:\w*:)*test\b))"
    r".*?(?:"
    r"\b(pytest|tox(?!\.ini)|nox|unittest|nosetests|(npm|yarn|pnpm|bun|deno|vp)( run)? [\w:.-]*(test|vitest|"
    r"jest|mocha)|vitest|jest|"
    r"go test|gotestsum|cargo (\+\S+ )?(test|nextest|hack)|(make|just|task|invoke|inv|hatch|nox|rake|"
    r"mix|sbt|lein|meson|ninja|"
    r"bazel(isk)?|dotnet|swift|zig|composer|uv|poetry|pdm|rails|mage|earthly|poe|xcodebuild|ctest|mvnw?|"
    r"gradlew?)\b.*"
    r"\b(test|tests|(?<!style:)(?<!spotless:)check(?!style|out|sum|list)|verify|spec|ci|unit|"
    r"integration)[\w:-]*+(?![/.])|ctest|rspec|minitest|phpunit|pest|behat|"
    r"bundle exec [\w/. -]*(rspec|rake|test|spec)|prove\b|busted|runtests?(\.\w+)?|test\.sh|"
    r"run[-_]tests?|scripts?/[\w-]*test[\w-]*|"
    r"check\.sh|bats|ava|karma|cypress|playwright|coverage run|hatch test|test-[\w-]+\.sh)\b|simple-phpunit|"
    r"scripts/test\b|test:[\w:-]+|make [\w-]*(test|check(?!style|out|sum|list))|--test\b)",
    on_change=True,
    text="{path} runs tests on changes.",
    best=r"^(?!.*\b(?:install|sync|add)\b)",
)


CHECK = requirement(
    __doc__,
    (
        _tests,
        tested,
        there(
            r"\.(travis|cirrus|appveyor|drone)\.yml|\.circleci/config\.yml|azure-pipelines\.ya?ml|"
            r"jenkinsfile|\.gitlab-ci\.ya?ml",
            "{path} is a pipeline; that it runs tests could not be told.",
            outcome=Outcome.UNKNOWN,
        ),
        runs(
            r"pull_request",
            on_change=True,
            outcome=Outcome.UNKNOWN,
            text="{path} runs on changes; that it runs tests could not be told.",
        ),
    ),
    remedy="Add a workflow that runs your tests `on: pull_request`.",
    effort="an hour",
    settle=(
        "Run the tests in a workflow `on: pull_request`; or let `folkmoot sync --forge URL` ask what a "
        "service ran on merged changes."
    ),
)
