"""write-all of a job: one job whose token may do everything.

Question:
    Does no job ask for a token that may do everything?

Why it matters:
    The token of a job with write-all can push code, publish releases, approve changes and alter every
    setting a token can reach. Every action and every package that the job runs gets it.

How it is counted:
    A job with “permissions: write-all” is a place. Jobs name what they need instead, so there is no case in
    which it must be so. Scorecard tells of write-all at the top of a workflow, but not of that of a job.

What it does not tell:
    Whether a job with single permissions could do with fewer, and what the default of the repository is.

References:
    GitHub, permissions of a job: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idpermissions
    zizmor, excessive-permissions: https://docs.zizmor.sh/audits/#excessive-permissions
    Scorecard, Token-Permissions: https://github.com/ossf/scorecard/blob/main/docs/checks.md#token-permissions
"""

from __future__ import annotations

from collections.abc import Iterator

from folkmoot.checks.hardening._looking import hardening_check, workflows
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Risk


def _places(ground: Ground) -> Iterator[Evidence]:
    for path, workflow in workflows(ground).workflows:
        for job in workflow.jobs.values():
            word = job.permissions.all if job.permissions else None
            if word and word.value.lower() == "write-all":
                yield Evidence(
                    Message("The job {job} may write everything.", {"job": job.id}), path, word.line
                )


CHECK = hardening_check(
    "job-write-all",
    _places,
    [workflows],
    title="No job with a token for everything",
    question="Does no job ask for a token that may do everything?",
    found="Jobs that ask for a token that may do everything: {places}.",
    none="No job asks for a token that may do everything.",
    nothing="There are no workflows.",
    why=(
        "The token of such a job can push code, publish releases and approve changes. Every action and every "
        "package that the job runs gets it."
    ),
    remedy=(
        "Replace “permissions: write-all” by what the job does, such as “permissions:” with “contents: read” "
        "and “issues: write” under it. If you are not sure, begin with “contents: read”: the log of the next "
        "run names what is missing."
    ),
    effort="ten minutes for each job",
    risk=Risk.HIGH,
    definition="https://docs.zizmor.sh/audits/#excessive-permissions",
    order=11,
)
