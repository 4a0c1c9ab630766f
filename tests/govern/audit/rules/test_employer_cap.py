"""Limits per employer held against the lists of people."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.check import Outcome
from govern.audit.moot import Moot, places

LIMIT = "\nNo more than 2 council members may have the same employer.\n"


def rows(*employers: str) -> str:
    lines = "".join(f"h{number},{name}\n" for number, name in enumerate(employers))
    return f"github,employer\n{lines}"


@pytest.mark.parametrize(
    ("employers", "outcome"),
    [
        (("Acme", "acme", "Acme", "Birch"), Outcome.NO),
        (("Acme", "Acme", "Birch", "Birch"), Outcome.YES),
        (("independent",) * 4, Outcome.YES),
        (("", "", ""), Outcome.UNKNOWN),
    ],
)
def test_a_limit_in_prose_is_held_against_the_list(
    tmp_path: Path, employers: tuple[str, ...], outcome: Outcome
) -> None:
    moot = Moot.create(tmp_path, {"council.csv": rows(*employers), "README.md": LIMIT})
    assert moot.ask("employer-cap").finding.outcome is outcome


def test_a_broken_limit_names_the_rule_and_its_line(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"council.csv": rows("Acme", "Acme", "Acme"), "GOVERNANCE.md": LIMIT})
    answer = moot.ask("employer-cap")
    assert places(answer) == ["GOVERNANCE.md:2"]
    assert str(answer.evidence[0].what).startswith(
        "3 of 3 people as council member work for Acme; the rule: “"
    )


def test_a_limit_about_somebody_else_is_unknown(tmp_path: Path) -> None:
    two = {"board.csv": rows("Acme", "Acme", "Acme"), "core.csv": rows("Acme", "Acme", "Acme")}
    moot = Moot.create(tmp_path, two | {"GOVERNANCE.md": LIMIT})
    assert moot.ask("employer-cap").finding.outcome is Outcome.UNKNOWN


def test_a_limit_of_ones_own_rules_counts(tmp_path: Path) -> None:
    own = (
        'format = 1\n[roles.council]\n[actions.elect]\nmethod = "schulze"\nseats = 3\nemployer_cap = 1\n'
        'electorate = ["council"]\nroles = ["council"]\n'
    )
    moot = Moot.create(tmp_path, {"council.csv": rows("Acme", "Acme"), ".folkmoot/governance.toml": own})
    assert places(moot.ask("employer-cap")) == [".folkmoot/governance.toml"]


OWN = (
    'format = 1\n[roles.council]\n[roles.board]\n[actions.elect]\nmethod = "schulze"\nseats = 3\n'
    'employer_cap = 1\nelectorate = ["council"]\nroles = ["council"]\n'
)


def test_a_limit_of_ones_own_rules_is_about_the_role_that_is_elected(tmp_path: Path) -> None:
    files = {
        ".folkmoot/governance.toml": OWN,
        "council.csv": rows("Acme", "Birch"),
        "board.csv": rows("Acme", "Acme", "Acme"),
    }
    moot = Moot.create(tmp_path, files)
    assert moot.ask("employer-cap").finding.outcome is Outcome.YES
    moot.made.commit(files={"council.csv": rows("Acme", "Birch", "acme")})
    (found,) = moot.ask("employer-cap").evidence
    assert str(found.what) == "2 of 3 people as council member work for Acme; the rule: “employer_cap = 1”."


def test_own_rules_that_cannot_be_read_limit_nobody_here(tmp_path: Path) -> None:
    """Another command names what is wrong with them."""
    files = {".folkmoot/governance.toml": "format = [", "council.csv": rows("Acme", "Acme")}
    assert Moot.create(tmp_path, files).ask("employer-cap").finding.outcome is Outcome.NOT_APPLICABLE


def test_an_election_without_a_limit_sets_none(tmp_path: Path) -> None:
    files = {
        ".folkmoot/governance.toml": OWN.replace("employer_cap = 1\n", ""),
        "council.csv": rows("Acme", "Acme"),
    }
    assert Moot.create(tmp_path, files).ask("employer-cap").finding.outcome is Outcome.NOT_APPLICABLE


def test_every_employer_above_the_limit_is_named_in_the_order_of_the_alphabet(tmp_path: Path) -> None:
    files = {"council.csv": rows(*["Birch"] * 3, *["Acme"] * 3, "Cedar"), "GOVERNANCE.md": LIMIT}
    answer = Moot.create(tmp_path, files).ask("employer-cap")
    assert [str(each.what).partition("; ")[0] for each in answer.evidence] == [
        "3 of 7 people as council member work for Acme",
        "3 of 7 people as council member work for Birch",
    ]


def test_one_body_whose_employers_are_stated_is_the_one_a_limit_without_a_name_is_about(
    tmp_path: Path,
) -> None:
    said = "\nNo more than 2 members may have the same employer.\n"
    files = {"council.csv": rows("Acme", "Acme", "Acme"), "GOVERNANCE.md": said}
    moot = Moot.create(tmp_path, {**files, "OWNERS": "approvers: [zoe]\n"})
    assert moot.ask("employer-cap").finding.outcome is Outcome.NO


def test_whom_an_unclear_limit_is_about_is_told_with_its_words(tmp_path: Path) -> None:
    two = {"board.csv": rows("Acme"), "core.csv": rows("Acme"), "GOVERNANCE.md": LIMIT}
    (found,) = Moot.create(tmp_path, two).ask("employer-cap").evidence
    assert str(found.what).startswith("“No more than 2 council members may have the same employer")
    assert found.place == "GOVERNANCE.md:2"


GROUPS = """\
sigs:
- dir: sig-loom
  leadership:
    chairs:
    - {github: ada, company: Acme}
    - {github: bob, company: Acme}
    tech_leads:
    - {github: cleo, company: Acme}
    - {github: dan}
