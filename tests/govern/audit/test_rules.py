"""Each rule of the audit on an invented community: when it says no, yes, unknown, and not applicable."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.govern.audit.rule import AuditRule
from folkmoot.govern.audit.rules import all_rules
from folkmoot.govern.roles.activity import Activity, Seen
from folkmoot.model.check import Outcome
from folkmoot.model.template import sections
from govern.audit.moot import GOVERNANCE, Moot, places, team, vote
from sources.git.repositories import DAY, START

ADA, BOB, CLEO = "ada (binding)", "bob (binding)", "cleo (non-binding)"


@pytest.fixture
def moot(tmp_path: Path) -> Moot:
    return Moot.create(tmp_path)


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.id)
def test_every_rule_is_documented_and_has_its_file(rule: object) -> None:
    import folkmoot.govern.audit.rules as room

    name = rule.id.replace("-", "_")  # type: ignore[attr-defined]
    text = (Path(room.__file__).parent / f"{name}.py").read_text(encoding="utf-8").split('"""')[1]
    told = sections(text)
    assert all(told.get(part) for part in ("Question", "Why it matters", "How it is counted", "References"))


@pytest.mark.parametrize("rule", all_rules())
def test_where_there_is_nothing_to_audit_no_rule_says_no(rule: str, tmp_path: Path) -> None:
    answer = Moot.create(tmp_path, {"README.md": "hello"}).ask(rule)
    assert answer.finding.outcome in (Outcome.NOT_APPLICABLE, Outcome.UNKNOWN)
    assert not answer.fails
    assert answer.finding.remedy == ""


@pytest.mark.parametrize("rule", all_rules())
def test_an_empty_repository_is_left_in_peace(rule: str, tmp_path: Path) -> None:
    from sources.git.repositories import Repository

    assert not Moot(Repository.create(tmp_path / "empty")).ask(rule).fails


def test_a_record_without_result_is_found(moot: Moot) -> None:
    moot.hold("1-dora-as-reviewer", vote("Dora as Reviewer", ADA, BOB))
    commit = moot.hold("2-emil-as-reviewer", vote("Emil as Reviewer"))
    moot.hold("README", "# Votes\n")
    answer = moot.ask("decisions-with-result")
    assert (answer.finding.outcome, answer.examined) == (Outcome.NO, 2)
    assert places(answer) == ["votes/2-emil-as-reviewer.md:7"]
    assert answer.evidence[0].commit == commit


def test_the_text_of_the_template_is_no_result(moot: Moot) -> None:
    moot.hold(
        "1", vote("Dora as Reviewer", claim="Conclude the voting result, including approvals and vetoes.")
    )
    assert moot.ask("decisions-with-result").fails


def test_one_binding_vote_is_too_few_where_two_are_required(moot: Moot) -> None:
    moot.hold("1", vote("Dora as Reviewer", ADA, CLEO))
    moot.hold("2", vote("Emil as Reviewer", ADA, BOB))
    answer = moot.ask("enough-binding-votes")
    assert places(answer) == ["votes/1.md:7"]
    assert "binding yes: 1 of 2 needed" in str(answer.evidence[0].what)
    assert answer.examined == 2


def test_two_thirds_are_of_those_who_held_the_role_before(moot: Moot) -> None:
    moot.hold("1", vote("Governance Rephrase", ADA))
    moot.hold("2", vote("Governance Rephrase", ADA, BOB))
    answer = moot.ask("enough-binding-votes")
    assert places(answer) == ["votes/1.md:7"]
    assert "of 2 who may vote, 2 are needed" in str(answer.evidence[0].what)


def test_without_a_written_rule_nobody_knows_how_many_are_needed(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"teams/store/team.json": team()})
    moot.hold("1", vote("Dora as Reviewer", ADA))
    assert moot.ask("enough-binding-votes").finding.outcome is Outcome.UNKNOWN


def test_a_record_that_marks_nobody_is_found_where_others_do(moot: Moot) -> None:
    moot.hold("1", vote("Dora as Reviewer", ADA, BOB))
    assert moot.ask("votes-say-who-binds").finding.outcome is Outcome.YES
    moot.hold("2", vote("Emil as Reviewer", "ada", "bob"))
    answer = moot.ask("votes-say-who-binds")
    assert answer.fails
    assert places(answer) == ["votes/2.md:11"]


def test_where_no_record_marks_votes_none_has_to(moot: Moot) -> None:
    moot.hold("1", vote("Dora as Reviewer", "ada", "bob"))
    assert moot.ask("votes-say-who-binds").finding.outcome is Outcome.NOT_APPLICABLE


