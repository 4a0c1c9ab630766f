"""Workflows that strangers can make run their code."""

from folkmoot.model.check import Evidence
from folkmoot.views.agenda.strangers_code import raised
from views.guarding.guards import SPOT, found
from views.guarding.test_raising import look_at

DANGER = found("scorecard-dangerous-workflow", spots=(SPOT,), why="Why.", remedy="Mend.", effort="an hour")


def test_one_workflow_is_named() -> None:
    finding = raised(look_at(DANGER))
    assert str(finding.title) == (
        "Strangers may be able to run code with the rights of a workflow: .github/workflows/a.yml."
    )
    assert [str(each) for each in finding.evidence] == [".github/workflows/a.yml:3: may write"]
    assert (finding.remedy, finding.effort, finding.panels) == ("Mend.", "an hour", ("agenda-security",))


def test_several_kinds_are_one_thing_on_the_agenda() -> None:
    script = found("hardening-github-script", spots=(Evidence("pasted", "b.yml", 7),))
    assert "2 workflows" in str(raised(look_at(DANGER, script)).title)


def test_nothing_is_said_where_nothing_was_found() -> None:
    assert raised(look_at(found("scorecard-dangerous-workflow"))) is None
    assert raised(look_at()) is None
