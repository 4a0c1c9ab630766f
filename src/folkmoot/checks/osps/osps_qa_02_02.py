"""OSPS-QA-02.02: compiled releases come with a bill of materials.

Question:
    Does every compiled release come with a list of all that is in it?

Why it matters:
    When the next Log4Shell comes, everybody asks the same question on the same day. The list answers it.

How it is counted:
    A file named after SBOM, SPDX or CycloneDX beside the files of the newest releases, a pipeline that makes
    one, or an attestation in SECURITY-INSIGHTS. Releases without files of their own are not applicable.

What it does not tell:
    Whether the list is right, and lists that registries or images carry.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-qa-0202
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._pipelines import runs
from folkmoot.checks.osps._releases import assets_named, released_bill
from folkmoot.checks.osps._requirement import Say, requirement
from folkmoot.model.check import Ground, Outcome


def _without_files(ground: Ground) -> Say | None:
    """Say that there is nothing compiled where releases have no files."""
    named = assets_named(ground)
    return named if named and named.outcome is Outcome.NOT_APPLICABLE else None


CHECK = requirement(
    __doc__,
    (
        released_bill,
        _without_files,
        runs(
            r"anchore/sbom-action|\bsyft\b|cyclonedx|spdx-sbom|sbom: *true|\bbom generate|"
            r"kubernetes-sigs/bom|"
            r"trivy.*(cyclonedx|spdx)|sbom-tool|cargo[- ](sbom|cyclonedx)|npm sbom|folkmoot sbom",
            text="{path} makes a bill of materials.",
        ),
        attested(
            "repository.release.attestations.*.predicate-uri",
            value=lambda value: "spdx" in value.lower() or "cyclonedx" in value.lower(),
        ),
        attested("dependencies.sbom.*.sbom-file", "dependencies.sbom.*.sbom-url"),
    ),
    remedy=(
        "Make one in the release workflow and publish it beside the files: `folkmoot sbom --format "
        "cyclonedx > sbom.cdx.json`."
    ),
    effort="an hour",
    settle=(
        "Run it with --forge, or add `repository.release.attestations` with `predicate-uri: "
        "https://spdx.dev/Document` to SECURITY-INSIGHTS.yml."
    ),
    once_released=True,
)
