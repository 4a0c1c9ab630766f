"""Variables that strangers fill."""

import pytest

from folkmoot.checks.hardening._variables import MOST_NAMED, Filled, filled_by_strangers, pasted
from folkmoot.checks.scorecard._workflow import Word

TITLE = "${{ github.event.issue.title }}"
FILLED = {"title": Filled("github.event.issue.title", 3)}


def words(**told: str) -> dict[str, Word]:
    return {name: Word(value, number) for number, (name, value) in enumerate(told.items(), 3)}


def test_an_expression_of_strangers_fills_a_variable() -> None:
    assert filled_by_strangers({}, words(title=TITLE, other="${{ github.sha }}")) == FILLED


def test_a_nearer_variable_hides_one_outside() -> None:
    assert filled_by_strangers(FILLED, words(title="none")) == {}


def test_a_variable_filled_from_one_outside_holds_the_same() -> None:
    assert filled_by_strangers(FILLED, words(copy="Re: ${{ env.Title }}")) == {
        "title": FILLED["title"], "copy": FILLED["title"],
    }  # fmt: skip


def test_variables_of_one_level_do_not_see_each_other() -> None:
    assert "copy" not in filled_by_strangers({}, words(title=TITLE, copy="${{ env.title }}"))


def test_other_contexts_may_be_filled_too() -> None:
    told = filled_by_strangers({}, words(name="${{ inputs.name }}"), also=["inputs.name"])
    assert told == {"name": Filled("inputs.name", 3)}


def test_what_no_event_carries_fills_nothing() -> None:
    assert filled_by_strangers({}, words(title=TITLE), ["push"]) == {}


def test_a_level_without_end_is_not_looked_through() -> None:
    many = {f"v{number}": Word(TITLE, number) for number in range(MOST_NAMED + 5)}
    assert len(filled_by_strangers({}, many)) == MOST_NAMED


@pytest.mark.parametrize(
    "text",
    ["${{ env.TITLE }}", "${{env['Title']}}", "x ${{ env.title || 'none' }}", "${{ toJSON(env) }}",
     "${{ join(env.*) }}", "${{ format('{0}', env.TITLE) }}"],
)  # fmt: skip
def test_it_is_pasted(text: str) -> None:
    assert [source for _expression, source in pasted(text, FILLED)] == [FILLED["title"]]


@pytest.mark.parametrize(
    "text",
    ["$TITLE", "${TITLE}", "${{ env.OTHER }}", "${{ env.TITLE == 'x' }}", "${{ TITLE }}", "env.TITLE",
     "${{ contains(env.TITLE, 'x') }}", "${{ steps.env.title }}", "${{ env.TITLE"],
)  # fmt: skip
def test_it_is_not(text: str) -> None:
    assert pasted(text, FILLED) == []


def test_json_is_harmless_in_a_program() -> None:
    assert pasted("${{ toJSON(env.TITLE) }}", FILLED, is_program=True) == []
    assert pasted("${{ toJSON(env.TITLE) }}", FILLED)
