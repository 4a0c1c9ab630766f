"""Values become plain data and come back the same; anything else is refused."""

import json
from datetime import date
from typing import Any

import pytest

from folkmoot.govern.timeline import Timeline, Transition
from folkmoot.i18n import Message
from folkmoot.model.proposal import DecisionState, DeliveryState, States
from folkmoot.model.role import Change, Holder, Role, Term
from folkmoot.views.governing.plain_data import from_plain, to_plain

DRAFT = States(DecisionState.DRAFT, None)
FINAL = States(DecisionState.ACCEPTED, DeliveryState.DELIVERED)
STEP = Transition(
    5, "ab", "Ada", "draft", "final", DRAFT, FINAL, Message("{a} to {b}", {"a": "x", "b": 2}), 3
)
WAY = Timeline("PEP 1", 1, "a.rst", "", date(2026, 1, 2), "Ada", None, 5, None, (STEP,))
TERM = Term(
    Role("approver", "x"), Holder("ada", is_group=True), "OWNERS", 3, Change("ab", 1), None, True, "7"
)


@pytest.mark.parametrize("value", [WAY, TERM, STEP], ids=["timeline", "term", "transition"])
def test_a_value_survives_its_way_through_json(value: Any) -> None:
    plain = json.loads(json.dumps(to_plain(value)))
    assert from_plain(type(value), plain) == value


@pytest.mark.parametrize("data", [[], [1], "x", {}, 5, [["a"], [], "p"]])
def test_what_is_no_such_value_is_refused(data: Any) -> None:
    with pytest.raises((ValueError, TypeError, KeyError)):
        from_plain(Term, data)
