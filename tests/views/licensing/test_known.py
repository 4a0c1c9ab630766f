"""What is known about the licences of one project."""

from __future__ import annotations

import pytest

from views.licensing.trees_of_licences import MIT, licensing, text_of

CARGO = '[package]\nname = "moot"\nversion = "1.0.0"\nlicense = "{}"\n'
PACKAGE = '"node_modules/a": {{"version": "1.0.0", "license": "{}"}}'
LOCK = f'{{{{"lockfileVersion": 3, "packages": {{{{"": {{{{}}}}, {PACKAGE}}}}}}}}}'
# REUSE-IgnoreStart
HEAD = "# SPDX-FileCopyrightText: Ada\n# SPDX-License-Identifier: MIT\n"
# REUSE-IgnoreEnd


def test_the_place_of_the_licence_is_the_first_that_states_it() -> None:
    assert licensing({"LICENSE": MIT, "Cargo.toml": CARGO.format("MIT")}).place == "LICENSE"
    assert licensing({"Cargo.toml": CARGO.format("MIT")}).place == "Cargo.toml:4"
    assert licensing({"main.c": ""}).place == ""
    words = "# Moot\n\n## License\n\nMIT\n"
    assert licensing({"README.md": words, "Cargo.toml": CARGO.format("MIT")}).place == "Cargo.toml:4"
    assert licensing({"README.md": words}).place == "README.md:3"


@pytest.mark.parametrize(
    ("files", "wants_work"),
    [
        ({"LICENSE": MIT}, False),
        ({"LICENSE": MIT, "Cargo.toml": CARGO.format("ISC")}, True),
        ({"LICENSE": MIT, "package-lock.json": LOCK.format("GPL-3.0-only")}, True),
        ({"LICENSE": MIT, "package-lock.json": LOCK.format("ISC")}, False),
        ({"LICENSE": MIT, "a.py": "x = 1"}, False),
        ({"LICENSE": MIT, "LICENSES/MIT.txt": MIT, "a.py": "x = 1"}, True),
        ({"LICENSE": MIT, "LICENSES/MIT.txt": MIT, "a.py": HEAD}, False),
    ],
)
def test_what_wants_work(files: dict[str, str], wants_work: bool) -> None:
    assert licensing(files).wants_work is wants_work


def test_without_a_clear_licence_nothing_is_held_against_it() -> None:
    project = licensing({"LICENSE": "Ask me.", "package-lock.json": LOCK.format("GPL-3.0-only")})
    assert project.conflicts == []


def test_a_conflict_names_both_places() -> None:
    project = licensing({"COPYING": text_of("GPL-2.0"), "package-lock.json": LOCK.format("Apache-2.0")})
    (found,) = project.conflicts
    assert (found.place, found.dependency.place.partition(":")[0]) == ("COPYING", "package-lock.json")
