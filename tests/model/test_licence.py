"""What a project says about its licence, place by place."""

from typing import Any

import pytest

from folkmoot.model.licence import Headers, Licences, Place, Said, Used


def test_texts_are_what_the_licence_files_say() -> None:
    text = Said(Place.TEXT, "LICENSE", expression="MIT", likeness=1.0)
    manifest = Said(Place.MANIFEST, "package.json", 3, "MIT", "MIT")
    assert Licences((text, manifest), "MIT").texts == (text,)


def test_nothing_is_claimed_about_an_unknown_licence() -> None:
    assert (Licences().osi, Licences().fsf) == (None, None)


def kept(**more: Any) -> Headers:
    return Headers(**{"files": 3, "complete": 3} | more)


def test_reuse_is_kept_where_every_file_says_both_and_nothing_is_wrong() -> None:
    assert kept().compliant is True


@pytest.mark.parametrize(
    "flaw",
    [
        {"complete": 2}, {"missing": (Used("MIT", 1, "a.py"),)}, {"unused": ("LICENSES/X.txt",)},
        {"unnamed": ("LICENSES/x.txt",)}, {"old": ("GPL-2.0",)}, {"broken": (Said(Place.TEXT, "a"),)},
        {"problems": ("REUSE.toml",)},
    ],
    ids=lambda flaw: next(iter(flaw)),
)  # fmt: skip
def test_one_flaw_is_enough(flaw: dict[str, Any]) -> None:
    assert kept(**flaw).compliant is False


def test_of_no_files_nothing_is_kept() -> None:
    assert Headers().compliant is False


def test_where_a_file_could_not_be_read_it_is_not_known() -> None:
    assert kept(unread=1).compliant is None
    assert kept(unread=1, complete=1).compliant is None


def test_one_file_can_keep_reuse() -> None:
    assert Headers(files=1, complete=1).compliant is True
