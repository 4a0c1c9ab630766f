"""What Folkmoot holds of people, as the words of a notice and a record: classes of data, and settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Holds(StrEnum):
    """What a column of the store holds.

    An IDENTIFIER names somebody; PERSON is a number that stands for somebody; a TEXT was written by somebody
    and may name anybody; a TRACE (a commit id, an exact time) leads back to people through the public
    history; a PLAIN column tells nothing of anybody.
    """

    IDENTIFIER = "identifier"
    PERSON = "person"
    TEXT = "text"
    TRACE = "trace"
    PLAIN = "plain"


@dataclass(frozen=True)
class DataClass:
    """One class of personal data: what it is, why it is held, and how it goes.

    `retained` tells that a period can be set for it under its `id` in `[privacy.retention]`; `months` is the
    period without a setting, 0 for as long as the store is kept. `ends` says what happens when it is over.
    """

    id: str
    title: str
    what: str
    purpose: str
    ends: str
    retained: bool = True
    months: int = 0


@dataclass(frozen=True)
class PrivacySettings:
    """What `[privacy]` of a community's file says; "" is not configured and is never guessed.

    `retention` gives months by class of data.
    """

    controller: str = ""
    contact: str = ""
    officer: str = ""
    legal_basis: str = ""
    interest: str = ""
    purposes: tuple[str, ...] = ()
    recipients: str = ""
    transfers: str = ""
    authority: str = ""
    retention: Mapping[str, int] = field(default_factory=dict)
