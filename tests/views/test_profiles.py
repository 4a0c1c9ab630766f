"""Profiles: which questions are asked, and what they answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.checks import all_checks
from folkmoot.govern.audit.rules import all_rules
from folkmoot.govern.roles.activity import Activity, Seen
from folkmoot.model.audit import Answer
from folkmoot.model.check import Evidence, Finding, Outcome
from folkmoot.model.errors import UsageError
from folkmoot.views.profiles import all_profiles, ask, profile_called
from govern.audit.moot import Moot, vote
from sources.git.repositories import DAY, START


def asked(moot: Moot, name: str, *findings: Finding) -> dict[str, Answer]:
    with moot.practice() as practice:
        return {each.finding.id: each for each in ask(profile_called(name), practice, findings)}


@pytest.mark.parametrize("name", list(all_profiles()))
def test_profiles_name_only_what_exists(name: str) -> None:
    profile = profile_called(name)
    known = {f"rule:{rule}" for rule in all_rules()} | {f"check:{check}" for check in all_checks()}
    assert {by for question in profile.questions for by in (*question.by, *question.shows)} <= known
    assert {each for each in profile.leaves_out if "*" not in each} <= set(all_rules())
    assert profile.title
    assert profile.about
    assert profile.source.startswith("https://")


def test_an_unknown_profile_is_an_error_that_names_the_others() -> None:
    with pytest.raises(UsageError) as error:
        profile_called("nobody")
    assert all(name in error.value.hint for name in all_profiles())


def test_governance_asks_every_rule_but_those_of_reviews(tmp_path: Path) -> None:
    found = asked(Moot.create(tmp_path), "governance", Finding("readme", "README", Outcome.NO))
    assert set(found) == set(all_rules()) - set(profile_called("governance").leaves_out)


def test_community_asks_the_checks_it_is_given(tmp_path: Path) -> None:
    found = asked(Moot.create(tmp_path), "community", Finding("readme", "README", Outcome.NO, ("Not here.",)))
    assert list(found) == ["readme"]
    assert found["readme"].fails


def test_a_review_is_answered_by_the_worst_answer(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)", "bob (binding)"))
    assert asked(moot, "cncf-graduation")["governance-up-to-date"].finding.outcome is Outcome.UNKNOWN
    moot.hold("2", vote("Emil as Reviewer"))
    answer = asked(moot, "cncf-graduation")["governance-up-to-date"]
    assert answer.fails
    assert [each.path for each in answer.evidence] == ["votes/2.md"]


def test_a_question_that_nothing_answers_stays_unknown_with_its_note(tmp_path: Path) -> None:
    answer = asked(Moot.create(tmp_path), "cncf-graduation")["decisions-documented"]
    assert answer.finding.outcome is Outcome.UNKNOWN
    assert "name the section" in str(answer.evidence[-1].what)


def test_a_yes_to_a_part_of_a_question_is_not_a_yes(tmp_path: Path) -> None:
    found = asked(
        Moot.create(tmp_path), "cncf-graduation", Finding("code-of-conduct", "Conduct", Outcome.YES)
    )
    answer = found["code-of-conduct"]
    assert answer.finding.outcome is Outcome.UNKNOWN
    assert str(answer.evidence[0].what).endswith("Yes.")


@pytest.mark.parametrize("outcome", [Outcome.YES, Outcome.NO, Outcome.UNKNOWN])
def test_what_stands_beside_a_question_is_shown_with_its_place_and_decides_nothing(
    tmp_path: Path, outcome: Outcome
) -> None:
    spots = (Evidence("No time.", "SECURITY.md", 3),)
    policy = Finding("OSPS-VM-01.01", "Disclosure", outcome, spots=spots)
    answer = asked(Moot.create(tmp_path), "openchain-18974", policy)["18974-4.2.1.2"]
    assert answer.finding.outcome is Outcome.UNKNOWN
    assert not answer.fails
    assert str(answer.evidence[0].what).startswith("OSPS-VM-01.01: ")
    assert str(answer.evidence[0].what).endswith(f" {outcome.value.capitalize()}.")
    assert answer.evidence[0].place == "SECURITY.md:3"


def test_a_yes_that_rests_on_no_place_says_what_it_rests_on(tmp_path: Path) -> None:
    answer = asked(
        Moot.create(tmp_path), "cncf-graduation", Finding("OSPS-GV-03.01", "Contributing", Outcome.YES)
    )["how-to-contribute"]
    assert answer.finding.outcome is Outcome.YES
    assert [str(each.what).endswith("Yes.") for each in answer.evidence] == [True]


def test_what_nobody_wrote_down_is_not_up_to_date(tmp_path: Path) -> None:
    """People who are active in roles, or votes that were held, say nothing of a missing document."""
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)", "bob (binding)"))
    roles = Finding("OSPS-GV-01.02", "Roles", Outcome.UNKNOWN, remedy="Describe the roles.")
    answer = asked(moot, "cncf-graduation", roles)["governance-up-to-date"]
    assert (answer.finding.outcome, answer.finding.remedy) == (Outcome.UNKNOWN, "Describe the roles.")


def test_what_is_written_down_alone_is_not_up_to_date_either(tmp_path: Path) -> None:
    """A document on roles says nothing of what people do where no role and no vote was found."""
    roles = Finding("OSPS-GV-01.02", "Roles", Outcome.YES, ("GOVERNANCE.md",))
    moot = Moot.create(tmp_path)
    assert asked(moot, "cncf-graduation", roles)["governance-up-to-date"].finding.outcome is Outcome.UNKNOWN


def test_files_to_begin_with_are_named_and_decide_nothing(tmp_path: Path) -> None:
    files = {"docs/ROADMAP.md": "Soon.", "docs/RELEASE-PROCEDURE.md": "Tag it.", "src/roadmap.py": "x = 1\n"}
    found = asked(Moot.create(tmp_path, files), "cncf-graduation")
    for name, path in (("roadmap", "docs/ROADMAP.md"), ("release-process", "docs/RELEASE-PROCEDURE.md")):
        assert found[name].finding.outcome is Outcome.UNKNOWN
        assert [each.path for each in found[name].evidence if each.path] == [path]
    assert not any(each.path for each in found["adopters-listed"].evidence)


def test_a_list_of_who_may_approve_is_no_governance_document(tmp_path: Path) -> None:
    owners = Finding("governance", "Governance", Outcome.YES, evidence=("Found: OWNERS",))
    roles = Finding("OSPS-GV-01.02", "Roles", Outcome.UNKNOWN, remedy="Describe the roles.")
    answer = asked(Moot.create(tmp_path), "cncf-graduation", owners, roles)["governance-documented"]
    assert (answer.finding.outcome, answer.finding.remedy) == (Outcome.UNKNOWN, "Describe the roles.")


def test_nothing_looked_at_answers_no_foreign_question(tmp_path: Path) -> None:
    answer = asked(Moot.create(tmp_path), "cncf-graduation")["ownership-matches"]
    assert answer.finding.outcome is Outcome.UNKNOWN


def test_a_file_that_answers_all_of_a_question_is_a_yes(tmp_path: Path) -> None:
    found = asked(Moot.create(tmp_path), "cra-steward", Finding("OSPS-VM-02.01", "Contacts", Outcome.YES))
    assert found["CRA-I.II.6"].finding.outcome is Outcome.YES
    assert found["CRA-I.I.2b"].finding.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(("level", "count"), [(1, 24), (2, 41), (3, 62)])
def test_a_level_asks_its_own_requirements_only(tmp_path: Path, level: int, count: int) -> None:
    findings = [Finding(name, "Asked", Outcome.UNKNOWN) for name in all_checks()]
    found = asked(Moot.create(tmp_path), f"osps-{level}", *findings)
    assert len(found) == count
    assert all(name.startswith("OSPS-") for name in found)
    assert all(answer.references[0].startswith("https://baseline.openssf.org/") for answer in found.values())


def test_a_room_s_profile_asks_the_checks_of_that_room_only() -> None:
    profile = profile_called("community")
    assert {name for name in all_checks() if profile.wants("check", name)} == set(all_checks("community"))


@pytest.mark.parametrize(
    ("name", "count"),
    [("cncf-graduation", 44), ("openchain-5230", 25), ("openchain-18974", 25), ("cra-steward", 21)],
)
def test_reviews_of_others_are_complete(name: str, count: int) -> None:
    questions = profile_called(name).questions
    assert len(questions) == len({each.id for each in questions}) == count
    assert all(each.by or each.shows or each.note for each in questions)


@pytest.mark.parametrize("outcome", [Outcome.YES, Outcome.NO])
def test_no_profile_makes_an_organisation_s_standard_a_repository_s(tmp_path: Path, outcome: Outcome) -> None:
    """Whatever the checks say, a standard about an organisation is not answered by one repository."""
    findings = [Finding(name, "Asked", outcome) for name in all_checks()]
    found = asked(Moot.create(tmp_path), "openchain-5230", *findings)
    assert {answer.finding.outcome for answer in found.values()} == {Outcome.UNKNOWN}


def test_a_mere_note_neither_fails_a_review_nor_answers_more_than_its_part(tmp_path: Path) -> None:
    found = asked(
        Moot.create(tmp_path, {"steering.csv": "github,employer\nada,Acme\nbob,Acme\n"}), "cncf-graduation"
    )
    assert found["two-organisations"].finding.outcome is Outcome.NO
    assert not found["two-organisations"].fails
    moot = Moot.create(tmp_path / "silent")
    activity = Activity(START + 800 * DAY, {1: Seen(1, "Ada", ("ada",), START, 0)}, {"ada": 1})
    with moot.practice(activity) as practice:
        found = {each.finding.id: each for each in ask(profile_called("cncf-graduation"), practice, [])}
    assert found["maintainers-active"].finding.outcome is Outcome.UNKNOWN
    assert "nothing seen since" in str(found["maintainers-active"].evidence[0].what)


@pytest.mark.parametrize("name", list(all_profiles()))
def test_a_profile_asks_people_where_it_wants_a_rule(name: str) -> None:
    profile = profile_called(name)
    assert profile.asks_people == any(profile.wants("rule", rule) for rule in all_rules())


def test_what_two_checks_rest_on_is_told_once(tmp_path: Path) -> None:
    same = ("There is no release yet.",)
    findings = (
        Finding(name, name, Outcome.NOT_APPLICABLE, same) for name in ("OSPS-DO-04.01", "OSPS-DO-05.01")
    )
    answer = asked(Moot.create(tmp_path), "cra-steward", *findings)["CRA-II.support"]
    assert [str(each.what) for each in answer.evidence] == list(same)
