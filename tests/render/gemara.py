"""The form of Gemara's evaluation log as a JSON Schema, translated by hand from its CUE.

Definitions of CUE are closed: a field that is not named is wrong. Source, under the Apache licence 2.0:
https://github.com/gemaraproj/gemara (evaluationlog.cue, metadata.cue, entities.cue, mapping_inline.cue).
"""

from __future__ import annotations

from typing import Any

TEXT: dict[str, Any] = {"type": "string"}
MOMENT: dict[str, Any] = {
    "type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$",
}  # fmt: skip
ADDRESS: dict[str, Any] = {"type": "string", "pattern": r"^https?://[^\s]+$"}
RESULT: dict[str, Any] = {
    "enum": ["Not Run", "Passed", "Failed", "Needs Review", "Not Applicable", "Unknown"]
}


def closed(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    """Give an object with these fields and no others."""
    return {
        "type": "object", "properties": required | (optional or {}), "required": [*required],
        "additionalProperties": False,
    }  # fmt: skip


def some(inside: dict[str, Any]) -> dict[str, Any]:
    """Give a list of at least one."""
    return {"type": "array", "items": inside, "minItems": 1}


CONTACT = closed({"name": TEXT}, {"affiliation": TEXT, "email": TEXT, "social": TEXT})
ENTITY_TYPE = {"enum": ["Human", "Software", "Software Assisted"]}
ENTITY = {"id": TEXT, "name": TEXT, "type": ENTITY_TYPE}
MORE = {"version": TEXT, "description": TEXT, "uri": ADDRESS}
ENTRY = closed({"reference-id": TEXT, "entry-id": TEXT}, {"remarks": TEXT})
ASSESSMENT = closed(
    {
        "requirement": ENTRY, "description": TEXT, "result": RESULT, "message": TEXT,
        "applicability": some(TEXT), "steps": some(TEXT), "start": MOMENT,
    },
    {
        "plan": ENTRY, "steps-executed": {"type": "integer"}, "end": MOMENT, "recommendation": TEXT,
        "confidence-level": {"enum": ["Undetermined", "Low", "Medium", "High"]},
        "evidence": some({"type": "object"}),
    },
)  # fmt: skip
EVALUATION = closed(
    {"name": TEXT, "result": RESULT, "message": TEXT, "control": ENTRY, "assessment-logs": some(ASSESSMENT)}
)
REFERENCE = closed(
    {"id": TEXT, "title": TEXT, "version": TEXT},
    {"description": TEXT, "url": {"type": "string", "pattern": r"^(https?|file)://[^\s]+$"}},
)
METADATA = closed(
    {
        "id": TEXT, "type": {"const": "EvaluationLog"}, "gemara-version": TEXT, "description": TEXT,
        "author": closed(ENTITY, MORE | {"contact": CONTACT}),
    },
    {
        "version": TEXT, "date": MOMENT, "mapping-references": some(REFERENCE),
        "applicability-groups": some(closed({"id": TEXT, "title": TEXT, "description": TEXT})),
        "draft": {"type": "boolean"}, "lexicon": closed({"reference-id": TEXT}, {"remarks": TEXT}),
    },
)  # fmt: skip
LOG = closed(
    {
        "metadata": METADATA, "result": RESULT, "evaluations": some(EVALUATION),
        "target": closed(ENTITY, MORE | {"environment": TEXT, "owner": CONTACT}),
    }
)  # fmt: skip
DEFINITIONS = {
    "AssessmentLog": ("evaluationlog.cue", ASSESSMENT),
    "ControlEvaluation": ("evaluationlog.cue", EVALUATION),
    "MappingReference": ("mapping_inline.cue", REFERENCE), "EntryMapping": ("mapping_inline.cue", ENTRY),
    "Metadata": ("metadata.cue", METADATA), "Contact": ("entities.cue", CONTACT),
    "Entity": ("entities.cue", closed(ENTITY, MORE)),
}  # fmt: skip
"""Each definition by its name there, with the file it stands in."""
ENUMS = {
    "Result": ("evaluationlog.cue", RESULT), "EntityType": ("entities.cue", ENTITY_TYPE),
    "ConfidenceLevel": ("collections.cue", ASSESSMENT["properties"]["confidence-level"]),
}  # fmt: skip
