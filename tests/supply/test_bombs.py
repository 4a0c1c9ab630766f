"""Files of dependencies that are made to take all memory or all day: each of the thirty formats ends soon.

An ordinary run makes bombs of 30 kB, which shows what grows faster than the file; `make fuzz` makes them as
large as a format reads at all, in a process of its own that may have 3 GB and two minutes for each.

Long because every one of the formats has a bomb of its own, and the documents a right one too.
"""

from __future__ import annotations

import json
import resource
import signal
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from typing import Any

import pytest

from folkmoot.model.component import Manifest
from folkmoot.supply.manifests import all_formats, read_manifest
from folkmoot.supply.reading import document
from fuzz.mutations import CASES
from supply.test_manifests import PATHS, is_sound

IS_LARGE = CASES > 1000
SIZE = 15_900_000 if IS_LARGE else 30_000
MOST_MEMORY, MOST_SECONDS = 3 << 30, 120
SAME = (
    "a", " ", "\n", "\r\n", "\r", "\0", "\\\n", "\\", '"a" ', "'", "9", "[", '{"a":', "(", "<a>", "- ", "? ",
    "a.", "a,", "a:", "a=", "a@", "#", "/", "${a}", "=>", "&a ", "*a ", "a;", "\u2028", "group :a do\n",
    "x = ['a'] + x\n", "FROM a\n", "ARG A=$A$A\n", "-r requirements.txt\n", "[a]\n", "[[a]]\n", "a = 1\n",
    "require (\n", "<!-- ", "<![CDATA[", "<?a ?>", "&lt;",
)  # fmt: skip
# ruff: noqa: E501  documents of thirty formats are read better as they are written
ENTRIES: dict[str, tuple[str, Callable[[int], str], str]] = {
    "pyproject": ('[project]\nname="x"\ndependencies=[\n', lambda n: f'"a{n}>=1",\n', "]\n"),
    "requirements": ("", lambda n: f"a{n}==1\n", ""),
    "poetry-lock": ("", lambda n: f'[[package]]\nname = "a{n}"\nversion = "1.{n}"\n', ""),
    "uv-lock": ("version = 1\n", lambda n: f'[[package]]\nname = "a{n}"\nversion = "1"\n'
                f'dependencies = [{{ name = "a{n + 1}" }}]\n', ""),
    "pdm-lock": ("", lambda n: f'[[package]]\nname = "a{n}"\nversion = "1"\n', ""),
    "pylock": ("", lambda n: f'[[packages]]\nname = "a{n}"\nversion = "1"\n', ""),
    "pipfile": ("[packages]\n", lambda n: f'a{n} = "*"\n', ""),
    "pipfile-lock": ('{"default": {', lambda n: f'"a{n}": {{"version": "==1"}},', '"z": {}}}'),
    "setup-cfg": ("[options]\ninstall_requires =\n", lambda n: f"  a{n}==1\n", ""),
    "setup-py": ("setup(install_requires=[", lambda n: f'"a{n}",', "])"),
    "package-json": ('{"dependencies": {', lambda n: f'"a{n}": "^1",', '"z": "1"}}'),
    "package-lock": ('{"lockfileVersion": 3, "packages": {',
                     lambda n: f'"node_modules/a{n}": {{"version": "1", "dependencies": {{"a{n + 1}": "1"}}}},',
                     '"": {}}}'),
    "pnpm-lock": ("lockfileVersion: '9.0'\npackages:\n", lambda n: f"  a{n}@1.0.0:\n    resolution: {{}}\n", ""),
    "yarn-lock": ("# yarn lockfile v1\n\n", lambda n: f'a{n}@^1:\n  version "1.0.{n}"\n\n', ""),
    "cargo-toml": ("[dependencies]\n", lambda n: f'a{n} = "1"\n', ""),
    "cargo-lock": ("", lambda n: f'[[package]]\nname = "a{n}"\nversion = "1.0.0"\nsource = "registry+x"\n', ""),
    "go-mod": ("module m\ngo 1.20\nrequire (\n", lambda n: f"  e.org/a{n} v1.0.0\n", ")\n"),
    "gemfile": ("", lambda n: f'gem "a{n}"\n', ""),
    "gemfile-lock": ("GEM\n  specs:\n", lambda n: f"    a{n} (1)\n      a{n + 1}\n", "\nDEPENDENCIES\n  a1\n"),
    "gemspec": ("Gem::Specification.new do |s|\n", lambda n: f's.add_dependency "a{n}"\n', "end\n"),
    "composer-json": ('{"require": {', lambda n: f'"v/a{n}": "^1",', '"v/z": "1"}}'),
    "composer-lock": ('{"packages": [', lambda n: f'{{"name": "v/a{n}", "version": "1"}},', '{"name": "v/z"}]}'),
    "pom": ("<project><dependencies>", lambda n: f"<dependency><groupId>g</groupId><artifactId>a{n}</artifactId>"
            "</dependency>", "</dependencies></project>"),
    "gradle-lock": ("", lambda n: f"g:a{n}:1=x\n", ""),
    "version-catalog": ("[libraries]\n", lambda n: f'a{n} = "g:a{n}:1"\n', ""),
    "packages-lock": ('{"version": 1, "dependencies": {"net8": {',
                      lambda n: f'"a{n}": {{"type": "Direct", "resolved": "1.0"}},', '"z": {}}}}'),
    "dotnet-project": ("<Project><ItemGroup>", lambda n: f'<PackageReference Include="a{n}" Version="1"/>',
                       "</ItemGroup></Project>"),
    "packages-config": ("<packages>", lambda n: f'<package id="a{n}" version="1"/>', "</packages>"),
    "mix-exs": ("  defp deps do\n    [\n", lambda n: f'      {{:a{n}, "~> 1.{n}", only: [:dev, :test]}},\n', "    ]\n  end\n"),
    "mix-lock": ("%{\n", lambda n: f'  "a{n}": {{:hex, :a{n}, "1", "", [:mix], [{{:b, "1", [hex: :a{n + 1}]}}], "hexpm"}},\n',
                 "}\n"),
    "dockerfile": ("", lambda n: f"FROM a{n}:1 AS b{n}\n", ""),
    "github-actions": ("jobs:\n  a:\n    steps:\n", lambda n: f"      - uses: o/a{n}@v1\n", ""),
}  # fmt: skip
"""For each format what stands before, one entry by its number, and what stands behind."""


