"""Files of dependencies written by hand, read by the format that knows their name."""

from __future__ import annotations

from collections.abc import Mapping

from folkmoot.model.component import Component, Manifest
from folkmoot.supply.manifests import format_of, read_manifest


def read(path: str, text: str | bytes, beside: Mapping[str, str] | None = None) -> Manifest:
    """Read one file at `path`; `beside` are its neighbours by their path."""
    form = format_of(path)
    assert form is not None, path
    content = text.encode() if isinstance(text, str) else text
    around = {name: told.encode() for name, told in (beside or {}).items()}
    return read_manifest(form, path, content, around.get)


def told(manifest: Manifest) -> list[str]:
    """Give what was found as short lines: name@version scope, with what is asked for and the line."""
    return [_line(each) for each in manifest.components]


def _line(component: Component) -> str:
    direct = {True: "direct", False: "needed", None: "?"}[component.direct]
    version = f"@{component.purl.version}" if component.purl.version else ""
    asked = f" {component.requirement!r}" if component.requirement else ""
    return f"{component.line}: {component.purl.full_name}{version} {component.scope} {direct}{asked}"


def needs(manifest: Manifest) -> dict[str, list[str]]:
    """Give who needs whom, as names with versions."""
    return {
        f"{each.purl.full_name}@{each.purl.version}": [f"{one.full_name}@{one.version}" for one in each.needs]
        for each in manifest.components
        if each.needs
    }
