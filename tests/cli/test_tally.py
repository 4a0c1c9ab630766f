"""`folkmoot tally`: results with their working, from a file as a community keeps it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Call

BALLOTS = "ada,bob,cleo\n" + "1,2,3\n" * 3 + "2,No opinion,1\n" * 2
SETTINGS = "name: 2026 Invented Election\nno_winners: 2\nallow_no_opinion: True\n"
CIRCLE = "ada,bob,cleo\n1,2,3\n3,1,2\n2,3,1\n"
COMMENT = "@ada (Ada)\n- [x] yes\n- [ ] no\n- [ ] abstain\n\n@bob (Bob)\n- [ ] yes\n- [x] no\n- [ ] abstain\n"


@pytest.fixture
def ballots(own_folders: Path) -> Path:
    (own_folders / "election.yaml").write_text(SETTINGS, encoding="utf-8")
    path = own_folders / "ballots.csv"
    path.write_text(BALLOTS, encoding="utf-8")
    return path


def write(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_settings_are_read_beside_the_file(call: Call, ballots: Path) -> None:
    answer = call("tally", ballots)
    assert answer.code == 0
    assert "2026 Invented Election" in answer.out
    assert "Elected (2 of 2 seats)\n  1. ada\n  2. " in answer.out


def test_options_override_them(call: Call, ballots: Path) -> None:
    assert "Elected (1 of 1 seats)" in call("tally", ballots, "--seats", 1).out
    assert "unranked = last" in call("tally", ballots, "--unranked", "last").out


def test_the_working_is_shown(call: Call, ballots: Path) -> None:
    out = call("tally", ballots).out
    assert "How many prefer the row's candidate to the column's" in out
    assert "1. ada" in out
    assert "ada is preferred to every other candidate." in out
    assert "is ahead of" in out


def test_as_json(call: Call, ballots: Path) -> None:
    document = json.loads(call("tally", ballots, "--format", "json").out)
    assert document["method"] == "schulze"
    assert document["winners"][0] == "ada"
    assert document["parameters"]["strength"] == "winning"
    assert document["working"]["pairwise"]["ada"]["bob"] == 3
    assert {"seats", "ranking", "ties", "dropped"} <= set(document)


@pytest.mark.parametrize("method", ["schulze", "copeland", "irv", "stv"])
def test_every_ranking_method(call: Call, ballots: Path, method: str) -> None:
    answer = call("tally", ballots, "--method", method, "--seats", 1)
    assert answer.code == 0
    assert "Elected (1 of 1 seats)\n  1. ada" in answer.out


def test_scores_and_approvals_of_a_plain_table(call: Call, own_folders: Path) -> None:
    path = write(own_folders, "vote.csv", "count,tea,milk\n3,5,4\n2,0,5\n")
    assert "ballots prefer tea" in call("tally", path, "--method", "star").out
    path = write(own_folders, "marks.csv", "tea,milk\nx,\n1,x\n")
    assert "Elected (1 of 1 seats)\n  1. tea" in call("tally", path, "--method", "approval").out


def test_a_row_may_stand_for_many(call: Call, own_folders: Path) -> None:
    path = write(own_folders, "vote.csv", "count,tea,milk\n42,1,2\n8,2,1\n")
    assert "50 ballots" in call("tally", path).out


def test_a_tie_is_declared_and_a_seed_breaks_it(call: Call, own_folders: Path) -> None:
    path = write(own_folders, "circle.csv", CIRCLE)
    assert "Tied: ada, bob, cleo for 1 of the seats." in call("tally", path).out
    seeded = call("tally", path, "--seed", "block 840000")
    assert "By the published seed, ahead:" in seeded.out
    assert "seed = block 840000" in seeded.out


def test_an_employer_cap(call: Call, ballots: Path) -> None:
    employers = write(
        ballots.parent, "employers.csv", "candidate,employer\nada,Example Inc\nbob,Example Inc\n"
    )
    answer = call("tally", ballots, "--employer-cap", 1, "--employers", employers)
    assert "  1. ada\n  2. cleo" in answer.out
    sitting = call(
        "tally", ballots, "--employer-cap", 1, "--employers", employers, "--sitting", "Example Inc=1"
    )
    assert "Kept out by the employer cap: ada (Example Inc)." in sitting.out
    assert "Elected (1 of 2 seats)\n  1. cleo" in sitting.out


def test_what_would_be_ignored_is_refused(call: Call, ballots: Path) -> None:
    employers = write(ballots.parent, "employers.csv", "candidate,employer\nada,Example Inc\n")
    for option, value in (("--employers", employers), ("--sitting", "Example Inc=1")):
        answer = call("tally", ballots, option, value)
        assert (answer.code, "--employer-cap N sets one" in answer.err) == (2, True)
    votes = write(ballots.parent, "votes.csv", "voter,vote\nada,yes\n")
    for option, value in (("--seats", 2), ("--employer-cap", 0), ("--seed", "x")):
        answer = call("tally", votes, option, value)
        assert (answer.code, f"{option} is for an election" in answer.err) == (2, True)


def test_a_table_parted_by_semicolons_is_told(call: Call, ballots: Path) -> None:
    answer = call("tally", write(ballots.parent, "semi.csv", "ada;bob\n1;2\n"))
    assert answer.code == 3
    assert "semicolons part the columns" in answer.err


@pytest.mark.parametrize("words", ["Example Inc", "=3", "Example=x", "Example=²", "Example=99999"])
def test_a_wrong_sitting_is_refused(call: Call, ballots: Path, words: str) -> None:
    answer = call("tally", ballots, "--sitting", words)
    assert answer.code == 2
    assert "does not say who holds how many seats" in answer.err


def test_a_yes_no_record_is_told(call: Call, own_folders: Path) -> None:
    answer = call("tally", write(own_folders, "comment.md", COMMENT))
    assert answer.code == 0
    assert "yes: 1 (ada)\n  no: 1 (bob)" in answer.out
    document = json.loads(call("tally", own_folders / "comment.md", "--format", "json").out)
    assert document["electorate"] == ["ada", "bob"]


def test_a_rule_decides_it(call: Call, own_folders: Path) -> None:
    path = write(own_folders, "comment.md", COMMENT)
    out = call("tally", path, "--rule", "conda-50").out
    assert "By the rule conda-50: rejected" in out
    assert "More than 50% of the yes and no votes are yes." in out
    document = json.loads(call("tally", path, "--rule", "conda-50", "--format", "json").out)
    assert document["outcome"] == "rejected"
    assert "Of 2 yes and no votes, yes: 1; more than 50% are needed." in document["why"]


def test_what_the_record_claims_is_compared(call: Call, own_folders: Path) -> None:
    vote = {"votes": {"ada": {"tea": 2, "milk": 1}}, "outcome": {"winner(s)": ["milk"]}}
    path = write(own_folders, "vote.json", json.dumps(vote))
    assert "The record names others: milk" in call("tally", path).out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("nowhere.csv",), 3, "There is no file"),
        (("ballots.csv", "--method", "irv"), 2, "fills one seat, not 2"),
        (("ballots.csv", "--method", "star"), 3, "holds ranks"),
        (("ballots.csv", "--method", "borda"), 2, "borda"),
        (("ballots.csv", "--seats", "9"), 2, "9 seats cannot be filled by 3 candidates"),
        (("ballots.csv", "--employer-cap", "1"), 2, "who works for whom"),
        (("ballots.csv", "--rule", "node"), 2, "this is an election"),
    ],
)
def test_what_is_wrong_is_said(
    call: Call, ballots: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    assert ballots.is_file()
    answer = call("tally", *arguments)
    assert answer.code == code
    assert message in answer.err
    assert "Traceback" not in answer.err


def test_a_hostile_title_cannot_rewrite_the_terminal(call: Call, own_folders: Path) -> None:
    vote = {"description": "a\x1b[2Jb\u202e", "votes": {"ada": {"tea": 1}}}
    out = call("tally", write(own_folders, "vote.json", json.dumps(vote))).out
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_the_settings_may_limit_the_seats_of_an_employer(call: Call, own_folders: Path) -> None:
    write(own_folders, "election.yaml", SETTINGS + "employer_cap: 1\n")
    ballots = write(own_folders, "ballots.csv", "ada,bob,cleo\n1,2,3\n1,2,3\n")
    for name in ("ada", "bob"):
        write(own_folders, f"candidate-{name}.md", f"ID: {name}\ninfo:\n  - employer: Example Inc\n")
    assert "Kept out by the employer cap: bob (Example Inc)." in call("tally", ballots).out
    assert "Kept out" not in call("tally", ballots, "--employer-cap", 2).out
