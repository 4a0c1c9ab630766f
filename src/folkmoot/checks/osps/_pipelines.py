"""The project's pipelines as text: which run on a change, and what they run. Nothing is parsed but lines.

What needs the structure of a workflow (injection, permissions) is asked of the checks that have it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from folkmoot.checks.osps._requirement import Look, Say
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome

WORKFLOW = re.compile(r"^\.(?:github|forgejo|gitea)/workflows/[^/]+\.ya?ml$")
OTHERS = re.compile(
    r"^(\.gitlab-ci\.ya?ml|\.gitlab/ci/.+\.ya?ml|\.travis\.yml|\.circleci/config\.ya?ml|"
    r"azure-pipelines\.ya?ml|"
    r"\.azure-pipelines/.+\.ya?ml|jenkinsfile|\.?appveyor\.yml|\.cirrus\.ya?ml|\.buildkite/.+\.ya?ml|"
    r"\.drone\.ya?ml|"
    r"\.woodpecker(/.+)?\.ya?ml|\.semaphore/.+\.ya?ml|bitbucket-pipelines\.yml|\.zuul\.ya?ml|\.zuul\.d/.+)$",
    re.IGNORECASE,
)
LARGEST = 300_000
MOST_FILES = 400
LONGEST_LINE = 2000
TALK = re.compile(r"\s*(?:#|(?:- )?[\"']?(?:name|description|label|title)[\"']?\s*:)")
"""Lines that only say something to people."""
ON_CHANGE = re.compile(r"^\s*(?:on\s*:.*|-\s*|\"?'?)?\b(?:pull_request(?:_target)?|merge_group)\b")
SETTING = re.compile(
    r"\s*(?:- )?(?:\{|(?!(?:- )?(?:run|script|command|cmd|args|uses|before_script)\b)[\w.-]+\s*:\s+\S)",
    re.IGNORECASE,
)
"""A line that sets a value, and does not run what it names."""
CALLED = re.compile(r"uses:\s*[\"']?\./(\.github/workflows/[^\s\"'@]+)")


@dataclass(frozen=True)
class Pipeline:
    """One file of a build service. `on_change`: it runs before a change is accepted, as far as it says."""

    path: str
    lines: tuple[str, ...]
    on_change: bool
    is_workflow: bool

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """Give the lines in lower case, in which expressions are found in half the time."""
        return tuple(line.lower() for line in self.lines)


def pipelines(ground: Ground) -> tuple[Pipeline, ...]:
    """Give every pipeline, read once; those that are not in this clone are left out."""
    return ground.once("pipelines", lambda: _read(ground))


def runs(
    command: str, *, on_change: bool = False, outcome: Outcome = Outcome.YES, text: str, best: str = ""
) -> Look:
    """Give the look for pipelines in which `command`, an expression over lines in lower case, is found.

    `text` is what is said then, with `{path}`. `on_change`: only pipelines that run on changes count. Lines
    in which the expression `best` is found say most, and are shown first.
    """

    def look(ground: Ground) -> Say | None:
        pattern, says_most = re.compile(command), re.compile(best)
        found = []
        for pipeline in pipelines(ground):
            if pipeline.on_change or not on_change:
                lines = [
                    ((bool(SETTING.match(line)), not says_most.search(lower)), pipeline.path, number, line)
                    for number, (line, lower) in enumerate(
                        zip(pipeline.lines, pipeline.lower, strict=True), 1
                    )
                    if pattern.search(lower) and not TALK.match(line)
                ]
                found += sorted(lines)[:2]
        # What is run says more than what is set; of what says as much the first stands first.
        spots = [
            Evidence(Message("“{line}”", {"line": line.strip()[:160]}), path, number)
            for _, path, number, line in sorted(found, key=lambda each: each[0])
        ]
        return Say(outcome, Message(text, {"path": spots[0].path}), tuple(spots[:8])) if spots else None

    return look


def _read(ground: Ground) -> tuple[Pipeline, ...]:
    wanted = [path for path in ground.paths() if WORKFLOW.match(path) or OTHERS.match(path)][:MOST_FILES]
    texts = {
        path: [line[:LONGEST_LINE] for line in content.decode("utf-8", "replace").split("\n")]
        for path, content, _ in ground.read_all(wanted, LARGEST)
        if content is not None
    }
    direct = {
        path for path, lines in texts.items() if not WORKFLOW.match(path) or any(map(ON_CHANGE.match, lines))
    }
    reached = set(direct)
    while True:
        called = {match[1] for path in reached for line in texts[path] if (match := CALLED.search(line))}
        if called & texts.keys() <= reached:
            break
        reached |= called & texts.keys()
    return tuple(
        Pipeline(path, tuple(lines), path in reached, bool(WORKFLOW.match(path)))
        for path, lines in texts.items()
    )
