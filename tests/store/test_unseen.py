"""Work that lands without a trace of the change it came from."""

import pytest

from folkmoot.store.outline import outline
from worked_example import example


def history(people: int, *, landing: int, merged: int = 0) -> object:
    """Give commits of so many people, `landing` of which name their change, and a change of each but one."""
    commits = [
        f"2026-01-02 09:{n:02d} | P{n} | a.py | {f'#{n}' if n < landing else ''}" for n in range(people)
    ]
    changes = [
        f"{n} | P{n % people} | 2026-01-01 | {'2026-01-02' if n < merged else ''}"
        for n in range(1, 2 * people)
    ]
    return example(
        "\n".join(["when | who | files | also", *commits]),
        changes="\n".join(["number | who | opened | merged", *changes]),
    )


@pytest.mark.parametrize(
    ("people", "landing", "merged", "said"),
    [(24, 3, 3, True), (24, 20, 20, False), (24, 3, 40, False), (8, 1, 1, False)],
    ids=["many people's without changes", "most with changes", "most are seen merged", "a core that pushes"],
)
def test_it_takes_many_people_and_few_merged_changes(
    people: int, landing: int, merged: int, said: bool
) -> None:
    assert outline(history(people, landing=landing, merged=merged)).lands_unseen is said


@pytest.mark.parametrize(("people", "said"), [(24, True), (8, False)])
def test_many_people_s_work_lands_unseen_where_changes_were_offered_years_ago(
    people: int, said: bool
) -> None:
    commits = [f"2026-01-02 09:{n:02d} | P{n} | a.py" for n in range(people)]
    past = "number | who | opened | merged\n1 | P1 | 2020-01-01 | 2020-01-02"
    told = example("\n".join(["when | who | files", *commits]), changes=past)
    assert outline(told).lands_unseen is said


def test_where_nothing_is_offered_nothing_lands_unseen() -> None:
    assert not outline(example("when | who\n2026-01-03 | Ada")).lands_unseen
