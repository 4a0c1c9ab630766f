"""Proposals that wait, those unchanged longest first, and the changes beside the process."""

from __future__ import annotations

from dataclasses import replace

import pytest

from folkmoot.govern.proposals.layouts import all_layouts
from folkmoot.i18n import say
from folkmoot.model.page import Entry, Panel
from folkmoot.model.proposal import DecisionState, Proposal
from folkmoot.views.governing.proposal_lists import (
    MOST_BROKEN,
    MOST_STEPS,
    MOST_WAITING,
    NOBODY_WAITS,
    WAIT_ELSEWHERE,
    against_the_process,
    named,
    unchanged,
    undecided,
    waiting,
)
from folkmoot.views.governing.telling import Names
from views.governing.written_down import history, known, proposal, reading, way
from views.looking import Aliases

SHOWN, HIDDEN = Names({}, None, None), Names({}, None, Aliases())
DRAFT, ACCEPTED = DecisionState.DRAFT, DecisionState.ACCEPTED
STALE = all_layouts()["pep"].stale_days


def drafts(*numbers: int) -> list[Proposal]:
    return [proposal(number, DRAFT, word="Draft") for number in numbers]


def facts(entry: Entry) -> list[str]:
    return [say(fact) for fact in entry.facts]


def test_what_nobody_can_tell_is_not_called_undecided() -> None:
    found = undecided(reading(proposal(1, DRAFT), proposal(2, None), proposal(3, ACCEPTED)))
    assert [one.number for one in found] == [1]


def test_what_has_lain_still_longest_comes_first_and_then_by_path() -> None:
    told = reading(*drafts(1, 2, 3))
    ways = history(way(1, (300, "draft")), way(2, (100, "draft")), way(3, (100, "draft")))
    shown = waiting(known(told, ways), ways, SHOWN)
    assert [say(entry.title) for entry in shown.entries] == ["PEP 2: T", "PEP 3: T", "PEP 1: T"]


def test_how_many_wait_and_how_many_of_them_lie_still_is_said() -> None:
    """As of day 2000; a proposal lies still once its days are more than the layout's."""
    told = reading(*drafts(1, 2, 3), proposal(4, ACCEPTED))
    days = (2000 - STALE - 1, 2000 - STALE, 1990)
    ways = history(*(way(n, (day, "draft")) for n, day in enumerate(days, 1)), way(4, (1, "accepted")))
    shown = waiting(known(told, ways), ways, SHOWN)
    assert say(shown.headline) == (f"Waiting for a decision: 3; unchanged for over {STALE} days: 1.")
    assert [one.number for one, _ in unchanged(known(told, ways))] == [1]


def test_hours_more_than_the_days_are_over_the_days() -> None:
    told = reading(*drafts(1))
    exactly = way(1, (2000 - STALE, "draft"))
    hours_more = replace(exactly, changed_at=exactly.changed_at - 6 * 3600)
    assert unchanged(known(told, history(exactly))) == []
    assert len(unchanged(known(told, history(hours_more)))) == 1


def test_what_was_taken_out_waits_for_nothing() -> None:
    ways = history(way(1, (100, "draft"), gone=200))
    shown = waiting(known(reading(*drafts(1)), ways), ways, SHOWN)
    assert (shown.entries, shown.missing) == ((), NOBODY_WAITS)


def test_where_only_decided_ones_land_the_others_wait_elsewhere() -> None:
    layout = next(name for name, each in all_layouts().items() if each.merged)
    ways = history(layout=layout)
    assert waiting(known(reading(layout=layout), ways), ways, SHOWN).missing == WAIT_ELSEWHERE


def test_without_a_history_nobody_can_say_who_waits() -> None:
    assert unchanged(known(reading(*drafts(1)), None)) == []
    assert unchanged(known(None, None)) == []


def test_an_entry_says_since_when_and_what_happened() -> None:
    ways = history(way(1, (0, "draft"), (31, "deferred"), (59, "draft")))
    (entry,) = waiting(known(reading(*drafts(1)), ways), ways, SHOWN).entries
    assert facts(entry) == ["Here since 1970-01-01, last changed on 1970-03-01."]
    assert (entry.id, say(entry.state)) == ("peps/pep-0001.rst", "Draft")
    assert [say(step) for step in entry.details] == [
        "1970-01-01: it came as “draft” (commit 000000000000).",
        "1970-02-01: “draft” became “deferred” (commit 000000000000).",
        "1970-03-01: “deferred” became “draft” (commit 000000000000).",
    ]


