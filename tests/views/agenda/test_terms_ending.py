"""Terms of office that end soon, or are over while the role is still listed."""

from __future__ import annotations

import pytest

from folkmoot.i18n import say
from folkmoot.model.check import Finding
from folkmoot.model.role import Holder, Listing, Role
from folkmoot.views.agenda.terms_ending import SHOWN, raised
from folkmoot.views.look import Look
from views.governing.written_down import known
from views.looking import told


def look(*until: str, files: tuple[str, ...] = ("OWNERS",)) -> Look:
    """Give a look, as of 1975-06-24, at people whose terms end on these days."""
    listings = [Listing(Role("chair"), Holder(f"p{n}"), "OWNERS", until=day) for n, day in enumerate(until)]
    made = told()
    made.governing = (known(role_files=list(files), listings=listings),)
    return made


def finding(*until: str) -> Finding:
    found = raised(look(*until))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("until", "title"),
    [
        (("1975-07-01",), "A term of office ends on 1975-07-01."),
        (("1975-07-02", "1975-07-01"), "2 terms of office end within two months, the first on 1975-07-01."),
        (("1975-06-01",), "Terms that are over while the role is still listed: 1."),
        (("1975-06-01", "1975-05-01"), "Terms that are over while the role is still listed: 2."),
        (
            ("1975-07-01", "1975-06-01", "1975-07-02"),
            "Terms that end within two months or are over already: 3.",
        ),
        (("1975-06-24",), "A term of office ends on 1975-06-24."),
    ],
    ids=["one", "two", "over", "both over", "mixed", "today"],
)
def test_what_ends_and_what_is_over_is_told_apart(until: tuple[str, ...], title: str) -> None:
    assert say(finding(*until).title) == title


def test_each_term_is_named_the_most_urgent_first() -> None:
    assert [say(each) for each in finding("1975-07-01", "1975-06-01").evidence] == [
        "p1, chair: ended on 1975-06-01.", "p0, chair: until 1975-07-01.",
    ]  # fmt: skip


def test_terms_that_end_on_one_day_come_by_name() -> None:
    assert [say(each)[:2] for each in finding("1975-07-01", "1975-07-01").evidence] == ["p0", "p1"]


def test_five_terms_are_named_and_all_are_counted() -> None:
    found = finding(*["1975-07-01"] * 7)
    assert len(found.evidence) == SHOWN == 5
    assert say(found.title).startswith("7 terms")


def test_where_no_term_ends_soon_nothing_is_raised() -> None:
    assert raised(look("1999-01-01", "")) is None
    assert raised(look()) is None


def test_without_files_of_roles_nobody_is_looked_at() -> None:
    assert raised(look("1975-07-01", files=())) is None
