"""Who was erased: keyed hashes of what somebody was called, so that they are known again and never named.

::

    # Who was erased from Folkmoot; made by `folkmoot privacy erase`.
    key 0f3b9c2a51d7e846
    9d1c7a40e2b5 address 5b0c...
    9d1c7a40e2b5 word 77aa... 2

Each line is HMAC-SHA-256 under a key that lies in the user's configuration folder. The first word is the
bundle: a random mark under which everything of one person goes on being one person, without a name. Of a
`word`, which may be several, their number is kept too, and of the first of them a `begins`, so that texts can
be searched without trying every stretch of words. A `credited` word (a first name, a short login) is looked
for only where a text credits somebody: see `crediting`.

Everything Folkmoot reads passes by here: identities and accounts at the door of every source (`bundle_of`),
texts before they are kept (`scrub`). A list made with a key that is not at hand stops all writing: nobody
who was erased may come back because a key was lost. Long because what writes a line and what looks for it
have to fold words alike.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from folkmoot.model.errors import StoreError
from folkmoot.model.hints import READABLE, WRITABLE
from folkmoot.people import addresses, names
from folkmoot.people.crediting import called, is_credited, orders
from folkmoot.people.pseudonyms import load_key

FILE = "erased"
KEY_FILE = "identities.key"
HEAD = "# Who was erased from Folkmoot; made by `folkmoot privacy erase`.\n"
ERASED = "(erased)"
STAND_IN = "erased-"
"""How the login begins that takes the place of an erased account's."""
MOST_BYTES = 16_000_000
MOST_WORDS = 12
SHORTEST_ALONE = 4
"""A single word must have so many letters, and be nobody else's usual name, to be taken out of a text."""
_LINE = re.compile(r"([0-9a-f]{12}) (address|login|name|word|begins|credited) ([0-9a-f]{64})(?: (\d{1,2}))?")
_BUNDLE = re.compile(rf"{STAND_IN}([0-9a-f]{{12}})")
_HAN = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"


@dataclass(frozen=True)
class Tombstones:
    """Everybody who was erased. `kinds` maps each kind of hash to the bundle of each hash.

    `shown` takes the place of their names in texts.
    """

    key: bytes = b""
    kinds: dict[str, dict[str, str]] = field(default_factory=dict)
    lengths: frozenset[int] = frozenset()
    shown: str = ERASED
    _seen: dict[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)

    def __bool__(self) -> bool:
        """Tell whether anybody was erased."""
        return bool(self.kinds)

    @property
    def mark(self) -> str:
        """Give a mark that changes with who is listed."""
        lines = sorted(f"{kind} {token} {bundle}" for kind, all_ in self.kinds.items()
                       for token, bundle in all_.items())  # fmt: skip
        return hashlib.sha256("\n".join(lines).encode()).hexdigest() if lines else ""

    @property
    def bundles(self) -> frozenset[str]:
        """Give the bundle of everybody who was erased."""
        return frozenset(bundle for found in self.kinds.values() for bundle in found.values())

    def bundle_of(self, name: str, email: str, host: str = "", login: str = "") -> str:
        """Give the bundle of what a source saw of somebody who was erased, "" for everybody else."""
        if not self.kinds:
            return ""
        if match := _BUNDLE.fullmatch(login):
            return match[1]
        for kind, word in _strong(name, email, host, login):
            anywhere = f"/{word.rpartition('/')[2]}" if kind == "login" else word
            if bundle := self._bundle(kind, word) or self._bundle(kind, anywhere):
                return bundle
        return ""

    def scrub(self, text: str) -> str:
        """Give a text with the names, addresses and logins of everybody who was erased taken out."""
        if not text or self.kinds.keys().isdisjoint(("word", "credited")):
            return text
        found = unicodedata.normalize("NFC", text)
        spans = list(self._spans(found))
        if not spans:
            return text
        parts, at = [], 0
        for start, end in spans:
            parts += [found[at:start], self.shown]
            at = end
        return "".join([*parts, found[at:]])

    def named_in(self, text: str) -> str:
        """Give the bundle of the first person a text names, "" for none."""
        found = unicodedata.normalize("NFC", text) if self.kinds else ""
        for start, end in self._spans(found):
            words = [match[0].lstrip("@").casefold() for match in _word().finditer(found[start:end])]
            tries = (("word", " ".join(words)), ("word", f"@{words[0]}"), ("credited", words[0]))
            return next((bundle for kind, word in tries if (bundle := self._bundle(kind, word))), "")
        return ""

    def sub(self, _name: str, text: str, /) -> str:
        """Scrub, called as a pattern is."""
        return self.scrub(text)

    def _spans(self, text: str) -> Iterator[tuple[int, int]]:
        matches = list(_word().finditer(text))
        folded = [match[0].lstrip("@").casefold() for match in matches]
        place = 0
        while place < len(matches):
            length = self._length(matches, folded, place)
            if not length and self._bundle("credited", folded[place]):
                length = int(is_credited(text, matches[place].start(), matches[place].end()))
            if length:
                yield matches[place].start(), matches[place + length - 1].end()
            place += length or 1

    def _length(self, matches: list[re.Match[str]], folded: list[str], place: int) -> int:
        """Give how many words from `place` on are somebody's, the most that are; 0 for none."""
        if matches[place][0][0] == "@" and self._bundle("word", f"@{folded[place]}"):
            return 1
        if not self._bundle("begins", folded[place]):
            return 0
        for length in sorted(self.lengths, reverse=True):
            words = folded[place : place + length]
            if len(words) == length and self._bundle("word", " ".join(words)):
                return length
        return 0

    def _bundle(self, kind: str, word: str) -> str:
        known = self._seen.get((kind, word))
        if known is None:
            known = self.kinds.get(kind, {}).get(token(self.key, kind, word), "")
            if len(self._seen) > 1 << 20:
                self._seen.clear()
            self._seen[kind, word] = known
        return known


