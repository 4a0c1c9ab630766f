"""Each dialect of roles, on invented files: what is read, with which line, and what is refused.

Long because every dialect is here beside the others, so that a new one sees what the old ones promise.
"""

from __future__ import annotations

import pytest

from folkmoot.govern.roles.forms import all_forms, form_of
from govern.roles.reading import read, said


def test_forms_are_found_and_have_distinct_names() -> None:
    names = [form.name for form in all_forms()]
    assert len(names) == len(set(names)) >= 12


def test_a_path_that_is_no_file_of_roles_has_no_form() -> None:
    assert form_of("src/owners.py") is None
    assert form_of("vendor/lib/OWNERS") is None


# -- OWNERS ------------------------------------------------------------------------------------------------


def test_owners_of_a_folder() -> None:
    reading = read(
        "pkg/api/OWNERS",
        "approvers:\n- ada\n- storage-leads\nreviewers: [bob]\nemeritus_approvers:\n- cleo\n",
    )
    assert said(reading) == [
        ("approver", "pkg/api", "ada", 2),
        ("approver", "pkg/api", "storage-leads", 3),
        ("reviewer", "pkg/api", "bob", 4),
        ("emeritus approver", "pkg/api", "cleo", 6),
    ]


def test_owners_filters_narrow_the_scope() -> None:
    reading = read(
        "pkg/OWNERS", 'filters:\n  ".*":\n    approvers: [ada]\n  "\\\\.md$":\n    reviewers: [bob]\n'
    )
    assert [(role, scope, who) for role, scope, who, _ in said(reading)] == [
        ("approver", "pkg", "ada"),
        ("reviewer", "pkg/\\.md$", "bob"),
    ]


def test_owners_handles_stay_text() -> None:
    assert [who for _, _, who, _ in said(read("OWNERS", "approvers: [no, 1e5, 007]\n"))] == [
        "no",
        "1e5",
        "007",
    ]


@pytest.mark.parametrize(
    "text",
    ["approvers: [ada\n", "a: &x [ada]\napprovers: *x\n", "- ada\n", "approvers: " + "[" * 60 + "]" * 60],
)
def test_owners_that_cannot_be_read_are_broken(text: str) -> None:
    reading = read("OWNERS", text)
    assert reading.is_broken
    assert reading.listings == []


def test_owners_names_the_line_of_what_is_no_handle() -> None:
    reading = read("OWNERS", "approvers:\n- ada\n- not a handle\n")
    assert [who for _, _, who, _ in said(reading)] == ["ada"]
    assert reading.problems[0].line == 3


def test_owners_in_lines() -> None:
    reading = read("net/OWNERS", "# the net\nada@example.org\nper-file *.md=bob@example.org\nset noparent\n")
    assert said(reading) == [
        ("approver", "net", "ada@example.org", 2),
        ("approver", "net/*.md", "bob@example.org", 3),
    ]


def test_aliases_are_groups() -> None:
    assert said(read("OWNERS_ALIASES", "aliases:\n  storage-leads:\n  - Ada\n  - bob\n")) == [
        ("member of alias", "storage-leads", "ada", 3),
        ("member of alias", "storage-leads", "bob", 4),
    ]


# -- CODEOWNERS --------------------------------------------------------------------------------------------


def test_codeowners_lists_handles_teams_and_addresses() -> None:
    reading = read(".github/CODEOWNERS", "* @Ada @org/team bob@example.org plain\n")
    assert said(reading) == [
        ("code owner", "*", "ada", 1),
        ("code owner", "*", "org/team", 1),
        ("code owner", "*", "bob@example.org", 1),
    ]
    assert [each.holder.is_group for each in reading.listings] == [False, True, False]
    assert reading.problems[0].line == 1


def test_a_pattern_written_twice_counts_with_its_last_line() -> None:
    assert said(read("CODEOWNERS", "* @ada\n/x @bob\n* @cleo\n")) == [
        ("code owner", "/x", "bob", 2),
        ("code owner", "*", "cleo", 3),
    ]


def test_sections_give_defaults() -> None:
    reading = read(".gitlab/CODEOWNERS", "[Docs][2] @ada\n/docs\n/api @bob\n^[Optional]\n/x\n")
    assert [(scope, who) for _, scope, who, _ in said(reading)] == [("/docs", "ada"), ("/api", "bob")]


def test_only_the_first_codeowners_is_in_force() -> None:
    form = form_of("CODEOWNERS")
    assert form is not None
    assert list(form.in_force({"CODEOWNERS", "docs/CODEOWNERS", ".github/CODEOWNERS"})) == [
        ".github/CODEOWNERS"
    ]


