"""The template of metrics and checks is read out of a docstring."""

from folkmoot.model.template import SECTIONS, sections

TOLD = """How many come.

Question:
    How many people come?

Why it matters:
    Because.

    And again.

References:
    Somebody: https://example.test/a:b
"""


def test_sections_are_found_by_their_names() -> None:
    told = sections(TOLD)
    assert told["Question"] == "How many people come?"
    assert told["References"] == "Somebody: https://example.test/a:b"


def test_the_title_has_no_name() -> None:
    assert sections(TOLD)[""] == "How many come."


def test_paragraphs_stay_apart() -> None:
    assert sections(TOLD)["Why it matters"] == "Because.\n\nAnd again."


def test_what_is_not_there_is_left_out() -> None:
    assert "How it is counted" not in sections(TOLD)
    assert set(sections(TOLD)) - {""} <= set(SECTIONS)


def test_other_headings_belong_to_the_text() -> None:
    assert sections("Title.\n\nQuestion:\n    Why?\n\nAside:\n    So.")["Question"].startswith("Why?")
