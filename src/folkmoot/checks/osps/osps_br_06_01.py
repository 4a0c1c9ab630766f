"""OSPS-BR-06.01: releases are signed or accounted for.

Question:
    Is every release signed, or listed with hashes in something that is signed?

Why it matters:
    A signature is how a user tells the project's file from one that only has its name.

How it is counted:
    Signatures or attestations beside the files of the newest releases, or a pipeline that signs or attests.
    Signed version tags are told, and do not decide: they sign the source, not the files.

What it does not tell:
    Whether a signature is good and whose it is, and signatures that only a registry shows.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-br-0601
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._releases import signed_assets, signed_tags, signing_pipeline
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (
        signed_assets,
        signing_pipeline,
        signed_tags,
        attested("repository.release.attestations.*.location"),
    ),
    remedy=(
        "Add to the release workflow: `- uses: actions/attest-build-provenance@<commit>` with "
        "`subject-path: dist/*` and `permissions: {id-token: write, attestations: write}`."
    ),
    effort="an hour",
    settle="Run it with --forge, or add `repository.release.attestations` to SECURITY-INSIGHTS.yml.",
    once_released=True,
)
