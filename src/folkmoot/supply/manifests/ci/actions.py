"""Workflows and actions of GitHub: the actions they use, as pkg:github.

An action is code that runs with the project's own rights, so it is part of the chain. Only a whole commit id
is a version that cannot move; a full tag (v4.1.2) is taken as one, because advisories name those; `v4` and
branches are requirements. The remark behind a commit id is kept as what was asked for.

GitHub runs the workflows at the top only: those in a folder run where it is published as a repository of its
own, or where somebody copies them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import YAML, Format, Found
from folkmoot.supply.manifests.ci._image import add_image
from folkmoot.supply.reading.plain import entries, table, word
from folkmoot.supply.reading.plain_yaml import line_of, read_yaml

LOCAL = ("./", "../", "$/")
"""How an action begins that lies in this repository; `$/` is its top."""
_COMMIT = re.compile(r"[0-9a-f]{40}")
_WHOLE = re.compile(r"v?\d+\.\d+\.\d+[\w.+-]*")
_WORKFLOW = re.compile(r"\.github/workflows/[^/]+\.ya?ml")
_REMARK = re.compile(r"\s#\s*(?:tag=|ratchet:\S+@)?(v?\d[\w.+-]*)")


def matches(path: str) -> bool:
    """Tell workflows by their folder and actions by their name."""
    name = path.rpartition("/")[2]
    return bool(_WORKFLOW.fullmatch(path)) or name in {"action.yml", "action.yaml"}


def read(found: Found) -> None:
    """Read every `uses` of jobs and steps; local ones are the project's own."""
    data = table(read_yaml(found.document.text))
    for text, line in _used(data):
        if text.startswith(LOCAL):
            continue
        if text.startswith("docker://"):
            add_image(found, text.removeprefix("docker://"), line, Scope.BUILD)
            continue
        action, _, reference = text.partition("@")
        owner, _, rest = action.partition("/")
        name, _, subpath = rest.partition("/")
        remark = _REMARK.search(found.document.lines[line - 1]) if line else None
        exact = _COMMIT.fullmatch(reference) or _WHOLE.fullmatch(reference)
        found.add(
            name,
            reference if exact else "",
            namespace=owner,
            subpath=subpath,
            line=line,
            direct=True,
            scope=Scope.BUILD,
            requirement=remark[1] if remark and _COMMIT.fullmatch(reference) else reference,
        )


def _used(data: dict[str, Any]) -> Iterator[tuple[str, int]]:
    steps = [table(step) for step in entries(table(data.get("runs")).get("steps"))]
    for job in table(data.get("jobs")).values():
        steps.append(table(job))
        steps += [table(step) for step in entries(table(job).get("steps"))]
    for step in steps:
        if step.get("uses"):
            yield word(step["uses"]), line_of(step["uses"])


FORMAT = Format("github-actions", "GitHub workflows", Kind.MANIFEST, "github", matches, read, cost=YAML)
