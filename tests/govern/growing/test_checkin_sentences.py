"""Why somebody is asked, awaited, thanked or left in peace, in the words that are shown."""

from __future__ import annotations

from datetime import date

import pytest

from folkmoot.govern.growing import checkin
from folkmoot.govern.growing.checkin import Answered, Due, Note, Stage, Terms, draft, due, few
from folkmoot.i18n import say
from folkmoot.model.role import Holder, Listing, Role
from govern.growing.community import a_day, deeds, role

TODAY = a_day("2026-06-15")
TERMS = Terms()
QUIET = ("Ada", "2025-01-10", "commit")


def looked(note: Note | None, *done: tuple[str, str, str]) -> Due:
    """Look at Ada, a maintainer who was last seen 17 months ago."""
    notes = {"ada": note} if note else {}
    (found,) = due(deeds(*(done or (QUIET,))), [role("Ada", "maintainer")], [], notes, TERMS, TODAY)
    return found


def test_the_usual_numbers_are_those_of_rust() -> None:
    assert (TERMS.months, TERMS.grace_days, TERMS.hold_months) == (12, 30, 6)


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        (None, "Nothing seen for 17 months."),
        (
            Note("ada", asked=a_day("2026-06-01")),
            "Asked on 2026-06-01; the grace period ends on 2026-07-01.",
        ),
        (
            Note("ada", asked=a_day("2026-05-15")),
            "Asked on 2026-05-15, no answer by 2026-06-14, and nobody vouched.",
        ),
        (Note("ada", answer=Answered.STAYS, until=TODAY), "Stays; ask after 2026-06-15."),
        (Note("ada", answer=Answered.AWAY, until=TODAY), "Said to be away, until 2026-06-15."),
        (Note("ada", until=TODAY, vouched_by="bob"), "bob vouched for them, until 2026-06-15."),
        (
            Note("ada", a_day("2026-05-01"), Answered.RESTS, a_day("2026-05-02")),
            "Handed the role back on 2026-05-02.",
        ),
        (Note("ada", a_day("2026-05-01"), Answered.RESTS), "Handed the role back on 2026-05-01."),
    ],
)
def test_why(note: Note | None, sentence: str) -> None:
    assert say(looked(note).why) == sentence


def test_nothing_is_said_of_whom_nothing_joins() -> None:
    found = looked(None, ("Bob", "2026-06-01", "commit"))
    assert say(found.why) == "Nothing joins this account to anybody in the store, so nothing is known."
    assert (found.last, found.name) == (None, "")


def test_who_was_asked_and_has_been_seen_since_is_asked_anew_when_quiet_again() -> None:
    """Asked in 2024, active in January 2025, quiet since: the old question no longer counts."""
    assert looked(Note("ada", asked=a_day("2025-01-09"))).stage is Stage.ASK
    assert looked(Note("ada", asked=a_day("2025-01-10"))).stage is Stage.REST


def test_a_promise_that_ran_out_is_asked_anew() -> None:
    assert looked(Note("ada", a_day("2026-06-01"), until=a_day("2026-06-14"))).stage is Stage.ASK


@pytest.mark.parametrize(("seen", "is_back"), [("2026-04-01", True), ("2026-03-01", False)])
def test_alumni_are_back_when_they_were_seen_within_three_months(seen: str, is_back: bool) -> None:
    past = [role("ada", "emeritus maintainer")]
    found = due(deeds(("Ada", seen, "commit")), [], past, {}, TERMS, TODAY)
    assert [(each.stage, say(each.why)) for each in found] == (
        [(Stage.BACK, f"Among the alumni, and seen again on {seen}.")] if is_back else []
    )


def test_a_community_that_asks_sooner_welcomes_back_sooner() -> None:
    past = [role("ada", "emeritus maintainer")]
    done = deeds(("Ada", "2026-04-01", "commit"))
    assert due(done, [], past, {}, Terms(months=2), TODAY) == []
    assert len(due(done, [], past, {}, Terms(months=3), TODAY)) == 1


