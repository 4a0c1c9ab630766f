"""Scorecard's own document: valid by its own schema, with its own total.

`scorecard.v2.schema.json` is pkg/scorecard/json.v2.schema of https://github.com/ossf/scorecard (Apache-2.0).
"""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from folkmoot.checks import all_checks
from folkmoot.model.check import Finding, Outcome, Risk
from folkmoot.model.scorecard import Scored, debug, info, warn
from folkmoot.render.scorecard_json import OFFICIAL, as_scorecard, total

SCHEMA = json.loads((Path(__file__).parent / "scorecard.v2.schema.json").read_text("utf-8"))
LICENCE = Scored("License", 9, "license file detected", (info("project has a license file", "LICENSE"),))
PINNED = Scored(
    "Pinned-Dependencies", 3, "dependency not pinned by hash detected -- score normalized to 3",
    (warn("pipCommand not pinned by hash", "ci/run.sh", 4, 6), debug("passed over"), info("2 out of 2")),
)  # fmt: skip
SILENT = Scored("Packaging", -1, "packaging workflow not detected")


def finding(scored: Scored | None) -> Finding:
    return Finding("x", "x", Outcome.NO, scored=scored)


def document(*results: Scored | None, repository: str = "example.org/kettle") -> dict[str, Any]:
    text = as_scorecard([finding(each) for each in results], repository, "a" * 40, 1_700_000_000)
    told: dict[str, Any] = json.loads(text)
    return told


@pytest.mark.parametrize("results", [(), (LICENCE,), (LICENCE, PINNED, SILENT)])
def test_the_document_is_valid_by_scorecard_s_schema(results: tuple[Scored, ...]) -> None:
    assert list(Draft7Validator(SCHEMA).iter_errors(document(*results))) == []


def test_it_says_what_was_looked_at_and_when() -> None:
    told = document()
    assert told["repo"] == {"name": "example.org/kettle", "commit": "a" * 40}
    assert told["date"] == "2023-11-14T22:13:20Z"


def test_it_says_that_scorecard_did_not_make_it() -> None:
    told = document()
    assert told["scorecard"]["version"].startswith("Folkmoot ")
    assert told["metadata"][0].startswith("made by Folkmoot ")


def test_checks_are_told_by_their_official_names_in_order() -> None:
    assert [each["name"] for each in document(SILENT, LICENCE)["checks"]] == ["License", "Packaging"]


def test_details_are_lines_with_their_places() -> None:
    assert document(LICENCE, PINNED)["checks"][0]["details"] == [
        "Info: project has a license file: LICENSE:0"
    ]
    assert document(PINNED)["checks"][0]["details"] == [
        "Warn: pipCommand not pinned by hash: ci/run.sh:4-6",
        "Info: 2 out of 2",
    ]


def test_findings_that_are_not_scorecard_s_are_left_out() -> None:
    assert document(None, Scored("Kettle", 3, "it leaks"))["checks"] == []


def test_the_total_weighs_by_risk() -> None:
    """License weighs 2.5 and Pinned-Dependencies 5: (2.5 x 9 + 5 x 3) / 7.5 = 5."""
    assert total([LICENCE, PINNED]) == 5.0


def test_what_has_no_score_does_not_count() -> None:
    assert total([LICENCE, SILENT]) == 9.0
    assert total([SILENT]) == -1.0


def test_a_name_that_is_no_text_does_no_harm() -> None:
    broken = Scored("License", 9, "x", (info("found", "caf\udce9"),))
    text = as_scorecard([finding(broken)], "r\udcff", "", 0)
    assert json.loads(text.encode("utf-8"))["checks"][0]["details"][0].startswith("Info: found: caf")


@pytest.mark.parametrize("check", all_checks("scorecard").values(), ids=lambda check: check.id)
def test_every_check_of_the_room_has_its_official_words(check: Any) -> None:
    name = check.definition.partition("#")[2]
    assert {each.lower(): risk for each, (risk, _short) in OFFICIAL.items()}[name] is check.risk


def test_the_risks_are_four() -> None:
    assert {risk for risk, _short in OFFICIAL.values()} == set(Risk)
