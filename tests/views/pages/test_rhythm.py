"""Rhythm: evenings and weekends, of the community as a whole."""

from folkmoot.views.pages.rhythm import lede
from views.looking import look_of
from worked_example import example


def said(*rows: str) -> str:
    return str(lede(look_of(example("\n".join(["when | who", *rows])))))


def test_both_shares_are_told_with_whom_they_are_about() -> None:
    """2026-06-06 and -07 are a weekend; ten commits there and ten on a Monday at noon."""
    sentence = said(*["2026-06-06 12:00 | Ada"] * 10, *["2026-06-08 12:00 | Bob"] * 10)
    assert "50% of the last 12 months' commits were made outside office hours and 50% at weekends" in sentence
    assert "never about one person" in sentence


def test_few_commits_have_no_rhythm() -> None:
    assert "Too few" in said(*["2026-06-06 | Ada"] * 19)
    assert "Too few" in said(*["2024-06-06 | Ada"] * 40)
