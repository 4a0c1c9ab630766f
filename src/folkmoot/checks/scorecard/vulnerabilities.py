"""Vulnerabilities: known holes in what the project depends on.

Question:
    Are the versions that the project's files name free of known vulnerabilities?

Why it matters:
    A known hole is the first that somebody tries: tools look for it everywhere, at no cost.

How it is counted:
    Scorecard's rule: 10 minus one for each vulnerability that an OSV database knows for a version named in a
    lockfile or manifest. Names that several databases give one vulnerability count once.

What it does not tell:
    Whether the project uses the part that is vulnerable. Scorecard asks osv.dev by commit too, and reads
    lockfiles with its own tool; we hold what our manifests say against the database at hand, whose age the
    Supply chain page shows. Ranges name no version and are not counted.

References:
    Scorecard, Vulnerabilities: https://github.com/ossf/scorecard/blob/main/docs/checks.md#vulnerabilities
    The rule: https://github.com/ossf/scorecard/blob/main/checks/evaluation/vulnerabilities.go
    OSV: https://ossf.github.io/osv-schema/
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from folkmoot.checks.scorecard._scored import Ruling, scorecard_check
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome, Risk
from folkmoot.model.scorecard import BEST, INCONCLUSIVE, warn

if TYPE_CHECKING:
    from folkmoot.model.vulnerability import Hit, Vulnerabilities, Vulnerability

NO_DATABASE = "no advisories were at hand; `folkmoot advisories update` fetches them"
MENDED = "{package} has {id}, mended in {fixed}"
OPEN = "{package} has {id}, and no version that mends it is known"


def _rule(ground: Ground) -> Ruling:
    known = ground.vulnerabilities
    if known is None:
        return Ruling(INCONCLUSIVE, NO_DATABASE, outcome=Outcome.UNKNOWN)
    count = len(known.found)
    told = tuple(warn(f"Project is vulnerable to: https://osv.dev/{each.id}") for each in known.found)
    spots = tuple(spot for each in known.found for spot in _spots(each))
    score = max(BEST - count, 0)
    return Ruling(score, f"{count} existing vulnerabilities detected", told, _outcome(known), spots)


def _outcome(known: Vulnerabilities) -> Outcome:
    """Scorecard's 10 also stands where nothing was held against the database; we do not call that "yes"."""
    if known.found:
        return Outcome.NO
    if known.checked:
        return Outcome.YES
    unasked = known.without_version or known.without_order or known.uncovered or known.unread
    return Outcome.UNKNOWN if unasked else Outcome.NOT_APPLICABLE


def _spots(vulnerability: Vulnerability) -> list[Evidence]:
    """Give each place that names a vulnerable version, with the version in which it is mended."""
    return [
        Evidence(
            Message(MENDED if hit.fixed else OPEN, _values(vulnerability, hit)),
            hit.component.path,
            hit.component.line,
        )
        for hit in vulnerability.hits
    ]


def _values(vulnerability: Vulnerability, hit: Hit) -> dict[str, str | int | float]:
    return {"id": vulnerability.id, "package": str(hit.component.purl), "fixed": hit.fixed}


CHECK = scorecard_check(
    "vulnerabilities",
    "Vulnerabilities",
    _rule,
    title="No known vulnerabilities",
    question="Are the versions that the project's files name free of known vulnerabilities?",
    why="A known hole is the first that somebody tries: tools look for it everywhere, at no cost.",
    remedy=(
        "Move each component to the version that mends it. Where you are not affected, say so with a reason "
        "in .folkmoot/checks.toml. Without advisories at hand, run `folkmoot advisories update`."
    ),
    effort="an hour each",
    risk=Risk.HIGH,
    order=10,
)
