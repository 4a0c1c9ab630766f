"""What is wrong between documents, and whom git names where they name nobody."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from folkmoot.govern.proposals.checking import check, with_authors
from folkmoot.govern.proposals.reading import read_proposals
from folkmoot.govern.timeline import read_history
from folkmoot.model.problem import Problem
from folkmoot.sources.git.repository import open_repository
from sources.git.repositories import ADA, BOB, DAY, START, Repository

from .documents import DEP, PATHS, PEP, RUST, SWIFT


def problems_of(place: Path) -> list[Problem]:
    with open_repository(str(place)) as opened:
        reading = read_proposals(opened)
        return check(reading, read_history(opened, reading.layout))


def test_authors_come_from_git_where_the_document_names_none(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    first = made.commit(ADA, files={"README.md": "Hats\n"})
    made.commit(BOB, files={"text/0000-hats.md": RUST}, parents=[first], branch="topic")
    topic = made.commit(
        ADA, files={"text/0000-hats.md": None, PATHS["rust"]: RUST + "More.\n"}, branch="topic"
    )
    made.commit(ADA, "Merge\n", parents=[first, topic])
    with open_repository(str(tmp_path)) as opened:
        reading = read_proposals(opened)
        found = with_authors(reading, read_history(opened, reading.layout)).proposals
    assert [(one.authors, one.authors_from) for one in found] == [(("Bob",), "git")]


def test_authors_in_the_document_stay(tmp_path: Path) -> None:
    Repository.create(tmp_path).commit(BOB, files={PATHS["dep"]: DEP})
    with open_repository(str(tmp_path)) as opened:
        reading = read_proposals(opened)
        found = with_authors(reading, read_history(opened, reading.layout)).proposals
    assert found == reading.proposals
    assert found[0].authors_from == "document"


def test_a_number_used_twice_is_told(tmp_path: Path) -> None:
    Repository.create(tmp_path).commit(files={"text/0007-a.md": RUST, "text/0007-b.md": RUST})
    assert [(one.file, one.code) for one in problems_of(tmp_path)] == [("text/0007-b.md", "duplicate-number")]


def test_the_same_number_in_another_series_is_fine(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    made.commit(files={"proposals/0012-a.md": SWIFT, "proposals/testing/0012-a.md": SWIFT})
    assert problems_of(tmp_path) == []


def test_what_was_replaced_must_say_so(tmp_path: Path) -> None:
    older = PEP.replace("PEP: 12", "PEP: 3").replace("Replaces: 3, 4\n", "")
    made = Repository.create(tmp_path)
    made.commit(files={PATHS["pep"]: PEP, "peps/pep-0003.rst": older})
    assert [(one.file, one.line, one.code) for one in problems_of(tmp_path)] == [
        ("peps/pep-0003.rst", 5, "superseded-unsaid")
    ]
    made.commit(files={"peps/pep-0003.rst": older.replace("Final", "Superseded")})
    assert problems_of(tmp_path) == []


def test_both_of_one_number_are_named(tmp_path: Path) -> None:
    Repository.create(tmp_path).commit(files={f"text/0007-{name}.md": RUST for name in "abc"})
    assert [(one.file, str(one.what)) for one in problems_of(tmp_path)] == [
        ("text/0007-b.md", "RFC 7 is also text/0007-a.md."),
        ("text/0007-c.md", "RFC 7 is also text/0007-a.md."),
    ]


OLDER = PEP.replace("PEP: 12", "PEP: 3").replace("Replaces: 3, 4\n", "")


def replaced(place: Path, newer: str = PEP, older: str = OLDER) -> list[str]:
    Repository.create(place).commit(files={PATHS["pep"]: newer, "peps/pep-0003.rst": older})
    return [str(one.what) for one in problems_of(place)]


def test_who_replaced_it_is_told(tmp_path: Path) -> None:
    assert replaced(tmp_path) == ["PEP 12 says it replaces it, but it does not say so."]


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        (PEP.replace("Status: Final", "Status: Draft"), OLDER),
        (PEP, OLDER.replace("Status: Final", "Status: Rejected")),
        (PEP, OLDER.replace("Resolution:", "Superseded-By: 12\nResolution:")),
        (PEP.replace("Replaces: 3, 4", "Replaces: 12"), OLDER),
        (PEP.replace("Replaces: 3, 4", "Replaces: 4"), OLDER),
    ],
    ids=["not accepted yet", "was never accepted", "says so", "itself", "another"],
)
def test_what_need_not_say_that_it_was_replaced(tmp_path: Path, newer: str, older: str) -> None:
    assert replaced(tmp_path, newer, older) == []


def test_a_number_of_another_series_is_another_proposal(tmp_path: Path) -> None:
    newer = SWIFT.replace("SE-0012](0012-hats.md)", "SE-0015](0015-caps.md)").replace(
        "* Review Manager: TBD\n", "* Review Manager: TBD\n* Replaces: 12\n"
    )
    made = Repository.create(tmp_path)
    made.commit(
        files={
            "proposals/0015-caps.md": newer, "proposals/0012-hats.md": SWIFT,
            "proposals/testing/0012-a.md": SWIFT,
        }
    )  # fmt: skip
    found = [one.file for one in problems_of(tmp_path) if one.code == "superseded-unsaid"]
    assert found == ["proposals/0012-hats.md"]


def leaping(place: Path) -> Repository:
    """Give a repository whose one PEP went from draft to final at once, two days after it began."""
    made = Repository.create(place)
    draft = PEP.replace("Replaces: 3, 4\n", "").replace("Status: Final", "Status: Draft")
    made.commit(files={PATHS["pep"]: draft}, at=START)
    made.commit(files={PATHS["pep"]: draft.replace("Status: Draft", "Status: Final")}, at=START + 2 * DAY)
    return made


def test_a_step_that_the_process_does_not_know_is_told_with_its_day_and_commit(tmp_path: Path) -> None:
    made = leaping(tmp_path)
    (found,) = problems_of(tmp_path)
    when = datetime.fromtimestamp(START + 2 * DAY, UTC).date().isoformat()
    assert (found.file, found.code) == (PATHS["pep"], "illegal-transition")
    assert str(found.what).startswith(f"On {when} (commit {made.head[:12]}): ")


def test_only_newer_steps_are_told_where_that_is_asked(tmp_path: Path) -> None:
    leaping(tmp_path)
    day = datetime.fromtimestamp(START + 2 * DAY, UTC).date()
    with open_repository(str(tmp_path)) as opened:
        reading = read_proposals(opened)
        history = read_history(opened, reading.layout)
    assert [len(check(reading, history, since=each)) for each in (day, day + timedelta(days=1))] == [1, 0]


def test_steps_of_what_is_gone_are_over(tmp_path: Path) -> None:
    made = leaping(tmp_path)
    made.commit(files={"peps/pep-0003.rst": OLDER}, at=START + 3 * DAY)
    assert len(problems_of(tmp_path)) == 1
    made.commit(files={PATHS["pep"]: None}, at=START + 4 * DAY)
    assert problems_of(tmp_path) == []


def test_a_document_that_git_knows_nobody_of_has_no_author(tmp_path: Path) -> None:
    Repository.create(tmp_path).commit(ADA, files={PATHS["rust"]: RUST})
    with open_repository(str(tmp_path)) as opened:
        reading = read_proposals(opened)
        history = read_history(opened, reading.layout)
    gone = replace(history, timelines=tuple(replace(way, gone_at=START) for way in history.timelines))
    nobody = replace(history, timelines=tuple(replace(way, author="") for way in history.timelines))
    for other in (gone, nobody, replace(history, timelines=())):
        assert with_authors(reading, other).proposals == reading.proposals
    assert with_authors(reading, history).proposals[0].authors == ("Ada",)
