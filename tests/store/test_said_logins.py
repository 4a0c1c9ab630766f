"""`Reviewed By: login`: counted where one person here is known by it, else kept as it was said."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.metrics.review_share import METRIC
from folkmoot.store.answer import answer
from folkmoot.store.database import reading
from folkmoot.store.people import ONLY_SAID
from folkmoot.store.scope import look_at
from sources.git.repositories import ADA, Repository
from store.stores import ask, bring, same_as_fresh, value

LOGIN = b"weaver17 <w17@example.net>"


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return Repository.create(tmp_path / "r")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "s.duckdb"


def reviewed(store: Path) -> list[float | None]:
    with reading(store) as connection:
        look_at(connection)
        return [row.value for row in answer(connection, METRIC)]


def test_a_login_counts_where_somebody_is_known_by_it(made: Repository, store: Path) -> None:
    made.commit(LOGIN, files={"a": "1\n"})
    made.commit(ADA, "Work\n\nReviewed By: weaver17, #everybody\n", {"b": "1\n"})
    bring(store, made.place)
    assert ask(store, "select kind, person from contributions where kind = 'commit.reviewed'") == [
        ("commit.reviewed", value(store, "select person from commits order by ts limit 1"))
    ]
    assert value(store, "select count(*) from persons") == 2
    assert reviewed(store) == [0.5]


def test_a_full_name_counts_as_well(made: Repository, store: Path) -> None:
    made.commit(b"Theodora Weaver <t@example.net>", files={"a": "1\n"})
    made.commit(ADA, "Work\n\nReviewed By: Theodora Weaver\n", {"b": "1\n"})
    bring(store, made.place)
    assert value(store, "select count(*) from contributions where kind = 'commit.reviewed'") == 1


@pytest.mark.parametrize("login", ["weaver17", "ada", "Ada", "chad", "root"])
def test_a_login_that_nobody_is_known_by_is_kept_and_counts_for_nobody(
    made: Repository, store: Path, login: str
) -> None:
    made.commit(ADA, f"Work\n\nReviewed By: {login}\n", {"b": "1\n"})
    bring(store, made.place)
    assert ask(store, "select i.name, i.source, p.rule from trailer_fact t join identity i using (identity) "
               "join identity_person p using (identity)") == [(login, "login", ONLY_SAID)]  # fmt: skip
    assert value(store, "select count(*) from persons") == 1
    assert value(store, "select count(*) from contributions where kind = 'commit.reviewed'") == 0
    assert reviewed(store) == []


def test_ones_own_login_is_no_review(made: Repository, store: Path) -> None:
    made.commit(LOGIN, "Work\n\nReviewed By: weaver17\n", {"b": "1\n"})
    bring(store, made.place)
    assert reviewed(store) == []


def test_with_an_address_it_is_a_trailer_as_any(made: Repository, store: Path) -> None:
    made.commit(ADA, "Work\n\nReviewed By: Bob <bob@example.net>\n", {"b": "1\n"})
    bring(store, made.place)
    assert reviewed(store) == [1]


def test_whoever_comes_later_is_known_by_it_from_then_on(made: Repository, store: Path) -> None:
    made.commit(ADA, "Work\n\nReviewed By: weaver17\n", {"b": "1\n"})
    bring(store, made.place)
    assert reviewed(store) == []
    made.commit(LOGIN, files={"a": "1\n"})
    bring(store, made.place)
    assert reviewed(store) == [0.5]
    assert same_as_fresh(store, made.place)
