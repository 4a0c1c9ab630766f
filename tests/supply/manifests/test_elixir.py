"""What Mix locked."""

from __future__ import annotations

import pytest

from supply.reading_files import needs, read, told

SUM, ARCHIVE = "a" * 64, "b" * 64
CRYPTO = '{:crypto, "~> 1.2", [hex: :plug_crypto, repo: "hexpm", optional: false]}'
GONE = '{:gone, ">= 0.0.0", [hex: :gone, repo: "hexpm", optional: true]}'
HALL = f'{{:hex, :hall, "2.0.0-rc.1", "{SUM}", [:mix], [{CRYPTO}, {GONE}], "hexpm:oak", "{ARCHIVE}"}}'
LOCK = f"""\
%{{
  "crypto": {{:hex, :plug_crypto, "1.2.1", "{SUM}", [:mix], [], "hexpm", "{ARCHIVE}"}},
  "fork": {{:git, "https://example.org/fork.git", "{"c" * 40}", [branch: "main"]}},
  "hall": {HALL},
  "old": {{:hex, :old, "0.1.0"}},
}}
"""


def test_one_package_a_line() -> None:
    manifest = read("mix.lock", LOCK)
    assert told(manifest) == [
        "2: plug_crypto@1.2.1 runtime ?",
        "3: fork runtime ?",
        "4: oak/hall@2.0.0-rc.1 runtime ?",
        "5: old@0.1.0 runtime ?",
    ]
    crypto, fork, hall, old = manifest.components
    assert str(hall.purl) == "pkg:hex/oak/hall@2.0.0-rc.1"
    assert crypto.hashes == (("sha256", ARCHIVE),)
    assert (old.hashes, fork.source) == ((), f"https://example.org/fork.git@{'c' * 40}")
    assert not manifest.problems


def test_what_a_package_needs_is_found_by_its_name_at_hex() -> None:
    assert needs(read("mix.lock", LOCK)) == {"oak/hall@2.0.0-rc.1": ["plug_crypto@1.2.1"]}


@pytest.mark.parametrize("line", ['"a": {:hex, a, 1}', '"a": {:git, "https://example.org/a.git"}'])
def test_a_line_of_another_form_is_told(line: str) -> None:
    manifest = read("mix.lock", f"%{{\n  {line},\n}}\n")
    assert not manifest.components
    assert [problem.line for problem in manifest.problems] == [2]


def test_an_umbrella_without_any_package_has_none() -> None:
    manifest = read("mix.lock", "%{\n}\n")
    assert (manifest.components, manifest.problems) == ((), ())
