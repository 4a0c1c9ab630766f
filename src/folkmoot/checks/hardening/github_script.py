"""Injection into the scripts of actions: words of strangers pasted into a program.

Question:
    Is nothing that strangers write pasted into a program that an action runs?

Why it matters:
    GitHub puts the value of ${{ ... }} into the text of the script before it runs. Somebody who opens an
    issue with the title `"); await github.rest.repos.delete(...)//` then decides what is run, with the
    project's token.

How it is counted:
    An expression in an input that an action runs (“script” of actions/github-script, the inline scripts of
    azure/cli and azure/powershell, “script” of appleboy/ssh-action, “run” of addnab/docker-run-action, the
    commands of mikefarah/yq) whose value strangers write: titles, bodies, branch names, commit messages,
    names of authors. What only compares such a value, and toJSON in JavaScript, is harmless. Workflows that
    start on pull_request only are left out: there strangers may run any code anyway, without rights. So is
    what is empty under every other event of the workflow, such as the branch of a pull request under push,
    and steps and jobs whose condition asks who it is (author_association, the repository of the branch).

What it does not tell:
    Whether words of strangers come in by an output of a step. Variables are a check of their own, and scripts
    of “run:” are judged by Scorecard's Dangerous-Workflow.

References:
    GitHub, script injections: https://docs.github.com/en/actions/concepts/security/script-injections
    GitHub Security Lab, untrusted input: https://securitylab.github.com/resources/github-actions-untrusted-input/
    zizmor, template-injection: https://docs.zizmor.sh/audits/#template-injection
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from folkmoot.checks.hardening._looking import hardening_check, workflows
from folkmoot.checks.hardening._strangers import events_with_rights, is_guarded, written_by_strangers
from folkmoot.checks.scorecard._workflow import Step, Word
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Risk

PROGRAMS = {
    "actions/github-script": "script",
    "addnab/docker-run-action": "run",
    "appleboy/ssh-action": "script",
    "azure/cli": "inlinescript",
    "azure/powershell": "inlinescript",
    "devorbitus/yq-action-output": "cmd",
    "mikefarah/yq": "cmd",
    "sergeysova/jq-action": "cmd",
}
"""The input that each of these actions runs as a program."""


def program_of(step: Step) -> tuple[str, Word | None, bool]:
    """Give the action of a step, the program it runs or None, and whether toJSON makes a literal in it."""
    action = step.uses.value.partition("@")[0].lower() if step.uses else ""
    return action, step.inputs.get(PROGRAMS.get(action, "")), action == "actions/github-script"


def injected(step: Step, events: Collection[str] = ()) -> Iterator[tuple[str, str, int]]:
    """Give (action, expression, line) of what strangers write into the program of an action."""
    action, program, is_program = program_of(step)
    if program:
        for expression in written_by_strangers(program.value, is_program=is_program, events=events):
            yield action, expression, program.line


def _places(ground: Ground) -> Iterator[Evidence]:
    for path, workflow in workflows(ground).workflows:
        events = events_with_rights(workflow)
        for job in workflow.jobs.values() if events else ():
            for step in job.steps:
                for action, expression, line in () if is_guarded(job, step) else injected(step, events):
                    told = Message(
                        "{expression} is pasted into a program of {action}.",
                        {"expression": expression, "action": action},
                    )
                    yield Evidence(told, path, line)


CHECK = hardening_check(
    "github-script",
    _places,
    [workflows],
    title="No words of strangers in the programs of actions",
    question="Is nothing that strangers write pasted into a program that an action runs?",
    found="Places where strangers decide what a program says: {places}.",
    none="No program of an action has words of strangers pasted into it.",
    nothing="There are no workflows.",
    why=(
        "GitHub puts the value of an expression into the script before it runs. Whoever opens an issue with "
        "the right title decides what is run, with the project's token."
    ),
    remedy=(
        "In actions/github-script read the value instead of pasting it: context.payload.issue.title for "
        "“${{ github.event.issue.title }}”. Elsewhere hand it over as a variable: “env:” with “TITLE: ${{ "
        'github.event.issue.title }}”, and then process.env.TITLE or "$TITLE".'
    ),
    effort="ten minutes for each place",
    risk=Risk.CRITICAL,
    definition="https://docs.zizmor.sh/audits/#template-injection",
    order=6,
)