def test_what_never_changed_says_so() -> None:
    ways = history(way(1, (31, "draft")))
    (entry,) = waiting(known(reading(*drafts(1)), ways), ways, SHOWN).entries
    assert facts(entry) == ["Unchanged since 1970-02-01."]


def test_a_proposal_without_a_word_has_its_state_for_one() -> None:
    ways = history(way(1, (31, "draft")))
    (entry,) = waiting(known(reading(proposal(1, DRAFT)), ways), ways, SHOWN).entries
    assert say(entry.state) == "draft"


def test_of_a_long_way_the_last_steps_are_told() -> None:
    steps = [(day, ("draft", "deferred")[day % 2]) for day in range(MOST_STEPS + 3)]
    ways = history(way(1, *steps))
    (entry,) = waiting(known(reading(*drafts(1)), ways), ways, SHOWN).entries
    assert len(entry.details) == MOST_STEPS
    assert say(entry.details[-1]).startswith("1970-01-15: ")


def test_a_long_list_of_those_who_wait_ends() -> None:
    numbers = range(1, MOST_WAITING + 3)
    ways = history(*(way(n, (n, "draft")) for n in numbers))
    shown = waiting(known(reading(*drafts(*numbers)), ways), ways, SHOWN)
    assert (len(shown.entries), shown.more) == (MOST_WAITING, 2)
    assert say(shown.headline).startswith(f"Waiting for a decision: {MOST_WAITING + 2};")


def test_aliases_hide_titles_paths_and_commits() -> None:
    ways = history(way(1, (0, "draft")))
    (entry,) = waiting(known(reading(*drafts(1)), ways), ways, HIDDEN).entries
    assert say(entry.title) == "PEP 1"
    assert entry.id != "peps/pep-0001.rst"
    assert [say(step) for step in entry.details] == ["1970-01-01: it came as “draft”."]


def test_a_proposal_without_a_title_is_called_by_its_label() -> None:
    assert say(named(proposal(7, DRAFT, title=""), SHOWN)) == "PEP 7"


def beside(*ways: object, names: Names = SHOWN) -> Panel:
    told = reading(*drafts(1, 2))
    of = history(*ways)  # type: ignore[arg-type]
    return against_the_process(known(told, of), told, of, names)


def test_what_went_beside_the_process_comes_newest_first() -> None:
    old = way(1, (0, "draft"), (100, "final"), illegal="A draft cannot become final.")
    new = way(2, (0, "draft"), (1999, "final"), illegal="A draft cannot become final.")
    shown = beside(old, new)
    assert [say(entry.title) for entry in shown.entries] == ["PEP 2: T", "PEP 1: T"]
    assert facts(shown.entries[1]) == ["A draft cannot become final.", "On 1970-04-11."]
    assert [say(each) for each in shown.entries[1].details] == ["Commit 000000000000."]
    assert say(shown.headline) == "Changes that went beside the process: 2, 1 of them in the last 12 months."


@pytest.mark.parametrize(("day", "recent"), [(1635, 1), (1634, 0)])
def test_the_last_twelve_months_are_less_than_366_days(day: int, recent: int) -> None:
    shown = beside(way(1, (0, "draft"), (day, "final"), illegal="No."))
    said = f"Changes that went beside the process: 1, {recent} of them in the last 12 months."
    assert say(shown.headline) == said


def test_where_every_change_was_allowed_that_is_said() -> None:
    gone = way(1, (0, "draft"), (1, "final"), gone=5, illegal="No.")
    shown = beside(gone, way(2, (0, "draft")))
    assert shown.entries == ()
    assert say(shown.headline) == "No change of status in the history went beside the process."


def test_a_proposal_that_was_not_read_is_called_as_its_way_is() -> None:
    shown = beside(way(9, (0, "draft"), (1, "final"), illegal="No."))
    assert say(shown.entries[0].title) == "PEP 9"


def test_aliases_hide_the_commit_of_what_went_beside() -> None:
    shown = beside(way(1, (0, "draft"), (1, "final"), illegal="No."), names=HIDDEN)
    assert shown.entries[0].details == ()


def test_a_long_list_of_what_went_beside_ends() -> None:
    ways = [way(n, (0, "draft"), (1, "final"), illegal="No.") for n in range(1, MOST_BROKEN + 4)]
    shown = beside(*ways)
    assert (len(shown.entries), shown.more) == (MOST_BROKEN, 3)
