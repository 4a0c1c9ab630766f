"""OSPS-BR-03.01: official addresses are encrypted.

Question:
    Do all addresses that the project gives as its own use encryption?

Why it matters:
    On a plain connection, whoever sits between a user and the project decides what the user reads.

How it is counted:
    Addresses in manifests at the top (homepage, repository, documentation and the like) and in
    SECURITY-INSIGHTS: one with http, git, ftp or svn is a no, all with https is a yes. Links in the README
    are shown, because they may be somebody else's.

What it does not tell:
    Whether the address really leads to a server that refuses plain connections.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-br-0301
"""

from folkmoot.checks.osps._manifests import encrypted_channels, plain_homepage
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (
        encrypted_channels,
        plain_homepage,
    ),
    remedy="Write https:// in the lines named here, after a look whether the page is there.",
    effort="ten minutes",
    settle=(
        "Name the project's addresses in a manifest or as `project.homepage` and `repository.url` in "
        "SECURITY-INSIGHTS.yml."
    ),
)
