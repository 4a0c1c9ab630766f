"""OSPS-VM-04.02: what does not affect the project is said so.

Question:
    Are vulnerabilities of components that do not affect the project accounted for in a VEX document?

Why it matters:
    Every scanner of every user finds the same false alarm. One document silences them all.

How it is counted:
    Files named after VEX, a pipeline that makes one, or an attestation in SECURITY-INSIGHTS. Where an
    advisory database knows nothing against any component, there is nothing to account for.

What it does not tell:
    Whether the statements in it are right.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-vm-0402
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._paths import there
from folkmoot.checks.osps._pipelines import runs
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (
        there(
            r"(.+/)?([^/]*[-_.])?(open)?vex([-_.][^/]*)?\.(json|ya?ml|md|toml)|(.+/)?\.?(open)?vex/.+|"
            r"(.+/)?[^/]*csaf[^/]*\.json",
            "{path} is such a document.",
        ),
        runs(r"\bvexctl\b|openvex/|--vex\b|csaf", text="{path} makes or uses such a document."),
        attested(
            "repository.release.attestations.*.predicate-uri", value=lambda value: "vex" in value.lower()
        ),
    ),
    remedy=(
        "Write one with vexctl: `vexctl create --product=PURL --vuln=CVE-… --status=not_affected "
        "--justification=…`."
    ),
    effort="an hour each",
    settle=(
        "Add `repository.release.attestations` with `predicate-uri: https://openvex.dev/ns` to "
        "SECURITY-INSIGHTS.yml, or save the document as `.vex/….json`."
    ),
)
