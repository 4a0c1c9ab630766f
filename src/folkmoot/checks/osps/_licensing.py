"""The licence: where it stands, and whether it is an open source or free one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from folkmoot.checks.osps._requirement import Say
from folkmoot.i18n import Message, Text
from folkmoot.licences.files import CALLED_SO
from folkmoot.model.check import Evidence, Ground, Outcome

if TYPE_CHECKING:
    from folkmoot.model.licence import Licences, Said

WELL_KNOWN = re.compile(
    rf"(?:(?:{CALLED_SO})[-_])?(?:licen[cs]es?|copying|unlicense)(?:[-_.][\w.+-]+)?(?:/.+)?", re.IGNORECASE
)
"""LICENSE, COPYING or a folder of licences at the top; any ending, and a licence's name, may be added."""
OPEN = "{path} is {expression}, which {who}."
CLOSED = "{path} is {expression}, which restricts who may use it or for what."
UNLISTED = (
    "{path} is {expression}, which is on neither list; whether it meets a definition somebody has to judge."
)
JUDGE = (
    "Nothing has to be written: whether {expression} meets the OSI's or the FSF's definition is for somebody "
    "who knows licences to say, and Debian, Fedora or the like may have said so."
)
RESTRICTED = re.compile(
    r"\b(?:BUSL|SSPL|Elastic|PolyForm|CC-BY-NC|CC-BY-(?:NC-)?ND|FSL|Parity|Prosperity|Commons-Clause|"
    r"Hippocratic|"
    r"LicenseRef-(?:Commons-Clause|FSL|BSL|RSAL|Proprietary))",
    re.IGNORECASE,
)
"""Licences that forbid uses or users, which no definition of open source or free software allows."""


def in_known_place(ground: Ground) -> Say:
    """Look for the licence where everybody looks for it."""
    found = [path for path in ground.paths() if WELL_KNOWN.fullmatch(path) and "." not in path[:1]]
    found = [
        path
        for path in found
        if not path.lower().endswith((".py", ".js", ".ts", ".go", ".sh", ".rb", ".java"))
    ]
    if not found:
        return Say(Outcome.NO, "No LICENSE or COPYING at the top, and no folder of licences.")
    found.sort(key=lambda path: (path.count("/"), len(path)))
    said = Message("The licence stands in {path}.", {"path": found[0]})
    return Say(Outcome.YES, said, tuple(Evidence("A licence.", path) for path in found[:6]))


def is_open(ground: Ground) -> Say | None:
    """Look whether the licence of the source is an open source or free one."""
    told = ground.licences
    if told is None:
        place = in_known_place(ground)
        return Say(Outcome.UNKNOWN, place.text, place.spots) if place.outcome is Outcome.YES else None
    stated = [each for each in told.said if each.expression or each.holds or each.near] or told.said
    spots = tuple(Evidence(_name(each), each.path, each.line) for each in stated[:6])
    path = told.said[0].path if told.said else ""
    if told.osi or told.fsf:
        who = "the Open Source Initiative approved" if told.osi else "the Free Software Foundation calls free"
        return Say(Outcome.YES, Message(OPEN, {"path": path, "expression": _called(told), "who": who}), spots)
    if told.expression:
        is_closed = RESTRICTED.search(told.expression)
        values: dict[str, str | int | float] = {"path": path, "expression": told.expression}
        if is_closed:
            return Say(Outcome.NO, Message(CLOSED, values), spots)
        return Say(Outcome.UNKNOWN, Message(UNLISTED, values), spots, Message(JUDGE, values))
    untold = "Which licence it is could not be told from {path}."
    return Say(Outcome.UNKNOWN, Message(untold, {"path": path}), spots) if path else None


def _name(said: Said) -> Text:
    """Name the licence stated at one place, as the page on licences does."""
    if said.expression:
        return Message("{expression}", {"expression": said.expression})
    if said.near:
        words = "{near}, with words added" if said.near in said.holds else "{near}, changed"
        return Message(words, {"near": said.near})
    if said.holds:
        return Message("{names}, and more", {"names": ", ".join(said.holds)})
    return "No licence that is known."


def _called(told: Licences) -> str:
    """Give the licence by its expression; where no manifest joins several texts, by all their names."""
    return told.expression or " AND ".join(each.expression for each in told.texts if each.expression)


def released_is_open(ground: Ground) -> Say | None:
    """Look whether what packages declare as their licence is the source's own, and that one open."""
    source = is_open(ground)
    told = ground.licences
    if source is None or told is None or source.outcome is not Outcome.YES:
        return source
    from folkmoot.model.licence import Place

    declared = [each for each in told.said if each.place is Place.MANIFEST and each.expression]
    other = [each for each in declared if not _agree(each.expression, _called(told))]
    if other:
        said = "{path} declares {expression} for the package, the source is {source}."
        values: dict[str, str | int | float] = {
            "path": other[0].path, "expression": other[0].expression, "source": _called(told),
        }  # fmt: skip
        return Say(
            Outcome.UNKNOWN,
            Message(said, values),
            (Evidence("Another licence.", other[0].path, other[0].line),),
        )
    return source


def _agree(declared: str, source: str) -> bool:
    """Tell whether a declared expression names no licence that the source's does not have."""
    plain = [re.sub(r"-(only|or-later)\b", "", each) for each in (declared, source)]
    words = [set(re.findall(r"[\w.+-]+", each)) - {"AND", "OR", "WITH"} for each in plain]
    return words[0] <= words[1]


def in_released_source(ground: Ground) -> Say | None:
    """Look whether a release of this source carries the licence: what is at the top is in every archive."""
    place = in_known_place(ground)
    if place.outcome is not Outcome.YES:
        return Say(Outcome.NO, place.text)
    return Say(Outcome.YES, "The licence is part of the source, and so of every release of it.", place.spots)
