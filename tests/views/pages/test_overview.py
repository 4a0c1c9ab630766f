"""Overview: how large, since when, how fresh."""

from dataclasses import replace

import pytest

from folkmoot.i18n import Message
from folkmoot.model.coverage import Quality
from folkmoot.store.reach import SHALLOW
from folkmoot.views.pages.overview import lede, more
from views.looking import look_of
from worked_example import example


@pytest.mark.parametrize(
    ("commits", "said"),
    [
        (["2026-01-03 | Ada"], "One commit so far, made on 2026-01-03."),
        (
            ["2026-01-03 | Ada", "2026-02-03 | Ada"],
            "One person has contributed since 2026-01-03: 2 commits, the newest of 2026-02-03.",
        ),
        (
            ["2026-01-03 | Ada", "2026-02-03 | Bob"],
            "2 people have contributed since 2026-01-03; 2 commits, the newest of 2026-02-03.",
        ),
        (
            ["2026-01-03 | x[bot]", "2026-02-03 | x[bot]"],
            "Only bots have committed here so far, the last time on 2026-02-03.",
        ),
        (
            ["2026-01-03 | Ada", "2026-02-03 | x[bot]", "2026-02-04 | x[bot]"],
            (
                "One person has contributed since 2026-01-03; of 3 commits, the newest of 2026-02-04, bots "
                "made 2."
            ),
        ),
        (
            ["2026-01-03 | Ada", "2026-02-03 | Bob", "2026-02-04 | x[bot]"],
            (
                "2 people have contributed since 2026-01-03; of 3 commits, the newest of 2026-02-04, bots "
                "made 1."
            ),
        ),
    ],
)
def test_the_community_is_introduced(commits: list[str], said: str) -> None:
    assert str(lede(look_of(example("\n".join(["when | who", *commits]))))) == said


@pytest.mark.parametrize(("other", "people"), [("Bob", "2 people"), ("Ada", "one person")])
def test_a_clone_that_does_not_reach_back_is_not_taken_for_the_whole_project(other: str, people: str) -> None:
    """The oldest commit of a shallow clone is no beginning, and its people are not everybody."""
    look = look_of(example(f"when | who\n2026-01-03 | Ada\n2026-02-03 | {other}"))
    look.outline = replace(look.outline, notes=(Message(SHALLOW, {"day": "2026-01-03"}),))
    said = str(lede(look))
    assert said.startswith(f"This clone does not reach back to the beginning: it holds 2 commits by {people}")
    assert "contributed since" not in said


def test_what_else_is_known_in_part_is_no_shallow_clone() -> None:
    """A forge that answered in part, say, or trees that were not fetched: the history is whole."""
    look = look_of(example("when | who\n2026-01-03 | Ada\n2026-02-03 | Bob"))
    look.outline = replace(look.outline, quality=Quality.LOWER_BOUND, notes=("Some pages are missing.",))
    assert str(lede(look)).startswith("2 people have contributed since 2026-01-03")


def test_the_agenda_stands_first_then_the_starter_model() -> None:
    panels = more(look_of(example("when | who\n2026-01-03 | Ada")))
    assert [shown.id for shown in panels][:2] == ["agenda", "starter-first-response"]


def test_an_empty_project_has_an_agenda_that_says_so_and_no_more() -> None:
    (agenda,) = more(look_of(example("")))
    assert agenda.missing
