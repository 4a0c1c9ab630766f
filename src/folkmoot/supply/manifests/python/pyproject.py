"""pyproject.toml: PEP 621, PEP 735 groups, build requirements, the tables of Poetry, PDM, uv and Hatch."""

from __future__ import annotations

from typing import Any

from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import TOML, Format, Found, named
from folkmoot.supply.manifests.python._asking import add_asked, add_tables
from folkmoot.supply.reading.plain import entries, table


def read(found: Found) -> None:
    """Read every list of requirements that a tool installs from."""
    data = found.document.toml()
    project, tool = table(data.get("project")), table(data.get("tool"))
    poetry = table(tool.get("poetry"))
    found.name_own(project.get("name") or poetry.get("name"), project.get("version") or poetry.get("version"))
    for text in entries(table(data.get("build-system")).get("requires")):
        add_asked(found, text, Scope.BUILD)
    _all(found, {"": project.get("dependencies")}, Scope.RUNTIME)
    _all(found, project.get("optional-dependencies"), Scope.OPTIONAL)
    _all(found, data.get("dependency-groups"), Scope.DEVELOPMENT)
    _all(found, table(tool.get("pdm")).get("dev-dependencies"), Scope.DEVELOPMENT)
    _all(found, {"": table(tool.get("uv")).get("dev-dependencies")}, Scope.DEVELOPMENT)
    for environment in table(table(tool.get("hatch")).get("envs")).values():
        told = table(environment)
        _all(found, {"": told.get("dependencies"), "more": told.get("extra-dependencies")}, Scope.DEVELOPMENT)
    _poetry(found, poetry)


def _all(found: Found, groups: Any, scope: Scope) -> None:
    """Add the requirements of several lists; a group that includes another is told by that one."""
    for texts in table(groups).values():
        for text in entries(texts):
            add_asked(found, text, scope)


def _poetry(found: Found, poetry: dict[str, Any]) -> None:
    add_tables(found, poetry.get("dependencies"), Scope.RUNTIME, bare_is_exact=True)
    add_tables(found, poetry.get("dev-dependencies"), Scope.DEVELOPMENT, bare_is_exact=True)
    for name, group in table(poetry.get("group")).items():
        scope = Scope.RUNTIME if name == "main" else Scope.DEVELOPMENT
        add_tables(found, table(group).get("dependencies"), scope, bare_is_exact=True)


FORMAT = Format(
    "pyproject", "pyproject.toml", Kind.MANIFEST, "pypi", named("pyproject.toml"), read, cost=TOML
)
