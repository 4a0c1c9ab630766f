"""Every dependency that workflows, Dockerfiles and scripts use, and whether it is pinned.

Gathered as by https://github.com/ossf/scorecard/blob/main/checks/raw/pinned_dependencies.go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from folkmoot.checks.scorecard._commands import base
from folkmoot.checks.scorecard._dockerfile import BrokenDockerfileError
from folkmoot.checks.scorecard._dockerfiles import (
    OddFromError,
    commands_of,
    dockerfiles,
    encoded,
    images,
    is_shell_script,
    is_template,
)
from folkmoot.checks.scorecard._files import file_name, is_test_data, listing, matching, read_files
from folkmoot.checks.scorecard._nuget import BrokenProjectError, central_versions, is_fixed, locks_restore
from folkmoot.checks.scorecard._scored import NotHereError
from folkmoot.checks.scorecard._shell import Fetched, Found, Script, Use, look, prepare
from folkmoot.checks.scorecard._shfmt import Shell, program
from folkmoot.checks.scorecard._survey import survey
from folkmoot.checks.scorecard._workflow import Job, Step
from folkmoot.checks.scorecard._workflows import WorkflowFile, workflow_files
from folkmoot.model.check import Ground

ACTION = "GitHubAction"
NUGET = "nugetCommand"
PARSED_SHELLS = ("sh", "bash", "mksh")
"""Shells whose scripts are looked into; shfmt reads them all as those of bash."""
_PINNED_ACTION = re.compile(r"@[a-fA-F\d]{40}", re.ASCII)
_DIGEST = re.compile(r"@sha256:[a-fA-F\d]{64}", re.ASCII)
_EXPRESSION = re.compile(rb"\{\{[^{}]*\}\}")
_WINDOWS = re.compile(
    r"runner\.os\s*==\s*['\"]windows['\"]|\$\{\{\s*startsWith\(runner\.os,\s*['\"]windows['\"]\)|"
    r"matrix\.os\s*==\s*['\"]windows-",
    re.IGNORECASE | re.ASCII,
)


@dataclass(frozen=True)
class Action:
    """An action that is used, as it is written."""

    name: str
    path: str
    line: int
    is_pinned: bool


@dataclass
class Gathered:
    """Everything found. `malformed` are words about .NET files; `failures` those at which a script was left.

    `stop` says why nothing can be said at all, "" where all went well. `lacks_shell` is True when there were
    scripts and no shfmt that makes trees.
    """

    actions: list[Action] = field(default_factory=list)
    images: list[Use] = field(default_factory=list)
    commands: Found = field(default_factory=Found)
    malformed: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    stop: str = ""
    lacks_shell: bool = False


def gather(ground: Ground) -> Gathered:
    """Give every dependency. Raises NotHereError when the content of a file that decides is not here."""
    gathered = Gathered()
    workflows = workflow_files(ground)
    for file in workflows:
        if file.workflow is None:
            gathered.stop = f"invalid GitHub workflow: {file.path}:{file.line}: {file.problem}"
            return gathered
        if file.path.startswith(".github/workflows/"):
            gathered.actions += _actions(file)
    try:
        found = dockerfiles(ground)
        for path, instructions in found:
            if not is_template(path):
                gathered.images += images(path, instructions)
    except (BrokenDockerfileError, OddFromError) as error:
        gathered.stop = f"invalid Dockerfile: {error}"
        return gathered
    steps = [scope for file in workflows for scope in _workflow_scopes(file, gathered)]
    _commands(gathered, [commands_of(*each) for each in found], _scripts(ground), steps)
    _apply_locks(ground, gathered)
    return gathered


def _actions(file: WorkflowFile) -> Iterator[Action]:
    for job in file.workflow.jobs.values() if file.workflow else ():
        for uses in (job.call, *(step.uses for step in job.steps)):
            if uses and uses.value and not uses.value.startswith("./"):
                yield Action(uses.value, file.path, uses.line, is_pinned_action(uses.value))
            elif uses and uses is job.call and not uses.value:
                yield Action("", file.path, uses.line, is_pinned=False)


def is_pinned_action(uses: str) -> bool:
    """Tell whether an action is pinned: local, by 40 digits of a commit, or by the digest of an image."""
    is_local = len(uses) > 2 and uses.startswith(".") and uses[2:].strip("/") != ""
    image = uses.partition("docker://")[2]
    return is_local or bool(_PINNED_ACTION.search(uses) or _DIGEST.search(image))


def _scripts(ground: Ground) -> list[Script]:
    seen = survey(ground)
    endings = tuple(f".{shell}" for shell in PARSED_SHELLS)
    for path in seen.missing:
        if path.endswith(endings):
            raise NotHereError(path)
    # A script may be a file without an ending. Where none of those is here, nothing can be said about them;
    # where some are, the missing ones are the large ones, and no scripts.
    if (bare := next((path for path in seen.missing if _is_bare(path)), "")) and not seen.shebangs:
        raise NotHereError(bare)
    paths = [
        path
        for path in listing(ground).paths
        if (path in seen.shebangs or path.endswith(endings))
        and not is_test_data(path)
        and is_shell_script(path, seen.shebangs.get(path), PARSED_SHELLS)
    ]
    return [Script(content, path) for path, content in read_files(ground, paths)]


def _is_bare(path: str) -> bool:
    return "." not in file_name(path)


def _workflow_scopes(file: WorkflowFile, gathered: Gathered) -> Iterator[list[Script]]:
    for job in file.workflow.jobs.values() if file.workflow else ():
        scripts = []
        for step in job.steps:
            if step.run is None:
                continue
            shell = shell_of(step, job)
            if shell is None:
                problem = "error parsing job operating system"
                gathered.commands.skipped.append((file.path, step.line, problem))
            elif base(shell).lower() in PARSED_SHELLS:
                text = _EXPRESSION.sub(b"GITHUB_REDACTED_VAR", encoded(step.run.value))
                scripts.append(Script(text, file.path, step.run.line, step.run.line))
        yield scripts


def shell_of(step: Step, job: Job) -> str | None:
    """Give the shell that runs a step; None when the job's systems stand in a matrix that cannot be read."""
    if step.shell or job.shell:
        return step.shell or job.shell
    if step.condition and _WINDOWS.search(step.condition.value):
        return "pwsh"
    systems = job.labels
    if len(systems) == 1 and "matrix.os" in systems[0]:
        systems = job.systems
        if not systems:
            return None
    return "pwsh" if all(system.lower().startswith("windows") for system in systems) else "bash"


