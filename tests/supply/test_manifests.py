"""All formats together: found by discovery, unlike each other, and proof against whatever a file holds."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from folkmoot.model.component import Kind, Manifest
from folkmoot.model.purl import parse_purl
from folkmoot.supply.manifests import SOURCES, all_formats, format_of, read_manifest
from folkmoot.supply.manifests._found import MAX_PROBLEMS, Found, hex_of, plain_hash
from folkmoot.supply.reading.document import Document
from fuzz.mutations import CASES

PATHS = {
    "pyproject": "pyproject.toml",
    "requirements": "requirements.txt",
    "poetry-lock": "poetry.lock",
    "uv-lock": "uv.lock",
    "pdm-lock": "pdm.lock",
    "pipfile": "Pipfile",
    "pipfile-lock": "Pipfile.lock",
    "pylock": "pylock.toml",
    "setup-cfg": "setup.cfg",
    "setup-py": "setup.py",
    "package-json": "package.json",
    "package-lock": "package-lock.json",
    "pnpm-lock": "pnpm-lock.yaml",
    "yarn-lock": "yarn.lock",
    "cargo-toml": "Cargo.toml",
    "cargo-lock": "Cargo.lock",
    "go-mod": "go.mod",
    "gemfile": "Gemfile",
    "gemfile-lock": "Gemfile.lock",
    "gemspec": "a.gemspec",
    "composer-json": "composer.json",
    "composer-lock": "composer.lock",
    "pom": "pom.xml",
    "gradle-lock": "gradle.lockfile",
    "version-catalog": "gradle/libs.versions.toml",
    "packages-lock": "packages.lock.json",
    "dotnet-project": "a.csproj",
    "packages-config": "packages.config",
    "mix-exs": "mix.exs",
    "mix-lock": "mix.lock",
    "dockerfile": "Dockerfile",
    "github-actions": ".github/workflows/ci.yml",
}


def test_every_format_is_known_by_one_path() -> None:
    assert set(PATHS) == set(all_formats())
    for name, path in PATHS.items():
        assert [each.name for each in all_formats().values() if each.matches(path)] == [name]
        # A forge runs the workflows at the top only.
        deeper = [] if name == "github-actions" else [name]
        assert [each.name for each in all_formats().values() if each.matches(f"deep/er/{path}")] == deeper


def test_no_format_has_an_ending_that_is_passed_over() -> None:
    assert [path for path in PATHS.values() if path.endswith(SOURCES)] == []


@pytest.mark.parametrize(
    "path",
    [
        "README.md",
        "src/requirements.py",
        "package.json.bak",
        "Cargo.lock/x",
        "Dockerfile.md",
        "dockerfile.py",
        "lib/dockerfile.pm",
    ],
)
def test_other_files_are_of_no_format(path: str) -> None:
    assert format_of(path) is None


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=12,
)
KEYS = st.sampled_from(
    """
    dependencies devDependencies peerDependencies packages package-lock version name resolved requires
    packages-dev default develop _meta license licenses integrity dist source require dev optional link type
    lockfileVersion importers snapshots resolution project tool poetry group main package libraries versions
    module jobs steps uses runs hashes git ref path file workspace
    """.split()  # noqa: SIM905  a list of words reads better than fifty quoted ones
)
SHAPED = st.recursive(
    VALUES,
    lambda inner: (
        st.dictionaries(KEYS | st.text(max_size=8), inner, max_size=4) | st.lists(inner, max_size=3)
    ),
    max_leaves=30,
)


def is_sound(manifest: Manifest) -> bool:
    """Tell whether every component can be written down and read again, and every problem can be said."""
    for each in manifest.components:
        assert parse_purl(str(each.purl)) == each.purl
        assert "\0" not in str(each.purl)
        (each.requirement + each.licence + each.source).encode()
        assert each.line >= 0
    return all(str(problem.what) and problem.line >= 0 for problem in manifest.problems)


@pytest.mark.parametrize(
    "name",
    [name for name, path in PATHS.items() if path.endswith((".json", ".lock"))]
    + ["pnpm-lock", "github-actions"],
)
@given(value=st.dictionaries(KEYS, SHAPED, max_size=5))
@settings(max_examples=max(25, CASES // 3), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_json_gives_components_or_a_problem(name: str, value: object) -> None:
    content = json.dumps(value).encode()
    assert is_sound(read_manifest(all_formats()[name], PATHS[name], content))


LINES = st.lists(
    st.sampled_from(
        [
            "[project]",
            "[package]",
            "[[package]]",
            "[[packages]]",
            "[dependencies]",
            "[tool.poetry.dependencies]",
            'name = "a"',
            "name = 1",
            'version = "1"',
            "version = []",
            "dependencies = [1, {}]",
            'dependencies = ["a>=1"]',
            'source = "x"',
            "source = 3",
            "module m",
            "require (",
            "require a v1",
            ")",
            "replace a => b",
            "GEM",
            "  specs:",
            "    a (1.0)",
            "      b",
            "DEPENDENCIES",
            "  a!",
            'gem "a"',
            "end",
            "group :test do",
            "FROM a",
            "FROM",
            "COPY --from=b / /",
            "ARG A=b",
            "-r requirements.txt",
            "-r ../x",
            "-e git+x#egg=a",
            "a==1 --hash=sha256:zz",
            "a @ b",
            "\\",
            "# via a",
            "    # via b",
            '"a@1":',
            "  version 1",
            '    "x" 1',
            "setup(install_requires=[1, 'a'])",
            "x = ['a'] + x",
            "[options]",
            "install_requires =",
            "  a",
            "<project>",
            "<dependencies><dependency><artifactId>a</artifactId></dependency></dependencies>",
            "</project>",
            "a:b:c=d",
            "packages:",
            "  /a/1.0.0:",
            "jobs:",
            "  a:",
            "    uses: x/y@z",
            "importers:",
        ]
    )
    | st.text(max_size=30),
    max_size=12,
)


@pytest.mark.parametrize("name", PATHS)
@given(lines=LINES)
@settings(max_examples=max(25, CASES // 3), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_lines_give_components_or_a_problem(name: str, lines: list[str]) -> None:
    content = "\n".join(lines).encode("utf-8", "replace")

    def beside(path: str) -> bytes | None:
        return content if path.endswith((".toml", ".xml", ".txt", ".sum", ".props")) else None

    assert is_sound(read_manifest(all_formats()[name], PATHS[name], content, beside))


@pytest.mark.parametrize("name", PATHS)
@given(content=st.binary(max_size=120))
@settings(max_examples=max(10, CASES // 3), deadline=None)
def test_any_bytes_give_components_or_a_problem(name: str, content: bytes) -> None:
    assert is_sound(read_manifest(all_formats()[name], PATHS[name], content))


@pytest.mark.parametrize("name", PATHS)
@pytest.mark.parametrize(
    "made",
    [lambda: b"a" * 3_000_000, lambda: b'"a" ' * 500_000, lambda: b"[a]\n" * 200_000],
    ids=["one line", "quotes", "tables"],
)
def test_a_large_file_of_nothing_is_read_to_its_end(name: str, made: Callable[[], bytes]) -> None:
    assert is_sound(read_manifest(all_formats()[name], PATHS[name], made()))


def found(kind: Kind = Kind.LOCK) -> Found:
    return Found(Document("a.lock", b""), "npm", kind)


def test_what_cannot_be_a_package_is_a_problem_and_has_no_number() -> None:
    told = found()
    assert told.add("", line=3) == -1
    assert [each.line for each in told.problems] == [3]


def test_of_many_problems_the_first_are_kept() -> None:
    told = found()
    for line in range(100):
        told.wrong(line, "wrong")
    assert len(told.problems) == MAX_PROBLEMS


def test_a_file_of_nothing_but_problems_is_none_of_its_kind() -> None:
    manifest = read_manifest(all_formats()["requirements"], "requirements.txt", b"???\n" * 2_000)
    assert len(manifest.problems) == 1
    assert "too much of it" in str(manifest.problems[0].what)


def test_what_needs_what_is_kept_once() -> None:
    told = found()
    first, second = told.add("a", "1"), told.add("b", "2")
    told.need(first, [told.components[second].purl] * 2)
    told.need(-1, [told.components[second].purl])
    assert [len(each.needs) for each in told.components] == [1, 0]


def test_hashes_are_taken_only_where_they_are_some() -> None:
    assert hex_of("sha512", "qqo=") == (("sha512", "aaaa"),)
    assert [hex_of("sha512", "?"), plain_hash("sha256:xyz"), plain_hash("crc:aa"), plain_hash("sha1:")] == [
        (),
        (),
        (),
        (),
    ]
