"""Commits read out of git as they are stored, however odd, held against git's own words."""

from pathlib import Path

import pytest

from folkmoot.model.errors import HostileInputError, SourceError
from folkmoot.sources.git import history
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.history import Commit, commits, parse, signature
from sources.git.repositories import ADA, BOB, START, Repository, small_history


def read(made: Repository, tips: list[str] | None = None, without: list[str] | None = None) -> list[Commit]:
    return list(commits(Git(made.place), tips or [made.head], without or []))


def only(made: Repository) -> Commit:
    (commit,) = read(made)
    return commit


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return Repository.create(tmp_path / "r")


def test_every_commit_comes_once_with_its_parents(tmp_path: Path) -> None:
    made = small_history(tmp_path / "r")
    found = {commit.sha: commit.parents for commit in read(made)}
    told = [line.split() for line in made.run("rev-list", "--parents", "main").splitlines()]
    assert found == {sha: tuple(parents) for sha, *parents in told}
    assert len(found) == 6


def test_what_is_known_is_left_out(tmp_path: Path) -> None:
    made = small_history(tmp_path / "r")
    known = made.run("rev-parse", "main~1")
    assert [commit.sha for commit in read(made, without=[known])] == [made.head]


def test_people_times_and_offsets_are_as_written(made: Repository) -> None:
    made.commit(
        ADA, at=START, offset="+0530", committer=BOB, committed_at=START + 9, committed_offset="-0130"
    )
    commit = only(made)
    assert (commit.author, commit.authored_at, commit.authored_offset) == (ADA.encode(), START, 330)
    assert (commit.committer, commit.committed_at, commit.committed_offset) == (BOB.encode(), START + 9, -90)


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ("0", 0), ("4294967295", 4294967295), ("4294967296", 4294967296), ("-1", -1),
        ("99999999999999999999999", 0), ("9223372036854775807", 0), ("x", 0), ("", 0),
    ],
)  # fmt: skip
def test_times_of_other_centuries_are_read_and_impossible_ones_are_none(
    made: Repository, when: str, expected: int
) -> None:
    made.commit(at=when)
    assert only(made).authored_at == expected


@pytest.mark.parametrize(
    ("offset", "minutes"), [("+0000", 0), ("-0330", -210), ("+1400", 840), ("+9999", 0), ("+5", 5), ("?", 0)]
)
def test_offsets_are_minutes_and_odd_ones_are_none(made: Repository, offset: str, minutes: int) -> None:
    made.commit(offset=offset)
    assert only(made).authored_offset == minutes


@pytest.mark.parametrize(
    "who",
    ["Ada <>", "<ada@example.org>", "Ada <no-at>", "Ada <a> b <c@example.org>", "Ada \xe9 <a@example.org>"],
)
def test_odd_names_stay_as_they_are(made: Repository, who: str) -> None:
    made.commit(who.encode())
    assert only(made).author.decode() == who


def test_names_in_other_encodings_are_told_by_the_header(made: Repository) -> None:
    made.commit("Ren\xe9 <rene@example.org>".encode("latin-1"), "Caf\xe9\n".encode("latin-1"),
                headers=b"encoding ISO-8859-1\n")  # fmt: skip
    commit = only(made)
    assert commit.author.decode() == "René <rene@example.org>"
    assert commit.message.strip().decode() == "Café"


@pytest.mark.parametrize("encoding", [b"nonsense", b"'utf8'", b"", b"UTF-16"])
def test_a_bogus_encoding_leaves_the_bytes(made: Repository, encoding: bytes) -> None:
    made.commit(b"Ren\xc3\xa9 <rene@example.org>", "Café\n", headers=b"encoding " + encoding + b"\n")
    commit = only(made)
    assert commit.author == b"Ren\xc3\xa9 <rene@example.org>"
    assert "Café".encode() in commit.message


def test_an_encoding_cannot_hide_where_a_commit_stands(made: Repository) -> None:
    """git itself would recode the parents too, and lose them."""
    first = made.commit()
    made.commit(headers=b"encoding UTF-16\n")
    assert read(made)[0].parents == (first,)


@pytest.mark.parametrize("encoding", [b"punycode", b"idna", b"unicode_escape", b"raw-unicode-escape"])
def test_what_only_python_calls_an_encoding_is_none(made: Repository, encoding: bytes) -> None:
    r"""A message of a megabyte in punycode would take minutes, and `\n` is no line break."""
    made.commit(message=b"a-" + b"b9" * 500_000 + rb"\n\u0041", headers=b"encoding " + encoding + b"\n")
    assert only(made).message.rstrip().endswith(rb"b9b9\n\u0041")


def test_undeclared_bytes_come_through(made: Repository) -> None:
    made.commit(b"Ren\xe9 <rene@example.org>", b"Caf\xe9\n")
    assert only(made).author == b"Ren\xe9 <rene@example.org>"


def test_signatures_are_seen(made: Repository) -> None:
    made.commit(headers=b"gpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n -----END PGP SIGNATURE-----\n")
    assert only(made).is_signed
    made.commit(message="not gpgsig\n")
    assert [commit.is_signed for commit in read(made)] == [False, True]


def test_odd_headers_and_two_authors_do_no_harm(made: Repository) -> None:
    tree = made.tree()
    made.store(
        f"tree {tree}\nauthor {ADA} {START} +0000\nauthor {BOB} {START} +0000\n"
        f"committer {ADA} {START} +0000\n"
        f":100644 100644 a b M\nodd\n\nWork\n".encode()
    )
    commit = only(made)
    assert commit.author.decode() == ADA
    assert commit.message.strip() == b"Work"


