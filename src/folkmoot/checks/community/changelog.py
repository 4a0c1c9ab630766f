"""Changelog: what changed, in words for users.

Question:
    Can users read what changed from one release to the next?

Why it matters:
    Users who cannot see what an update brings do not update, and report what was mended long ago.

How it is counted:
    A file named CHANGELOG, CHANGES, HISTORY, NEWS, RELEASES, RELEASE-NOTES or RELNOTES at the top or in
    docs, or a folder of fragments such as changelog.d or newsfragments.

What it does not tell:
    Notes written only at the forge's release page or on a web site are not seen, and a project that
    releases nothing needs none.

References:
    Keep a changelog: https://keepachangelog.com
"""

from dataclasses import replace

from folkmoot.checks.community._presence import Sought, presence
from folkmoot.checks.osps._requirement import is_unreleased
from folkmoot.model.check import Check, Finding, Ground, Outcome, Risk, Tree

SOUGHT = Sought(
    (
        "changelog",
        "changes",
        "history",
        "news",
        "releases",
        "release-notes",
        "release_notes",
        "releasenotes",
        "relnotes",
        "whatsnew",
    ),
    inside=("changelog.d/", "newsfragments/", "changelog/", "changelogs/", ".changeset/", "docs/changelog/"),
    shared_by_owner=False,
)

NOTHING_RELEASED = "No tag here names a version, so there is nothing to log changes for."

_PRESENCE = presence(
    "changelog",
    "Changelog",
    SOUGHT,
    why="Users who cannot see what an update brings do not update, and report what was mended long ago.",
    remedy=(
        "Create CHANGELOG.md with a heading per release, newest first, and one line per change that a user "
        "can notice."
    ),
    effort="an hour, then minutes per release",
)


def decide(tree: Tree) -> Finding:
    """Look for the file; where it is known that nothing was released, it is not asked for."""
    found = _PRESENCE(tree)
    if found.outcome is Outcome.NO and isinstance(tree, Ground) and is_unreleased(tree):
        return replace(found, outcome=Outcome.NOT_APPLICABLE, evidence=(NOTHING_RELEASED,))
    return found


CHECK = Check(
    id="changelog",
    version=1,
    title="Changelog",
    question="Can users read what changed from one release to the next?",
    page="community",
    decide=decide,
    definition="https://keepachangelog.com",
    order=90,
    risk=Risk.LOW,
)
