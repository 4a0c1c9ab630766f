"""OSPS-DO-03.01: how to verify a release.

Question:
    Does the documentation say how to check that a release is genuine and whole?

Why it matters:
    A signature nobody knows how to check protects nobody.

How it is counted:
    Headings about verifying, or commands that verify (gpg --verify, cosign verify, gh attestation verify,
    sha256sum -c and the like).

What it does not tell:
    Whether the steps work, and whether they cover every file that is released.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-do-0301
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import told

CHECK = requirement(
    __doc__,
    (
        told(
            headings=r"verif(y|ying|ication)( of)? .*(releas|signature|artifact|download|integrity|"
            r"provenance|"
            r"authenticity|image|tarball|packag|checksum|tag)|(release|signature|artifact|checksum|"
            r"provenance) verif|^signed (releases?|artifacts?|tarballs?|tags)$",
            words=r"gpg2? --verify|cosign verify|gh attestation verify|slsa-verifier|sha(256|512)sum (-c|"
            r"--check)|sigstore verify|minisign -v|signify -v|npm audit signatures|git (verify-tag|"
            r"tag -v)|codesign --verify",
            about=("verif", "sum -c", "sum --check", "signature", "minisign"),
            says=r"releas|download|tarball|wheel|installer|package|image|checksum|binar|gpg|pgp|tag",
            unless=r"^usage:|\[-h\]",
        ),
        attested(
            "project.documentation.signature-verification", "repository.release.attestations.*.location"
        ),
    ),
    remedy=(
        "Write a section “Verifying a release” with the command and its expected output: `gh attestation "
        "verify FILE --repo OWNER/NAME`."
    ),
    effort="half an hour",
    settle="Add `project.documentation.signature-verification: https://…` to SECURITY-INSIGHTS.yml.",
    once_released=True,
)
