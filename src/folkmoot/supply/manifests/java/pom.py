"""pom.xml: what Maven is asked for, with properties and parents as far as they are in the tree."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from folkmoot.model.component import Kind, Scope
from folkmoot.model.errors import SourceError
from folkmoot.supply.manifests._found import Format, Found
from folkmoot.supply.reading.plain_xml import Element, read_xml
from folkmoot.supply.reading.unreadable import UnreadableError

MAX_PARENTS = 8
MAX_ROUNDS = 8
LONGEST = 500
SCOPES = {"test": Scope.DEVELOPMENT, "provided": Scope.BUILD, "system": Scope.BUILD}
_NAME = re.compile(r"\$\{([^{}$]{1,200})\}")
_RANGE = re.compile(r"[\[(,]")
_ONLY = re.compile(r"\[\s*([^\[\](),\s]+)\s*\]")
"""A range of one version: this and no other."""


@dataclass
class Project:
    """One pom and those above it: properties, managed versions and scopes by (group, artifact)."""

    properties: dict[str, str] = field(default_factory=dict)
    managed: dict[tuple[str, str], Element] = field(default_factory=dict)

    def filled(self, text: str) -> str:
        """Give a text with its properties put in; what is not known stays as it is written."""
        for _ in range(MAX_ROUNDS):
            text = text[:LONGEST]
            again = _NAME.sub(lambda match: self.properties.get(match[1].strip(), match[0]), text)
            if again == text:
                break
            text = again
        return text.strip()


def read(found: Found) -> None:
    """Read the dependencies, those of profiles, and the plugins that say their version."""
    root = read_xml(found.document.content)
    if root.name != "project":
        raise UnreadableError(root.line, "it is no project of Maven")
    project = _project(found, root)
    known = project.properties
    found.name_own(known["project.artifactId"], known["project.version"], known["project.groupId"])
    for part in [root, *root.all("profiles", "profile")]:
        for element in part.all("dependencies", "dependency"):
            _add(found, project, element)
        for element in part.all("build", "plugins", "plugin"):
            _add(found, project, element, "org.apache.maven.plugins", Scope.BUILD)
            for inner in element.all("dependencies", "dependency"):
                _add(found, project, inner, scope=Scope.BUILD)


def _add(
    found: Found, project: Project, element: Element, usual_group: str = "", scope: Scope | None = None
) -> None:
    group = project.filled(element.value("groupId")) or usual_group
    artifact = project.filled(element.value("artifactId"))
    managed = project.managed.get((group, artifact))
    version = project.filled(element.value("version") or (managed.value("version") if managed else ""))
    said = project.filled(element.value("scope") or (managed.value("scope") if managed else ""))
    kind, classifier = project.filled(element.value("type")), project.filled(element.value("classifier"))
    if scope is None:
        optional = Scope.OPTIONAL if element.value("optional") == "true" else Scope.RUNTIME
        scope = SCOPES.get(said, optional)
    elif not version:
        return  # a plugin in whatever version Maven brings
    only = _ONLY.fullmatch(version)
    exact = only[1] if only else version
    open_version = bool(_RANGE.search(exact)) or "${" in exact or exact in {"LATEST", "RELEASE"}
    found.add(
        artifact,
        "" if open_version else exact,
        namespace=group,
        line=element.line,
        direct=True,
        scope=scope,
        requirement=version,
        qualifiers=[("type", "" if kind == "jar" else kind), ("classifier", classifier)],
    )


def _project(found: Found, root: Element) -> Project:
    """Put together what this pom and those above it say; the nearest counts."""
    project = Project()
    path, pom = found.document.path, root
    for depth in range(MAX_PARENTS):
        for element in pom.all("properties"):
            for each in element.children:
                project.properties.setdefault(each.name, each.text.strip())
        for element in pom.all("dependencyManagement", "dependencies", "dependency"):
            key = (project.filled(element.value("groupId")), project.filled(element.value("artifactId")))
            project.managed.setdefault(key, element)
        parent = pom.first("parent")
        for name in ("groupId", "artifactId", "version"):
            value = pom.value(name) or (parent.value(name) if parent and name != "artifactId" else "")
            for prefix in ("project.", "pom.", "") if depth == 0 else ("project.parent.",):
                project.properties.setdefault(prefix + name, value)
            if parent and depth == 0:
                project.properties.setdefault(f"project.parent.{name}", parent.value(name))
        if parent is None:
            break
        folder = path.rpartition("/")[0]
        where = parent.first("relativePath")
        above = found.document.inside(where.text.strip() if where else "../pom.xml", folder)
        above = above if above.endswith(".xml") else f"{above}/pom.xml" if above else ""
        content = found.document.beside(above) if above and above != path else None
        try:
            path, pom = above, read_xml(content or b"")
        except SourceError:
            break
    return project


def _matches(path: str) -> bool:
    name = path.rpartition("/")[2]
    return name == "pom.xml" or name.endswith(".pom")


FORMAT = Format("pom", "pom.xml", Kind.MANIFEST, "maven", _matches, read)
