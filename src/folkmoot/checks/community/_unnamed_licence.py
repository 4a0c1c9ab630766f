"""Where a licence is said that has no file of a usual name.

A file whose name says which licence it is, documents that each say it, a section of the README, a manifest,
the headers of sources.
"""

from __future__ import annotations

import re

from folkmoot.checks.community._presence import by_first_folder, find
from folkmoot.checks.community.readme import SOUGHT as README
from folkmoot.checks.osps._documents import document_of
from folkmoot.i18n import Message
from folkmoot.licences.files import CALLED_SO
from folkmoot.licences.manifests import declared_in, manifest_files
from folkmoot.licences.readme import CALLED, said_in
from folkmoot.model.check import Tree

VARIANT = re.compile(
    r"(?!.*\.(?:[cm]?[jt]s|json|ya?ml|toml|py|go|rs|rb|java|cs|sh|php|svg|png)$)(?:docs?/)?"
    rf"(?:(?:licen[cs]es?|copying)[-_.]?(?:{CALLED_SO}|v?\d)(?![a-z]{{3}})[-_.+0-9a-z]{{0,60}}|"
    rf"(?:{CALLED_SO})[-_.]?(?:v?\d[.\d]{{0,5}}[-_.]?)?licen[cs]es?(?:[-_.]v?\d[.\d]{{0,5}})?"
    r"(?:\.(?:txt|md|markdown|rst|html?))?)",
    re.IGNORECASE,
)
"""A name that says which licence it is: LICENSE_MIT, LICENSE-APACHE-2.0.txt, COPYING3, MIT-LICENSE."""
DOCUMENT = re.compile(r"[^/]+/(?:.*/)?[^/]+\.(?:md|rst|txt|adoc)", re.IGNORECASE)
STATES = re.compile(
    rb"\b(?:placed|released|dedicated) (?:in|into|to) the\s+public\s+domain\b|\bCC0\b|"
    rb"\bcopyright\b[^.]{0,80}\bwaived\b|"
    rb"\blicen[sc]ed\s+under\b|\bcreative\s+commons\b|SPDX-License-Identifier:",
    re.IGNORECASE,
)
"""What says at the end of a document under which terms it may be used."""
HEADING = re.compile(rf"\W{{0,4}}(?:copyright (?:and|&) )?{CALLED}", re.IGNORECASE)
SPOKEN = "{path}:{line} speaks of the licence."
DECLARED = "{path}:{line} names {licence}."
IN_HEADERS = "Most source files name a licence in their headers, such as {path}."
SOURCE = re.compile(
    r"(?:.*/)?[^/]+\.(?:c|cc|cpp|cxx|h|hh|hpp|ipp|java|js|ts|py|rb|go|rs|cs|php|pl|swift|kt|scala)",
    re.IGNORECASE,
)
NAMES = re.compile(
    rb"\b(?:distributed|licen[sc]ed|released)\s+(?:\W{0,6})under\s+(?:\W{0,6})the\b[^.;]{0,80}\blicen[sc]e\b|"
    rb"SPDX-License-Identifier:",
    re.IGNORECASE,
)
HEAD, LEAST_SOURCES = 2_000, 5
LEAST_DOCUMENTS, SAMPLE, MOST_OF = 20, 24, 0.75
END, LARGEST = 4_000, 1_000_000


def variant(tree: Tree) -> str:
    """Give a file whose name says which licence it is, "" where there is none."""
    return next(filter(VARIANT.fullmatch, tree.paths()), "")


def stated_in_documents(tree: Tree) -> str:
    """Give one of the documents that state their terms at their end, "" where most do not.

    Asked are repositories of which most files are documents in folders, and of those a few.
    """
    paths = tree.paths()
    documents = [path for path in paths if DOCUMENT.fullmatch(path)]
    if len(documents) < LEAST_DOCUMENTS or 2 * len(documents) < len(paths):
        return ""
    asked = documents[:: -(-len(documents) // SAMPLE)]
    stating = [
        path
        for path, content, _ in tree.read_all(asked, LARGEST)
        if content and STATES.search(content[-END:])
    ]
    return stating[0] if len(stating) >= MOST_OF * len(asked) else ""


def spoken_of(tree: Tree) -> Message | None:
    """Give where a section of the README, a manifest or most headers of sources speak of the licence."""
    path = find(by_first_folder(tree.paths()), README)
    content = tree.read(path, LARGEST) if path else None
    document = document_of(path, content) if path and content else None
    for heading in document.headings if document else ():
        if HEADING.match(heading.text) and document and re.search(r"\w{3}", document.body(heading)):
            return Message(SPOKEN, {"path": document.path, "line": heading.line})
    meant = said_in(document.path, document.text) if document else None
    if meant and meant.expression:
        return Message(DECLARED, {"path": meant.path, "line": meant.line, "licence": meant.expression})
    for path, content, _ in tree.read_all(manifest_files(tree.paths()), LARGEST):
        for said in declared_in(path, content.decode("utf-8", "replace")) if content else ():
            if said.expression:
                values: dict[str, str | int | float] = {"path": path, "line": said.line}
                return Message(DECLARED, values | {"licence": said.expression})
    sources = [path for path in tree.paths() if SOURCE.fullmatch(path)]
    asked = sources[:: -(-len(sources) // SAMPLE)] if sources else []
    naming = [
        path for path, content, _ in tree.read_all(asked, LARGEST) if content and NAMES.search(content[:HEAD])
    ]
    if len(asked) >= LEAST_SOURCES and len(naming) >= MOST_OF * len(asked):
        return Message(IN_HEADERS, {"path": naming[0]})
    return None
