"""Answers of an audit as SARIF 2.1.0, which code hosts show beside the lines.

Only a "no" becomes results, with its level. What is suppressed is there too, with its reason, as SARIF has
it. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from folkmoot import __version__
from folkmoot.i18n import say
from folkmoot.model.audit import Answer, Evidence
from folkmoot.model.check import Outcome

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def as_sarif(answers: Sequence[Answer], commit: str) -> str:
    """Give the answers as one SARIF log with one run; `commit` is what was looked at, "" when not known."""
    results = []
    for place, answer in enumerate(answers):
        if answer.finding.outcome in (Outcome.NO, Outcome.ERROR):
            found = answer.evidence or (Evidence(answer.finding.title),)
            results += [_result(answer, place, evidence) for evidence in found]
        results += [
            _result(answer, place, each.evidence)
            | {"suppressions": [{"kind": "external", "justification": f"{each.reason} (until {each.until})"}]}
            for each in answer.suppressed
        ]
    run: dict[str, Any] = {
        "tool": {
            "driver": {"name": "Folkmoot", "version": __version__, "rules": [_rule(each) for each in answers]}
        },
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    if commit:
        run["automationDetails"] = {"id": f"folkmoot/{commit}"}
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _rule(answer: Answer) -> dict[str, Any]:
    finding = answer.finding
    rule: dict[str, Any] = {
        "id": finding.id,
        "shortDescription": {"text": say(finding.title)},
        "fullDescription": {"text": say(answer.question) or say(finding.title)},
        "defaultConfiguration": {"level": answer.level.value},
        "properties": {"outcome": finding.outcome.value, "examined": answer.examined},
    }
    told = "\n\n".join(part for part in (say(finding.why), say(finding.remedy)) if part)
    if told:
        rule["help"] = {"text": told}
    link = next((each for each in answer.references if each.startswith("https://")), "")
    if link:
        rule["helpUri"] = link
    return rule


def _result(answer: Answer, place: int, evidence: Evidence) -> dict[str, Any]:
    what = say(evidence.what) or say(answer.finding.title)
    same = f"{answer.finding.id}\n{evidence.path}\n{what}".encode("utf-8", "replace")
    result: dict[str, Any] = {
        "ruleId": answer.finding.id,
        "ruleIndex": place,
        "level": answer.level.value,
        "message": {"text": what},
        "partialFingerprints": {"folkmoot/v1": hashlib.sha256(same).hexdigest()},
    }
    if evidence.path:
        location: dict[str, Any] = {"artifactLocation": {"uri": quote(evidence.path, errors="replace")}}
        if evidence.line:
            location["region"] = {"startLine": evidence.line}
        result["locations"] = [{"physicalLocation": location}]
    if evidence.commit:
        result["properties"] = {"commit": evidence.commit}
    return result