def test_a_binding_vote_without_the_role_is_found(moot: Moot) -> None:
    moot.hold("1", vote("Dora as Reviewer", ADA, "Cleo (binding)", "zoe (binding)"))
    answer = moot.ask("binding-votes-by-role")
    assert [str(each.what).split(": ")[1] for each in answer.evidence] == [
        "the binding vote of Cleo, who was committer of store; Active maintainers may vote.",
        "the binding vote of zoe, who held no role then.",
    ]
    assert places(answer) == ["votes/1.md:12", "votes/1.md:13"]
    assert answer.examined == 3


def test_the_roster_is_that_of_before_the_vote(moot: Moot) -> None:
    files = {
        "teams/store/team.json": team(("ada", "bob", "zoe")),
        "votes/1.md": vote("Zoe as Committer", ADA, "zoe (binding)"),
    }
    moot.made.commit(files=files)
    moot.hold("2", vote("Dora as Reviewer", ADA, "zoe (binding)"))
    assert places(moot.ask("binding-votes-by-role")) == ["votes/1.md:12"]


def test_a_later_renaming_of_an_account_changes_nothing(moot: Moot) -> None:
    moot.hold("1", vote("Dora as Reviewer", ADA, BOB))
    renamed = {
        "votes/1.md": vote("Dora as Reviewer", ADA, "bobby (binding)"),
        "teams/store/team.json": team(("ada", "bobby")),
    }
    moot.made.commit(files=renamed)
    assert moot.ask("binding-votes-by-role").finding.outcome is Outcome.YES


def test_only_the_team_that_the_title_names_may_vote(moot: Moot) -> None:
    moot.made.commit(files={"teams/web/team.json": team(("zoe",), ())})
    moot.hold("1", vote("Dora as store Reviewer", ADA, "zoe (binding)"))
    moot.hold("2", vote("Dora as web Reviewer", "zoe (binding)"))
    assert places(moot.ask("binding-votes-by-role")) == ["votes/1.md:12"]


def test_claims_are_held_against_the_list(moot: Moot) -> None:
    moot.hold("1", vote("Dora as Reviewer", ADA, BOB, claim="Approved by 2 binding votes."))
    moot.hold("2", vote("Emil as Reviewer", ADA, claim="Approved by 2 binding votes and 1 non-binding vote."))
    answer = moot.ask("claims-match-votes")
    assert [str(each.what).split(": ")[1] for each in answer.evidence] == [
        "of binding votes, 2 are claimed and 1 listed.",
        "of non-binding votes, 1 are claimed and 0 listed.",
    ]


def test_a_window_shorter_than_the_rule_is_found(moot: Moot) -> None:
    moot.hold("1", vote("Dora as Committer", ADA, BOB, days=3))
    moot.hold("2", vote("Emil as Reviewer", ADA, BOB, days=3))
    answer = moot.ask("voting-windows")
    assert places(answer) == ["votes/1.md:5"]
    assert "announced for 3 days; New Committer asks for 6" in str(answer.evidence[0].what)


def seen(handle: str, last: int, acts: int, person: int) -> Activity:
    return Activity(
        START + 800 * DAY, {person: Seen(person, handle, (handle,), last, acts)}, {handle: person}
    )


def test_silent_people_are_a_note_and_unknown_ones_are_not_named(moot: Moot) -> None:
    answer = moot.ask("listed-but-silent", seen("ada", START, 0, 1))
    assert answer.finding.outcome is Outcome.NO
    assert not answer.fails
    assert {str(each.what).split(",")[0] for each in answer.evidence} == {"ada"}


def test_active_people_in_roles_are_fine(moot: Moot) -> None:
    assert moot.ask("listed-but-silent", seen("ada", START + 790 * DAY, 9, 1)).finding.outcome is Outcome.YES


def test_without_a_store_activity_is_unknown(moot: Moot) -> None:
    assert moot.ask("listed-but-silent").finding.outcome is Outcome.UNKNOWN
    assert moot.ask("active-but-unlisted").finding.outcome is Outcome.UNKNOWN


def test_busy_people_without_a_role_are_noted(moot: Moot) -> None:
    answer = moot.ask("active-but-unlisted", seen("zoe", START + 790 * DAY, 60, 1))
    assert [str(each.what) for each in answer.evidence] == ["zoe holds no role."]
    assert (
        moot.ask("active-but-unlisted", seen("zoe", START + 790 * DAY, 9, 1)).finding.outcome is Outcome.YES
    )


def test_owners_of_everything_must_be_named(moot: Moot) -> None:
    moot.made.commit(
        files={"OWNERS": "approvers: [ada, leads]\n", "OWNERS_ALIASES": "aliases: {leads: [zoe]}\n"}
    )
    moot.made.commit(files={"docs/OWNERS": "approvers: [emil]\n"})
    answer = moot.ask("owners-match-governance")
    assert ["zoe" in str(each.what) for each in answer.evidence] == [True]


