"""Packages whose manifest is the comment that their main file begins with."""

from __future__ import annotations

import pytest

from checks.trees import ground
from folkmoot.licences.manifests import declared_in, manifest_files
from folkmoot.licences.project import licences_of

GPL = (
    ";; This file is free software; you can redistribute it and/or modify\n"
    ";; it under the terms of the GNU General Public License as published by\n"
    ";; the Free Software Foundation; either version 3, or (at your option)\n"
    ";; any later version.\n"
)


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("moot.el", f";;; moot.el --- Meet\n\n;; Version: 0.1\n\n{GPL}", [("GPL-3.0-or-later", 6)]),
        ("moot.el", ";; Package-Requires: (())\n;; SPDX-License-Identifier: MIT\n", [("MIT", 2)]),
        ("moot-lib.el", GPL, []),
        (
            "moot.php",
            "<?php\n/*\n * Plugin Name: Moot\n * License: GPL v2 or later\n",
            [("GPL-2.0-or-later", 4)],
        ),
        ("moot.php", "<?php\n/* License: MIT */", []),
        ("meta/main.yml", "galaxy_info:\n  license: MIT  # as ever\n", [("MIT", 2)]),
        ("meta/main.yml", 'galaxy_info:\n  license: "license (BSD, MIT)"\n', [("", 2)]),
        ("meta/main.yml", "galaxy_info:\n  license: [MIT]\n", []),
    ],
)
def test_each_says_its_licence(path: str, text: str, said: list[tuple[str, int]]) -> None:
    assert [(each.expression, each.line) for each in declared_in(path, text)] == said


def test_a_role_has_its_manifest_in_a_folder() -> None:
    paths = ["meta/main.yml", "a/meta/main.yml", "lisp/a.el", "a.el"]
    assert manifest_files(paths) == ["a.el", "meta/main.yml"]


def test_a_package_of_one_file_is_under_the_licence_of_its_header() -> None:
    found = licences_of(ground({"moot.el": f";; Version: 1\n{GPL}", "README.md": "# Moot\n"}))
    assert found.expression == "GPL-3.0-or-later"
