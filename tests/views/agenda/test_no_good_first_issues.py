"""Invitations to newcomers that have run out."""

import pytest

from folkmoot.views.agenda.no_good_first_issues import raised
from views.looking import monthly, panel, told


def look(*values: float | None):
    return told(panel("good-first-issues", monthly(values)))


def test_none_left_is_raised_with_what_there_was() -> None:
    finding = raised(look(1, 4, 2, 0))
    assert str(finding.title) == "No open issue invites newcomers any more."
    assert str(finding.evidence[0]) == (
        "Of those that carry such a label now, 4 were open at the end of 2024-02."
    )


@pytest.mark.parametrize(
    "values",
    [(4, 4, 1), (1, 1, 0), (0, 0, 0), (4, *[0] * 13), (0,), (None, None)],
    ids=["some", "hardly any", "never", "long ago", "one month", "unknown"],
)
def test_nothing_else_is(values: tuple[float | None, ...]) -> None:
    assert raised(look(*values)) is None