def entries(name: str, size: int) -> bytes:
    """Give a file of nothing but entries, as many as fit."""
    begin, one, end = ENTRIES[name]
    made = [begin]
    length = len(begin)
    while length < size - 400:
        made.append(one(len(made)))
        length += len(made[-1])
    return "".join([*made, end]).encode()


def largest(name: str) -> int:
    """Give how long a file of a format may be to be read at all."""
    if not IS_LARGE:
        return SIZE
    limits = {
        "setup-cfg": 490_000,
        "setup-py": 190_000,
        "pnpm-lock": 11_900_000,
        "github-actions": 11_900_000,
    }
    is_toml = all_formats()[name].cost > 2
    return document.LARGEST_TOML - 1000 if is_toml else limits.get(name, SIZE)


def bounded(name: str, contents: list[bytes]) -> None:
    """Read files of a format where no more than so much memory and time can be had; every one ends well."""
    if not IS_LARGE:
        for content in contents:
            assert is_sound(read(name, content))
        return
    child = get_context("fork").Process(target=_confined, args=(name, contents))
    child.start()
    child.join()
    assert child.exitcode == 0


def _confined(name: str, contents: list[bytes]) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    for content in contents:
        signal.alarm(MOST_SECONDS)
        assert is_sound(read(name, content))


def read(name: str, content: bytes) -> Manifest:
    """Read a file that stands beside copies of itself."""

    def beside(path: str) -> bytes | None:
        return content if path.endswith((".toml", ".xml", ".txt", ".sum", ".props")) else None

    return read_manifest(all_formats()[name], PATHS[name], content, beside)


