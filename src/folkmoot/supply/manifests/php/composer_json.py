"""composer.json: what Composer is asked for."""

from __future__ import annotations

from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import Format, Found, named
from folkmoot.supply.manifests.php._asking import PLATFORM, exact, split
from folkmoot.supply.reading.plain import table, word


def read(found: Found) -> None:
    """Read both tables; PHP itself and its extensions are no packages."""
    data = found.document.json()
    namespace, name = split(word(data.get("name")))
    found.name_own(name, data.get("version"), namespace)
    for key, scope in (("require", Scope.RUNTIME), ("require-dev", Scope.DEVELOPMENT)):
        found.document.rewind()
        found.document.line_of(f'"{key}"')
        for full, told in table(data.get(key)).items():
            if not PLATFORM.fullmatch(full):
                line = found.document.line_of(f'"{full}"')
                vendor, package = split(word(full))
                wanted = word(told)
                found.add(
                    package,
                    exact(wanted),
                    namespace=vendor,
                    line=line,
                    scope=scope,
                    direct=True,
                    requirement=wanted,
                )


FORMAT = Format("composer-json", "composer.json", Kind.MANIFEST, "composer", named("composer.json"), read)
