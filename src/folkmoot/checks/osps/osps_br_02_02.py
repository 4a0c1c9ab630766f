"""OSPS-BR-02.02: every file of a release belongs to its version.

Question:
    Can each file of a release be told to belong to it?

Why it matters:
    A file called app.zip that lies in a downloads folder could be of any version.

How it is counted:
    Files of the newest five releases at the forge stand below the release's own tag. A release without files
    of its own is not applicable.

What it does not tell:
    Files that are published elsewhere: registries name the version of each.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-br-0202
"""

from folkmoot.checks.osps._manifests import published_in_registry
from folkmoot.checks.osps._releases import assets_named
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (
        assets_named,
        published_in_registry,
    ),
    remedy="Publish files as part of a release at the forge, with the version in their names.",
    effort="half an hour",
    settle="Run it with --forge: the files of the newest releases tell.",
    once_released=True,
)
