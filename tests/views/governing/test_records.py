"""Elections that are announced: read from their settings, in UTC, and only where no ballots lie beside."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.sources.git.repository import open_repository
from folkmoot.views.governing.records import Announced, read_announced
from sources.git.repositories import Repository

SETTINGS = "name: {name}\nstart_datetime: {start}\nend_datetime: {end}\nno_winners: 3\n"


def settings(
    name: str = "Steering", start: str = "1970-01-02 00:00:00", end: str = "1970-01-03 00:00:00"
) -> str:
    return SETTINGS.format(name=name, start=start, end=end)


def found(place: Path, **files: str) -> list[Announced]:
    """Give what is announced in a repository with these files; `__` stands for a slash."""
    made = Repository.create(place)
    made.commit(files={name.replace("__", "/"): text for name, text in files.items()})
    with open_repository(str(place)) as opened:
        return read_announced(opened.tree, sorted(opened.tree.paths()))


def test_an_election_is_known_by_its_settings(tmp_path: Path) -> None:
    assert found(tmp_path / "a", **{"e__election.yaml": settings()}) == [
        Announced("e/election.yaml", "Steering", 86_400, 2 * 86_400, "3")
    ]


@pytest.mark.parametrize(
    ("end", "seconds"),
    [
        ("1970-01-03", 2 * 86_400),
        ("1970-01-03T00:00:00", 2 * 86_400),
        ("1970-01-03T02:00:00+02:00", 2 * 86_400),
        ("1970-01-02T22:00:00-02:00", 2 * 86_400),
    ],
    ids=["a day", "a moment", "east of UTC", "west of UTC"],
)
def test_moments_are_in_utc_unless_they_say_otherwise(tmp_path: Path, end: str, seconds: int) -> None:
    (one,) = found(tmp_path / "a", **{"e__election.yaml": settings(end=f'"{end}"')})
    assert one.ends == seconds


@pytest.mark.parametrize(
    "text",
    [
        "name: Steering\n",
        settings(name='""'),
        settings(end="soon"),
        "[",
        "name: [a]\nend_datetime: 1970-01-03\n",
    ],
    ids=["no end", "no name", "no moment", "no YAML", "a name that is a list"],
)
def test_what_has_no_name_or_no_end_is_no_election(tmp_path: Path, text: str) -> None:
    assert found(tmp_path / "a", **{"e__election.yaml": text}) == []


def test_with_ballots_beside_it_an_election_is_a_record(tmp_path: Path) -> None:
    files = {"e__election.yaml": settings(), "e__ballots.csv": "a,b\n", "f__election.yaml": settings("Next")}
    assert [one.title for one in found(tmp_path / "a", **files)] == ["Next"]


def test_templates_announce_nothing(tmp_path: Path) -> None:
    files = {"templates__election.yaml": settings(), "e__template__election.yaml": settings()}
    assert found(tmp_path / "a", **files) == []


def test_the_one_that_ends_last_comes_first(tmp_path: Path) -> None:
    files = {
        "a__election.yaml": settings("First", end="1970-01-04"), "b__election.yaml": settings("Second"),
        "c__election.yaml": settings("Third", end="1970-01-04"),
    }  # fmt: skip
    assert [one.title for one in found(tmp_path / "a", **files)] == ["First", "Third", "Second"]


def test_seats_that_are_no_number_are_not_told(tmp_path: Path) -> None:
    text = settings().replace("no_winners: 3", "no_winners: some")
    assert [one.seats for one in found(tmp_path / "a", **{"e__election.yaml": text})] == [""]
