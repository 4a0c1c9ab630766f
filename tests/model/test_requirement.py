"""A requirement counts from its lowest level on."""

from folkmoot.model.requirement import Requirement


def test_the_level_is_the_lowest() -> None:
    assert Requirement("X-01.01", "X-01", "Ask", (2, 3), "https://example.org").level == 2


def test_what_is_mapped_to_nothing_has_no_maps() -> None:
    assert dict(Requirement("X-01.01", "X-01", "Ask", (1,), "https://example.org").maps) == {}
