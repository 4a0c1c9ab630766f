"""OSPS-AC-02.01: new collaborators get the least.

Question:
    Does a new collaborator get the lowest rights unless somebody decides otherwise?

Why it matters:
    Rights that come by themselves are rights that nobody remembers having given.

How it is counted:
    The forge's default permission for members of the organisation: “read” or “none” is a yes, anything above
    a no.

What it does not tell:
    Which rights were given by hand since. Most forges ask for the rights of each new collaborator anyway.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-ac-0201
"""

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._requirement import requirement
from folkmoot.model.forge_settings import ForgeSettings


def _is_low(forge: ForgeSettings) -> bool | None:
    return forge.member_permission in ("read", "none", "pull") if forge.member_permission else None


CHECK = requirement(
    __doc__,
    (
        shown(
            _is_low,
            "Members may read at most, unless somebody gives them more.",
            "Members may write everywhere by default.",
        ),
    ),
    remedy="Organisation settings > Member privileges > Base permissions: Read or No permission.",
    effort="ten minutes",
    settle=(
        "Run it with --forge and a token that may see this: on GitHub one of a member of the organisation"
        " (scope read:org)."
    ),
)
