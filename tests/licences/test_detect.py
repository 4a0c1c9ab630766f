"""Which licence a text is, and when it is none although it looks like one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from folkmoot.licences import detect
from folkmoot.licences.detect import SAME, _is_whole, held, match
from folkmoot.licences.listed import spdx_list
from folkmoot.licences.texts import all_texts
from licences.licence_texts import MIT, text_of

COMMON = [
    "0BSD", "AGPL-3.0", "Apache-2.0", "Artistic-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSD-4-Clause",
    "BSL-1.0", "CC-BY-4.0", "CC-BY-NC-4.0", "CC-BY-ND-4.0", "CC-BY-SA-4.0", "CC0-1.0", "CDDL-1.0", "curl",
    "ECL-2.0", "EPL-1.0", "EPL-2.0", "EUPL-1.2", "GFDL-1.3", "GPL-2.0", "GPL-3.0", "ISC", "JSON", "LGPL-2.1",
    "LGPL-3.0", "MIT", "MIT-0", "MPL-2.0", "MS-PL", "NCSA", "OFL-1.1", "OSL-3.0", "PHP-3.01", "PostgreSQL",
    "PSF-2.0", "Python-2.0", "SSPL-1.0", "Unlicense", "UPL-1.0", "Vim", "W3C", "WTFPL", "X11", "Zlib",
    "ZPL-2.1",
]  # fmt: skip
RESTRICTION = (
    "Notwithstanding the above, nobody who is employed in the manufacture of umbrellas may use, sell or even "
    "look at this work without first having danced around the maypole of our village."
)


@pytest.mark.parametrize("identifier", COMMON)
@pytest.mark.parametrize("whole", [True, False])
def test_each_common_licence_is_found_with_and_without_what_it_may_lack(identifier: str, whole: bool) -> None:
    found = match(text_of(identifier, whole=whole))
    assert found is not None
    assert (found.id, found.same) == (identifier, True)


def test_a_plain_copy_is_found() -> None:
    found = match(MIT)
    assert found is not None
    assert (found.expression, found.likeness) == ("MIT", 1.0)


@pytest.mark.parametrize("identifier", ["MIT", "BSD-3-Clause", "Apache-2.0", "GPL-3.0", "MPL-2.0"])
def test_one_more_restriction_makes_it_another_licence(identifier: str) -> None:
    """Apache-2.0 with a paragraph more is 99 % alike: likeness alone would call it the same."""
    middle = text_of(identifier).split()
    text = " ".join([*middle[: len(middle) // 2], RESTRICTION, *middle[len(middle) // 2 :]])
    found = match(text)
    assert found is None or not found.same


def test_a_restriction_above_the_text_is_seen() -> None:
    found = match(f"{RESTRICTION}\n\n{text_of('Apache-2.0')}")
    assert found is not None
    assert (found.id, found.same, found.expression) == ("Apache-2.0", False, "")


def test_a_licence_without_its_disclaimer_is_not_the_licence() -> None:
    assert match(MIT[: MIT.index("THE SOFTWARE IS")]) is None


def test_the_right_words_in_a_wrong_order_are_no_licence() -> None:
    found = match(" ".join(sorted(MIT.split())))
    assert found is None


def test_only_and_or_later_are_never_guessed() -> None:
    found = match(text_of("GPL-3.0"))
    assert found is not None
    assert found.expression == "GPL-3.0"


@pytest.mark.parametrize(
    ("licence", "exception"),
    [
        ("Apache-2.0", "LLVM-exception"),
        ("Apache-2.0", "Swift-exception"),
        ("GPL-2.0", "Classpath-exception-2.0"),
    ],
)
def test_an_exception_below_a_licence_is_named(licence: str, exception: str) -> None:
    found = match(f"{text_of(licence)}\n\n{text_of(exception)}")
    assert found is not None
    assert found.expression == f"{licence} WITH {exception}"


@pytest.mark.parametrize("text", ["", "To be done.", "All rights reserved.", "\0" * 50, "lorem ipsum " * 200])
def test_what_is_no_licence_is_none(text: str) -> None:
    assert match(text) is None


def test_whole_licences_are_found_inside_another_text() -> None:
    text = f"This is ours:\n{MIT}\nParts come from others:\n{text_of('BSD-3-Clause')}\n{RESTRICTION * 5}"
    assert held(text) == ("BSD-3-Clause", "MIT")


def test_a_licence_that_is_part_of_another_is_not_told_twice() -> None:
    assert held(text_of("BSD-3-Clause")) == ("BSD-3-Clause",)


def test_a_sibling_is_not_held() -> None:
    """ImageMagick's licence is nearly Apache-2.0's."""
    assert held(text_of("Apache-2.0")) == ("Apache-2.0",)


def test_a_text_by_the_name_of_its_sibling_is_what_its_name_says() -> None:
    """The two differ in one name only."""
    text = text_of("BSD-4-Clause-UC")
    found = match(text, "BSD-4-Clause-UC")
    assert found is not None
    assert found.id == "BSD-4-Clause-UC"
    other = match(text_of("MIT"), "BSD-4-Clause-UC")
    assert other is not None
    assert other.id == "MIT"


def test_every_text_the_osi_approved_is_most_like_itself() -> None:
    approved = [text for text in all_texts()[0] if text.id in spdx_list() and spdx_list()[text.id].osi]
    wrong = [
        text.id for text in approved if (found := match(" ".join(text.runs))) is None or found.id != text.id
    ]
    assert wrong == []
    assert len(approved) > 100


def test_the_bar_is_where_the_guide_says() -> None:
    assert SAME == 0.97


def with_inserted(*stretches: int, between: int = 0) -> str:
    """Give Apache-2.0 with stretches of invented words in it, `between` of its own words between them."""
    words = text_of("Apache-2.0").split()
    place = len(words) // 2
    for number, length in enumerate(stretches):
        words[place:place] = [f"moot{number}x{n}" for n in range(length)]
        place += length + between
    return " ".join(words)


def is_same(text: str) -> bool:
    found = match(text)
    assert found is not None
    return found.same


@pytest.mark.parametrize(("length", "same"), [(12, True), (13, False)])
def test_a_dozen_words_in_one_stretch_may_be_added_and_no_more(length: int, same: bool) -> None:
    assert is_same(with_inserted(length)) is same


@pytest.mark.parametrize(("between", "same"), [(8, True), (7, False)])
def test_stretches_are_two_where_eight_known_words_part_them(between: int, same: bool) -> None:
    """Twice seven words are fourteen where fewer of the licence's own stand between."""
    assert is_same(with_inserted(7, 7, between=between)) is same


