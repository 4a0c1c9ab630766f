"""Panels on what the project itself states: each place with what it says, and where two contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator

from folkmoot.i18n import Message, Text
from folkmoot.licences.files import named_in_licenses
from folkmoot.licences.listed import is_exception
from folkmoot.licences.readme import named_in
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.licence import Contradiction, Licences, Place, Said
from folkmoot.model.metric import Better
from folkmoot.model.page import Entry, Panel
from folkmoot.views.licensing.known import Licensing

MOST_PLACES = 40
SPDX = "https://spdx.org/licenses/"
POINTS = re.compile(r"\b(?:LICEN[CS]ES?|COPYING|UNLICENSE)\b|\]\([^)\s]*(?:licen[cs]e|copying)[^)\s/]*\)")
"""What a README writes that leaves the answer to the licence file: its name, or a link to it."""


def stated_panel(licensing: Licensing) -> Panel:
    """Give what each place says, and what the licence of the project is by all of them."""
    told = licensing.licences
    return Panel(
        id="licences-stated",
        title="What the project says",
        question="Which licence is the work under, and where does it say so?",
        unit=None,
        better=Better.NEITHER,
        shape=None,
        entries=tuple(_entry(each) for each in told.said[:MOST_PLACES]),
        more=max(0, len(told.said) - MOST_PLACES),
        headline=_headline(told),
        caveat=Message(
            "Texts are compared with those of the SPDX License List {version}. This is no legal advice.",
            {"version": told.list_version},
        ),
        definition=SPDX,
    )


def contradictions_panel(licensing: Licensing) -> Iterator[Panel]:
    """Give the places that contradict one another, where any do."""
    found = licensing.contradictions
    if found:
        yield Panel(
            id="licences-contradictions",
            title="Places that contradict",
            question="Do two places state different licences?",
            unit=None,
            better=Better.NEITHER,
            shape=None,
            findings=tuple(_finding(each) for each in found),
            headline=Message(
                "Two places state different licences: {count} such pairs.", {"count": len(found)}
            )
            if len(found) > 1
            else "Two places state different licences.",
        )


def is_file_by_file(told: Licences) -> bool:
    """Tell whether a project keeps its licences as REUSE wants it, and states none for the whole."""
    return bool(told.texts) and all(each.path.startswith("LICENSES/") for each in told.texts)


def joining_file(told: Licences) -> str:
    """Give the one licence file that holds whole texts of several licences among words of its own, or "".

    Which of them is for what those words say, and nothing here reads them.
    """
    texts = told.texts
    return texts[0].path if len(texts) == 1 and len(texts[0].holds) > 1 and not told.expression else ""


def place_of(said: Said) -> str:
    """Give the place of a statement as path:line."""
    return f"{said.path}:{said.line}" if said.line else said.path


def _headline(told: Licences) -> Text:
    values: dict[str, str | int | float] = {"expression": told.expression}
    if not told.said and not told.unread:
        return (
            "No licence file, manifest or README states a licence. Unless another place does, nobody else "
            "may use, change or share the work."
        )
    if told.unread:
        return "Not every licence file could be read, so which licence holds is not known."
    if not told.expression and is_file_by_file(told):
        return "Several licences are kept here: which one holds is stated file by file."
    if path := joining_file(told):
        return Message(
            "Whole texts of several licences stand in {path}; which is for what, only its own words tell.",
            {"path": path},
        )
    if not told.expression:
        return "Which licence the project as a whole is under is not stated in a way that leaves no doubt."
    if told.osi and told.fsf:
        return Message(
            "The licence is {expression}: approved by the Open Source Initiative, free by the FSF's list.",
            values,
        )
    if told.osi:
        return Message("The licence is {expression}, which the Open Source Initiative approved.", values)
    if told.fsf:
        return Message(
            "The licence is {expression}, which the Free Software Foundation lists as free.", values
        )
    if told.osi is None:
        return Message("The licence is {expression}. Whether it is an open source one is not known.", values)
    return Message(
        "The licence is {expression}. Neither the OSI lists it as open nor the FSF as free; licences for "
        "data, and variants of well-known ones, often stand on neither list.",
        values,
    )


def _entry(said: Said) -> Entry:
    facts: list[Text] = [Message("In {place}.", {"place": place_of(said)})]
    if said.likeness is not None and said.expression:
        # What is not wholly alike is not called 100%.
        like = "100" if said.likeness == 1 else f"{min(said.likeness * 100, 99.9):.1f}"
        facts.append(Message("The text is {percent}% like that of SPDX.", {"percent": like}))
    if said.near:
        whole = "The whole text of {near} stands in it, and words beside it that may permit more or less."
        like = "It is like {near}, but words were added or left out, so it may permit more or less."
        facts.append(Message(whole if said.near in said.holds else like, {"near": said.near}))
    if said.holds and not said.near:
        facts.append(
            Message(
                "Whole texts that stand in it, among other words: {names}.", {"names": ", ".join(said.holds)}
            )
        )
    is_notice = said.expression and said.likeness is None and not said.holds and not is_own(said)
    if said.place is Place.TEXT and is_notice:
        facts.append("It says so in the words of a notice; the text of the licence is not in this file.")
    elif said.notice:
        facts.append("It only says whose the work is, and permits nothing.")
    if said.unknown:
        facts.append(Message("SPDX does not list {names}.", {"names": ", ".join(said.unknown)[:200]}))
    if said.words and not said.expression:
        facts.append(Message("It says: {words}", {"words": said.words}))
    return Entry(place_of(said), said.expression or unclear(said), said.place.value, tuple(facts))


def is_own(said: Said) -> bool:
    """Tell whether the name of a text says which licence it is, as REUSE has it for those of one's own."""
    return said.expression == named_in_licenses(said.path)


