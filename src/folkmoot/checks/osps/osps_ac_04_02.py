"""OSPS-AC-04.02: a job gets only what it needs.

Question:
    Does each job in a pipeline get only the rights it needs?

Why it matters:
    A job that builds a page needs no right to publish a release. Rights that are not there cannot be stolen.

How it is counted:
    A no for `write-all`. A yes when no workflow grants any right to write. Everything between has to be read:
    each right to write is listed with its line.

What it does not tell:
    Whether a right is needed: that takes somebody who knows the job. A read-only token in a private
    repository can still read secrets of others.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-ac-0402
"""

from folkmoot.checks.osps._ci_risks import writes
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (writes,),
    remedy=(
        "Replace `permissions: write-all` by the rights the job uses, each at the job: `permissions: "
        "{contents: read}` and what it writes."
    ),
    effort="an hour",
    settle=(
        "Read the rights that `folkmoot check --profile osps-3 --all` lists, and take away those that are "
        "not needed; that each is, a reviewer has to say."
    ),
)
