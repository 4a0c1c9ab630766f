"""Licences stated in words."""

import pytest

from folkmoot.licences.headers.wordings import worded

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
        (GPL.format("Lesser ", "2.1", ", or (at your option) any later version"), "LGPL-2.1-or-later"),
        (GPL.format("Affero ", "3", ""), "AGPL-3.0-only"),
        ("// Use of this source code is governed by a BSD-style licence in the file LICENSE.", ""),
        ("# GNU General Public License", ""),
        ("int main() {}", ""),
        ("", ""),
    ],
)
def test_words_that_name_one_licence(text: str, identifier: str) -> None:
    assert worded(text.encode()) == identifier
