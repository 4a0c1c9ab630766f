"""Lists of what waits: by title and number, bounded, and safe under aliases."""

import pytest

from folkmoot.i18n import Message
from folkmoot.model.event import DAY
from folkmoot.store.outline import LAGGING
from folkmoot.store.waiting import Waiting
from folkmoot.views.waiting import (
    UNKNOWN,
    changes,
    issues,
    late,
    links,
    longest,
    newcomers,
    of_a_year,
    waiting_panel,
)
from views.looking import Aliases, told
from worked_example import day


def one(number: int, days: int, *, is_change: bool = False, is_new: bool = False, is_answered: bool = False):
    address = f"https://forge.test/a/b/issues/{number}"
    return Waiting(1, is_change, number, f"Title {number}", 0, days * DAY, is_new, is_answered, address)


def look_at(*found: Waiting, **other):
    look = told(**other)
    look.waiting = tuple(found)
    return look


def test_only_what_waits_for_longer_than_wanted_counts() -> None:
    look = look_at(one(1, 5), one(2, 6), one(3, 400))
    assert [each.number for each in late(look)] == [2, 3]
    look.response_days = 30
    assert [each.number for each in late(look)] == [3]


@pytest.mark.parametrize(
    ("seconds", "is_late"),
    [(5 * DAY - 1, False), (5 * DAY, False), (5 * DAY + 1, True), (5 * DAY + 23 * 3600, True)],
    ids=["nearly", "exactly", "a second more", "hours more"],
)
def test_a_wait_is_longer_than_wanted_from_the_first_second_on(seconds: int, is_late: bool) -> None:
    """What the list leaves out is said not to wait for more than five days."""
    look = look_at(one(1, 0)._replace(seconds=seconds))
    assert bool(late(look)) is is_late


def test_a_year_is_over_from_the_first_second_on() -> None:
    year = one(1, 365)
    over = year._replace(number=2, seconds=365 * DAY + 1)
    assert of_a_year([year, over]) == [year]
    assert [str(text) for text in longest([year])] == ["The longest wait is 365 days."]
    assert [str(text) for text in longest([over])] == ["The longest wait is 365 days; for over a year: 1."]


def test_one_day_is_not_called_days() -> None:
    day = one(1, 1)
    look = look_at(day._replace(seconds=DAY + 3600))
    look.response_days = 1
    assert [str(link.text) for link in links(look, late(look))] == ["Title 1 (#1), a day"]
    assert [str(text) for text in longest([day])] == ["The longest wait is a day."]
    (entry,) = waiting_panel(look, "x", "X", "?", late(look), "").entries
    assert str(entry.state) == "a day"


def test_sorts_of_waiting_are_told_apart() -> None:
    look = look_at(
        one(1, 9), one(2, 9, is_new=True), one(3, 9, is_change=True, is_new=True, is_answered=True),
        one(4, 9, is_answered=True),
    )  # fmt: skip
    assert [each.number for each in newcomers(look)] == [2]
    assert [each.number for each in issues(look)] == [1, 2]
    assert [each.number for each in changes(look)] == [3]


def test_links_name_the_first_five() -> None:
    look = look_at(*(one(number, 9) for number in range(1, 9)))
    named = links(look, late(look))
    assert len(named) == 5
    assert str(named[0].text) == "Title 1 (#1), 9 days"
    assert named[0].address == "https://forge.test/a/b/issues/1"


def test_aliases_leave_neither_title_nor_number_nor_address() -> None:
    look = look_at(one(17, 9))
    look.aliases = Aliases()
    shown = waiting_panel(look, "x", "X", "?", late(look), "")
    assert "17" not in repr((links(look, late(look)), shown.entries))
    assert "https" not in repr((links(look, late(look)), shown.entries))
    assert [str(link.text) for link in links(look, late(look))] == ["9 days"]


def test_the_longest_wait_is_told_apart_from_the_old_ones() -> None:
    assert [str(text) for text in longest([one(1, 9), one(2, 30)])] == ["The longest wait is 30 days."]
    assert [str(text) for text in longest([one(1, 9), one(2, 400)])] == [
        "The longest wait is 400 days; for over a year: 1."
    ]
    assert longest([]) == ()


