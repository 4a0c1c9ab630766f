"""OSPS-LE-02.02: what is released has an open source licence.

Question:
    Is the licence of what is released an open source or a free one?

Why it matters:
    What users download is not always under the licence of the source.

How it is counted:
    What packages declare in their manifests has to name no other licence than the source's, and that one has
    to be open source or free. What SECURITY-INSIGHTS names for releases is told.

What it does not tell:
    Licences of what is bundled with a release: look at its bill of materials.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-le-0202
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._licensing import released_is_open
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (
        released_is_open,
        attested("repository.release.license.expression", "repository.license.expression"),
    ),
    remedy="Declare the source's own licence in the package's manifest, as an SPDX identifier.",
    effort="ten minutes",
    settle="Add `repository.release.license.expression: MIT` to SECURITY-INSIGHTS.yml.",
    once_released=True,
)
