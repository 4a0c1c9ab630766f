"""Every workflow of a project, read once, the broken ones with what is wrong."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard._scored import NotHereError
from folkmoot.checks.scorecard._workflows import has_commands, ruling_on_broken, workflow_files
from folkmoot.model.check import Outcome

FOLDER = ".github/workflows/"


def test_workflows_come_in_the_order_of_the_walk() -> None:
    place = ground({f"{FOLDER}b.yml": "on: push", f"{FOLDER}a.yaml": "on: push", f"{FOLDER}a.txt": "x"})
    assert [file.path for file in workflow_files(place)] == [f"{FOLDER}a.yaml", f"{FOLDER}b.yml"]


def test_they_are_parsed_once() -> None:
    place = ground({f"{FOLDER}a.yml": "on: push"})
    assert workflow_files(place) is workflow_files(place)


def test_a_broken_file_stays_with_its_problem() -> None:
    broken, fine = workflow_files(ground({f"{FOLDER}a.yml": "on: [\n", f"{FOLDER}b.yml": "on: push"}))
    assert (broken.workflow, broken.line) == (None, 2)
    assert fine.workflow is not None


def test_scorecard_gives_up_on_a_broken_file() -> None:
    (broken,) = workflow_files(ground({f"{FOLDER}a.yml": "on: [\n"}))
    ruling = ruling_on_broken(broken)
    assert (ruling.score, ruling.outcome) == (-1, Outcome.ERROR)
    assert f"{FOLDER}a.yml:2" in ruling.reason


def test_a_file_of_comments_does_not_count() -> None:
    assert workflow_files(ground({f"{FOLDER}a.yml": "# off\n\n  # on: push\n", f"{FOLDER}b.yml": ""})) == ()


def test_a_workflow_that_is_not_in_the_clone_is_said() -> None:
    with pytest.raises(NotHereError):
        workflow_files(ground({f"{FOLDER}a.yml": None}))


@pytest.mark.parametrize(
    ("content", "has"),
    [(b"", False), (b"\n \t\n", False), (b"  # x\n#y", False), (b"# x\n y", True), (b"x" * 70_000, False)],
)
def test_commands_are_what_is_no_comment(content: bytes, has: bool) -> None:
    assert has_commands(content) is has
