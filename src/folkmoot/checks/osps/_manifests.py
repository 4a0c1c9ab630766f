"""Package manifests: which there are, where they are published, and the addresses they give."""

from __future__ import annotations

import re
from fnmatch import fnmatch

from folkmoot.checks.osps._documents import library
from folkmoot.checks.osps._insights import insights, leads_nowhere
from folkmoot.checks.osps._paths import NOT_OURS
from folkmoot.checks.osps._registries import REGISTRIES
from folkmoot.checks.osps._requirement import Say
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome

MANIFEST = re.compile(
    r"(?:.*/)?(?:pyproject\.toml|setup\.(?:py|cfg)|requirements[-\w]*\.(?:txt|in)|pipfile|environment\.ya?ml|"
    r"package\.json|cargo\.toml|go\.mod|gemfile|gems\.rb|[^/]+\.gemspec|composer\.json|pom\.xml|"
    r"build\.gradle(?:\.kts)?|[^/]+\.(?:cs|fs|vb)proj|packages\.config|mix\.exs|rebar\.config|pubspec\.yaml|"
    r"package\.swift|podfile|[^/]+\.cabal|stack\.yaml|deno\.jsonc?|build\.sbt|project\.clj|deps\.edn|"
    r"dune-project|"
    r"[^/]+\.opam|description|cpanfile|makefile\.pl|conanfile\.(?:txt|py)|vcpkg\.json|meson\.build|"
    r"[^/]+\.rockspec|"
    r"project\.toml|build\.zig\.zon|module\.bazel|flake\.nix|[^/]+\.nimble|shard\.yml|elm\.json)",
    re.IGNORECASE,
)
PACKAGE = {
    "pyproject.toml": rb"^\[(project|tool\.poetry)\]",
    "package.json": rb'"version"\s*:',
    "cargo.toml": rb"^\[package\]",
    "composer.json": rb'"name"\s*:',
    "pom.xml": rb"<artifactId>",
    "setup.cfg": rb"^\[metadata\]",
}
"""What stands in a manifest that is a package itself, and not only a list of what is needed."""
PRIVATE = re.compile(
    rb'"private"\s*:\s*true|^[ \t]*publish[ \t]*=[ \t]*false|Private :: Do Not Upload', re.MULTILINE
)
OFFICIAL = re.compile(
    r"""(?ix)["']?\b(homepage|home_page|home|url|repository|documentation|bugs?|bug[-_ ]tracker|issues|source|
    source[-_ ]code|github|gitlab|codeberg|source_code_uri|changelog|changelog_uri|funding|download|website)
    ["']?\s*(?:=>?|:)\s*\{?\s*(?:["']?url["']?\s*
    [:=]\s*)?["']?(?:git\+)?((?:https?|git|ftp|svn)://[^\s"'<>,}]+)"""
)
"""A key of a manifest that names an address of the project, and the address."""
PLAIN = ("http://", "git://", "ftp://", "svn://")
LOCAL = re.compile(
    r"^[a-z]+://(?:localhost|127\.|0\.0\.0\.0|\[::1\]|[^/]*\.local\b|[^/]*example\.(?:com|org|net))"
)
NOT_A_CHANNEL = re.compile(r"licen[cs]e|schema|\bxsd\b|w3\.org|maven\.apache\.org/(?:pom|xsd)", re.IGNORECASE)
SOURCES = re.compile(
    r"https://(?:github\.com|gitlab\.[\w.-]+|codeberg\.org|bitbucket\.org|git(?:ea|hub|lab)?\.[\w.-]+|git\.sr\.ht)"
    r"/~?[\w.-]+/[\w./-]*[\w-](?:\.git)?/?"
)
"""The address of a repository at a forge: an owner and a name, and nothing of the forge's own pages below."""
PAGES = re.compile(
    r"/(?:issues|discussions|releases|wiki|blob|tree|pulls?|actions|-)(?:/|$)|"
    r"^https://[^/]+/(?:sponsors|orgs|users|groups|apps|marketplace|topics)/",
    re.IGNORECASE,
)
"""Pages of a forge below a repository, and those where no owner stands in the first place."""
WORKSPACE = re.compile(
    r"^[ \t]*-[ \t]*[\"']?([^\s\"'#!]+)|\"workspaces\"\s*:\s*\{?[^\[]{0,40}\[([^\]]{0,2000})\]", re.MULTILINE
)
"""Members of a workspace: lines of pnpm-workspace.yaml, or the list in a package.json."""
IP = r"(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\.\d"
INSIDE = re.compile(rf"http://(?:localhost|0\.0\.0\.0|example\.|{IP}|[^/\s]*[${{<]|\[)")
"""Addresses nobody can reach from outside, and those with a hole to fill in."""
MOST_READ = 30
MOST_MEMBERS = 400
ASKS = {
    "CMakeLists.txt": re.compile(
        rb"^[ \t]*(?:find_package|pkg_(?:check|search)_modules?)[ \t]*\(", re.MULTILINE | re.IGNORECASE
    ),
    "configure.ac": re.compile(
        rb"^[ \t]*(?:PKG_CHECK_MODULES[ \t]*\(|AC_CHECK_LIB[ \t]*\(|"
        rb"AC_SEARCH_LIBS[ \t]*\([^,()]{1,100},[\s\[]*[\w.+-])",
        re.MULTILINE,
    ),
}
"""What a build without a package manager asks for, and in which file at the top.

AC_SEARCH_LIBS without a library only looks whether the system has a function.
"""
TOOLING = re.compile(r"^\.[^/]+/")
"""Folders of tools for working on the project: what they need is no dependency of the software."""