def test_who_holds_a_role_again_is_no_alumnus() -> None:
    found = due(
        deeds(("Ada", "2026-06-01", "commit")), [role("ada", "reviewer")], [role("ADA", "emeritus lead")],
        {}, TERMS, TODAY,
    )  # fmt: skip
    assert found == []


def test_the_name_in_the_file_comes_before_that_of_the_store() -> None:
    listing = Listing(Role("lead"), Holder("ada", "Ada the First"), "OWNERS", 1)
    (found,) = due(deeds(QUIET), [listing], [], {}, TERMS, TODAY)
    assert found.name == "Ada the First"
    assert looked(None).name == "Ada"


def test_people_come_in_the_order_of_the_alphabet_whatever_is_to_be_done() -> None:
    quiet = [("Bob", "2025-01-10", "commit"), ("Ada", "2025-01-10", "commit")]
    done = deeds(*quiet, ("Cleo", "2026-06-10", "commit"))
    listings = [role("bob", "reviewer"), role("Ada", "reviewer"), role("dora", "reviewer")]
    found = due(done, listings, [role("cleo", "emeritus lead")], {}, TERMS, TODAY)
    assert [(each.handle, each.stage) for each in found] == [
        ("Ada", Stage.ASK), ("bob", Stage.ASK), ("cleo", Stage.BACK), ("dora", Stage.UNKNOWN),
    ]  # fmt: skip


def test_what_was_remembered_stays_when_more_is_said() -> None:
    first = Note("Ada-L", asked=a_day("2026-05-01"))
    away = checkin.answered(first, "ada", Answered.AWAY, TERMS, TODAY)
    assert away == Note("Ada-L", a_day("2026-05-01"), Answered.AWAY, TODAY, date(2026, 12, 15))
    assert checkin.vouched(first, "ada", "bob", TERMS, TODAY).asked == a_day("2026-05-01")
    assert checkin.answered(None, "ada", Answered.STAYS, TERMS, TODAY).asked is None
    assert checkin.vouched(None, "ada", "bob", TERMS, TODAY).handle == "ada"


@pytest.mark.parametrize(("months", "until"), [(1, "2026-07-15"), (12, "2027-06-15"), (24, "2028-06-15")])
def test_an_answer_holds_for_months_of_the_calendar_on_average(months: int, until: str) -> None:
    found = checkin.answered(None, "ada", Answered.STAYS, Terms(hold_months=months), TODAY)
    assert found.until is not None
    assert abs((found.until - a_day(until)).days) <= 1


def test_a_message_without_a_name_greets_the_account() -> None:
    one = Due("ada-l", "", Stage.ASK, "", ("lead",), None)
    assert say(draft(one, TERMS, "Moot", TODAY)[0]) == "Hello ada-l,"


def test_each_message_says_what_it_must() -> None:
    one = {stage: Due("ada", "Ada", stage, "", ("lead", "writer"), None) for stage in Stage}
    text = {
        stage: " ".join(say(part) for part in draft(due_, Terms(grace_days=10), "Moot", TODAY))
        for stage, due_ in one.items()
    }
    assert "listed in Moot as lead, writer." in text[Stage.ASK]
    assert "If we hear nothing by 2026-06-25," in text[Stage.ASK]
    assert "the alumni of Moot (lead, writer)" in text[Stage.REST]
    assert text[Stage.BACK].startswith("Welcome back, Ada!")
    assert "your old role back (lead, writer)?" in text[Stage.BACK]


@pytest.mark.parametrize(
    ("roles", "text"), [((), ""), (("a", "b", "c"), "a, b, c"), (("a", "b", "c", "d"), "a, b, c, +1")]
)
def test_three_roles_are_named(roles: tuple[str, ...], text: str) -> None:
    assert few(roles) == text
