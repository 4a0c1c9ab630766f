"""OSPS-AC-02.01: new collaborators get the least.

Question:
    Does a new collaborator get the lowest rights unless somebody decides otherwise?

Why it matters:
    Rights that come by themselves are rights that nobody remembers having given.

How it is counted:
    The forge's default permission for members of the organisation: “read” or “none” is a yes, anything above
    a no. GitLab has no such default: a role is chosen for each member, which is a yes.

What it does not tell:
    Which rights were given by hand since.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-ac-0201
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from folkmoot.checks.osps._forge import shown
from folkmoot.checks.osps._requirement import Say, requirement
from folkmoot.model.check import Ground, Outcome

if TYPE_CHECKING:
    from folkmoot.model.forge_settings import ForgeSettings


def _is_low(forge: ForgeSettings) -> bool | None:
    return forge.member_permission in ("read", "none", "pull") if forge.member_permission else None


def _platform(ground: Ground) -> Say | None:
    """Say what the brand of forge does for everybody: https://docs.gitlab.com/api/project_members/."""
    if ground.forge is None or ground.forge.forge != "gitlab":
        return None
    return Say(Outcome.YES, "GitLab gives nobody rights before a role was chosen for them.")


TEAMS = (
    "Look at Organisation > Teams: a team that new members join should read only (Folkmoot asks for no "
    "teams). Then write in GOVERNANCE.md which rights a new collaborator gets."
)

CHECK = requirement(
    __doc__,
    (
        shown(
            _is_low,
            "Members may read at most, unless somebody gives them more.",
            "Members may write everywhere by default.",
        ),
        _platform,
    ),
    remedy={
        "": "Give members of the organisation the right to read by default, and more to each who needs it.",
        "github": "Organisation settings > Member privileges > Base permissions: Read or No permission.",
    },
    effort="ten minutes",
    settle={
        "": "Run it with --forge; or write in GOVERNANCE.md which rights a new collaborator gets.",
        "github": "Run it with --forge and a token of a member of the organisation (scope read:org).",
        "forgejo": TEAMS,
        "gitea": TEAMS,
    },
)
