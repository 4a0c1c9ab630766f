"""Licence: what others may do with the work.

Question:
    Does the repository say under which terms it may be used?

Why it matters:
    Without a licence nobody but the authors may copy, change or ship the work, however public it is.
    Companies and distributions stop here.

How it is counted:
    A file named LICENSE, LICENCE, COPYING, UNLICENSE or a variant such as LICENSE-MIT or MIT-LICENSE,
    at the top or in docs, or a LICENSES folder as REUSE wants it. GitHub gives no default for this one,
    so a missing file is a plain no; but where most files are documents that state their terms at their end,
    as collections of proposals do, that is an answer. A section of the README on the licence is none, and
    neither are a link there that is marked as leading to it, a manifest and the headers of source files; the
    advice then begins with what they name.

What it does not tell:
    Which licence it is, whether it is an open source one, and whether every file is covered by it.

References:
    Open Source Initiative, licences: https://opensource.org/licenses
    REUSE: https://reuse.software/spec/
"""

import re
from dataclasses import replace

from folkmoot.checks.community._presence import (
    FOUND,
    TEXT_ENDINGS,
    Sought,
    by_first_folder,
    find,
    presence,
)  # fmt: skip
from folkmoot.checks.community.readme import SOUGHT as README
from folkmoot.checks.osps._documents import document_of
from folkmoot.i18n import Message
from folkmoot.licences.files import CALLED_SO
from folkmoot.licences.manifests import declared_in, manifest_files
from folkmoot.licences.readme import CALLED, said_in
from folkmoot.model.check import Check, Finding, Outcome, Risk, Tree

SOUGHT = Sought(
    (
        "license",
        "licence",
        "copying",
        "unlicense",
        "copyright",
        "license-mit",
        "license-apache",
        "license-bsd",
    ),
    endings=(*TEXT_ENDINGS, ".mit", ".apache", ".apache2", ".apache-2.0", ".bsd", ".gpl", ".lesser", ".lgpl"),
    inside=("licenses/",),
    shared_by_owner=False,
)

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
NAMED_WHY = (
    "Where a licence is only named, its text is missing: tools, companies and distributions that look for "
    "one find none, and whoever passes the work on has none to add."
)
NAMED = (
    "If a licence is named there, save its unchanged text as LICENSE. If none is, agree with the other "
    "authors on one (https://choosealicense.com helps)."
)
NAMED_EFFORT = "a quarter of an hour where one is named"
LEAST_DOCUMENTS, SAMPLE, MOST_OF = 20, 24, 0.75
END, LARGEST = 4_000, 1_000_000

_PRESENCE = presence(
    "licence",
    "Licence",
    SOUGHT,
    why=(
        "Without a licence nobody but the authors may copy, change or ship the work, however public it is. "
        "Companies and distributions stop here."
    ),
    remedy=(
        "Agree with the other authors on a licence (https://choosealicense.com helps) and save its "
        "unchanged text as LICENSE."
    ),
    effort="an hour, plus the authors' consent",
)


def decide(tree: Tree) -> Finding:
    """Look for the file; where the repository is a collection of documents, ask them."""
    found = _PRESENCE(tree)
    if found.outcome is not Outcome.NO:
        return found
    if path := next(filter(VARIANT.fullmatch, tree.paths()), ""):
        said = Message(FOUND, {"path": path})
    elif path := _stated_in_documents(tree):
        said = Message("Each document says it itself, such as {path}.", {"path": path})
    elif spoken := _spoken_of(tree):
        return replace(
            found, evidence=(*found.evidence, spoken), why=NAMED_WHY, remedy=NAMED, effort=NAMED_EFFORT
        )
    else:
        return found
    return replace(found, outcome=Outcome.YES, evidence=(said,), remedy="", effort="")


def _spoken_of(tree: Tree) -> Message | None:
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


def _stated_in_documents(tree: Tree) -> str:
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


CHECK = Check(
    id="licence",
    version=4,
    title="Licence",
    question="Does the repository say under which terms it may be used?",
    page="community",
    decide=decide,
    definition="https://opensource.org/licenses",
    order=20,
    risk=Risk.HIGH,
)