def unclear(said: Said) -> Text:
    """Give what can be said of a statement that is no known licence."""
    if is_exception(named_in_licenses(said.path)):
        return Message("{named}, an exception", {"named": named_in_licenses(said.path)})
    if said.near and said.near in said.holds:
        return Message("{near}, with words added", {"near": said.near})
    if said.near:
        return Message("{near}, changed", {"near": said.near})
    if said.holds:
        return Message("{names}, and more", {"names": ", ".join(said.holds)})
    if said.place is Place.README and POINTS.search(said.words) and not named_in(said.words):
        return "points to the licence file"
    if said.place is Place.TEXT and said.path.lower().startswith("patents"):
        return "on patents"
    return "a notice only" if said.notice else "unclear"


def _finding(contradiction: Contradiction) -> Finding:
    one, other = contradiction.one, contradiction.other
    if one.path == other.path:
        return _misnamed(one, other)
    values: dict[str, str | int | float] = {
        "one": one.expression,
        "first": place_of(one),
        "other": other.expression,
        "second": place_of(other),
    }
    return Finding(
        id=f"contradiction:{place_of(one)}:{place_of(other)}",
        title=Message("{one} or {other}?", values),
        outcome=Outcome.NO,
        evidence=(
            Message("{first} states {one}.", values),
            Message("{second} states {other}.", values),
        ),
        why="Whoever relies on the one may break the other; packagers stop here.",
        remedy=Message(
            "Find out which of the two the authors meant, and correct {first} or {second}. Where both hold "
            "for different parts, state both with AND, or a choice with OR.",
            values,
        ),
        effort="an hour, when the authors agree",
    )


def _misnamed(name: Said, text: Said) -> Finding:
    values: dict[str, str | int | float] = {
        "path": text.path,
        "named": name.expression,
        "found": text.expression,
    }
    return Finding(
        id=f"misnamed:{text.path}",
        title=Message("{path} is not {named}", values),
        outcome=Outcome.NO,
        evidence=(Message("By its name it is the text of {named}; what stands in it is {found}.", values),),
        why="Whoever relies on the one may break the other; packagers stop here.",
        remedy=Message(
            "Where {named} is meant, put its text there: `reuse download {named}`. Where {found} is meant, "
            "rename the file and correct the places that name {named}.",
            values,
        ),
        effort="an hour, when the authors agree",
    )
