"""What engines must agree on: values, not the noise in the last digits nor the order of rows."""

from engines.checksums import checksum, settled
from folkmoot.model.metric import Row


def test_the_order_of_rows_and_the_last_digits_do_not_matter() -> None:
    ours = [Row(202601, 0.1 + 0.2, 3), Row(202602, 1, 3)]
    theirs = [Row(202602, 1.0, 3), Row(202601, 0.3, 3)]
    assert checksum(settled(ours)) == checksum(settled(theirs))


def test_a_gap_is_not_a_zero() -> None:
    assert checksum(settled([Row(202601, None, 3)])) != checksum(settled([Row(202601, 0, 3)]))


def test_a_digit_that_counts_is_seen() -> None:
    assert checksum(settled([Row(202601, 0.3, 3)])) != checksum(settled([Row(202601, 0.300001, 3)]))


def test_cells_do_not_run_together() -> None:
    assert checksum([("ab", "c")]) != checksum([("a", "bc")])
