"""Container images as Dockerfiles and workflows name them.

A tag is a name that moves, and so is no version: only a digest is one.
"""

from __future__ import annotations

import re

from folkmoot.model.component import Scope
from folkmoot.supply.manifests._found import Found

HUBS = {"docker.io", "index.docker.io", "registry-1.docker.io"}
_DIGEST = re.compile(r"sha256:[0-9a-f]{64}")


def add_image(found: Found, text: str, line: int, scope: Scope) -> None:
    """Add the image that `registry/owner/name:tag@digest` names."""
    rest, _, digest = text.partition("@")
    path, colon, tag = rest.rpartition(":")
    if not colon or "/" in tag:
        path, tag = rest, ""
    first, slash, behind = path.partition("/")
    registry = ""
    if slash and ("." in first or ":" in first or first == "localhost"):
        registry, path = "" if first in HUBS else first, behind
    namespace, _, name = path.rpartition("/")
    found.add(
        name,
        digest if _DIGEST.fullmatch(digest) else "",
        namespace="" if namespace == "library" else namespace,
        ecosystem="docker",
        line=line,
        scope=scope,
        direct=True,
        requirement=tag or ("" if digest else "latest"),
        qualifiers=[("repository_url", registry)],
    )
