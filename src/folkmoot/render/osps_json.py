"""The answers to the OSPS Baseline as a Gemara evaluation log, for tools that read such logs.

Same fields and words as `#EvaluationLog` in https://github.com/gemaraproj/gemara/blob/main/evaluationlog.cue:
one evaluation per control, one assessment per requirement. "Needs Review" is not used: what we could not know
is "Unknown", and whoever hands the log over may answer it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from folkmoot import __version__
from folkmoot.i18n import say
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.requirement import Requirement
from folkmoot.render.plain import whole

FORM = "1.4.1"
"""The version of Gemara whose form this is."""
CATALOGUE = "osps-baseline"
VERSION = "2026.02.19"
RESULTS = {
    Outcome.YES: "Passed",
    Outcome.NO: "Failed",
    Outcome.UNKNOWN: "Unknown",
    Outcome.NOT_APPLICABLE: "Not Applicable",
    Outcome.ERROR: "Not Run",
}
WORST_FIRST = ("Failed", "Not Run", "Unknown", "Passed", "Not Applicable")
"""Which of several results counts for all: the first that is among them."""

WEB = re.compile(r"https?://[^\s/][^\s]*")
"""What the form takes for an address; others are left out."""

Asked = tuple[Requirement, Finding]


def as_osps(asked: Iterable[Asked], repository: str, address: str, seconds: int) -> str:
    """Give the findings on requirements as one JSON document.

    `repository` is what was looked at and `address` its https address ("" when not known), `seconds` the time
    of looking, since 1970.
    """
    moment = datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    controls: dict[str, list[Asked]] = {}
    for requirement, finding in asked:
        controls.setdefault(requirement.control, []).append((requirement, finding))
    evaluations = [_evaluation(control, inside, moment) for control, inside in controls.items()]
    target = {"id": whole(repository), "name": whole(repository), "type": "Software"}
    document = {
        "metadata": {
            "id": f"folkmoot-{CATALOGUE}",
            "type": "EvaluationLog",
            "gemara-version": FORM,
            "date": moment,
            "description": "The OSPS Baseline, as far as the files of a repository and its forge show it.",
            "author": {"id": "folkmoot", "name": "Folkmoot", "type": "Software", "version": __version__},
            "mapping-references": [
                {
                    "id": CATALOGUE,
                    "title": "Open Source Project Security Baseline",
                    "version": VERSION,
                    "url": "https://baseline.openssf.org",
                }
            ],
        },
        "target": target | ({"uri": address} if WEB.fullmatch(address) else {}),
        "result": _worst([each["result"] for each in evaluations]),
        "evaluations": evaluations,
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"


def _evaluation(control: str, asked: Sequence[Asked], moment: str) -> dict[str, Any]:
    logs = [_assessment(requirement, finding, moment) for requirement, finding in asked]
    result = _worst([log["result"] for log in logs])
    count = sum(log["result"] == "Passed" for log in logs)
    return {
        "name": control,
        "result": result,
        "message": f"{count} of {len(logs)} requirements are met for certain.",
        "control": {"reference-id": CATALOGUE, "entry-id": control},
        "assessment-logs": logs,
    }


def _assessment(requirement: Requirement, finding: Finding, moment: str) -> dict[str, Any]:
    places = [spot.told for spot in finding.spots if spot.path]
    said = [*map(say, finding.evidence), *places]
    help_with = say(finding.remedy)
    return {
        "requirement": {"reference-id": CATALOGUE, "entry-id": requirement.id},
        "description": whole(say(finding.title)),
        "result": RESULTS[finding.outcome],
        "message": whole("\n".join(said) or say(finding.title)),
        "applicability": [f"maturity-{level}" for level in requirement.levels],
        "steps": [f"folkmoot check: {requirement.id}"],
        "steps-executed": 1,
        "start": moment,
        "end": moment,
    } | ({"recommendation": whole(help_with)} if help_with else {})


def _worst(results: Sequence[str]) -> str:
    return next((each for each in WORST_FIRST if each in results), "Unknown")