@pytest.mark.parametrize("body", ["\n\n", "author\ncommitter\n", "author x\ncommitter <> x y\n\nz"])
def test_a_commit_with_next_to_nothing_is_still_one(made: Repository, body: str) -> None:
    made.store(f"tree {made.tree()}\n{body}".encode())
    commit = only(made)
    assert commit.sha == made.head
    assert commit.authored_at == 0


def test_what_is_no_commit_at_all_is_an_error(made: Repository) -> None:
    made.store(f"tree {made.tree()}\n".encode())
    with pytest.raises(SourceError, match="git log failed"):
        read(made)


def test_touches_are_letters_and_paths(made: Repository) -> None:
    made.commit(files={"a": "1\n", "b": "2\n", "c": "3\n"})
    made.commit(files={"a": "9\n", "b": None})
    newest, oldest = read(made)
    assert newest.touches == [("M", b"a", b""), ("D", b"b", b"")]
    assert oldest.touches == [("A", name, b"") for name in (b"a", b"b", b"c")]


def test_an_exact_rename_tells_the_old_name(made: Repository) -> None:
    made.commit(files={"old": "same\n"})
    made.commit(files={"old": None, "new": "same\n"})
    assert read(made)[0].touches == [("R", b"new", b"old")]


def test_renames_and_changes_stand_side_by_side(made: Repository) -> None:
    made.commit(files={"b": "same\n", "c": "1\n", "old\ncommit 7": "also\n"})
    made.commit(
        message="", files={"b": None, "a": "same\n", "c": "2\n", "old\ncommit 7": None, "z M": "also\n"}
    )
    assert read(made)[0].touches == [
        ("R", b"a", b"b"), ("M", b"c", b""), ("R", b"z M", b"old\ncommit 7"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", [b"caf\xe9", b"a\nb", b"a\tb", b'"q"', b":100644", b"commit 0123", b"-option", b" "]
)
def test_any_name_of_a_file_comes_through(made: Repository, name: bytes) -> None:
    made.commit(files={name: "1\n"})
    made.commit(files={name: "2\n"})
    assert [commit.touches[0][1] for commit in read(made)] == [name, name]


def test_a_merge_touches_nothing(tmp_path: Path) -> None:
    made = small_history(tmp_path / "r")
    assert [commit.touches for commit in read(made) if len(commit.parents) > 1] == [[]]


def test_an_octopus_has_all_its_parents(made: Repository) -> None:
    root = made.commit(files={"a": "1\n"})
    arms = [made.commit(files={f"arm{n}": "1\n"}, parents=[root], branch=f"arm{n}") for n in range(10)]
    made.commit(parents=arms)
    assert read(made)[0].parents == tuple(arms)


def test_several_roots_are_all_read(made: Repository) -> None:
    roots = [made.commit(files={f"root{n}": "1\n"}, parents=[], branch="") for n in range(3)]
    made.commit(parents=roots)
    assert {commit.sha for commit in read(made) if not commit.parents} == set(roots)


def test_replacements_and_grafts_tell_no_other_history(tmp_path: Path) -> None:
    made = small_history(tmp_path / "r")
    alone = made.commit(parents=[], branch="alone")
    made.ref(f"refs/replace/{made.run('rev-parse', 'main')}", alone)
    (made.place / "info").mkdir(exist_ok=True)
    (made.place / "info" / "grafts").write_text(f"{made.run('rev-parse', 'main~1')}\n")
    assert len(read(made, [made.run("rev-parse", "main")])) == 6


def test_a_very_long_message_is_cut_not_refused(made: Repository) -> None:
    """100 megabytes; its last line is a trailer, and the path after it is still read."""
    made.commit(message=b"Long\n\n" + b"x" * 100_000_000 + b"\n\nReviewed-by: " + BOB.encode() + b"\n",
                files={"a": "1\n"})  # fmt: skip
    commit = only(made)
    assert len(commit.message) < 5 << 20
    assert commit.message.startswith(b"    Long\n")
    assert BOB.encode() in commit.message
    assert commit.touches == [("A", b"a", b"")]


def test_a_commit_that_touches_too_much_is_refused(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MAX_TOUCHES", 5)
    made.commit(files={f"f{n}": "1\n" for n in range(6)})
    with pytest.raises(HostileInputError, match="touches over 5 paths"):
        read(made)


def test_a_history_of_too_many_touches_is_refused(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MAX_ALL_TOUCHES", 5)
    for name in "abcdefgh":
        made.commit(files={name: "1\n"})
    with pytest.raises(HostileInputError, match="over 5 times"):
        read(made)


def test_a_damaged_clone_is_an_error_with_a_hint(tmp_path: Path) -> None:
    made = small_history(tmp_path / "r")
    gone = made.run("rev-parse", "main~2")
    (made.place / "objects" / gone[:2] / gone[2:]).unlink()
    with pytest.raises(SourceError, match="git log failed") as caught:
        read(made)
    assert "git fsck" in caught.value.hint


def test_plain_and_odd_commits_are_read_alike() -> None:
    """The quick way and the careful way agree: an empty line among the headers' ends is all that differs."""
    plain = b"commit %s\ntree %s\nparent %s\n" % (b"a" * 40, b"b" * 40, b"c" * 40)
    plain += b"author A <a> 5 +0100\ncommitter B <b> 6 -0100\ngpgsig x\n\n    Title\n"
    odd = plain.replace(b"\ntree ", b"\nodd x\ntree ")
    assert parse(plain) == parse(odd)
    assert parse(plain).is_signed


@pytest.mark.parametrize("line", [b"", b"Ada", b"Ada <a>", b"Ada <a> x", b"Ada <a> 5", b"> > 5 +0100"])
def test_a_damaged_signature_has_what_it_has(line: bytes) -> None:
    ident, when, offset = signature(line)
    assert line.startswith(ident)
    assert when in (0, 5)
    assert offset in (0, 60)
