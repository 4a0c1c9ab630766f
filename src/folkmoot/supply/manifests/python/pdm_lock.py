"""pdm.lock: the packages of a PDM project."""

from __future__ import annotations

from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import TOML, Format, Found, named
from folkmoot.supply.manifests.python._asking import asked
from folkmoot.supply.manifests.python._locked import Needs, git_source, hashes_of, packages
from folkmoot.supply.reading.plain import tables, word, words


def read(found: Found) -> None:
    """Read the packages; a package with extras stands there twice, and is one."""
    needs = Needs(found)
    numbers: dict[tuple[str, str], int] = {}
    wanted: dict[int, list[tuple[str, str]]] = {}
    for entry, line in packages(found):
        name, version = word(entry.get("name")), word(entry.get("version"))
        if entry.get("path"):
            continue
        if (name, version) not in numbers:
            groups = words(entry.get("groups"))
            scope = Scope.RUNTIME if not groups or "default" in groups else Scope.DEVELOPMENT
            source, revision = git_source(entry), word(entry.get("revision"))
            numbers[name, version] = found.add(
                name,
                version,
                line=line,
                scope=scope,
                hashes=hashes_of(tables(entry.get("files"))),
                source=f"{source}@{revision}" if source and revision else source,
            )
        read_texts = [asked(text) for text in words(entry.get("dependencies"))]
        wanted.setdefault(numbers[name, version], []).extend(
            (each.name, "") for each in read_texts if each and each.name != name
        )
    for number, names in wanted.items():
        needs.put(number, names)
    needs.settle()


FORMAT = Format("pdm-lock", "pdm.lock", Kind.LOCK, "pypi", named("pdm.lock"), read, cost=TOML)
