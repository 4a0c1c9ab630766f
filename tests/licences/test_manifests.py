"""What manifests declare, format by format."""

from __future__ import annotations

import pytest

from folkmoot.licences.manifests import declared_in, manifest_files, reader_of
from folkmoot.licences.manifests.declared import line_of

POM = """<project>
  <!-- <licenses><license><name>MIT</name></license></licenses> -->
  <licenses>
    <license><name>The Apache License, Version 2.0</name><url>https://example.org</url></license>
  </licenses>
</project>"""
NUSPEC = "<package><metadata><license type='expression'>MIT OR ISC</license></metadata></package>"
DECLARED = [
    ("pyproject.toml", '[project]\nname = "moot"\nlicense = "MIT"\n', [("MIT", 3)]),
    ("pyproject.toml", '[project]\nlicense = {text = "BSD-3-Clause"}\n', [("BSD-3-Clause", 2)]),
    ("pyproject.toml", '[tool.poetry]\nlicense = "GPL-3.0-or-later"\n', [("GPL-3.0-or-later", 2)]),
    (
        "pyproject.toml",
        '[project]\nclassifiers = [\n"License :: OSI Approved :: MIT License",\n]\n',
        [("MIT", 3)],
    ),
    (
        "pyproject.toml",
        '[project]\nlicense = "ISC"\nclassifiers = ["License :: OSI Approved :: MIT License"]\n',
        [("ISC", 2)],
    ),
    ("Cargo.toml", '[package]\nname = "m"\nlicense = "MIT/Apache-2.0"\n', [("MIT OR Apache-2.0", 3)]),
    (
        "Cargo.toml",
        '[workspace.package]\nlicense = "ISC"\n[package]\nlicense.workspace = true\n',
        [("ISC", 2)],
    ),
    ("package.json", '{\n"name": "moot",\n"license": "(MIT OR Apache-2.0)"}', [("MIT OR Apache-2.0", 3)]),
    ("package.json", '{"license": {"type": "ISC", "url": "https://example.org"}}', [("ISC", 1)]),
    ("package.json", '{"licenses": [{"type": "ISC"}, {"type": "MIT"}]}', [("ISC", 1), ("MIT", 1)]),
    (
        "datapackage.json",
        '{\n"licenses": [\n{"name": "ODC-PDDL-1.0", "path": "oak.html"}, {"title": "ODbL-1.0"}, 7]}',
        [("PDDL-1.0", 3), ("ODbL-1.0", 3)],
    ),
    ("bower.json", '{"license": "MIT"}', [("MIT", 1)]),
    ("composer.json", '{"license": ["MIT", "GPL-2.0-only"]}', [("MIT OR GPL-2.0-only", 1)]),
    ("composer.json", '{"license": "MIT"}', [("MIT", 1)]),
    ("moot.gemspec", 'Gem::Specification.new do |s|\n  s.license = "MIT".freeze\nend', [("MIT", 2)]),
    ("moot.gemspec", "  s.licenses = ['MIT', \"Ruby\"]\n", [("MIT", 1), ("Ruby", 1)]),
    ("mix.exs", 'defp package do\n  [\n    licenses: ["Apache-2.0"],\n  ]\nend\n', [("Apache-2.0", 3)]),
    ("mix.exs", '[maintainers: ["Ada"], licenses: ["MIT", "ISC"], links: %{}]\n', [("MIT", 1), ("ISC", 1)]),
    ("mix.exs", '  # licenses: ["MIT"]\n  x: 1, # licenses: ["ISC"]\n  licenses: @licenses,\n', []),
    ("pom.xml", POM, [("Apache-2.0", 4)]),
    ("Moot.nuspec", NUSPEC, [("MIT OR ISC", 1)]),
    ("Moot.nuspec", "<licenseUrl>https://licenses.nuget.org/MIT</licenseUrl>", [("MIT", 1)]),
    ("Moot.csproj", "<PackageLicenseExpression> MIT </PackageLicenseExpression>", [("MIT", 1)]),
    ("setup.py", "setup(\n    name='moot',\n    license='MIT',\n)\n", [("MIT", 3)]),
    ("setup.py", "setup(classifiers=[\n'License :: OSI Approved :: MIT License'])\n", [("MIT", 2)]),
    ("setup.cfg", "[metadata]\nlicense = MIT\n", [("MIT", 2)]),
    ("setup.cfg", "[metadata]\nclassifiers =\n    License :: OSI Approved :: MIT License\n", [("MIT", 3)]),
    ("DESCRIPTION", "Package: moot\nLicense: MIT + file LICENSE\n", [("MIT", 2)]),
    ("DESCRIPTION", "License: GPL (>= 2)\n", [("GPL-2.0-or-later", 1)]),
    ("DESCRIPTION", "License: LGPL-2.1\n", [("LGPL-2.1", 1)]),
    ("moot.cabal", "name: moot\nlicense: BSD3\n", [("BSD-3-Clause", 2)]),
    ("moot.cabal", "license: GPL-3+\n", [("GPL-3.0-or-later", 1)]),
    ("dist.ini", "license = Apache_2_0\n", [("Apache-2.0", 1)]),
    ("dist.ini", "license = Perl_5\n", [("Artistic-1.0-Perl OR GPL-1.0-or-later", 1)]),
    ("LICENSE.spdx", "SPDXVersion: SPDX-2.1\nPackageLicenseDeclared: MIT\n", [("MIT", 2)]),
]
UNCLEAR = [
    ("package.json", '{"license": "UNLICENSED"}', "UNLICENSED"),
    ("package.json", '{"license": "SEE LICENSE IN LICENSE.md"}', "SEE LICENSE IN LICENSE.md"),
    ("setup.py", "'License :: OSI Approved :: BSD License'", "License :: OSI Approved :: BSD License"),
    ("pom.xml", "<licenses><license><name>Our own</name></license></licenses>", "Our own"),
    ("Cargo.toml", '[package]\nlicense = "MIT OR Nonsense"\n', "MIT OR Nonsense"),
]  # fmt: skip
SILENT = [
    ("package.json", "{"),
    ("package.json", "[" * 100_000),
    ("package.json", '["license"]'),
    ("package.json", '{"license": 3, "licenses": {"a": 1}}'),
    ("pyproject.toml", "license = "),
    ("pyproject.toml", '[project]\nlicense = {file = "LICENSE"}\n'),
    ("pyproject.toml", "a = " + "[" * 50_000),
    ("Cargo.toml", '[package]\nlicense-file = "LICENSE"\n'),
    ("Cargo.toml", "package = 3\nworkspace = []\n"),
    ("moot.gemspec", "s.license = File.read('LICENSE')\n"),
    ("setup.py", "setup(license=open('LICENSE').read())"),
    ("setup.cfg", "[metadata]\nlicense = file: LICENSE\n"),
    ("pom.xml", "<licenses><license>"),
    ("main.py", "license = 'MIT'"),
]


