"""What commits touched is written down once, whether it came with the commits or with their lines."""

from pathlib import Path

import pytest

from folkmoot.model.errors import HostileInputError
from folkmoot.sources.git import history
from folkmoot.store import intake, linecount
from folkmoot.store.database import connect
from folkmoot.store.ledger import Ledger
from folkmoot.store.touched import Touched
from sources.git.repositories import ADA, BOB, Repository
from store.stores import ask, bring, contents, same_as_fresh, tables, value

TOUCHED = """select c.sha, f.name, t.status from touch_fact t join commit_fact c using (commit)
    join path_fact f on f.path = t.path"""


@pytest.fixture
def made(made: Repository) -> Repository:
    made.files[b"renamed"] = made.files.pop(min(made.files))
    made.commit(BOB, "Move\n")
    made.commit(ADA, "More\n", {"lost": "nowhere\nelse\n", "deep/er/file": "deep\n"})
    return made


def lose(made: Repository, what: str) -> tuple[Path, bytes]:
    """Take an object away; give where it was and what it held."""
    sha = made.run("rev-parse", what)
    place = made.place / "objects" / sha[:2] / sha[2:]
    content = place.read_bytes()
    place.unlink()
    return place, content


def test_a_path_named_twice_is_one_touch_and_a_rename_tells_both_names(store: Path) -> None:
    with connect(store) as connection:
        ledger = Ledger(connection, 1)
        Touched(ledger).write(7, [("M", b"a\x81", b""), ("A", b"a\x8d", b""), ("R", b"new", b"old")])
        twice, new, old = (ledger.path(name) for name in ("a�", "new", "old"))
        assert ledger.rows("touch_fact") == [(7, twice, "M"), (7, new, "R")]
        assert ledger.rows("rename_fact") == [(7, old, new)]


def test_it_is_the_same_with_the_lines_as_with_the_commits(made: Repository, store: Path) -> None:
    other = store.with_name("other.duckdb")
    bring(store, made.place)
    bring(other, made.place, lines="never")
    bring(other, made.place)
    assert contents(store) == contents(other)
    assert tables(store) == tables(other)


def test_trees_are_compared_once_where_lines_are_counted_anyway(
    made: Repository, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    commits = intake.commits
    monkeypatch.setattr(
        intake, "commits", lambda *a, **more: asked.append(more.get("touches", True)) or commits(*a, **more)
    )
    bring(store, made.place)
    bring(store.with_name("plain.duckdb"), made.place, lines="never")
    assert asked == [False, True]


def test_a_lost_content_leaves_all_that_was_touched(made: Repository, store: Path) -> None:
    bring(store.with_name("whole.duckdb"), made.place)
    lose(made, "main:lost")
    bring(store, made.place)
    assert ask(store, TOUCHED) == ask(store.with_name("whole.duckdb"), TOUCHED)
    assert ask(
        store, "select c.sha from line_state join commit_fact c using (commit) where is_counted = 0"
    ) == [(made.head,)]


def test_new_commits_with_a_lost_content_and_old_ones_without_lines_are_told_once(
    made: Repository, store: Path
) -> None:
    bring(store, made.place, lines="never")
    made.commit(BOB, "Lose\n", {"gone": "nowhere\n"})
    lose(made, "main:gone")
    bring(store, made.place)
    assert same_as_fresh(store, made.place)
    assert value(store, "select count(*) from line_state where is_counted = 0") == 1


def test_a_lost_tree_is_a_gap_and_what_is_newer_is_told(made: Repository, store: Path) -> None:
    made.commit(ADA, "Newer\n", {"newer": "1\n"})
    made.commit(ADA, "Newest\n", {"newest": "1\n"})
    lose(made, "main~2^{tree}")
    bring(store, made.place)
    assert (made.head, "newest", "A") in ask(store, TOUCHED)
    gaps = {sha for (sha,) in ask(store, "select c.sha from touch_gap join commit_fact c using (commit)")}
    assert {made.run("rev-parse", "main~1"), made.run("rev-parse", "main~2")} <= gaps
    assert made.head not in gaps
    assert same_as_fresh(store, made.place)


def test_a_history_that_touches_too_much_is_refused(
    made: Repository, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(history, "MAX_ALL_TOUCHES", 5)
    with pytest.raises(HostileInputError, match="touches paths over 5 times"):
        bring(store, made.place)
    assert linecount.bounded(5) == 5
