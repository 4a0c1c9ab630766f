"""The specification's algorithm, case by case: https://ossf.github.io/osv-schema/#evaluation."""

from collections.abc import Mapping, Sequence
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.supply.advisories.matching import Verdict, judge
from folkmoot.supply.advisories.record import Affected, Range, read_record
from supply.advisories.records import record

Events = Sequence[Mapping[str, str]]


def affected(
    *ranges: Events, ecosystem: str = "npm", kind: str = "SEMVER", versions: Sequence[str] = ()
) -> Affected:
    told = record(ecosystem=ecosystem, versions=versions, events=())
    told["affected"][0]["ranges"] = [{"type": kind, "events": list(events)} for events in ranges]
    return read_record(told).affected[0]


def within(versions: Sequence[str], judged: Affected) -> list[str]:
    return [version for version in versions if judge(version, judged).is_affected]


def test_every_version_is_affected_where_nothing_is_fixed() -> None:
    judged = affected([{"introduced": "0"}])
    assert within(["0.0.0-alpha", "1.0.0", "99.0.0"], judged) == ["0.0.0-alpha", "1.0.0", "99.0.0"]
    assert judge("1.0.0", judged) == Verdict(True, "")


def test_everything_before_the_fix_is_affected() -> None:
    judged = affected([{"introduced": "0"}, {"fixed": "1.0.2"}])
    assert within(["0.1.0", "1.0.1", "1.0.2-rc.1", "1.0.2", "2.0.0"], judged) == [
        "0.1.0",
        "1.0.1",
        "1.0.2-rc.1",
    ]
    assert judge("1.0.1", judged) == Verdict(True, "1.0.2")
    assert judge("1.0.2", judged) == Verdict(False, "")


def test_several_pieces_of_one_range_are_affected_and_each_has_its_own_fix() -> None:
    events = [{"introduced": "1.0.0"}, {"fixed": "1.0.2"}, {"introduced": "3.0.0"}, {"fixed": "3.2.5"}]
    judged = affected(events)
    versions = ["0.9.0", "1.0.0", "1.0.2", "2.0.0", "3.0.0", "3.2.4", "3.2.5"]
    assert within(versions, judged) == ["1.0.0", "3.0.0", "3.2.4"]
    assert judge("1.0.1", judged).fixed == "1.0.2"
    assert judge("3.0.1", judged).fixed == "3.2.5"


def test_nobody_is_sent_to_the_one_good_version_between_two_bad_ones() -> None:
    """As in RUSTSEC-2020-0071, where 0.2.0 to 0.2.6 are free, each by itself."""
    judged = affected(
        [{"introduced": "0.0.0-0"}, {"fixed": "0.2.0"}, {"introduced": "0.2.1-0"}, {"fixed": "0.2.1"},
         {"introduced": "0.2.2-0"}, {"fixed": "0.2.23"}]
    )  # fmt: skip
    assert judge("0.1.45", judged) == Verdict(True, "0.2.23")
    assert judge("0.2.0", judged) == Verdict(False, "")


def test_the_order_events_are_written_in_does_not_matter() -> None:
    events = [
        {"introduced": "1.0.0"},
        {"fixed": "1.0.2"},
        {"introduced": "3.0.0"},
        {"last_affected": "3.2.4"},
    ]
    versions = ["0.9.0", "1.0.1", "1.0.2", "3.0.0", "3.2.4", "3.2.5"]
    told = {tuple(within(versions, affected(list(each)))) for each in permutations(events)}
    assert told == {("1.0.1", "3.0.0", "3.2.4")}


def test_the_last_affected_version_is_affected_and_the_next_is_not() -> None:
    judged = affected([{"introduced": "0"}, {"last_affected": "2.1.214"}])
    assert within(["2.1.213", "2.1.214", "2.1.215"], judged) == ["2.1.213", "2.1.214"]
    assert judge("2.1.214", judged).fixed == ""


@pytest.mark.parametrize("turned", [False, True])
def test_one_version_alone_is_introduced_and_affected_for_the_last_time(turned: bool) -> None:
    events = [{"introduced": "1.0.0"}, {"last_affected": "1.0.0"}]
    judged = affected(events[::-1] if turned else events)
    assert within(["0.9.0", "1.0.0", "1.0.1"], judged) == ["1.0.0"]


def test_a_piece_that_goes_on_where_another_ends_is_affected_throughout() -> None:
    judged = affected([{"introduced": "0"}, {"fixed": "1.0.0"}, {"introduced": "1.0.0"}, {"fixed": "2.0.0"}])
    assert within(["0.5.0", "1.0.0", "1.5.0", "2.0.0"], judged) == ["0.5.0", "1.0.0", "1.5.0"]


def test_only_what_is_before_a_limit_is_affected() -> None:
    judged = affected([{"introduced": "1.0.0"}, {"limit": "2.0.0"}])
    assert within(["0.9.0", "1.0.0", "1.9.9", "2.0.0"], judged) == ["1.0.0", "1.9.9"]


def test_one_limit_of_several_is_enough_and_a_star_is_none() -> None:
    assert within(["2.5.0"], affected([{"introduced": "0"}, {"limit": "2.0.0"}, {"limit": "3.0.0"}])) == [
        "2.5.0"
    ]
    assert within(["2.5.0"], affected([{"introduced": "0"}, {"limit": "*"}])) == ["2.5.0"]


