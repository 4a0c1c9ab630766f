"""Citation: how to name the project in a paper.

Question:
    Does the project say how to cite it?

Why it matters:
    Researchers who use the work are asked to name their software; a citation file gives the authors
    credit that counts in their world.

How it is counted:
    A file named CITATION (CITATION.cff is what tools read) at the top or in docs, or codemeta.json. Else a
    section of the README on citing, with an entry for BibTeX, a DOI, or the word "cite" in it.

What it does not tell:
    Whether anybody has reason to cite it: for most software outside research a missing file means
    nothing, so that absence is "not applicable".

References:
    Citation File Format: https://citation-file-format.github.io
"""

import re
from dataclasses import replace

from folkmoot.checks.community._presence import TEXT_ENDINGS, Sought, by_first_folder, find, presence
from folkmoot.checks.community.readme import SOUGHT as README
from folkmoot.checks.osps._documents import document_of
from folkmoot.i18n import Message
from folkmoot.model.check import Check, Finding, Outcome, Risk, Tree

SOUGHT = Sought(
    ("citation", "codemeta"),
    endings=(*TEXT_ENDINGS, ".cff", ".bib", ".json"),
    is_optional=True,
)

HEADING = re.compile(
    r"\W{0,4}(?:how to |please )?(?:cit(?:e|ing|ations?)|bibtex)"
    r"(?: (?:us|it|this\b.{0,40}|as|info.{0,20}))?\W{0,4}",
    re.IGNORECASE,
)
SAYS = re.compile(r"@\w{3,20}\s?\{|\bdoi\b|\bcit(?:e|ing|ed)\b", re.IGNORECASE)
SPOKEN = "{path}:{line} says how to cite it."
LARGEST = 1_000_000

_PRESENCE = presence(
    "citation",
    "Citation",
    SOUGHT,
    why=(
        "Researchers who use the work are asked to name their software; a citation file gives the authors "
        "credit that counts in their world."
    ),
    remedy=(
        "If researchers use your work, create CITATION.cff with title, authors and a DOI or URL; "
        "https://citation-file-format.github.io has a form for it."
    ),
    effort="half an hour",
)


def decide(tree: Tree) -> Finding:
    """Look for the file, then for a section of the README."""
    found = _PRESENCE(tree)
    path = find(by_first_folder(tree.paths()), README) if found.outcome is Outcome.NOT_APPLICABLE else None
    content = tree.read(path, LARGEST) if path else None
    document = document_of(path, content) if path and content else None
    for heading in document.headings if document else ():
        if HEADING.fullmatch(heading.text) and document and SAYS.search(document.body(heading)):
            said = Message(SPOKEN, {"path": document.path, "line": heading.line})
            return replace(found, outcome=Outcome.YES, evidence=(said,), remedy="", effort="")
    return found


CHECK = Check(
    id="citation",
    version=2,
    title="Citation",
    question="Does the project say how to cite it?",
    page="community",
    decide=decide,
    definition="https://citation-file-format.github.io",
    order=110,
    risk=Risk.LOW,
)
