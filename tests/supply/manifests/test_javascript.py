"""Every file of JavaScript's tools.

Long because each of nine formats is shown in a whole file.
"""

from __future__ import annotations

import json

import pytest

from supply.reading_files import needs, read, told

PACKAGE = """{
  "name": "@folk/tool",
  "version": "1.0.0",
  "dependencies": {
    "a": "^1.0.0",
    "@vue/b": "2.0.0",
    "alias": "npm:c@3.1.4",
    "here": "workspace:*",
    "git": "github:ada/git#v1"
  },
  "devDependencies": {
    "d": "~4.0.0",
    "a": "^1.0.0"
  },
  "peerDependencies": {"e": ">=5", "f": ">=6"},
  "peerDependenciesMeta": {"f": {"optional": true}},
  "optionalDependencies": {"g": "7.0.0"}
}
"""


def test_package_json() -> None:
    manifest = read("package.json", PACKAGE)
    assert told(manifest) == [
        "5: a runtime direct '^1.0.0'",
        "6: @vue/b@2.0.0 runtime direct '2.0.0'",
        "7: c@3.1.4 runtime direct '3.1.4'",
        "9: git runtime direct 'github:ada/git#v1'",
        "17: g@7.0.0 optional direct '7.0.0'",
        "15: e runtime direct '>=5'",
        "15: f optional direct '>=6'",
        "12: d development direct '~4.0.0'",
    ]
    assert manifest.components[3].source == "github:ada/git#v1"
    assert str(manifest.own) == "pkg:npm/%40folk/tool@1.0.0"


FLAT = {
    "name": "mine",
    "lockfileVersion": 3,
    "packages": {
        "": {"dependencies": {"a": "^1"}, "devDependencies": {"d": "^1"}, "workspaces": ["w"]},
        "node_modules/a": {
            "version": "1.0.0",
            "resolved": "https://registry.example/a.tgz",
            "integrity": "sha512-qqo=",
            "license": "MIT",
            "dependencies": {"b": "^2"},
        },
        "node_modules/a/node_modules/b": {"version": "2.0.0", "license": {"type": "ISC"}},
        "node_modules/b": {"version": "3.0.0", "dev": True, "licenses": ["MIT", {"type": "BSD"}]},
        "node_modules/d": {"version": "4.0.0", "dev": True, "dependencies": {"b": "^3"}},
        "node_modules/alias": {"name": "true-name", "version": "5.0.0", "optional": True},
        "node_modules/w": {"resolved": "w", "link": True},
        "w": {"version": "1.0.0", "dependencies": {"alias": "^5"}},
    },
}


def test_package_lock_finds_who_needs_which_as_node_does() -> None:
    manifest = read("package-lock.json", json.dumps(FLAT, indent=2))
    assert [line.split(": ")[1] for line in told(manifest)] == [
        "a@1.0.0 runtime direct",
        "b@2.0.0 runtime needed",
        "b@3.0.0 development needed",
        "d@4.0.0 development direct",
        "true-name@5.0.0 optional direct",
    ]
    assert needs(manifest) == {"a@1.0.0": ["b@2.0.0"], "d@4.0.0": ["b@3.0.0"]}
    assert [each.licence for each in manifest.components] == ["MIT", "ISC", "MIT OR BSD", "", ""]
    assert manifest.components[0].hashes == (("sha512", "aaaa"),)


def test_the_lines_of_a_package_lock_are_those_of_the_packages() -> None:
    text = json.dumps(FLAT, indent=2)
    manifest = read("package-lock.json", text)
    lines = text.split("\n")
    assert [lines[each.line - 1].strip() for each in manifest.components][:2] == [
        '"node_modules/a": {',
        '"node_modules/a/node_modules/b": {',
    ]


