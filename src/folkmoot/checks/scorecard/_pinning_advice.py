"""What to do about dependencies that are named without a hash: advice for the kinds that were found.

Scorecard's names of the kinds ("pipCommand") are its own; people get them in words.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from folkmoot.i18n import Message, Text
from folkmoot.model.check import Evidence, Ground

SUFFIX = " not pinned by hash"
WORDS: dict[str, Text] = {
    "third-party GitHubAction": "An action of another owner, not named by its commit.",
    "GitHub-owned GitHubAction": "An action of GitHub's own, not named by its commit.",
    "containerImage": "An image, not named by its digest.",
    "downloadThenRun": "A download that is run without a look at its hash.",
    "pipCommand": "What pip installs here is not held against hashes.",
    "npmCommand": "What npm installs here is not held against a lock file.",
    "goCommand": "What go installs here is not named by a commit.",
    "chocoCommand": "What choco installs here is not held against checksums.",
    "nugetCommand": "What nuget installs here is not held against a lock file.",
}
"""Kinds in Scorecard's words, in the order in which to mend them, and in ours."""
OTHERS, OWN, IMAGE = "third-party GitHubAction", "GitHub-owned GitHubAction", "containerImage"
ADVICE: dict[str, Text] = {
    OTHERS: (
        "Begin with actions of other owners: write “uses: owner/name@” and the 40 digits of the commit, with "
        "the version as a comment (# v4.2.2). Dependabot and Renovate keep both fresh."
    ),
    OWN: (
        "Write “uses: actions/name@” and the 40 digits of the commit, with the version as a comment "
        "(# v4.2.2). Dependabot and Renovate keep both fresh."
    ),
    IMAGE: "Name images by their digest (name:tag@sha256:...); `docker pull` shows it.",
    "downloadThenRun": (
        "Save a download to a file, and compare its SHA-256 with one kept here before it runs "
        "(`sha256sum -c`)."
    ),
    "pipCommand": (
        "Let pip install from a file with hashes (“pip install --require-hashes -r FILE”). What the same run "
        "has just built needs none."
    ),
    "npmCommand": "Use “npm ci” with a lock file; a tool can be one of its packages.",
    "goCommand": "Name the commit (“go install module@<40 digits>”), or list the tool in go.mod.",
    "chocoCommand": "Add “--require-checksums” to “choco install”.",
    "nugetCommand": "Keep packages.lock.json and restore with “--locked-mode”.",
}
"""What to do about each kind, in the order in which to mend them."""
MANY_LINES = (OTHERS, OWN, IMAGE)
MEANT = re.compile(rb"#.{0,200}\bzizmor:\s*ignore\[[^\]]{0,200}\bunpinned-uses\b")
"""A comment by which a project tells zizmor that a name without a hash is meant so."""
FEW = 3
FOR_FEW: Text = "ten minutes"
LONG, SHORT = "an hour", "a quarter of an hour each"
ASIDE = re.compile(
    r"(^|/)(\.devcontainer|\.gitpod[^/]*|tests?|__tests__|testing|e2e|testdata|examples?|samples?|benchmarks?|"
    r"fixtures?|docs?)/",
    re.IGNORECASE,
)
"""Folders of what nobody releases with: a developer's container, tests, examples, documentation."""


def plainly(text: str) -> Text:
    """Give one of Scorecard's warnings in words; another text as it is."""
    return WORDS.get(text.removesuffix(SUFFIX), text)


def weight(text: str) -> int:
    """Give the place of one of Scorecard's warnings in the order in which to mend them; others are first."""
    kinds = list(WORDS)
    kind = text.removesuffix(SUFFIX)
    return kinds.index(kind) if kind in WORDS else -1


def is_aside(path: str) -> bool:
    """Tell whether a file serves tests, examples or a developer's own container."""
    return ASIDE.search(path) is not None


def advice(kinds: Collection[str], places: int) -> tuple[Text, Text]:
    """Give what to do about dependencies of these kinds, and how long it takes; "" where no kind is known."""
    wanted = [kind for kind in ADVICE if kind in kinds and not (kind == OWN and OTHERS in kinds)]
    if not wanted:
        return "", ""
    told: Text = ADVICE[wanted[0]]
    for kind in wanted[1:]:
        told = Message("{first} {then}", {"first": str(told), "then": str(ADVICE[kind])})
    if not any(kind in MANY_LINES for kind in wanted):
        return told, SHORT
    return told, LONG if places > FEW else FOR_FEW


def is_meant(ground: Ground, spot: Evidence) -> bool:
    """Tell whether the line of a spot says that it is meant so: somebody looked, and decided."""
    content = ground.read(spot.path, 1_000_000) if spot.path and spot.line else None
    lines = (content or b"").split(b"\n")
    return spot.line <= len(lines) and MEANT.search(lines[spot.line - 1]) is not None
