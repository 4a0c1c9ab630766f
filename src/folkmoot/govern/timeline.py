"""Timelines of proposals: who changed which status when, out of nothing but the history of the files.

Only the trunk counts: the states that the default branch really had, dated by when they landed there. What a
branch tried on its way is not a transition. Who wrote a change is looked up in the branch it came from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from folkmoot.govern.proposals.dates import date_in
from folkmoot.govern.proposals.document import Reader, label_of
from folkmoot.govern.proposals.header import Header
from folkmoot.govern.proposals.layout import Layout, number_in, part
from folkmoot.govern.timeline_following import Document, first_authors, follow, rejoin
from folkmoot.govern.timeline_rules import why_illegal
from folkmoot.i18n import Text
from folkmoot.model.proposal import States
from folkmoot.sources.git.absent import refuse_absent
from folkmoot.sources.git.contents import contents
from folkmoot.sources.git.landings import Landing, landings, trunk
from folkmoot.sources.git.repository import Repository

LIMIT = 1 << 14
"""Bytes of each old version that are read: a header is at the beginning."""

TIDYING = 10
"""From how many proposals with the same change in one commit on it is tidying, and judged by no rule."""


@dataclass(frozen=True)
class Transition:
    """One change of status as it landed: when (seconds since 1970), in which commit, written by whom.

    `before` is "" for the status a document came with. Both are known words of the layout, or the source's
    own where it is none. `illegal` says which rule it breaks ("": none); going back is never illegal.
    `together` is how many proposals this commit changed in the same way: many at once is tidying of records.
    """

    at: int
    commit: str
    by: str
    before: str
    after: str
    states_before: States
    states: States
    illegal: Text = ""
    together: int = 1


@dataclass(frozen=True)
class Timeline:
    """One proposal through time. `began_at` is when it landed, or None where the clone begins later.

    `gone_at` is when it was taken out, None while it is there; `author` is who first wrote it, by git.
    """

    label: str
    number: int | None
    path: str
    kind: str
    created: date | None
    author: str
    began_at: int | None
    changed_at: int
    gone_at: int | None
    transitions: tuple[Transition, ...]

    @property
    def state(self) -> States:
        """Give the states at the end."""
        return self.transitions[-1].states if self.transitions else States(None, None)

    @property
    def word(self) -> str:
        """Give the status word at the end."""
        return self.transitions[-1].after if self.transitions else ""


@dataclass(frozen=True)
class History:
    """Every timeline of a repository, and until when (seconds since 1970) it is known."""

    layout: Layout
    commit: str
    known_until: int
    timelines: tuple[Timeline, ...]


def read_history(repository: Repository, layout: Layout) -> History:
    """Read the timelines of all proposals, those since removed included."""
    if not repository.tip:
        return History(layout, "", repository.updated_at, ())
    commits = list(landings(repository.git, repository.tip, lambda path: layout.match(path, ever=True)))
    chain = trunk(commits, repository.tip)
    documents = follow(layout, chain)
    authors = first_authors(layout, commits)
    headers = _headers(repository, layout, documents)
    documents = rejoin(documents, lambda document: _titles(layout, document, headers))
    writers = {
        change.after: commit for commit in commits if len(commit.parents) < 2 for change in commit.changes
    }
    # The log is newest first, so that the oldest commit with a content is the one that stays.
    timelines = [
        _timeline(layout, document, headers, writers, authors, repository.boundary) for document in documents
    ]
    together = Counter(
        (one.commit, one.before, one.after) for timeline in timelines for one in timeline.transitions
    )
    judged = (replace(one, transitions=_judged(layout, one, together)) for one in timelines)
    ordered = sorted(judged, key=lambda one: (one.number is None, one.number or 0, one.path))
    return History(layout, repository.tip, repository.updated_at, tuple(ordered))


def _headers(
    repository: Repository, layout: Layout, documents: Iterable[Document]
) -> dict[str, Header | None]:
    """Read the header of every version there ever was on the trunk, by object id."""
    wanted = {
        version.blob: version.path
        for document in documents
        for version in (document.versions if layout.status_keys else document.versions[-1:])
    }
    reader = Reader(layout)
    # In the order of the documents, so that git unpacks each next to the ones it is stored as a change of.
    found = contents(repository.fetching or repository.git, list(wanted), LIMIT)
    absent, headers = 0, {}
    for blob, content, _ in found:
        absent += content is None
        headers[blob] = reader.glance(wanted[blob], content) if content else None
    refuse_absent(repository, absent, len(wanted))
    return headers


def _titles(layout: Layout, document: Document, headers: Mapping[str, Header | None]) -> frozenset[str]:
    """Give every title that a document ever had, in lower case."""
    known = (headers.get(version.blob) for version in document.versions)
    fields = (header.get(*layout.title_keys) for header in known if header is not None)
    return frozenset(field.value.casefold() for field in fields if field is not None)


def _timeline(
    layout: Layout,
    document: Document,
    headers: dict[str, Header | None],
    writers: dict[str, Landing],
    authors: dict[str, str],
    boundary: frozenset[str],
) -> Timeline:
    transitions: list[Transition] = []
    header: Header | None = None
    before, states = "", States(None, None)
    for version in document.versions:
        header = headers.get(version.blob) or header
        word = _word(layout, headers.get(version.blob), version.path)
        if not word or word == before:
            continue
        after = layout.states(word)
        writer = writers.get(version.blob, version.landing) if version.is_new else version.landing
        transitions.append(
            Transition(
                version.landing.committed_at, version.landing.sha, writer.author, before, word, states, after
            )
        )
        before, states = word, after
    first, last = document.versions[0], document.versions[-1]
    match = layout.match(last.path, ever=True)
    place, slug = (part(match, "place"), part(match, "slug")) if match else ("", "")
    number = document.number if document.number is not None else (number_in(match) if match else None)
    kind = header.get(*layout.kind_keys) if header else None
    created = header.get(*layout.created_keys) if header else None
    return Timeline(
        label=label_of(layout, number, place, slug or last.path),
        number=number,
        path=last.path,
        kind=kind.value[:300] if kind else "",
        created=date_in(created.value) if created else None,
        author=authors.get(first.path, first.landing.author),
        began_at=None if first.landing.sha in boundary else first.landing.committed_at,
        changed_at=max(version.landing.committed_at for version in document.versions),
        gone_at=document.gone_at,
        transitions=tuple(transitions),
    )


def _judged(
    layout: Layout, timeline: Timeline, together: Mapping[tuple[str, str, str], int]
) -> tuple[Transition, ...]:
    """Say which transitions break a rule, except for those that take back the one before, and for tidying."""
    found = []
    steps = timeline.transitions
    for place, one in enumerate(steps):
        with_it = together[one.commit, one.before, one.after]
        goes_back = place > 1 and steps[place - 2].after == one.after
        taken_back = place + 1 < len(steps) and steps[place + 1].after == one.before
        is_free = not one.before or goes_back or taken_back or with_it >= TIDYING
        why = "" if is_free else why_illegal(layout, timeline.kind, one.before, one.after)
        found.append(replace(one, illegal=why, together=with_it))
    return tuple(found)


def _word(layout: Layout, header: Header | None, path: str) -> str:
    """Give the status word of one version: the field's, else the folder's, else the one for being merged."""
    field = header.get(*layout.status_keys) if header else None
    if field is not None:
        word = layout.recognise(field.value)
        return word.known or ("" if "|" in word.said else word.said.casefold()[:60])
    if header is None and layout.status_keys and not layout.merged:
        return ""
    match = layout.match(path, ever=True)
    return layout.place_words.get(part(match, "place") if match else "", "") or layout.merged
