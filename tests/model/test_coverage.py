"""A number is only as good as the worst of its inputs."""

import pytest

from folkmoot.model.coverage import Quality, worst


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
