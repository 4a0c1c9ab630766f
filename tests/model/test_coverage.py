"""A number is only as good as the worst of its inputs."""

import pytest

from folkmoot.model.coverage import TOGETHER, Quality, common_end, worst


@pytest.mark.parametrize(
    ("qualities", "expected"),
    [
        ([Quality.COMPLETE], Quality.COMPLETE),
        ([Quality.COMPLETE, Quality.LOWER_BOUND], Quality.LOWER_BOUND),
        ([Quality.SAMPLED, Quality.LOWER_BOUND, Quality.COMPLETE], Quality.SAMPLED),
        ([Quality.UNKNOWN, Quality.SAMPLED], Quality.UNKNOWN),
    ],
)
def test_the_worst_input_counts(qualities: list[Quality], expected: Quality) -> None:
    assert worst(qualities) is expected


def test_without_any_input_nothing_is_known() -> None:
    assert worst([]) is Quality.UNKNOWN


@pytest.mark.parametrize(
    ("repository", "forges", "end"),
    [
        (9 * TOGETHER, 7 * TOGETHER, 7 * TOGETHER),
        (9 * TOGETHER, 8 * TOGETHER - 1, 8 * TOGETHER - 1),
        (9 * TOGETHER, 8 * TOGETHER, 9 * TOGETHER),
        (8 * TOGETHER, 9 * TOGETHER, 8 * TOGETHER),
        (9 * TOGETHER, 0, 9 * TOGETHER),
        (0, 9 * TOGETHER, 9 * TOGETHER),
        (0, 0, 0),
    ],
)
def test_a_report_ends_at_the_earlier_source(repository: int, forges: int, end: int) -> None:
    """A forge that was read within a day before its repository counts as read with it."""
    assert common_end(repository, forges) == end
