"""Rhythm: evenings and weekends, of the community as a whole."""

from folkmoot.views.pages.rhythm import lede
from views.looking import look_of
from worked_example import example


def said(*rows: str) -> str:
    return str(lede(look_of(example("\n".join(["when | who", *rows])))))


def test_both_shares_are_told_with_whom_they_are_about() -> None:
    """2026-06-06 and -07 are a weekend; ten commits there and ten on a Monday at noon."""
    five = ("Ada", "Bob", "Cleo", "Dan", "Eve")
    sentence = said(*[f"2026-06-{day} 12:00 | {who}" for who in five * 2 for day in ("06", "08")])
    assert "50% of the last 12 months' commits were made outside office hours and 50% at weekends" in sentence
    assert "never about one person" in sentence


def test_the_rhythm_of_four_people_is_not_told() -> None:
    sentence = said(*[f"2026-06-{day} 12:00 | {who}" for who in ("Ada", "Bob") * 5 for day in ("06", "08")])
    assert "50%" not in sentence
    assert "Fewer than 5 people" in sentence


def test_a_year_that_one_person_made_nearly_alone_says_so() -> None:
    rows = [f"2026-06-06 | {who}" for who in ("Ada", "Bob", "Cleo", "Dan", "Eve")]
    assert "or one person who made nearly all" in said(*rows, *["2026-06-08 12:00 | Ada"] * 40)


def test_few_commits_have_no_rhythm() -> None:
    five = ("Ada", "Bob", "Cleo", "Dan", "Eve")
    assert "Too few" in said(*[f"2026-06-06 | {who}" for who in five] * 3)
    assert "Too few" in said(*[f"2024-06-06 | {who}" for who in five] * 8)
