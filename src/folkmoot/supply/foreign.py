"""Files that name dependencies in a form that is not read here: told, so that nobody takes silence for none.

Most are known by their name. Some names are used for more: those files are looked into first.
"""

from __future__ import annotations

import re

from folkmoot.model.check import Tree
from folkmoot.supply.apart import apart

FOREIGN = frozenset(
    {
        "build.gradle",
        "build.gradle.kts",
        "Package.swift",
        "Package.resolved",
        "Podfile",
        "Podfile.lock",
        "pubspec.yaml",
        "pubspec.lock",
        "conanfile.txt",
        "conanfile.py",
        "conan.lock",
        "vcpkg.json",
        "MODULE.bazel",
        "WORKSPACE",
        "environment.yml",
        "environment.yaml",
        "deno.json",
        "deno.lock",
        "bun.lock",
        "bun.lockb",
        "build.sbt",
        "project.clj",
        "deps.edn",
        "rebar.config",
        "cpanfile",
        "Makefile.PL",
        "Build.PL",
        "dist.ini",
        ".terraform.lock.hcl",
        "Chart.lock",
        "DESCRIPTION",
        "renv.lock",
        "Project.toml",
        "Manifest.toml",
        "flake.lock",
        "stack.yaml",
        "shard.lock",
        "elm.json",
        "opam",
    }
)
"""Files that name dependencies in a form not read here: programs, and languages without a reader yet."""
ENDINGS = (".cabal", ".rockspec")
LOOKED_INTO = (
    (re.compile(r"(?:.*/)?Chart\.yaml"), re.compile(rb"^dependencies:", re.MULTILINE)),
    (
        re.compile(r"(?:.*/)?(?:main|versions?|providers?|terraform)\.tf"),
        re.compile(rb"^[ \t]*required_providers\s*\{|^[ \t]*source\s*=\s*\"[^.\"]", re.MULTILINE),
    ),
    (re.compile(r"(?:.*/)?[^/]+\.podspec"), re.compile(rb"\.dependency\b")),
    (re.compile(r"(?:.*/)?[^/]+\.opam"), re.compile(rb"^(?:build-)?depends\s*:", re.MULTILINE)),
    (re.compile(r"(?:.*/)?dune-project"), re.compile(rb"\(depends\b")),
    (re.compile(r"(?:.*/)?[^/]+\.nimble"), re.compile(rb"^[ \t]*requires\b", re.MULTILINE)),
    (
        re.compile(r"(?:.*/)?(?:(?:fpm|gleam)\.toml|(?:shard|package)\.ya?ml)"),
        re.compile(rb"^(?:\[(?:dev-|build\.)?dependencies(?:\.[\w-]+)?\]|dependencies:)", re.MULTILINE),
    ),
    (re.compile(r"(?:.*/)?build\.zig\.zon"), re.compile(rb"\.dependencies\s*=\s*\.\{\s*[.@]")),
    (re.compile(r"(?:.*/)?dub\.(?:json|sdl)"), re.compile(rb"\"dependencies\"|^dependency\s", re.MULTILINE)),
    (re.compile(r"[^/]+\.el|(?:lisp|src)/[^/]+\.el"), re.compile(rb"^;+ *Package-Requires:", re.MULTILINE)),
    (
        re.compile(r"(?:(?:collections|roles)/)?requirements\.ya?ml|galaxy\.yml"),
        re.compile(rb"^(?:collections|roles|dependencies):|^- *(?:src|name|include):", re.MULTILINE),
    ),
)
"""Names that are used for more, and the line by which such a file names a dependency."""
MOST_LOOKED_INTO = 500
HEAD = 20_000


def foreign_files(tree: Tree) -> tuple[str, ...]:
    """Give the files that name dependencies in a form that is not read, in the order of the tree.

    What is set apart is left out, and so is what only may name some where its content is not in the clone.
    """
    links = set(tree.links())
    by_name = set[str]()
    asked: dict[str, re.Pattern[bytes]] = {}
    for path in tree.paths():
        if path in links or apart(path):
            continue
        if path.rpartition("/")[2] in FOREIGN or path.endswith(ENDINGS):
            by_name.add(path)
        elif line := next((line for name, line in LOOKED_INTO if name.fullmatch(path)), None):
            asked[path] = line
    for path, content, _size in tree.read_all(list(asked)[:MOST_LOOKED_INTO], HEAD):
        if content and asked[path].search(content):
            by_name.add(path)
    return tuple(path for path in tree.paths() if path in by_name)
