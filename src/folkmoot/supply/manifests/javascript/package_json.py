"""package.json: what npm, pnpm, Yarn and Bun are asked for."""

from __future__ import annotations

from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import Format, Found, named
from folkmoot.supply.manifests.javascript._asking import LISTS, add_asked, split
from folkmoot.supply.reading.plain import table, word


def read(found: Found) -> None:
    """Read the four tables. A peer that is optional is optional; what is in two tables counts once."""
    data = found.document.json()
    namespace, name = split(word(data.get("name")))
    found.name_own(name, data.get("version"), namespace)
    meta = table(data.get("peerDependenciesMeta"))
    seen: set[str] = set()
    for key, scope in LISTS.items():
        found.document.rewind()
        found.document.line_of(f'"{key}"')
        for each, told in table(data.get(key)).items():
            line = found.document.line_of(f'"{each}"')
            optional = key == "peerDependencies" and table(meta.get(each)).get("optional") is True
            if each not in seen:
                add_asked(found, each, word(told), Scope.OPTIONAL if optional else scope, line)
            seen.add(each)


FORMAT = Format("package-json", "package.json", Kind.MANIFEST, "npm", named("package.json"), read)
