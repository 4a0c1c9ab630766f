"""OSPS-DO-03.02: whose signature to expect.

Question:
    Does the documentation say who or what a release's signature must come from?

Why it matters:
    A good signature of a stranger is worth nothing: users must know whose to expect.

How it is counted:
    Fingerprints of keys, certificate identities, a KEYS file, or a heading about who signs.

What it does not tell:
    Whether those keys are still the ones in use.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-do-0302
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._paths import there
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import at_word, told

OPTIONS = ("certificate-identity", "certificate-oidc-issuer", "--signer-workflow", "--cert-identity")
"""What names the expected signer on a command line."""

CHECK = requirement(
    __doc__,
    (
        told(
            headings=r"(release|signing|pgp|gpg|public) keys?|who signs|signed by|(release )?signers?",
            words="|".join(
                (
                    *(rf"{option}\S*[ =]\S*[/@.]" for option in OPTIONS),
                    r"key fingerprint\b",
                    rf"{at_word('fingerprint')}\b.{{0,40}}[0-9a-f]{{4}}",
                    r"[0-9a-f][0-9a-f]{3} ?([0-9a-f]{4} ?){9}\b.{0,80}(pgp|gpg|key|sign)",
                    *(
                        rf"{sign}\b.{{0,80}}([0-9a-f]{{4}} {{1,2}}){{8,10}}"
                        for sign in ("pgp", "gpg", r"sign\w*")
                    ),
                )
            ),
            about=("fingerprint", "cert-identity", "certificate-", "signer", "pgp", "gpg", "signing"),
        ),
        there(
            r"(docs?/)?keys(\.(asc|txt|gpg|md))?|[^/]*(release|signing)[-_]keys?[^/]*\.(asc|"
            r"gpg|txt|md|pem|pub)|cosign\.pub",
            "{path} holds the keys of releases.",
        ),
        attested("project.documentation.signature-verification", "project.vulnerability-reporting.pgp-key"),
    ),
    remedy=(
        "Write beside the steps for verifying whose signature it must be: the key's fingerprint, or the "
        "workflow's identity (`--signer-workflow OWNER/NAME/.github/workflows/release.yml`)."
    ),
    effort="half an hour",
    settle=(
        "Add `project.documentation.signature-verification: https://…` to SECURITY-INSIGHTS.yml, a page "
        "that names who signs."
    ),
    once_released=True,
)
