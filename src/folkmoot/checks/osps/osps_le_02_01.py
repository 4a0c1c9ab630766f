"""OSPS-LE-02.01: the source has an open source licence.

Question:
    Is the licence of the source an open source or a free one?

Why it matters:
    “Source available” is not open source: the difference is what users, distributions and companies may do.

How it is counted:
    The licence of the source, told by its text, manifests and README; the SPDX list says what the OSI
    approved and what the FSF calls free. A licence that forbids uses or users (BUSL, SSPL, “non-commercial”
    and the like) is a no; one that is on neither list, or is not recognised, is unknown.

What it does not tell:
    Whether every file is under that licence.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-le-0201
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._licensing import is_open
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (
        is_open,
        attested("repository.license.expression"),
    ),
    remedy=(
        "Choose a licence that the OSI approved (https://choosealicense.com) with everybody who holds a "
        "right in the source, and save its unchanged text as LICENSE."
    ),
    effort="an hour, plus the authors' consent",
    settle=(
        "Write the SPDX identifier in the manifest, or `repository.license.expression: MIT` in "
        "SECURITY-INSIGHTS.yml."
    ),
)
