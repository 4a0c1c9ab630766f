"""Roles, proposals and decisions on pages: read from git, true to their sources, kind to people.

Long because all three pages, the agenda and every format are shown by the same invented communities.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from folkmoot.model.check import Outcome
from folkmoot.model.page import Panel, Report
from folkmoot.render import formats, render
from folkmoot.render.panel_file import panel_svg
from folkmoot.views.agenda import all_rules
from folkmoot.views.governing.team_entries import AT_THE_FORGE
from sources.git.repositories import DAY, START, Repository
from views import community
from views.community import NOW, PEP, VOTE, made, own_files, page, panel, proposals, report_on, teams, words
from views.looking import Aliases

GOVERNING = ("decisions", "rfcs", "roles")
HOSTILE = "<script>alert(1)</script> {0} {words} =1+1 \u202e" + "x" * 5000


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def lively(tmp_path: Path) -> Report:
    """Give the report on a community with everything."""
    return report_on(made(tmp_path / "lively", *STEPS, is_alive=True))


STEPS = (
    teams("ada") | proposals(),
    teams("ada", "cleo") | {"votes/0001-cleo.md": VOTE % "Cleo"},
    {"votes/0002-dan.md": "# A Vote for Dan as Harbour Maintainer\n\n## Result\n"},
    {"peps/pep-0004.rst": PEP % (4, "Proposal 4", "Accepted")},
    own_files(),
)


def slugs(report: Report) -> set[str]:
    return {page.slug for page in report.pages}


def raised(report: Report, identifier: str) -> list[str]:
    found = [one for one in panel(report, "agenda").findings if one.id == identifier]
    return [str(text) for one in found for text in (one.title, *one.evidence)]


def test_a_plain_repository_gets_one_sentence_and_no_pages(tmp_path: Path) -> None:
    report = report_on(made(tmp_path / "plain", {"README.md": "Hello", "src/a.py": "x = 1"}))
    assert not slugs(report) & set(GOVERNING)
    assert str(panel(report, "governing").missing).startswith(
        "No roles, proposals or votes were found in files"
    )


def test_nothing_is_read_where_there_is_nothing(tmp_path: Path) -> None:
    report_on(made(tmp_path / "plain", {"README.md": "Hello"}))
    kept = (tmp_path / "cache" / "folkmoot" / "remembered").glob("*.json")
    told = {read["key"][0]: read for read in (json.loads(place.read_text()) for place in kept)}
    assert told.keys() <= {"guards", "terms"}
    assert "terms" not in told or told["terms"]["value"] == []


def test_a_page_appears_for_what_is_there(lively: Report, tmp_path: Path) -> None:
    assert set(GOVERNING) <= slugs(lively)
    only_roles = report_on(made(tmp_path / "roles", {".github/CODEOWNERS": "* @ada\n"}))
    assert slugs(only_roles) & set(GOVERNING) == {"roles"}


@pytest.mark.parametrize("slug", GOVERNING)
def test_who_asks_for_a_page_is_told_why_it_is_empty(slug: str, tmp_path: Path) -> None:
    place = made(tmp_path / "plain", {"README.md": "Hello"})
    assert str(page(report_on(place, slugs=(slug,)), slug).lede).startswith("No ")
    unread = page(report_on(place, slugs=(slug,), read=False), slug)
    assert "was not read" in str(unread.lede)
    assert unread.panels == ()


def test_an_empty_repository_says_so(tmp_path: Path) -> None:
    report = report_on(made(tmp_path / "empty"), slugs=("roles",))
    assert "no commit to tell of" in str(page(report, "roles").lede)


def test_the_community_page_says_where_to_read_on(lively: Report) -> None:
    said = words(panel(lively, "governing"))
    assert "Proposals: 6." in said
    assert "Decisions and votes on record: 4." in said


def test_files_of_roles_that_name_nobody_are_not_said_to_name_somebody(tmp_path: Path) -> None:
    files = {".github/CODEOWNERS": "# nobody yet\n", "a.py": "x = 1\n"}
    said = words(panel(report_on(made(tmp_path / "nobody", files)), "governing"))
    assert said[0].startswith("Files that may say who holds which role: 1. None names anybody")
    files[".github/CODEOWNERS"] = "* @ada\n"
    said = words(panel(report_on(made(tmp_path / "ada", files)), "governing"))
    assert "Files that say who holds which role: 1." in said


# Roles


def test_a_role_names_who_holds_it_since_when_and_by_which_vote(lively: Report) -> None:
    said = words(panel(lively, "roles-held"))
    assert "ada, cleo." in said
    (cleo,) = [one for one in said if one.endswith(": cleo.")]
    assert cleo.startswith(
        "Since 2023-11-15, by the vote “A Vote for Cleo as Harbour Maintainer” and commit "
    )
    assert any(one.startswith("Since 2023-11-14, by commit ") and one.endswith(": ada.") for one in said)


def test_a_role_without_a_decision_says_which_command_would_record_one(lively: Report) -> None:
    said = words(panel(lively, "roles-held"))
    assert any(one.startswith("For 1 of them no decision is recorded.") for one in said)
    assert any("`folkmoot decide open ACTION SUBJECT --give ROLE=HANDLE`" in one for one in said)


def test_roles_that_follow_from_our_own_decisions_name_them(lively: Report) -> None:
    said = words(panel(lively, "roles-held"))
    assert "Since 2026-04-22, by decision 0001, “The community begins”: ada, bob." in said


def test_a_role_of_many_paths_is_shown_once(tmp_path: Path) -> None:
    lines = "".join(f"src/{number}/ @ada\n" for number in range(60))
    report = report_on(made(tmp_path / "paths", {".github/CODEOWNERS": lines}))
    (entry,) = panel(report, "roles-held").entries
    assert [str(fact) for fact in entry.facts] == ["For 60 paths or areas.", "ada."]


def test_a_team_of_the_forge_is_named_and_its_people_are_not_counted(tmp_path: Path) -> None:
    lines = "* @oak/keepers\n/docs/ @ada\n"
    shown = panel(report_on(made(tmp_path / "team", {".github/CODEOWNERS": lines})), "roles-held")
    assert str(shown.headline).startswith("People in roles: 1. ")
    assert [str(one.title) for one in shown.entries] == ["code owner of /docs/", "code owner of *"]
    assert [str(fact) for fact in shown.entries[1].facts] == ["oak/keepers.", AT_THE_FORGE]


def test_of_roles_that_nearly_all_go_on_no_years_are_given(tmp_path: Path) -> None:
    lines = "".join(f"/{folder}/ @ada\n" for folder in "abcdef")
    shown = panel(report_on(made(tmp_path / "lasting", {".github/CODEOWNERS": lines})), "roles-tenure")
    assert (shown.points, shown.caveat) == ((), "")


def test_comings_and_goings_are_counted_by_year(tmp_path: Path) -> None:
    """Ada and Bob begin on 14 November 2023, Cleo a day later, when Ada ends: 3 (with Bob twice: 4) begin."""
    place = made(tmp_path / "teams", teams("ada", "bob"), teams("cleo", "bob"))
    points = {(one.period, one.label): one.value for one in panel(report_on(place), "roles-changes").points}
    assert points["2023", "began"] == 4
    assert points["2023", "ended"] == 1
    assert points["2024", "began"] == 0


def test_of_few_roles_there_is_no_turnover_and_that_is_said(tmp_path: Path) -> None:
    shown = panel(report_on(made(tmp_path / "few", teams("ada", "cleo"))), "roles-turnover")
    assert shown.points == ()
    assert "of fewer a share says nothing" in str(shown.missing)


def test_one_person_in_one_role_is_counted_without_a_plural(tmp_path: Path) -> None:
    report = report_on(made(tmp_path / "one", {"MAINTAINERS.md": "- @ada\n"}))
    assert str(panel(report, "roles-held").headline) == (
        "People in roles: 1. Roles they hold: 1, none with a decision."
    )


def test_who_works_much_without_a_role_is_counted_and_never_named(lively: Report) -> None:
    shown = panel(lively, "roles-at-work")
    assert shown.entries == ()
    assert {one.label.partition(",")[0] for one in shown.points} == {"in a role", "in no role"}


def test_compliance_counts_silent_people_in_roles_and_names_nobody(tmp_path: Path) -> None:
    repository = Repository.create(tmp_path / "quiet")
    ada = "Ada <1+ada@users.noreply.github.com>"
    repository.commit(ada, files={"MAINTAINERS.md": "- @ada\n", "a.py": "x = 1\n"}, at=START)
    repository.commit("Bob <bob@example.org>", files={"a.py": "x = 3\n"}, at=NOW - DAY)
    rows = {row.id: row for row in panel(report_on(repository.place), "compliance-cncf-graduation").entries}
    row = rows["governance-up-to-date"]
    assert row.state == "No"
    assert [str(fact) for fact in row.facts] == [
        "People in roles who are known in the commits: 1. Silent for 12 months or longer: 1."
    ]


def test_employers_are_only_those_that_are_stated(lively: Report, tmp_path: Path) -> None:
    assert "state no employers" in str(panel(lively, "roles-employers").missing)
    rows = "| Ada | @ada | Acme |\n| Bob | @bob | Acme |\n| Cleo | @cleo | |\n"
    table = f"| Name | GitHub | Company |\n|---|---|---|\n{rows}"
    report = report_on(made(tmp_path / "table", {"MAINTAINERS.md": f"# Maintainers\n\n{table}"}))
    points = {one.label: one.value for one in panel(report, "roles-employers").points}
    assert points == {"Acme": 2.0, "not stated": 1.0}


# Proposals


def test_the_pipeline_counts_every_proposal_on_two_axes(lively: Report) -> None:
    points = {(one.label, one.part): one.value for one in panel(lively, "proposals-pipeline").points}
    assert sum(points.values()) == 6
    assert points["accepted", "delivered"] == 1
    assert points["accepted", "none"] == 2
    assert points["draft", "not said"] == 2


def test_the_documents_own_words_are_kept(lively: Report) -> None:
    assert {one.label: one.value for one in panel(lively, "proposals-words").points} == {
        "Draft": 2, "Accepted": 2, "Final": 1, "Rejected": 1,
    }  # fmt: skip


def test_what_waits_is_listed_with_its_way(lively: Report) -> None:
    said = words(panel(lively, "proposals-waiting"))
    assert "PEP 5: Proposal 5" in said
    assert "PEP 4: Proposal 4" not in said
    assert "Unchanged since 2023-11-14." in said


def test_few_answers_give_no_median(lively: Report) -> None:
    latest = next(one for one in panel(lively, "proposals-latency").points if one.period == "2023")
    assert (latest.value, latest.n) == (None, 3)


def test_a_change_beside_the_process_is_named(tmp_path: Path) -> None:
    late = {"peps/pep-0003.rst": PEP % (3, "Proposal 3", "Accepted")}
    report = report_on(made(tmp_path / "peps", proposals(), late))
    said = words(panel(report, "proposals-process"))
    assert "PEP 3: Proposal 3" in said
    assert any("“rejected”" in one for one in said)


def test_a_history_beside_no_process_is_good_news(lively: Report) -> None:
    assert str(panel(lively, "proposals-process").headline).startswith("No change of status")


# Decisions


def test_an_open_decision_says_until_when_what_it_lacks_and_by_which_rule(lively: Report) -> None:
    (entry,) = panel(lively, "decisions-open").entries
    assert (str(entry.title), entry.state) == ("0002: Cleo becomes a maintainer", "open")
    assert [str(fact) for fact in entry.facts] == [
        "It closes on 2026-05-05, in 3 days.", "Still missing:", "1 voted yes; needed: 2.",
    ]  # fmt: skip
    assert "At least 2 vote yes." in map(str, entry.details)
    assert "People who may vote: 2." in map(str, entry.details)


def test_a_decision_past_its_time_waits_to_be_closed(tmp_path: Path) -> None:
    report = report_on(made(tmp_path / "late", own_files(closes_in=-2), is_alive=True))
    (entry,) = panel(report, "decisions-open").entries
    assert entry.state == "to be closed"
    assert "waits for `folkmoot decide close`" in str(entry.facts[0])


def test_closed_decisions_and_votes_on_record_stand_with_their_rule(lively: Report) -> None:
    shown = panel(lively, "decisions-closed")
    assert [(str(entry.title), entry.state) for entry in shown.entries] == [
        ("0001: The community begins", "founded"),
        ("A Vote for Dan as Harbour Maintainer", "no result"),
        ("A Vote for Cleo as Harbour Maintainer", "recorded"),
    ]
    said = words(shown)
    assert "2 said yes, 0 no, 0 abstained." in said
    assert "The record does not say by which rule it was decided." in said
    assert "ada became maintainer." in said
    assert str(shown.headline) == "Votes on record: 2; records that hold no result: 1."


def test_a_written_rule_is_said_and_what_the_record_lacks_for_it(tmp_path: Path) -> None:
    rules = (
        "# Governance\n\n* **Consensus** requires 3 binding +1 votes and no binding vetoes.\n\n"
        "| Action | Approval | Binding Voters | Minimum Length (days) |\n|---|---|---|---|\n"
        "| New Maintainer | Consensus | Maintainers | 3 |\n"
    )
    report = report_on(
        made(tmp_path / "rules", {"GOVERNANCE.md": rules, "votes/0001-cleo.md": VOTE % "Cleo"})
    )
    said = words(panel(report, "decisions-closed"))
    assert "By the rule for “New Maintainer” in GOVERNANCE.md, line 7:" in said
    assert "Binding votes that say yes: 3 or more." in said
    assert "The record marks 2 as binding, where 3 are needed." in said


def election(settings: str = "", ballots: str = "") -> dict[str, str]:
    text = f"name: Harbour Election\nno_winners: 1\n{settings}"
    return {"elections/2026/election.yaml": text} | (
        {"elections/2026/ballots.csv": ballots} if ballots else {}
    )


def test_an_election_is_counted_again(tmp_path: Path) -> None:
    """Ada is before Bob on two of three ballots."""
    files = election(ballots="ada,bob\n1,2\n1,2\n2,1\n")
    said = words(panel(report_on(made(tmp_path / "election", files)), "decisions-closed"))
    assert "Ballots: 3; options: 2." in said
    assert "So counted, the first is: “ada”" in said


def test_a_tie_is_told_as_one(tmp_path: Path) -> None:
    files = election(ballots="ada,bob\n1,2\n2,1\n")
    said = words(panel(report_on(made(tmp_path / "tie", files)), "decisions-closed"))
    assert any("it is a tie" in one for one in said)


def test_an_announced_election_is_open_until_it_ends(tmp_path: Path) -> None:
    files = election("start_datetime: 2026-04-20 00:00:01\nend_datetime: 2026-05-10 11:59:59\n")
    report = report_on(made(tmp_path / "announced", files, is_alive=True))
    (entry,) = panel(report, "decisions-open").entries
    assert (str(entry.title), entry.state) == ("Harbour Election", "open")
    assert str(entry.facts[0]).startswith("Voting ends on 2026-05-10, in ")
    assert raised(report, "votes-closing")[0] == "A vote closes on 2026-05-10."


def test_templates_are_no_records_and_a_name_with_the_word_is_one(tmp_path: Path) -> None:
    files = {"votes/TEMPLATE.md": VOTE % "X", "votes/0179-move-match-template.md": VOTE % "Cleo"}
    shown = panel(report_on(made(tmp_path / "votes", files)), "decisions-closed")
    assert [entry.id for entry in shown.entries] == ["votes/0179-move-match-template.md"]


def test_files_that_contradict_one_another_are_not_believed(tmp_path: Path) -> None:
    files = own_files()
    person = ".folkmoot/people/eve.toml"
    forged = files | {person: b'[[roles]]\nrole = "maintainer"\ndecision = 1\nsince = 2026-01-01\n'}
    shown = panel(report_on(made(tmp_path / "forged", forged)), "decisions-open")
    assert "`folkmoot verify` names everything" in str(shown.missing)
    assert shown.entries == ()


def test_a_file_that_cannot_be_read_stops_belief_too(tmp_path: Path) -> None:
    broken = own_files() | {".folkmoot/decisions/0009-x.md": b"no terms"}
    assert panel(report_on(made(tmp_path / "broken", broken)), "decisions-open").missing


# The agenda


def test_the_agenda_names_votes_that_close(lively: Report) -> None:
    assert raised(lively, "votes-closing") == [
        "A vote closes on 2026-05-05.", "0002: Cleo becomes a maintainer: until 2026-05-05.",
    ]  # fmt: skip


def test_the_agenda_names_votes_nobody_closed(tmp_path: Path) -> None:
    report = report_on(made(tmp_path / "late", own_files(closes_in=-2), is_alive=True))
    assert raised(report, "votes-closing")[0] == "Votes past their time that nobody has closed: 1."


def test_a_vote_far_off_is_not_urgent(tmp_path: Path) -> None:
    files = election("start_datetime: 2026-04-20 00:00:01\nend_datetime: 2026-09-10 11:59:59\n")
    assert raised(report_on(made(tmp_path / "far", files, is_alive=True)), "votes-closing") == []


def test_the_agenda_names_terms_that_end(tmp_path: Path) -> None:
    text = '[[roles]]\nrole = "maintainer"\ndecision = 1\nsince = 2025-06-01\nuntil = %s\n'
    files = {
        ".folkmoot/people/ada.toml": text % "2026-06-01",
        ".folkmoot/people/bob.toml": text % "2026-04-01",
    }
    said = raised(report_on(made(tmp_path / "terms", files, is_alive=True)), "terms-ending")
    assert said[0] == "Terms that end within two months or are over already: 2."
    assert said[1:] == ["bob, maintainer: ended on 2026-04-01.", "ada, maintainer: until 2026-06-01."]


def test_the_agenda_names_proposals_that_wait(tmp_path: Path) -> None:
    report = report_on(made(tmp_path / "peps", proposals(), is_alive=True))
    said = raised(report, "proposals-waiting")
    assert said[0] == "3 of 3 undecided proposals have not changed for over 365 days."
    assert said[1] == "PEP 4: Proposal 4: unchanged for 900 days."


def test_fresh_proposals_are_left_in_peace(tmp_path: Path) -> None:
    report = report_on(made(tmp_path / "peps", proposals()), now=community.START + 30 * community.DAY)
    assert raised(report, "proposals-waiting") == []


def test_the_new_rules_want_attention_and_are_no_praise(lively: Report) -> None:
    names = {"votes-closing", "terms-ending", "proposals-waiting"}
    assert names <= {rule.id for rule in all_rules()}
    findings = [one for one in panel(lively, "agenda").findings if one.id in names]
    assert findings
    assert all(one.outcome is Outcome.NO and one.remedy and one.why for one in findings)
    assert len(panel(lively, "agenda").findings) <= 7


# Aliases, hostile content, every format


def everything(report: Report) -> str:
    pages = tuple(one for one in report.pages if one.slug in GOVERNING)
    return render(replace(report, pages=pages), "json")


@pytest.mark.parametrize("name", ["ada", "cleo", "Cleo", "Dan", "bob", "Proposal 5", "votes/0001-cleo.md"])
def test_aliases_leave_no_name(name: str, tmp_path: Path) -> None:
    place = made(tmp_path / "lively", *STEPS, is_alive=True)
    assert name in everything(report_on(place))
    hidden = json.loads(everything(report_on(place, aliases=Aliases())))
    texts = json.dumps([
        (entry["id"], entry["title"], entry["state"], entry["facts"], entry["details"])
        for page in hidden["pages"] for one in page["panels"] for entry in one["entries"]
    ])  # fmt: skip
    assert f"{name}" not in texts.replace("`folkmoot roles why HANDLE`", "")


def test_hostile_words_are_bounded_and_harmless_in_every_format(tmp_path: Path) -> None:
    title = HOSTILE.replace("\n", " ")
    files = (
        proposals()
        | {"peps/pep-0007.rst": PEP % (7, title, "Draft <img src=x onerror=alert(1)>")}
        | {f"votes/{number:04d}-x.md": VOTE % title for number in range(50)}
        | {".github/CODEOWNERS": "* @ada\n" + "".join(f"/a{n} @user{n}\n" for n in range(200))}
    )
    report = report_on(made(tmp_path / "hostile", files))
    page_of_html = render(report, "html")
    assert "<script" not in page_of_html
    assert "<img" not in page_of_html
    assert "\u202e" not in page_of_html
    for one in (one for shown in report.pages if shown.slug in GOVERNING for one in shown.panels):
        assert len(one.entries) <= 60
        assert all(len(said) < 1500 for said in words(one))
        assert "<script" not in panel_svg(one)
    assert all("x" * 700 not in render(report, name) for name in formats())


def numbers(one: Panel) -> list[float]:
    return [point.value for point in one.points if point.value is not None]


def test_every_format_shows_the_same_numbers_and_entries(lively: Report) -> None:
    pages = tuple(page for page in lively.pages if page.slug in GOVERNING)
    small = replace(lively, pages=pages)
    texts = {name: render(small, name) for name in formats()}
    data = {one["id"]: one for page in json.loads(texts["json"])["pages"] for one in page["panels"]}
    rows = [line.split(",") for line in texts["csv"].splitlines()[1:]]
    for one in (one for shown in pages for one in shown.panels):
        assert [p["value"] for p in data[one.id]["points"] if p["value"] is not None] == numbers(one)
        assert len([row for row in rows if row[1] == one.id]) == len(one.points) + len(one.entries)
        assert len(data[one.id]["entries"]) == len(one.entries)
        assert f'id="{one.id}"' in texts["html"]
        assert f"#{one.id}" in texts["text"]
        for entry in one.entries:
            assert str(entry.title) in texts["html"].replace("&#39;", "'")
            assert str(entry.title).split()[-1] in texts["text"]


# What is remembered


def test_a_second_report_says_the_same_out_of_what_was_remembered(tmp_path: Path) -> None:
    place = made(tmp_path / "lively", *STEPS, is_alive=True)
    first = everything(report_on(place))
    assert len(list((tmp_path / "cache" / "folkmoot" / "remembered").glob("*.json"))) == 4
    assert everything(report_on(place)) == first


@pytest.mark.parametrize("damage", [b"", b"[]", b'{"form": 1}', b'{"form": 1, "key": [], "value": [[1]]}'])
def test_what_is_damaged_is_worked_out_again(damage: bytes, tmp_path: Path) -> None:
    place = made(tmp_path / "lively", *STEPS, is_alive=True)
    first = everything(report_on(place))
    for file in (tmp_path / "cache" / "folkmoot" / "remembered").glob("*.json"):
        file.write_bytes(damage)
    assert everything(report_on(place)) == first


def test_another_commit_is_read_anew(tmp_path: Path) -> None:
    place = made(tmp_path / "one", proposals())
    report_on(place)
    report = report_on(made(tmp_path / "two", proposals(), {"peps/pep-0005.rst": PEP % (5, "P", "Final")}))
    assert len(panel(report, "proposals-waiting").entries) == 2


def test_a_clone_without_contents_is_not_said_to_have_no_votes(tmp_path: Path) -> None:
    source = Repository.create(tmp_path / "made")
    source.commit(files={"votes/0001-cleo.md": VOTE})
    place = source.clone(tmp_path / "clone", "--bare", "--filter=blob:none")
    said = str(page(report_on(place, slugs=("decisions",)), "decisions").lede)
    assert "are not in this clone, so that what they say is not known" in said


def test_votes_that_tests_are_made_of_are_no_decisions(tmp_path: Path) -> None:
    files = {"tests/fuzz/seeds/votes/0001-cleo.md": VOTE % "Cleo", "README.md": "# Moot\n"}
    report = report_on(made(tmp_path / "seeds", files))
    assert "decisions" not in {page.slug for page in report.pages}
