"""OSPS-BR-03.02: downloads cannot be swapped on their way.

Question:
    Do downloads come through a channel that nobody can change things in?

Why it matters:
    An archive that is swapped on its way is as good as a stolen release.

How it is counted:
    A package made for a registry (they serve over HTTPS and by hash), files of releases at a forge that is
    reached by HTTPS, or distribution points that SECURITY-INSIGHTS names.

What it does not tell:
    Mirrors, and downloads from websites that nothing here names.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-br-0302
"""

from folkmoot.checks.osps._insights import attested
from folkmoot.checks.osps._manifests import published_in_registry
from folkmoot.checks.osps._requirement import Say, requirement
from folkmoot.i18n import Message
from folkmoot.model.check import Ground, Outcome


def _is_safe(value: str) -> bool:
    return value.startswith(("https://", "pkg:", "oci://"))


def _forge_files(ground: Ground) -> Say | None:
    """Say that files of releases come from the forge by HTTPS."""
    if ground.forge is None or not ground.forge.shown.startswith("https://") or not ground.forge.releases:
        return None
    said = "Releases are served by {forge} over HTTPS."
    return Say(Outcome.YES, Message(said, {"forge": ground.forge.shown}))


CHECK = requirement(
    __doc__,
    (
        published_in_registry,
        _forge_files,
        attested("repository.release.distribution-points.*.uri", "distribution-points.*", value=_is_safe),
    ),
    remedy=(
        "Publish through a registry or through the forge's releases, and name them in SECURITY-INSIGHTS.yml."
    ),
    effort="an hour",
    settle=(
        "Add `repository.release.distribution-points` to SECURITY-INSIGHTS.yml, each with `uri: "
        "https://…` or `uri: pkg:…`."
    ),
)
