"""What workflows do with what strangers write, and what their tokens may: read from the parsed workflows.

Only GitHub's form of workflow is read (`.github/workflows`). Where there is none, nothing is said about it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from folkmoot.checks.hardening._expressions import flowing, spans
from folkmoot.checks.osps._pipelines import pipelines
from folkmoot.checks.osps._requirement import Look, Say
from folkmoot.checks.scorecard._scored import NotHereError
from folkmoot.checks.scorecard._workflow import Job, Step, Workflow, mapping_of
from folkmoot.checks.scorecard._workflows import WorkflowFile, says_what_its_token_may, workflow_files
from folkmoot.checks.scorecard._yaml import compose
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome

Spots = Iterator[Evidence]

STRANGERS = re.compile(
    r"github\.(?:head_ref|event\.(?:issue\.(?:title|body)|pull_request\.(?:title|body|head\.(?:ref|label|"
    r"repo\.default_branch))|comment\.body|review\.body|review_comment\.body|discussion\.(?:title|body)|"
    r"pages\..*page_name|head_commit\.(?:message|author\.(?:email|name))|commits.*\.(?:message|author\."
    r"(?:email|name))|workflow_run\.(?:head_branch|head_commit\.message|display_title|pull_requests.*\.ref)))"
)
"""Values that somebody without rights in the repository can write; GitHub lists them:
https://docs.github.com/actions/security-for-github-actions/security-guides/security-hardening-for-github-actions
"""
INPUTS = re.compile(r"(?:github\.event\.)?inputs\.[A-Za-z0-9_-]+")
STRANGE_CODE = re.compile(
    r"github\.(?:head_ref|event\.(?:pull_request\.head\.(?:sha|ref)|workflow_run\.head_(?:sha|branch)|"
    r"pull_request\.merge_commit_sha))|refs/pull/"
)
BY_HAND = ("workflow_dispatch", "workflow_call")
"""Events that come with inputs."""
WRITES = "write"
NOT_GITHUB = (
    "Pipelines of another kind are here ({path}); how they treat what strangers write was not looked at."
)
BROKEN = "{path} is no workflow that can be read: {problem}."
KEPT = (
    "{path} does it for certain accounts, labels or repositories only; whether that is enough "
    "somebody has to judge."
)
WHO = re.compile(
    r"(?:\blogin|\bactor|\bfull_name|\blabel\.name|\bauthor_association)\s*[!=]=|labels\.\*\.name|\brepo\.fork\b"
)
"""What tells trusted from strange in a condition."""
NEEDS = re.compile(r"\bneeds\.([\w-]+)")
NOT_HERE = "Workflows are not in this clone."
NOBODY_STARTS = "No workflow is started by hand, or called by another."
NONE = "No pipeline is in this repository; where builds run, it would have to be looked at there."


def pasted(values: re.Pattern[str], *, bad: str, good: str, events: tuple[str, ...] = ()) -> Look:
    """Give the look for expressions that are pasted into scripts; `events`: only workflows they start."""
    return _over_steps(lambda step, file: _pasted(step, file, values), bad=bad, good=good, events=events)


def untrusted_code(*, bad: str, good: str) -> Look:
    """Give the look for workflows that check out strangers' code where secrets are within reach."""
    return _over_steps(_strange_checkout, bad=bad, good=good)


def _over_steps(
    judge: Callable[[Step, WorkflowFile], str], *, bad: str, good: str, events: tuple[str, ...] = ()
) -> Look:
    def look(ground: Ground) -> Say | None:
        files = _files(ground)
        if isinstance(files, Say):
            return files
        spots: list[Evidence] = []
        kept: list[Evidence] = []
        broken, asked = [], 0
        for file in files:
            if file.workflow is None:
                said = Message(BROKEN, {"path": file.path, "problem": file.problem})
                broken.append(Evidence(said, file.path, file.line))
                continue
            if events and not file.workflow.starts_on(*events):
                continue
            asked += 1
            for job in file.workflow.jobs.values():
                for step in job.steps:
                    if what := judge(step, file):
                        spot = Evidence(
                            Message("“{what}”", {"what": what[:120]}), file.path, _line(file, step, what)
                        )
                        (kept if _is_kept(job, step, file.workflow, what) else spots).append(spot)
        if spots:
            return Say(Outcome.NO, Message(bad, {"path": spots[0].path}), (*spots, *broken))
        if broken:
            return Say(Outcome.ERROR, broken[0].what, tuple(broken))
        if kept:
            return Say(Outcome.UNKNOWN, Message(KEPT, {"path": kept[0].path}), tuple(kept))
        if not asked:
            return Say(Outcome.NOT_APPLICABLE, NOBODY_STARTS)
        return Say(Outcome.YES, Message(good, {"count": asked}))

    return look


def _is_kept(job: Job, step: Step, workflow: Workflow, what: str) -> bool:
    """Tell whether a step runs for some accounts or labels only, by a condition before it or of its own."""
    conditions = [each.value for each in (job.condition, step.condition) if each]
    before = {name for text in conditions for name in NEEDS.findall(text)}
    conditions += [other.condition.value for name, other in workflow.jobs.items()
                   if name in before and other.condition]  # fmt: skip
    return any(WHO.search(text) for text in (*conditions, what))