def test_a_list_is_bounded_and_counts_the_rest() -> None:
    found = [one(number, 9) for number in range(1, 31)]
    shown = waiting_panel(look_at(*found), "x", "X", "?", found, "")
    assert (len(shown.entries), shown.more) == (20, 10)


def test_an_empty_list_is_good_news() -> None:
    shown = waiting_panel(look_at(), "x", "X", "?", [], "Nothing waits for more than {days} days.")
    assert str(shown.headline) == "Nothing waits for more than 5 days."
    assert shown.entries == ()


def test_a_list_says_that_some_of_the_projects_were_read_earlier() -> None:
    """Else "nothing waits" would be said of what nobody looked at."""
    earlier = Message(LAGGING, {"count": 1, "projects": 2, "day": "2026-03-01"})
    look = look_at(notes=("Cut off.", Message("{count} lack lines.", {"count": 1}), earlier))
    assert waiting_panel(look, "x", "X", "?", [], "Nothing waits.").coverage_notes == (earlier,)


def test_archives_do_not_say_that_nothing_waits() -> None:
    look = look_at(forges=("gharchive",))
    shown = waiting_panel(look, "x", "X", "?", [], "Nothing waits for more than {days} days.")
    assert shown.headline == ""
    assert shown.missing == UNKNOWN


def test_a_list_names_the_days_it_counts_with_and_the_day_it_is_of() -> None:
    shown = waiting_panel(look_at(as_of=day("2026-06-15")), "x", "X", "?", [], "Nothing waits.")
    assert (shown.parameters, shown.freshness) == ({"response_days": 5}, "2026-06-15")


def shown_of(*found: Waiting, **outline: object):
    return waiting_panel(look_at(*found, **outline), "x", "X", "?", found, "Nothing waits.")


def test_an_entry_says_what_it_is_where_it_is_and_who_spoke_last() -> None:
    issue, change = shown_of(one(1, 9), one(2, 30, is_change=True, is_answered=True)).entries
    assert (issue.id, str(issue.title), str(issue.state)) == ("issue-1-1", "Title 1 (#1)", "9 days")
    assert (issue.facts, issue.address) == ((), "https://forge.test/a/b/issues/1")
    assert (change.id, [str(fact) for fact in change.facts]) == (
        "change-1-2", ["Its author said the last word."],
    )  # fmt: skip


def test_of_several_projects_each_entry_names_its_own() -> None:
    look = look_at(one(1, 9), projects=2)
    look.project_name = lambda number: f"moot-{number}"
    (entry,) = waiting_panel(look, "x", "X", "?", late(look), "").entries
    assert str(entry.title) == "moot-1: Title 1 (#1)"


def test_under_aliases_only_the_sort_is_told() -> None:
    look = look_at(one(17, 9), one(18, 9, is_change=True))
    look.aliases = Aliases()
    entries = waiting_panel(look, "x", "X", "?", late(look), "").entries
    assert [(entry.id, str(entry.title)) for entry in entries] == [
        ("waiting-1", "An issue"), ("waiting-2", "A change"),
    ]  # fmt: skip


def test_what_has_no_title_is_a_dash() -> None:
    (entry,) = shown_of(one(1, 9)._replace(title="  ")).entries
    assert str(entry.title) == "– (#1)"


def test_a_short_list_leaves_nothing_out_and_is_not_called_empty() -> None:
    shown = shown_of(one(1, 9))
    assert (shown.more, shown.headline, shown.missing) == (0, "", "")


def test_the_source_is_the_forges_that_told() -> None:
    assert shown_of(one(1, 9), forges=("github", "gitlab")).source == "github, gitlab"
    assert shown_of(one(1, 9), forges=()).source == "the forge"


def test_a_year_to_the_day_is_not_over_a_year() -> None:
    assert [str(text) for text in longest([one(1, 365)])] == ["The longest wait is 365 days."]
    assert "for over a year: 1." in str(longest([one(1, 366), one(2, 365)])[0])