def test_owners_who_are_named_are_fine(moot: Moot) -> None:
    moot.made.commit(files={".github/CODEOWNERS": "* @Ada @bob @acme/team\n"})
    assert moot.ask("owners-match-governance").finding.outcome is Outcome.YES


def test_a_missing_affiliation_is_found_where_others_state_theirs(moot: Moot) -> None:
    assert moot.ask("affiliations-stated").finding.outcome is Outcome.YES
    moot.made.commit(files={"GOVERNANCE.md": GOVERNANCE.replace("Birch", "-    ")})
    assert places(moot.ask("affiliations-stated")) == ["GOVERNANCE.md:8"]


def rows(*employers: str) -> str:
    lines = "".join(f"h{number},{name}\n" for number, name in enumerate(employers))
    return f"github,employer\n{lines}"


def test_more_than_half_from_one_employer_is_found(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"steering.csv": rows("Acme", "Acme", "Acme", "Birch", "independent")})
    assert "3 of 5 people" in str(moot.ask("employers-balanced").evidence[0].what)


@pytest.mark.parametrize(
    ("employers", "outcome"),
    [
        (("Acme", "Acme", "Birch", "Birch", "Cedar"), Outcome.YES),
        (("independent",) * 6, Outcome.YES),
        (("Acme",) * 4, Outcome.NOT_APPLICABLE),
    ],
)
def test_balanced_independent_and_small_bodies(
    tmp_path: Path, employers: tuple[str, ...], outcome: Outcome
) -> None:
    assert (
        Moot.create(tmp_path, {"steering.csv": rows(*employers)}).ask("employers-balanced").finding.outcome
        is outcome
    )


@pytest.mark.parametrize(("until", "outcome"), [("2001-01-01", Outcome.NO), ("2999-01-01", Outcome.YES)])
def test_terms_that_are_over_are_found(tmp_path: Path, until: str, outcome: Outcome) -> None:
    moot = Moot.create(tmp_path, {"steering.csv": f"github,until\nada,{until}\n"})
    assert moot.ask("terms-in-force").finding.outcome is outcome


def test_roles_without_decision_are_noted(tmp_path: Path) -> None:
    moot = Moot.create(
        tmp_path, {"teams/docs.yml": "name: docs\nmembers:\n  ada: https://example.org/1\n  bob:\n"}
    )
    assert places(moot.ask("roles-name-decisions")) == ["teams/docs.yml:4"]


def test_a_broken_file_of_roles_is_found(moot: Moot) -> None:
    assert moot.ask("role-files-readable").finding.outcome is Outcome.YES
    moot.made.commit(files={"teams/web/team.json": '{\n"maintainers": ["ada",]}'})
    assert places(moot.ask("role-files-readable")) == ["teams/web/team.json:2"]


def test_what_a_review_asks_of_maintainers(moot: Moot) -> None:
    assert moot.ask("maintainers-listed").finding.outcome is Outcome.YES
    assert moot.ask("maintainers-complete").finding.outcome is Outcome.YES
    assert moot.ask("two-organisations").finding.outcome is Outcome.YES
    assert moot.ask("roles-change-hands").finding.outcome is Outcome.NO


def test_a_list_without_names_or_affiliations_is_not_complete(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"MAINTAINERS.md": "- @ada\n"})
    told = [str(each.what) for each in moot.ask("maintainers-complete").evidence]
    assert told == ["ada: no name stated.", "ada: no affiliation stated."]


def test_one_employer_is_no_second_organisation(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"steering.csv": rows("Acme", "Acme")})
    assert moot.ask("two-organisations").finding.outcome is Outcome.NO


def merged(moot: Moot, text: str, hours: int) -> None:
    """Hold a vote on a branch that is merged some hours after its first commit."""
    trunk, began = moot.made.head, moot.made.at
    moot.made.commit(files={"votes/1.md": text}, at=began, branch="topic")
    moot.made.commit(parents=[trunk, moot.made.head], at=began + hours * 3600)


@pytest.mark.parametrize(("hours", "outcome"), [(71, Outcome.NO), (72, Outcome.YES)])
def test_a_window_that_was_cut_short_is_found(moot: Moot, hours: int, outcome: Outcome) -> None:
    merged(moot, vote("Dora as Reviewer", ADA, BOB, days=3), hours)
    answer = moot.ask("voting-windows")
    assert answer.finding.outcome is outcome
    assert [
        "at most 71 hours; days that New Reviewer asks for: 3." in str(e.what) for e in answer.evidence
    ] == ([True] if outcome is Outcome.NO else [])


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.id)
def test_every_rule_says_what_to_do_and_what_it_costs(rule: AuditRule) -> None:
    assert rule.remedy.endswith(".")
    assert rule.why.endswith(".")
    assert rule.effort
