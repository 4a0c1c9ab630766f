"""People in files of maintainers that hold one person in a line, without a table or a mark of a list."""

from __future__ import annotations

import pytest

from govern.roles.reading import read


def test_a_line_with_a_name_and_an_address_is_a_maintainer() -> None:
    text = (
        "Ada Oak <ada@moot.invalid> (@ada)\nBob <bob@moot.invalid>\n\nJean-Luc Elm <jl@moot.invalid> (@jl)\n"
    )
    listings = read("MAINTAINERS", text).listings
    assert [(each.role.name, each.holder.handle, each.holder.email, each.line) for each in listings] == [
        ("maintainer", "ada", "ada@moot.invalid", 1),
        ("maintainer", "", "bob@moot.invalid", 2),
        ("maintainer", "jl", "jl@moot.invalid", 4),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Oak, Ada <ada@moot.invalid>", "Oak, Ada"),
        ("Ada, Oak Elm Ash <ada@moot.invalid> (@ada)", "Ada, Oak Elm Ash"),
        ("- O’Oak, Éda-Lu <ada@moot.invalid>", "O’Oak, Éda-Lu"),
        ("Ada Oak, PhD <ada@moot.invalid>", "Ada Oak"),
        ("- Ada Oak, Acme <ada@moot.invalid>", "Ada Oak"),
        ("- Ada, PhD <ada@moot.invalid>", "Ada"),
        ("- Ada, Release Manager <ada@moot.invalid>", "Ada"),
        ("- Ada, who founded Moot <ada@moot.invalid>", "Ada"),
        ("- Ada (@ada-oak), Acme", "Ada"),
    ],
)
def test_a_comma_inside_of_a_name_does_not_end_it(line: str, expected: str) -> None:
    assert [each.holder.name for each in read("MAINTAINERS", f"{line}\n").listings] == [expected]


@pytest.mark.parametrize(
    "line",
    [
        "Ask Ada <ada@moot.invalid> for access.", "Contact: Ada <ada@moot.invalid>",
        "Ada <https://moot.invalid>",
        "    Ada Oak <ada@moot.invalid>", "ada@moot.invalid", "Ada Oak (@ada) was here",
    ],
)  # fmt: skip
def test_a_sentence_that_mentions_somebody_is_none(line: str) -> None:
    assert read("MAINTAINERS", f"{line}\n").listings == []
