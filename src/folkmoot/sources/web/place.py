"""The place of a project at a forge: `https://github.com/owner/name`, or with the forge's brand before it.

A forge that lies at a path of its host ends with two slashes: `gitlab+https://example.org/git//group/name`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from folkmoot.model.errors import UsageError
from folkmoot.sources.git.location import without_secret

PART = re.compile(r"(?!\.{1,2}$)[A-Za-z0-9_.][A-Za-z0-9_.-]{0,254}")


@dataclass(frozen=True)
class Place:
    """A project's address in parts. `base` is scheme, host, port and the forge's own path, `root`, if any.

    `project` is the path below, without slashes around it; `brand` is what was written before the scheme, ""
    where nothing was.
    """

    brand: str
    base: str
    host: str
    project: str
    root: str = ""

    def address(self, project: str) -> str:
        """Give the address of another project here, as it is taken apart again."""
        return f"{self.base}{'/' if self.root else ''}/{project}"

    @property
    def shown(self) -> str:
        """The whole address, which holds no secret."""
        return f"{self.base}/{self.project}"

    @property
    def parts(self) -> list[str]:
        """The project's path, part by part."""
        return self.project.split("/")


def place_of(origin: str) -> Place | None:
    """Take an address apart; None where it is none. Raises UsageError for one that nothing can be asked of.

    A user name, password or token in it is refused: addresses are shown and stored.
    """
    if "://" not in origin:
        return None
    shown = without_secret(origin)
    try:
        parts = urlsplit(origin)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError as error:
        raise UsageError(
            f"{shown!r} is no address: {error}.", hint="such as https://github.com/owner/name"
        ) from error
    brand, _, scheme = parts.scheme.rpartition("+")
    if scheme not in {"http", "https"}:
        return None
    if parts.username is not None or parts.password is not None:
        raise UsageError(
            f"The address of {shown} has a user name or token in it.",
            hint="leave it out, and set FOLKMOOT_GITHUB_TOKEN (or the variable of your forge) instead.",
        )
    above, _, below = parts.path.rpartition("//")
    root, project = above.strip("/"), below.strip("/").removesuffix(".git")
    words = [*(root.split("/") if root else ()), *project.split("/")]
    if not host or not project or not all(PART.fullmatch(part) for part in words):
        raise UsageError(f"{shown!r} names no project.", hint="write it as https://github.com/owner/name.")
    named = f"[{host}]" if ":" in host else host
    base = f"{scheme}://{named}" + (f":{port}" if port and port != {"http": 80, "https": 443}[scheme] else "")
    host = host if port in {None, 80, 443} else f"{named}:{port}"
    return Place(brand, f"{base}/{root}" if root else base, host, project, root)


def without_mark(address: str) -> str:
    """Give an address as others write it, without the two slashes after which a forge's projects begin."""
    scheme, sign, rest = address.partition("://")
    return f"{scheme}{sign}{rest.replace('//', '/')}" if sign else address


def is_of_brand(place: Place, brand: str, hosts: frozenset[str]) -> bool:
    """Tell whether a place is a forge of `brand`: by what stands before it, or by a host that is known.

    A host one of whose labels is the brand (`github.example.org`) is taken at its word.
    """
    if place.brand:
        return place.brand == brand
    return place.host in hosts or brand in place.host.split(".")
