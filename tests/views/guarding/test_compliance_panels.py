"""Tables that are handed over: every requirement once, with what it rests on."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.checks import all_checks
from folkmoot.govern.audit.practice import Practice
from folkmoot.model.check import Evidence, Outcome
from folkmoot.sources.git.repository import open_repository
from folkmoot.views.guarding.compliance_panels import MOST_EVIDENCE, compliance_panels, handed_over
from sources.git.repositories import Repository
from views.guarding.guards import SPOT, found, guard

REQUIRED = [check.id for check in all_checks().values() if check.requirement]


def baseline(*findings, **more):
    return next(
        panel for panel in compliance_panels(guard(*findings, **more)) if panel.id == "compliance-osps"
    )


def row(finding):
    return baseline(finding).entries[0]


def test_all_requirements_stand_in_one_table_in_their_order() -> None:
    shown = baseline(*(found(name, Outcome.UNKNOWN) for name in reversed(REQUIRED)))
    assert [entry.id for entry in shown.entries] == sorted(REQUIRED)
    assert len(shown.entries) == 64
    assert "Level 1: 0 of 24 met, 0 not. Level 2: 0 of 19 more, 0 not." in str(shown.headline)


def test_levels_are_counted_apart() -> None:
    outcomes = (Outcome.YES, Outcome.NO, Outcome.NOT_APPLICABLE, Outcome.UNKNOWN)
    ones = [name for name in REQUIRED if all_checks()[name].requirement.level == 1]
    shown = baseline(*(found(name, outcome) for name, outcome in zip(ones, outcomes, strict=False)))
    assert str(shown.headline).startswith("Level 1: 2 of 4 met, 1 not. Level 2: 0 of 0 more")
    assert str(shown.headline).endswith("The rest is unknown. Counted as met and not required here: 1.")
    assert str(baseline(found(ones[0], Outcome.YES)).headline).endswith("The rest is unknown.")


def test_a_row_says_its_answer_its_place_and_what_is_about_the_same() -> None:
    entry = row(found("OSPS-BR-01.01", spots=(SPOT,)))
    assert str(entry.title) == "OSPS-BR-01.01 About OSPS-BR-01.01 (level 1)"
    assert (entry.state, [str(fact) for fact in entry.facts]) == ("No", [f"{SPOT.place}: may write"])
    assert str(entry.details[0]).startswith("CRA ")


def test_what_a_control_maps_to_is_told_once() -> None:
    shown = baseline(found("OSPS-BR-01.01"), found("OSPS-BR-01.03"))
    assert shown.entries[0].details
    assert shown.entries[1].details == ()


def test_no_sentence_is_told_twice_in_a_table() -> None:
    said = ("Run it with --forge and a token that may see this.",)
    names = ("OSPS-BR-01.01", "OSPS-BR-01.03", "OSPS-BR-01.04")
    shown = baseline(*(found(name, evidence=said) for name in names))
    told = [[str(fact) for fact in entry.facts] for entry in shown.entries]
    assert told == [list(said), ["As OSPS-BR-01.01"], ["As OSPS-BR-01.01"]]


def test_an_unknown_says_what_would_settle_it() -> None:
    entry = row(
        found("OSPS-AC-01.01", Outcome.UNKNOWN, evidence=("Not seen.",), remedy="Run it with a forge.")
    )
    assert (entry.state, entry.facts) == ("Unknown", ("Run it with a forge.",))


def test_long_evidence_is_counted() -> None:
    many = tuple(Evidence("x", f"{n}.yml", 1) for n in range(MOST_EVIDENCE + 4))
    assert str(row(found("OSPS-BR-01.01", spots=many)).facts[-1]) == "4 more"


def test_what_is_suppressed_is_told_in_its_cell() -> None:
    text = '[[suppress]]\nrule = "OSPS-BR-01.01"\nreason = "The job is being replaced."\nuntil = 2027-01-01\n'
    shown = baseline(found("OSPS-BR-01.01", spots=(SPOT,)), files={".folkmoot/checks.toml": text})
    assert shown.entries[0].state == "Yes"
    assert "left until 2027-01-01: The job is being replaced." in str(shown.entries[0].facts[0])


@pytest.fixture
def panels(tmp_path: Path) -> dict:
    made = Repository.create(tmp_path / "boats")
    made.commit(files={"README.md": "Boats."})
    with open_repository(str(made.place)) as opened:
        one = guard(found("licence", Outcome.YES), practice=Practice(opened))
        return {panel.id: panel for panel in compliance_panels(one)}


def test_every_catalogue_of_questions_has_its_table(panels: dict) -> None:
    assert set(panels) == {f"compliance-{profile.name}" for profile in handed_over()}
    for profile in handed_over():
        shown = panels[f"compliance-{profile.name}"]
        assert [entry.id for entry in shown.entries] == [question.id for question in profile.questions]
        assert shown.definition == profile.source
        assert str(shown.headline).startswith(f"{len(profile.questions)} questions: ")
        assert len(shown.columns) == 4


def test_what_is_left_to_people_is_said_once_and_not_in_every_row(panels: dict) -> None:
    shown = panels["compliance-openchain-5230"]
    assert "folkmoot check --profile openchain-5230" in str(shown.caveat)
    notes = {question.note for profile in handed_over() for question in profile.questions if question.note}
    facts = {str(fact) for panel in panels.values() for entry in panel.entries for fact in entry.facts}
    assert facts.isdisjoint(notes)


@pytest.mark.parametrize(
    ("settling", "group"),
    [
        ("Run it with --forge and a token of an owner.", "To be asked of the forge"),
        ("Write SECURITY.md; or run it with --forge.", "To be asked of the forge, or written down"),
        (
            "Run it with --forge, or add `a.b` to SECURITY-INSIGHTS.yml.",
            "To be asked of the forge, or said in SECURITY-INSIGHTS.yml",
        ),
        ("Add `a.b` to SECURITY-INSIGHTS.yml.", "To be said in SECURITY-INSIGHTS.yml, in a line each"),
        ("Write docs/threat-model.md, or link it.", "To be written down, or looked at by a person"),
    ],
)
def test_unknowns_are_grouped_by_what_would_settle_them(settling: str, group: str) -> None:
    assert row(found("OSPS-AC-01.01", Outcome.UNKNOWN, remedy=settling)).group == group
    assert row(found("OSPS-AC-01.01", Outcome.NO, remedy=settling)).group == ""


def test_an_unknown_that_nothing_here_answers_is_for_a_person(panels: dict) -> None:
    groups = {entry.id: entry.group for entry in panels["compliance-openchain-5230"].entries}
    assert groups["5230-3.1.1.1"] == "For a person to answer"
