"""A fork: two histories that share their beginning, each sound, and what each decided since."""

from __future__ import annotations

import pytest

from folkmoot.govern.files.decision import Grant
from folkmoot.govern.proof.divergence import diverged, shared
from folkmoot.govern.proof.fact import Level
from folkmoot.govern.proof.history import verify_history

from .community import Community, at, founding, yes

DAY = at(40).date()


def decided(community: Community, day: float, action: str, subject: str, **more: object) -> None:
    number = community.open(day, action, subject, **more)
    for name in ("ada", "bob", "cleo"):
        community.vote(day + 1, number, yes(name))
    assert community.close(day + 8, number) == "passed"


@pytest.fixture
def sides() -> tuple[Community, Community]:
    """Give a community that decided once together, and then gave different people a role on two sides."""
    one = founding()
    decided(one, 1, "proposal", "Use SQL")
    other = Community(dict(one.files), list(one.snapshots))
    decided(one, 20, "appoint", "Emil joins", gives=(Grant("maintainer", "emil"),))
    decided(other, 21, "appoint", "Fay joins", gives=(Grant("maintainer", "fay"),))
    decided(other, 30, "proposal", "Paint it")
    return one, other


def test_both_sides_of_a_fork_are_sound(sides: tuple[Community, Community]) -> None:
    for side in sides:
        facts = verify_history(side.snapshots)
        assert {fact.level for fact in facts} == {Level.FOUND}


def test_what_is_shared_ends_where_they_came_apart(sides: tuple[Community, Community]) -> None:
    assert [one.number for one in shared(sides[0].state, sides[1].state)] == [1, 2]


def test_a_fork_is_told_decision_by_decision(sides: tuple[Community, Community]) -> None:
    facts = diverged("old", sides[0].state, "new", sides[1].state, DAY)
    assert [str(fact.text) for fact in facts] == [
        "Decisions shared: 2, the last is 0002-use-sql.md.",
        "Only old decided: Emil joins (passed).",
        "Only new decided: Fay joins (passed).",
        "Only new decided: Paint it (passed).",
        "In old: maintainer. In new: -.",
        "In old: -. In new: maintainer.",
    ]
    assert [fact.about for fact in facts[-2:]] == [".folkmoot/people/emil.toml", ".folkmoot/people/fay.toml"]


def test_a_copy_that_decided_nothing_is_told_as_such(sides: tuple[Community, Community]) -> None:
    one, _ = sides
    earlier = Community(dict(one.snapshots[4].files), one.snapshots[:5])
    texts = [str(fact.text) for fact in diverged("a", one.state, "b", earlier.state, at(10).date())]
    assert "b has closed nothing since." in texts


def test_strangers_share_nothing() -> None:
    mine, theirs = founding(), founding(founding().files["governance.toml"] + b"# another\n")
    assert shared(mine.state, theirs.state) == []
    (fact,) = diverged("a", mine.state, "b", theirs.state, DAY)
    assert "share no decision" in str(fact.text)
