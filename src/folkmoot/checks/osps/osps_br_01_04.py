"""OSPS-BR-01.04: collaborators' input is checked too.

Question:
    Is what collaborators type into a workflow by hand kept out of scripts?

Why it matters:
    A stolen account can start a workflow as well as its owner. An input that is pasted into a script is a
    command.

How it is counted:
    In workflows that are started by hand or called by others, `run` and scripts of actions/github-script are
    searched for `${{ inputs.… }}`. One is a no; no such workflow is not applicable. Inputs whose values
    GitHub itself limits (choices, truth values, numbers) do not count.

What it does not tell:
    What scripts do with inputs that came through an environment variable, and other build services.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-br-0104
"""

from folkmoot.checks.osps._ci_risks import INPUTS, pasted
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (
        pasted(
            INPUTS,
            bad="{path} pastes an input into a script.",
            good="Workflows started by hand: {count}; no input is pasted into a script.",
            events=("workflow_dispatch", "workflow_call"),
        ),
    ),
    remedy=(
        "Hand the input over as an environment variable and quote it: `env: {VERSION: ${{ inputs.version "
        '}}}`, then `"$VERSION"` in the script.'
    ),
    effort="half an hour for each",
    settle="Say how inputs of pipelines are checked where they do not run on GitHub.",
)
