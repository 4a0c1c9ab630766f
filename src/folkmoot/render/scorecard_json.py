"""The checks of OpenSSF Scorecard in Scorecard's own JSON, for tools that read it.

Same fields, same texts, same total as its `--format json`: what follows from
https://github.com/ossf/scorecard/blob/main/pkg/scorecard/json.go. The total is in this document only; it
counts the checks that gave a score, each by its risk, so that it says little where few could be asked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from folkmoot import __version__
from folkmoot.model.check import Finding, Risk
from folkmoot.model.scorecard import INCONCLUSIVE, Detail, Kind, Scored
from folkmoot.render.plain import whole

FOLLOWED = "40c1e35996730d4fdcbdb2e6a23917a2467e29b7"
"""The commit of Scorecard whose rules ours follow."""
WEIGHTS = {Risk.CRITICAL: 10.0, Risk.HIGH: 7.5, Risk.MEDIUM: 5.0, Risk.LOW: 2.5}
OFFICIAL = {
    "Binary-Artifacts": (
        Risk.HIGH,
        "Determines if the project has generated executable (binary) artifacts in the source repository.",
    ),
    "CI-Tests": (Risk.LOW, "Determines if the project runs tests before pull requests are merged."),
    "Code-Review": (
        Risk.HIGH,
        (
            "Determines if the project requires human code review before pull requests (aka merge requests) "
            "are merged."
        ),
    ),
    "Contributors": (
        Risk.LOW,
        "Determines if the project has a set of contributors from multiple organizations (e.g., companies).",
    ),
    "Dangerous-Workflow": (
        Risk.CRITICAL,
        "Determines if the project's GitHub Action workflows avoid dangerous patterns.",
    ),
    "Dependency-Update-Tool": (Risk.HIGH, "Determines if the project uses a dependency update tool."),
    "Fuzzing": (Risk.MEDIUM, "Determines if the project uses fuzzing."),
    "License": (Risk.LOW, "Determines if the project has defined a license."),
    "Maintained": (Risk.HIGH, 'Determines if the project is "actively maintained".'),
    "Packaging": (
        Risk.MEDIUM,
        (
            "Determines if the project is published as a package that others can easily download, install, "
            "easily update, and uninstall."
        ),
    ),
    "Pinned-Dependencies": (
        Risk.MEDIUM,
        "Determines if the project has declared and pinned the dependencies of its build process.",
    ),
    "SAST": (Risk.MEDIUM, "Determines if the project uses static code analysis."),
    "Security-Policy": (Risk.MEDIUM, "Determines if the project has published a security policy."),
    "Token-Permissions": (
        Risk.HIGH,
        "Determines if the project's workflows follow the principle of least privilege.",
    ),
    "Vulnerabilities": (
        Risk.HIGH,
        "Determines if the project has open, known unfixed vulnerabilities.",
    ),
}
"""The official risk and the official short description of each check that can be asked here."""


def as_scorecard(findings: Iterable[Finding], repository: str, commit: str, seconds: int) -> str:
    """Give the findings that are Scorecard's as one JSON document; the others are left out.

    `repository` is what was looked at, `seconds` the time of looking, since 1970.
    """
    results = [each.scored for each in findings if each.scored and each.scored.name in OFFICIAL]
    document = {
        "date": datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "repo": {"name": whole(repository), "commit": commit},
        "scorecard": {"version": f"Folkmoot {__version__}", "commit": FOLLOWED},
        "score": total(results),
        "checks": [_check(each) for each in sorted(results, key=lambda each: each.name)],
        "metadata": [f"made by Folkmoot {__version__}, which follows the rules of Scorecard at {FOLLOWED}"],
    }
    return json.dumps(document, indent=1) + "\n"


def total(results: Iterable[Scored]) -> float:
    """Give Scorecard's total: the mean by risk over what has a score, with one decimal; -1.0 without any."""
    counted = [
        (WEIGHTS[OFFICIAL[each.name][0]], each.score) for each in results if each.score != INCONCLUSIVE
    ]
    weight = sum(weight for weight, _score in counted)
    return (
        round(sum(weight * score for weight, score in counted) / weight, 1) if weight else float(INCONCLUSIVE)
    )


def _check(result: Scored) -> dict[str, Any]:
    return {
        "name": result.name,
        "score": result.score,
        "reason": whole(result.reason),
        "details": [whole(_line(each)) for each in result.details if each.kind is not Kind.DEBUG],
        "documentation": {
            "short": OFFICIAL[result.name][1],
            "url": f"https://github.com/ossf/scorecard/blob/{FOLLOWED}/docs/checks.md#{result.name.lower()}",
        },
    }


def _line(detail: Detail) -> str:
    """Write a detail in one line, with its place behind it, as Scorecard does."""
    if not detail.path:
        return f"{detail.kind}: {detail.text}"
    end = f"-{detail.end_line}" if detail.end_line > detail.line else ""
    return f"{detail.kind}: {detail.text}: {detail.path}:{detail.line}{end}"
