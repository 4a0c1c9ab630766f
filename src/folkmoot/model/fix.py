"""A fix: the edit that answers a finding, proposed as text that a person reads before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from folkmoot.i18n import Text
from folkmoot.model.check import Finding, Ground


@dataclass(frozen=True)
class Edit:
    """One file as it is (`before`, None for one that is not there) and as it would be (`after`)."""

    path: str
    before: bytes | None
    after: bytes


@dataclass(frozen=True)
class Asked:
    """One thing that only a person knows. Without an answer `default` is taken; "" has none."""

    name: str
    prompt: Text
    default: str = ""


@dataclass(frozen=True)
class Mending:
    """What a fix proposes: edits, and `notes` on what it left alone and what a person must still look at."""

    edits: tuple[Edit, ...] = ()
    notes: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Pin:
    """The commit that a version of an action is, and where that is known from."""

    commit: str
    version: str
    source: str


@dataclass(frozen=True)
class Owned:
    """One folder ("" for everything) and the accounts that wrote and reviewed most there, in their order.

    `unnamed` is how many more there were whose account is not known.
    """

    folder: str
    handles: tuple[str, ...]
    unnamed: int = 0


def nobody() -> Sequence[Owned] | None:
    """Give no owners: the history was not read."""
    return None


def no_pin(_action: str, _version: str) -> Pin | None:
    """Give no commit: no clone of an action was named."""
    return None


def whatever(_finding: Finding) -> bool:
    """Fit every finding."""
    return True


@dataclass(frozen=True)
class Bench:
    """What a fix works with: the files, what the person answered, and what is known beside the files.

    `web` is the https address of the project at its forge, "" where none is known. `pin` gives the commit of
    an action's version from clones that the person named, `owners` who owns which folder by its history.
    """

    ground: Ground
    name: str
    today: date
    answers: Mapping[str, str] = field(default_factory=dict)
    web: str = ""
    pin: Callable[[str, str], Pin | None] = no_pin
    owners: Callable[[], Sequence[Owned] | None] = nobody

    def answer(self, asked: Asked) -> str:
        """Give what the person answered, on one line, or the default."""
        return " ".join(self.answers.get(asked.name, "").split()) or asked.default


@dataclass(frozen=True)
class Fix:
    """One fix. `answers` are the ids of the checks that say "yes" once it is written.

    `fits` tells of a finding of theirs whether the fix can do anything about it. `offer` names the command to
    whoever reads the finding, with `{fix}` for its name, and with what it needs to be of any use.
    """

    id: str
    title: str
    answers: tuple[str, ...]
    propose: Callable[[Bench], Mending]
    asks: tuple[Asked, ...] = ()
    fits: Callable[[Finding], bool] = whatever
    offer: str = "`folkmoot fix {fix}` shows the edit."
