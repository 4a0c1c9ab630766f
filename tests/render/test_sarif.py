"""SARIF 2.1.0: what code hosts read, held against the parts of the published schema that are used here."""

from __future__ import annotations

import json
from typing import Any

from jsonschema import Draft7Validator

from folkmoot.model.audit import Answer, Evidence, Level, Suppressed
from folkmoot.model.check import Finding, Outcome
from folkmoot.render.sarif import as_sarif

TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
LEVEL = {"enum": ["none", "note", "warning", "error"]}
SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"enum": ["2.1.0"]},
        "runs": {"type": "array", "items": {
            "type": "object",
            "required": ["tool", "results"],
            "additionalProperties": False,
            "properties": {
                "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                "automationDetails": {"type": "object", "properties": {"id": {"type": "string"}}},
                "tool": {"type": "object", "required": ["driver"], "properties": {"driver": {
                    "type": "object",
                    "required": ["name"],
                    "properties": {"rules": {"type": "array", "uniqueItems": True, "items": {
                        "type": "object",
                        "required": ["id"],
                        "additionalProperties": False,
                        "properties": {
                            "id": {"type": "string"}, "shortDescription": TEXT, "fullDescription": TEXT,
                            "help": TEXT, "helpUri": {"type": "string", "pattern": "^https://"},
                            "defaultConfiguration": {"properties": {"level": LEVEL}},
                            "properties": {"type": "object"},
                        },
                    }}},
                }}},
                "results": {"type": "array", "items": {
                    "type": "object",
                    "required": ["message"],
                    "additionalProperties": False,
                    "properties": {
                        "ruleId": {"type": "string"}, "ruleIndex": {"type": "integer", "minimum": 0},
                        "level": LEVEL, "message": TEXT,
                        "partialFingerprints": {"additionalProperties": {"type": "string"}},
                        "properties": {"type": "object"},
                        "suppressions": {"type": "array", "items": {
                            "required": ["kind"], "additionalProperties": False,
                            "properties": {
                                "kind": {"enum": ["inSource", "external"]},
                                "justification": {"type": "string"},
                            },
                        }},
                        "locations": {"type": "array", "items": {
                            "additionalProperties": False,
                            "properties": {"physicalLocation": {
                                "required": ["artifactLocation"], "additionalProperties": False,
                                "properties": {
                                    "artifactLocation": {"properties": {"uri": {"type": "string"}}},
                                    "region": {"properties": {"startLine": {"minimum": 1}}},
                                },
                            }},
                        }},
                    },
                }},
            },
        }},
    },
}  # fmt: skip

ANSWERS = [
    Answer(Finding("roles", "Roles", Outcome.YES), "Roles?"),
    Answer(
        Finding("results", "Results", Outcome.NO, ("x",), "Why.", "Write it down."),
        "Is there a result?",
        Level.ERROR,
        (Evidence("No result.", "votes/é 1.md", 7, "c0ffee"), Evidence("No place.")),
        (Suppressed(Evidence("Old.", "votes/0.md"), "Before the rule.", "2027-01-01"),),
        references=("https://example.org/rule",),
    ),
    Answer(Finding("other", "Other", Outcome.UNKNOWN, ("y",)), "Other?"),
]


def log() -> Any:
    return json.loads(as_sarif(ANSWERS, "c0ffee"))


def test_the_log_keeps_to_the_schema() -> None:
    assert [error.message for error in Draft7Validator(SCHEMA).iter_errors(log())] == []
    assert [
        error.message for error in Draft7Validator(SCHEMA).iter_errors(json.loads(as_sarif([], "")))
    ] == []


def test_only_a_no_becomes_results() -> None:
    results = log()["runs"][0]["results"]
    assert [(each["ruleId"], each["message"]["text"]) for each in results] == [
        ("results", "No result."), ("results", "No place."), ("results", "Old."),
    ]  # fmt: skip
    assert {each["level"] for each in results} == {"error"}


def test_rules_are_found_by_their_index() -> None:
    run = log()["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rules[each["ruleIndex"]]["id"] for each in run["results"]] == ["results"] * 3


def test_places_are_uris_with_lines() -> None:
    first = log()["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert first == {"artifactLocation": {"uri": "votes/%C3%A9%201.md"}, "region": {"startLine": 7}}


def test_what_is_suppressed_says_why() -> None:
    suppressed = [each for each in log()["runs"][0]["results"] if "suppressions" in each]
    assert [each["suppressions"][0]["justification"] for each in suppressed] == [
        "Before the rule. (until 2027-01-01)"
    ]


def test_fingerprints_stay_the_same_when_lines_move() -> None:
    moved = Answer(
        ANSWERS[1].finding,
        ANSWERS[1].question,
        Level.ERROR,
        (Evidence("No result.", "votes/é 1.md", 99, "beef"),),
    )
    before, after = log(), json.loads(as_sarif([moved], "beef"))
    prints = [each["runs"][0]["results"][0]["partialFingerprints"] for each in (before, after)]
    assert prints[0] == prints[1]
