"""Composer's files."""

from __future__ import annotations

import json

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
