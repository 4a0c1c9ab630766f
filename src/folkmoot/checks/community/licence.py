"""Licence: what others may do with the work.

Question:
    Does the repository say under which terms it may be used?

Why it matters:
    Without a licence nobody but the authors may copy, change or ship the work, however public it is.
    Companies and distributions stop here.

How it is counted:
    A file named LICENSE, LICENCE, COPYING, UNLICENSE or a variant such as LICENSE-MIT,
    at the top or in docs, or a LICENSES folder as REUSE wants it. GitHub gives no default for this one,
    so a missing file is a plain no.

What it does not tell:
    Which licence it is, whether it is an open source one, and whether every file is covered by it.

References:
    Open Source Initiative, licences: https://opensource.org/licenses
    REUSE: https://reuse.software/spec/
"""

from folkmoot.checks.community._presence import TEXT_ENDINGS, Sought, presence
from folkmoot.model.check import Check

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

DECIDE = presence(
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

CHECK = Check(
    id="licence",
    version=1,
    title="Licence",
    question="Does the repository say under which terms it may be used?",
    page="community",
    decide=DECIDE,
    definition="https://opensource.org/licenses",
    order=20,
)
