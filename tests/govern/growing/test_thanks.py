"""Whom to thank: everybody, in alphabetical order, programs excepted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folkmoot.govern.growing.deeds import read_deeds
from folkmoot.govern.growing.thanks import (
    Span,
    Thanks,
    is_whole,
    month,
    read_touched,
    release,
    thanks,
    titled,
)
from folkmoot.i18n import say
from folkmoot.model.errors import UsageError
from folkmoot.store.database import Connection
from govern.growing.community import deeds, shuffled
from worked_example import day, example

COMMITS = """
when       | who           | files             | also
2026-01-05 | Cleo          | a.py +1           |
2026-02-05 | Bob           | a.py +1           | reviewed: Ada; reported: Dora; tested: Emil
2026-02-06 | Ada           | docs/x.md +1      | helped: Fay
2026-02-07 | Gus           | po/de.po +1       |
2026-02-08 | renovate[bot] | docs/y.md +1      | reported: renovate[bot]
2026-03-05 | Hal           | a.py +1           |
"""
RELEASES = """
tag     | when       | also
v1      | 2026-01-31 |
v2-rc   | 2026-02-10 | pre
v2      | 2026-02-28 |
"""


def store() -> Connection:
    return example(COMMITS, releases=RELEASES)


def thanked(connection: Connection, span: Span) -> dict[str, list[str]]:
    found = read_deeds(connection)
    told = thanks(found, read_touched(connection, span), span, is_whole=is_whole(connection))
    return {group.id: [found.names[person] for person in group.people] for group in told.groups}


def test_everybody_is_thanked_for_what_they_did() -> None:
    """Between v1 and v2; Cleo came before, Hal after, and renovate is a program."""
    assert thanked(store(), release(store(), "v2")) == {
        "first": ["Ada", "Bob", "Dora", "Emil", "Fay", "Gus"],
        "documented": ["Ada"],
        "translated": ["Gus"],
        "reviewed": ["Ada"],
        "reported": ["Dora"],
        "tested": ["Emil"],
        "helped": ["Fay"],
        "wrote": ["Ada", "Bob", "Gus"],
    }


def test_a_month_has_its_own_days() -> None:
    assert thanked(store(), month("2026-03"))["wrote"] == ["Hal"]
    assert (month("2026-12").since, month("2026-12").until) == (
        day("2026-12-01") - 43_201, day("2027-01-01") - 43_201,
    )  # fmt: skip


def test_the_newest_full_release_is_meant_and_a_candidate_begins_where_the_last_tag_was() -> None:
    assert release(store()).title == "v2"
    assert (release(store(), "v2").since, release(store(), "v2-rc").since) == (day("2026-01-31"),) * 2
    assert release(store(), "v1").since == -1


def test_what_was_tagged_at_one_sitting_is_one_release() -> None:
    """The same mends for the older version, an hour before; a release of the day before is another one."""
    connection = example(COMMITS, releases=RELEASES + "v1.1 | 2026-02-28 |\nv1.0.9 | 2026-02-27 |\n")
    connection.execute("update release_fact set released_at = released_at - 3600 where tag = 'v1.1'")
    assert release(connection, "v2").since == day("2026-02-27")
    assert release(connection, "v1.1").since == day("2026-02-27")


def test_a_release_is_found_with_and_without_a_v() -> None:
    connection = example(COMMITS, releases="tag | when | also\n1.0 | 2026-01-31 |\nv1.1 | 2026-02-28 |\n")
    assert (release(connection, "v1.0").title, release(connection, "1.1").title) == ("1.0", "v1.1")


@pytest.mark.parametrize("text", ["2026", "2026-13", "soon", "", "9999-12", "2026-03-01"])
def test_what_is_no_month_is_told(text: str) -> None:
    with pytest.raises(UsageError):
        month(text)


def test_a_release_that_is_not_there_is_told() -> None:
    with pytest.raises(UsageError, match="no release 'v9'"):
        release(store(), "v9")
    with pytest.raises(UsageError, match="no releases"):
        release(example(COMMITS))


def test_a_history_that_is_cut_off_knows_no_first_time() -> None:
    connection = store()
    connection.execute("update coverage set quality = 'lower bound'")
    assert "first" not in thanked(connection, month("2026-02"))


def test_a_store_without_git_knows_no_first_time() -> None:
    connection = store()
    assert is_whole(connection)
    connection.execute("update coverage set source = 'gharchive'")
    assert not is_whole(connection)


def test_nobody_is_said_to_be_nobody() -> None:
    told: Thanks = thanks(deeds(), [], Span("2020", 0, 1))
    assert told.groups == ()
    assert any("Nobody did anything" in say(note) for note in told.notes)


def test_the_heading_names_the_days() -> None:
    assert (
        say(titled(Span("v2", 0, 1), ("2026-02-01", "2026-02-28")))
        == "Thank you: v2 (2026-02-01 to 2026-02-28)"
    )


@given(seed=st.integers(0, 10_000))
@settings(deadline=None, max_examples=40)
def test_the_order_of_deeds_changes_nothing(seed: int) -> None:
    kinds = ("commit", "commit.reviewed", "comment", "issue.opened")
    found = deeds(*((n, f"2026-02-{d:02}", k) for n in ("Bob", "Ada", "Cleo") for d in (1, 9) for k in kinds))
    span = month("2026-02")
    assert thanks(shuffled(found, seed), [], span) == thanks(found, [], span)


@pytest.mark.parametrize(("text", "days"), [("2026-02", 28), ("2028-02", 29), ("2026-12", 31)])
def test_a_month_is_as_long_as_the_calendar_says(text: str, days: int) -> None:
    span = month(text)
    assert span.until - span.since == days * 86_400
    assert span.since == day(f"{text}-01") - 12 * 3600 - 1
