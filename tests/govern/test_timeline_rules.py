"""Which changes of status a process allows."""

from pathlib import Path

from folkmoot.govern.timeline import TIDYING
from sources.git.repositories import Repository

from .histories import history_of, only, pep
from .proposals.documents import PATHS


def illegal(place: Path) -> list[str]:
    return [f"{one.before}-{one.after}" for one in only(place).transitions if one.illegal]


def test_a_step_left_out_is_illegal(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    for status in ("Draft", "Final"):
        made.commit(files={PATHS["pep"]: pep(status)})
    assert illegal(tmp_path) == ["draft-final"]


def test_every_step_taken_is_legal(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    for status in ("Draft", "Deferred", "Draft", "Accepted", "Final", "Superseded"):
        made.commit(files={PATHS["pep"]: pep(status)})
    assert illegal(tmp_path) == []


def test_a_mistake_taken_back_is_not_held_against_anybody(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    for status in ("Draft", "Final", "Draft", "Accepted"):
        made.commit(files={PATHS["pep"]: pep(status)})
    assert illegal(tmp_path) == []


def test_rejected_is_not_accepted_without_being_taken_up(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    for status in ("Rejected", "Accepted"):
        made.commit(files={PATHS["pep"]: pep(status)})
    assert illegal(tmp_path) == ["rejected-accepted"]


def test_many_at_once_is_tidying(tmp_path: Path) -> None:
    made = Repository.create(tmp_path)
    numbers = range(100, 100 + TIDYING)
    for status in ("Draft", "Final"):
        made.commit(files={f"peps/pep-0{number}.rst": pep(status, number) for number in numbers})
    steps = [one for timeline in history_of(tmp_path).timelines for one in timeline.transitions if one.before]
    assert {(one.together, str(one.illegal)) for one in steps} == {(TIDYING, "")}
