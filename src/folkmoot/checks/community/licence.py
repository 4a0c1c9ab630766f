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
    advice then begins with what they name. What a DESCRIPTION names, R wants in a file of another name.

What it does not tell:
    Which licence it is, whether it is an open source one, and whether every file is covered by it.

References:
    Open Source Initiative, licences: https://opensource.org/licenses
    REUSE: https://reuse.software/spec/
"""

from dataclasses import replace

from folkmoot.checks.community._presence import FOUND, TEXT_ENDINGS, Sought, kept_by_one, presence
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

NAMED_WHY = (
    "Where a licence is only named, its text is missing: tools, companies and distributions that look for "
    "one find none, and whoever passes the work on has none to add."
)
NAMED = (
    "If a licence is named there, save its unchanged text as LICENSE. If none is, agree with the other "
    "authors on one (https://choosealicense.com helps)."
)
CHOOSE = "Choose a licence (https://choosealicense.com helps) and save its unchanged text as LICENSE."
NAMED_CHOOSE = (
    "If a licence is named there, save its unchanged text as LICENSE. If none is, choose one "
    "(https://choosealicense.com helps)."
)
FOR_R = (
    "Save its unchanged text as LICENSE.md and write ^LICENSE\\.md$ into .Rbuildignore: R installs a file "
    "that is called LICENSE, and wants no whole text of a usual licence in it."
)
CHOOSE_EFFORT = "an hour"
NAMED_EFFORT = "a quarter of an hour where one is named"
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
    # What few need is read when it is needed: a first page is waited for.
    from folkmoot.checks.community._unnamed_licence import spoken_of, stated_in_documents, variant

    if path := variant(tree):
        said = Message(FOUND, {"path": path})
    elif path := stated_in_documents(tree):
        said = Message("Each document says it itself, such as {path}.", {"path": path})
    elif spoken := spoken_of(tree):
        remedy = NAMED_CHOOSE if kept_by_one(tree) else NAMED
        if spoken.values.get("path") == "DESCRIPTION":
            remedy = FOR_R
        return replace(
            found, evidence=(*found.evidence, spoken), why=NAMED_WHY, remedy=remedy, effort=NAMED_EFFORT
        )
    else:  # who is the only author has nobody to agree with
        return replace(found, remedy=CHOOSE, effort=CHOOSE_EFFORT) if kept_by_one(tree) else found
    return replace(found, outcome=Outcome.YES, evidence=(said,), remedy="", effort="")


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
