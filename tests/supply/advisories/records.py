"""Advisories written by hand in the OSV format, and databases made of them."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from folkmoot.model.component import Component
from folkmoot.model.purl import parse_purl
from folkmoot.model.source import Access
from folkmoot.supply.advisories.updating import update

TAKEN_AT = 1_900_000_000


def record(
    name: str = "HALL-2030-1",
    package: str = "moot",
    ecosystem: str = "npm",
    events: Sequence[Mapping[str, str]] = ({"introduced": "0"}, {"fixed": "1.2.0"}),
    kind: str = "SEMVER",
    versions: Sequence[str] = (),
    **more: Any,
) -> dict[str, Any]:
    """Give one advisory on one package, with one range."""
    affected = {
        "package": {"ecosystem": ecosystem, "name": package},
        "ranges": [{"type": kind, "events": list(events)}] if events else [],
        "versions": list(versions),
    }
    return {
        "schema_version": "1.7.0", "id": name, "modified": "2029-05-01T00:00:00Z",
        "summary": f"{package} reads past the end", "affected": [affected], **more,
    }  # fmt: skip


def folder(path: Path, *records: Mapping[str, Any]) -> Path:
    """Write each record into a file of a folder."""
    path.mkdir(parents=True, exist_ok=True)
    for place, each in enumerate(records):
        (path / f"{place:04}.json").write_text(json.dumps(each))
    return path


def archive(path: Path, *records: Mapping[str, Any]) -> Path:
    """Write records into an archive, as all.zip has them."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for each in records:
            packed.writestr(f"{each['id']}.json", json.dumps(each))
    return path


def database(path: Path, *records: Mapping[str, Any]) -> Path:
    """Make a database of records, and give its file."""
    made = path / "made" / "advisories.sqlite"
    update([str(folder(path / "records", *records))], made, Access(), TAKEN_AT)
    return made


def component(text: str, path: str = "package-lock.json", line: int = 7) -> Component:
    """Give a component by its package URL."""
    return Component(parse_purl(text), path, line)
