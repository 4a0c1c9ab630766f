"""Where tokens are found, and that nothing else shows them."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from folkmoot.model.errors import UsageError
from folkmoot.sources.web.tokens import find_token

HOSTS = """
github.com:
    user: ada
    oauth_token: from-config
code.example.org:
    oauth_token: from-another
"""


def find(tmp_path: Path, environment: dict[str, str], host: str = "github.com", text: str = HOSTS) -> str:
    config = tmp_path / "hosts.yml"
    config.write_text(text)
    return find_token(
        environment,
        ("FIRST", "SECOND"),
        configs=[config],
        keys=("oauth_token",),
        service=f"gh:{host}",
        host=host,
    )


def test_the_first_variable_speaks(tmp_path: Path) -> None:
    assert find(tmp_path, {"SECOND": "two", "FIRST": " one\n"}) == "one"


def test_an_empty_variable_says_nothing(tmp_path: Path) -> None:
    assert find(tmp_path, {"FIRST": " ", "SECOND": "two"}) == "two"


def test_the_config_speaks_for_its_host_only(tmp_path: Path) -> None:
    assert find(tmp_path, {}) == "from-config"
    assert find(tmp_path, {}, "code.example.org") == "from-another"
    assert find(tmp_path, {}, "evil.example.org") == ""


def test_hosts_may_stand_below_a_key(tmp_path: Path) -> None:
    text = "hosts:\n  gitlab.com:\n    oauth_token: below\n"
    assert find(tmp_path, {}, "gitlab.com", text) == "below"


@pytest.mark.parametrize(
    "text", ["", "[1", "github.com: 7", "- a", "github.com:\n  oauth_token: [x]\n", "\x00"]
)
def test_a_config_of_nonsense_says_nothing(tmp_path: Path, text: str) -> None:
    assert find(tmp_path, {}, text=text) == ""


def test_a_config_that_is_not_there_says_nothing() -> None:
    assert find_token({}, (), configs=[Path("/nowhere/hosts.yml")], keys=("t",), service="", host="h") == ""


@pytest.mark.parametrize("token", ["two words", "line\nbreak", "x" * 2000, "tök"])
def test_what_cannot_be_a_token_is_refused_and_not_shown(tmp_path: Path, token: str) -> None:
    with pytest.raises(UsageError) as refused:
        find(tmp_path, {"FIRST": token})
    assert token not in str(refused.value)
    assert "FIRST" in str(refused.value)


def test_the_keyring_speaks_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = SimpleNamespace(get_password=lambda service, user: f"{service}|{user}".replace("gh:", "ring-"))
    monkeypatch.setitem(sys.modules, "keyring", ring)
    assert find(tmp_path, {}, text="") == "ring-github.com|"
    assert find(tmp_path, {}) == "from-config"


def test_a_locked_keyring_says_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(service: str, user: str) -> str:
        raise OSError(f"{service} {user} is locked")

    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_password=locked))
    assert find(tmp_path, {}, text="") == ""


@pytest.mark.parametrize("token", ["glpat-of-ada", "'glpat-of-ada'"])
def test_a_token_that_is_tagged_as_null_is_read_as_glab_writes_it(tmp_path: Path, token: str) -> None:
    text = f"hosts:\n    gitlab.com:\n        oauth_token: !!null {token}\n"
    assert find(tmp_path, {}, "gitlab.com", text) == "glpat-of-ada"


@pytest.mark.parametrize("nothing", ["", "~", "null", "!!null ''", "!!null null"])
def test_null_is_no_token(tmp_path: Path, nothing: str) -> None:
    assert find(tmp_path, {}, text=f"github.com:\n    oauth_token: {nothing}\n") == ""


def test_the_first_config_that_knows_the_host_speaks(tmp_path: Path) -> None:
    first, second = tmp_path / "first.yml", tmp_path / "second.yml"
    second.write_text(HOSTS)
    for text in (None, "code.example.org:\n    oauth_token: x\n"):
        if text:
            first.write_text(text)
        found = find_token(
            {}, (), configs=[first, second], keys=("oauth_token",), service="", host="github.com"
        )
        assert found == "from-config"


@pytest.mark.parametrize(
    ("kept", "token"),
    [
        ("go-keyring-base64:Z2hvX29mLWFkYQ==", "gho_of-ada"),
        ("go-keyring-encoded:67686f5f6f662d616461", "gho_of-ada"),
        ("go-keyring-base64:%%%", ""),
        ("go-keyring-encoded:xyz", ""),
        ("go-keyring-base64://///w==", ""),
    ],
)
def test_a_keyring_may_wrap_what_it_keeps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: str, token: str
) -> None:
    """So `gh` and `glab` keep their tokens on a Mac."""
    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_password=lambda *_: kept))
    assert find(tmp_path, {}, text="") == token
