"""Licence: what others may do with the work.

Question:
    Does the repository say under which terms it may be used?

Why it matters:
    Without a licence nobody but the authors may copy, change or ship the work, however public it is.
    Companies and distributions stop here.

How it is counted:
    A file named LICENSE, LICENCE, COPYING, UNLICENSE or a variant such as LICENSE-MIT,
    at the top or in docs, or a LICENSES folder as REUSE wants it. GitHub gives no default for this one,
    so a missing file is a plain no; but where most files are documents that state their terms at their end,
    as collections of proposals do, that is an answer.

What it does not tell:
    Which licence it is, whether it is an open source one, and whether every file is covered by it.

References:
    Open Source Initiative, licences: https://opensource.org/licenses
    REUSE: https://reuse.software/spec/
"""

import re
from dataclasses import replace

from folkmoot.checks.community._presence import TEXT_ENDINGS, Sought, presence
from folkmoot.i18n import Message
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

DOCUMENT = re.compile(r"[^/]+/(?:.*/)?[^/]+\.(?:md|rst|txt|adoc)", re.IGNORECASE)
STATES = re.compile(
    rb"\b(?:placed|released|dedicated) (?:in|into|to) the\s+public\s+domain\b|\bCC0\b|"
    rb"\bcopyright\b[^.]{0,80}\bwaived\b|"
    rb"\blicen[sc]ed\s+under\b|\bcreative\s+commons\b|SPDX-License-Identifier:",
    re.IGNORECASE,
)
"""What says at the end of a document under which terms it may be used."""
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
    if found.outcome is not Outcome.NO or not (path := _stated_in_documents(tree)):
        return found
    said = Message("Each document says it itself, such as {path}.", {"path": path})
    return replace(found, outcome=Outcome.YES, evidence=(said,), remedy="", effort="")


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
    version=1,
    title="Licence",
    question="Does the repository say under which terms it may be used?",
    page="community",
    decide=decide,
    definition="https://opensource.org/licenses",
    order=20,
    risk=Risk.HIGH,
)
