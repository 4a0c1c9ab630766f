"""The panels on what single files say."""

from __future__ import annotations

from folkmoot.i18n import say
from folkmoot.views.licensing.headers_panels import headers_panel, reuse_panel
from views.licensing.trees_of_licences import MIT, licensing

# REUSE-IgnoreStart
HEAD = "# SPDX-FileCopyrightText: Ada\n# SPDX-License-Identifier: {}\n"
# REUSE-IgnoreEnd
WORDS = "# Licensed under the Apache License, Version 2.0\n"
FILES = {"a.py": HEAD.format("MIT"), "LICENSES/MIT.txt": MIT}


def titles(files: dict[str, str]) -> list[str]:
    return [say(finding.title) for panel in reuse_panel(licensing(files)) for finding in panel.findings]


def test_the_share_is_told_with_its_numbers() -> None:
    panel = headers_panel(licensing({**FILES, "b.py": WORDS, "c.py": "x", "d.py": "y"}))
    words = "Files that say in a tag which licence they are under: 1 of 4 (25%). In words instead: 1."
    assert say(panel.headline) == words
    shown = [(point.label, point.part, point.value) for point in panel.points]
    assert shown == [("MIT", "", 1), ("Apache-2.0", "in words", 1)]


def test_where_another_licence_is_stated_is_told() -> None:
    files = {"LICENSE": MIT, "a.py": HEAD.format("ISC"), "b.py": WORDS, "c.py": HEAD.format("MIT")}
    (note,) = headers_panel(licensing(files)).coverage_notes
    assert say(note) == "Another licence than the whole, one place of each: ISC: a.py:2; Apache-2.0: b.py."
    assert headers_panel(licensing({"LICENSE": MIT, "c.py": HEAD.format("MIT")})).coverage_notes == ()


def test_of_many_other_licences_a_few_are_named() -> None:
    names = ("ISC", "Zlib", "0BSD", "BSL-1.0", "Apache-2.0", "MPL-2.0")
    files = {"LICENSE": MIT, **{f"{name}.py": HEAD.format(name) for name in names}}
    (note,) = headers_panel(licensing(files)).coverage_notes
    assert say(note).endswith("; 2 more.")


def test_where_no_file_says_anything_that_is_said() -> None:
    panel = headers_panel(licensing({"a.py": "x"}))
    assert say(panel.missing) == "No file states a licence of its own."


def test_rules_that_are_kept() -> None:
    (panel,) = reuse_panel(licensing(FILES))
    assert say(panel.headline).startswith("The rules of REUSE are kept")
    assert panel.findings == ()


def test_each_broken_rule_is_a_finding() -> None:
    files = {
        **FILES, "b.py": HEAD.format("ISC"), "c.py": "x", "d.py": HEAD.format("GPLv2"),
        "LICENSES/Zlib.txt": "", "LICENSES/mine.txt": "", "LICENSES/GPL-2.0.txt": "",
        "REUSE.toml": "version =",
    }  # fmt: skip
    assert titles(files) == [
        "Statements that name no known licence",
        "Licences without a text",
        "Texts that no file is under",
        "Texts whose name is no identifier",
        "Texts under a deprecated identifier",
        "Files of REUSE that could not be read",
        "Files that do not say everything",
    ]


def test_a_project_that_does_not_follow_reuse_is_not_held_to_it() -> None:
    assert list(reuse_panel(licensing({"a.py": "x", "LICENSE": MIT}))) == []


def test_a_wrong_tag_is_told_all_the_same() -> None:
    (panel,) = reuse_panel(licensing({"a.py": HEAD.format("GPLv2")}))
    assert (
        say(panel.headline) == "This project does not follow REUSE; these statements are wrong all the same."
    )


def test_long_lists_end_in_how_much_more_there_is() -> None:
    files = {f"{number}.py": HEAD.format(f"Nonsense-{number}") for number in range(20)}
    (panel,) = reuse_panel(licensing(files))
    assert say(panel.findings[0].evidence[-1]) == "8 more."


def test_files_whose_contents_are_not_here_are_not_called_silent() -> None:
    shown = headers_panel(licensing({"a.py": None, "b.py": None}))
    assert "not in this clone" in say(shown.missing)
    shown = headers_panel(licensing({"a.py": "x = 1"}))
    assert say(shown.missing) == "No file states a licence of its own."
