"""`folkmoot roles`, as a user calls it."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from folkmoot.cli.roles import clean, show
from sources.git.repositories import DAY, Repository

if TYPE_CHECKING:
    from cli.conftest import Call


@pytest.fixture
def community(tmp_path: Path) -> Repository:
    made = Repository.create(tmp_path / "moot")
    made.commit(files={"teams/x/team.json": '{"maintainers": ["ada", "bob"]}'})
    made.commit(files={"teams/x/team.json": '{"maintainers": [\n"ada",\n"cleo"]}'})
    return made


def test_list_shows_who_holds_what(call: Call, community: Repository) -> None:
    answer = call("roles", "list", community.place)
    assert answer.code == 0
    assert answer.out.splitlines()[0].split() == ["role", "scope", "holder", "file", "line"]
    assert [line.split()[2] for line in answer.out.splitlines()[1:]] == ["ada", "cleo"]


def test_a_role_that_nobody_holds_is_told_with_those_that_there_are(
    call: Call, community: Repository
) -> None:
    answer = call("roles", "list", community.place, "--role", "approver")
    assert (answer.code, answer.out) == (0, "")
    assert "Nobody is listed for that. Roles here: " in answer.err


def test_list_as_json_and_csv_agree(call: Call, community: Repository) -> None:
    rows = json.loads(call("roles", "list", community.place, "--format", "json").out)["roles"]
    table = list(csv.DictReader(StringIO(call("roles", "list", community.place, "--format", "csv").out)))
    assert [row["holder"] for row in rows] == [row["holder"] for row in table] == ["ada", "cleo"]


def test_list_names_problems_and_still_answers(call: Call, community: Repository) -> None:
    community.commit(files={"OWNERS": "approvers: [\n"})
    answer = call("roles", "list", community.place)
    assert answer.code == 0
    assert "OWNERS:" in answer.err
    assert "cleo" in answer.out


def test_list_says_when_there_is_nothing(call: Call, project: Repository) -> None:
    answer = call("roles", "list", project.place)
    assert (answer.code, answer.out) == (0, "")
    assert "No file of roles" in answer.err


def test_history_tells_comings_and_goings(call: Call, community: Repository) -> None:
    told = json.loads(call("roles", "history", community.place, "--format", "json").out)
    assert [(row["change"], row["holder"]) for row in told["changes"]] == [
        ("joined", "ada"), ("joined", "bob"), ("left", "bob"), ("joined", "cleo"),
    ]  # fmt: skip
    assert told["figures"]["ended_terms"] == 1
    assert "Terms: 3, ended: 1." in call("roles", "history", community.place).out


def test_why_tells_the_commit(call: Call, community: Repository) -> None:
    terms = json.loads(call("roles", "why", "CLEO", community.place, "--format", "json").out)["terms"]
    assert [(row["began_commit"], row["line"]) for row in terms] == [(community.head, 3)]


def test_why_of_a_stranger_is_an_error_with_a_hint(call: Call, community: Repository) -> None:
    answer = call("roles", "why", "zoe", community.place)
    assert answer.code == 2
    assert "hint:" in answer.err


def test_a_hostile_file_does_not_reach_the_terminal(call: Call, community: Repository) -> None:
    community.commit(files={"steering.csv": "github,name\nada,\x1b[31mAda\n"})
    assert "\x1b" not in call("roles", "list", community.place).out


def test_a_place_without_repository_is_unreachable(call: Call, tmp_path: Path) -> None:
    assert call("roles", "list", tmp_path).code == 3


def test_no_cell_of_the_csv_is_a_formula(call: Call, community: Repository) -> None:
    community.commit(files={"steering.csv": "github,name\nada,=HYPERLINK(1)\n"})
    table = csv.DictReader(StringIO(call("roles", "list", community.place, "--format", "csv").out))
    assert "'=HYPERLINK(1)" in {row["name"] for row in table}


ROWS = [
    {"role": "approver", "scope": "", "holder": "ada", "began_commit": "c" * 40, "years": None},
    {"role": "reviewer of everything", "scope": "", "holder": "b" * 70, "began_commit": "", "years": 2},
]
COLUMNS = ("role", "scope", "holder", "began_commit", "years")


def test_a_table_leaves_out_what_nobody_says_and_cuts_what_is_long(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A commit is told by 12 of its letters, everything else by 60; the columns line up."""
    show(ROWS, "text", COLUMNS)
    assert capsys.readouterr().out.splitlines() == [
        f"{'role'.ljust(22)}  {'holder'.ljust(60)}  began commit  years",
        f"{'approver'.ljust(22)}  {'ada'.ljust(60)}  {'c' * 12}",
        f"reviewer of everything  {'b' * 60}  {' ' * 12}  2",
    ]


def test_a_long_cell_among_many_pushes_nothing_but_its_own_line(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [{"scope": "docs", "holder": "ada"} for _ in range(20)] + [{"scope": "x" * 50, "holder": "bob"}]
    show(rows, "text", ("scope", "holder"))
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["scope  holder", "docs   ada"]
    assert lines[-1] == f"{'x' * 50}  bob"


def test_without_rows_there_is_no_table_and_a_csv_of_names_alone(capsys: pytest.CaptureFixture[str]) -> None:
    show([], "text", COLUMNS)
    assert capsys.readouterr().out == ""
    show([], "csv", COLUMNS)
    assert capsys.readouterr().out == "role,scope,holder,began_commit,years\n"


def test_the_csv_holds_every_column_whole(capsys: pytest.CaptureFixture[str]) -> None:
    show(ROWS, "csv", ("role",))
    first, second = csv.DictReader(StringIO(capsys.readouterr().out))
    assert (first["began_commit"], first["years"], second["holder"]) == ("c" * 40, "", "b" * 70)


def test_what_could_move_a_terminal_is_shown_as_a_question() -> None:
    assert clean("a\x1b[31m\u202eb\n") == "a�[31m�b�"


def test_history_tells_years_and_employers(call: Call, tmp_path: Path) -> None:
    """Ada was there for a year, Bob and Cleo follow; of these two only Bob says who employs him."""
    made = Repository.create(tmp_path / "moot")
    head = "github,name,company\n"
    made.commit(files={"steering.csv": f"{head}ada,Ada,Acme\n"}, at=DAY)
    made.commit(files={"steering.csv": f"{head}bob,Bob,Acme\ncleo,Cleo,\n"}, at=366 * DAY)
    lines = call("roles", "history", made.place).out.splitlines()
    assert "Terms: 3, ended: 1." in lines
    years = lines[lines.index("year  joined  left  held at end") + 1 :][:2]
    assert [line.split()[:4] for line in years] == [["1970", "1", "0", "1"], ["1971", "2", "1", "2"]]
    assert lines[-2:] == ["People in roles who state an employer: 1 of 2", "  Acme: 1"]
    assert [line for line in lines if "(so far)" in line] == [lines[-4]]


def test_a_csv_has_the_same_columns_with_and_without_rows(call: Call, community: Repository) -> None:
    every = call("roles", "list", community.place, "--format", "csv").out.splitlines()
    none = call("roles", "list", community.place, "--role", "juggler", "--format", "csv").out.splitlines()
    assert len(every) > len(none) == 1
    assert none == every[:1]
