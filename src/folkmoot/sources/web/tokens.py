"""Where a forge's token lies: the environment, the config of the forge's own program, or the keyring.

A token is for one host. What was set for github.com goes nowhere else, and nothing but a request's header
ever holds it.
"""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

from folkmoot.model.errors import UsageError

LARGEST = 1_000_000
LONGEST = 1000
WRAPPED: Mapping[str, Callable[[str], bytes]] = {
    "go-keyring-base64:": b64decode, "go-keyring-encoded:": bytes.fromhex,
}  # fmt: skip
"""How `gh` and `glab` write what they keep in the keyring of a Mac, by what stands before it."""
NULL = "tag:yaml.org,2002:null"


class _Loader(yaml.SafeLoader):
    """Reads what is tagged as null and is a word all the same: so `glab` writes its tokens down."""


def _word_or_null(_: yaml.SafeLoader, node: Any) -> str | None:
    said = str(node.value)
    return None if said.casefold() in {"", "~", "null"} else said


_Loader.add_constructor(NULL, _word_or_null)


def find_token(
    environment: Mapping[str, str], variables: Sequence[str], *, configs: Sequence[Path], keys: Sequence[str],
    service: str, host: str,
) -> str:  # fmt: skip
    """Give a host's token, "" where there is none.

    `variables` are looked up in the environment, in this order. `configs` are the places where a YAML file
    with an entry for the host may lie, whose first key of `keys` is the token; `service` is its name in the
    keyring. Raises UsageError for
    a token that cannot be one, without showing it.
    """
    for variable in variables:
        if token := environment.get(variable, "").strip():
            return _checked(token, f"The variable {variable}")
    for config in configs:
        if token := _of_config(config, host, keys):
            return _checked(token, f"{config}")
    return _checked(_of_keyring(service), "The keyring") if service else ""


def _checked(token: str, where: str) -> str:
    if token and not (token.isascii() and token.isprintable() and " " not in token and len(token) <= LONGEST):
        raise UsageError(f"{where} holds something that is no token.", hint="set it anew.")
    return token


def _of_config(path: Path, host: str, keys: Sequence[str]) -> str:
    try:
        if path.stat().st_size > LARGEST:
            return ""
        entry: Any = yaml.load(path.read_bytes(), _Loader)  # noqa: S506 - a safe loader, see above
        for step in ("hosts", host) if isinstance(entry, dict) and "hosts" in entry else (host,):
            entry = entry.get(step) if isinstance(entry, dict) else None
    except (OSError, yaml.YAMLError, ValueError, RecursionError):
        return ""
    found = [entry.get(key) for key in keys] if isinstance(entry, dict) else []
    return next((token.strip() for token in found if isinstance(token, str) and token.strip()), "")


def _of_keyring(service: str) -> str:
    """Ask the keyring where its package is installed; a locked or missing one knows nothing."""
    try:
        keyring = import_module("keyring")
        return _unwrapped(str(keyring.get_password(service, "") or ""))
    except Exception:  # noqa: BLE001 - keyrings fail in as many ways as there are desktops
        return ""


def _unwrapped(kept: str) -> str:
    for sign, read in WRAPPED.items():
        if kept.startswith(sign):
            try:
                return read(kept.removeprefix(sign)).decode("ascii").strip()
            except (ValueError, binascii.Error):
                return ""
    return kept
