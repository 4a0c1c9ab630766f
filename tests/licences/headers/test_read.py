"""What all files of a project say."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from checks.trees import ground
from folkmoot.licences.headers.read import covered_files, headers_of
from folkmoot.model.licence import Headers, Used

# REUSE-IgnoreStart
HEAD = "# SPDX-FileCopyrightText: 2026 Ada\n# SPDX-License-Identifier: {}\n"
MIT = HEAD.format("MIT")
EVERYTHING = """version = 1
[[annotations]]
path = "**"
precedence = "{}"
SPDX-FileCopyrightText = "Cleo"
SPDX-License-Identifier = "ISC"
"""


def told(files: dict[str, bytes | str | None], links: tuple[str, ...] = ()) -> Headers:
    return headers_of(ground(files, links))


def used(found: Headers) -> dict[str, int]:
    return {each.id: each.files for each in found.used}


def test_a_project_that_says_everything_complies() -> None:
    found = told({"a.py": MIT, "b.py": MIT, "LICENSES/MIT.txt": "..."})
    assert (found.files, found.licensed, found.noticed, found.complete) == (2, 2, 2, 2)
    assert (found.compliant, found.adopted) == (True, True)
    assert found.used == (Used("MIT", 2, "a.py", 2),)


def test_what_says_nothing_is_counted_and_named() -> None:
    found = told({"a.py": MIT, "b.py": "x = 1", "LICENSES/MIT.txt": "..."})
    assert (found.files, found.licensed, found.bare, found.compliant) == (2, 1, ("b.py",), False)


def test_a_licence_without_its_text_is_missing() -> None:
    found = told({"a.py": HEAD.format("MIT OR Apache-2.0"), "LICENSES/MIT.txt": "..."})
    assert found.missing == (Used("Apache-2.0", 1, "a.py", 2),)


def test_an_exception_needs_its_text_too() -> None:
    found = told({"a.py": HEAD.format("MIT WITH LLVM-exception"), "LICENSES/MIT.txt": "..."})
    assert [each.id for each in found.missing] == ["LLVM-exception"]


def test_texts_that_nobody_uses_are_told() -> None:
    assert told({"a.py": MIT, "LICENSES/MIT.txt": "", "LICENSES/ISC.txt": ""}).unused == ("LICENSES/ISC.txt",)


def test_or_later_uses_the_text_of_the_first() -> None:
    assert told({"a.py": HEAD.format("Apache-2.0+"), "LICENSES/Apache-2.0.txt": ""}).compliant


def test_texts_by_no_name_and_by_an_old_one_are_told() -> None:
    found = told({"a.py": HEAD.format("GPL-3.0"), "LICENSES/GPL-3.0.txt": "", "LICENSES/mine.txt": ""})
    assert (found.unnamed, found.old, found.compliant) == (
        ("LICENSES/mine.txt",),
        ("LICENSES/GPL-3.0.txt",),
        False,
    )


def test_references_of_ones_own_have_texts() -> None:
    assert told({"a.py": HEAD.format("LicenseRef-Own.1"), "LICENSES/LicenseRef-Own.1.txt": ""}).compliant


@pytest.mark.parametrize("value", ["MIT OR", "GPLv2", "All rights reserved"])
def test_a_header_that_is_no_expression_is_broken(value: str) -> None:
    found = told({"a.py": HEAD.format(value)})
    assert [(each.path, each.line, each.words) for each in found.broken] == [("a.py", 2, value)]


def test_a_tag_in_code_is_not_broken() -> None:
    found = told({"a.py": "text = 'SPDX-License-Identifier: ' + name\n"})
    assert (found.broken, found.licensed) == ((), 0)


def test_a_file_beside_speaks_for_a_picture() -> None:
    found = told({"a.png": b"\0\1", "a.png.license": MIT, "LICENSES/MIT.txt": ""})
    assert (found.files, found.complete) == (1, 1)


@pytest.mark.parametrize(
    ("precedence", "expected"),
    [("closest", {"MIT": 1, "ISC": 1}), ("aggregate", {"MIT": 1, "ISC": 2}), ("override", {"ISC": 2})],
)
def test_statements_for_many_files(precedence: str, expected: dict[str, int]) -> None:
    files: dict[str, bytes | str | None] = {
        "REUSE.toml": EVERYTHING.format(precedence),
        "a.py": MIT,
        "b.png": b"\0",
    }
    assert used(told(files)) == expected


def test_half_a_header_is_completed_by_the_closest_statement() -> None:
    found = told({"REUSE.toml": EVERYTHING.format("closest"), "a.py": "# SPDX-License-Identifier: MIT"})
    assert (used(found), found.complete) == ({"MIT": 1}, 1)


def test_a_statement_that_cannot_be_read_is_told() -> None:
    found = told({"REUSE.toml": "version = ", "a.py": MIT})
    assert (found.problems, found.compliant) == (("REUSE.toml",), False)


def test_headers_in_words_are_told_apart() -> None:
    found = told({"a.c": "/* Licensed under the Apache License, Version 2.0 */"})
    assert (found.worded, found.licensed) == ((Used("Apache-2.0", 1, "a.c"),), 0)


def test_a_tag_further_down_counts_where_reuse_is_followed() -> None:
    far = "\n" * 10_000 + MIT
    assert told({"a.py": far}).licensed == 0
    assert told({"a.py": far, "LICENSES/MIT.txt": ""}).licensed == 1


def test_what_is_not_in_the_clone_is_unknown() -> None:
    found = told({"a.py": None, "b.py": MIT, "LICENSES/MIT.txt": ""})
    assert (found.unread, found.compliant) == (1, None)


def test_nothing_is_asked_of_licences_links_and_empty_files() -> None:
    paths = [
        "LICENSE",
        "COPYING.txt",
        "LICENSES/MIT.txt",
        ".reuse/dep5",
        "a.license",
        "b.spdx.json",
        "REUSE.toml",
        "c",
    ]
    assert covered_files([*paths, "main.c"], ["c"]) == ["main.c"]
    assert told({"empty": "", "main.c": MIT}).files == 1


def test_an_empty_project_is_not_said_to_comply() -> None:
    assert told({}).compliant is False


def test_a_real_project_gets_the_verdict_of_reuse(tmp_path: Path) -> None:
    """The tool of REUSE's authors is the judge, where it is installed and its own repository is here."""
    place = Path(os.environ.get("FOLKMOOT_REAL_REPOSITORIES", "/nowhere")) / "fsfe+reuse-tool" / "repo"
    reuse = shutil.which("reuse")
    if not reuse or not place.exists():
        pytest.skip("`reuse` is not installed, or FOLKMOOT_REAL_REPOSITORIES does not hold fsfe+reuse-tool")
    tree = tmp_path / "tree"
    subprocess.run(["git", "clone", "-q", place, tree], check=True)
    verdict = (
        subprocess.run([reuse, "--root", tree, "lint"], check=False, capture_output=True).returncode == 0
    )
    files = {
        path.relative_to(tree).as_posix(): path.read_bytes()
        for path in tree.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }
    assert told(dict(files)).compliant is verdict


# REUSE-IgnoreEnd


def test_a_licence_text_of_others_is_no_header() -> None:
    words = "Permission is hereby granted, free of charge, to any person obtaining a copy of this software"
    data = words.replace("this software", "the Unicode data files")
    found = told({"a.c": f"/* {words} */", "legal/oak_license.txt": words, "lib/LICENSE": words, "b.c": data})
    assert found.worded == (Used("MIT", 1, "a.c"),)


def test_identifiers_of_one_file_are_told_together() -> None:
    either, turned = HEAD.format("GPL-2.0-only OR MIT"), HEAD.format("MIT OR GPL-2.0-only")
    found = told({"a.h": either, "b.h": turned, "c.h": MIT})
    assert found.together == ((("GPL-2.0-only", "MIT"), 2), (("MIT",), 1))
    assert used(found) == {"MIT": 3, "GPL-2.0-only": 2}
