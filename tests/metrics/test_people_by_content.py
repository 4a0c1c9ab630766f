"""People by kind of content, worked by hand."""

from folkmoot.metrics.people_by_content import METRIC
from worked_example import drilled, example, values


def test_people_count_in_every_kind_they_work_on() -> None:
    """Code: Ada and Bob. Documentation: Bob. CI: Cleo. Dan's edit is too old, the bot is out."""
    store = example("""
        when       | who        | files
        2024-01-03 | Dan        | docs/x.md
        2026-01-03 | Ada        | app.py; web.py
        2026-01-04 | Bob        | app.py; README.md
        2026-01-05 | Cleo       | .github/workflows/ci.yml
        2026-01-06 | build[bot] | tests/test_app.py
    """)
    assert values(store, METRIC) == {
        (1, "code"): 2,
        (1, "documentation"): 1,
        (1, "continuous integration"): 1,
    }
    assert drilled(store, METRIC) == {1: 4}


def test_the_order_is_that_of_the_kinds_not_of_the_alphabet() -> None:
    store = example("""
        when       | who | files
        2026-01-03 | Ada | Makefile; README.md; app.py
    """)
    assert list(values(store, METRIC)) == [(1, "code"), (1, "documentation"), (1, "build")]
