"""What the tests of metrics read answers with hides nothing of them."""

from dataclasses import replace

import pytest

from folkmoot.metrics.stars import METRIC
from worked_example import example, values

ONE = "select 202601 as period, 'Ada' as label, 1 as value, 1 as n"


def test_two_rows_of_one_place_are_a_fault_and_not_the_last_of_them() -> None:
    with pytest.raises(AssertionError, match="two rows of stars"):
        values(example(), replace(METRIC, sql=f"{ONE} union all {ONE}"))


def test_rows_of_two_places_are_two_values() -> None:
    other = ONE.replace("202601", "202602")
    expected = {(202601, "Ada"): 1, (202602, "Ada"): 1}
    assert values(example(), replace(METRIC, sql=f"{ONE} union all {other}")) == expected