def manifests(ground: Ground) -> list[str]:
    """Give the manifests of this project's own packages, those at the top first."""

    def find() -> list[str]:
        found = [each for each in ground.paths() if MANIFEST.fullmatch(each) and not NOT_OURS.search(each)]
        return sorted(found, key=lambda path: (path.count("/"), path))

    return ground.once("osps manifests", find)


def dependencies_listed(ground: Ground) -> Say | None:
    """Look for a manifest that lists what the project depends on."""
    found = [path for path in manifests(ground) if not TOOLING.match(path)]
    if not found:
        return _asked_for(ground)
    spots = tuple(Evidence("A manifest of a package manager.", path) for path in found[:6])
    return Say(Outcome.YES, Message("{path} lists the direct dependencies.", {"path": found[0]}), spots)


def _asked_for(ground: Ground) -> Say | None:
    """Look for what a build asks for by itself, where there is no package manager to ask."""
    for path, content, _ in ground.read_all([each for each in ASKS if each in ground.paths()], 1_000_000):
        if content and (match := ASKS[path].search(content)):
            spot = Evidence("What the build asks for.", path, content.count(b"\n", 0, match.start()) + 1)
            said = "{path} asks for what the software depends on directly."
            return Say(Outcome.YES, Message(said, {"path": path}), (spot,))
    return None


def addresses(ground: Ground) -> list[tuple[str, Evidence]]:
    """Give the addresses that the project names as its own, with their places."""
    found = []
    for path, content, _ in ground.read_all(own_packages(ground)[:MOST_READ], 200_000):
        for number, line in enumerate((content or b"").decode("utf-8", "replace").split("\n"), 1):
            found += [
                (match[2], Evidence(Message("{url}", {"url": match[2][:200]}), path, number))
                for match in OFFICIAL.finditer(line[:2000])
                if not LOCAL.match(match[2]) and not NOT_A_CHANNEL.search(match[2])
            ]
    told = insights(ground)
    for each in told.fields:
        if each.key.rpartition(".")[2] in ("url", "uri", "homepage", "project-url") and (
            "://" in each.value and ".license." not in each.key and not leads_nowhere(each.value)
        ):
            shown = Message("{url}", {"url": each.value[:200]})
            found.append((each.value, Evidence(shown, told.path, each.line)))
    return found


def own_packages(ground: Ground) -> list[str]:
    """Give the manifests at the top; where that is a workspace, those of its members as well."""

    def find() -> list[str]:
        found = manifests(ground)
        tops = [path for path in found if "/" not in path]
        globs: list[str] = []
        for path in ("pnpm-workspace.yaml", "package.json"):
            content = ground.read(path, 200_000) if path in ground.paths() else None
            for line, listed in WORKSPACE.findall((content or b"").decode("utf-8", "replace")):
                globs += [line] if line and path.endswith("yaml") else re.findall(r'"([^"]+)"', listed)
        folders = {
            path.rpartition("/")[0]: path for path in found[:MOST_MEMBERS] if path.endswith("/package.json")
        }
        return tops + [
            path for folder, path in folders.items() if any(fnmatch(folder, each) for each in globs[:50])
        ]

    return ground.once("own packages", find)


def source_named(ground: Ground) -> Say | None:
    """Look for a manifest that names a repository at a forge as the place of the source."""
    for url, spot in addresses(ground):
        if SOURCES.fullmatch(url) and not PAGES.search(url):
            return Say(
                Outcome.YES, Message("{place} names {url}.", {"place": spot.place, "url": url}), (spot,)
            )
    return None


def encrypted_channels(ground: Ground) -> Say | None:
    """Look whether every address that the project names as its own is one of an encrypted channel."""
    found = addresses(ground)
    plain = [spot for url, spot in found if url.lower().startswith(PLAIN)]
    if plain:
        said = Message("{path} gives an address without encryption.", {"path": plain[0].place})
        return Say(Outcome.NO, said, tuple(plain))
    if not found:
        return None
    said = Message("Addresses that manifests name: {count}; each uses HTTPS.", {"count": len(found)})
    return Say(Outcome.YES, said, tuple(spot for _, spot in found[:6]))


def plain_homepage(ground: Ground) -> Say | None:
    """Look for links without encryption in the README; whether they are the project's own a reader knows."""
    spots = []
    for document in library(ground).documents:
        if document.path.lower().startswith("readme"):
            for number, line in enumerate(document.lines, 1):
                if line.count("http://") > len(INSIDE.findall(line)):
                    spots.append(Evidence("A link without encryption.", document.path, number))
    if not spots:
        return None
    said = "Links without encryption in the README: {count}. Is any the project's own?"
    return Say(Outcome.UNKNOWN, Message(said, {"count": len(spots)}), tuple(spots[:6]))


def published_in_registry(ground: Ground) -> Say | None:
    """Look for a package that is made to be published in a registry, which serves over HTTPS and by hash."""
    for path in own_packages(ground):
        name = path.lower().rpartition("/")[2]
        registry = REGISTRIES.get(name) or ("RubyGems" if name.endswith(".gemspec") else "")
        content = ground.read(path, 200_000) if registry else None
        if content and not PRIVATE.search(content) and _names_a_package(name, content):
            said = Message("{path} is a package for {registry}, which serves over HTTPS and by hash.",
                           {"path": path, "registry": registry})  # fmt: skip
            return Say(Outcome.YES, said, (Evidence(said, path),))
    return None


def _names_a_package(name: str, content: bytes) -> bool:
    return re.search(PACKAGE.get(name, rb"."), content, re.MULTILINE) is not None
