"""The panel on what the project states, and the one on what contradicts."""

from __future__ import annotations

import pytest

from folkmoot.i18n import say
from folkmoot.model.check import Outcome
from folkmoot.views.licensing.stated import contradictions_panel, stated_panel
from views.licensing.trees_of_licences import MIT, licensing, text_of

NOTHING = "No licence file, manifest or README states a licence."
ISC = '[package]\nname = "moot"\nlicense = "ISC"\n'


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (
            {"LICENSE": MIT},
            "The licence is MIT: approved by the Open Source Initiative, free by the FSF's list.",
        ),
        ({"LICENSE": text_of("0BSD")}, "The licence is 0BSD, which the Open Source Initiative approved."),
        (
            {"LICENSE": text_of("CC0-1.0")},
            "The licence is CC0-1.0, which the Free Software Foundation lists as free.",
        ),
        (
            {"LICENSE": text_of("JSON")},
            (
                "The licence is JSON. Neither the OSI lists it as open nor the FSF as free; licences for "
                "data, and variants of well-known ones, often stand on neither list."
            ),
        ),
        (
            {"package.json": '{"license": "LicenseRef-Own"}'},
            "The licence is LicenseRef-Own. Whether it is an open source one is not known.",
        ),
        (
            {},
            f"{NOTHING} Unless another place does, nobody else may use, change or share the work.",
        ),
        (
            {"LICENSE": f"One is for the text, one for code.\n\n{text_of('MIT')}\n\n{text_of('ISC')}"},
            "Whole texts of several licences stand in LICENSE; which is for what, only its own words tell.",
        ),
        (
            {"LICENSE": "Ask me."},
            "Which licence the project as a whole is under is not stated in a way that leaves no doubt.",
        ),
        (
            {"LICENSES/MIT.txt": MIT, "LICENSES/ISC.txt": text_of("ISC")},
            "Several licences are kept here: which one holds is stated file by file.",
        ),
    ],
)
def test_the_headline(files: dict[str, str], words: str) -> None:
    assert say(stated_panel(licensing(files)).headline) == words


@pytest.mark.parametrize(
    ("text", "title", "fact"),
    [
        (MIT, "MIT", "The text is 100% like that of SPDX."),
        (
            MIT.replace("THE SOFTWARE IS", "YOU OWE US A CUP OF TEA FOR EVERY DAY OF USE. THE SOFTWARE IS"),
            "MIT, with words added",
            "The whole text of MIT stands in it, and words beside it that may permit more or less.",
        ),
        (
            f"{MIT}\nAnd also:\n{text_of('Apache-2.0')}",
            "Apache-2.0, MIT, and more",
            "Whole texts that stand in it, among other words: Apache-2.0, MIT.",
        ),
        (
            MIT.replace(
                "to use, copy, modify, merge, publish, distribute, sublicense, and/or sell", "to use"
            ),
            "MIT, changed",
            "It is like MIT, but words were added or left out, so it may permit more or less.",
        ),
        ("Copyright 2026 Ada", "a notice only", "It only says whose the work is, and permits nothing."),
        (
            'Licensed under the Apache License, Version 2.0 (the "License"); see it for the limitations.',
            "Apache-2.0",
            "It says so in the words of a notice; the text of the licence is not in this file.",
        ),
        ("Ask me.", "unclear", "It says: Ask me."),
    ],
)
def test_each_place_says_what_stands_there(text: str, title: str, fact: str) -> None:
    (entry,) = stated_panel(licensing({"LICENSE": text})).entries
    assert say(entry.title) == title
    assert fact in [say(each) for each in entry.facts]


def test_terms_of_perl_with_their_texts_below_are_no_bare_notice() -> None:
    text = f"Terms of Perl itself\n\n---\n\n{text_of('GPL-1.0')}\n\n---\n\n{text_of('Artistic-1.0')}"
    (entry,) = stated_panel(licensing({"LICENSE": text})).entries
    assert say(entry.title) == "Artistic-1.0-Perl OR GPL-1.0-or-later"
    assert [say(each) for each in entry.facts] == [
        "In LICENSE.",
        "Whole texts that stand in it, among other words: GPL-1.0, Artistic-1.0.",
    ]


def test_a_grant_of_patents_is_told_as_that() -> None:
    entries = stated_panel(licensing({"LICENSE": MIT, "PATENTS": "Additional rights"})).entries
    assert [say(entry.title) for entry in entries] == ["MIT", "on patents"]


@pytest.mark.parametrize(
    ("section", "title"),
    [
        ("See the [LICENSE](https://moot.example/blob/main/LICENSE) file.", "points to the licence file"),
        ("See [here](docs/license.txt).", "points to the licence file"),
        ("MIT for the code and CC-BY-4.0 for the pictures, see LICENSE.", "unclear"),
        ("Ask us about [licences](https://moot.example/licences/buy/).", "unclear"),
    ],
)
def test_a_readme_may_leave_it_to_the_licence_file(section: str, title: str) -> None:
    files = {"LICENSE": MIT, "README.md": f"# Moot\n\n## License\n\n{section}\n"}
    _, entry = stated_panel(licensing(files)).entries
    assert (entry.state, say(entry.title)) == ("README", title)


def test_unknown_identifiers_are_named() -> None:
    (entry,) = stated_panel(licensing({"package.json": '{"license": "MIT OR Nonsense-2"}'})).entries
    assert "SPDX does not list Nonsense-2." in [say(each) for each in entry.facts]


def test_a_contradiction_names_both_places_and_what_to_do() -> None:
    (panel,) = contradictions_panel(licensing({"LICENSE": MIT, "Cargo.toml": ISC}))
    (finding,) = panel.findings
    assert finding.outcome is Outcome.NO
    assert [say(each) for each in finding.evidence] == ["LICENSE states MIT.", "Cargo.toml:3 states ISC."]
    assert "correct LICENSE or Cargo.toml:3" in say(finding.remedy)


def test_a_misnamed_text_is_told_as_such() -> None:
    (panel,) = contradictions_panel(licensing({"LICENSES/ISC.txt": MIT}))
    assert say(panel.findings[0].title) == "LICENSES/ISC.txt is not ISC"


def test_where_nothing_contradicts_there_is_no_panel() -> None:
    assert list(contradictions_panel(licensing({"LICENSE": MIT}))) == []


def test_exceptions_are_told_as_such() -> None:
    (entry,) = stated_panel(licensing({"LICENSES/LLVM-exception.txt": text_of("LLVM-exception")})).entries
    assert say(entry.title) == "LLVM-exception, an exception"
