"""Lines are counted once, for every commit that has any, and again when contents come."""

from pathlib import Path

from folkmoot.store.database import connect
from folkmoot.store.ledger import Ledger
from folkmoot.store.linecount import MOST_LINES, Places
from folkmoot.store.touched import Touched
from sources.git.repositories import Repository
from store.stores import ask, bring, lines_of, value


def test_merges_are_not_counted(made: Repository, store: Path) -> None:
    bring(store, made.place)
    asked = "select distinct parents > 1, is_counted from commit_fact left join line_state using (commit)"
    assert ask(store, asked) == [(False, 1), (True, None)]


def test_only_new_commits_are_counted(made: Repository, store: Path) -> None:
    bring(store, made.place)
    with connect(store) as connection:
        connection.execute("update line_fact set added = added + 1000")
    made.commit(files={"new": "1\n"})
    bring(store, made.place)
    assert value(store, "select min(added) from line_fact") == 1
    assert value(store, "select count(*) from line_fact where added >= 1000") == value(
        store, "select count(*) - 1 from line_fact"
    )


def test_a_lost_content_that_comes_back_is_counted(made: Repository, store: Path) -> None:
    made.commit(files={"lost": "found\nagain\n"})
    blob = made.files[b"lost"][1]
    place = made.place / "objects" / blob[:2] / blob[2:]
    content = place.read_bytes()
    place.unlink()
    bring(store, made.place)
    assert value(store, "select count(*) from line_state where is_counted = 0") == 1
    place.write_bytes(content)
    made.commit(files={"next": "1\n"})
    bring(store, made.place)
    assert value(store, "select count(*) from line_state where is_counted = 0") == 0
    assert value(store, "select sum(added) from commits") == lines_of(made)[0]


def test_one_path_has_one_row_and_no_row_overflows(store: Path) -> None:
    with connect(store) as connection:
        ledger = Ledger(connection, 1)
        Places(ledger, Touched(ledger).paths).write(
            1, [(b"a\x81", 1, 2), (b"a\x8d", 10, 20), (b"big", 1 << 40, 0)]
        )
        assert [row[2:] for row in ledger.rows("line_fact")] == [(11, 22), (MOST_LINES, 0)]
