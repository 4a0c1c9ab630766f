"""Signed notes: a text, an empty line, and who signed it (https://c2sp.org/signed-note), with Ed25519.

A verifier key is `<name>+<hash>+<key>`, published by the community; a signing key begins with `PRIVATE+KEY+`
and stays with whoever makes releases. Both are those of Go's `note` package, so that other tools read them
too. Signing and checking need the optional extra `proof`.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from folkmoot.model.errors import MissingExtraError, UsageError
from folkmoot.model.hints import SAID

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

ED25519 = b"\x01"
"""The algorithm's byte, before the key itself."""
NAME = re.compile(r"[^\s+]{1,200}")
MOST_SIGNATURES = 100
_PRIVATE = "PRIVATE+KEY+"
_LINE = re.compile(r"\u2014 (?P<name>[^\s+]{1,200}) (?P<signature>[A-Za-z0-9+/]{4,200}={0,2})")


@dataclass(frozen=True)
class Key:
    """One key by its name, with the algorithm's byte; `secret` only where it signs."""

    name: str
    public: bytes
    secret: bytes = b""

    @property
    def hash(self) -> bytes:
        """Give the four bytes by which a signature names its key."""
        return sha256(self.name.encode() + b"\n" + self.public).digest()[:4]

    def verifier(self) -> str:
        """Give the public line, which `checkpoint_keys` of governance.toml holds."""
        return f"{self.name}+{self.hash.hex()}+{_text(self.public)}"

    def signer(self) -> str:
        """Give the secret line."""
        return f"{_PRIVATE}{self.name}+{self.hash.hex()}+{_text(ED25519 + self.secret)}"


def new_key(name: str) -> Key:
    """Give a new signing key. Raises UsageError for a name that notes cannot hold, and without the extra."""
    if not NAME.fullmatch(name) or not name.isprintable():
        raise UsageError("A key's name is one word without +, such as example.org/decisions.", hint=SAID)
    private = _private_class().generate()
    return Key(name, ED25519 + private.public_key().public_bytes_raw(), private.private_bytes_raw())


def read_verifier(line: str) -> Key:
    """Read a verifier key. Raises UsageError for what is none."""
    name, key = _parts(line.strip())
    found = Key(name, key)
    if found.verifier() != line.strip():
        raise UsageError(
            f"{line[:100]!r} is no verifier key: its hash is another key's.",
            hint="copy the whole line that `folkmoot checkpoint key` printed.",
        )
    return found


def read_signer(line: str) -> Key:
    """Read a signing key. Raises UsageError for what is none, never telling it."""
    if not line.startswith(_PRIVATE):
        raise UsageError("The file holds no signing key.", hint="`folkmoot checkpoint key` makes one.")
    name, key = _parts(line.strip().removeprefix(_PRIVATE), is_secret=True)
    secret = key[1:]
    public = _private_class().from_private_bytes(secret).public_key().public_bytes_raw()
    found = Key(name, ED25519 + public, secret)
    if found.signer() != line.strip():
        raise UsageError(
            "The file holds no signing key: its hash is another key's.",
            hint="it was changed or cut; take it from where it is kept, or make another one.",
        )
    return found


def signed(text: str, key: Key) -> str:
    """Give a text, which ends with a newline, as a note signed with a key."""
    signature = _private_class().from_private_bytes(key.secret).sign(text.encode())
    return f"{text}\n\u2014 {key.name} {_text(key.hash + signature)}\n"


def signers(note: bytes, keys: Sequence[Key]) -> tuple[Key, ...]:
    """Give those keys by which a note is signed.

    Any signature that claims to be by one of them and is not makes the whole note unsigned, as the standard
    asks. Signatures by other keys are passed over.
    """
    try:
        text, lines = _split(note)
    except ValueError:
        return ()
    found = []
    for name, signature in lines:
        for key in keys:
            if (name, signature[:4]) != (key.name, key.hash):
                continue
            if not _is_by(key, signature[4:], text):
                return ()
            found.append(key)
    return tuple(dict.fromkeys(found))


def _split(note: bytes) -> tuple[bytes, list[tuple[str, bytes]]]:
    """Give the signed text and the signatures. Raises ValueError for what is no note."""
    text, gap, block = note.rpartition(b"\n\n")
    lines = block.decode("utf-8").split("\n")
    if not gap or lines.pop() or not 0 < len(lines) <= MOST_SIGNATURES:
        raise ValueError("This is no signed note.")
    found = []
    for line in lines:
        match = _LINE.fullmatch(line)
        if not match:
            raise ValueError("A line of the signatures is none.")
        signature = b64decode(match["signature"], validate=True)
        if _text(signature) != match["signature"]:
            raise ValueError("A signature is written in two ways.")
        found.append((match["name"], signature))
    return text + b"\n", found


def _is_by(key: Key, signature: bytes, text: bytes) -> bool:
    from cryptography.exceptions import InvalidSignature

    try:
        _public_class().from_public_bytes(key.public[1:]).verify(signature, text)
    except (InvalidSignature, ValueError):
        return False
    return True


def _parts(line: str, *, is_secret: bool = False) -> tuple[str, bytes]:
    shown = "The file" if is_secret else repr(line[:100])
    words = line.split("+", 2)
    try:
        key = b64decode(words[2], validate=True) if len(words) == 3 and NAME.fullmatch(words[0]) else b""
    except ValueError:
        key = b""
    if len(key) != 33 or key[:1] != ED25519:
        raise UsageError(
            f"{shown} holds no Ed25519 key of a signed note.",
            hint="`folkmoot checkpoint key` makes one; copy the whole line.",
        )
    return words[0], key


def _private_class() -> type[Ed25519PrivateKey]:
    try:
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    except ImportError as error:
        raise MissingExtraError("Signing and checking checkpoints", "proof") from error
    return Ed25519PrivateKey


def _public_class() -> type[Ed25519PublicKey]:
    _private_class()
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    return Ed25519PublicKey


def _text(value: bytes) -> str:
    return b64encode(value).decode("ascii")
