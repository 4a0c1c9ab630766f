"""Hard forks, worked by hand."""

from collections.abc import Sequence

import pytest

from folkmoot.metrics.hard_forks import METRIC
from folkmoot.store.answer import answer, events
from folkmoot.store.database import Connection
from folkmoot.store.scope import look_at
from worked_example import day, example

OTHER = 2
TRUNK = """
    when       | who
    2020-01-01 | Ada
    2020-02-01 | Bob
    2020-03-01 | Ada
    2021-06-01 | Ada
    2022-01-01 | Bob
"""


def with_other(trunk: str, shared: Sequence[int], own: Sequence[tuple[str, str]]) -> Connection:
    """Give a store with `trunk` as project 1, and a project 2 that shares some of its commits by number.

    Its own are given as (day, who); people of project 1 are found by name.
    """
    store = example(trunk)
    add_project(store, OTHER, shared, own)
    look_at(store, as_of=day("2026-06-15"))
    return store


def add_project(
    store: Connection, project: int, shared: Sequence[int], own: Sequence[tuple[str, str]]
) -> None:
    """Write a further project, as `with_other` is given one."""
    store.execute("insert into project values (?, ?, 'made for a test')", [project, f"other{project}"])
    store.execute(
        f"insert into coverage select {project}, source, since, until, quality, note from coverage "
        "where project = 1"
    )
    for number in shared:
        copy = 1000 * project + number
        same = "sha, author, committer, authored_at, authored_offset, committed_at, committed_offset, parents"
        store.execute(
            f"insert into commit_fact select {copy}, {project}, {same}, is_signed, subject "
            f"from commit_fact where commit = {number}"
        )
        store.execute(
            f"insert into place select {copy}, 1, 1, 0, dated_at from place where commit = {number}"
        )
    for number, (when, who) in enumerate(own, start=1000 * project + 500):
        identity = store.execute("select identity from identity where name = ?", [who]).fetchone()
        if identity is None:
            identity = (number,)
            store.execute(
                "insert into person values (?, ?, ?, 0, '')", [number, who, int(who.endswith("[bot]"))]
            )
            store.execute(
                "insert into identity values (?, 'git', ?, ?)", [number, who, f"{who}@example.test"]
            )
            store.execute("insert into identity_person values (?, ?, 'test', 0)", [number, number])
        store.execute(
            "insert into commit_fact values (?, ?, ?, ?, ?, ?, 0, ?, 0, 1, 0, 'own')",
            [number, project, f"{number:040x}", identity[0], identity[0], day(when), day(when)],
        )
        store.execute("insert into place values (?, 1, 1, ?, ?)", [number, number, day(when)])


def pairs(store: Connection) -> dict[tuple[str, str], tuple[float | None, int]]:
    """Give (own commits, shared commits) by (project, other project)."""
    return {(row.label, row.part): (row.value, row.n) for row in answer(store, METRIC)}


def test_shared_root_then_separate_ways() -> None:
    """Three commits shared until 2020-03. Project 1 goes on with two by Ada and Bob, the other with three,
    all by Cleo, each for over a year."""
    store = with_other(
        TRUNK, [1, 2, 3], [("2020-04-01", "Cleo"), ("2020-05-01", "Cleo"), ("2021-07-01", "Cleo")]
    )
    assert pairs(store) == {("1", "2"): (2, 3), ("2", "1"): (3, 3)}
    assert [label for _, label, _ in events(store, METRIC)] == ["1", "1", "2", "2", "2"]


def test_one_project_alone_has_no_forks() -> None:
    assert pairs(example(TRUNK)) == {}


def test_without_a_shared_commit_there_is_no_pair() -> None:
    assert pairs(with_other(TRUNK, [], [("2020-04-01", "Cleo"), ("2021-07-01", "Cleo")])) == {}


def test_a_fork_that_stopped_within_half_a_year_is_none() -> None:
    """Cleo's last own commit is one month after the last shared one."""
    assert pairs(with_other(TRUNK, [1, 2, 3], [("2020-04-01", "Cleo")])) == {}


def test_a_copy_that_follows_the_trunk_is_none() -> None:
    """Everything of project 1 is in project 2, so project 1 has nothing of its own."""
    assert pairs(with_other(TRUNK, [1, 2, 3, 4, 5], [("2023-07-01", "Cleo")])) == {}


def test_the_same_people_on_both_sides_are_one_community() -> None:
    """Ada and Bob work on both: a second branch kept in its own repository, not a fork."""
    assert pairs(with_other(TRUNK, [1, 2, 3], [("2020-04-01", "Ada"), ("2021-07-01", "Bob")])) == {}


def test_bots_keep_no_fork_alive() -> None:
    assert pairs(with_other(TRUNK, [1, 2, 3], [("2020-04-01", "Cleo"), ("2021-07-01", "build[bot]")])) == {}


@pytest.mark.parametrize(
    ("parted", "is_fork"), [("11:59:59", True), ("12:00:00", False), ("12:00:01", False)]
)
def test_both_go_on_for_more_than_183_days(parted: str, is_fork: bool) -> None:
    """The other's last commit is of noon of 31 August, 183 days after noon of 1 March 2020."""
    trunk = TRUNK.replace("2020-03-01", f"2020-03-01 {parted}")
    store = with_other(trunk, [1, 2, 3], [("2020-08-31", "Cleo")])
    assert set(pairs(store)) == ({("1", "2"), ("2", "1")} if is_fork else set())


def test_somebody_who_works_on_both_does_not_make_them_one() -> None:
    """Ada works on both; Bob on the trunk alone, and Cleo on the other alone."""
    store = with_other(TRUNK, [1, 2, 3], [("2020-04-01", "Ada"), ("2021-07-01", "Cleo")])
    assert pairs(store) == {("1", "2"): (2, 3), ("2", "1"): (2, 3)}


def test_a_project_with_nobody_of_its_own_is_no_fork() -> None:
    """The other is Ada's alone, and Ada works on the trunk too."""
    assert pairs(with_other(TRUNK, [1, 2, 3], [("2020-04-01", "Ada"), ("2021-07-01", "Ada")])) == {}


def test_each_pair_of_three_is_judged_by_its_own_parting() -> None:
    """All of the trunk is Ada's but one. 2 parted from it in June 2021, 3 in March 2020.

    1 and 2: Ada's one commit since, and Cleo's two. 1 and 3: Ada works on both, and nobody else on 1. 2 and
    3: Ada's of June 2021, which 2 has, and Cleo's two; against Ada's and Dan's. Behind 2 stand three.
    """
    store = example(TRUNK.replace("2022-01-01 | Bob", "2022-01-01 | Ada"))
    add_project(store, 2, [1, 2, 3, 4], [("2021-07-01", "Cleo"), ("2022-07-01", "Cleo")])
    add_project(store, 3, [1, 2, 3], [("2020-04-01", "Ada"), ("2021-09-01", "Dan")])
    look_at(store, as_of=day("2026-06-15"))
    assert pairs(store) == {("1", "2"): (1, 4), ("2", "1"): (2, 4), ("2", "3"): (3, 3), ("3", "2"): (2, 3)}
    assert sorted(label for _, label, _ in events(store, METRIC)) == ["1", "2", "2", "2", "3", "3"]
