"""Lists of bodies: tables in CSV, groups in sigs.yaml, and the files of security."""

from __future__ import annotations

import pytest

from folkmoot.govern.roles.forms import form_of
from govern.roles.reading import read, said

# -- tables in CSV -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("steering.csv", "steering member"),
        ("governance/council.csv", "council member"),
        ("docs/committee.csv", "committee member"),
        ("tsc.csv", "tsc member"),
        ("core.csv", "core member"),
        ("board.csv", "board member"),
        ("maintainers.csv", "maintainer"),
        ("committers.csv", "committer"),
        ("members.csv", "member"),
        ("emeritus.csv", "emeritus member"),
    ],
)
def test_the_name_of_a_table_is_the_role(path: str, role: str) -> None:
    assert said(read(path, "github\nada\n")) == [(role, "", "ada", 2)]


@pytest.mark.parametrize("path", ["src/steering.csv", "ballots.csv", "steering.txt", "my-steering.csv"])
def test_other_tables_are_none(path: str) -> None:
    found = form_of(path)
    assert found is None or found.name != "people-table"


@pytest.mark.parametrize("column", ["github_username", "GitHub", " handle ", "username", "login"])
def test_names_of_the_column_of_accounts(column: str) -> None:
    assert said(read("steering.csv", f"name,{column}\nAda,@Ada\n")) == [("steering member", "", "ada", 2)]


@pytest.mark.parametrize(
    "column", ["funder", "employer", "affiliation", "company", "organization", "Organisation"]
)
def test_names_of_the_column_of_employers(column: str) -> None:
    (found,) = read("steering.csv", f"github,{column}\nada,Acme\n").listings
    assert found.holder.employer == "Acme"


def test_terms_are_days() -> None:
    text = "github,joined,term ends\nada,2026-01-05,2026-12\nbob,soon,2026-13-01\n"
    ada, bob = read("steering.csv", text).listings
    assert (ada.since, ada.until) == ("2026-01-05", "2026-12-31")
    assert (bob.since, bob.until) == ("", "")


def test_who_has_an_address_only_is_known_by_it() -> None:
    assert said(read("steering.csv", "name,email\nAda,ada@example.org\nBob,\n")) == [
        ("steering member", "", "ada@example.org", 2), ("steering member", "", "bob", 3),
    ]  # fmt: skip


def test_short_rows_lack_what_they_lack() -> None:
    (found,) = read("steering.csv", "github,name,employer\nada\n").listings
    assert (found.holder.key, found.holder.name, found.holder.employer) == ("ada", "", "")


def test_a_cell_over_several_lines_ends_where_it_ends() -> None:
    assert [line for *_, line in said(read("steering.csv", 'name,github\n"A\nB",ada\nC,bob\n'))] == [3, 4]


def test_a_header_without_accounts_is_told_at_once() -> None:
    reading = read("steering.csv", "name,term\nAda,2026\n")
    assert reading.is_broken
    assert (reading.problems[0].line, str(reading.problems[0].what)) == (1, "The header names no account.")


# -- sigs.yaml ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "role"),
    [("chairs", "chair"), ("tech_leads", "tech lead"), ("vice_chairs", "vice chair"), ("leads", "lead"),
     ("emeritus_leads", "emeritus lead")],
)  # fmt: skip
def test_the_lists_of_leaders(key: str, role: str) -> None:
    text = f"sigs:\n- dir: sig-docs\n  leadership:\n    {key}:\n    - github: ada\n"
    assert said(read("sigs.yaml", text)) == [(role, "sig-docs", "ada", 5)]


def test_a_group_without_a_folder_is_called_by_its_name() -> None:
    text = "sigs:\n- name: Docs\n  leadership:\n    chairs:\n    - github: ada\n"
    assert said(read("sigs.yml", text)) == [("chair", "Docs", "ada", 5)]


def test_leads_of_old_are_the_chairs_of_today() -> None:
    text = "sigs:\n- name: Docs\n  leads:\n  - github: ada\n    name: Ada\n    company: n/a\n"
    reading = read("sigs.yaml", text)
    assert said(reading) == [("chair", "Docs", "ada", 4)]
    assert (reading.listings[0].holder.name, reading.listings[0].holder.employer) == ("Ada", "")


def test_who_has_no_account_is_left_out() -> None:
    text = "sigs:\n- dir: a\n  leadership:\n    chairs:\n    - name: Ada\n    - bob\n    - github: cleo\n"
    assert [who for _, _, who, _ in said(read("sigs.yaml", text))] == ["cleo"]


def test_a_file_without_groups_names_nobody() -> None:
    reading = read("sigs.yaml", "# to come\nsigs: []\n")
    assert (reading.listings, reading.is_broken) == ([], False)


def test_the_line_of_what_is_wrong_is_that_of_the_file() -> None:
    text = (
        "# head\nsigs:\n- dir: a\n  leadership:\n    chairs:\n    - github: ada\n"
        "- dir: b\n  leadership:\n    chairs: [\n"
    )
    reading = read("sigs.yaml", text)
    assert reading.is_broken
    assert reading.problems[0].line >= 7
    assert [who for _, _, who, _ in said(reading)] == ["ada"]


