"""Ladders as data: the presets, and what strangers may write into their own."""

from __future__ import annotations

import pytest

from folkmoot.govern.growing.ladder import all_ladders, ladder_called, read_ladder
from folkmoot.model.errors import SourceError, UsageError

OWN = b"""\
title = "Ours"
quiet_months = 6

[[rung]]
name = "friend"
[[rung.need]]
act = "anything"
least = 2

[[rung]]
name = "reviewer"
roles = ["reviewer"]
steps = ["Ask."]
[[rung.need]]
on = "friend"
months = 3
[[rung.need]]
sponsors = 2
roles = ["reviewer"]
organisations = 2
"""


def test_a_ladder_of_ones_own_is_read() -> None:
    ladder = read_ladder("x", OWN)
    assert [rung.name for rung in ladder.rungs] == ["friend", "reviewer"]
    assert (ladder.quiet_months, ladder.rungs[1].roles, ladder.rungs[1].steps) == (
        6,
        ("reviewer",),
        ("Ask.",),
    )
    act, (tenure, sponsors) = ladder.rungs[0].needs[0], ladder.rungs[1].needs
    assert (act.act, act.least, tenure.on, tenure.months) == ("anything", 2, "friend", 3)
    assert (sponsors.sponsors, sponsors.organisations) == (2, 2)


@pytest.mark.parametrize("ladder", all_ladders().values(), ids=lambda ladder: ladder.name)
def test_presets_name_their_source_and_what_people_decide(ladder: object) -> None:
    assert ladder.source.startswith("https://")  # type: ignore[attr-defined]
    assert any(rung.steps for rung in ladder.rungs)  # type: ignore[attr-defined]


def test_the_numbers_of_kubernetes_are_those_it_publishes() -> None:
    rungs = {rung.name: rung for rung in ladder_called("kubernetes").rungs}
    reviews = {name: [n.least for n in rung.needs if n.act == "reviewed"] for name, rung in rungs.items()}
    assert (reviews["reviewer"], reviews["approver"]) == ([20], [30])
    assert [n.months for name in ("reviewer", "approver") for n in rungs[name].needs if n.on] == [3, 3]
    (sponsors,) = (n for n in rungs["member"].needs if n.sponsors)
    assert (sponsors.sponsors, sponsors.organisations) == (2, 2)


def test_the_template_sets_no_numbers_for_work() -> None:
    needs = [need for rung in ladder_called("cncf-template").rungs[1:] for need in rung.needs]
    assert {need.least for need in needs if need.act} == {None}
    assert {need.months for need in needs if need.on} == {None}


def test_an_unknown_ladder_is_an_error_that_names_the_others() -> None:
    with pytest.raises(UsageError) as error:
        ladder_called("nobody")
    assert "kubernetes" in error.value.hint


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'act = "anything"', b'act = "shouting"'),
        (b'on = "friend"', b'on = "reviewer"'),
        (b'on = "friend"', b'on = "friend"\nact = "authored"'),
        (b'name = "reviewer"', b'name = "friend"'),
        (b"least = 2", b"least = 0"),
        (b"sponsors = 2", b"sponsers = 2"),
        (b'title = "Ours"', b"title = 3"),
        (OWN, b'title = "Empty"'),
        (OWN, b"\xff"),
        (b'steps = ["Ask."]', b"steps = [1]"),
    ],
)
def test_a_ladder_that_makes_no_sense_is_refused_by_name(before: bytes, after: bytes) -> None:
    with pytest.raises(SourceError, match=r"ours\.toml"):
        read_ladder("ours.toml", OWN.replace(before, after))
