"""What the checks of this room look at, and how places that they find become a finding.

A file that cannot be read is an error of that file. It never hides what was found elsewhere, and never lets a
check say that all is well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from folkmoot.checks.scorecard._files import is_test_data, listing, read_files
from folkmoot.checks.scorecard._scored import NOT_HERE, NotHereError
from folkmoot.checks.scorecard._workflow import Step, Workflow, mapping_of, parse_workflow, steps_of
from folkmoot.checks.scorecard._workflows import workflow_files
from folkmoot.checks.scorecard._yaml import BrokenYamlError, compose
from folkmoot.i18n import Message, Text
from folkmoot.model.check import Check, Evidence, Finding, Ground, Outcome, Risk

TRIED_FOLDERS = frozenset(
    ("test", "tests", "spec", "fixtures", "fixture", "testdata", "test-data", "example", "examples",
     "node_modules", "vendor", "third_party")
)  # fmt: skip
"""Folders whose actions are there to be looked at, not to be run."""
ACTION_LIMIT = 1_000_000


@dataclass(frozen=True)
class ActionFile:
    """A composite action: the `folder` it is in ("" at the top), and its steps."""

    path: str
    folder: str
    steps: tuple[Step, ...]


@dataclass
class Seen:
    """What could be read, and the places of what could not. `broken` says what is wrong there."""

    workflows: list[tuple[str, Workflow]] = field(default_factory=list)
    actions: list[ActionFile] = field(default_factory=list)
    broken: list[Evidence] = field(default_factory=list)


def workflows(ground: Ground) -> Seen:
    """Give every workflow with its aliases followed, as GitHub does. Raises NotHereError."""
    return ground.once("hardening workflows", lambda: _workflows(ground))


def actions(ground: Ground) -> Seen:
    """Give every composite action that is there to be run. Raises NotHereError."""
    return ground.once("hardening actions", lambda: _actions(ground))


def _workflows(ground: Ground) -> Seen:
    seen = Seen()
    for file in workflow_files(ground):
        workflow = file.workflow
        problem, line = file.problem, file.line
        if workflow and b"&" in file.content and b"*" in file.content:
            try:
                workflow = parse_workflow(file.content, follow=True)
            except BrokenYamlError as error:
                workflow, problem, line = None, error.problem, error.line
        if workflow:
            seen.workflows.append((file.path, workflow))
        else:
            seen.broken.append(_broken(file.path, problem, line))
    return seen


def _actions(ground: Ground) -> Seen:
    seen = Seen()
    paths = [path for path in listing(ground).paths if _is_action(path)]
    for path, content in read_files(ground, paths, ACTION_LIMIT):
        try:
            root = compose(content, follow=True)
        except BrokenYamlError as error:
            seen.broken.append(_broken(path, error.problem, error.line))
            continue
        runs = mapping_of(mapping_of(root).get("runs"))
        if "using" in runs and runs["using"].value.lower() == "composite":
            seen.actions.append(ActionFile(path, path.rpartition("/")[0], steps_of(runs.get("steps"))))
    return seen


def _is_action(path: str) -> bool:
    *folders, name = path.split("/")
    is_named = name in ("action.yml", "action.yaml")
    return is_named and not TRIED_FOLDERS & set(folders) and not is_test_data(path)


def _broken(path: str, problem: str, line: int) -> Evidence:
    return Evidence(Message("This file is no YAML: {problem}", {"problem": problem}), path, line)


def hardening_check(
    identifier: str,
    look: Callable[[Ground], Iterable[Evidence]],
    read: Sequence[Callable[[Ground], Seen]],
    *,
    title: str,
    question: str,
    found: str,
    none: Text,
    nothing: Text,
    why: str,
    remedy: str,
    effort: str,
    risk: Risk,
    definition: str,
    order: int,
) -> Check:
    """Give the check with the id `hardening-<identifier>` over what `read` gives.

    `look` gives the places that speak against the project, `found` says how many {places} there are, `none`
    that there is none, `nothing` that there was nothing to look at.
    """

    def decide(ground: Ground) -> Finding:
        try:
            seen = [each(ground) for each in read]
            # Through an alias one line can be found twice.
            found_once = {(spot.place, str(spot.what)): spot for spot in look(ground)}
        except NotHereError as error:
            told = Message(NOT_HERE, {"path": error.path})
            return finding(Outcome.UNKNOWN, told)
        spots = tuple(found_once.values())
        broken = tuple(each for part in seen for each in part.broken)
        if spots:
            return finding(Outcome.NO, Message(found, {"places": len(spots)}), spots + broken)
        if broken:
            told = Message("Files that could not be read: {files}.", {"files": len(broken)})
            return finding(Outcome.ERROR, told, broken)
        is_something = any(part.workflows or part.actions for part in seen)
        return finding(Outcome.YES, none) if is_something else finding(Outcome.NOT_APPLICABLE, nothing)

    def finding(outcome: Outcome, evidence: Text, spots: tuple[Evidence, ...] = ()) -> Finding:
        is_open = outcome is Outcome.NO
        return Finding(
            id=f"hardening-{identifier}",
            title=title,
            outcome=outcome,
            evidence=(evidence,),
            why=why,
            remedy=remedy if is_open else "",
            effort=effort if is_open else "",
            spots=spots,
        )

    return Check(
        id=f"hardening-{identifier}",
        version=1,
        title=title,
        question=question,
        page="security",
        decide=decide,
        definition=definition,
        order=order,
        risk=risk,
    )
