"""Stable aliases that stand for personal data, made with a key that never enters a store or an export.

An alias is the first 48 bits of HMAC-SHA-256 under the user's key, written as three syllable groups that can
be said aloud ("person-lusab-babad-gutih", the proquints of Wilkerson, arXiv:0901.4016). The same person has
the same alias in every report made with the same key; without the key nobody can try out names, which plain
hashes allow. Whoever must not be recognised is better served by not publishing times and commit ids at all.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import stat
from pathlib import Path

from folkmoot.model.errors import FolkmootError
from folkmoot.model.hints import READABLE, WRITABLE

KEY_BYTES = 32
KEY_FILE = "pseudonyms.key"
_GROUPS = 3
_CONSONANTS = "bdfghjklmnprstvz"
_VOWELS = "aiou"


def alias(key: bytes, canonical: str, kind: str = "person") -> str:
    """Give the alias of `canonical` under `key`; things of another `kind` never share one."""
    text = f"{kind}\0{canonical}".encode("utf-8", "surrogatepass")
    digest = hmac.digest(key, text, hashlib.sha256)
    groups = (digest[start : start + 2] for start in range(0, 2 * _GROUPS, 2))
    return "-".join([kind, *(_spoken(int.from_bytes(group)) for group in groups)])


def load_key(path: Path) -> bytes:
    """Give the key in `path`, made on first use for its owner's eyes only.

    Raises FolkmootError when it cannot be made or read, is damaged, or when others may read it.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _make(path)
        mode = stat.S_IMODE(path.stat().st_mode)
        key = bytes.fromhex(path.read_text("ascii").strip())
    except OSError as error:
        raise FolkmootError(
            f"The key at {path} cannot be used: {error.strerror}.",
            hint=READABLE if os.path.lexists(path) else WRITABLE,
        ) from error
    except ValueError as error:
        raise _damaged(path) from error
    if len(key) != KEY_BYTES:
        raise _damaged(path)
    if mode & 0o077:
        raise FolkmootError(
            f"Others may read the key at {path}.", hint=f"chmod 600 {path} makes it yours alone."
        )
    return key


class Pseudonyms:
    """Aliases under one key."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    @classmethod
    def of_user(cls) -> Pseudonyms:
        """Give the aliases under the key in the user's configuration folder, made on first use."""
        from folkmoot.sources.user_folders import config_folder

        return cls(load_key(config_folder() / KEY_FILE))

    def alias(self, kind: str, key: str) -> str:
        """Give the alias of `key`, a thing of `kind`: "person", "organisation", "event"."""
        return alias(self._key, key, kind)


def _make(path: Path) -> None:
    """Write a new key unless there is one; of two who try at once the first one wins."""
    if path.exists():
        return
    # Written beside and linked into place, so that nobody ever reads half a key.
    following = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(following, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_bytes(KEY_BYTES).hex() + "\n")
        try:
            path.hardlink_to(following)
        except FileExistsError:
            return
    finally:
        following.unlink()


def _spoken(number: int) -> str:
    """Give 16 bits as consonant, vowel, consonant, vowel, consonant."""
    return (
        _CONSONANTS[number >> 12]
        + _VOWELS[number >> 10 & 3]
        + _CONSONANTS[number >> 6 & 15]
        + _VOWELS[number >> 4 & 3]
        + _CONSONANTS[number & 15]
    )


def _damaged(path: Path) -> FolkmootError:
    return FolkmootError(
        f"{path} holds no key for aliases.",
        hint="put back the copy you kept; or remove it for a new key, which gives everybody a new alias.",
    )
