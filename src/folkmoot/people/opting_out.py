"""Who does not want to be named: lists of keyed hashes, so that a list tells nobody who is on it.

::

    # Who is not named by Folkmoot; made by `folkmoot people opt-out`.
    key 0f3b9c2a51d7e846
    8c1f...                    (64 hexadecimal digits, one line for each address, login or name)

Each line is HMAC-SHA-256 under a key that lies in the user's configuration folder and never in a repository
or store. A plain hash would be no secret: whoever has the history can try every name in it. The `key` line
tells which key a list was made with. A list whose key is not at hand cannot be read, and then nobody is
named: who keeps such a list in `.folkmoot/opt-out` gives the key to those who run Folkmoot for the community.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from folkmoot.model.errors import FolkmootError, StoreError
from folkmoot.model.fact import AccountFact, IdentityFact
from folkmoot.model.hints import WRITABLE
from folkmoot.people import addresses, names
from folkmoot.people.pseudonyms import load_key
from folkmoot.sources.file_lock import FileLock
from folkmoot.sources.whole_file import put

HOSTS = ("github.com", "gitlab.com", "codeberg.org")
"""Hosts on which a login that stands alone in a file may be an account."""
FILE = "opt-out"
KEY_FILE = "opt-out.key"
MOST_BYTES = 4_000_000
PATIENCE = 20.0
"""Seconds to wait for somebody else who writes a list."""
HEAD = "# Who is not named by Folkmoot; made by `folkmoot people opt-out`.\n"
_LINE = re.compile(r"[0-9a-f]{64}")
_KEY = re.compile(r"key ([0-9a-f]{16})")


@dataclass(frozen=True)
class OptOut:
    """Everybody on one or more lists. `is_closed` tells that a list cannot be read: then nobody is named."""

    key: bytes = b""
    tokens: frozenset[str] = frozenset()
    is_closed: bool = False

    def __bool__(self) -> bool:
        """Tell whether there is anybody to be left unnamed."""
        return self.is_closed or bool(self.tokens)

    @property
    def mark(self) -> str:
        """Give a mark that changes with what is listed."""
        text = "\n".join([*sorted(self.tokens), "closed" * self.is_closed])
        return hashlib.sha256(text.encode()).hexdigest() if self else ""

    def names(self, fact: IdentityFact, account: AccountFact | None = None) -> bool:
        """Tell whether an identity is on the list, by its address, its account or its name."""
        return self.has(*words(fact, account))

    def has(self, *called: str) -> bool:
        """Tell whether any of these words (an e-mail, a login with its @, a name) is on the list."""
        return self.is_closed or any(
            token(self.key, word) in self.tokens for word in called if word.strip("@ ")
        )


def words(fact: IdentityFact, account: AccountFact | None = None) -> list[str]:
    """Give what one identity can be listed by."""
    address = addresses.read(fact.email)
    login = f"{account.host}/{account.login}" if account and account.login else address.login
    found = [address.mailbox, fact.email, login, f"@{login.rpartition('/')[2]}" if login else "", fact.name]
    if account and account.login and (site := addresses.site_of(account.host)) != account.host:
        found.append(f"{site}/{account.login}")
    return [word for word in found if word.strip()]


def token(key: bytes, word: str) -> str:
    """Give the line of an e-mail, a login (@ada or github.com/ada) or a name."""
    address = addresses.read(word) if "@" in word.strip()[1:] else None
    plain = (address.mailbox if address else "") or " ".join(word.casefold().split())
    if not address and not plain.startswith("@") and "/" not in plain:
        plain = " ".join(names.words(word)) or plain
    return hmac.digest(key, f"opt-out\0{plain}".encode("utf-8", "surrogatepass"), hashlib.sha256).hex()


def key_mark(key: bytes) -> str:
    """Give the mark by which a list names its key."""
    return hmac.digest(key, b"opt-out key", hashlib.sha256).hex()[:16]


def read(contents: Iterable[bytes], folder: Path) -> OptOut:
    """Read lists, with the key that lies in `folder`, if any; "" and comments say nothing.

    Lists that make no sense, or were made with another key, close everything: better nobody named than one
    who asked not to be.
    """
    key: bytes | None = None
    tokens: set[str] = set()
    is_closed = False
    for content in contents:
        text = content[:MOST_BYTES].decode("utf-8-sig", "replace")
        lines = [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
        if not lines:
            continue
        if key is None:
            key = load_key(folder / KEY_FILE) if (folder / KEY_FILE).exists() else b""
        mark = _KEY.fullmatch(lines[0])
        listed = [line for line in lines[1:] if _LINE.fullmatch(line)]
        is_whole = len(content) <= MOST_BYTES and len(listed) == len(lines) - 1
        if not key or not mark or mark[1] != key_mark(key) or not is_whole:
            is_closed = True
        tokens.update(listed)
    return OptOut(key or b"", frozenset(tokens), is_closed)


def add(path: Path, folder: Path, wanted: Iterable[str]) -> int:
    """Add people to the list at `path`, made with the key in `folder`, and give how many lines are new.

    The key is made on first use. Raises StoreError when the list was made with another key.
    """
    key = load_key(folder / KEY_FILE)
    try:
        # Of two who write at once, the second reads what the first wrote: nobody asks in vain.
        with FileLock(f"{folder / FILE}.lock", PATIENCE):
            old = path.read_text("utf-8-sig") if path.exists() else f"{HEAD}key {key_mark(key)}\n"
            if f"key {key_mark(key)}" not in old.splitlines():
                raise StoreError(
                    f"{path} was made with another key.", hint=f"put that key at {folder / KEY_FILE}."
                )
            new = [one for one in dict.fromkeys(token(key, word) for word in wanted) if one not in old]
            path.parent.mkdir(parents=True, exist_ok=True)
            end = "" if old.endswith("\n") else "\n"
            put({path.resolve(): (old + end + "".join(f"{line}\n" for line in new)).encode()})
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else error
        raise FolkmootError(f"{path} cannot be used: {why}.", hint=WRITABLE) from error
    return len(new)