# -- prose -------------------------------------------------------------------------------------------------


def test_a_table_of_maintainers() -> None:
    reading = read(
        "MAINTAINERS.md",
        "# Maintainers\n\n| Name | GitHub | Affiliation | Area |\n|---|:--|---|---|\n"
        "| Ada <ada@example.org> | [ada](https://github.com/ada) | Acme | storage |\n| Bob | @bob | - | |\n",
    )
    assert said(reading) == [("maintainer", "storage", "ada", 5), ("maintainer", "", "bob", 6)]
    ada = reading.listings[0].holder
    assert (ada.name, ada.email, ada.employer) == ("Ada", "ada@example.org", "Acme")
    assert reading.listings[1].holder.employer == ""


def test_a_row_without_an_account_is_named() -> None:
    reading = read("MAINTAINERS.md", "| Name | GitHub |\n|---|---|\n| Ada | |\n")
    assert reading.listings == []
    assert reading.problems[0].line == 3


def test_lists_of_maintainers_and_emeriti() -> None:
    text = (
        "# Maintainers\n\n* [Ada](https://github.com/ada) (Acme)\n"
        "* Bob <bob@example.org>\n- @cleo\n\n## Emeritus\n\n- @dora\n"
    )
    reading = read("docs/MAINTAINERS.md", text)
    assert said(reading) == [
        ("maintainer", "", "ada", 3),
        ("maintainer", "", "bob@example.org", 4),
        ("maintainer", "", "cleo", 5),
        ("emeritus member", "", "dora", 9),
    ]
    assert reading.listings[0].holder.employer == "Acme"
    assert reading.listings[3].role.is_past


def test_sentences_name_nobody() -> None:
    text = (
        "# Maintainers\n\n- please ask @ada before you merge anything\n\n"
        "Thanks to @bob.\n\n```\n- @cleo\n```\n"
    )
    assert read("MAINTAINERS.md", text).listings == []


def test_a_governance_document_counts_only_below_a_body() -> None:
    text = (
        "# Governance\n\n- @nobody\n\n## Steering Committee\n\n"
        "| Name | GitHub | Term ends |\n|--|--|--|\n| Ada | ada | 2026-06 |\n"
        "\n## Voting\n\n- @bob\n"
    )
    reading = read("GOVERNANCE.md", text)
    assert said(reading) == [("steering committee", "", "ada", 9)]
    assert reading.listings[0].until == "2026-06-30"


# -- teams -------------------------------------------------------------------------------------------------


def test_a_rust_team() -> None:
    text = (
        'name = "storage"\n[people]\nleads = ["ada"]\nmembers = [\n  "ada",\n'
        '  { github = "bob", roles = ["on-call"] },\n]\nalumni = ["cleo"]\n'
    )
    reading = read("teams/storage.toml", text)
    assert [(role, who) for role, _, who, _ in said(reading)] == [
        ("lead", "ada"),
        ("member", "ada"),
        ("member", "bob"),
        ("on call", "bob"),
        ("emeritus member", "cleo"),
    ]
    assert [line for _, _, _, line in said(reading)] == [3, 5, 6, 6, 8]


def test_a_rust_person_completes_others() -> None:
    reading = read("people/ada.toml", "name = 'Ada'\ngithub = 'ada'\nemail = 'ada@example.org'\n")
    assert reading.listings == []
    assert reading.people[0].email == "ada@example.org"


def test_broken_toml_names_its_line() -> None:
    reading = read("teams/storage.toml", 'name = "storage"\n[people\n')
    assert reading.is_broken
    assert reading.problems[0].line == 2


def test_a_team_in_json() -> None:
    text = (
        '{\n "_comment": ["x"],\n "maintainers": [\n  "Ada"\n ],\n'
        ' "reviewers": ["bob", 3],\n "repositories": ["pd"]\n}'
    )
    reading = read("teams/pd/team.json", text)
    assert said(reading) == [("maintainer", "pd", "ada", 4), ("reviewer", "pd", "bob", 6)]
    assert len(reading.problems) == 1


def test_json_with_a_comma_too_many() -> None:
    reading = read("teams/pd/team.json", '{\n "maintainers": ["ada",]\n}')
    assert reading.is_broken
    assert reading.problems[0].line == 2


def test_a_team_in_yaml_names_its_decisions() -> None:
    text = "name: docs\nmembers:\n  ada: https://example.org/1\n  bob:\nemeritus:\n  - cleo\n"
    reading = read("teams/docs.yml", text)
    assert said(reading) == [
        ("member", "docs", "ada", 3),
        ("member", "docs", "bob", 4),
        ("emeritus member", "docs", "cleo", 6),
    ]
    assert reading.listings[0].decision == "https://example.org/1"


