"""Injection by a detour: a variable that strangers fill, pasted into a script.

Question:
    Is no variable that strangers fill pasted into a script?

Why it matters:
    “env:” with “TITLE: ${{ github.event.issue.title }}” is the right way to hand a title to a script, as long
    as the script says "$TITLE": then the shell reads a value. With ${{ env.TITLE }} GitHub puts the title
    into the text of the script before it runs, as if there had been no variable, and whoever wrote the title
    decides what is run.

How it is counted:
    A script of “run:”, or a program handed to an action (as in the check of those), in which an expression
    gives a variable of the workflow, the job or the step whose value is an expression that strangers write.
    The nearest variable of a name counts, and one filled from another one counts too. In composite actions
    the variables of their own steps count, also those filled from an input that a workflow of this repository
    fills with such words. What only compares a variable, and toJSON in JavaScript, is harmless. Workflows
    that start on pull_request only, what is empty under the other events, and jobs and steps whose condition
    asks who it is are left out.

What it does not tell:
    Variables that a script writes to GITHUB_ENV, and outputs of steps.

References:
    GitHub, script injections: https://docs.github.com/en/actions/concepts/security/script-injections
    GitHub, the env context: https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#env-context
    zizmor, template-injection: https://docs.zizmor.sh/audits/#template-injection
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from folkmoot.checks.hardening._looking import actions, hardening_check, workflows
from folkmoot.checks.hardening._strangers import events_with_rights, is_guarded
from folkmoot.checks.hardening._variables import Filled, filled_by_strangers, pasted
from folkmoot.checks.hardening.composite_injection import inputs_filled
from folkmoot.checks.hardening.github_script import program_of
from folkmoot.checks.scorecard._workflow import Step
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Risk


def _of_step(path: str, step: Step, filled: Mapping[str, Filled]) -> Iterator[Evidence]:
    _action, program, is_program = program_of(step)
    for text, is_safe in ((step.run, False), (program, is_program)):
        for expression, source in pasted(text.value, filled, is_program=is_safe) if text else ():
            values: dict[str, str | int | float] = {
                "expression": expression, "source": source.expression, "line": source.line,
            }  # fmt: skip
            told = "{expression} is pasted into a script; line {line} fills it with {source}."
            yield Evidence(Message(told, values), path, text.line if text else 0)


def _places(ground: Ground) -> Iterator[Evidence]:
    for path, workflow in workflows(ground).workflows:
        events = events_with_rights(workflow)
        everywhere = filled_by_strangers({}, workflow.variables, events) if events else {}
        for job in workflow.jobs.values() if events else ():
            in_job = filled_by_strangers(everywhere, job.variables, events)
            for step in job.steps:
                if not is_guarded(job, step):
                    yield from _of_step(path, step, filled_by_strangers(in_job, step.variables, events))
    inputs = inputs_filled(ground)
    for action in actions(ground).actions:
        given = {f"inputs.{name}" for folder, name in inputs if folder == action.folder}
        for step in action.steps:
            yield from _of_step(action.path, step, filled_by_strangers({}, step.variables, also=given))


CHECK = hardening_check(
    "env-injection",
    _places,
    [workflows, actions],
    title="No variables filled by strangers in scripts",
    question="Is no variable that strangers fill pasted into a script?",
    found="Places where a variable puts words of strangers into a script: {places}.",
    none="No script has a variable with words of strangers pasted into it.",
    nothing="There are no workflows and no composite actions.",
    why=(
        "A variable keeps the words of strangers apart from the script only where the shell reads it. An "
        "expression with env puts them into the text of the script, and who wrote them decides what is run."
    ),
    remedy=(
        "Write the variable as the shell does: “$TITLE” in quotes for “${{ env.TITLE }}” (“$env:TITLE” in "
        "PowerShell, process.env.TITLE in actions/github-script). The “env:” above it can stay as it is."
    ),
    effort="five minutes for each place",
    risk=Risk.CRITICAL,
    definition="https://docs.zizmor.sh/audits/#template-injection",
    order=9,
)
