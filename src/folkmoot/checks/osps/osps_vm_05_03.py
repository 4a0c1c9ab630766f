"""OSPS-VM-05.03: changes are checked for bad dependencies.

Question:
    Is every change checked for malicious and vulnerable dependencies, and stopped when it brings one?

Why it matters:
    It is cheaper to keep a dependency out than to get it out again.

How it is counted:
    A pipeline on changes that checks dependencies shows the check; that it stops a change the forge's
    required checks show. Both are a yes.

What it does not tell:
    What apps check that leave nothing in the repository (Dependabot alerts, Snyk, Socket).

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-vm-0503
"""

from folkmoot.checks.osps._blocking import blocking
from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._pipelines import runs
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import at_word
from folkmoot.model.check import Outcome

NAMES = ("snyk", "trivy", "grype", "nancy", "fossa")
"""Tools that are told by whole words."""
CHECKS = "|".join(
    (
        r"dependency-review|osv-scanner|govulncheck|pip-audit|npm audit|pnpm audit|yarn (npm )?audit",
        r"cargo[- ](audit|deny|vet)|audit-check|bundler?[- ]audit|composer audit",
        *(rf"{at_word(name)}\b" for name in NAMES),
        at_word("safety (check|scan)"),
        "dependency-check|socketsecurity|whitesource|mend-scan",
    )
)


CHECK = requirement(
    __doc__,
    (
        blocking(CHECKS),
        runs(
            CHECKS,
            on_change=True,
            outcome=Outcome.UNKNOWN,
            text="{path} checks dependencies on changes; whether it stops one the forge would tell.",
        ),
        attested("repository.security.tools.*.type", value=lambda value: value == "SCA"),
    ),
    remedy={
        "": "Run `osv-scanner scan -r .` in a pipeline on changes, and make its check required.",
        "github": "Add to a workflow `on: pull_request`: `- uses: "
        "actions/dependency-review-action@<commit>`, and "
        "make it a required check.",
        "gitlab": "Add a job to .gitlab-ci.yml that runs `osv-scanner scan -r .` on merge requests, without "
        "allow_failure, and switch on Pipelines must succeed.",
    },
    effort="half an hour",
    settle=(
        "Run it with --forge: required status checks show whether the check stops a change; or name the "
        "tool under `repository.security.tools` (type SCA) in SECURITY-INSIGHTS.yml."
    ),
)
