"""One document becomes one Proposal, and everything wrong with it becomes Problems."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from folkmoot.govern.proposals.addresses import links_in, references_in
from folkmoot.govern.proposals.authors import authors_in
from folkmoot.govern.proposals.dates import date_in
from folkmoot.govern.proposals.dialects import all_dialects
from folkmoot.govern.proposals.header import MAX_HEADER, Dialect, Field, Header, UnreadError
from folkmoot.govern.proposals.layout import Layout, number_in, part
from folkmoot.i18n import Message, Text
from folkmoot.i18n.message import Scalar
from folkmoot.model.problem import Problem
from folkmoot.model.proposal import DecisionState, DeliveryState, Link, Proposal, States

MOVED = re.compile(
    r"\A\W{0,4}(?:this (?:file|document|rfc|proposal|page) (?:was|has been|is)\s+)?(?:re)?(?:moved|named)\b",
    re.IGNORECASE,
)
STUB = 600
"""Characters that a document which only says where it went may have."""
MOST_LINKS = 100
TITLE = 300
USUAL_KEYS = ("rfc pr", "feature name", "stage", "title")


class Reader:
    """Reads documents of one layout; what is wrong gathers in `problems`."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.problems: list[Problem] = []
        self._path = ""
        self._telling = (
            *layout.telling, *layout.status_keys, *layout.created_keys, *layout.number_keys,
            *layout.author_keys, *USUAL_KEYS,
        )  # fmt: skip

    def read(self, path: str, content: bytes) -> Proposal | None:
        """Read one document; None when it is no proposal that can be read, and a problem says why."""
        self._path = path
        try:
            text = text_of(content)
            dialect, header = self._header(text)
        except UnreadError as error:
            self._problem(error.line, error.what, error.hint, error.code)
            return None
        for line, what, hint in header.mends:
            self._problem(line, what, hint, "mended")
        return self._proposal(dialect, header)

    def glance(self, path: str, content: bytes) -> Header | None:
        """Read the header of an old version fast; None where there is none. Nothing is held against it."""
        try:
            text = text_of(content)
            headers = (dialect.glance(text) for dialect in self._dialects(path))
            return next(
                (header for header in headers if header is not None and header.has(*self._telling)), None
            )
        except UnreadError:
            return None

    def _dialects(self, path: str) -> Iterator[Dialect]:
        for name in self.layout.dialects:
            dialect = all_dialects()[name]
            if not dialect.suffixes or path.endswith(dialect.suffixes):
                yield dialect

    def _header(self, text: str) -> tuple[Dialect, Header]:
        """Find the dialect that reads the document. Raises UnreadError when none does."""
        failure: UnreadError | None = None
        for dialect in self._dialects(self._path):
            try:
                header = dialect.read(text)
            except UnreadError as error:
                failure = failure or error
                continue
            if header is not None and header.has(*self._telling):
                return dialect, header
        if failure is not None:
            raise failure
        if len(text.strip()) < STUB and MOVED.match(text.strip()):
            raise UnreadError(
                1, "It only says where the document went, so there is no proposal in it.", "", "stub"
            )
        raise UnreadError(
            1, "No header was found at its beginning.", "Begin it as the template of this repository does."
        )

    def _proposal(self, dialect: Dialect, header: Header) -> Proposal:
        layout = self.layout
        match = layout.match(self._path, ever=True)
        place, slug = (part(match, "place"), part(match, "slug")) if match else ("", "")
        number = self._number(header, number_in(match) if match else None)
        field, word, states = self._status(header, place)
        authors = header.get(*layout.author_keys)
        self._needed(header, states, word)
        return Proposal(
            number=number,
            label=label_of(layout, number, place, slug or self._path),
            title=_title(layout, header, slug),
            authors=authors_in(authors.value, authors.items) if authors else (),
            created=self._created(header),
            decision=states.decision,
            delivery=states.delivery,
            word=word,
            path=self._path,
            dialect=dialect.name,
            kind=(found.value[:TITLE] if (found := header.get(*layout.kind_keys)) else ""),
            links=_links(layout, header),
            supersedes=references_in(found) if (found := header.get(*layout.supersedes_keys)) else (),
            superseded_by=references_in(found) if (found := header.get(*layout.superseded_by_keys)) else (),
            line=field.line if field else 0,
        )

    def _number(self, header: Header, in_path: int | None) -> int | None:
        field = header.get(*self.layout.number_keys)
        digits = re.search(r"\d{1,9}", field.value) if field else None
        if field is None or digits is None:
            return in_path
        number = int(digits[0])
        if in_path is not None and number != in_path:
            what = Message(
                "It calls itself number {said}, but its path says {path}.", {"said": number, "path": in_path}
            )
            self._problem(field.line, what, "Change whichever is wrong.", "number-mismatch")
        return number

    def _status(self, header: Header, place: str) -> tuple[Field | None, str, States]:
        """Give the field that says the status, the source's own word, and what it means."""
        layout = self.layout
        field = header.get(*layout.status_keys)
        by_place = layout.place_words.get(place, "")
        if field is None:
            if not by_place and not layout.merged:
                self._problem(0, "It does not say its status.", self._words_hint(), "no-status")
            return None, by_place, layout.states(by_place or layout.merged)
        word = layout.recognise(field.value)
        values: dict[str, Scalar] = {"word": word.said, "known": word.known, "place": place}
        if "|" in word.said:
            what: Text = "Its status is still the template's list of choices."
            self._problem(field.line, what, self._words_hint(), "placeholder")
        elif not word.known:
            what = Message("“{word}” is no status known here.", values)
            self._problem(field.line, what, self._words_hint(), "unknown-status")
        elif not word.is_exact:
            what = Message("“{word}” was read as “{known}”.", values)
            self._problem(field.line, what, "Mend the spelling.", "misspelt")
        if by_place and word.known and layout.states(by_place) != layout.states(word.known):
            what = Message("Its status is “{word}”, but it lies in the folder “{place}”.", values)
            self._problem(field.line, what, "Move it, or change the status.", "place-mismatch")
        return field, word.said, self._delivered(header, word.known)

    def _delivered(self, header: Header, word: str) -> States:
        """Give the states of a word, with the field that says how far work is; say where they contradict."""
        layout = self.layout
        field = header.get(layout.delivery_key) if layout.delivery_key else None
        if field is None:
            return layout.states(word)
        target = layout.deliveries.get(field.value.casefold())
        states = layout.states(word, field.value)
        values: dict[str, Scalar] = {"word": word, "stage": field.value}
        early = target is DeliveryState.STARTED or field.value.casefold() == "beta"
        if states.delivery is DeliveryState.DELIVERED and early:
            what = Message("It is “{word}”, but its stage is only “{stage}”.", values)
            self._problem(field.line, what, "Raise the stage, or take the status back.", "contradiction")
        elif states.decision in {DecisionState.DRAFT, DecisionState.OPEN} and target is DeliveryState.PARTLY:
            what = Message(
                "It is still “{word}”, but its stage “{stage}” means that a part is delivered.", values
            )
            self._problem(field.line, what, "Record the decision, or take the stage back.", "contradiction")
        return states

    def _created(self, header: Header) -> date | None:
        keys = self.layout.created_keys
        field = header.get(*keys)
        if field is None:
            left = next((header.by_key[key] for key in keys if key in header.by_key), None)
            if left is not None and left.value:
                self._problem(
                    left.line,
                    "Its date is still the template's.",
                    "Put in the day it was started.",
                    "placeholder",
                )
            return None
        found = date_in(field.value)
        if found is None:
            what = Message("“{value}” is no date.", {"value": field.value[:60]})
            self._problem(field.line, what, "Write it as 2026-03-31.", "bad-date")
        return found

    def _needed(self, header: Header, states: States, word: str) -> None:
        if states == States(None, None) and word:
            return  # moved elsewhere: the rest of the header went with it
        for key in self.layout.needed_keys:
            if not header.has(key) and key not in self.layout.status_keys:
                self._problem(
                    0, Message("The field “{field}” is missing.", {"field": key}), "", "missing-field"
                )

    def _words_hint(self) -> Text:
        return (
            Message("One of: {words}.", {"words": ", ".join(self.layout.words)}) if self.layout.words else ""
        )

    def _problem(self, line: int, what: Text, hint: Text, code: str) -> None:
        self.problems.append(Problem(self._path, line, what, hint, code))


