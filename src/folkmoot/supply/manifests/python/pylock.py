"""pylock.toml (PEP 751): the lock file that all tools share."""

from __future__ import annotations

import re
from typing import Any

from folkmoot.model.component import Kind
from folkmoot.supply.manifests._found import TOML, Format, Found, plain_hash
from folkmoot.supply.manifests.python._locked import Needs, dependency_names, packages
from folkmoot.supply.reading.plain import table, tables, word

_NAME = re.compile(r"pylock(\.[A-Za-z0-9_-]{1,80})?\.toml")


def matches(path: str) -> bool:
    """Tell pylock.toml and pylock.<name>.toml."""
    return bool(_NAME.fullmatch(path.rpartition("/")[2]))


def read(found: Found) -> None:
    """Read the packages; a folder of the tree is no package of somebody else."""
    needs = Needs(found)
    for entry, line in packages(found, "packages"):
        name, vcs = word(entry.get("name")), table(entry.get("vcs"))
        if entry.get("directory"):
            continue
        archive = table(entry.get("archive"))
        source = word(vcs.get("url")) or word(archive.get("url"))
        commit = word(vcs.get("commit-id"))
        number = found.add(
            name,
            entry.get("version"),
            line=line,
            hashes=_hashes(entry),
            source=f"{source}@{commit}" if source and commit else source,
        )
        needs.put(number, dependency_names(entry))
    needs.settle()


def _hashes(entry: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    files = [*tables(entry.get("wheels")), table(entry.get("sdist")), table(entry.get("archive"))]
    told = [table(each.get("hashes")) for each in files if each]
    if len(told) != 1:
        return ()
    return tuple(
        pair for key, value in sorted(told[0].items()) for pair in plain_hash(f"{key}:{word(value)}")
    )


FORMAT = Format("pylock", "pylock.toml", Kind.LOCK, "pypi", matches, read, cost=TOML)
