"""The hostile objects of git's own tests, from the repository to the numbers: a right one, or a clear error.

After t4212-log-corrupt, t1450-fsck and t7450-bad-git-dotfiles of git, whose words the cases are called by.
Each history has a plain commit before the odd one, and mostly one after it. Long because git's own lists are.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from folkmoot.model.errors import SourceError
from folkmoot.sources.git.repository import Options, open_repository
from sources.git.repositories import ADA, BOB, START, Repository
from store.stores import ask, bring, notes, value

THOR = "A U Thor <author@example.com>"
NULL = "0" * 40
GONE = "1" * 40


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    made = Repository.create(tmp_path / "r")
    made.commit(BOB, files={"a": "1\n"}, at=START)
    return made


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "s.duckdb"


def odd_commit(made: Repository, ident: bytes, message: bytes = b"1234567890\n") -> None:
    """Store a commit whose author and committer are these very bytes."""
    made.store(
        f"tree {made.tree()}\nparent {made.head}\n".encode()
        + b"author " + ident + b"\ncommitter " + ident + b"\n\n" + message
    )  # fmt: skip


def people(store: Path) -> set[tuple[str, str]]:
    """Give the names and addresses of all authors but Bob."""
    rows = ask(store, "select i.name, i.email from commit_fact c join identity i on i.identity = c.author")
    return {(name, email) for name, email in rows if name != "Bob"}


IDENTS = {
    "broken author email": (f"{THOR}-<> {START} +0000", "A U Thor", "author@example.com"),
    "email without @": (f"A U Thor <authorATx.org> {START} +0000", "A U Thor", "authorATx.org"),
    "email with embedded >": (f"A U Thor <author@example>e.com> {START} +0000", "A U Thor", "author@example"),
    "> in name": (f"A U Thor> <author@example.com> {START} +0000", "A U Thor>", "author@example.com"),
    "missing email": (f"A U T {START} +0000", "A U T", ""),
    "missing < email delimiter": (f"A U Thor author@x.org> {START} +0000", "A U Thor", "author@x.org"),
}  # fmt: skip


@pytest.mark.parametrize(("ident", "name", "email"), IDENTS.values(), ids=IDENTS.keys())
def test_a_broken_ident_is_one_author_with_the_right_date(
    made: Repository, store: Path, ident: str, name: str, email: str
) -> None:
    odd_commit(made, ident.encode())
    bring(store, made.place)
    assert people(store) == {(name, email)}
    assert {ts for (ts,) in ask(store, "select authored_at from commit_fact")} == {START}
    assert notes(store) == ""


DATES = {
    "unparsable": "totally_bogus +0000", "2^64 + 1": "18446744073709551617 +0000",
    "2^64 - 2": "18446744073709551614 +0000", "enough to choke gmtime": "999999999999999999 +0000",
    "whitespace": "   ", "a vertical tab": "  \x0b", "negative": "-1 +0000", "nothing": "",
}  # fmt: skip


@pytest.mark.parametrize("date", DATES.values(), ids=DATES.keys())
def test_a_date_that_cannot_be_true_is_not_believed_and_the_subject_is_no_date(
    made: Repository, store: Path, date: str
) -> None:
    odd_commit(made, f"{THOR} {date}".encode())
    bring(store, made.place)
    assert people(store) == {("A U Thor", "author@example.com")}
    assert {ts for (ts,) in ask(store, "select ts from commits")} == {START}, "dated by its neighbour"
    assert "Commits with dates that cannot be true: 1 of 2" in notes(store)
    assert ("1234567890",) in ask(store, "select subject from commit_fact")


@pytest.mark.parametrize(
    "ident", [b"A U\0Thor <a@x.org> 1700000000 +0000", f"{THOR}\0 {START} +0000".encode()]
)
def test_a_commit_with_nul_in_its_header_is_one_commit(made: Repository, store: Path, ident: bytes) -> None:
    odd_commit(made, ident)
    made.commit(BOB)
    bring(store, made.place)
    assert value(store, "select count(*) from commit_fact") == 3


def test_a_commit_with_nul_in_its_message_is_one_commit(made: Repository, store: Path) -> None:
    odd_commit(made, f"{THOR} {START} +0000".encode(), b"Sub\0ject\n\nReviewed-by: Ada <ada@example.org>\n")
    bring(store, made.place)
    assert value(store, "select count(*) from commit_fact") == 2
    assert people(store) == {("A U Thor", "author@example.com")}


# -- trees ------------------------------------------------------------------------------------------------


def tree(made: Repository, *entries: tuple[str, bytes, str]) -> str:
    """Store the very entries of a tree, in this order."""
    rows = [mode.encode() + b" " + name + b"\0" + bytes.fromhex(sha) for mode, name, sha in entries]
    return made.object("tree", b"".join(rows))


def odd_tree(made: Repository, root: str, *, is_last: bool = False) -> None:
    made.commit(ADA, "Odd\n", tree=root)
    if not is_last:
        made.files = {}
        made.commit(BOB, "After\n", {"a": "2\n"})


def touched(store: Path) -> set[tuple[str, str]]:
    """Give the letters and paths that the odd commit touched."""
    return {
        (letter, name)
        for letter, name in ask(
            store,
            "select t.status, p.name from touch_fact t join commit_fact c using (commit) "
            "join path_fact p on p.path = t.path where c.subject = 'Odd'",
        )
    }


NAMES = {
    "dot": b".", "dotdot": b"..", "dotgit": b".git", "in other letters": b".GIT",
    "with a mark": b".g\xe2\x80\x8cit",
    "ntfs": b"git~1", "a slash": b"a/b", "a way out": b"../../etc/x", "from the root": b"/etc/passwd",
    "a drive": b"C:\\x", "excessively large": b"n" * 5000,
}  # fmt: skip


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
@pytest.mark.parametrize("is_last", [False, True], ids=["in the history", "at the tip"])
def test_a_name_that_leads_elsewhere_is_a_name_and_nothing_is_written(
    made: Repository, store: Path, name: bytes, is_last: bool
) -> None:
    odd_tree(made, tree(made, ("100644", name, made.blob("x\n"))), is_last=is_last)
    bring(store, made.place)
    assert ("A", name.decode()) in touched(store)
    assert value(store, "select count(*) from commit_fact") == (2 if is_last else 3)
    assert {path.name for path in store.parent.iterdir()} == {"r", "s.duckdb", "s.duckdb.lock"}


def test_a_folder_called_dotdot_stays_inside(made: Repository, store: Path) -> None:
    outside = store.parent / "f"
    outside.write_text("mine")
    inner = tree(made, ("100644", b"f", made.blob("theirs")))
    odd_tree(made, tree(made, ("40000", b"..", inner)), is_last=True)
    bring(store, made.place)
    assert ask(store, "select name from path_fact where name like '%f'") == [("../f",)]
    with open_repository(str(made.place), Options()) as opened:
        assert opened.tree.read("../f") == b"theirs"
    assert outside.read_text() == "mine"


def test_entries_that_come_twice_are_touched_once(made: Repository, store: Path) -> None:
    blob = made.blob("x\n")
    inner = tree(made, ("100644", b"y", blob))
    odd_tree(made, tree(made, ("100644", b"x", blob), ("100644", b"x", blob), ("40000", b"x", inner)))
    bring(store, made.place)
    assert touched(store) == {("A", "x"), ("A", "x/y"), ("D", "a")}


MODES = {"bogus mode": "100000", "no mode of git": "777777", "zero-padded": "0100644"}


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES.keys())
def test_an_entry_with_a_bogus_mode_is_touched(made: Repository, store: Path, mode: str) -> None:
    odd_tree(made, tree(made, (mode, b"foo", made.blob("x\n"))))
    bring(store, made.place)
    assert ("A", "foo") in touched(store)


@pytest.mark.parametrize(("mode", "sha"), [("100644", NULL), ("100644", GONE), ("160000", NULL)])
def test_an_entry_whose_object_is_nowhere_is_touched(
    made: Repository, store: Path, mode: str, sha: str
) -> None:
    odd_tree(made, tree(made, (mode, b"foo", sha)))
    bring(store, made.place)
    assert ("A", "foo") in touched(store)
    is_file = mode != "160000"
    assert ("without file contents" in notes(store)) is is_file


BROKEN: dict[str, Callable[[Repository], str]] = {
    "unparsable": lambda made: made.object("tree", b"100644 \0" + b"x" * 20),
    "too short": lambda made: made.object("tree", b"\xff\xfe no tree"),
    "type mismatch": lambda made: tree(made, ("40000", b"dir", made.blob("x"))),
    "null folder": lambda made: tree(made, ("40000", b"dir", NULL)),
    "missing folder": lambda made: tree(made, ("40000", b"dir", GONE)),
    "empty name": lambda made: tree(made, ("100644", b"", made.blob("x"))),
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_tree_in_the_history_is_unknown_and_said(
    made: Repository, store: Path, broken: Callable[[Repository], str]
) -> None:
    odd_tree(made, broken(made))
    bring(store, made.place)
    assert value(store, "select count(*) from commit_fact") == 3
    assert touched(store) == set()
    assert "without their trees" in notes(store)
    assert ask(store, "select name from path_fact p join file_fact f on f.path = p.path") == [("a",)]


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_tree_at_the_tip_is_an_error_with_a_hint(
    made: Repository, store: Path, broken: Callable[[Repository], str]
) -> None:
    odd_tree(made, broken(made), is_last=True)
    with pytest.raises(SourceError, match="ls-tree failed") as error:
        bring(store, made.place)
    assert "git fsck" in error.value.hint


# -- tags and references ----------------------------------------------------------------------------------

TAGGER = f"tagger T A Gger <tagger@example.com> {START} +0000"
TAGS = {
    "pointing to nothing": (f"object {GONE}\ntype commit\ntag v1\n{TAGGER}\n\nx\n", 0),
    "garbage": ("garbage", 0),
    "a wrong name and no tagger": ("object {head}\ntype commit\ntag wrong name\n\nx\n", 1),
    "a bad tagger": ("object {head}\ntype commit\ntag v1\ntagger Bad Name\n\nx\n", 1),
    "NUL in the header": ("object {head}\ntype commit\ntag v1\ntagger T\0A <t@x.org> 17 +0000\n\nx\n", 1),
    "an invalid header": (f"object {{head}}\ntype commit\ntag v1\n{TAGGER}\njunk\n\nx\n", 1),
}  # fmt: skip


@pytest.mark.parametrize(("body", "releases"), TAGS.values(), ids=TAGS.keys())
def test_an_odd_tag_is_a_release_where_it_leads_to_a_commit(
    made: Repository, store: Path, body: str, releases: int
) -> None:
    made.ref("refs/tags/v1", made.object("tag", body.replace("{head}", made.head).encode()))
    bring(store, made.place)
    told = ask(store, "select tag, released_at from release_fact")
    assert told == [("v1", START)][:releases]
    assert value(store, "select count(*) from commit_fact") == 1


@pytest.mark.parametrize("kind", ["a blob", "nothing", "no kind of git"])
def test_a_branch_that_leads_to_no_commit_hides_no_other(made: Repository, store: Path, kind: str) -> None:
    places = {"a blob": made.blob("x"), "nothing": GONE, "no kind of git": made.object("bogus", b"x")}
    made.ref("refs/heads/other", places[kind])
    bring(store, made.place)
    assert value(store, "select count(*) from commit_fact") == 1


@pytest.mark.parametrize("head", [f"{NULL}\n", "ref: refs/funny/place\n"])
def test_a_head_at_a_funny_place_leaves_the_branches(made: Repository, store: Path, head: str) -> None:
    (made.place / "HEAD").write_text(head)
    bring(store, made.place)
    assert value(store, "select count(*) from commit_fact") == 1


def test_a_head_that_leads_out_of_the_repository_is_refused(made: Repository, store: Path) -> None:
    (made.place / "HEAD").write_text("ref: ../../../../etc/passwd\n")
    with pytest.raises(SourceError, match="cannot read"):
        bring(store, made.place)


def loose(made: Repository) -> Path:
    return made.place / "objects" / made.head[:2] / made.head[2:]


DAMAGE: dict[str, Callable[[Repository], object]] = {
    "truncated": lambda made: loose(made).write_bytes(loose(made).read_bytes()[:-10]),
    "trailing garbage": lambda made: loose(made).write_bytes(loose(made).read_bytes() + b"garbage"),
    "hash mismatch": lambda made: loose(made).write_bytes(zlib.compress(b"commit 4\0oops")),
    "zlib corrupt": lambda made: loose(made).write_bytes(b"\0\0\0\0"),
    "missing": lambda made: loose(made).unlink(),
    "a blob": lambda made: made.ref("refs/heads/main", made.blob("x")),
    "a commit for a tree": lambda made: made.commit(ADA, tree=made.head),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_a_tip_that_cannot_be_read_is_an_error_and_no_empty_history(
    made: Repository, store: Path, damage: Callable[[Repository], object]
) -> None:
    damage(made)
    with pytest.raises(SourceError) as error:
        bring(store, made.place)
    assert "git fsck" in error.value.hint


@pytest.mark.parametrize("kind", ["missing", "a blob"])
def test_a_parent_that_is_no_commit_is_an_error_with_a_hint(made: Repository, store: Path, kind: str) -> None:
    made.commit(ADA, parents=[GONE if kind == "missing" else made.blob("x")])
    with pytest.raises(SourceError, match="git log failed") as error:
        bring(store, made.place)
    assert "git fsck" in error.value.hint


def test_an_empty_repository_is_empty_all_the_same(tmp_path: Path, store: Path) -> None:
    bring(store, Repository.create(tmp_path / "empty").place)
    assert value(store, "select count(*) from commit_fact") == 0


# -- submodules and files that git reads --------------------------------------------------------------------

MODULES = {
    "../ in a name": '[submodule "../../modules/evil"]\n\tpath = evil\n\turl = {url}\n',
    "a command": '[submodule "evil"]\n\tpath = evil\n\turl = {url}\n\tupdate = !touch {mark}\n',
    "an option as url": '[submodule "x"]\n\tpath = x\n\turl = --upload-pack=touch {mark}\n',
    "an option as path": '[submodule "x"]\n\tpath = -x\n\turl = {url}\n',
    "another protocol": '[submodule "x"]\n\tpath = x\n\turl = ext::touch {mark}\n',
    "a line end in a url": '[submodule "x"]\n\tpath = x\n\turl = "https://one.example/%0ahost=two.example"\n',
    "broken": "[broken", "nested": '[submodule "a"]\n\tpath = a\n[submodule "a/b"]\n\tpath = a/b\n',
}  # fmt: skip


@pytest.mark.parametrize("text", MODULES.values(), ids=MODULES.keys())
def test_a_trick_in_gitmodules_is_a_file_and_nothing_is_run(made: Repository, store: Path, text: str) -> None:
    mark = store.parent / "mark"
    told = text.replace("{url}", str(made.place)).replace("{mark}", str(mark))
    made.files[b"evil"] = ("160000", made.head)
    made.commit(ADA, "Odd\n", {
        ".gitmodules": told, "modules/evil/hooks/post-checkout": f"#!/bin/sh\ntouch {mark}\n",
    })  # fmt: skip
    place = made.clone(store.parent / "clone", "--bare")
    bring(store, place)
    assert not mark.exists()
    assert {name for _, name in touched(store)} == {".gitmodules", "evil", "modules/evil/hooks/post-checkout"}
    assert not list(place.glob("modules/*"))


@pytest.mark.parametrize("name", [".gitmodules", ".gitattributes", ".mailmap", ".gitignore", ".gitmodules ."])
@pytest.mark.parametrize("kind", ["link", "folder", "submodule"])
def test_a_file_that_git_reads_may_be_none(made: Repository, store: Path, name: str, kind: str) -> None:
    """A link to a file of the machine is a link; what it leads to is never read."""
    secret = store.parent / "secret"
    secret.write_text("Ada King <ada@example.org>\n")
    entry = {
        "link": ("120000", made.blob(str(secret))), "submodule": ("160000", made.head),
        "folder": ("40000", tree(made, ("100644", b"x", made.blob("y\n")))),
    }[kind]  # fmt: skip
    odd_tree(made, tree(made, (entry[0], name.encode(), entry[1])), is_last=True)
    bring(store, made.place)
    assert ("Ada",) in ask(store, "select name from person")
    assert not [content for (content,) in ask(store, "select content from document") if b"King" in content]
