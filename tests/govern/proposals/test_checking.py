"""What is wrong between documents, and whom git names where they name nobody."""

from pathlib import Path

from folkmoot.govern.proposals.checking import check, with_authors
from folkmoot.govern.proposals.reading import read_proposals
from folkmoot.govern.timeline import read_history
from folkmoot.model.problem import Problem
from folkmoot.sources.git.repository import open_repository
from sources.git.repositories import ADA, BOB, Repository

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
