"""Which versions belong to one document: renames followed by content, short name and number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from folkmoot.govern.proposals.layout import Layout, number_in, part
from folkmoot.sources.git.landings import Change, Landing


class Version(NamedTuple):
    """One state of a document: the commit in which it landed, its path, and its content's object id.

    `is_new` is false where only the path changed.
    """

    landing: Landing
    path: str
    blob: str
    is_new: bool


@dataclass
class Document:
    """One document through its renames: `paths` are those at which it lies now.

    `gone_at` is when it went, and `gone_in` the commit; `has_settled` once it lay where documents lie today.
    """

    number: int | None
    slug: str
    place: str
    versions: list[Version] = field(default_factory=list)
    paths: set[str] = field(default_factory=set)
    gone_at: int | None = None
    gone_in: str = ""
    has_settled: bool = False


def follow(layout: Layout, chain: Iterable[Landing]) -> list[Document]:
    """Gather the versions of every document along the trunk (oldest first)."""
    following = _Following(layout)
    for landing in chain:
        following.take(landing)
    return [document for document in following.documents if document.versions]


class _Following:
    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.documents: list[Document] = []
        self.at: dict[str, Document] = {}
        self.by_slug: dict[str, list[Document]] = {}
        self.by_number: dict[tuple[str, int], list[Document]] = {}

    def take(self, landing: Landing) -> None:
        """Take in one landing."""
        gone = [change for change in landing.changes if not change.after]
        came = [change for change in landing.changes if not change.before]
        for new, old in pairs(self.layout, gone, came).items():
            document = self.at.get(old)
            if document is not None:
                document.paths.discard(old)
                document.paths.add(new)
                self.at[new] = self.at.pop(old)
                self._number(document, new)
        for change in gone:
            document = self.at.pop(change.path, None)
            if document is not None:
                document.paths.discard(change.path)
                if not document.paths:
                    document.gone_at = landing.committed_at
                    document.gone_in = landing.sha
        for change in landing.changes:
            if change.after:
                self._version(landing, change)

    def _version(self, landing: Landing, change: Change) -> None:
        document = self.at.get(change.path)
        if document is None:
            document = self._known(change.path) or self._begun(change.path)
            document.gone_at = None
            document.paths.add(change.path)
            self.at[change.path] = document
        settled = self.layout.match(change.path) is not None
        if document.has_settled and not settled:
            return  # a former way of keeping it, beside the way of today
        document.has_settled = document.has_settled or settled
        is_new = not document.versions or document.versions[-1].blob != change.after
        document.versions.append(Version(landing, change.path, change.after, is_new))

    def _known(self, path: str) -> Document | None:
        """Find the document that came back, or that is kept in two ways beside one another."""
        match = self.layout.match(path, ever=True)
        if match is None:
            return None
        number, slug = number_in(match), part(match, "slug")
        settled = self.layout.match(path) is not None
        same = self.by_number.get((_series(self.layout, path), number), []) if number is not None else []
        for document in reversed(same):
            if not document.paths:
                return document
            if self._is_former(document) == settled and document.slug == slug:
                return document
        named = self.by_slug.get(slug, []) if settled else []
        return next((one for one in reversed(named) if one.number is None and self._is_former(one)), None)

    def _is_former(self, document: Document) -> bool:
        """Tell whether a document lies only where it lay in former times (or nowhere now)."""
        return not document.has_settled and all(self.layout.match(path) is None for path in document.paths)

    def _begun(self, path: str) -> Document:
        match = self.layout.match(path, ever=True)
        document = Document(None, part(match, "slug") if match else "", part(match, "place") if match else "")
        self.documents.append(document)
        if document.slug:
            self.by_slug.setdefault(document.slug, []).append(document)
        self._number(document, path)
        return document

    def _number(self, document: Document, path: str) -> None:
        match = self.layout.match(path, ever=True)
        number = number_in(match) if match else None
        if match is not None and number is not None and number != document.number:
            document.number = number
            self.by_number.setdefault((_series(self.layout, path), number), []).append(document)


def _series(layout: Layout, path: str) -> str:
    """Give what numbers count within: a folder with a label of its own, or everything."""
    match = layout.match(path, ever=True)
    place = part(match, "place") if match else ""
    return place if place in layout.place_labels else ""


def pairs(layout: Layout, gone: list[Change], came: list[Change]) -> dict[str, str]:
    """Give the old path of each new one that is the same document, in one commit.

    The same content proves it; then the same short name (numbers are given anew); then the same number; then
    being the only ones, where one of the two has no number yet.
    """
    found: dict[str, str] = {}
    left, right = list(gone), list(came)
    for key in (_content, _named(layout), _numbered(layout)):
        old: dict[object, list[Change]] = {}
        for change in left:
            if (mark := key(change)) is not None:
                old.setdefault(mark, []).append(change)
        for change in list(right):
            same = old.get(key(change))
            if same:
                before = same.pop(0)
                found[change.path] = before.path
                left.remove(before)
                right.remove(change)
    if len(left) == len(right) == 1 and None in (_numbered(layout)(left[0]), _numbered(layout)(right[0])):
        found[right[0].path] = left[0].path
    return found


def _content(change: Change) -> object:
    return change.after or change.before


def _numbered(layout: Layout) -> Callable[[Change], object]:
    def key(change: Change) -> object:
        match = layout.match(change.path, ever=True)
        number = number_in(match) if match else None
        return None if number is None else (_series(layout, change.path), number)

    return key


def _named(layout: Layout) -> Callable[[Change], object]:
    def key(change: Change) -> object:
        match = layout.match(change.path, ever=True)
        return (part(match, "slug") or None) if match else None

    return key


def rejoin(documents: list[Document], titles: Callable[[Document], frozenset[str]]) -> list[Document]:
    """Join what went with what came in the same commit under the same title: kept in another way since.

    `titles` gives every title that a document ever had, in lower case.
    """
    came: dict[tuple[str, str], list[Document]] = {}
    for document in documents:
        for title in titles(document):
            came.setdefault((document.versions[0].landing.sha, title), []).append(document)
    joined: set[int] = set()
    for document in documents:
        if document.gone_at is None:
            continue
        found = {
            id(one): one for title in titles(document) for one in came.get((document.gone_in, title), [])
        }
        others = [one for one in found.values() if one is not document and id(one) not in joined]
        if len(others) == 1 and id(document) not in joined:
            others[0].versions[:0] = document.versions
            joined.add(id(document))
    return [document for document in documents if id(document) not in joined]


def first_authors(layout: Layout, commits: list[Landing]) -> dict[str, str]:
    """Give who first wrote the document at each path, on whatever branch (`commits` newest first)."""
    authors: dict[str, str] = {}
    for commit in reversed(commits):
        if len(commit.parents) > 1 or not commit.changes:
            continue
        gone = [change for change in commit.changes if not change.after]
        came = [change for change in commit.changes if not change.before]
        moved = pairs(layout, gone, came) if gone and came else {}
        for change in came:
            authors.setdefault(change.path, authors.get(moved.get(change.path, ""), commit.author))
    return authors
