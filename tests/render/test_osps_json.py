"""The OSPS Baseline as an evaluation log."""

from __future__ import annotations

import json

from folkmoot.model.check import Evidence, Finding, Outcome
from folkmoot.model.requirement import Requirement
from folkmoot.render.osps_json import as_osps

NOON = 1_700_000_000


def asked(number: str, outcome: Outcome, **more: object) -> tuple[Requirement, Finding]:
    identifier = f"OSPS-AC-{number}"
    source = Requirement(identifier, identifier.rpartition(".")[0], "Title", (1, 2), "https://example.test")
    return source, Finding(identifier, "Title", outcome, **more)


def test_each_control_has_one_evaluation_with_its_requirements() -> None:
    three = [asked("03.01", Outcome.YES), asked("03.02", Outcome.NO), asked("04.01", Outcome.UNKNOWN)]
    log = json.loads(as_osps(three, "boats", "https://forge.test/harbour/boats", NOON))
    assert [each["control"]["entry-id"] for each in log["evaluations"]] == ["OSPS-AC-03", "OSPS-AC-04"]
    first = log["evaluations"][0]
    assert first["result"] == log["result"] == "Failed"
    assert [each["result"] for each in first["assessment-logs"]] == ["Passed", "Failed"]
    assert log["evaluations"][1]["result"] == "Unknown"
    assert log["target"]["uri"] == "https://forge.test/harbour/boats"
    assert log["metadata"]["date"] == "2023-11-14T22:13:20Z"


def test_an_assessment_has_what_the_form_asks_for() -> None:
    spots = (Evidence("may write", "a.yml", 3),)
    one = asked("03.01", Outcome.NO, evidence=("Two may.",), remedy="Protect it.", spots=spots)
    (assessment,) = json.loads(as_osps([one], "boats", "", NOON))["evaluations"][0]["assessment-logs"]
    required = {"requirement", "description", "result", "message", "applicability", "steps", "start"}
    assert required <= set(assessment)
    assert assessment["requirement"] == {"reference-id": "osps-baseline", "entry-id": "OSPS-AC-03.01"}
    assert assessment["message"] == "Two may.\na.yml:3: may write"
    assert assessment["applicability"] == ["maturity-1", "maturity-2"]
    assert assessment["recommendation"] == "Protect it."


def test_every_outcome_has_a_word_of_the_form() -> None:
    words = {"Not Run", "Passed", "Failed", "Needs Review", "Not Applicable", "Unknown"}
    for outcome in Outcome:
        log = json.loads(as_osps([asked("03.01", outcome)], "boats", "", NOON))
        assert log["result"] in words
        assert "uri" not in log["target"]


def test_halves_of_characters_of_strangers_can_be_written() -> None:
    assert as_osps([asked("03.01", Outcome.NO, evidence=("\ud800",))], "b\udcffats", "", NOON).encode()
