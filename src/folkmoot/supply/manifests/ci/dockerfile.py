"""Dockerfiles and Containerfiles: the images they build on and copy from."""

from __future__ import annotations

import re

from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import Format, Found
from folkmoot.supply.manifests.ci._image import add_image

_FROM = re.compile(r"FROM\s+(?:--\S+\s+)*(\S+)(?:\s+AS\s+(\S+))?", re.IGNORECASE)
_ARG = re.compile(r"ARG\s+(\w+)=(\S+)", re.IGNORECASE)
_COPY = re.compile(r"COPY\s.{0,500}?--from=(\S+)", re.IGNORECASE)
_USED = re.compile(r"\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))")
LONGEST = 500
PROGRAMS = frozenset(
    {"bat", "c", "cc", "cpp", "cs", "dockerignore", "el", "erl", "ex", "go", "h", "hs", "html", "java", "js",
     "json", "kt", "lock", "lua", "md", "php", "pl", "pm", "ps1", "py", "rb", "rs", "rst", "scala", "sh",
     "swift", "ts", "tsx", "txt", "vim", "vue", "yaml", "yml"}
)  # fmt: skip
"""Endings of files about Dockerfiles, which are none."""


def read(found: Found) -> None:
    """Read every stage's image, with the defaults of its arguments; the last stage is what runs."""
    defaults: dict[str, str] = {}
    stages: set[str] = set()
    images: list[tuple[str, int, bool]] = []
    line, begun = "", 0
    for number, raw in enumerate(found.document.lines, 1):
        if raw.lstrip().startswith("#"):
            continue
        begun = begun or number
        line = (line + raw.strip())[: LONGEST * 4]
        if line.endswith(("\\", "`")):
            line = line[:-1] + " "
            continue
        argument, stage, copied = _ARG.match(line), _FROM.match(line), _COPY.match(line)
        if argument and not images:
            defaults[argument[1]] = argument[2].strip("\"'")
        elif stage or copied:
            named = _filled((stage or copied)[1].strip("\"'"), defaults) if (stage or copied) else ""  # type: ignore[index]
            if named.lower() not in {*stages, "scratch"} and not named.isdigit():
                images.append((named, begun, bool(stage)))
            if stage and stage[2]:
                stages.add(stage[2].lower())
        line, begun = "", 0
    last = max((at for _, at, is_stage in images if is_stage), default=0)
    for named, at, is_stage in images:
        if "$" not in named:
            add_image(found, named, at, Scope.RUNTIME if is_stage and at == last else Scope.BUILD)


def _filled(text: str, defaults: dict[str, str]) -> str:
    """Give a text with the defaults of its arguments put in."""
    return _USED.sub(lambda m: defaults.get(m[1] or m[3], m[2] or m[0]), text)[:LONGEST]


def _matches(path: str) -> bool:
    name = path.rpartition("/")[2].lower()
    stem, _, ending = name.partition(".")
    if stem in {"dockerfile", "containerfile"}:
        return ending.rpartition(".")[2] not in PROGRAMS
    return name.endswith((".dockerfile", ".containerfile"))


FORMAT = Format("dockerfile", "Dockerfile", Kind.MANIFEST, "docker", _matches, read)
