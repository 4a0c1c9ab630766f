"""Changelog: what changed, in words for users.

Question:
    Can users read what changed from one release to the next?

Why it matters:
    Users who cannot see what an update brings do not update, and report what was mended long ago.

How it is counted:
    A file named CHANGELOG, CHANGES, HISTORY, NEWS, RELEASES, RELEASE-NOTES or RELNOTES at the top or in
    docs, or a folder of fragments such as changelog.d or newsfragments. Where packages are made in folders,
    such a file beside a package's manifest.

What it does not tell:
    Notes written only at the forge's release page or on a web site are not seen: where the project is at a
    forge, the answer is unknown, not no. A project that releases nothing needs none.

References:
    Keep a changelog: https://keepachangelog.com
"""

from dataclasses import replace

from folkmoot.checks.community._presence import FORGE_FOLDERS, NOT_HERE, Sought, presence
from folkmoot.checks.osps._package_logs import package_logs
from folkmoot.checks.osps._requirement import is_unreleased
from folkmoot.i18n import Message
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

AT_THE_FORGE = (
    "Not in this repository under the usual names. Notes on each release may stand at the forge, which a "
    "clone cannot show: `folkmoot check --forge URL --profile osps-2` looks there."
)
OF_PACKAGES = "Packages made here that have one: {count}, {path} among them."
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
    """Look for the file; none is asked for where nothing was released, and at a forge it may stand there."""
    found = _PRESENCE(tree)
    if found.outcome is not Outcome.NO or found.evidence != (NOT_HERE,):
        return found
    if logs := package_logs(tree.paths()):
        told = Message(OF_PACKAGES, {"count": len(logs), "path": logs[0]})
        return replace(found, outcome=Outcome.YES, evidence=(told,), remedy="", effort="")
    if isinstance(tree, Ground) and is_unreleased(tree):
        return replace(found, outcome=Outcome.NOT_APPLICABLE, evidence=(NOTHING_RELEASED,))
    if any(path.startswith(FORGE_FOLDERS) for path in tree.paths()):
        return replace(found, outcome=Outcome.UNKNOWN, evidence=(AT_THE_FORGE,))
    return found


CHECK = Check(
    id="changelog",
    version=2,
    title="Changelog",
    question="Can users read what changed from one release to the next?",
    page="community",
    decide=decide,
    definition="https://keepachangelog.com",
    order=90,
    risk=Risk.LOW,
)
