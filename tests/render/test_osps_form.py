"""The evaluation log of all 64 requirements has the form that Gemara documents."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from checks.trees import ground
from folkmoot.checks import all_checks
from folkmoot.render.osps_json import as_osps
from render.gemara import LOG


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
    assert [error.message for error in jsonschema.Draft202012Validator(LOG).iter_errors(log)] == []


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
    validator = jsonschema.Draft202012Validator(LOG)
    assert not validator.is_valid({**log, "score": 10})
    assert not validator.is_valid({name: value for name, value in log.items() if name != "target"})
