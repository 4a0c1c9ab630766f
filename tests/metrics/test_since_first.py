"""Commits of each project from the period on in which it first wrote something down."""

from folkmoot.metrics._since_first import since_first
from worked_example import example

COMMITS = """
    project | when       | who             | also
    1       | 2024-01-01 | Ada             |
    1       | 2025-01-01 | Ada             | signed-off: Ada
    1       | 2025-01-02 | Ada             |
    1       | 2025-01-03 | dependabot[bot] | signed-off: Ada
    1       | 2025-01-04 | Ada             | merge; signed-off: Ada
    2       | 2024-01-01 | dependabot[bot] | signed-off: Ada
    2       | 2024-06-01 | Bob             |
    3       | 2024-01-01 | Cleo            | signed-off: Cleo
"""


def rows(question: str) -> list[tuple[object, ...]]:
    text = f"{question} select year_id, is_signed_off from judged order by all"
    return example(COMMITS).execute(text).fetchall()


def test_a_project_is_judged_from_its_own_first_on() -> None:
    """The second has none by a person, so nothing of it is asked."""
    assert rows(since_first("is_signed_off", "year_id")) == [(2024, 1), (2025, 0), (2025, 1)]


def test_whose_commits_are_asked_is_said() -> None:
    """Those of robots begin it in the second, too."""
    found = rows(since_first("is_signed_off", "year_id", "is_bot in (0, 1)"))
    assert found == [(2024, 0), (2024, 1), (2024, 1), (2025, 0), (2025, 1), (2025, 1)]