# -- SECURITY-INSIGHTS and SECURITY_CONTACTS ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("project:\n  administrators:\n  - {name: Ada}\n", "administrator"),
        ("repository:\n  core-team:\n  - {name: Ada}\n", "core team member"),
        ("project:\n  vulnerability-reporting:\n    contact: {name: Ada}\n", "security contact"),
        ("repository:\n  security:\n    champions:\n    - {name: Ada}\n", "security champion"),
        ("project-lifecycle:\n  core-maintainers:\n  - github:Ada\n", "core maintainer"),
        ("security-contacts:\n- type: email\n  value: Ada\n", "security contact"),
    ],
)
def test_places_of_people(text: str, role: str) -> None:
    assert [(name, who) for name, _, who, _ in said(read("SECURITY-INSIGHTS.yml", text))] == [(role, "ada")]


def test_everything_about_somebody_is_kept() -> None:
    text = (
        "repository:\n  core-team:\n  - name: Ada Example\n    affiliation: Acme\n"
        "    email: ada@example.org\n    social: https://github.com/Ada\n"
        "  - affiliation: n/a\n    social: bob\n"
    )
    ada, bob = (each.holder for each in read("security-insights.yaml", text).listings)
    assert (ada.handle, ada.name, ada.email, ada.employer) == (
        "Ada", "Ada Example", "ada@example.org", "Acme",
    )  # fmt: skip
    assert (bob.handle, bob.employer) == ("bob", "")


@pytest.mark.parametrize(
    "path", ["SECURITY-INSIGHTS.yml", "security_insights.yaml", ".github/security-insights.yml",
             ".gitlab/security-insights.yml", "docs/security-insights.yml"]
)  # fmt: skip
def test_where_they_stand(path: str) -> None:
    found = form_of(path)
    assert found is not None
    assert found.name == "security-insights"


@pytest.mark.parametrize("text", ["- a\n", "project: 3\n", "project:\n  administrators: {}\n", "", "null\n"])
def test_other_shapes_name_nobody(text: str) -> None:
    reading = read("SECURITY-INSIGHTS.yml", text)
    assert (reading.listings, reading.is_broken) == ([], False)


def test_contacts_are_one_to_a_line() -> None:
    reading = read("SECURITY_CONTACTS", "# who\nada\n\nbob@example.org  # at night\nnot a handle\n@cleo\n")
    assert [(who, line) for _, _, who, line in said(reading)] == [
        ("ada", 2), ("bob@example.org", 4), ("cleo", 6),
    ]  # fmt: skip
    assert [(each.line, str(each.what)) for each in reading.problems] == [(5, "'not a handle' is no handle.")]


# -- our own people ----------------------------------------------------------------------------------------


def own(text: str) -> list[tuple[str, str, str, str, str]]:
    reading = read(".folkmoot/people/ada.toml", text)
    return [(e.role.name, e.role.scope, e.since, e.until, e.decision) for e in reading.listings]


def test_a_role_of_one_s_own_has_a_scope_and_a_term() -> None:
    text = '[[roles]]\nrole = "lead"\nscope = "docs"\nsince = 2026-01-05\nuntil = 2026-12-31\ndecision = 3\n'
    assert own(text) == [("lead", "docs", "2026-01-05", "2026-12-31", "0003")]


def test_a_role_that_was_taken_is_a_past_one() -> None:
    text = '[[roles]]\nrole = "lead"\nsince = 2026-01-05\nuntil = 2026-12-31\nended = 2026-06-01\n'
    assert own(text) == [("emeritus lead", "", "2026-01-05", "2026-06-01", "")]


def test_a_decision_may_have_a_name() -> None:
    assert own('[[roles]]\nrole = "lead"\ndecision = "0003-ada"\n')[0][-1] == "0003-ada"


@pytest.mark.parametrize(
    ("employers", "employer"),
    [
        ('[[employers]]\norganisation = "Acme"\n', "Acme"),
        ('[[employers]]\norganisation = ""\n', "independent"),
        ('[[employers]]\norganisation = "Acme"\nuntil = 2025-12-31\n', ""),
        ('[[employers]]\norganisation = "Acme"\nuntil = 2025-12-31\n[[employers]]\norganisation = "Birch"\n',
         "Birch"),
        ("employers = 3\n", ""),
    ],
)  # fmt: skip
def test_the_employer_is_the_one_without_an_end(employers: str, employer: str) -> None:
    (ada,) = read(".folkmoot/people/ada.toml", f'name = "Ada"\n{employers}').people
    assert (ada.handle, ada.name, ada.employer) == ("ada", "Ada", employer)


def test_a_role_without_its_name_is_told_by_its_number() -> None:
    text = '[[roles]]\nrole = "lead"\n[[roles]]\nsince = 2026-01-05\n[[roles]]\nrole = 3\n'
    problems = read(".folkmoot/people/ada.toml", text).problems
    assert [str(each.what) for each in problems] == ["Role 2 has no `role`.", "Role 3 has no `role`."]
