"""Changelog: what changed, in words for users.

Question:
    Can users read what changed from one release to the next?

Why it matters:
    Users who cannot see what an update brings do not update, and report what was mended long ago.

How it is counted:
    A file named CHANGELOG, CHANGES, HISTORY, NEWS, RELEASES, RELEASE-NOTES or RELNOTES at the top or in
    docs, or a folder of texts that are called after one version each, such as docs/releases/v1.2.rst; else a
    changelog there with a name before the word, such as doc/moot_changelog.txt. Where packages are made in
    folders, such a file beside a package's manifest. Without any of them, a folder such as changelog.d or
    newsfragments that has a fragment in it, and not only what explains it. A file stops where it misses the
    newest versions that are tagged for good: five of them, or two or more over half a year. Only versions
    above the newest it names count, and none where it has a date after the first of them, takes its text
    from another file, stands beside fragments or another log that tells of one, or where several things are
    released side by side. Of versions without a dot (v34) any mention counts. Without any version in it, its
    newest date has to lie a year before the newest tag. A file that stops and leads, at its top, to the
    notes on newer versions is a yes; any other is not.

What it does not tell:
    Notes written only at the forge's release page or on a web site are not seen: where the project is at a
    forge, the answer is unknown, not no; asked with --forge, the notes there count. A project that releases
    nothing needs none. Whether a log is true. Logs of packages are held against the tags that name the
    package by its folder; of other packages nobody knows here which tags are theirs.

References:
    Keep a changelog: https://keepachangelog.com
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from posixpath import basename, dirname

from folkmoot.checks.community._presence import FORGE_FOLDERS, FOUND, NOT_HERE, Sought, presence
from folkmoot.checks.osps._forge_releases import notes_at_forge
from folkmoot.checks.osps._log_places import is_fragment, tells_of_changes, version_notes
from folkmoot.checks.osps._log_reach import LEADS, REMEDY, REMEDY_OF_NOTES, STOPS, stop
from folkmoot.checks.osps._package_logs import package_logs, package_of
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
    accept=tells_of_changes,
)

CALLED_AFTER = re.compile(
    r"(?:docs?/|documentation/)?"
    r"(?!(?:keep|how|writ|updat|generat|about|mak|creat|edit|your|template|no)\w*[-_. ])"
    r"[\w.]{1,40}[-_. ]change[-_]?logs?(?:\.(?:md|rst|txt|adoc|markdown|org|html))?",
    re.IGNORECASE,
)
"""A log that carries the name of what it is about: `doc/moot_changelog.txt`."""
AT_THE_FORGE = (
    "Not in this repository under the usual names. Notes on each release may stand at the forge, which a "
    "clone cannot show: `folkmoot check --forge URL --profile osps-2` looks there."
)
MAYBE_AT_THE_FORGE = (
    "Notes may stand at the forge, which a clone cannot show: `folkmoot check --forge URL --profile osps-2` "
    "looks there."
)
OF_VERSIONS = "Versions with a file of their own: {count}, {path} the newest."
OF_PACKAGES = "Packages made here that have one: {count}, {path} among them."
OF_THEM = "Logs that stop, of those of packages that tags name: {count} of {of}."
MOST_JUDGED = 60
"""Logs of packages that are read; a repository with more has packages enough to tell."""
NOTHING_RELEASED = "No tag here names a version, so there is nothing to log changes for."

EFFORT = "an hour, then minutes per release"

_PRESENCE = presence(
    "changelog",
    "Changelog",
    SOUGHT,
    why="Users who cannot see what an update brings do not update, and report what was mended long ago.",
    remedy=(
        "Create CHANGELOG.md with a heading per release, newest first, and one line per change that a user "
        "can notice."
    ),
    effort=EFFORT,
)


def decide(tree: Tree) -> Finding:
    """Look for the file; none is asked for where nothing was released, and at a forge it may stand there."""
    found = _PRESENCE(tree)
    is_there = found.outcome is Outcome.YES
    if is_there and not is_fragment(_path(found)):
        return _judged(tree, found, REMEDY)
    if not is_there and found.evidence != (NOT_HERE,):
        return found
    for logs, said in ((version_notes(tree.paths()), OF_VERSIONS), (package_logs(tree.paths()), OF_PACKAGES)):
        if logs:
            told = Message(said, {"count": len(logs), "path": logs[0]})
            given = replace(found, outcome=Outcome.YES, evidence=(told,), remedy="", effort="")
            if said is OF_VERSIONS:
                return _judged(tree, given, REMEDY_OF_NOTES)
            return _judged_packages(tree, given, logs) if isinstance(tree, Ground) else given
    if is_there:
        return found
    if path := min(
        filter(CALLED_AFTER.fullmatch, tree.paths()), key=lambda path: (len(path), path), default=""
    ):
        told = Message(FOUND, {"path": path})
        return _judged(
            tree, replace(found, outcome=Outcome.YES, evidence=(told,), remedy="", effort=""), REMEDY
        )
    if isinstance(tree, Ground) and is_unreleased(tree):
        return replace(found, outcome=Outcome.NOT_APPLICABLE, evidence=(NOTHING_RELEASED,))
    if isinstance(tree, Ground) and (noted := notes_at_forge(tree)):
        return replace(found, outcome=Outcome.YES, evidence=(noted.text,), remedy="", effort="")
    if _is_at_a_forge(tree):
        return replace(found, outcome=Outcome.UNKNOWN, evidence=(AT_THE_FORGE,))
    return found


def _path(found: Finding) -> str:
    """Give the file that a finding names, "" where it names none."""
    said = found.evidence[0]
    return str(said.values["path"]) if isinstance(said, Message) else ""


def _judged(tree: Tree, found: Finding, advice: str) -> Finding:
    """Give a file that was found as what it is: one that is kept, or one that stops."""
    path = _path(found)
    if not isinstance(tree, Ground) or not path or path.lower().startswith(SOUGHT.inside):
        return found
    ground, stopped = tree, stop(tree, path)
    if stopped is None:
        return found
    if stopped.target:
        leads = Message(LEADS, {"target": stopped.target[:200]})
        return replace(found, evidence=(stopped.told, leads))
    if noted := notes_at_forge(ground):
        return replace(found, evidence=(stopped.told, noted.text))
    remedy = Message(advice, {"path": path})
    if _is_at_a_forge(ground):
        evidence = (stopped.told, MAYBE_AT_THE_FORGE)
        return replace(found, outcome=Outcome.UNKNOWN, evidence=evidence, remedy=remedy, effort=EFFORT)
    return replace(found, outcome=Outcome.NO, evidence=(stopped.told,), remedy=remedy, effort=EFFORT)


def _judged_packages(ground: Ground, found: Finding, logs: Sequence[str]) -> Finding:
    """Give the logs of packages as what they are, where tags name the packages by their folders."""
    versions = ground.released.versions if ground.released else ()
    released = {package_of(tag.name) for tag in versions} - {""}
    judged = [path for path in logs if basename(dirname(path)).lower() in released][:MOST_JUDGED]
    stops_at = [stop(ground, path, basename(dirname(path))) for path in judged]
    stopped = [each for each in stops_at if each and not each.target]
    if not stopped:
        return found
    counts = Message(OF_THEM, {"count": len(stopped), "of": len(judged)})
    if len(stopped) < len(judged):
        return replace(found, evidence=(*found.evidence, counts, stopped[0].told))
    outcome = Outcome.UNKNOWN if _is_at_a_forge(ground) else Outcome.NO
    evidence = (stopped[0].told, counts, *found.evidence)
    remedy = Message(REMEDY, {"path": stopped[0].path})
    return replace(found, outcome=outcome, evidence=evidence, remedy=remedy, effort=EFFORT)


def stops(finding: Finding) -> bool:
    """Tell whether a finding says of a changelog that it is there and stops."""
    if finding.id != "changelog" or finding.outcome is Outcome.YES or not finding.evidence:
        return False
    said = finding.evidence[0]
    return isinstance(said, Message) and said.text in STOPS


def _is_at_a_forge(tree: Tree) -> bool:
    if isinstance(tree, Ground) and tree.shown_forge:
        return True
    return any(path.startswith(FORGE_FOLDERS) for path in tree.paths())


CHECK = Check(
    id="changelog",
    version=7,
    title="Changelog",
    question="Can users read what changed from one release to the next?",
    page="community",
    decide=decide,
    definition="https://keepachangelog.com",
    order=90,
    risk=Risk.LOW,
)