def stand_in(bundle: str) -> str:
    """Give the login that takes the place of an erased account's."""
    return f"{STAND_IN}{bundle}"


def token(key: bytes, kind: str, word: str) -> str:
    """Give the hash of one word of one kind."""
    return hmac.digest(key, f"erased\0{kind}\0{word}".encode("utf-8", "surrogatepass"), hashlib.sha256).hex()


def lines_of(key: bytes, bundle: str, identities: Iterable[tuple[str, str]], logins: Iterable[tuple[str, str]]
             ) -> list[str]:  # fmt: skip
    """Give the lines that know somebody again, by names and e-mails, and by hosts and logins."""
    found: dict[tuple[str, str, int], None] = {}
    words: set[str] = set()
    for name, email in identities:
        for kind, word in _strong(name, email, "", ""):
            found[kind, word, 0] = None
        login = addresses.read(email).login.rpartition("/")[2]
        words |= {name, email, login, *orders(name)}
        for part in (*called(name), login):
            found.update(_credited(part))
    for host, login in logins:
        for kind, word in _strong("", "", host, login):
            found[kind, word, 0] = None
        words |= {login, f"@{login}"}
        found.update(_credited(login))
    for text in sorted(words):
        for parts in _searched(text):
            found["word", " ".join(parts), len(parts)] = None
            if not parts[0].startswith("@"):
                found["begins", parts[0], 0] = None
    return [
        f"{bundle} {kind} {token(key, kind, word)}" + (f" {count}" if count else "")
        for kind, word, count in found
    ]


def new_bundle() -> str:
    """Give a bundle that nobody has."""
    return secrets.token_hex(6)


def key_mark(key: bytes) -> str:
    """Give the mark by which files and stores name the key they were made with."""
    return hmac.digest(key, b"identities key", hashlib.sha256).hex()[:16]


