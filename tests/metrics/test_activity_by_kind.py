"""Activity by kind, worked by hand."""

from folkmoot.metrics.activity_by_kind import METRIC
from worked_example import drilled, example, values


def test_words_for_kinds() -> None:
    """Worked out on paper.

    One commit with a co-author, one issue, one change that Cleo merged, one comment, a review and a comment
    on a line.
    """
    store = example(
        "when | who | also\n2026-01-01 | Ada | co: Bob",
        items="item | who | opened | merged | merger\n#1 | Ada | 2026-01-01 | |\n"
        "!2 | Ada | 2026-01-01 | 2026-01-05 | Cleo",
        remarks="item | who | when | kind\n#1 | Bob | 2026-01-02 | comment\n!2 | Bob | 2026-01-02 | review\n"
        "!2 | Bob | 2026-01-02 | review.comment\n!2 | ci[bot] | 2026-01-02 | comment",
    )
    assert values(store, METRIC) == {
        (202601, "commits"): 1,
        (202601, "thanks"): 1,
        (202601, "issues"): 1,
        (202601, "changes"): 1,
        (202601, "comments"): 1,
        (202601, "reviews"): 2,
        (202601, "merges"): 1,
    }
    assert drilled(store, METRIC) == {202601: 8}
