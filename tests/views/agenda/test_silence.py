"""A long silence: an old clone, a quiet project, or people waiting."""

import pytest

from folkmoot.model.check import Outcome
from folkmoot.views.agenda.silence import raised
from views.looking import look_of, told
from worked_example import example

ONE = "when | who\n2026-01-03 | Ada"


def test_three_months_without_a_commit_are_worth_a_sentence() -> None:
    finding = raised(look_of(example(ONE, as_of="2026-04-10")))
    assert finding is not None
    assert finding.outcome is Outcome.NO
    assert str(finding.title) == "The newest commit here is 97 days old."
    assert str(finding.evidence[0]) == "It was made on 2026-01-03."


def test_days_end_where_the_numbers_end_when_the_report_is_made_long_after() -> None:
    seen = look_of(example(ONE, as_of="2026-04-10"))
    seen.made_at = "2026-12-24T12:00:00+00:00"
    finding = raised(seen)
    assert finding is not None
    assert str(finding.title) == "In the 97 days before 2026-04-10 nothing was committed."
    assert str(finding.evidence[0]) == "The newest commit is of 2026-01-03."
    seen.made_at = "2026-04-20T12:00:00+00:00"
    assert "is 97 days old" in str(getattr(raised(seen), "title", ""))


def test_both_explanations_are_given() -> None:
    finding = raised(look_of(example(ONE, as_of="2026-04-10")))
    assert "quiet" in str(finding.why)
    assert "goes on where it was not looked" in str(finding.why)
    assert "another branch or repository" in str(finding.remedy)


def test_a_clone_whose_last_fetch_is_known_is_not_said_to_be_old() -> None:
    """The clock stops at the last fetch, and `old_clone` speaks where that is long ago."""
    finding = raised(look_of(example(ONE, as_of="2026-04-10")))
    assert "fetch" not in f"{finding.why} {finding.remedy}"


def test_two_months_are_not() -> None:
    """Of 225 silences of two to three months, seven in ten ended within three more."""
    assert raised(look_of(example(ONE, as_of="2026-04-02"))) is None
    assert raised(look_of(example(ONE, as_of="2026-04-04"))) is not None


QUARTERLY = [f"{year}-{month:02d}-03 | Ada" for year in (2023, 2024, 2025) for month in (1, 4, 7, 10)]


def test_what_comes_once_a_quarter_is_not_silent_before_the_next_is_late() -> None:
    """The longest silences were of 92 days in 2023, 2024 and 2025; the newest commit is of 2026-01-03."""
    history = "\n".join(["when | who", *QUARTERLY, "2026-01-03 | Ada"])
    assert raised(look_of(example(history, as_of="2026-04-04"))) is None
    assert raised(look_of(example(history, as_of="2026-04-07"))) is not None


def test_two_years_are_no_habit_yet() -> None:
    history = "\n".join(["when | who", *QUARTERLY[4:], "2026-01-03 | Ada"])
    assert raised(look_of(example(history, as_of="2026-04-20"))) is not None


def test_one_year_without_such_a_silence_makes_it_unusual() -> None:
    monthly = [f"2024-{month:02d}-03 | Ada" for month in (2, 3, 5, 6, 8, 9, 11, 12)]
    monthly += ["2023-11-03 | Ada", "2023-12-03 | Ada"]
    history = "\n".join(["when | who", *sorted([*QUARTERLY, *monthly]), "2026-01-03 | Ada"])
    assert raised(look_of(example(history, as_of="2026-04-20"))) is not None


def test_an_empty_project_is_not_silent() -> None:
    assert raised(told(commits=0)) is None


def waiting(opened: str) -> str:
    return "number | who | opened\n" + "\n".join(f"{n} | Cleo | {opened}" for n in range(1, 6))


def test_changes_that_still_arrive_show_people_waiting() -> None:
    finding = raised(look_of(example(ONE, changes=waiting("2026-05-01"), as_of="2026-05-10")))
    assert str(finding.title) == "Nothing has landed since 2026-01-03, and 5 changes have been opened since."
    assert str(finding.evidence[0]) == "The newest thing seen in this clone is of 2026-05-01."


def test_what_the_forge_merged_since_has_landed_somewhere() -> None:
    """Into a branch that nobody looked at: not "nothing has landed", but where the newer commits are."""
    opened = "\n".join(f"!{n} | Cleo | 2026-05-01 | {{end}} | {{end}}" for n in range(1, 6))
    head = "item | who | opened | closed | merged\n"
    said = [
        raised(look_of(example(ONE, items=head + opened.format(end=end), as_of="2026-05-10")))
        for end in ("", "2026-05-03")
    ]
    assert [finding is not None and str(finding.title) for finding in said] == [
        "Nothing has landed since 2026-01-03, and 5 changes have been opened since.",
        "The newest commit here is 127 days old.",
    ]
    assert said[1] is not None
    assert "--branch NAME" in str(said[1].remedy)


def test_changes_of_the_same_weeks_prove_nothing() -> None:
    """The clone may have been fetched for the last time a week after the newest commit."""
    finding = raised(look_of(example(ONE, changes=waiting("2026-01-10"), as_of="2026-05-10")))
    assert "newest commit" in str(finding.title)


@pytest.mark.parametrize("is_told", [True, False])
def test_what_git_does_not_show_is_said_only_where_git_alone_speaks(is_told: bool) -> None:
    day = 86400
    finding = raised(
        told(
            commits=9, last_commit=20_000 * day, last_seen=20_090 * day, as_of=20_100 * day, changes_since=5,
            told=frozenset({"change.opened"} if is_told else ()),
        )
    )  # fmt: skip
    assert finding is not None
    assert ("may have been closed" in str(finding.why)) is not is_told
    assert ("in this clone" in str(finding.evidence[0])) is not is_told
