"""Check-ins: each stage of being quiet, asked, vouched for, away, resting and back."""

from __future__ import annotations

from datetime import date

import pytest

from folkmoot.govern.growing import checkin
from folkmoot.govern.growing.checkin import Answered, Due, Note, Stage, Terms, draft, due, few
from folkmoot.i18n import say
from govern.growing.community import a_day, deeds, role

TODAY = a_day("2026-06-15")
TERMS = Terms(months=12, grace_days=30, hold_months=6)
QUIET, BUSY = ("Ada", "2025-01-10", "commit"), ("Ada", "2026-06-01", "commit")


def only(*done: tuple[str, str, str], note: Note | None = None, past: bool = False) -> Due | None:
    """Look at Ada, who is a maintainer now, or (past) an alumna."""
    now, alumni = ([], [role("ada", "emeritus maintainer")]) if past else ([role("Ada", "maintainer")], [])
    found = due(deeds(*done), now, alumni, {"ada": note} if note else {}, TERMS, TODAY)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("note", "stage"),
    [
        (None, Stage.ASK),
        (Note("ada", asked=a_day("2026-06-01")), Stage.WAIT),
        (Note("ada", asked=a_day("2026-05-16")), Stage.WAIT),
        (Note("ada", asked=a_day("2026-05-15")), Stage.REST),
        (Note("ada", asked=a_day("2024-05-15")), Stage.ASK),
        (
            Note("ada", a_day("2026-05-01"), Answered.STAYS, a_day("2026-05-02"), a_day("2026-11-02")),
            Stage.LEAVE,
        ),
        (
            Note("ada", a_day("2026-01-01"), Answered.STAYS, a_day("2026-01-02"), a_day("2026-06-14")),
            Stage.ASK,
        ),
        (Note("ada", a_day("2026-05-01"), Answered.AWAY, a_day("2026-05-02"), TODAY), Stage.LEAVE),
        (Note("ada", a_day("2026-05-01"), Answered.RESTS, a_day("2026-05-02")), Stage.REST),
        (Note("ada", a_day("2026-01-01"), until=a_day("2026-07-01"), vouched_by="bob"), Stage.LEAVE),
    ],
)
def test_what_is_to_be_done_about_somebody_quiet(note: Note | None, stage: Stage) -> None:
    """Ada was last seen 17 months ago; the grace period is 30 days, today the 15th of June."""
    found = only(QUIET, note=note)
    assert found is not None
    assert found.stage is stage
    assert found.last == date(2025, 1, 10)


def test_who_is_active_is_left_in_peace() -> None:
    assert only(QUIET, BUSY) is None
    assert only(BUSY, note=Note("ada", asked=a_day("2026-05-20"))) is None


def test_twelve_months_are_quiet_and_eleven_are_not() -> None:
    assert only(("Ada", "2025-06-14", "commit")) is not None
    assert only(("Ada", "2025-06-20", "commit")) is None


def test_whom_nothing_joins_is_unknown_and_not_asked() -> None:
    found = only(("Bob", "2026-06-01", "commit"))
    assert found is not None
    assert found.stage is Stage.UNKNOWN


def test_alumni_who_come_back_are_welcomed() -> None:
    found = only(BUSY, past=True)
    assert found is not None
    assert found.stage is Stage.BACK
    assert only(QUIET, past=True) is None


def test_roles_are_together_and_people_by_name() -> None:
    listings = [role("bob", "reviewer"), role("ada", "reviewer", scope="docs"), role("ada", "approver")]
    done = deeds(QUIET, ("Bob", "2025-01-10", "commit"))
    found = due(done, listings, [], {}, TERMS, TODAY)
    assert [(each.handle, each.roles) for each in found] == [
        ("ada", ("approver", "reviewer of docs")), ("bob", ("reviewer",)),
    ]  # fmt: skip


def test_a_message_names_the_person_the_roles_and_the_day() -> None:
    found = only(QUIET)
    assert found is not None
    text = "\n".join(say(part) for part in draft(found, TERMS, "example", TODAY))
    assert text.startswith("Hello Ada,")
    assert "maintainer" in text
    assert "2026-07-15" in text
    assert "{" not in text


@pytest.mark.parametrize("stage", list(Stage))
def test_there_is_a_message_only_where_something_is_to_be_said(stage: Stage) -> None:
    one = Due("ada", "Ada", stage, "", ("maintainer",), None)
    assert bool(draft(one, TERMS, "example", TODAY)) is (stage in (Stage.ASK, Stage.REST, Stage.BACK))


def test_what_is_remembered() -> None:
    first = checkin.asked(None, "ada", TODAY)
    stays = checkin.answered(first, "ada", Answered.STAYS, TERMS, TODAY)
    assert (stays.asked, stays.answered, stays.until) == (TODAY, TODAY, date(2026, 12, 15))
    assert checkin.answered(first, "ada", Answered.RESTS, TERMS, TODAY).until is None
    assert checkin.vouched(stays, "ada", "bob", TERMS, TODAY) == Note(
        "ada", TODAY, until=date(2026, 12, 15), vouched_by="bob"
    )
    assert checkin.asked(stays, "ada", TODAY) == first


def test_a_long_list_of_roles_is_cut() -> None:
    assert few(("a", "b")) == "a, b"
    assert few(("a", "b", "c", "d", "e")) == "a, b, c, +2"
