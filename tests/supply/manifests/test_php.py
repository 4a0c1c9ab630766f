"""Composer's files."""

from __future__ import annotations

import json

import pytest

from supply.reading_files import needs, read, told


def test_composer_json_leaves_the_machine_out() -> None:
    text = """{
  "name": "folk/mine",
  "require": {
    "php": ">=8.1",
    "ext-json": "*",
    "composer-runtime-api": "^2",
    "psr/log": "^2.0 || ^3.0",
    "Ada/Exact": "1.2.3"
  },
  "require-dev": {"phpunit/phpunit": "^10.1"}
}"""
    manifest = read("composer.json", text)
    assert told(manifest) == [
        "7: psr/log runtime direct '^2.0 || ^3.0'",
        "8: ada/exact@1.2.3 runtime direct '1.2.3'",
        "10: phpunit/phpunit development direct '^10.1'",
    ]
    assert str(manifest.own) == "pkg:composer/folk/mine"


def test_a_name_without_a_vendor_is_a_problem() -> None:
    manifest = read("composer.json", '{"require": {"nobody": "1.0"}}')
    assert "nobody is no package" in str(manifest.problems[0].what)


LOCK = {
    "packages": [
        {
            "name": "psr/log", "version": "3.0.0", "license": ["MIT"], "dist": {"shasum": "a" * 40},
            "require": {"php": ">=8", "ada/b": "*"},
        },
        {
            "name": "ada/b", "version": "dev-main", "license": ["MIT", "BSD-2-Clause"],
            "source": {"url": "https://example.org/b.git", "reference": "abc"},
        },
        {"name": "mine/part", "version": "1.0", "dist": {"type": "path", "url": "./part"}},
    ],
    "packages-dev": [{"name": "phpunit/phpunit", "version": "10.5.1"}],
}  # fmt: skip


def test_composer_lock() -> None:
    manifest = read("composer.lock", json.dumps(LOCK, indent=1))
    assert [line.split(": ")[1] for line in told(manifest)] == [
        "psr/log@3.0.0 runtime ?",
        "ada/b@dev-main runtime ?",
        "phpunit/phpunit@10.5.1 development ?",
    ]
    assert needs(manifest) == {"psr/log@3.0.0": ["ada/b@dev-main"]}
    assert [each.licence for each in manifest.components] == ["MIT", "MIT OR BSD-2-Clause", ""]
    assert manifest.components[0].hashes == (("sha1", "a" * 40),)
    assert manifest.components[1].source == "https://example.org/b.git@abc"
    assert all(each.line for each in manifest.components)


def test_who_needs_whom_does_not_depend_on_case() -> None:
    """Composer's names are the same in any case, and packages write them as they like."""
    lock = {
        "packages": [
            {"name": "ada/a", "version": "1.0.0", "require": {"Psr/Log": "^3"}},
            {"name": "psr/log", "version": "3.0.0"},
        ]
    }
    assert needs(read("composer.lock", json.dumps(lock))) == {"ada/a@1.0.0": ["psr/log@3.0.0"]}


@pytest.mark.parametrize(
    ("wanted", "version"),
    [
        ("1.2.3", "1.2.3"), ("v1.2.3", "v1.2.3"), ("=1.2.3", "1.2.3"), ("= 1.2", "1.2"),
        ("1.2.3.4", "1.2.3.4"),
        ("1.2.3-beta.1", "1.2.3-beta.1"), ("1", ""), ("1.2.*", ""), ("^1.2.3", ""), ("1.2.3 || 2.0.0", ""),
        ("dev-main", ""), ("1.2.3.4.5", ""),
    ],
)  # fmt: skip
def test_only_a_whole_version_is_one(wanted: str, version: str) -> None:
    (found,) = read("composer.json", json.dumps({"require": {"ada/a": wanted}})).components
    assert (found.purl.version, found.requirement) == (version, wanted)


@pytest.mark.parametrize(
    "name", ["php", "PHP", "php-64bit", "hhvm", "ext-json", "lib-icu", "composer-plugin-api"]
)
def test_the_machine_is_no_package(name: str) -> None:
    assert read("composer.json", json.dumps({"require": {name: "*"}})).components == ()


@pytest.mark.parametrize("name", ["phpunit/phpunit", "ext/json", "library/x", "composer/composer"])
def test_packages_that_are_called_like_it_are_packages(name: str) -> None:
    assert len(read("composer.json", json.dumps({"require": {name: "*"}})).components) == 1


def test_the_line_is_that_of_the_table_that_asks() -> None:
    """The same name stands under require-dev first, and above both in a text."""
    text = """{
  "description": "not \\"ada/a\\"",
  "require-dev": {
    "ada/a": "^1"
  },
  "require": {
    "ada/a": "^2"
  }
}"""
    assert told(read("composer.json", text)) == [
        "7: ada/a runtime direct '^2'", "4: ada/a development direct '^1'",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("version", "source", "address"),
    [
        ("dev-main", {"url": "https://x.example/a", "reference": "abc"}, "https://x.example/a@abc"),
        ("2.x-dev", {"url": "https://x.example/a", "reference": "abc"}, "https://x.example/a@abc"),
        ("dev-main", {"url": "https://x.example/a"}, "https://x.example/a"),
        ("dev-main", {"reference": "abc"}, ""),
        ("2.0.0", {"url": "https://x.example/a", "reference": "abc"}, ""),
    ],
)
def test_only_behind_a_branch_the_commit_is_told(version: str, source: dict[str, str], address: str) -> None:
    lock = {"packages": [{"name": "ada/a", "version": version, "source": source}]}
    (found,) = read("composer.lock", json.dumps(lock)).components
    assert found.source == address
