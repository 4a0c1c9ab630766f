"""The evaluation log of all 64 requirements has the form that Gemara 1.4.1 documents.

Gemara publishes its form in CUE, whose checker is a Go program. `FORM` is that form (`evaluationlog.cue`,
`collections.cue`, `metadata.cue`, `entities.cue`, `mapping_inline.cue`) written down as JSON Schema: the same
fields, required and closed as definitions of CUE are. https://github.com/gemaraproj/gemara/tree/v1.4.1
"""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from checks.trees import ground
from folkmoot.checks import all_checks
from folkmoot.render.osps_json import as_osps

TEXT = {"type": "string"}
ADDRESS = {"type": "string", "pattern": r"^https?://[^\s]+$"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$"}
RESULT = {"enum": ["Not Run", "Passed", "Failed", "Needs Review", "Not Applicable", "Unknown"]}


def closed(required: dict[str, Any], **optional: Any) -> dict[str, Any]:
    """A definition of CUE: these fields, and no others; `_` stands for the dash of a name."""
    named = {name.replace("_", "-"): form for name, form in (required | optional).items()}
    asked = [name.replace("_", "-") for name in required]
    return {"type": "object", "required": asked, "properties": named, "additionalProperties": False}


def some(form: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": form, "minItems": 1}


ENTRY = closed({"reference_id": TEXT, "entry_id": TEXT}, remarks=TEXT)
ENTITY_TYPE = {"enum": ["Human", "Software", "Software Assisted"]}
ENTITY: dict[str, Any] = {"id": TEXT, "name": TEXT, "type": ENTITY_TYPE}
ENTITY_MORE: dict[str, Any] = {"version": TEXT, "description": TEXT, "uri": ADDRESS}
REFERENCE = closed({"id": TEXT, "title": TEXT, "version": TEXT}, description=TEXT, url=ADDRESS)
METADATA = closed(
    {"id": TEXT, "type": {"const": "EvaluationLog"}, "gemara_version": TEXT, "description": TEXT,
     "author": closed(ENTITY, **ENTITY_MORE)},
    version=TEXT, date=MOMENT, mapping_references=some(REFERENCE), draft={"type": "boolean"},
)  # fmt: skip
ASSESSMENT = closed(
    {"requirement": ENTRY, "description": TEXT, "result": RESULT, "message": TEXT,
     "applicability": some(TEXT), "steps": some(TEXT), "start": MOMENT},
    plan=ENTRY, steps_executed={"type": "integer"}, end=MOMENT, recommendation=TEXT,
    confidence_level={"enum": ["Undetermined", "Low", "Medium", "High"]},
)  # fmt: skip
EVALUATION = closed(
    {"name": TEXT, "result": RESULT, "message": TEXT, "control": ENTRY, "assessment_logs": some(ASSESSMENT)}
)
FORM = closed(
    {"metadata": METADATA, "target": closed(ENTITY, environment=TEXT, **ENTITY_MORE), "result": RESULT,
     "evaluations": some(EVALUATION)}
)  # fmt: skip


@pytest.fixture(scope="module")
def log() -> dict[str, Any]:
    made = ground(
        {"LICENSE": "MIT", "SECURITY.md": "Vulnerabilities: security@example.org\n", "a.so": b"\x7fELF"}
    )
    asked = [
        (check.requirement, check.decide(made)) for check in all_checks("osps").values() if check.requirement
    ]
    written: dict[str, Any] = json.loads(
        as_osps(asked, "moot", "https://example.org/ada/moot", 1_700_000_000)
    )
    return written


def test_it_has_the_documented_form_and_no_other_field(log: dict[str, Any]) -> None:
    assert [error.message for error in jsonschema.Draft202012Validator(FORM).iter_errors(log)] == []


def test_all_requirements_are_in_it_below_their_controls(log: dict[str, Any]) -> None:
    logs = {each["control"]["entry-id"]: each["assessment-logs"] for each in log["evaluations"]}
    found = [each["requirement"]["entry-id"] for inside in logs.values() for each in inside]
    assert sorted(found) == sorted(all_checks("osps"))
    for control, inside in logs.items():
        assert all(each["requirement"]["entry-id"].startswith(f"{control}.") for each in inside)


def test_a_requirement_refers_to_the_same_catalogue_as_its_control(log: dict[str, Any]) -> None:
    known = {each["id"] for each in log["metadata"]["mapping-references"]}
    for each in log["evaluations"]:
        named = {inside["requirement"]["reference-id"] for inside in each["assessment-logs"]}
        assert named == {each["control"]["reference-id"]}
        assert named <= known


def test_results_of_several_kinds_are_there(log: dict[str, Any]) -> None:
    found = {each["result"] for control in log["evaluations"] for each in control["assessment-logs"]}
    assert {"Passed", "Failed", "Unknown"} <= found
    assert log["result"] == "Failed"


def test_the_form_is_strict(log: dict[str, Any]) -> None:
    validator = jsonschema.Draft202012Validator(FORM)
    assert not validator.is_valid({**log, "score": 10})
    assert not validator.is_valid({name: value for name, value in log.items() if name != "target"})
