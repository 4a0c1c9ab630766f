"""Who holds a role in silence, and who is busy without one."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.govern.audit.rules import all_rules
from folkmoot.govern.audit.rules.active_but_unlisted import ACTS
from folkmoot.govern.roles.activity import MONTH, Activity, Seen
from folkmoot.model.check import Outcome
from govern.audit.moot import Moot

NOW = 1_800_000_000


def store(*people: tuple[str, float, int]) -> Activity:
    """Give a store that knows people by handle: months since they last did anything, acts of the year."""
    seen = {
        number: Seen(number, handle.title(), (handle,), NOW - int(months * MONTH), acts)
        for number, (handle, months, acts) in enumerate(people)
    }
    return Activity(NOW, seen, {each.handles[0]: number for number, each in seen.items()})


@pytest.fixture
def moot(tmp_path: Path) -> Moot:
    return Moot.create(tmp_path, {"OWNERS": "approvers: [ada, bob]\n"})


@pytest.mark.parametrize(("months", "outcome"), [(11.99, Outcome.YES), (12.01, Outcome.NO)])
def test_twelve_months_without_any_act_are_silence(moot: Moot, months: float, outcome: Outcome) -> None:
    assert moot.ask("listed-but-silent", store(("ada", months, 0))).finding.outcome is outcome


def test_who_is_silent_and_since_when(moot: Moot) -> None:
    """Bob is in no store, so nothing is said of him, and one person was looked at."""
    answer = moot.ask("listed-but-silent", store(("ada", 24, 0)))
    assert [(str(each.what), each.place) for each in answer.evidence] == [
        ("ada, approver: nothing seen since 2025-01-14.", "OWNERS:1")
    ]
    assert answer.examined == 1


def test_a_store_that_knows_nobody_of_them_says_nothing(moot: Moot) -> None:
    assert moot.ask("listed-but-silent", store(("zoe", 24, 0))).finding.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(("acts", "outcome"), [(49, Outcome.YES), (50, Outcome.NO)])
def test_fifty_acts_in_a_year_are_busy(moot: Moot, acts: int, outcome: Outcome) -> None:
    assert ACTS == 50
    people = store(("ada", 0, 0), ("bob", 0, 0), ("zoe", 0, acts))
    assert moot.ask("active-but-unlisted", people).finding.outcome is outcome


def test_the_busy_are_named_in_the_order_of_the_alphabet_and_never_ranked(moot: Moot) -> None:
    people = store(("ada", 0, 99), ("bob", 0, 0), ("zoe", 0, 900), ("cleo", 0, 51))
    answer = moot.ask("active-but-unlisted", people)
    assert [str(each.what) for each in answer.evidence] == ["Cleo holds no role.", "Zoe holds no role."]


def test_without_any_file_of_roles_nobody_is_unlisted(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"README.md": "hello"})
    people = store(("zoe", 0, 900))
    assert moot.ask("active-but-unlisted", people).finding.outcome is Outcome.NOT_APPLICABLE
    assert moot.ask("listed-but-silent", people).finding.outcome is Outcome.NOT_APPLICABLE


def test_silent_people_are_counted_where_nobody_is_named(moot: Moot) -> None:
    with moot.practice(store(("ada", 24, 0))) as practice:
        practice.names_silent = False
        answer = all_rules()["listed-but-silent"].answer(practice)
    (told,) = answer.evidence
    assert str(told.what) == (
        "People in roles who are known in the commits: 1. Silent for 12 months or longer: 1."
    )
    assert told.path == ""


@pytest.mark.parametrize(("owners", "outcome"), [("ada, bob", Outcome.NO), ("ada, bob, cy", Outcome.UNKNOWN)])
def test_fewer_than_half_do_not_speak_for_the_others(tmp_path: Path, owners: str, outcome: Outcome) -> None:
    moot = Moot.create(tmp_path, {"OWNERS": f"approvers: [{owners}]\n"})
    with moot.practice(store(("ada", 24, 0))) as practice:
        practice.names_silent = False
        assert all_rules()["listed-but-silent"].answer(practice).finding.outcome is outcome