@pytest.mark.parametrize(("path", "text", "expected"), DECLARED)
def test_what_is_declared(path: str, text: str, expected: list[tuple[str, int]]) -> None:
    assert [(each.expression, each.line) for each in declared_in(path, text)] == expected


@pytest.mark.parametrize(("path", "text", "words"), UNCLEAR)
def test_what_is_unclear_is_told_in_its_own_words(path: str, text: str, words: str) -> None:
    assert [(each.expression, each.words) for each in declared_in(path, text)] == [("", words)]


@pytest.mark.parametrize(("path", "text"), SILENT)
def test_what_cannot_be_read_declares_nothing(path: str, text: str) -> None:
    assert declared_in(path, text) == []


def test_words_of_strangers_are_bounded() -> None:
    assert len(declared_in("package.json", '{"license": "' + "x" * 5_000 + '"}')[0].words) == 200


def test_unknown_identifiers_are_named() -> None:
    assert declared_in("Cargo.toml", '[package]\nlicense = "MIT OR Nonsense"\n')[0].unknown == ("Nonsense",)


def test_one_licence_declared_twice_is_one() -> None:
    assert len(declared_in("package.json", '{"license": "MIT", "licenses": ["mit"]}')) == 1


def test_only_manifests_at_the_top_are_the_projects() -> None:
    assert manifest_files(["Cargo.toml", "crates/a/Cargo.toml", "README.md"]) == ["Cargo.toml"]


@pytest.mark.parametrize(
    ("path", "piece"),
    [
        ("pom.xml", "<!--"), ("pom.xml", "<licenses><license>"),
        ("Moot.csproj", "<PackageLicenseExpression> "),
        ("Moot.nuspec", "<licenseUrl> "), ("moot.gemspec", "s.licenses = ["), ("setup.py", "license = '"),
        ("DESCRIPTION", "license: \t"), ("setup.cfg", " License :: "),
    ],
)  # fmt: skip
def test_texts_made_to_be_slow_are_read(path: str, piece: str) -> None:
    """Each of these takes hours with a pattern that tries every start again."""
    assert len(declared_in(path, piece * (400_000 // len(piece)))) < 2


def test_every_format_has_a_test() -> None:
    tested = {reader_of(path) for path, _, _ in DECLARED}
    assert reader_of("elm.json") in tested
    assert reader_of("Directory.Build.props") in tested


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# SPDX-License-Identifier: MIT\n[project]\nlicense = 'MIT'\n", 3),
        ('{"a": "MIT",\n"license": "MIT"}', 2),
        ("MIT\n", 1),
        ("nothing", 0),
    ],
)
def test_the_line_with_the_key_is_the_place(text: str, line: int) -> None:
    assert line_of(text, "MIT") == line
