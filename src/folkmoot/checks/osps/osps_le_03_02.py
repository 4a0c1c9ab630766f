"""OSPS-LE-03.02: the licence comes with each release.

Question:
    Does every release carry its licence?

Why it matters:
    Most licences say that their text has to come along. A release without it breaks the project's own terms.

How it is counted:
    A licence at the top of the source is part of every release of that source, which is what the requirement
    asks for.

What it does not tell:
    Whether files that are built from it carry the licence too: look into one.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-le-0302
"""

from folkmoot.checks.osps._licensing import in_released_source
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (in_released_source,),
    remedy=(
        "Save the licence's text as LICENSE at the top, and name it in the manifest so that packages "
        "carry it."
    ),
    effort="ten minutes",
    settle="Save the licence's text as LICENSE.",
    once_released=True,
)
