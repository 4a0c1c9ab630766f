"""Licences stated in words."""

import pytest

from folkmoot.licences.headers.wordings import proposed, worded

GPL = """/*
 * This program is free software: you can redistribute it and/or modify it under the terms of the
 * GNU {}General Public License as published by the Free Software Foundation, either version {}
 * of the License{}.
 */"""


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("# Licensed under the Apache License,\n# Version 2.0 (the License)", "Apache-2.0"),
        (
            "/* This Source Code Form is subject to the terms of the Mozilla\n * Public License, v. 2.0. */",
            "MPL-2.0",
        ),
        (GPL.format("", "3", ", or\n * (at your option) any later version"), "GPL-3.0-or-later"),
        (GPL.format("", "2", ""), "GPL-2.0-only"),
        ("<?php\n/**\n * Moots.\n *\n * @license  GPL-3.0-or-later\n */", "GPL-3.0-or-later"),
        ("/** @license mit */", "MIT"),
        ("/** @license React v17.0.2\n * react.js\n */", ""),
        ('const tag = "@license MIT";', ""),
        (GPL.format("Lesser ", "2.1", ", or (at your option) any later version"), "LGPL-2.1-or-later"),
        (GPL.format("Affero ", "3", ""), "AGPL-3.0-only"),
        ("// Use of this source code is governed by a BSD-style licence in the file LICENSE.", ""),
        ("# GNU General Public License", ""),
        (GPL.format("", "2", "; valid with version 0.30 of the moot"), "GPL-2.0-only"),
        ("<!-- GNU General Public License. Valid with version 0.30 of the moot format. -->", ""),
        ("# GNU General Public License, for moot version 12", ""),
        (GPL.format("", "2.1", ""), ""),
        (GPL.format("Lesser ", "2.1.", ""), "LGPL-2.1-only"),
        ("# Under the GNU General Public License, version 3 or later.", "GPL-3.0-or-later"),
        ("# Under the GNU Lesser General Public License version 2.1+.", "LGPL-2.1-or-later"),
        ("# GNU General Public License version 2; needs GNU find 4.2 or newer", "GPL-2.0-only"),
        ("int main() {}", ""),
        ("", ""),
    ],
)
def test_words_that_name_one_licence(text: str, identifier: str) -> None:
    assert worded(text.encode()) == identifier


MOZILLA = """{{-----
The contents of this file are subject to the Mozilla Public License
Version 1.1 (the "License"); you may not use this file except in compliance
with the License.{}
-----}}"""
INSTEAD = """

Alternatively, the contents of this file may be used under the terms of {} in which
case the provisions of the GPL are applicable instead of those above."""
GPL_2 = 'the\nGNU General Public License Version 2 or later (the "GPL"),'


@pytest.mark.parametrize(
    ("instead", "expression"),
    [
        ("", "MPL-1.1"),
        (INSTEAD.format(GPL_2), "MPL-1.1 OR GPL-2.0-or-later"),
        (
            INSTEAD.format(f"either {GPL_2} or the GNU Lesser General Public License Version 2.1 or later,"),
            "MPL-1.1 OR GPL-2.0-or-later OR LGPL-2.1-or-later",
        ),
        (
            (
                "\n\nAlternatively, you may redistribute this library, use and/or modify it under the terms\n"
                "of the GNU Lesser General Public License; either version 2.1, or any later version."
            ),
            "MPL-1.1 OR LGPL-2.1-or-later",
        ),
        (INSTEAD.format("the terms of the Moot"), ""),
    ],
)
def test_the_old_licence_of_mozilla_may_offer_others_instead(instead: str, expression: str) -> None:
    assert worded(MOZILLA.format(instead).encode()) == expression


GRANTED = "Permission is hereby granted, free of charge, to any person obtaining a copy of this software"


@pytest.mark.parametrize(
    "text",
    [
        'PHRASES = {\n    "under the Apache License, Version 2.0": "Apache-2.0",\n}',
        f'MIT = f"""MIT License\n\n{GRANTED}\n"""',
        f"const text = `{GRANTED}`;",
        'expect("GNU General Public License version 2");',
    ],
)
def test_words_in_a_string_state_nothing_about_their_file(text: str) -> None:
    assert worded(text.encode()) == ""


@pytest.mark.parametrize(
    "text",
    [
        f'"""Boats.\n\n{GRANTED}.\n"""',
        f"# Don't panic. {GRANTED}",
        f"/* A user's boats. {GRANTED.replace('copy of', 'copy' + chr(10) + ' * of')}, to use it. */",
    ],
)
def test_words_in_comments_and_in_what_says_what_a_file_is_count(text: str) -> None:
    assert worded(text.encode()) == "MIT"


@pytest.mark.parametrize("filler", ["\n", "- ", "x"])
def test_a_huge_file_is_no_notice_and_not_gone_through(filler: str) -> None:
    """With work that grows with the square of its length this would not end."""
    assert proposed(filler * 1_000_000) == ""


@pytest.mark.parametrize("what", ["the Font Software", "the Unicode data files", "the icons"])
def test_the_same_grant_for_something_else_is_another_licence(what: str) -> None:
    assert worded(f"# {GRANTED.replace('this software', what)}".encode()) == ""
