"""The texts that the package holds."""

from importlib.resources import files

from folkmoot.licences.listed import shared_id, spdx_list
from folkmoot.licences.texts import LicenceText, all_texts

TEXT = LicenceText("Made-up-1.0", 1, ("give it away", "Made Up", "and keep this"))


def test_needed_and_allowed_words_are_apart() -> None:
    assert TEXT.needed == {"give", "it", "away", "and", "keep", "this"}
    assert TEXT.allowed == {"Made", "Up"}


def test_a_copy_may_have_either_size() -> None:
    assert TEXT.sizes == (6, 8)


def test_pairs_cross_what_may_be_missing() -> None:
    needed, may = TEXT.pairs
    assert needed == {("give", "it"), ("it", "away"), ("and", "keep"), ("keep", "this")}
    assert may == {("away", "Made"), ("Made", "Up"), ("Up", "and"), ("away", "and")}


def test_every_current_licence_has_its_text() -> None:
    there = {text.id for group in all_texts() for text in group}
    assert {shared_id(entry.id) for entry in spdx_list().values() if not entry.old} - there == set()


def test_the_data_stays_small() -> None:
    folder = files("folkmoot.licences") / "data"
    assert sum(len(each.read_bytes()) for each in folder.iterdir()) < 500_000
