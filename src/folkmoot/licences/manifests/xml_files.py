"""pom.xml, .nuspec and .NET project files: searched for their licence elements, never parsed as XML.

An XML parser would have to be told to leave entities alone; the elements looked for are plain text.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from folkmoot.licences.manifests.declared import Declared, line_of
from folkmoot.licences.words import without

NAME = re.compile(r"<license>(.{0,2000}?)</license>", re.DOTALL | re.IGNORECASE)
NAMED = re.compile(r"<name>\s{0,50}([^<]{1,200}?)\s{0,50}</name>", re.IGNORECASE)
NUSPEC = re.compile(
    r"<license\s{1,20}type=[\"']expression[\"'][^>]{0,100}>\s{0,50}([^<]{1,300}?)\s{0,50}</license>",
    re.IGNORECASE,
)
LICENCE_URL = re.compile(r"<licenseUrl>\s{0,50}([^<\s]{1,300})\s{0,50}</licenseUrl>", re.IGNORECASE)
ADDRESS = re.compile(
    r"https?://(?:www\.)?(?:licenses\.nuget\.org|opensource\.org/licenses?|spdx\.org/licenses)/"
    r"([A-Za-z0-9.\-+]{1,80}?)(?:\.html|\.txt)?/?",
    re.IGNORECASE,
)
PROJECT = re.compile(
    r"<PackageLicenseExpression>\s{0,50}([^<]{1,300}?)\s{0,50}</PackageLicenseExpression>", re.IGNORECASE
)


def pom(text: str) -> Iterator[Declared]:
    """Give the names in a pom.xml's own `licenses`; several are told one by one: Maven gives no meaning."""
    bare = without(text, "<!--", "-->")
    start = bare.find("<licenses>")
    end = bare.find("</licenses>", start)
    if start < 0 or end < 0:
        return
    for element in NAME.findall(bare[start : min(end, start + 20_000)]):
        named = NAMED.search(element)
        if named:
            words = html.unescape(named[1])
            yield Declared(words, line_of(text, named[1]))


def nuspec(text: str) -> Iterator[Declared]:
    """Give the expression of a .nuspec, else what the address of its licence stands for."""
    bare = without(text, "<!--", "-->")
    found = NUSPEC.search(bare)
    if found:
        yield Declared(found[1], line_of(text, found[1]))
        return
    address = LICENCE_URL.search(bare)
    if address:
        known = ADDRESS.fullmatch(address[1])
        yield Declared(address[1], line_of(text, address[1]), known[1] if known else "")


def project(text: str) -> Iterator[Declared]:
    """Give the expression of a .NET project file."""
    for found in PROJECT.findall(without(text, "<!--", "-->"))[:20]:
        yield Declared(found, line_of(text, found))


READERS = (
    ("pom.xml", pom),
    ("*.nuspec", nuspec),
    ("*.csproj", project),
    ("*.fsproj", project),
    ("Directory.Build.props", project),
)
