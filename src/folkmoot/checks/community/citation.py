"""Citation: how to name the project in a paper.

Question:
    Does the project say how to cite it?

Why it matters:
    Researchers who use the work are asked to name their software; a citation file gives the authors
    credit that counts in their world.

How it is counted:
    A file named CITATION (CITATION.cff is what tools read) at the top or in docs, or codemeta.json.

What it does not tell:
    Whether anybody has reason to cite it: for most software outside research a missing file means
    nothing, so that absence is "not applicable".

References:
    Citation File Format: https://citation-file-format.github.io
"""

from folkmoot.checks.community._presence import TEXT_ENDINGS, Sought, presence
from folkmoot.model.check import Check, Risk

SOUGHT = Sought(
    ("citation", "codemeta"),
    endings=(*TEXT_ENDINGS, ".cff", ".bib", ".json"),
    is_optional=True,
)

DECIDE = presence(
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

CHECK = Check(
    id="citation",
    version=1,
    title="Citation",
    question="Does the project say how to cite it?",
    page="community",
    decide=DECIDE,
    definition="https://citation-file-format.github.io",
    order=110,
    risk=Risk.LOW,
)