def text_of(content: bytes) -> str:
    """Give a document's beginning as text with plain line ends. Raises UnreadError for what is no text."""
    if b"\0" in content[:8192]:
        raise UnreadError(0, "It is no text.", "Only text documents can be read.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("utf-8-sig", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")[:MAX_HEADER]


def label_of(layout: Layout, number: int | None, place: str, slug: str) -> str:
    """Give what a community calls a proposal; without a number, its short name."""
    if number is None:
        return slug
    return layout.place_labels.get(place, layout.label).format(number=number)


def _title(layout: Layout, header: Header, slug: str) -> str:
    field = header.get(*layout.title_keys)
    title = field.value if field else header.title
    # Underscores stay: they are part of names such as __next__.
    plain = re.sub(r"[*`]{1,3}(?=\S)|(?<=\S)[*`]{1,3}", "", title) if title else ""
    numbered = re.sub(r"^(?:[A-Z]{2,5}|RFC)[ -]?\d+\s*[:–—-]\s*", "", plain)
    return (numbered or " ".join(slug.replace("-", " ").split()))[:TITLE]


def _links(layout: Layout, header: Header) -> tuple[Link, ...]:
    skipped = {*layout.author_keys, *layout.title_keys}
    found = (link for field in header.fields if field.key not in skipped for link in links_in(field))
    return tuple(dict.fromkeys(found))[:MOST_LINKS]
