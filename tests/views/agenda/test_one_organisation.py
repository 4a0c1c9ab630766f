"""More than half of the work from one organisation."""

import pytest

from checks.trees import Files
from folkmoot.model.page import Point
from folkmoot.views.agenda.one_organisation import raised
from views.looking import LAST_YEAR, Aliases, look_of, panel, told
from worked_example import example


def history(acme: int, others: int, *, people: int = 3):
    """Give a store with commits of a year: of people at acme in turn, and of Zoe, who is at nobody's."""
    rows = [f"2026-03-{n % 28 + 1:02d} | P{n % people} @acme" for n in range(acme)]
    rows += [f"2026-04-{n % 28 + 1:02d} | Zoe" for n in range(others)]
    return example("\n".join(["when | who", *rows]))


def test_more_than_half_of_everything_is_raised() -> None:
    finding = raised(look_of(history(26, 24)))
    assert str(finding.title) == "52% of the last 12 months' commits came from people at acme."
    assert str(finding.evidence[0]) == (
        "26 of 50 commits, by 3 people; the rest is from elsewhere or unknown."
    )


@pytest.mark.parametrize(("acme", "others", "people"), [(25, 25, 3), (40, 9, 3), (50, 20, 2)])
def test_half_little_and_a_person_with_a_domain_are_not(acme: int, others: int, people: int) -> None:
    assert raised(look_of(history(acme, others, people=people))) is None


def test_under_pseudonyms_the_organisation_has_an_alias() -> None:
    finding = raised(look_of(history(40, 20), aliases=Aliases()))
    assert "acme" not in str(finding.title)
    assert "organisation" in str(finding.title)


@pytest.mark.parametrize(
    ("path", "begins"), [("GOVERNANCE.md", "Read what is written"), ("README.md", "Write down who decides")]
)
def test_what_is_written_down_is_not_asked_for_again(path: str, begins: str) -> None:
    shown = told(
        panel("contributor-absence-factor", [Point(LAST_YEAR, 3, 50)]),
        trees={1: Files({path: b"Whoever rows decides."})},
        largest_organisation=1, largest_commits=40, largest_people=3,
    )  # fmt: skip
    assert str(raised(shown).remedy).startswith(begins)


def test_nobody_s_organisation_is_known() -> None:
    assert raised(look_of(history(0, 60))) is None
