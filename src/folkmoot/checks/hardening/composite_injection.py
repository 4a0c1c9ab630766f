"""Injection into composite actions: words of strangers pasted into their scripts.

Question:
    Is nothing that strangers write pasted into a script of the project's own actions?

Why it matters:
    In a composite action, as in a workflow, GitHub puts the value of ${{ ... }} into the script before it
    runs. An input that a workflow fills with the title of an issue is as dangerous there as the title itself,
    and nobody who reads the workflow sees it.

How it is counted:
    A script (or a program handed to an action, as in the check of those) of a composite action with an
    expression that strangers write. And one with an input of the action, where a workflow of this repository
    fills this input with such an expression. In folders for tests and examples nothing is looked at.

What it does not tell:
    What other projects put into the inputs of an action that is published; and inputs that are handed on from
    one action to the next. Scorecard looks at workflows only.

References:
    GitHub, script injections: https://docs.github.com/en/actions/concepts/security/script-injections
    zizmor, template-injection: https://docs.zizmor.sh/audits/#template-injection
    Scorecard, Dangerous-Workflow: https://github.com/ossf/scorecard/blob/main/docs/checks.md#dangerous-workflow
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from folkmoot.checks.hardening._expressions import flowing, spans
from folkmoot.checks.hardening._looking import ActionFile, actions, hardening_check, workflows
from folkmoot.checks.hardening._strangers import events_with_rights, is_guarded, written_by_strangers
from folkmoot.checks.hardening.github_script import injected
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Risk


def inputs_filled(ground: Ground) -> dict[tuple[str, str], str]:
    """Give, by folder of an action and name of an input, the workflow that fills it with strangers' words."""
    found: dict[tuple[str, str], str] = {}
    for path, workflow in workflows(ground).workflows:
        events = events_with_rights(workflow)
        for job in workflow.jobs.values() if events else ():
            for step in job.steps:
                if step.uses and step.uses.value.startswith("./") and not is_guarded(job, step):
                    folder = posixpath.normpath(step.uses.value)
                    for name, value in step.inputs.items():
                        if written_by_strangers(value.value, events=events):
                            found["" if folder == "." else folder, name] = f"{path}:{value.line}"
    return found


def _direct(action: ActionFile) -> Iterator[Evidence]:
    for step in action.steps:
        told = [(each, step.run.line) for each in written_by_strangers(step.run.value)] if step.run else []
        told += [(expression, line) for _action, expression, line in injected(step)]
        for expression, line in told:
            words = Message("{expression} is pasted into a script.", {"expression": expression})
            yield Evidence(words, action.path, line)


def _handed_over(action: ActionFile, filled: dict[tuple[str, str], str]) -> Iterator[Evidence]:
    for step in action.steps:
        for expression in spans(step.run.value) if step.run else ():
            for name in sorted(flowing(expression)):
                source = filled.get((action.folder, name.removeprefix("inputs.")))
                if step.run and name.startswith("inputs.") and source:
                    values: dict[str, str | int | float] = {"expression": expression.strip(), "place": source}
                    words = "{expression} is pasted into a script; strangers fill it through {place}."
                    yield Evidence(Message(words, values), action.path, step.run.line)


def _places(ground: Ground) -> Iterator[Evidence]:
    filled = inputs_filled(ground)
    for action in actions(ground).actions:
        yield from _direct(action)
        yield from _handed_over(action, filled)


CHECK = hardening_check(
    "composite-injection",
    _places,
    [actions],
    title="No words of strangers in the scripts of own actions",
    question="Is nothing that strangers write pasted into a script of the project's own actions?",
    found="Places of the project's own actions where strangers decide what a script says: {places}.",
    none="No script of the project's own actions has words of strangers pasted into it.",
    nothing="There are no composite actions.",
    why=(
        "GitHub puts the value of an expression into the script before it runs. An input that a workflow "
        "fills with the title of an issue is as dangerous as the title itself."
    ),
    remedy=(
        "Hand the value over as a variable of the step: “env:” with “TITLE: ${{ inputs.title }}”, and write "
        '"$TITLE" in the script.'
    ),
    effort="ten minutes for each place",
    risk=Risk.HIGH,
    definition="https://docs.zizmor.sh/audits/#template-injection",
    order=8,
)
