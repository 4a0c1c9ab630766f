"""What must hold for the metrics about people whatever the history looks like."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from folkmoot.metrics import metric
from folkmoot.model.metric import LAST_YEAR, Unit
from folkmoot.store.answer import answer
from worked_example import drilled, example

if TYPE_CHECKING:
    from folkmoot.model.metric import Row
    from folkmoot.store.database import Connection

METRICS = [
    metric(identifier)
    for identifier in (
        "ai-assisted-share",
        "contribution-concentration",
        "contributor-absence-factor",
        "contributor-absence-factor-by-directory",
        "contributor-absence-factor-by-year",
        "contributor-absence-factor-lines",
        "contributor-retention",
        "contributor-types",
        "contributors-by-act",
        "lost-contributors",
        "new-contributors",
        "returning-contributors",
        "review-share",
        "second-contribution",
        "sign-off-share",
        "signed-commit-share",
    )
]

START = date(2023, 1, 1)
FIRST = "2023-01-01 | Ada | src/a.py +1; docs/x.md +1 | "
HEAD = "when | who | files | also"
PEOPLE = ["Ada", "Bob", "Cleo", "Dan", "Eve", "Finn"]
WORDS = ["", "signed", "co: Bob", "reviewed: Cleo", "signed-off: Dan", "tested: Eve", "co: Copilot", "merge"]


def line(day: int, who: str, lines: int, path: str, words: str) -> str:
    return f"{START + timedelta(days=day)} | {who} | {path} +{lines} | {words}"


def lines_by(people: list[str], words: list[str], *, least: int) -> st.SearchStrategy[list[str]]:
    """Give so many commits of `people` between the first commit and the clock of the examples."""
    one = st.builds(
        line,
        st.integers(0, 1250),
        st.sampled_from(people),
        st.integers(1, 50),
        st.sampled_from(["src/a.py", "docs/x.md"]),
        st.sampled_from(words),
    )
    return st.lists(one, min_size=least, max_size=12)


HISTORIES = lines_by(PEOPLE, WORDS, least=1)
few = settings(max_examples=6, deadline=None, derandomize=True)


def store_of(lines: list[str]) -> Connection:
    """Give the store of a history; Ada's first commit is always there, so that the months are the same."""
    return example("\n".join([HEAD, FIRST, *lines]))


def answers(store: Connection) -> dict[str, list[Row]]:
    return {each.id: answer(store, each) for each in METRICS}


@few
@given(HISTORIES, lines_by(["ci[bot]", "renovate[bot]"], ["", "signed", "merge"], least=1))
def test_what_bots_write_changes_nothing(lines: list[str], by_bots: list[str]) -> None:
    assert answers(store_of(lines + by_bots)) == answers(store_of(lines))


@few
@given(HISTORIES, st.sampled_from(["co", "reviewed", "acked", "tested", "signed-off"]))
def test_bots_named_in_trailers_are_nobody(lines: list[str], trailer: str) -> None:
    """A sign-off is a sign-off whoever gave it, so that one metric is not asked there."""
    named = [f"{text}; {trailer}: ci[bot]" for text in lines]
    with_bots, without = answers(store_of(named)), answers(store_of(lines))
    if trailer == "signed-off":
        del with_bots["sign-off-share"], without["sign-off-share"]
    assert with_bots == without


@few
@given(HISTORIES, lines_by(PEOPLE, ["merge"], least=1))
def test_merging_is_not_contributing(lines: list[str], merges: list[str]) -> None:
    """Merges touch no file of their own in a real history, which is why the directories are not asked."""
    with_merges, without = answers(store_of(lines + merges)), answers(store_of(lines))
    del with_merges["contributor-absence-factor-by-directory"]
    del without["contributor-absence-factor-by-directory"]
    assert with_merges == without


@few
@given(HISTORIES, st.integers())
def test_the_order_in_which_commits_were_read_does_not_matter(lines: list[str], seed: int) -> None:
    """Commits, people and paths get other numbers; neither the values nor the events behind them change."""
    mixed = list(lines)
    Random(seed).shuffle(mixed)
    one, other = store_of(lines), store_of(mixed)
    assert answers(other) == answers(one)
    assert [drilled(other, each) for each in METRICS] == [drilled(one, each) for each in METRICS]


@few
@given(HISTORIES)
def test_events_stand_behind_every_number_and_behind_nothing_else(lines: list[str]) -> None:
    store = store_of(lines)
    for each in METRICS:
        counted = {row.period for row in answer(store, each) if row.n > 0}
        if each.id == "contributor-retention":  # a cohort under five people has events and no curve
            assert counted <= set(drilled(store, each))
        else:
            assert counted == set(drilled(store, each)), each.id


@few
@given(HISTORIES)
def test_values_stay_where_they_can_be(lines: list[str]) -> None:
    store = store_of(lines)
    for each in METRICS:
        for row in answer(store, each):
            assert row.value is not None
            assert 0 <= row.value <= (1 if each.unit is Unit.SHARE else len(PEOPLE))
            if row.low is not None and row.high is not None:
                assert 0 <= row.low <= row.value <= row.high <= 1


@few
@given(HISTORIES)
def test_everybody_is_new_once_and_lost_at_most_once(lines: list[str]) -> None:
    store = store_of(lines)
    (everybody,) = store.execute("select count(*) from persons where is_bot = 0").fetchone() or (0,)
    assert sum(row.value or 0 for row in answer(store, metric("new-contributors"))) == everybody
    assert sum(row.value or 0 for row in answer(store, metric("lost-contributors"))) <= everybody


@few
@given(HISTORIES)
def test_the_absence_factor_agrees_with_the_concentration(lines: list[str]) -> None:
    """When one person made half of last year's commits the factor is 1, and only then."""
    store = store_of(lines)
    factor = {row.period: row.value for row in answer(store, metric("contributor-absence-factor"))}
    top = {row.label: row.value for row in answer(store, metric("contribution-concentration"))}
    if LAST_YEAR in factor:
        assert (factor[LAST_YEAR] == 1) == ((top["top 1"] or 0) >= 0.5)
