"""What OSV calls an ecosystem and a package, and how that follows from a package URL."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from folkmoot.model.purl import Purl

ECOSYSTEMS = {
    "bitnami": "Bitnami",
    "cargo": "crates.io",
    "composer": "Packagist",
    "conan": "ConanCenter",
    "cran": "CRAN",
    "gem": "RubyGems",
    "github": "GitHub Actions",
    "githubactions": "GitHub Actions",
    "golang": "Go",
    "hackage": "Hackage",
    "hex": "Hex",
    "julia": "Julia",
    "maven": "Maven",
    "npm": "npm",
    "nuget": "NuGet",
    "pub": "Pub",
    "pypi": "PyPI",
    "swift": "SwiftURL",
}
"""The ecosystem of each type of package URL. Packages of distributions come from no file of dependencies."""
LOOKED_UP = frozenset({*ECOSYSTEMS.values(), "GIT"})
"""What is kept of advisories: on packages that files name, and on repositories, by their commits."""

_LOWER = frozenset({"Packagist", "NuGet", "Hex", "Pub", "GitHub Actions", "SwiftURL"})
_SHORT = re.compile(r"(?:[\w.-]+@)?([\w.-]+):(?!//)([\w.~/-]+)")
_SEPARATORS = re.compile(r"[-_.]+")


def ecosystem_and_name(package: Purl) -> tuple[str, str] | None:
    """Give the ecosystem and the name under which advisories know a package; None where there are none."""
    ecosystem = ECOSYSTEMS.get(package.type)
    return (ecosystem, normal_name(ecosystem, package.full_name)) if ecosystem else None


def normal_name(ecosystem: str, name: str) -> str:
    """Give the one form of a name in which an ecosystem tells packages apart."""
    base = ecosystem.partition(":")[0]
    if base == "PyPI":
        return _SEPARATORS.sub("-", name).lower()
    if base == "SwiftURL":
        name = name.partition("://")[2] or name
        name = name.removesuffix(".git")
    return name.lower() if base in _LOWER else name


def shelf(ecosystem: str) -> str:
    """Give the ecosystem under which advisories are kept: without the address of a further registry.

    The release of a distribution (`Debian:12`) is kept: another release is another set of packages.
    """
    base, _, suffix = ecosystem.partition(":")
    return base if "://" in suffix else ecosystem


def repository_name(address: str) -> str:
    """Give the one name of a repository: host and path, in lower letters; "" for what is no address."""
    text = address.strip().removeprefix("git+")
    short = _SHORT.fullmatch(text)
    try:
        parts = urlsplit(f"ssh://{short[1]}/{short[2]}" if short else text)
        host = parts.hostname or ""
    except ValueError:
        return ""
    path = parts.path.rstrip("/").removesuffix(".git").strip("/")
    return f"{host}/{path}".lower() if host and path and parts.scheme != "file" else ""