NESTED = {
    "lockfileVersion": 1,
    "dependencies": {
        "a": {
            "version": "1.0.0",
            "requires": {"b": "^2"},
            "dependencies": {"b": {"version": "2.0.0", "requires": {"c": "^1"}}},
        },
        "b": {"version": "3.0.0", "dev": True},
        "c": {"version": "git+ssh://git@example.org/c.git#abc"},
        "d": {"version": "npm:real@1.2.3"},
        "e": {"version": "file:../e"},
    },
}


def test_package_lock_of_the_first_version() -> None:
    manifest = read("package-lock.json", json.dumps(NESTED, indent=1))
    assert told(manifest) == [
        "4: a@1.0.0 runtime ?",
        "10: b@2.0.0 runtime ?",
        "18: b@3.0.0 development ?",
        "22: c runtime ?",
        "25: real@1.2.3 runtime ?",
    ]
    assert needs(manifest) == {"a@1.0.0": ["b@2.0.0"], "b@2.0.0": ["c@"]}
    assert manifest.components[3].source.startswith("git+ssh://")


def test_npm_reads_only_the_shrinkwrap_where_both_are() -> None:
    text = json.dumps(FLAT)
    beside = {"app/npm-shrinkwrap.json": text}
    assert read("app/package-lock.json", text, beside).components == ()
    assert len(read("app/npm-shrinkwrap.json", text, beside).components) == 5


def test_a_lock_that_nests_without_end_is_a_problem() -> None:
    text = '{"dependencies": ' + '{"a": {"version": "1.0.0", "dependencies": ' * 200 + "{}" + "}}" * 200 + "}"
    manifest = read("package-lock.json", text)
    assert manifest.components == ()
    assert "nested" in str(manifest.problems[0].what)


PNPM = {
    "5": """\
lockfileVersion: 5.4
specifiers:
  a: ^1.0.0
  d: ^4.0.0
dependencies:
  a: 1.0.0_d@4.0.0
devDependencies:
  d: 4.0.0
packages:
  /a/1.0.0_d@4.0.0:
    resolution: {integrity: sha512-qqo=}
    dependencies:
      '@s/b': 2.0.0
    dev: false
  /@s/b/2.0.0:
    resolution: {integrity: sha512-qqo=}
  /d/4.0.0:
    resolution: {integrity: sha512-qqo=}
    dev: true
""",
    "6": """\
lockfileVersion: '6.0'
dependencies:
  a:
    specifier: ^1.0.0
    version: 1.0.0(d@4.0.0)
devDependencies:
  d:
    specifier: ^4.0.0
    version: 4.0.0
x-kept: the line
packages:
  /a@1.0.0(d@4.0.0):
    resolution: {integrity: sha512-qqo=}
    dependencies:
      '@s/b': 2.0.0

  /@s/b@2.0.0:
    resolution: {integrity: sha512-qqo=}
  /d@4.0.0:
    resolution: {integrity: sha512-qqo=}
    dev: true
""",
    "9": """\
lockfileVersion: '9.0'
importers:
  .:
    dependencies:
      a:
        specifier: ^1.0.0
        version: 1.0.0(d@4.0.0)
    devDependencies:
      d:
        specifier: ^4.0.0
        version: 4.0.0
      w:
        specifier: workspace:*
        version: link:w
packages:
  a@1.0.0:
    resolution: {integrity: sha512-qqo=}
  '@s/b@2.0.0':
    resolution: {integrity: sha512-qqo=}
  d@4.0.0:
    resolution: {integrity: sha512-qqo=}
snapshots:
  a@1.0.0(d@4.0.0):
    dependencies:
      '@s/b': 2.0.0
      d: 4.0.0
  '@s/b@2.0.0': {}
  d@4.0.0: {}
""",
}


