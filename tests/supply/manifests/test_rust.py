"""Cargo's files."""

from __future__ import annotations

import pytest

from supply.reading_files import needs, read, told

WORKSPACE = (
    '[workspace]\nmembers = ["app"]\n[workspace.dependencies]\nserde = { version = "1.0", features = [] }\n'
)
MANIFEST = """\
[package]
name = "mine"
version = "0.1.0"

[dependencies]
regex = "1.5"
exact = "=1.2.3"
serde = { workspace = true }
beside = { path = "../beside", version = "1" }
fast = { version = "2", optional = true }
renamed = { package = "real-name", git = "https://example.org/r", tag = "v1" }

[dev-dependencies]
quickcheck.version = "1"

[target.'cfg(unix)'.build-dependencies]
cc = "1"
"""


def test_cargo_toml_with_what_the_workspace_says() -> None:
    manifest = read("app/Cargo.toml", MANIFEST, {"Cargo.toml": WORKSPACE})
    assert told(manifest) == [
        "6: regex runtime direct '1.5'",
        "7: exact@1.2.3 runtime direct '=1.2.3'",
        "8: serde runtime direct '1.0'",
        "10: fast optional direct '2'",
        "11: real-name runtime direct",
        "14: quickcheck development direct '1'",
        "17: cc build direct '1'",
    ]
    assert manifest.components[4].source == "https://example.org/r@v1"
    assert str(manifest.own) == "pkg:cargo/mine@0.1.0"


def test_a_dependency_without_version_or_place_is_a_problem() -> None:
    manifest = read("Cargo.toml", "[dependencies]\nodd = { features = [] }\n")
    assert [(each.line, str(each.what)) for each in manifest.problems] == [
        (2, "odd has neither a version nor a place.")
    ]


LOCK = """\
version = 3

[[package]]
name = "mine"
version = "0.1.0"
dependencies = ["a 2.0.0", "c"]

[[package]]
name = "a"
version = "1.0.0"
source = "registry+https://example.org/index"
checksum = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"

[[package]]
name = "a"
version = "2.0.0"
source = "registry+https://example.org/index"

[[package]]
name = "c"
version = "3.0.0"
source = "git+https://example.org/c?tag=v3#abc"
dependencies = ["a 1.0.0 (registry+https://example.org/index)"]
"""


def test_cargo_lock_tells_the_project_s_own_from_the_others() -> None:
    manifest = read("Cargo.lock", LOCK)
    assert told(manifest) == [
        "9: a@1.0.0 runtime needed",
        "15: a@2.0.0 runtime direct",
        "20: c@3.0.0 runtime direct",
    ]
    assert needs(manifest) == {"c@3.0.0": ["a@1.0.0"]}
    assert manifest.components[0].hashes == (("sha256", "a" * 64),)
    assert [each.source for each in manifest.components] == ["", "", "git+https://example.org/c?tag=v3#abc"]
    assert str(manifest.own) == "pkg:cargo/mine@0.1.0"


def test_cargo_lock_of_the_first_version_keeps_hashes_apart() -> None:
    text = """\
[[package]]
name = "a"
version = "1.0.0"
source = "registry+https://example.org/index"

[metadata]
"checksum a 1.0.0 (registry+https://example.org/index)" = "SUM"
""".replace("SUM", "b" * 64)
    assert read("Cargo.lock", text).components[0].hashes == (("sha256", "b" * 64),)


@pytest.mark.parametrize("path", ["Cargo.toml", "Cargo.lock"])
def test_a_key_with_thousands_of_parts_is_a_problem(path: str) -> None:
    manifest = read(path, ".".join("a" * 5_000) + " = 1")
    assert len(manifest.problems) == 1


def test_thousands_of_versions_of_one_package_need_only_one_each() -> None:
    block = '[[package]]\nname = "a"\nversion = "1.{}"\nsource = "registry+x"\ndependencies = ["a"]\n'
    manifest = read("Cargo.lock", "".join(block.format(n) for n in range(1_000)))
    assert len(manifest.components) == 1_000
    assert max(len(each.needs) for each in manifest.components) == 1
