"""Elekto's ballots and their settings, as communities publish them."""

from pathlib import Path

import pytest

from folkmoot.govern.votes import Numbers, Record, read_poll, read_record
from folkmoot.model.errors import SourceError

BALLOTS = "ada,bob,cleo\n1,2,3\n2,No opinion,1\n1,1,no opinion\n"
SETTINGS = """\
name: 2026 Invented Election
start_datetime: 2026-25-01 00:00:01
no_winners: 2
allow_no_opinion: True
"""
PAGE = """\
-------------------------------------------------------------
name: Ada Example
ID: Ada
info:
  - employer: Example Inc
  - slack: ada
-------------------------------------------------------------
"""


def record(text: str = BALLOTS, **beside: str) -> Record:
    named = {name.replace("_", "."): content for name, content in beside.items()}
    return Record("2026/ballots.csv", text, named)


def test_ranks_and_no_opinions() -> None:
    poll = read_record(record())
    assert poll.form == "elekto"
    assert poll.options == ("ada", "bob", "cleo")
    assert [ballot.ranking for ballot in poll.ballots] == [
        (("ada",), ("bob",), ("cleo",)), (("cleo",), ("ada",)), (("ada", "bob"),),
    ]  # fmt: skip


def test_settings_beside_the_ballots() -> None:
    poll = read_record(record(election_yaml=SETTINGS))
    assert (poll.title, poll.seats) == ("2026 Invented Election", 2)


def test_the_older_shape_has_names_and_no_settings(tmp_path: Path) -> None:
    path = tmp_path / "BALLOTS.csv"
    path.write_text("Ada Example (@ada),Bob B. Example\n1,2\n20,\n\n", encoding="utf-8")
    poll = read_poll(path)
    assert poll.options == ("Ada Example (@ada)", "Bob B. Example")
    assert (poll.seats, len(poll.ballots)) == (None, 2)


def test_employers_stand_on_the_candidates_pages(tmp_path: Path) -> None:
    (tmp_path / "ballots.csv").write_text(BALLOTS, encoding="utf-8")
    (tmp_path / "candidate-ada.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "candidate-dan.md").write_text(PAGE.replace("Ada", "dan"), encoding="utf-8")
    assert read_poll(tmp_path / "ballots.csv").employers == {"ada": "Example Inc"}


def test_a_limit_of_seats_per_employer_stands_in_the_settings() -> None:
    assert read_record(record(election_yaml=SETTINGS)).employer_cap is None
    assert read_record(record(election_yaml=SETTINGS + "employer_cap: 2\n")).employer_cap == 2


def test_an_opinion_that_must_not_be_missing_is_noted() -> None:
    poll = read_record(record(election_yaml=SETTINGS.replace("True", "False")))
    assert [str(note) for note in poll.notes] == [
        "Ballots that leave somebody unranked, which the settings do not allow: 2."
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ada,bob\n1,2\n0,1\n", r"ballots\.csv, line 3: 0 under 'ada' is no rank"),
        ("ada,bob\n1,99999\n", r"line 2: 99999 under 'bob'"),
        ("ada,bob\n1,2,3\n", r"line 2: 3 cells where the first line has 2"),
        ("ada,bob\n1,two\n", r"line 2: 'two' is no whole number"),
        (f"ada,bob\n1,{'9' * 5000}\n", r"line 2: '9+' is no whole number"),
        ("ada,bob\n1,²\n", r"line 2: '²' is no whole number"),
        ("ada,ada\n1,2\n", r"line 1: the column 'ada' stands there twice"),
        ("ada,\n1,2\n", r"line 1: a name is empty"),
        ("ada,b\x1b[2Jb\n1,2\n", r"line 1: the name .* cannot be printed"),
        ('ada,"bob\n1,2\n', r"this is no CSV"),
        ("\n", r"line 1: the file is empty"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_record(record(text))


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ("name: x\nno_winners: 0\n", r"election\.yaml, line 2: there must be at least one winner"),
        ("name: x\nno_winners: many\n", r"election\.yaml, line 2: 'many' is no whole number"),
        ("name: x\nemployer_cap: -1\n", r"election\.yaml, line 2: a limit of seats cannot be less"),
        ("a: &a [x]\nb: *a\n", r"election\.yaml, line 2: it uses an alias"),
        ("a: [1\n", r"election\.yaml, line \d"),
        ("- a\n", r"election\.yaml, line 1: it is no mapping"),
    ],
)
def test_hostile_settings_are_refused(settings: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_record(record(election_yaml=settings))


def test_ranks_are_never_read_as_scores() -> None:
    with pytest.raises(SourceError, match="holds ranks"):
        read_record(record(), Numbers.SCORES)


@pytest.mark.parametrize("first", ["voter", "Voter ", "count"])
def test_a_table_with_a_column_of_voters_is_another_form(first: str) -> None:
    assert read_record(record(f"{first},ada,bob\n1,1,2\n")).form != "elekto"


@pytest.mark.parametrize("said", ["False", "no", "OFF"])
def test_who_is_left_unranked_where_that_is_not_allowed_is_told(said: str) -> None:
    settings = SETTINGS.replace("True", said)
    assert [str(note) for note in read_record(record(election_yaml=settings)).notes] == [
        "Ballots that leave somebody unranked, which the settings do not allow: 2."
    ]
    assert read_record(record(election_yaml=SETTINGS)).notes == ()
    assert read_record(record()).notes == ()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("no_winners: 0", "election.yaml, line 3: there must be at least one winner"),
        ("no_winners: some", "election.yaml, line 3: 'some' is no whole number"),
        ("employer_cap: -1", "election.yaml, line 3: a limit of seats cannot be less than none"),
    ],
)
def test_settings_that_make_no_sense_are_named(line: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read_record(record(election_yaml=SETTINGS.replace("no_winners: 2", line)))


def test_the_least_that_settings_can_say() -> None:
    settings = SETTINGS.replace("no_winners: 2", "no_winners: 1\nemployer_cap: 0")
    poll = read_record(record(election_yaml=settings))
    assert (poll.seats, poll.employer_cap) == (1, 0)
