"""A package URL: the name under which every tool knows the same package.

To the letter of the Package-URL specification (ECMA-427) and its type definitions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, unquote

LONGEST = 4_000

_TYPE = re.compile(r"[a-z][a-z0-9.-]*")
_EXTENSION = re.compile(r"[a-p]{32}")
_EXTENSION_VERSION = re.compile(r"\d+(\.\d+){0,3}")
_KEY = re.compile(r"[a-z][a-z0-9._-]*")
_LOWER_NAMESPACE = frozenset(
    {"alpm", "apk", "bitbucket", "brew", "composer", "deb", "github", "hex", "luarocks", "qpkg", "rpm",
     "vscode-extension", "yocto"}
)  # fmt: skip
_LOWER_NAME = frozenset(
    {"alpm", "apk", "bitbucket", "bitnami", "brew", "chrome-extension", "composer", "deb", "github", "hex",
     "luarocks", "oci", "otp", "pub", "pypi", "vscode-extension"}
)  # fmt: skip
_LOWER_VERSION = frozenset({"huggingface", "oci", "pypi", "vscode-extension"})
_WITH_NAMESPACE = frozenset(
    {"alpm", "apk", "bitbucket", "composer", "deb", "git", "github", "huggingface", "maven", "qpkg", "rpm",
     "swift", "vscode-extension"}
)  # fmt: skip
_WITHOUT_NAMESPACE = frozenset(
    {"bazel", "bitnami", "cargo", "chrome-extension", "cocoapods", "conda", "cran", "gem", "hackage", "julia",
     "mlflow", "nuget", "oci", "opam", "otp", "pub", "pypi", "vcpkg"}
)  # fmt: skip


@dataclass(frozen=True)
class Purl:
    """One package, or one version of it. Make it by `purl` or `parse_purl`: they bring it into its one form.

    `qualifiers` are sorted by key. `str()` gives the canonical text.
    """

    type: str
    name: str
    namespace: str = ""
    version: str = ""
    qualifiers: tuple[tuple[str, str], ...] = ()
    subpath: str = ""

    @cached_property
    def _text(self) -> str:
        parts = [f"pkg:{self.type}/"]
        if self.namespace:
            parts += ["/".join(_quoted(each) for each in self.namespace.split("/")), "/"]
        parts.append(_quoted(self.name).replace("%2F", "/") if self.type == "git" else _quoted(self.name))
        if self.version:
            parts += ["@", _quoted(self.version)]
        if self.qualifiers:
            parts += ["?", "&".join(f"{key}={_quoted(value)}" for key, value in self.qualifiers)]
        if self.subpath:
            parts += ["#", "/".join(_quoted(each) for each in self.subpath.split("/"))]
        return "".join(parts)

    def __str__(self) -> str:
        """Give the canonical text."""
        return self._text

    @property
    def package(self) -> Purl:
        """Give the package without version, qualifiers and subpath."""
        return Purl(self.type, self.name, self.namespace)

    @property
    def full_name(self) -> str:
        """Give the name as its own registry writes it, such as `@vue/shared` or `org.slf4j:slf4j-api`."""
        between = ":" if self.type == "maven" else "/"
        return f"{self.namespace}{between}{self.name}" if self.namespace else self.name


def purl(
    type_: str,
    name: str,
    namespace: str = "",
    version: str = "",
    qualifiers: Iterable[tuple[str, str]] = (),
    subpath: str = "",
) -> Purl:
    """Give the package URL of these parts in its canonical form. Raises ValueError for what cannot be one."""
    type_ = type_.lower()
    if not _TYPE.fullmatch(type_):
        raise ValueError("a package URL has a type of letters, digits, dots and dashes")
    namespace = "/".join(part for part in namespace.split("/") if part)
    name = name.strip("/")
    if not name:
        raise ValueError("a package URL has a name")
    if sum(map(len, (namespace, name, version, subpath))) > LONGEST:
        raise ValueError(f"a package URL has at most {LONGEST} characters")
    namespace, name, version = _normal(type_, namespace, name, version)
    pairs = {}
    for written, value in qualifiers:
        key = written.lower()
        if not _KEY.fullmatch(key):
            raise ValueError("a qualifier's key has only letters, digits, dots, dashes and underscores")
        if key in pairs:
            raise ValueError("a qualifier's key stands only once")
        pairs[key] = value
    told = tuple(sorted((key, value) for key, value in pairs.items() if value))
    name = _judged(type_, namespace, name, version, pairs)
    subpath = "/".join(part for part in subpath.split("/") if part not in {"", ".", ".."})
    return Purl(type_, name, namespace, version, told, subpath)


def parse_purl(text: str) -> Purl:
    """Read a package URL. Raises ValueError for what is none."""
    if len(text) > LONGEST:
        raise ValueError(f"a package URL has at most {LONGEST} characters")
    remainder, _, fragment = text.rpartition("#") if "#" in text else (text, "", "")
    remainder, _, query = remainder.rpartition("?") if "?" in remainder else (remainder, "", "")
    scheme, colon, remainder = remainder.partition(":")
    if not colon or scheme.lower() != "pkg":
        raise ValueError("a package URL begins with pkg:")
    type_, slash, remainder = remainder.lstrip("/").partition("/")
    if not slash:
        raise ValueError("a package URL has a type and a name")
    # An @ before the last slash belongs to a namespace, such as npm's.
    version = ""
    if "@" in remainder.rsplit("/", 1)[-1] or ("@" in remainder and not remainder.startswith("@")):
        remainder, _, version = remainder.rpartition("@")
    whole = remainder.rstrip("/")
    # The name of a git repository is everything behind its host.
    namespace, _, name = whole.partition("/") if type_.lower() == "git" else whole.rpartition("/")
    spaces = [_plain(part) for part in namespace.split("/") if part]
    pieces = [_plain(part) for part in fragment.split("/")]
    if any("/" in part for part in spaces + pieces):
        raise ValueError("a segment of a package URL holds no slash")
    pairs = [
        (key, _plain(value)) for key, _, value in (pair.partition("=") for pair in query.split("&")) if key
    ]
    return purl(type_, _plain(name), "/".join(spaces), _plain(version), pairs, "/".join(pieces))


def _quoted(text: str) -> str:
    return quote(text, safe=":~") if not text.isalnum() or not text.isascii() else text


def _plain(text: str) -> str:
    return unquote(text, errors="strict") if "%" in text else text


def _normal(type_: str, namespace: str, name: str, version: str) -> tuple[str, str, str]:
    """Apply the rules of a type. Raises ValueError where it forbids or demands a namespace."""
    if type_ in _WITH_NAMESPACE and not namespace:
        raise ValueError(f"a package URL of the type {type_} has a namespace")
    if type_ in _WITHOUT_NAMESPACE and namespace:
        raise ValueError(f"a package URL of the type {type_} has no namespace")
    if type_ in _LOWER_NAMESPACE:
        namespace = namespace.lower()
    if type_ in _LOWER_NAME:
        name = name.lower()
    if type_ in _LOWER_VERSION:
        version = version.lower()
    if type_ == "pypi":
        name = re.sub(r"[_-]+", "-", name)
    elif type_ == "pub":
        name = re.sub(r"[^a-z0-9]", "_", name)
    elif type_ == "hackage":
        name = name.replace("_", "-")
    return namespace, name, version


def _judged(type_: str, namespace: str, name: str, version: str, qualifiers: Mapping[str, str]) -> str:
    """Give the name after the rules that only one type has. Raises ValueError where they are broken."""
    broken = ""
    if type_ == "julia" and "uuid" not in qualifiers:
        broken = "a Julia package is known by its uuid"
    elif type_ == "swift" and "/" not in namespace:
        broken = "a Swift package has a host and an owner"
    elif type_ == "cpan" and ("::" in name or namespace != namespace.upper()):
        broken = "a CPAN distribution is no module, and its author is in capitals"
    elif type_ == "chrome-extension" and not (
        _EXTENSION.fullmatch(name) and (not version or _EXTENSION_VERSION.fullmatch(version))
    ):
        broken = "an extension has an id of 32 letters from a to p, and up to four numbers as version"
    if broken:
        raise ValueError(broken)
    databricks = type_ == "mlflow" and ".azuredatabricks.net/" in qualifiers.get("repository_url", "")
    return name.lower() if databricks else name