def _line(file: WorkflowFile, step: Step, what: str) -> int:
    """Give the line where an expression stands, from the step on."""
    lines = file.content.decode("utf-8", "replace").split("\n")
    for number in range(step.line, len(lines) + 1):
        if what in lines[number - 1]:
            return number
    return step.line


def _pasted(step: Step, file: WorkflowFile, values: re.Pattern[str]) -> str:
    scripts = [step.run] if step.run else []
    if step.uses and step.uses.value.startswith("actions/github-script@"):
        scripts += [step.inputs[name] for name in ("script",) if name in step.inputs]
    for script in scripts:
        for inner in spans(script.value):
            # Of `contains(title, 'x')` only true or false comes out, which nobody can write.
            found = [values.match(name) for name in flowing(inner)]
            named = [each[0].rpartition(".")[2] for each in found if each]
            if named and not _fixed(file).issuperset(named):
                return "${{" + inner + "}}"
    return ""


def _fixed(file: WorkflowFile) -> frozenset[str]:
    """Give the inputs whose values GitHub itself limits, in lower case: choices, truth values, numbers."""
    starts = mapping_of(mapping_of(compose(file.content)).get("on"))
    names: dict[str, bool] = {}
    for event in BY_HAND:
        for name, node in mapping_of(mapping_of(starts.get(event)).get("inputs")).items():
            kind = mapping_of(node).get("type")
            is_fixed = kind is not None and kind.value in ("choice", "boolean", "number", "environment")
            names[name.lower()] = is_fixed and names.get(name.lower(), True)
    return frozenset(name for name, is_fixed in names.items() if is_fixed)


def _strange_checkout(step: Step, file: WorkflowFile) -> str:
    if step.uses is None or not step.uses.value.startswith("actions/checkout@"):
        return ""
    ref = step.inputs.get("ref")
    # issue_comment is left to a person: most of its checkouts come after a check of who commented.
    is_within_reach = file.workflow and file.workflow.starts_on("pull_request_target", "workflow_run")
    if ref and is_within_reach and STRANGE_CODE.search(ref.value):
        return ref.value
    return ""


def _files(ground: Ground) -> tuple[WorkflowFile, ...] | Say:
    try:
        files = workflow_files(ground)
    except NotHereError:
        return Say(Outcome.UNKNOWN, NOT_HERE)
    if files:
        return files
    others = [each.path for each in pipelines(ground) if not each.is_workflow]
    return Say(Outcome.UNKNOWN, Message(NOT_GITHUB, {"path": others[0]}) if others else NONE)


def declares_permissions(ground: Ground) -> Say | None:
    """Look whether every job says what its token may, itself or by its workflow."""
    files = _files(ground)
    if isinstance(files, Say):
        return files
    spots = []
    for file in files:
        if file.workflow is not None and file.workflow.permissions is None:
            spots += [
                Evidence(Message("Job {job} says nothing.", {"job": job.id}), file.path, job.line)
                for job in file.workflow.jobs.values()
                if not says_what_its_token_may(job, files)
            ]
    if any(file.workflow is None for file in files):
        return None
    if not spots:
        said = "Workflows looked at: {count}; each says what its tokens may, so that no default is ever used."
        return Say(Outcome.YES, Message(said, {"count": len(files)}))
    said = (
        "Jobs that do not say what their tokens may, and get the repository's default: {count}, {path} first."
    )
    return Say(Outcome.UNKNOWN, Message(said, {"count": len(spots), "path": spots[0].path}), tuple(spots))


def writes(ground: Ground) -> Say | None:
    """Look at which rights workflows grant: everything is too much, nothing to write is the least."""
    files = _files(ground)
    if isinstance(files, Say):
        return files
    everything: list[Evidence] = []
    some: list[Evidence] = []
    silent = []
    for file in files:
        if file.workflow is None:
            return None
        for job in (None, *file.workflow.jobs.values()):
            everything += _everything(file, job)
            some += _some(file, job)
        if file.workflow.permissions is None and any(
            job.permissions is None for job in file.workflow.jobs.values()
        ):
            silent.append(Evidence("Without permissions of its own.", file.path))
    if everything:
        text = Message("A token that may write everything, in {path}.", {"path": everything[0].path})
        return Say(Outcome.NO, text, tuple(everything))
    if not some and not silent:
        said = "Workflows looked at: {count}; none grants a right to write."
        return Say(Outcome.YES, Message(said, {"count": len(files)}))
    said = (
        "Rights to write that are granted: {writes}; workflows that take the default: {silent}. Is each "
        "needed?"
    )
    values: dict[str, str | int | float] = {"writes": len(some), "silent": len(silent)}
    return Say(Outcome.UNKNOWN, Message(said, values), (*some, *silent))


def _everything(file: WorkflowFile, job: Job | None) -> Spots:
    permissions = job.permissions if job else file.workflow.permissions if file.workflow else None
    if permissions and permissions.all and permissions.all.value == "write-all":
        yield Evidence("write-all", file.path, permissions.all.line)


def _some(file: WorkflowFile, job: Job | None) -> Spots:
    permissions = job.permissions if job else file.workflow.permissions if file.workflow else None
    for name, word in permissions.scopes.items() if permissions else ():
        if word.value == WRITES:
            yield Evidence(Message("{scope}: write", {"scope": name}), file.path, word.line)
