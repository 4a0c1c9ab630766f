"""OSPS-LE-03.01: the licence stands where everybody looks.

Question:
    Does the licence stand in a LICENSE or COPYING file at the top?

Why it matters:
    Robots of distributions and companies look there, and stop where they find nothing.

How it is counted:
    A file LICENSE, LICENCE, COPYING or UNLICENSE at the top, with any ending or with the licence's name, or a
    folder LICENSE or LICENSES with something in it. Its absence is a plain no.

What it does not tell:
    Which licence it is.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-le-0301
"""

from folkmoot.checks.osps._licensing import in_known_place
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (in_known_place,),
    remedy="Save the unchanged text of your licence as LICENSE at the top of the repository.",
    effort="ten minutes",
    settle="Save the licence's text as LICENSE.",
)
