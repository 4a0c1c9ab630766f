"""Directories whose work comes from one person."""

from folkmoot.model.page import Point
from folkmoot.views.agenda.one_person_directories import raised
from views.looking import LAST_YEAR, panel, told


def look(*directories: tuple[str, float, int], overall: float = 5):
    return told(
        panel("contributor-absence-factor", [Point(LAST_YEAR, overall, 999)]),
        panel(
            "contributor-absence-factor-by-directory",
            [Point(LAST_YEAR, value, n, label=name) for name, value, n in directories],
        ),
    )


def test_one_to_three_are_named_the_busiest_first() -> None:
    finding = raised(look(("docs", 1, 50), ("src", 1, 90), ("tests", 4, 99)))
    assert str(finding.title) == (
        "Directories where at least half of the last 12 months' commits came from one person: src, docs."
    )
    assert str(finding.evidence[0]) == "3 directories had 50 commits or more in those 12 months."


def test_one_directory_is_told_as_one() -> None:
    finding = raised(look(("src", 1, 90), ("docs", 1, 49)))
    assert str(finding.title) == (
        "The directory where at least half of the last 12 months' commits came from one person: src."
    )
    assert str(finding.evidence[0]) == "No other directory had 50 commits or more in those 12 months."
    assert not str(finding.remedy).startswith("For one of them")
    assert "2 directories had" in str(raised(look(("src", 1, 90), ("docs", 2, 50))).evidence[0])


def test_more_are_counted() -> None:
    finding = raised(look(*((name, 1, 60) for name in "abcd"), ("src", 3, 99)))
    assert str(finding.title).startswith("In 4 directories")
    assert str(finding.title).endswith("the busiest are a, b, c.")


def test_quiet_directories_are_no_surprise() -> None:
    assert raised(look(("docs", 1, 49), ("src", 4, 99))) is None


def test_two_people_are_not_one() -> None:
    assert raised(look(("docs", 2, 50), ("src", 4, 99))) is None


def test_where_few_carry_everything_another_rule_has_said_so() -> None:
    assert raised(look(("docs", 1, 50), ("src", 4, 99), overall=2)) is None


def test_where_three_carry_half_of_everything_directories_tell_more() -> None:
    assert raised(look(("docs", 1, 50), ("src", 4, 99), overall=3)) is not None


def test_without_commits_there_is_nothing_to_say() -> None:
    assert raised(told()) is None


def test_each_part_may_have_its_own_one_person() -> None:
    """Five people carry the project, and yet nobody shares a directory."""
    assert raised(look(("docs", 1, 50), ("src", 1, 99))) is not None


def test_files_at_the_top_are_no_directory_where_more_is_done_elsewhere() -> None:
    """Who bumps versions there is whoever releases; one whose work lies at the top is judged by it."""
    assert raised(look(("(top level)", 1, 57), ("src", 3, 67))) is None
    assert "(top level)" in str(raised(look(("(top level)", 1, 90), ("src", 3, 67))).title)