def test_what_only_comes_near_is_named_but_is_not_the_licence() -> None:
    """Every word of the restriction counts against the likeness, and not enough to make it unknown."""
    found = match(with_inserted(150))
    assert found is not None
    assert (found.id, found.same, found.exception) == ("Apache-2.0", False, "")
    assert 0.9 <= found.likeness < SAME


def test_a_licence_that_shares_much_with_a_longer_one_is_held_beside_it() -> None:
    text = f"Parts are under other terms. {text_of('GPL-2.0')} {RESTRICTION} {text_of('LGPL-2.1')}"
    assert held(text) == ("LGPL-2.1", "GPL-2.0")
    assert held(text_of("LGPL-2.1")) == ("LGPL-2.1",)
    assert held(text_of("GPL-2.0")) == ("GPL-2.0",)


@pytest.mark.parametrize("short", ["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause"])
def test_a_short_licence_below_a_long_one_that_shares_its_words_is_held(short: str) -> None:
    """The GPL says nearly half of what MIT says, here and there; MIT below it stands in one stretch."""
    long = text_of("GPL-3.0")
    assert held(f"{long} Parts of it are under other terms. {text_of(short)}") == ("GPL-3.0", short)
    words = text_of(short).split()
    half = len(words) // 2
    torn = f"{' '.join(words[:half])} {long} {' '.join(words[half:])}"
    assert held(torn) == ("GPL-3.0",)


def test_a_short_text_inside_a_longer_one_is_no_licence_that_is_held() -> None:
    """Fair's 34 words could stand anywhere by chance; the 53 of WTFPL could not."""
    assert held(f"{text_of('Fair')} {RESTRICTION} {text_of('BSD-3-Clause')}") == ("BSD-3-Clause",)
    assert "WTFPL" in held(f"{text_of('WTFPL')} {RESTRICTION} {text_of('BSD-3-Clause')}")


def test_of_nothing_nothing_is_held() -> None:
    assert held("") == held("To be done.") == ()


def test_licences_that_are_held_come_longest_first_and_each_once() -> None:
    text = "\n".join([MIT, text_of("ISC"), MIT, RESTRICTION, text_of("Apache-2.0"), text_of("BSD-3-Clause")])
    assert held(text)[:2] == ("Apache-2.0", "BSD-3-Clause")
    assert held(text).count("MIT") == 1


@pytest.mark.parametrize("name", ['MIT "Expat" License', "MIT License"])
def test_a_sentence_that_introduces_the_text_is_no_part_of_it(name: str) -> None:
    quoted = "".join(f"> {line}\n" for line in MIT.strip().splitlines())
    assert match(f"The Moot.jl package is licensed under the {name}:\n\n{quoted}").expression == "MIT"


def test_a_sentence_with_a_condition_introduces_nothing() -> None:
    added = (
        "The Moot package is licensed under the MIT License, but to nobody who sells it to his neighbours:"
    )
    assert match(f"{added}\n\n{MIT}").expression == ""


def test_one_that_shares_much_with_a_longer_one_is_found_first_and_last_in_a_text() -> None:
    for order in (("X11", "Linux-OpenIB"), ("Linux-OpenIB", "X11")):
        assert held("\n".join(map(text_of, order))) == ("X11", "Linux-OpenIB")


def test_a_text_of_many_licences_is_not_read_anew_for_each(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred licences in one file once took as long as reading it for each pair of them."""
    read: list[int] = []

    def counted(words: Sequence[str], *other: Any) -> bool:
        read.append(len(words))
        return _is_whole(words, *other)

    monkeypatch.setattr(detect, "_is_whole", counted)
    short = sorted(all_texts()[0], key=lambda each: each.sizes)[150:210]
    text = "\n".join(text_of(each.id) for each in short)
    assert len(held(text)) > 20
    assert read
    assert sum(read) < 10 * len(text.split())
