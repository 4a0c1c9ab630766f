"""What registries say of packages, out of local files: which versions there are, and when each came out.

A file or a folder of JSON files as registries give them: npm (also `npm view NAME name time --json`), PyPI
(`/pypi/NAME/json`), crates.io (`/api/v1/crates/NAME`) and Packagist (`/p2/VENDOR/NAME.json`). Nothing is
asked of a network.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from folkmoot.model.errors import SourceError
from folkmoot.model.purl import Purl, purl
from folkmoot.supply.reading.plain import table, tables, word
from folkmoot.supply.versions import key_of

LARGEST = 60_000_000
MOST_FILES = 20_000
_UNSTABLE = re.compile(
    r"(?:\d|[.-])(?:a|b|c|rc|alpha|beta|dev|pre|preview|canary|next)(?:[\d.-]|$)", re.IGNORECASE
)


@dataclass(frozen=True)
class Released:
    """When each version of one package came out, in seconds since 1970. `offered` has none withdrawn."""

    package: Purl
    times: dict[str, int]
    offered: frozenset[str]
    ecosystem: str

    @property
    def newest(self) -> str:
        """Give the highest stable version still offered, by the ecosystem's own order; "" where none is."""
        stable = [version for version in self.offered if not _UNSTABLE.search(version)]
        keyed = [(key, version) for version in stable if (key := key_of(self.ecosystem, version)) is not None]
        return max(keyed, key=lambda pair: pair[0])[1] if keyed else ""


def read_registry_data(place: Path) -> tuple[dict[Purl, Released], int]:
    """Give what is told by package, and how many files tell nothing. Raises SourceError for no place."""
    if not place.exists():
        raise SourceError(
            f"There is no {place}.", hint="give a file or a folder of JSON as registries give it."
        )
    paths = sorted(place.rglob("*.json"))[:MOST_FILES] if place.is_dir() else [place]
    found: dict[Purl, Released] = {}
    unread = 0
    for path in paths:
        told = None if path.is_symlink() or not path.is_file() else _read(path)
        if told is None:
            unread += 1
        else:
            found[told.package] = told
    return found, unread


def _read(path: Path) -> Released | None:
    try:
        if path.stat().st_size > LARGEST:
            return None
        data = table(json.loads(path.read_bytes()))
    except (OSError, ValueError, RecursionError):
        return None
    for recognised, reader in READERS:
        if recognised(data):
            try:
                return reader(data)
            except ValueError:
                return None
    return None


def _npm(data: dict[str, Any]) -> Released:
    full = word(data.get("name"))
    namespace, _, name = full.rpartition("/")
    times = {version: at for version, at in _times(table(data.get("time")).items()) if version[:1].isdigit()}
    withdrawn = {
        version for version, told in table(data.get("versions")).items() if table(told).get("deprecated")
    }
    return Released(purl("npm", name, namespace), times, frozenset(times) - withdrawn, "npm")


def _pypi(data: dict[str, Any]) -> Released:
    files = {version: tables(told) for version, told in table(data.get("releases")).items()}
    dated = (
        (version, each.get("upload_time_iso_8601")) for version, told in files.items() for each in told[:1]
    )
    offered = {version for version, told in files.items() if not all(each.get("yanked") for each in told)}
    times = dict(_times(dated))
    name = word(table(data.get("info")).get("name"))
    return Released(purl("pypi", name), times, frozenset(offered & set(times)), "PyPI")


def _crates(data: dict[str, Any]) -> Released:
    versions = tables(data.get("versions"))
    times = dict(_times((word(each.get("num")), each.get("created_at")) for each in versions))
    offered = {word(each.get("num")) for each in versions if not each.get("yanked")}
    name = word(table(data.get("crate")).get("id"))
    return Released(purl("cargo", name), times, frozenset(offered & set(times)), "crates.io")


def _packagist(data: dict[str, Any]) -> Released:
    ((full, versions),) = list(table(data.get("packages")).items())[:1] or [("", [])]
    times = dict(_times((word(each.get("version")), each.get("time")) for each in tables(versions)))
    vendor, _, name = full.partition("/")
    return Released(purl("composer", name, vendor), times, frozenset(times), "Packagist")


def _times(pairs: Any) -> Iterator[tuple[str, int]]:
    for version, said in pairs:
        try:
            moment = datetime.fromisoformat(word(said))
        except ValueError:
            continue
        if version:
            yield version, int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())


READERS: tuple[tuple[Callable[[dict[str, Any]], bool], Callable[[dict[str, Any]], Released]], ...] = (
    (lambda data: "time" in data and "name" in data, _npm),
    (lambda data: "releases" in data and "info" in data, _pypi),
    (lambda data: "crate" in data and "versions" in data, _crates),
    (lambda data: "packages" in data, _packagist),
)
"""How each registry's answer is known, and what reads it."""
