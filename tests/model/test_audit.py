"""What an audit answers."""

from __future__ import annotations

from folkmoot.model.audit import Evidence


def test_a_place_is_path_and_line() -> None:
    assert Evidence("x", "a.md", 3).place == "a.md:3"
    assert Evidence("x", "a.md").place == "a.md"
    assert Evidence("x").place == ""
