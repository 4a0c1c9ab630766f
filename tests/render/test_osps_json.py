"""The OSPS Baseline as an evaluation log."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from checks.trees import ground
from folkmoot.checks import all_checks
from folkmoot.model.check import Evidence, Finding, Outcome
from folkmoot.model.requirement import Requirement
from folkmoot.render.osps_json import as_osps
from render import gemara

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


def checked(text: str) -> dict[str, Any]:
    """Give a log that keeps to the form, with what its references must agree on."""
    log: dict[str, Any] = json.loads(text)
    jsonschema.validate(log, gemara.LOG)
    known = {each["id"] for each in log["metadata"]["mapping-references"]}
    for evaluation in log["evaluations"]:
        named = {each["requirement"]["reference-id"] for each in evaluation["assessment-logs"]}
        assert named == {evaluation["control"]["reference-id"]} <= known
    return log


@pytest.mark.parametrize("outcome", list(Outcome))
@pytest.mark.parametrize("address", ["", "https://forge.test/harbour/boats", "http://forge.test/x"])
def test_every_field_type_and_word_is_one_of_the_form(outcome: Outcome, address: str) -> None:
    spots = (Evidence("may write", "a.yml", 3),)
    one = asked("03.01", outcome, evidence=("Two may.",), remedy="Protect it.", spots=spots)
    log = checked(as_osps([one, asked("04.01", Outcome.YES)], "boats", address, NOON))
    assert log["target"].get("uri", "") == address


@pytest.mark.parametrize(
    "address", ["git@forge.test:x/y", "/home/ada/boats", "https://a b", "ftp://x", "https://"]
)
def test_what_is_no_web_address_is_left_out(address: str) -> None:
    assert "uri" not in checked(as_osps([asked("03.01", Outcome.YES)], "boats", address, NOON))["target"]


def test_the_answers_of_a_whole_project_keep_to_the_form() -> None:
    checks = [each for each in all_checks("osps").values() if each.requirement]
    made = ground({"README.md": "# Boats\n", ".github/workflows/x.yml": "on: push\njobs: {a: {steps: []}}\n"})
    found = [(each.requirement, each.decide(made)) for each in checks]
    log = checked(as_osps(found, "boats", "", NOON))
    assert sum(len(each["assessment-logs"]) for each in log["evaluations"]) == len(checks) > 60


def test_what_the_form_does_not_know_would_be_noticed() -> None:
    log = json.loads(as_osps([asked("03.01", Outcome.YES)], "boats", "", NOON))
    for wrong in (log | {"score": 7}, log | {"result": "Good"}, log | {"evaluations": []}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, gemara.LOG)


REAL = Path(os.environ.get("FOLKMOOT_REAL_REPOSITORIES") or Path(__file__).parents[3] / ".mirror")
PUBLISHED = REAL / "gemaraproj+gemara" / "repo"


def published(file: str, name: str, end: str) -> str:
    """Give one definition as it is published."""
    text = subprocess.run(
        ["git", "-C", str(PUBLISHED), "show", f"HEAD:{file}"], check=True, capture_output=True, text=True
    ).stdout
    return text[text.index(f"\n#{name}:") :].partition(end)[0]


@pytest.mark.shared_data
@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published form is not at hand")
@pytest.mark.parametrize("name", gemara.DEFINITIONS)
def test_our_translation_of_the_form_names_the_same_fields(name: str) -> None:
    file, form = gemara.DEFINITIONS[name]
    fields = re.findall(
        r'^\t(?:[A-Z]+=)?"?([a-z][a-z-]*)"?(\??):', published(file, name, "\n}"), re.MULTILINE
    )
    assert {field for field, _ in fields} == set(form["properties"])
    assert {field for field, mark in fields if not mark} == set(form["required"])


@pytest.mark.shared_data
@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published form is not at hand")
@pytest.mark.parametrize("name", gemara.ENUMS)
def test_our_translation_of_the_form_has_the_same_words(name: str) -> None:
    file, form = gemara.ENUMS[name]
    assert re.findall(r'"([^"]+)"', published(file, name, "@go")) == form["enum"]
