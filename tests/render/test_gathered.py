"""Rows of a long table gathered by what they have in common."""

from folkmoot.model.page import Entry
from folkmoot.render.gathered import gathered, told_apart
from folkmoot.render.voice import Voice

VOICE = Voice()
ALONE = Entry("a", "A first thing")
ASKED = Entry("b", "B second thing", facts=("Ask.",), group="To ask")
OTHER = Entry("c", "C third thing", group="To do")
SILENT = Entry("d", "D fourth thing", group="To ask")


def test_rows_are_gathered_by_their_group_in_the_order_they_come() -> None:
    assert gathered([ALONE, ASKED, OTHER, SILENT], VOICE) == (
        [ALONE], {"To ask": [ASKED, SILENT], "To do": [OTHER]},
    )  # fmt: skip


def test_groups_go_by_the_words_a_reader_sees() -> None:
    one_word = {"To do": "To ask"}  # a language may have one word for two
    _, groups = gathered([ASKED, OTHER], Voice(lambda text: one_word.get(text, text)))
    assert list(groups) == ["To ask"]


def test_rows_that_say_nothing_are_named_by_their_ids_alone() -> None:
    assert told_apart([ASKED, OTHER, SILENT], VOICE) == (["B second thing"], "c, d")