def _commands(
    gathered: Gathered, dockerfiles: list[list[Script]], scripts: list[Script], jobs: list[list[Script]]
) -> None:
    scopes = [*dockerfiles, *([script] for script in scripts), *jobs]
    if not any(scopes):
        return
    path = program()
    shell = Shell(path) if path else None
    if shell is None or not shell.signs:
        gathered.lacks_shell = True
        return
    prepare(shell, scopes)
    skipped_before = gathered.commands.skipped
    gathered.commands.skipped = []
    for scope in dockerfiles:
        failure = _look_at(shell, scope, gathered)
        if failure:
            gathered.stop = failure
            return
    for script in scripts:
        # The engine looks at no script after one of these.
        if failure := _look_at(shell, [script], gathered):
            break
    for scope in jobs:
        files: Fetched = {}
        for script in scope:
            if failure := _look_at(shell, [script], gathered, files):
                gathered.failures.append(failure)
    gathered.commands.skipped += skipped_before


def _look_at(shell: Shell, scope: list[Script], gathered: Gathered, files: Fetched | None = None) -> str:
    files = {} if files is None else files
    for script in scope:
        gathered.commands.failure = ""
        look(shell, script, files, gathered.commands)
        if gathered.commands.failure:
            return gathered.commands.failure
    return ""


def _apply_locks(ground: Ground, gathered: Gathered) -> None:
    """Take restores of NuGet for pinned where the project files lock what is restored."""
    if not any(use.kind == NUGET and not use.is_pinned for use in gathered.commands.uses):
        return
    versions: list[str] | None = None
    for _path, content in read_files(ground, matching(ground, "Directory.*.props")):
        try:
            versions = central_versions(content)
            break
        except BrokenProjectError:
            gathered.malformed.append("malformed properties file: error parsing dotnet props file")
    locks = []
    for _path, content in read_files(ground, matching(ground, "*.csproj")):
        try:
            locks.append(locks_restore(content))
        except BrokenProjectError:
            gathered.malformed.append("malformed csproj file: error parsing csproj file")
    is_locked = all(map(is_fixed, versions)) if versions is not None else bool(locks) and all(locks)
    if is_locked:
        gathered.commands.uses = [
            Use(use.kind, use.path, use.line, use.end, is_pinned=True) if use.kind == NUGET else use
            for use in gathered.commands.uses
        ]