def test_each_of_several_ranges_is_looked_at_and_the_last_fix_is_outside_all() -> None:
    judged = affected(
        [{"introduced": "0"}, {"fixed": "1.0.0"}], [{"introduced": "0.5.0"}, {"fixed": "1.5.0"}]
    )
    assert within(["0.1.0", "0.7.0", "1.2.0", "1.5.0"], judged) == ["0.1.0", "0.7.0", "1.2.0"]
    assert judge("0.7.0", judged).fixed == "1.5.0"


def test_a_listed_version_is_affected_outside_every_range_and_told_the_next_fix() -> None:
    judged = affected([{"introduced": "2.0.0"}, {"fixed": "2.1.0"}], versions=["1.0.0"])
    assert within(["0.9.0", "1.0.0", "1.0.1"], judged) == ["1.0.0"]
    assert judge("1.0.0", judged) == Verdict(True, "2.1.0")


def test_a_version_is_listed_in_any_writing_of_it() -> None:
    judged = affected(ecosystem="PyPI", versions=["1.0", "2.0rc1"])
    assert within(["1.0.0", "v1", "2.0-c1", "1.0.1", "10"], judged) == ["1.0.0", "v1", "2.0-c1"]


def test_what_has_no_order_is_affected_where_it_is_listed_and_else_not_known() -> None:
    judged = affected([{"introduced": "0"}], versions=["latest"])
    assert judge("latest", judged) == Verdict(True, "")
    assert judge("main", judged) == Verdict(None, "")


def test_an_ecosystem_without_an_order_still_has_semantic_ranges() -> None:
    judged = affected([{"introduced": "0"}, {"fixed": "2.0.0"}], ecosystem="Nowhere")
    assert [judge(each, judged).is_affected for each in ("1.0.0", "2.0.0", "main")] == [True, False, None]


def test_a_range_of_an_ecosystem_has_the_ecosystems_order() -> None:
    judged = affected([{"introduced": "0"}, {"fixed": "1.0.post1"}], ecosystem="PyPI", kind="ECOSYSTEM")
    assert within(["1.0", "1.0.post0", "1.0.post1", "1.1"], judged) == ["1.0", "1.0.post0"]


def test_go_may_write_a_v_before_its_versions() -> None:
    judged = affected([{"introduced": "0"}, {"fixed": "1.3.2"}], ecosystem="Go")
    assert within(["v1.3.1", "1.3.1", "v1.3.2", "v1.3.2-0.20200101000000-abcdefabcdef"], judged) == [
        "v1.3.1", "1.3.1", "v1.3.2-0.20200101000000-abcdefabcdef",
    ]  # fmt: skip


def test_an_event_at_no_version_is_left_out_and_the_rest_counts() -> None:
    judged = affected([{"introduced": "0"}, {"fixed": "soon"}, {"fixed": "3.0.0"}, {"introduced": ""}])
    assert within(["1.0.0", "3.0.0"], judged) == ["1.0.0"]


def test_events_before_anything_was_introduced_affect_nothing() -> None:
    assert within(["0.1.0", "2.0.0"], affected([{"fixed": "1.0.0"}], [{"last_affected": "3.0.0"}])) == []


NUMBERS = st.integers(0, 12)
PLACED = st.tuples(st.sampled_from(["introduced", "fixed", "last_affected", "limit"]), NUMBERS)


def told_by_the_specification(version: int, events: list[tuple[str, int]]) -> bool:
    """The pseudocode of the specification in whole numbers, as directly as it can be written."""
    limits = [at for kind, at in events if kind == "limit"]
    if limits and not any(version < at for at in limits):
        return False
    vulnerable = False
    for kind, at in sorted(events, key=lambda event: event[1]):
        if kind == "introduced" and version >= at:
            vulnerable = True
        elif (kind == "fixed" and version >= at) or (kind == "last_affected" and version > at):
            vulnerable = False
    return vulnerable


@given(st.lists(PLACED, min_size=1, max_size=6, unique_by=lambda event: event[1]), NUMBERS)
def test_any_events_are_told_as_by_the_specification(events: list[tuple[str, int]], version: int) -> None:
    judged = affected([{kind: f"1.{at}.0"} for kind, at in events])
    assert judge(f"1.{version}.0", judged).is_affected == told_by_the_specification(version, events)


@given(st.lists(PLACED, min_size=1, max_size=6), NUMBERS)
def test_what_is_named_as_the_fix_is_above_and_ends_the_range(
    events: list[tuple[str, int]], version: int
) -> None:
    judged = affected([{kind: f"1.{at}.0"} for kind, at in events])
    verdict = judge(f"1.{version}.0", judged)
    if verdict.fixed:
        assert int(verdict.fixed.split(".")[1]) > version


def test_the_next_line_of_go_begins_no_island() -> None:
    events = (
        ("introduced", "0"), ("fixed", "1.25.12"), ("introduced", "1.26.0-0"), ("fixed", "1.26.5"),
        ("introduced", "1.27.0-0"), ("fixed", "1.27.0-rc.2"),
    )  # fmt: skip
    stdlib = Affected("Go", "stdlib", (Range(True, events),), ())
    fixes = {
        version: judge(version, stdlib).fixed for version in ("1.25.3", "1.26.3", "1.27.0-rc.1", "1.26.5")
    }
    assert fixes == {"1.25.3": "1.25.12", "1.26.3": "1.26.5", "1.27.0-rc.1": "1.27.0-rc.2", "1.26.5": ""}
