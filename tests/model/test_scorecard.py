"""Results in Scorecard's terms."""

import pytest

from folkmoot.model.scorecard import Detail, Kind, Scored, debug, info, warn


@pytest.mark.parametrize(("make", "kind"), [(warn, Kind.WARN), (info, Kind.INFO), (debug, Kind.DEBUG)])
def test_each_kind_has_its_word(make: type[Detail], kind: Kind) -> None:
    assert make("cold", "kitchen", 3, 4) == Detail(kind, "cold", "kitchen", 3, 4)


def test_a_detail_may_have_no_place() -> None:
    assert warn("cold") == Detail(Kind.WARN, "cold", "", 0, 0)


def test_details_are_counted_by_kind() -> None:
    scored = Scored("Kettle", 1, "", (warn("a"), warn("b"), info("c")))
    assert [scored.count(kind) for kind in (Kind.WARN, Kind.INFO, Kind.DEBUG)] == [2, 1, 0]
