"""What humans decided in `folkmoot people review`, kept in a TOML file beside the store.

::

    [[decision]]
    answer = "same"                         # or "different", "program", "person"
    identities = ["Ada <ada@home.example>", "ada-l <ada@work.example>"]

`mailmap = false` at the top says that the projects' `.mailmap` files, which are claims, are not believed.

The file outlives the store, which can always be made anew from its sources, and can be read, corrected and
carried to another computer. Whoever wants a decision to hold for everybody puts it into the project's own
`.folkmoot/people/`. The file holds names and addresses, so it is readable by its owner only.
"""

from __future__ import annotations

import json
import os
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from folkmoot.model.errors import StoreError
from folkmoot.model.fact import IdentityFact
from folkmoot.model.hints import READABLE, WRITABLE

ANSWERS = {"same": 2, "different": 2, "program": 1, "person": 1}
"""The answers, and how many identities each is about."""
_HEADING = "# What was decided in `folkmoot people review`; it holds for the store of the same name.\n"


class Decision(NamedTuple):
    """One answer about one identity or two, each written as `Name <e-mail>`."""

    answer: str
    identities: tuple[str, ...]


def written(fact: IdentityFact) -> str:
    """Give an identity as a decision names it."""
    return f"{fact.name} <{fact.email}>"


def read(path: Path) -> list[Decision]:
    """Read the decisions in `path`; none when it does not exist. Raises StoreError naming the file."""
    entries = _table(path).get("decision", [])
    if not isinstance(entries, list):
        raise _broken(path, "has a `decision` that is no list of tables")
    return [_decision(path, entry) for entry in entries]


def believes_mailmap(path: Path) -> bool:
    """Tell whether the projects' mailmaps are believed, which they are unless somebody decided otherwise.

    Raises StoreError naming the file.
    """
    said = _table(path).get("mailmap", True)
    if not isinstance(said, bool):
        raise _broken(path, "has a `mailmap` that is neither true nor false")
    return said


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise StoreError(f"{path} cannot be read: {error.strerror}.", hint=READABLE) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _broken(path, f"is not TOML: {error}") from error


def write(path: Path, decisions: Iterable[Decision], *, mailmap: bool | None = None) -> None:
    """Write decisions, the newest last, in place of the file's content. Raises StoreError.

    `mailmap` tells whether mailmaps are believed from now on; None leaves that as it was.
    """
    believed = believes_mailmap(path) if mailmap is None else mailmap
    text = _HEADING + ("" if believed else "\nmailmap = false\n")
    for decision in decisions:
        identities = ", ".join(_quoted(identity) for identity in decision.identities)
        text += f"\n[[decision]]\nanswer = {_quoted(decision.answer)}\nidentities = [{identities}]\n"
    following = path.with_name(f"{path.name}.next")
    try:
        following.unlink(missing_ok=True)
        handle = os.open(following, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(text)
        following.replace(path)
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error.strerror}.", hint=WRITABLE) from error


def added(decisions: Sequence[Decision], new: Decision) -> list[Decision]:
    """Give the decisions with a new one, which replaces earlier ones about the same identities."""
    about = frozenset(new.identities)
    return [*(old for old in decisions if frozenset(old.identities) != about), new]


def pairs(
    decisions: Iterable[Decision], identities: Iterable[IdentityFact]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Give (accepted, rejected) as `resolve` takes them; identities that are not there are passed over."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for fact in identities:
        numbers[written(fact)].append(fact.identity)
    accepted: list[tuple[int, int]] = []
    rejected: list[tuple[int, int]] = []
    for decision in decisions:
        chosen = accepted if decision.answer in ("same", "program") else rejected
        first, last = decision.identities[0], decision.identities[-1]
        if len(decision.identities) == 1:
            chosen += [(number, number) for number in numbers.get(first, [])]
        else:
            chosen += [(a, b) for a in numbers.get(first, []) for b in numbers.get(last, [])]
    return accepted, rejected


def _decision(path: Path, entry: Any) -> Decision:
    answer = entry.get("answer") if isinstance(entry, dict) else None
    if answer not in ANSWERS:
        raise _broken(path, f"has a decision whose answer is none of {', '.join(ANSWERS)}")
    identities = entry.get("identities")
    if (
        not isinstance(identities, list)
        or not all(isinstance(identity, str) for identity in identities)
        or len(identities) != ANSWERS[answer]
    ):
        raise _broken(path, f"has a decision {answer!r} that does not name {ANSWERS[answer]} identities")
    return Decision(answer, tuple(identities))


def _quoted(text: str) -> str:
    """Give a TOML string; JSON's are the same, but for one character that TOML wants escaped too."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _broken(path: Path, problem: str) -> StoreError:
    return StoreError(
        f"{path} {problem}.", hint="correct the file, or remove it and answer `folkmoot people review` again."
    )
