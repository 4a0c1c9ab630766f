"""Everything known about how one project is guarded."""

from __future__ import annotations

from folkmoot.model.check import Evidence, Outcome
from folkmoot.model.link import Link
from folkmoot.views.profiles import Profile
from views.guarding.guards import SPOT, found, guard

SUPPRESSED = (
    '[[suppress]]\nrule = "a"\npath = ".github/workflows/a.yml"\nreason = "The job is being replaced."\n'
    "until = 2027-01-01\n"
)


def test_what_the_community_suppressed_is_taken_out_and_told() -> None:
    (first, about) = guard(found("a", spots=(SPOT,)), files={".folkmoot/checks.toml": SUPPRESSED}).answers
    assert first.finding.outcome is Outcome.YES
    assert first.suppressed[0].evidence == SPOT
    assert about.finding.id == "suppressions"


def test_a_suppression_without_reason_is_a_finding_itself() -> None:
    files = {".folkmoot/checks.toml": '[[suppress]]\nrule = "a"\n'}
    (first, about) = guard(found("a", spots=(SPOT,)), files=files).answers
    assert first.finding.outcome is about.finding.outcome is Outcome.NO


def test_the_files_that_people_look_for_stand_first() -> None:
    one = guard(found("a"), first=(found("readme"),))
    assert [finding.id for finding in one.findings] == ["readme", "a"]


def test_without_a_repository_no_profile_is_answered() -> None:
    assert guard(found("a")).asked(Profile("p", "", "", "", (), ("*",), (), ())) == []


def test_where_nobody_may_be_named_no_word_of_a_file_is_shown() -> None:
    named = Evidence("Write to Ada.", "people/ada.md", 3)
    one = found("a", spots=(named,), evidence=("Ada is named.",), links=(Link("Ada"),), remedy="Ours.")
    files = {".folkmoot/checks.toml": SUPPRESSED}
    for answer in guard(one, found("b", spots=(SPOT,)), files=files, quotes=False).answers:
        assert "ada" not in repr(answer).casefold()
        assert (answer.evidence, answer.suppressed) == ((), ())
    assert guard(one, quotes=False).answers[0].finding.remedy == "Ours."
