"""OSPS-BR-07.01: secrets stay out of the repository.

Question:
    Does something keep secrets from being committed?

Why it matters:
    A key that was pushed is public at once: robots read new commits within minutes.

How it is counted:
    The forge's secret scanning, or a scanner before commits or in the pipelines, is a yes. A file that looks
    like a key or a token, outside of tests and examples, is a no.

What it does not tell:
    Secrets in other files and in the history: only a scanner finds those. Keys of tests are left out by their
    folders.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-br-0701
"""

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._secrets import scanner, secret_files

REPLACE = "Replace the secret where it is used, then remove the file."
SCANNER = "`repo: https://github.com/gitleaks/gitleaks`, `id: gitleaks`"

CHECK = requirement(
    __doc__,
    (
        secret_files,
        shown(
            lambda forge: forge.push_protection or forge.secret_scanning,
            "The forge looks for secrets in what is pushed.",
        ),
        scanner,
        attested("repository.security.tools.*.type", value=lambda value: value == "secret"),
    ),
    remedy={
        "": f"{REPLACE} Add a scanner to .pre-commit-config.yaml: {SCANNER}.",
        "github": f"{REPLACE} Switch on Settings > Code security > Secret scanning and Push protection.",
        "gitlab": f"{REPLACE} Add to .gitlab-ci.yml: `include: [{{template: "
        "Jobs/Secret-Detection.gitlab-ci.yml}]`.",
    },
    effort="ten minutes, and more where a secret has to be replaced",
    settle={
        "": f"Add a scanner to .pre-commit-config.yaml: {SCANNER}.",
        "github": "Run it with --forge and a token that may administer; or add a scanner to "
        f".pre-commit-config.yaml: {SCANNER}.",
        "gitlab": "Run it with --forge; or add to .gitlab-ci.yml: `include: [{template: "
        "Jobs/Secret-Detection.gitlab-ci.yml}]`.",
    },
)
