"""Fuzzing: tests that feed a program with what nobody thought of.

Question:
    Is the project fuzzed, as far as its files show?

Why it matters:
    Code that reads what others wrote breaks on input that no author of a test thinks of. Fuzzers find it
    before somebody else does.

How it is counted:
    Scorecard's rule: 10 for a .clusterfuzzlite/Dockerfile that does something, or for one line of source that
    shows a fuzzer its language is known for (Go, C, C++, Rust, Java, Swift, Python) or property-based testing
    (Erlang, Haskell, Elixir, Gleam, JavaScript, TypeScript, C#, F#), else 0. Test data is left out.

What it does not tell:
    Whether OSS-Fuzz fuzzes the project: its list is elsewhere. So nothing found is "unknown" here, never
    "no", while the score is 0 as Scorecard gives it for files; a workflow that runs OSS-Fuzz's own fuzzers on
    changes (CIFuzz) is "yes", with the same score. Hypothesis and other libraries count for
    nothing there. Where a language has files of two endings, Scorecard tells hits of the first ending twice.

References:
    Scorecard, Fuzzing: https://github.com/ossf/scorecard/blob/main/docs/checks.md#fuzzing
    The rule: https://github.com/ossf/scorecard/blob/main/checks/raw/fuzzing.go
    OSS-Fuzz: https://google.github.io/oss-fuzz/
"""

from __future__ import annotations

import re

from folkmoot.checks.scorecard._files import ending, file_name, listing, read_files
from folkmoot.checks.scorecard._fuzzers import FUZZERS, fuzzer_for
from folkmoot.checks.scorecard._scored import NotHereError, Ruling, scorecard_check
from folkmoot.checks.scorecard._survey import Survey, survey
from folkmoot.checks.scorecard._workflows import step_that_uses
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome, Risk
from folkmoot.model.scorecard import BEST, Detail, info, warn

ELSEWHERE = (
    "No file shows fuzzing. Look whether OSS-Fuzz has the project: "
    "https://github.com/google/oss-fuzz/tree/master/projects"
)
MAYBE = (
    "{path} suggests that it is fuzzed, in a way that Scorecard does not know. It also counts what OSS-Fuzz "
    "has: https://github.com/google/oss-fuzz/tree/master/projects"
)
OSS_FUZZ = re.compile(r"google/oss-fuzz/infra/cifuzz/actions/run_fuzzers@")
RUNS = (
    "It runs the fuzzers that OSS-Fuzz keeps for the project. Scorecard knows such projects by OSS-Fuzz's "
    "own list, and gives nothing for this file."
)
NAMED = re.compile(r"(?:^|/)fuzz(?:ing|ers?)?(?:/|\.[a-z]+$)", re.IGNORECASE)
CLUSTER = ".clusterfuzzlite/Dockerfile"


def _rule(ground: Ground) -> Ruling:
    told = [*_cluster(ground), *_in_sources(survey(ground))]
    if told:
        return Ruling(BEST, "project is fuzzed", tuple(told))
    for path in survey(ground).missing:
        if fuzzer_for(ending(path), file_name(path)):
            raise NotHereError(path)
    doubt = (warn("no fuzzer integrations found"),)
    if seen := step_that_uses(ground, OSS_FUZZ, RUNS):
        return Ruling(0, "project is not fuzzed", doubt, Outcome.YES, (seen,))
    hint = next((path for path in ground.paths() if NAMED.search(path)), "")
    said = Message(MAYBE, {"path": hint}) if hint else ELSEWHERE
    return Ruling(0, "project is not fuzzed", doubt, Outcome.UNKNOWN, (Evidence(said),))


def _cluster(ground: Ground) -> list[Detail]:
    """Tell of ClusterFuzzLite, whose Dockerfile must hold more than comments."""
    if CLUSTER not in listing(ground).paths:
        return []
    ((_, content),) = read_files(ground, [CLUSTER])
    lines = (line.strip() for line in content.split(b"\n"))
    does_something = any(line and not line.startswith(b"#") for line in lines)
    return [info("ClusterFuzzLite integration found")] if does_something else []


def _in_sources(seen: Survey) -> list[Detail]:
    told = []
    for fuzzer in FUZZERS:
        found: list[tuple[str, int]] = []
        for end in fuzzer.endings:
            found += seen.fuzzed.get((fuzzer.name, end), [])
            told += [info(f"{fuzzer.name} integration found", path, line) for path, line in found]
    return told


CHECK = scorecard_check(
    "fuzzing",
    "Fuzzing",
    _rule,
    title="Fuzzing",
    question="Is the project fuzzed, as far as its files show?",
    why=(
        "Code that reads what others wrote breaks on input that no author of a test thinks of. Fuzzers find "
        "it before somebody else does."
    ),
    remedy=(
        "If OSS-Fuzz already fuzzes the project, nothing is to be done. Else begin with one function that "
        "reads input: go test -fuzz, cargo fuzz, atheris, Jazzer or fast-check, each with a minute in CI."
    ),
    effort="a day",
    risk=Risk.MEDIUM,
    order=60,
)
