"""What was touched, told in the same go as its lines, is what git tells of it alone."""

from pathlib import Path

import pytest

from folkmoot.model.errors import HostileInputError
from folkmoot.sources.git import history, lines
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.history import Touch, commits
from folkmoot.sources.git.lines import Counted, count
from sources.git.repositories import ADA, BOB, Repository


def told(place: Path, asked: list[str]) -> dict[str, Counted]:
    found = [one for batch in count(Git(place), asked, cores=2, with_touches=True) for one in batch]
    assert len(found) == len(asked), "every commit comes once"
    return {one.sha: one for one in found}


def alone(made: Repository) -> dict[str, list[Touch]]:
    """Give what each commit that is no merge touched, as reading the history tells it."""
    return {one.sha: one.touches for one in commits(Git(made.place), [made.head], []) if len(one.parents) < 2}


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    """Added, changed, renamed, deleted, made a link, made a submodule, nothing at all, and another root."""
    made = Repository.create(tmp_path / "r")
    made.commit(ADA, "Begin\n", {"a": "1\n2\n", "b\tc": "x\n", b"caf\xe9": "y\n"})
    made.commit(BOB, "Change\n", {"a": "1\n3\n", "picture": b"\0\1"})
    made.files[b"moved"] = made.files.pop(b"b\tc")
    made.commit(BOB, "Move\n")
    made.commit(ADA, "Delete\n", {b"caf\xe9": None})
    made.files[b"a"] = ("120000", made.files[b"a"][1])
    made.commit(ADA, "Link\n")
    made.files[b"part"] = ("160000", made.head)
    made.commit(ADA, "Add a part\n")
    made.commit(ADA, "Nothing\n")
    tip = made.head
    root = made.commit(BOB, "Another root\n", {"root": "1\n"}, parents=[], branch="")
    made.commit(ADA, "Join\n", parents=[tip, root])
    return made


def test_what_was_touched_is_what_the_history_tells(made: Repository) -> None:
    truth = alone(made)
    assert {sha: one.touches for sha, one in told(made.place, list(truth)).items()} == truth
    assert sorted({letter for touches in truth.values() for letter, _, _ in touches}) == [
        "A",
        "D",
        "M",
        "R",
        "T",
    ]


def test_lines_are_the_same_with_and_without(made: Repository) -> None:
    asked = list(alone(made))
    without = {one.sha: one.lines for batch in count(Git(made.place), asked) for one in batch}
    assert {sha: one.lines for sha, one in told(made.place, asked).items()} == without


def test_without_asking_nothing_is_told(made: Repository) -> None:
    asked = list(alone(made))
    counted = [one.touches for batch in count(Git(made.place), asked) for one in batch]
    assert counted == [None] * len(asked)
    assert asked


@pytest.mark.parametrize("stretch", [1, 3, 50])
def test_where_git_fails_the_rest_is_left_to_be_asked_apart(
    made: Repository, monkeypatch: pytest.MonkeyPatch, stretch: int
) -> None:
    monkeypatch.setattr(lines, "STRETCH", stretch)
    for number in range(20):
        made.commit(ADA, "More\n", {"more": f"{number}\n"})
    truth = alone(made)
    gone = made.run("rev-parse", "main~10:more")
    (made.place / "objects" / gone[:2] / gone[2:]).unlink()
    found = told(made.place, list(truth))
    without = {made.run("rev-parse", "main~10"), made.run("rev-parse", "main~9")}
    untold = {sha for sha, one in found.items() if one.touches is None}
    assert without <= untold
    assert all(found[sha].lines is None for sha in untold)
    assert all(one.touches == truth[sha] for sha, one in found.items() if sha not in untold)


def test_after_a_failure_no_more_gits_are_begun(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clone without contents would have one fail for each stretch."""
    monkeypatch.setattr(lines, "STRETCH", 1)
    asked = list(alone(made))
    for one in (made.place / "objects").glob("??/*"):
        if made.run("cat-file", "-t", one.parent.name + one.name) == "blob":
            one.unlink()
    begun = []
    run = lines._run
    monkeypatch.setattr(lines, "_run", lambda *a, **more: begun.append(1) or run(*a, **more))
    found = told(made.place, asked)
    assert len(begun) <= 2, "one for each core"
    assert any(one.touches is None for one in found.values())


def test_one_commit_that_touches_too_much_is_refused(
    made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.commit(ADA, "Many\n", {f"f{number}": "1\n" for number in range(9)})
    monkeypatch.setattr(history, "MAX_TOUCHES", 8)
    with pytest.raises(HostileInputError, match="touches over") as caught:
        told(made.place, list(alone(made)))
    assert made.head in str(caught.value)
