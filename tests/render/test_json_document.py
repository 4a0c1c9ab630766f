"""JSON follows its published schema, and the published schema follows the dataclasses."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
from hostile_report import hostile_report

from folkmoot.model.page import Page, Report
from folkmoot.render import render
from folkmoot.render.document import SCHEMA, schema

PUBLISHED = Path(__file__).parents[2] / "docs" / "reference" / "report.schema.json"


def test_the_published_schema_is_current() -> None:
    """Set FOLKMOOT_UPDATE_GOLDEN=1 to write it anew."""
    text = json.dumps(schema(), indent=2) + "\n"
    if os.environ.get("FOLKMOOT_UPDATE_GOLDEN"):
        PUBLISHED.parent.mkdir(parents=True, exist_ok=True)
        PUBLISHED.write_text(text, "utf-8")
    assert PUBLISHED.read_text("utf-8") == text


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("which", ["example", "hostile", "empty"])
def test_reports_follow_the_schema(report: Report, which: str) -> None:
    made = {"example": report, "hostile": hostile_report(), "empty": Report("", "", ())}[which]
    written = json.loads(render(made, "json"))
    assert list(jsonschema.Draft202012Validator(schema()).iter_errors(written)) == []


@pytest.mark.parametrize("broken", [{"pages": [{}]}, {"schema": SCHEMA + 1}, {"more": 1}, {"subject": None}])
def test_the_schema_refuses_what_is_no_report(report: Report, broken: dict[str, object]) -> None:
    data = json.loads(render(report, "json")) | broken
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate(data)


def test_fields_come_in_the_order_of_the_contract(report: Report) -> None:
    data = json.loads(render(report, "json"))
    assert list(data)[:3] == ["schema", "subject", "made_at"]
    assert data["schema"] == SCHEMA
    assert list(data["pages"][0]) == ["slug", "title", "lede", "panels"]
    assert next(iter(data["pages"][0]["panels"][0])) == "id"


def test_texts_are_translated_and_data_is_not() -> None:
    made = Report("Overview", "2026", (Page("overview", "Overview", "", ()),))
    data = json.loads(render(made, "json", translate=str.upper))
    assert (data["subject"], data["pages"][0]["title"], data["pages"][0]["slug"]) == (
        "Overview",
        "OVERVIEW",
        "overview",
    )


def test_what_is_no_number_is_null(report: Report) -> None:
    points = [
        p for page in json.loads(render(report, "json"))["pages"] for q in page["panels"] for p in q["points"]
    ]
    assert {type(point["value"]) for point in points} == {int, float, type(None)}