def test_a_table_of_office_holders() -> None:
    text = "github_username,email,name,funder\nada,ada@example.org,Ada,Acme\nbob,,Bob,\n"
    reading = read("steering.csv", text)
    assert said(reading) == [("steering member", "", "ada", 2), ("steering member", "", "bob", 3)]
    assert reading.listings[0].holder.employer == "Acme"
    assert read("steering.csv", "a,b\n1,2\n").is_broken


def test_security_insights_of_both_versions() -> None:
    old = (
        "header:\n  schema-version: 1.0.0\nproject-lifecycle:\n  core-maintainers:\n"
        "  - github:ada\nsecurity-contacts:\n- type: email\n  value: s@example.org\n"
    )
    assert [(role, who) for role, _, who, _ in said(read("SECURITY-INSIGHTS.yml", old))] == [
        ("core maintainer", "ada"),
        ("security contact", "s@example.org"),
    ]
    new = (
        "repository:\n  core-team:\n  - name: Ada\n    affiliation: Acme\n"
        "    social: https://github.com/ada\n"
    )
    reading = read(".github/security-insights.yml", new)
    assert [(role, who) for role, _, who, _ in said(reading)] == [("core team member", "ada")]
    assert reading.listings[0].holder.employer == "Acme"


def test_security_contacts() -> None:
    assert said(read("SECURITY_CONTACTS", "# who\n\nada # lead\n")) == [("security contact", "", "ada", 3)]


GROUPS = """\
sigs:
- dir: sig-storage
  name: Storage
  leadership:
    chairs:
    - github: ada
      name: Ada
      company: Acme
    tech_leads:
    - github: bob
      name: Bob
    emeritus_leads:
    - github: cleo
  subprojects:
  - name: csi
workinggroups:
- dir: wg-batch
  name: Batch
  leads:
  - github: dora
    name: Dora
"""


def test_groups_and_their_leads() -> None:
    reading = read("sigs.yaml", GROUPS)
    assert said(reading) == [
        ("chair", "sig-storage", "ada", 6),
        ("tech lead", "sig-storage", "bob", 10),
        ("emeritus lead", "sig-storage", "cleo", 13),
        ("chair", "wg-batch", "dora", 20),
    ]
    assert reading.listings[0].holder.employer == "Acme"


def test_groups_may_be_indented() -> None:
    indented = "\n".join(
        line if line.endswith("s:") and line[0] != " " else f"  {line}" for line in GROUPS.split("\n")
    )
    assert [who for _, _, who, _ in said(read("sigs.yaml", indented))] == ["ada", "bob", "cleo", "dora"]


def test_a_broken_group_breaks_the_version() -> None:
    reading = read("sigs.yaml", GROUPS.replace("    - github: bob", "   - github: bob"))
    assert reading.is_broken


def test_a_group_that_moves_down_is_read_at_its_new_lines() -> None:
    read("sigs.yaml", GROUPS)
    moved = read("sigs.yaml", GROUPS.replace("sigs:\n", "# Groups\n\nsigs:\n"))
    assert [line for _, _, _, line in said(moved)] == [8, 12, 15, 22]


def test_what_does_not_tell_of_leaders_is_not_parsed() -> None:
    reading = read("sigs.yaml", GROUPS.replace("  subprojects:", "  meetings: {[\n  subprojects:"))
    assert [who for _, _, who, _ in said(reading)] == ["ada", "bob", "cleo", "dora"]
    assert not reading.is_broken


def test_own_people_state_terms_and_decisions() -> None:
    text = (
        'name = "Ada"\n[[employers]]\norganisation = "Acme"\n[[roles]]\n'
        'role = "maintainer"\nsince = 2026-01-01\n'
        'until = 2027-12-31\ndecision = "0003"\n[[roles]]\nscope = "x"\n'
        '[[roles]]\nrole = "lead"\nuntil = 2027-12-31\nended = 2026-05-01\ndecision = 4\n'
    )
    reading = read(".folkmoot/people/ada.toml", text)
    listing, ended = reading.listings
    assert (ended.role.name, ended.until, ended.decision) == ("emeritus lead", "2026-05-01", "0004")
    assert (listing.holder.key, listing.since, listing.until, listing.decision) == (
        "ada",
        "2026-01-01",
        "2027-12-31",
        "0003",
    )
    assert listing.holder.employer == "Acme"
    assert len(reading.problems) == 1
