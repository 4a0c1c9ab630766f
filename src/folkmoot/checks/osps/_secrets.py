"""Secrets in the repository: what keeps them out, and files that are one."""

from __future__ import annotations

import re

from folkmoot.checks.osps._requirement import Say
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome

SCANNERS = (
    r"gitleaks|detect-secrets|trufflehog|talisman|git-secrets|ggshield|gitguardian|secretlint|"
    r"detect-private-key|"
    r"whispers|kingfisher"
)
NAMED = re.compile(
    r"(?:.*/)?(?:id_(?:rsa|dsa|ecdsa|ed25519)|[^/]+\.(?:pem|key|p12|pfx|jks|keystore|ppk)|"
    r"\.env(?:\.[\w-]+)?|\.npmrc|"
    r"\.pypirc|\.netrc|credentials(?:\.json)?)",
    re.IGNORECASE,
)
HARMLESS = re.compile(
    r"(^|/)(tests?|testing|testdata|test[-_]?data|fixtures?|spec|specs|e2e|examples?|samples?|demos?|"
    r"docs?|hack|mocks?|"
    r"integration[-_]?tests?|benchmarks?|playground|certs?|certificates|tls|ssl)/|[._-](example|"
    r"sample|template|dist|"
    r"test|tests|pub|public|defaults?)([._-]|$)|(^|/)[^/]*(test|example|dummy|fake|sample|snakeoil|"
    r"localhost)[^/]*$",
    re.IGNORECASE,
)
"""Where keys and settings are made to be seen."""
SECRET = re.compile(
    rb"-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED )?PRIVATE KEY-----|_authToken\s*=\s*[A-Za-z0-9_-]{20,}|"
    rb"^password\s*[:=]\s*[^\s$<{%]{6,}|AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|"
    rb"^[A-Z_]*(?:SECRET|TOKEN|PASSWORD|API_KEY)[A-Z_]*=[\"']?[A-Za-z0-9+/_-]{20,}",
    re.MULTILINE,
)


def secret_files(ground: Ground) -> Say | None:
    """Look for files that hold a secret, where they are not made for tests or examples."""
    wanted = [path for path in ground.paths() if NAMED.fullmatch(path) and not HARMLESS.search(path)][:200]
    spots = [
        Evidence("Looks like a secret.", path, content.count(b"\n", 0, match.start()) + 1)
        for path, content, _ in ground.read_all(wanted, 20_000)
        if content and (match := SECRET.search(content))
    ]
    if not spots:
        return None
    said = "{path} looks like a secret. If it ever was one, it has to be replaced, not only removed."
    return Say(Outcome.NO, Message(said, {"path": spots[0].path}), tuple(spots))


def scanner(ground: Ground) -> Say | None:
    """Look for a scanner that runs before a commit or in the pipelines."""
    pattern = re.compile(SCANNERS.encode(), re.IGNORECASE)
    wanted = [
        path for path in ground.paths()
        if re.fullmatch(r"\.pre-commit-config\.ya?ml|\.?gitleaks\.toml|\.gitleaksignore|\.secrets\.baseline|"
                        r"\.talismanrc|lefthook\.ya?ml|\.github/workflows/[^/]+\.ya?ml|"
                        r"\.gitlab-ci\.yml", path)
    ]  # fmt: skip
    for path, content, _ in ground.read_all(wanted, 200_000):
        for number, line in enumerate((content or b"").split(b"\n"), 1):
            if pattern.search(line) and not line.lstrip().startswith(b"#"):
                said = Message("{path} looks for secrets.", {"path": path})
                return Say(Outcome.YES, said, (Evidence(said, path, number),))
    return None