@pytest.mark.parametrize("version", PNPM)
def test_pnpm_lock_in_each_of_its_forms(version: str) -> None:
    manifest = read("pnpm-lock.yaml", PNPM[version])
    assert [line.split(": ")[1] for line in told(manifest)] == [
        "a@1.0.0 runtime direct",
        "@s/b@2.0.0 runtime needed",
        "d@4.0.0 development direct",
    ]
    lines = PNPM[version].split("\n")
    assert all("@" in lines[each.line - 1] or "/" in lines[each.line - 1] for each in manifest.components)
    assert "@s/b@2.0.0" in needs(manifest)["a@1.0.0"]
    assert manifest.components[0].hashes == (("sha512", "aaaa"),)


def test_pnpm_lock_tells_what_comes_from_an_address() -> None:
    text = """\
packages:
  github.com/ada/tool/0123456789012345678901234567890123456789:
    resolution: {tarball: https://codeload.example/ada/tool/tar.gz/0123}
    name: tool
    version: 1.0.0
  file:local:
    resolution: {directory: local, type: directory}
    name: local
  registry.example.net/b/1.1.0:
    resolution: {integrity: sha512-qqo=}
"""
    manifest = read("pnpm-lock.yaml", text)
    assert told(manifest) == ["2: tool@1.0.0 runtime ?", "9: b@1.1.0 runtime ?"]
    assert manifest.components[0].source == "https://codeload.example/ada/tool/tar.gz/0123"


def test_an_alias_bomb_is_a_problem() -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12)
    )
    manifest = read("pnpm-lock.yaml", bomb)
    assert manifest.components == ()
    assert "without end" in str(manifest.problems[0].what)


YARN = """\
# yarn lockfile v1


"@s/b@^2.0.0", "@s/b@~2.0.0":
  version "2.0.0"
  resolved "https://registry.example/b.tgz#aa"
  integrity sha512-qqo=

a@^1.0.0:
  version "1.0.0"
  dependencies:
    "@s/b" "^2.0.0"

"alias@npm:real@^3.0.0":
  version "3.0.0"

"git@git+https://example.org/git.git":
  version "4.0.0"
  resolved "git+https://example.org/git.git#abc"
"""
BERRY = """\
__metadata:
  version: 6

"@s/b@npm:^2.0.0, @s/b@npm:~2.0.0":
  version: 2.0.0
  resolution: "@s/b@npm:2.0.0"
  checksum: aa
  languageName: node
  linkType: hard

"a@npm:^1.0.0":
  version: 1.0.0
  resolution: "a@npm:1.0.0"
  dependencies:
    "@s/b": ^2.0.0

"mine@workspace:.":
  version: 0.0.0-use.local
  resolution: "mine@workspace:."
"""


def test_yarn_lock() -> None:
    manifest = read("yarn.lock", YARN)
    assert told(manifest) == [
        "4: @s/b@2.0.0 runtime ?",
        "9: a@1.0.0 runtime ?",
        "14: real@3.0.0 runtime ?",
        "17: git@4.0.0 runtime ?",
    ]
    assert needs(manifest) == {"a@1.0.0": ["@s/b@2.0.0"]}
    assert manifest.components[3].source == "git+https://example.org/git.git#abc"


def test_yarn_lock_of_later_yarns() -> None:
    manifest = read("yarn.lock", BERRY)
    assert told(manifest) == ["4: @s/b@2.0.0 runtime ?", "11: a@1.0.0 runtime ?"]
    assert needs(manifest) == {"a@1.0.0": ["@s/b@2.0.0"]}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("package.json", "[]"),
        ("package.json", "{"),
        ("package-lock.json", '{"a": 1e'),
        ("yarn.lock", "not a lock"),
        ("yarn.lock", "  version x"),
        ("pnpm-lock.yaml", "- a"),
        ("pnpm-lock.yaml", "a: [b"),
        ("package.json", "[" * 100_000),
        ("package.json", '{"a": ' + "9" * 10_000 + "}"),
    ],
)
def test_what_cannot_be_read_is_one_problem_and_no_component(path: str, text: str) -> None:
    manifest = read(path, text)
    assert manifest.components == ()
    assert len(manifest.problems) == 1