- dir: sig-wool
  leadership:
    chairs:
    - {github: eve, company: Acme}
    - {github: finn, company: Birch}
"""
OF_A_GROUP = "# Charter\n\nNo more than {limit} may have the same employer.\n"


@pytest.mark.parametrize(
    ("folder", "outcome"), [("sig-loom", Outcome.NO), ("sig-wool", Outcome.YES)], ids=["broken", "kept"]
)
def test_a_group_s_charter_limits_that_group_alone(tmp_path: Path, folder: str, outcome: Outcome) -> None:
    files = {"sigs.yaml": GROUPS, f"{folder}/charter.md": OF_A_GROUP.format(limit="one of the chairs")}
    assert Moot.create(tmp_path, files).ask("employer-cap").finding.outcome is outcome


def test_two_roles_of_a_group_are_one_body_of_those_who_state_an_employer(tmp_path: Path) -> None:
    """Ada, Bob and Cleo state one, Dan does not: three, not four."""
    limit = OF_A_GROUP.format(limit="2 tech leads or chairs")
    (found,) = (
        Moot.create(tmp_path, {"sigs.yaml": GROUPS, "sig-loom/charter.md": limit})
        .ask("employer-cap")
        .evidence
    )
    assert str(found.what).startswith("3 of 3 people as chair of sig-loom work for Acme; ")


def test_who_states_no_employer_holds_a_seat_all_the_same(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"council.csv": rows("Acme", "Acme", "Acme", ""), "GOVERNANCE.md": LIMIT})
    (found,) = moot.ask("employer-cap").evidence
    assert str(found.what).startswith("3 of 4 people as council member work for Acme; ")


def test_a_limit_that_may_be_about_two_bodies_is_unknown(tmp_path: Path) -> None:
    said = LIMIT.replace("council", "steering committee")
    two = {"steering.csv": rows("Acme"), "committee.csv": rows("Acme", "Acme", "Acme")}
    moot = Moot.create(tmp_path, two | {"GOVERNANCE.md": said})
    assert moot.ask("employer-cap").finding.outcome is Outcome.UNKNOWN


def own_page(employer: str, role: str) -> str:
    return f'[[employers]]\norganisation = "{employer}"\n[[roles]]\nrole = "{role}"\n'


def test_a_role_is_the_same_in_capitals(tmp_path: Path) -> None:
    people = {f".folkmoot/people/{who}.toml": own_page("Acme", "COUNCIL") for who in ("ada", "bob", "cleo")}
    others = {".folkmoot/people/dan.toml": own_page("Birch", "Board")}
    moot = Moot.create(tmp_path, people | others | {"GOVERNANCE.md": LIMIT})
    assert moot.ask("employer-cap").finding.outcome is Outcome.NO


@pytest.mark.parametrize(("on_pages", "in_table"), [("Acme", ""), ("", "Acme")], ids=["pages", "table"])
def test_an_employer_stated_in_one_list_counts_though_another_says_nothing(
    tmp_path: Path, on_pages: str, in_table: str
) -> None:
    page = own_page(on_pages, "council member") if on_pages else '[[roles]]\nrole = "council member"\n'
    files = {f".folkmoot/people/h{number}.toml": page for number in range(3)}
    files |= {"council.csv": rows(*[in_table] * 3), "GOVERNANCE.md": LIMIT}
    assert Moot.create(tmp_path, files).ask("employer-cap").finding.outcome is Outcome.NO
