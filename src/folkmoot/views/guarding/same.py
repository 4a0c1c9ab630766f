"""Several checks that find the same thing, told once: nobody mends a file three times.

Scorecard, the OSPS Baseline and our own checks ask about the same files in their own words. What a person
should do is told by the one that says it best, the first of each group; the others stand in the tables of
their profiles.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from folkmoot.model.check import Finding, Outcome

SAME: tuple[tuple[str, ...], ...] = (
    ("security", "scorecard-security-policy"),
    ("licence", "scorecard-license"),
    ("known-vulnerabilities", "scorecard-vulnerabilities"),
)
"""Ids of checks that one change answers, the one that tells it best first."""


def told_once(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give findings without those that another one tells already.

    Two tell the same when they stand in one group of `SAME`, or point at the very same lines.
    """
    found = list(findings)
    acting = {finding.id for finding in found if finding.outcome is Outcome.NO}
    left_out = {identifier for group in SAME for identifier in [each for each in group if each in acting][1:]}
    seen: set[frozenset[tuple[str, int]]] = set()
    for finding in found:
        lines = frozenset((spot.path, spot.line) for spot in finding.spots if spot.line)
        if finding.id in left_out or (finding.outcome is Outcome.NO and lines and lines in seen):
            continue
        if finding.outcome is Outcome.NO and lines:
            seen.add(lines)
        yield finding
