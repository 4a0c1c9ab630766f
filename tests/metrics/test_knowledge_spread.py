"""Authors per file, worked by hand."""

import pytest

from folkmoot.metrics.knowledge_spread import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values


def test_the_middle_file() -> None:
    """a: Ada, Bob, Cleo = 3. b: Ada, Bob = 2. c: Ada = 1. The middle of 1, 2, 3 is 2; the bot is nobody."""
    store = example("""
        when       | who        | files
        2026-01-03 | Ada        | a.py; b.py; c.py
        2026-01-04 | Bob        | a.py; b.py
        2026-01-05 | Cleo       | a.py
        2026-01-06 | build[bot] | a.py; b.py; c.py
    """)
    assert values(store, METRIC) == {0: 2}
    assert [row.n for row in answer(store, METRIC)] == [3]
    assert drilled(store, METRIC) == {0: 6}


@pytest.mark.parametrize(
    ("authors", "median"),
    [
        ([1], 1),
        ([1, 4, 2], 2),
        ([1, 2], 1.5),
        ([1, 1, 4], 1),
        ([1, 2, 3, 4], 2.5),
        ([2, 2, 2, 5], 2),
        ([1, 1, 3, 3, 3], 3),
    ],
)
def test_medians(authors: list[int], median: float) -> None:
    """One file per number, with so many authors."""
    lines = [
        f"2026-01-{1 + person:02} | Member{person} | file{number}.py"
        for number, people in enumerate(authors)
        for person in range(people)
    ]
    assert values(example("\n".join(["when | who | files", *lines])), METRIC) == {0: median}


def test_an_empty_tree_says_nothing() -> None:
    assert values(example("when | who | files\n2024-01-01 | Ada | a.py", files=[]), METRIC) == {}


def test_who_comes_back_to_a_file_is_one_author() -> None:
    """Ada touched a.py three times. Her commit to b.py, which is gone, does not stand behind it."""
    rows = [f"2026-01-0{day} | Ada | a.py" for day in (1, 2, 3)]
    store = example("\n".join(["when | who | files", *rows, "2026-01-04 | Ada | b.py"]), files=["a.py"])
    assert values(store, METRIC) == {0: 1}
    assert drilled(store, METRIC) == {0: 3}
