"""Files that are a secret, and scanners that keep them out."""

from __future__ import annotations

import pytest

from checks.trees import ground
from folkmoot.checks.osps._secrets import scanner, secret_files
from folkmoot.i18n import say
from folkmoot.model.check import Outcome

KEY = "-----BEGIN {}PRIVATE KEY-----\nb3BlbnNzaA\n"
TOKEN = "API_TOKEN=" + "a1" * 16 + "\n"


@pytest.mark.parametrize(
    "path",
    [
        "id_rsa", "deploy/id_ed25519", "server.pem", "moot.key", ".env", ".env.production", "app/.npmrc",
        ".pypirc", ".netrc", "credentials", "credentials.json",
    ],
)  # fmt: skip
def test_files_that_may_hold_a_secret(path: str) -> None:
    found = secret_files(ground({path: f"# ours\n{KEY.format('')}"}))
    assert found is not None
    assert (found.outcome, [spot.place for spot in found.spots]) == (Outcome.NO, [f"{path}:2"])


@pytest.mark.parametrize(
    "path",
    [
        "main.py", "id_rsa.pub", "docs/server.key", "tests/id_rsa", "e2e/server.pem", "certs/moot.key",
        ".env.example", ".env.template", "server-test.pem", "localhost.key", "fake.pem", "example.key",
        "a/fixtures/b/.env", "ssl/moot.key",
    ],
)  # fmt: skip
def test_files_that_are_made_to_be_seen(path: str) -> None:
    assert secret_files(ground({path: KEY.format("")})) is None


@pytest.mark.parametrize(
    "content",
    [
        *(KEY.format(kind) for kind in ("", "RSA ", "EC ", "DSA ", "OPENSSH ", "ENCRYPTED ")),
        "//r.invalid/:_authToken=" + "a" * 20 + "\n",
        "password = hunter22\n",
        "password: hunter22\n",
        "AWS=AKIA" + "A1B2" * 4 + "\n",
        "x=ghp_" + "a" * 36 + "\n",
        "x=ghs_" + "a" * 36 + "\n",
        'DB_PASSWORD="' + "a" * 20 + '"\n',
        "MY_SECRET_2=ignored\nSECRET=" + "a" * 20 + "\n",
    ],
)
def test_what_a_secret_looks_like(content: str) -> None:
    assert secret_files(ground({".env": content})) is not None


@pytest.mark.parametrize(
    "content",
    [
        "-----BEGIN PUBLIC KEY-----\nx\n",
        "-----BEGIN CERTIFICATE-----\nx\n",
        "//r.invalid/:_authToken=${NPM_TOKEN}\n",
        "//r.invalid/:_authToken=" + "a" * 19 + "\n",
        "password = ${PASSWORD}\n",
        "password = <yours here>\n",
        "password = short\n",
        "the password = hunter22\n",
        "x=ghp_" + "a" * 35 + "\n",
        "DB_PASSWORD=changeme\n",
        "API_TOKEN=\n",
        "",
    ],
)
def test_what_only_resembles_one(content: str) -> None:
    assert secret_files(ground({".env": content})) is None


def test_the_secret_itself_is_never_shown() -> None:
    found = secret_files(ground({".env": TOKEN}))
    assert found is not None
    shown = say(found.text) + "".join(say(spot.what) for spot in found.spots)
    assert "a1a1" not in shown


def test_every_such_file_is_told() -> None:
    found = secret_files(ground({".env": TOKEN, "id_rsa": KEY.format("")}))
    assert found is not None
    assert [spot.path for spot in found.spots] == [".env", "id_rsa"]


def test_a_file_that_is_not_in_the_clone_says_nothing() -> None:
    assert secret_files(ground({".env": None})) is None


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (".pre-commit-config.yaml", "  - id: detect-private-key"),
        (".github/workflows/a.yml", "      - uses: trufflesecurity/trufflehog@v3"),
        (".gitlab-ci.yml", "  - gitleaks detect"),
        ("lefthook.yml", "    run: git-secrets --scan"),
        (".gitleaks.toml", 'title = "Gitleaks of ours"'),
    ],
)
def test_scanners_are_found_where_they_run(path: str, line: str) -> None:
    found = scanner(ground({path: f"# head\n{line}\n"}))
    assert found is not None
    assert (found.outcome, say(found.text)) == (Outcome.YES, f"{path} looks for secrets.")
    assert [spot.place for spot in found.spots] == [f"{path}:2"]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("README.md", "We use gitleaks."),
        (".pre-commit-config.yaml", "  # - id: detect-secrets"),
        (".github/workflows/a.yml", "      - run: make test"),
        ("docs/.gitlab-ci.yml", "  - gitleaks detect"),
    ],
)
def test_words_elsewhere_run_nothing(path: str, line: str) -> None:
    assert scanner(ground({path: line + "\n"})) is None
