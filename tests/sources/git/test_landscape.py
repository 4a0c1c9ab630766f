"""What is known of a project when its changes are read."""

from folkmoot.sources.git.landscape import heads
from sources.git.histories import ADA, BOB, CLEO, merged


def test_heads_of_every_forge_are_known() -> None:
    assert heads({
        "refs/pull/1/head": "a", "refs/merge-requests/2/head": "b", "refs/pull-requests/3/from": "c",
        "refs/pull/4/merge": "d", "refs/heads/pull/5/head": "e", "refs/pull/x/head": "f",
        "refs/pull/\u0663/head": "g", "refs/pull/007/head": "h", "refs/pull/0/head": "i",
    }) == {1: "a", 2: "b", 3: "c"}  # fmt: skip


def test_what_messages_say_is_laid_out_by_number() -> None:
    """Of two that say the same the older one is kept; what closes or links names no change that landed."""
    history = merged()
    history.mentions = [(5, 7, "merge"), (2, 7, "merge"), (2, 8, "closes"), (5, 9, "link"), (2, 9, "link")]
    land = history.landscape(5)
    assert land.said == {7: {"merge": 2}, 8: {"closes": 2}, 9: {"link": 2}}
    assert land.named == {2: {7}, 5: {7}}
    assert land.linked == {9: [2, 5]}


def test_what_is_said_outside_the_default_branch_is_not_laid_out() -> None:
    history = merged()
    history.commit(6, 5)
    history.mentions = [(6, 7, "merge")]
    assert history.landscape(5).said == {}
    assert history.landscape(6).said == {7: {"merge": 6}}


def test_who_stands_behind_commits_are_authors_and_those_credited() -> None:
    history = merged()
    history.names = {ADA: frozenset({"ada"}), BOB: frozenset({"bob", "robert"}), CLEO: frozenset({"cleo"})}
    history.credited = {2: [CLEO]}
    land = history.landscape(5)
    assert land.behind(2) == {"ada", "cleo"}
    assert land.behind(3, 4) == {"bob", "robert"}
    assert land.called([99]) == set()
