"""Several checks that find the same thing, told once: nobody mends a file three times.

Scorecard and our own checks ask about the same files in their own words. What a person should do is told by
the one that says it best, the first of each group; the others stand in the tables of their profiles.
"""

from __future__ import annotations

from collections.abc import Iterable

from folkmoot.model.check import Finding, Outcome

SAME: tuple[tuple[str, ...], ...] = (
    ("security", "scorecard-security-policy"),
    ("licence", "scorecard-license"),
    ("known-vulnerabilities", "scorecard-vulnerabilities"),
)
"""Ids of checks that one change answers, the one that tells it best first."""
OPEN = (Outcome.NO, Outcome.ERROR, Outcome.UNKNOWN)
"""What wants a word, the weightiest first."""


def told_once(findings: Iterable[Finding]) -> list[Finding]:
    """Give findings without those that another one tells already.

    Of a group of `SAME`, the weightiest that is open stays, and what is well stays beside it only when
    nothing of the group is open. What the one that tells it best knows to be well, no other makes unknown. A
    "no" is also left out when another points at the very same lines.
    """
    found = list(findings)
    by_id = {finding.id: finding for finding in found}
    left_out: set[str] = set()
    for group in SAME:
        members = [by_id[each] for each in group if each in by_id]
        if members and members[0].outcome is Outcome.YES:
            left_out |= {finding.id for finding in members if finding.outcome is Outcome.UNKNOWN}
            members = [finding for finding in members if finding.outcome is not Outcome.UNKNOWN]
        for outcome in (*OPEN, Outcome.YES, Outcome.NOT_APPLICABLE):
            saying = [finding for finding in members if finding.outcome is outcome]
            if saying:
                left_out |= {finding.id for finding in members if finding is not saying[0]}
                break
    seen: set[frozenset[tuple[str, int]]] = set()
    kept = []
    for finding in found:
        lines = frozenset((spot.path, spot.line) for spot in finding.spots if spot.line)
        if finding.id in left_out or (finding.outcome is Outcome.NO and lines and lines in seen):
            continue
        if finding.outcome is Outcome.NO and lines:
            seen.add(lines)
        kept.append(finding)
    return kept