def read(folder: Path) -> Tombstones:
    """Read who was erased from the configuration folder.

    Raises StoreError when the list makes no sense, or was made with a key that is not at hand.
    """
    path = folder / FILE
    try:
        content = path.read_bytes()[: MOST_BYTES + 1].decode("ascii", "replace")
    except FileNotFoundError:
        return Tombstones()
    except OSError as error:
        raise StoreError(
            f"The list of who was erased cannot be read: {error.strerror}.", hint=READABLE
        ) from error
    lines = [line for line in content.splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        return Tombstones()
    key_path = folder / KEY_FILE
    key = load_key(key_path) if key_path.exists() else b""
    if not key or lines[0] != f"key {key_mark(key)}":
        raise StoreError(
            f"{path} was made with a key that is not at {key_path}: who was erased cannot be known again.",
            hint="put that key back; without it nothing is written, so that nobody who was erased returns.",
        )
    if len(content) > MOST_BYTES or not all(_LINE.fullmatch(line) for line in lines[1:]):
        raise StoreError(f"{path} is damaged.", hint="put back the copy you kept.")
    return of_lines(key, lines[1:])


def of_lines(key: bytes, lines: Iterable[str]) -> Tombstones:
    """Give what lines made by `lines_of` say."""
    kinds: dict[str, dict[str, str]] = {}
    lengths = set()
    for line in lines:
        if match := _LINE.fullmatch(line):
            kinds.setdefault(match[2], {})[match[3]] = match[1]
            if match[2] == "word":
                lengths.add(int(match[4] or 1))
    return Tombstones(key, kinds, frozenset(lengths))


def add(folder: Path, lines: Iterable[str]) -> None:
    """Add lines made by `lines_of`, settled on the disk before anything else happens. Raises StoreError."""
    path = folder / FILE
    key = load_key(folder / KEY_FILE)
    read(folder)  # a list of another key is never written to
    try:
        old = path.read_text("ascii") if path.exists() else f"{HEAD}key {key_mark(key)}\n"
        following = path.with_name(f"{path.name}.next")
        following.unlink(missing_ok=True)
        handle = os.open(following, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(old + "".join(f"{line}\n" for line in lines))
            file.flush()
            os.fsync(file.fileno())
        following.replace(path)
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}.", hint=WRITABLE) from error


def _strong(name: str, email: str, host: str, login: str) -> Iterator[tuple[str, str]]:
    """Give what is enough to know somebody by: mailbox, address, account, or a full name few share."""
    address = addresses.read(email)
    if address.mailbox:
        yield "address", address.mailbox
    if address.login:
        yield "login", address.login
    if login:
        yield "login", f"{host}/{login}".casefold()
    is_known = bool(address.mailbox or address.login or login)
    if not is_known and (name.strip() or email.strip()):
        # Such an address proves nothing by itself, and neither does half a name: both together do.
        yield "address", " ".join(f"{name} <{email}>".casefold().split())
    # Of strangers who share a common name, only the address tells who is meant.
    if (full := names.full_name(name)) and not names.is_common(name):
        yield "name", full


def _credited(word: str) -> dict[tuple[str, str, int], None]:
    """Give the entry of a word that is looked for where a text credits somebody; none for several words."""
    parts = [
        match[0].lstrip("@").casefold() for match in _word().finditer(unicodedata.normalize("NFC", word))
    ]
    is_one = len(parts) == 1 and len(parts[0]) > 1 and not names.is_placeholder(word)
    return {("credited", parts[0], 0): None} if is_one else {}


@cache
def _word() -> re.Pattern[str]:
    """Give what is one word in a text. Compiled when it is asked for: most people erased nobody."""
    return re.compile(rf"@?(?<![^\W_{_HAN}])(?:[{_HAN}]|[^\W_{_HAN}]+)")


def _searched(text: str) -> Iterator[tuple[str, ...]]:
    """Give the words of a name, address or login as they are looked for in texts."""
    plain = unicodedata.normalize("NFC", text)
    is_mention = plain.startswith("@")
    parts = tuple(match[0].lstrip("@").casefold() for match in _word().finditer(plain))[:MOST_WORDS]
    if not parts:
        return
    if is_mention:
        if len(parts) == 1:
            yield (f"@{parts[0]}",)
        return
    is_usual = " ".join(parts) in names.common_words() or names.is_placeholder(text)
    if len(parts) > 1 or (len(parts[0]) >= SHORTEST_ALONE and not is_usual):
        yield parts
