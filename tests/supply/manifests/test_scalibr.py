"""Our readers held against osv-scalibr's own fixtures and what its tests expect of them, where they are here.

Names, versions and lines must be the same. Where we differ on purpose, DIFFERENT says in what and why.
A range is a version to scalibr in some formats (`regex = "0.0.1"`); we leave the version open there, and such
a component is compared by its name.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from folkmoot.supply.manifests import all_formats, read_manifest

LANGUAGE = "extractor/filesystem/language/"
ROOMS = {
    "dotnet/csproj": "dotnet-project",
    "dotnet/packagesconfig": "packages-config",
    "dotnet/packageslockjson": "packages-lock",
    "golang/gomod": "go-mod",
    "java/gradlelockfile": "gradle-lock",
    "java/gradleversioncatalog": "version-catalog",
    "java/pomxml": "pom",
    "javascript/packagelockjson": "package-lock",
    "javascript/pnpmlock": "pnpm-lock",
    "javascript/yarnlock": "yarn-lock",
    "php/composerlock": "composer-lock",
    "python/pdmlock": "pdm-lock",
    "python/pipfilelock": "pipfile-lock",
    "python/poetrylock": "poetry-lock",
    "python/pylock": "pylock",
    "python/pyprojecttoml": "pyproject",
    "python/requirements": "requirements",
    "python/setup": "setup-py",
    "python/uvlock": "uv-lock",
    "ruby/gemfilelock": "gemfile-lock",
    "rust/cargolock": "cargo-lock",
    "rust/cargotoml": "cargo-toml",
}
LOCAL = "a part of the tree is the project's own, and no dependency"
OPEN = "what is asked for in any version is there too, with its version left open"
BUILD = "what the project is built with is part of its chain"
STDLIB = "before 1.21 `go` names the language and not what builds it; Go's tools are told beside its library"
DIFFERENT = {
    "dotnet/csproj/testdata/emptyversion": OPEN,
    "dotnet/csproj/testdata/noversion": OPEN,
    "dotnet/packagesconfig/testdata/noversion": OPEN,
    "golang/gomod/testdata/indirect-1.16.mod": STDLIB,
    "golang/gomod/testdata/indirect-packages.mod": STDLIB,
    "golang/gomod/testdata/replace-local.mod": LOCAL,
    "golang/gomod/testdata/toolchain-with-suffix.mod": STDLIB,
    "golang/gomod/testdata/toolchain.mod": STDLIB,
    "golang/gomod/testdata/two-packages.mod": STDLIB,
    "java/pomxml/testdata/multi-version.xml": "both versions that are asked for are told",
    "java/pomxml/testdata/plugin-dependency.xml": BUILD,
    "java/pomxml/testdata/with-parent.xml": "what the parent asks for is told where the parent stands",
    "javascript/packagelockjson/testdata/files.v1.json": LOCAL,
    "javascript/packagelockjson/testdata/files.v2.json": LOCAL,
    "javascript/pnpmlock/testdata/files.yaml": LOCAL,
    "javascript/yarnlock/testdata/exclude-root.v2.lock": LOCAL,
    "javascript/yarnlock/testdata/files.v2.lock": LOCAL,
    "python/pipfilelock/testdata/no-version.json": OPEN,
    "python/pyprojecttoml/testdata/no_project_table.toml": BUILD,
    "python/pyprojecttoml/testdata/optional_deps.toml": BUILD,
    "python/pyprojecttoml/testdata/simple_deps.toml": BUILD,
    "python/requirements/testdata/example.txt": "an included list is read on its own, and an address is none",
    "python/requirements/testdata/per_req_options.txt": "text behind a version is a problem, no part of it",
    "python/setup/testdata/valid_2": OPEN,
    "python/setup/testdata/valid_3": "it is Python 2, which is no Python to us",
    "ruby/gemfilelock/testdata/has-local-gem.lock": LOCAL,
    "rust/cargolock/testdata/two-packages-with-local.lock": LOCAL,
    "rust/cargotoml/testdata/git-dependency-tagged.toml": LOCAL,
    "rust/cargotoml/testdata/git-dependency-with-commit.toml": LOCAL,
    "rust/cargotoml/testdata/git-dependency-with-pr.toml": LOCAL,
    "rust/cargotoml/testdata/no-dependency.toml": LOCAL,
    "rust/cargotoml/testdata/only-version-dependency.toml": LOCAL,
    "rust/cargotoml/testdata/two-dependencies.toml": LOCAL,
}


def repository() -> Path:
    folder = os.environ.get("FOLKMOOT_REAL_REPOSITORIES", "")
    found = Path(folder) / "google+osv-scalibr" / "repo"
    if not folder or not found.exists():
        pytest.skip("the repository of osv-scalibr is not here")
    return found


@cache
def content(path: str) -> bytes | None:
    shown = subprocess.run(
        ["git", "-C", str(repository()), "show", f"HEAD:{path}"], capture_output=True, check=False
    )
    return shown.stdout if shown.returncode == 0 else None


def expectations(room: str) -> Iterator[tuple[str, set[tuple[str, str]], list[int], bool]]:
    """Give (fixture, packages, lines, whether reading must fail) out of the Go tests of one extractor."""
    listed = subprocess.run(
        ["git", "-C", str(repository()), "ls-tree", "--name-only", "HEAD", f"{LANGUAGE}{room}/"],
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    for test in (path for path in listed if path.endswith("_test.go")):
        source = re.sub(r"\n\s*//[^\n]*", "", (content(test) or b"").decode())
        for chunk in re.split(r"\n\t\t\{\n", source)[1:]:
            path = re.search(r'\b[pP]ath:\s*"(testdata/[^"]+)"', chunk)
            if not path or not re.search(r"[wW]ant(Packages|Err)", chunk):
                continue
            wanted = chunk[chunk.find("antPackages") :] if "antPackages" in chunk else ""
            named = re.findall(
                r'Name:\s*"([^"]*)",(?:\s*Version:\s*"([^"]*)",|(?=\s*(?:PURLType|SourceCode|Location)))',
                wanted,
            )
            called = re.findall(r'pkg\(t, "([^"]*)", "([^"]*)", "[^"]*", (\d+)\)', wanted)
            packages = {(name, version) for name, version in named} | {(n, v) for n, v, _ in called}
            lines = [int(each) for each in re.findall(r'LocationFromPathAndLine\("[^"]*",\s*(\d+)\)', wanted)]
            fails = bool(re.search(r"[wW]antErr:\s*(?!nil)", chunk))
            yield f"{LANGUAGE}{room}/{path[1]}", packages, [*lines, *(int(at) for _, _, at in called)], fails


def compared(room: str) -> Iterator[tuple[str, str]]:
    """Give (fixture, how we differ) for each expectation, "" where we agree."""
    form = all_formats()[ROOMS[room]]
    for path, expected, lines, fails in expectations(room):
        given = content(path)
        if given is None:
            continue
        manifest = read_manifest(form, path, given, content)
        if fails:
            yield path, "" if manifest.problems else "no problem told"
            continue
        theirs = set(expected)
        ours = {(each.purl.full_name, each.purl.version) for each in manifest.components}
        if form.ecosystem == "golang":
            ours = {(name, version.removeprefix("v")) for name, version in ours}
        if form.ecosystem == "pypi":
            theirs = {(re.sub(r"[_-]+", "-", name.lower()), version.lower()) for name, version in theirs}
        still_open = {name for name, version in ours if not version}
        theirs = {(name, "" if name in still_open else version) for name, version in theirs}
        missing, more = sorted(theirs - ours), sorted(ours - theirs)
        told = [f"missing {missing}"] if missing else []
        told += [f"more {more}"] if more else []
        found = sorted(each.line for each in manifest.components if each.path == path)
        if not told and lines and len(lines) == len(found) and sorted(lines) != found:
            told.append(f"lines {found} instead of {sorted(lines)}")
        yield path, "; ".join(told)


@pytest.mark.shared_data
@pytest.mark.parametrize("room", ROOMS)
def test_the_same_is_found_in_the_same_files(room: str) -> None:
    told = list(compared(room))
    assert told
    differing = {path.removeprefix(f"{LANGUAGE}"): how for path, how in told if how}
    assert {path: how for path, how in differing.items() if path not in DIFFERENT} == {}
    assert {path for path in DIFFERENT if path.startswith(f"{room}/")} <= set(differing)