@pytest.mark.parametrize("name", PATHS)
def test_one_thing_over_and_over_is_read_to_an_end(name: str) -> None:
    length = largest(name)
    for text in SAME:
        piece = text.encode()
        bounded(name, [(piece * (length // len(piece) + 1))[:length]])


@pytest.mark.parametrize("name", PATHS)
def test_entries_without_number_are_components_or_a_problem(name: str) -> None:
    bounded(name, [entries(name, largest(name))])
    small = read(name, entries(name, 3_000))
    assert small.components
    assert not small.problems


def test_a_program_of_one_long_line_is_refused() -> None:
    assert read("setup-py", b"a;" * 9_000 + b"setup(install_requires=['b'])").components
    manifest = read("setup-py", b"a;" * 10_001)
    assert ["over 20000 characters" in str(each.what.values["why"]) for each in manifest.problems] == [True]


def test_every_format_has_its_bomb() -> None:
    assert set(ENTRIES) == set(all_formats())


def test_too_many_lines_are_refused_and_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document, "MOST_LINES", 3)
    manifest = read("requirements", b"\n\n\n\na==1\n")
    assert [str(problem.what.values["why"]) for problem in manifest.problems] == ["it has over 3 lines"]
    assert not manifest.components
    assert read("requirements", b"\n\na==1\n").components


@pytest.mark.parametrize(
    "name", ["requirements", "go-mod", "gemfile", "yarn-lock", "dockerfile", "pyproject"]
)
def test_a_line_without_end_is_refused_and_not_read(name: str) -> None:
    manifest = read(name, b"- " * 100_001)
    assert [each.what.values["why"] for each in manifest.problems] == [
        "it has a line of over 200000 characters"
    ]


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(8)
)
ENTITIES = '<?xml version="1.0"?><!DOCTYPE p [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(8)
)


@pytest.mark.parametrize("name", ["pnpm-lock", "github-actions"])
def test_aliases_that_multiply_are_a_problem(name: str) -> None:
    manifest = read(name, LAUGHS.encode())
    assert ["itself without end" in str(each.what.values["why"]) for each in manifest.problems] == [True]


@pytest.mark.parametrize("name", ["pom", "dotnet-project", "packages-config"])
def test_entities_that_multiply_are_a_problem(name: str) -> None:
    manifest = read(name, f"{ENTITIES}]><project>&i;</project>".encode())
    assert ["entities of its own" in str(each.what.values["why"]) for each in manifest.problems] == [True]


WRONG: tuple[Any, ...] = (None, True, 7, -1.5, "", "x", "../../x", "a" * 5_000, "\0\ud800", [], [[]], [None, {}],
                          {}, {"x": {"x": []}}, {"": None})  # fmt: skip
"""What no field is made for, each at least for some."""
DOCUMENTS: dict[str, dict[str, Any]] = {
    "pyproject": {
        "project": {"name": "a", "version": "1", "dependencies": ["b>=1"],
                    "optional-dependencies": {"c": ["d"]}, "dynamic": ["version"]},
        "build-system": {"requires": ["e"]}, "dependency-groups": {"f": ["g", {"include-group": "f"}]},
        "tool": {"poetry": {"name": "a", "version": "1", "dependencies": {"b": {"version": "^1"}},
                            "group": {"dev": {"dependencies": {"c": "*"}}}},
                 "uv": {"dev-dependencies": ["h"]}, "pdm": {"dev-dependencies": {"i": ["j"]}}},
    },
    "poetry-lock": {"package": [{"name": "a", "version": "1", "category": "dev", "optional": True, "groups": ["main"],
                                 "files": [{"file": "x", "hash": "sha256:00"}], "dependencies": {"b": {"version": "1"}},
                                 "source": {"type": "git", "url": "u", "resolved_reference": "r"}}]},
    "uv-lock": {"version": 1, "package": [{"name": "a", "version": "1", "source": {"editable": "."},
                                           "dependencies": [{"name": "b", "version": "1"}],
                                           "optional-dependencies": {"c": [{"name": "b"}]},
                                           "dev-dependencies": {"d": [{"name": "b"}]}},
                                          {"name": "b", "version": "1", "source": {"git": "g"},
                                           "sdist": {"hash": "sha256:00"}, "wheels": [{"hash": "sha256:00"}]}]},
    "pdm-lock": {"metadata": {"groups": ["default"]},
                 "package": [{"name": "a", "version": "1", "groups": ["dev"], "dependencies": ["b>=1"],
                              "files": [{"file": "x", "hash": "sha256:00"}], "git": "g", "revision": "r"}]},
    "pylock": {"lock-version": "1.0", "packages": [{"name": "a", "version": "1", "dependencies": [{"name": "b"}],
                                                    "wheels": [{"hashes": {"sha256": "00"}}], "marker": "'dev' in x",
                                                    "vcs": {"url": "u", "commit-id": "c"}}]},
    "pipfile": {"packages": {"a": {"version": "*", "git": "g", "ref": "r"}}, "dev-packages": {"b": "==1"}},
    "pipfile-lock": {"_meta": {"hash": {}}, "default": {"a": {"version": "==1", "hashes": ["sha256:00"], "index": "x"}},
                     "develop": {"b": {"git": "g", "ref": "r"}}},
    "package-json": {"name": "a", "version": "1", "license": "MIT", "dependencies": {"b": "^1"},
                     "devDependencies": {"c": "npm:d@1"}, "peerDependencies": {"e": "*"},
                     "peerDependenciesMeta": {"e": {"optional": True}}, "optionalDependencies": {"f": "1"},
                     "bundledDependencies": ["b"], "workspaces": ["x"]},
    "package-lock": {"name": "a", "lockfileVersion": 3,
                     "packages": {"": {"dependencies": {"b": "1"}},
                                  "node_modules/b": {"version": "1", "resolved": "r", "integrity": "sha512-qqo=",
                                                     "license": "MIT", "dev": True, "optional": True, "link": False,
                                                     "dependencies": {"c": "1"}, "name": "b"}},
                     "dependencies": {"b": {"version": "1", "requires": {"c": "1"}, "dependencies": {"c": {}}}}},
    "pnpm-lock": {"lockfileVersion": "9.0",
                  "importers": {".": {"dependencies": {"a": {"specifier": "1", "version": "1.0.0"}}}},
                  "packages": {"a@1.0.0": {"resolution": {"integrity": "sha512-qqo="}, "dev": True}},
                  "snapshots": {"a@1.0.0": {"dependencies": {"b": "1.0.0"}, "optional": True}}},
    "cargo-toml": {"package": {"name": "a", "version": "1"}, "dependencies": {"b": {"version": "1", "optional": True}},
                   "dev-dependencies": {"c": {"workspace": True}}, "build-dependencies": {"d": {"git": "g", "rev": "r"}},
                   "target": {"cfg(x)": {"dependencies": {"e": {"package": "f", "version": "=1"}}}},
                   "workspace": {"members": ["x"], "dependencies": {"c": "1"}, "package": {"version": "1"}}},
    "cargo-lock": {"version": 3, "package": [{"name": "a", "version": "1", "source": "registry+x", "checksum": "00",
                                              "dependencies": ["b 1 (registry+x)"]}],
                   "metadata": {"checksum a 1 (registry+x)": "00"}},
    "composer-json": {"name": "v/a", "version": "1", "require": {"v/b": "^1", "php": ">=8"}, "require-dev": {"v/c": "*"}},
    "composer-lock": {"packages": [{"name": "v/a", "version": "1", "license": ["MIT"], "require": {"v/b": "1"},
                                    "source": {"url": "u", "reference": "r"}, "dist": {"shasum": "00", "url": "u"}}],
                      "packages-dev": [{"name": "v/c", "version": "1"}]},
    "version-catalog": {"versions": {"k": "1", "r": {"strictly": "1"}},
                        "libraries": {"a": {"module": "g:a", "version": {"ref": "k"}}, "b": "g:b:1",
                                      "c": {"group": "g", "name": "c", "version": {"strictly": "1"}}},
                        "plugins": {"p": {"id": "x", "version": {"ref": "r"}}}},
    "packages-lock": {"version": 1, "dependencies": {"net8": {"A": {"type": "Direct", "requested": "[1, )", "resolved": "1",
                                                                    "contentHash": "qqo=", "dependencies": {"B": "1"}}}}},
    "github-actions": {"jobs": {"a": {"uses": "o/r/.github/workflows/x.yml@v1", "container": {"image": "i:1"},
                                      "services": {"s": {"image": "j@sha256:00"}},
                                      "steps": [{"uses": "o/a@v1", "with": {"x": "y"}, "run": "z"}]}},
                       "runs": {"image": "docker://k:1", "steps": [{"uses": "o/b@v2"}]}},
}  # fmt: skip
"""A right document of each format that is JSON, TOML or YAML, with every field that is read of it."""


def test_every_format_of_documents_is_tried() -> None:
    lines = {"requirements", "setup-cfg", "setup-py", "yarn-lock", "go-mod", "gemfile", "gemfile-lock", "gemspec",
             "pom", "gradle-lock", "dotnet-project", "packages-config", "mix-exs", "mix-lock",
             "dockerfile"}  # fmt: skip
    assert set(DOCUMENTS) == set(all_formats()) - lines


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_right_document_has_components_and_no_problem(name: str) -> None:
    manifest = read(name, written(name, DOCUMENTS[name]))
    assert manifest.components
    assert not manifest.problems


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_wrong_value_in_any_field_breaks_nothing(name: str) -> None:
    tried = 0
    for document_ in wrong(DOCUMENTS[name]):
        assert is_sound(read(name, written(name, document_)))
        tried += 1
    assert tried > 5 * len(WRONG)


def wrong(right: Any) -> Iterator[Any]:
    """Give a document once for each of its values and each wrong one in its place."""
    if isinstance(right, dict):
        for key, value in right.items():
            for other in [*WRONG, *wrong(value)]:
                yield {**right, key: other}
    elif isinstance(right, list):
        for place, value in enumerate(right):
            for other in [*WRONG, *wrong(value)]:
                yield [*right[:place], other, *right[place + 1 :]]


def written(name: str, value: Any) -> bytes:
    """Write a document as its format is written. TOML has no null, and YAML reads JSON."""
    if all_formats()[name].cost <= 2:
        return json.dumps(value).encode()
    return "".join(f"{_text(key)} = {_toml(each)}\n" for key, each in value.items()).encode(
        "utf-8", "replace"
    )


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_text(key)} = {_toml(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return "2026-01-01" if value is None else _text(value) if isinstance(value, str) else json.dumps(value)


def _text(text: str) -> str:
    return json.dumps(text.encode("utf-8", "replace").decode(), ensure_ascii=False).replace("\x7f", "")
