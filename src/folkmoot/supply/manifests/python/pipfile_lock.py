"""Pipfile.lock: what Pipenv answered."""

from __future__ import annotations

from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import Format, Found, named, plain_hash
from folkmoot.supply.reading.plain import table, word, words


def read(found: Found) -> None:
    """Read both groups. The same version in both is there at run time."""
    data = found.document.json()
    running = table(data.get("default"))
    groups = [(key, value) for key, value in data.items() if key not in {"_meta", "default"}]
    for group, packages in [("default", running), *groups]:
        scope = Scope.RUNTIME if group == "default" else Scope.DEVELOPMENT
        found.document.rewind()
        found.document.line_of(f'"{group}"')
        for name, told in table(packages).items():
            entry = table(told)
            line = found.document.line_of(f'"{name}"')
            twice = (
                name in running
                and group != "default"
                and table(running.get(name)).get("version") == entry.get("version")
            )
            if twice or "path" in entry or "file" in entry:
                continue
            hashes = words(entry.get("hashes"))
            reference = word(entry.get("ref"))
            source = word(entry.get("git"))
            found.add(
                name,
                word(entry.get("version")).removeprefix("=="),
                line=line,
                scope=scope,
                hashes=plain_hash(hashes[0]) if len(hashes) == 1 else (),
                source=f"{source}@{reference}" if source and reference else source,
            )


FORMAT = Format("pipfile-lock", "Pipfile.lock", Kind.LOCK, "pypi", named("Pipfile.lock"), read)
