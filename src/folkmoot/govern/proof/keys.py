"""Whose SSH keys are whose at one moment: of `people/<handle>.toml` and of `.folkmoot/allowed_signers`.

`allowed_signers` is git's own format (see ALLOWED SIGNERS in `man ssh-keygen`); its principals are handles,
or e-mails that a person's file states. Patterns and certificates are refused: one key stands for one person.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import sha256

from folkmoot.govern.files.person import Key
from folkmoot.govern.files.state import FOLDER, State
from folkmoot.govern.files.table import MOST_BYTES, SSH_KEY
from folkmoot.model.problem import Problem

FILE = "allowed_signers"
_OPTION = r"(?:namespaces|valid-after|valid-before)=\"[^\"\s]{1,80}\""
_LINE = re.compile(
    rf"(?P<who>[^\s\"]{{1,300}}) (?:(?P<options>{_OPTION}(?:,{_OPTION})*) )?(?P<key>\S+ \S+.*)"
)
_SET = re.compile(r"([a-z-]+)=\"([^\"]*)\"")
_TIME = re.compile(r"(\d{8})(\d{4}(?:\d\d)?)?Z?")
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]{0,99}")


@dataclass(frozen=True)
class Allowed:
    """One key of one person, from when until when it may sign (UTC); None: always."""

    handle: str
    kind: str
    blob: str
    after: datetime | None = None
    before: datetime | None = None

    @property
    def fingerprint(self) -> str:
        """Give the fingerprint as ssh-keygen shows it."""
        digest = sha256(b64decode(self.blob + "==")).digest()
        return f"SHA256:{b64encode(digest).decode('ascii').rstrip('=')}"

    def line(self) -> str:
        """Give the line for git: for commits only, and within its term."""
        options = ['namespaces="git"']
        options += [f'valid-after="{self.after:%Y%m%d%H%M%S}"'] if self.after else []
        options += [f'valid-before="{self.before:%Y%m%d%H%M%S}"'] if self.before else []
        return f"{self.handle} {','.join(options)} {self.kind} {self.blob}\n"


@dataclass(frozen=True)
class Keys:
    """All keys of one moment, and the lines of `allowed_signers` that make no sense."""

    allowed: frozenset[Allowed] = frozenset()
    problems: tuple[Problem, ...] = ()

    def of(self, handle: str) -> frozenset[Allowed]:
        """Give somebody's keys."""
        return frozenset(one for one in self.allowed if one.handle.casefold() == handle.casefold())

    def by(self, fingerprint: str) -> Allowed | None:
        """Give the key of a fingerprint; None where nobody has it."""
        found = sorted((one for one in self.allowed if one.fingerprint == fingerprint), key=Allowed.line)
        return found[0] if found else None

    def with_new(self, later: Keys) -> Keys:
        """Give these keys, and those of another moment that are nobody's here."""
        blobs = {one.blob for one in self.allowed}
        return Keys(self.allowed | {one for one in later.allowed if one.blob not in blobs})

    def text(self) -> str:
        """Give the file by which git checks signatures."""
        return "".join(sorted(one.line() for one in self.allowed))

    def shared(self) -> list[tuple[str, ...]]:
        """Give the handles that share a key, for each key that several have."""
        holders: dict[str, set[str]] = {}
        for one in self.allowed:
            holders.setdefault(one.blob, set()).add(one.handle.casefold())
        return sorted({tuple(sorted(who)) for who in holders.values() if len(who) > 1})


def together(several: Iterable[Keys]) -> Keys:
    """Give all keys of several moments as one."""
    return Keys(frozenset(one for keys in several for one in keys.allowed))


def keys_of(state: State) -> Keys:
    """Give the keys of a moment."""
    found = {
        Allowed(person.handle, key.kind, key.blob, _moment(key.valid_after), _moment(key.valid_before))
        for person in state.people.values()
        for key in person.keys
        if _is_key(key)
    }
    problems = [
        Problem(f"{FOLDER}/people/{person.handle}.toml", 0, "One of its [[keys]] is no SSH key.")
        for person in state.people.values()
        if not all(map(_is_key, person.keys))
    ]
    content = state.contents.get(FILE, b"")
    if len(content) > MOST_BYTES:
        problems.append(Problem(f"{FOLDER}/{FILE}", 0, f"It is larger than {MOST_BYTES // 1000} kB."))
        content = b""
    for number, line in enumerate(content.decode("utf-8", "replace").split("\n"), 1):
        stripped = line.strip()
        if stripped and not stripped.startswith("#"):
            one = _allowed(stripped, state)
            if isinstance(one, str):
                problems.append(Problem(f"{FOLDER}/{FILE}", number, one))
            else:
                found.add(one)
    return Keys(frozenset(found), tuple(problems))


def _allowed(line: str, state: State) -> Allowed | str:
    """Read one line; give what is wrong with it where it cannot be used."""
    match = _LINE.fullmatch(line)
    key = SSH_KEY.fullmatch(match["key"]) if match else None
    if not match or not key:
        return "This is no line of a name, options and a public key."
    names = match["who"].split(",")
    if not all(map(_WORD.fullmatch, names)):
        return "Its principals are not all handles or e-mails; patterns are not read."
    handles = {_handle(name, state) for name in names}
    if len(handles) > 1:
        return "It gives one key to several people."
    options = dict(_SET.findall(match["options"] or ""))
    if "git" not in options.get("namespaces", "git").split(","):
        return "Its namespaces leave out git, so it can sign no commit."
    try:
        terms = [
            _time(options[name]) if name in options else None for name in ("valid-after", "valid-before")
        ]
    except ValueError:
        return "Its term is no time like 20260331 or 202603311200."
    found = Key(key["kind"], key["blob"])
    return Allowed(handles.pop(), found.kind, found.blob, *terms) if _is_key(found) else "This is no SSH key."


def _handle(name: str, state: State) -> str:
    """Give the handle that a principal means; an e-mail that nobody states stays an e-mail."""
    for handle, person in state.people.items():
        if name.casefold() == handle.casefold() or name.casefold() in person.mails:
            return handle
    return name


def _time(said: str) -> datetime:
    found = _TIME.fullmatch(said)
    if not found:
        raise ValueError(said)
    return datetime.strptime(found[1] + (found[2] or "").ljust(6, "0"), "%Y%m%d%H%M%S")  # noqa: DTZ007 - UTC


def _moment(day: date | None) -> datetime | None:
    return datetime.combine(day, time()) if day else None


def _is_key(key: Key) -> bool:
    """Tell whether the base64 holds a key of the kind it is said to be of."""
    try:
        blob = b64decode(key.blob, validate=True)
    except ValueError:
        return False
    return blob[4 : 4 + int.from_bytes(blob[:4])] == key.kind.encode()
