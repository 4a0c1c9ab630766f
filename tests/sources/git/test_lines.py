"""Lines are those that git itself counts, and what cannot be counted is said to be so."""

from pathlib import Path

import pytest

from folkmoot.sources.git import lines
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.lines import Counted, count, missing_contents
from sources.git.repositories import Repository, git, small_history

Lines = list[tuple[bytes, int, int]]


def counted(place: Path, commits: list[str], cores: int = 2) -> dict[str, Lines | None]:
    batches = list(count(Git(place), commits, cores=cores))
    found = [one for batch in batches for one in batch]
    assert len(found) == len({one.sha for one in found}), "every commit comes once"
    return {one.sha: one.lines for one in found}


def expected(place: Path) -> dict[str, Lines]:
    """Give git's own count of every commit that is no merge."""
    told: dict[str, Lines] = {}
    sha = ""
    question = ("log", "--all", "--no-merges", "--format=%H", "--numstat", "--no-renames")
    for line in git(place, *question).splitlines():
        words = line.split(b"\t")
        if len(words) == 3:
            told[sha].append((words[2], *(int(word) if word.isdigit() else 0 for word in words[:2])))  # type: ignore[arg-type]
        elif line:
            sha = line.decode()
            told[sha] = []
    return told


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    made = Repository.create(tmp_path / "r")
    for number in range(30):
        made.commit(files={f"f{number % 7}": "line\n" * number, "same": f"{number}\nand\n"})
    return made


def test_lines_are_those_git_counts(made: Repository) -> None:
    truth = expected(made.place)
    assert counted(made.place, list(truth)) == truth
    assert len(truth) == 30


@pytest.mark.parametrize("cores", [1, 3, 8])
def test_the_number_of_cores_changes_nothing(
    made: Repository, monkeypatch: pytest.MonkeyPatch, cores: int
) -> None:
    monkeypatch.setattr(lines, "STRETCH", 2)
    monkeypatch.setattr(lines, "BATCH", 3)
    truth = expected(made.place)
    assert counted(made.place, list(truth), cores) == truth


def test_nothing_to_count_is_nothing() -> None:
    assert counted(Path("/nowhere"), []) == {}


def test_a_binary_file_has_no_lines_and_an_empty_commit_no_files(made: Repository) -> None:
    picture = made.commit(files={"picture": b"\0\1\2"})
    empty = made.commit()
    assert counted(made.place, [picture, empty]) == {picture: [(b"picture", 0, 0)], empty: []}


def test_an_exact_rename_changes_no_line(made: Repository) -> None:
    renamed = made.commit(files={"f1": None, "g1": made.run("show", "main:f1") + "\n"})
    assert counted(made.place, [renamed]) == {renamed: [(b"g1", 0, 0)]}


@pytest.mark.parametrize("name", [b"a\tb", b"a\nb", b"caf\xe9", b"12\t13\tx"])
def test_any_name_of_a_file_comes_through(made: Repository, name: bytes) -> None:
    commit = made.commit(files={name: "1\n2\n"})
    assert counted(made.place, [commit]) == {commit: [(name, 2, 0)]}


def test_a_submodule_counts_as_git_counts_it(made: Repository) -> None:
    made.files[b"part"] = ("160000", made.head)
    commit = made.commit()
    assert counted(made.place, [commit]) == {commit: expected(made.place)[commit]}


def test_commits_without_contents_are_told_and_the_others_are_right(made: Repository) -> None:
    truth = expected(made.place)
    gone = made.run("rev-parse", "main~10:same")
    (made.place / "objects" / gone[:2] / gone[2:]).unlink()
    without = {made.run("rev-parse", "main~10"), made.run("rev-parse", "main~9")}
    found = counted(made.place, list(truth))
    assert {sha for sha, touched in found.items() if touched is None} == without
    assert {sha: touched for sha, touched in found.items() if touched is not None} == {
        sha: touched for sha, touched in truth.items() if sha not in without
    }


def test_a_damaged_content_costs_only_its_own_commits(made: Repository) -> None:
    """The object is there, but not what it should be; git stops at it each time."""
    truth = expected(made.place)
    bad = made.run("rev-parse", "main~10:same")
    place = made.place / "objects" / bad[:2] / bad[2:]
    place.chmod(0o644)
    place.write_bytes(b"no object")
    found = counted(made.place, list(truth))
    assert {sha for sha, touched in found.items() if touched is None} == {
        made.run("rev-parse", "main~10"), made.run("rev-parse", "main~9"),
    }  # fmt: skip
    assert all(touched == truth[sha] for sha, touched in found.items() if touched is not None)


def test_a_blobless_clone_has_no_lines_at_all(made: Repository, tmp_path: Path) -> None:
    place = made.clone(tmp_path / "clone", "--bare", "--filter=blob:none")
    everything = list(expected(made.place))
    assert counted(place, everything) == dict.fromkeys(everything)


def test_missing_contents_are_found_without_reading_any(made: Repository) -> None:
    gone = made.run("rev-parse", "main:f1")
    (made.place / "objects" / gone[:2] / gone[2:]).unlink()
    changed = made.run("log", "-1", "--format=%H", "--", "f1")
    everything = made.run("rev-list", "main").splitlines()
    assert missing_contents(Git(made.place), everything) == {changed}


def test_the_reader_may_go_away_early(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "STRETCH", 1)
    monkeypatch.setattr(lines, "BATCH", 1)
    counting = count(Git(made.place), made.run("rev-list", "main").splitlines(), cores=2)
    assert isinstance(next(iter(counting))[0:1], list)
    counting.close()


def test_many_gits_in_turn_count_what_one_would(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "STRETCH", 3)
    monkeypatch.setattr(lines, "MOST_OF_ONE_GIT", 4)
    truth = expected(made.place)
    assert counted(made.place, list(truth)) == truth


@pytest.mark.parametrize("stretch", [1, 4, 50])
def test_damage_costs_the_same_commits_however_work_is_shared_out(
    made: Repository, monkeypatch: pytest.MonkeyPatch, stretch: int
) -> None:
    monkeypatch.setattr(lines, "STRETCH", stretch)
    everything = list(expected(made.place))
    gone = made.run("rev-parse", "main~10:same")
    (made.place / "objects" / gone[:2] / gone[2:]).unlink()
    found = counted(made.place, everything)
    without = {made.run("rev-parse", "main~10"), made.run("rev-parse", "main~9")}
    assert {sha for sha, touched in found.items() if touched is None} == without


def test_an_error_reaches_the_reader(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **_more: object) -> list[list[Counted]]:
        raise RuntimeError("no")

    monkeypatch.setattr(lines, "_share", broken)
    with pytest.raises(RuntimeError, match="no"):
        list(count(Git(made.place), [made.head]))


def test_a_hostile_repository_runs_nothing(tmp_path: Path) -> None:
    made = small_history(tmp_path / "r")
    canary = tmp_path / "canary"
    touching = f"= touch {canary}\n"
    (made.place / "config").write_text(f'[diff]\nexternal {touching}[diff "x"]\ntextconv {touching}')
    made.commit(files={".gitattributes": "* diff=x filter=x\n", "new": "1\n"})
    assert counted(made.place, [made.head])[made.head] == [(b".gitattributes", 1, 0), (b"new", 1, 0)]
    assert not canary.exists()
