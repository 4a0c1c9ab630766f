"""Where something can be looked at: an address that is safe to write into a page, or none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from folkmoot.i18n import Text

_SAFE = re.compile(r"https://[a-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._~%+-]+)*/?", re.ASCII | re.IGNORECASE)
_LONGEST = 500
PLACES = {
    "gitlab": ("/-/issues/{number}", "/-/merge_requests/{number}"),
    "forgejo": ("/issues/{number}", "/pulls/{number}"),
    "gitea": ("/issues/{number}", "/pulls/{number}"),
}
"""Where forges keep an issue, and a change, below the address of a project."""
USUAL = ("/issues/{number}", "/pull/{number}")


@dataclass(frozen=True)
class Link:
    """One thing that is named: what is said of it, and its address, "" where none is known."""

    text: Text
    address: str = ""


def safe(address: str) -> str:
    """Give `address` where it is a plain https address without query or user, else ""."""
    return address if len(address) <= _LONGEST and _SAFE.fullmatch(address) else ""


def project_address(host: str, project: str) -> str:
    """Give the address of a project at a forge, "" where either part is missing or odd."""
    return safe(f"https://{host}/{project}") if host and "/" in project.strip("/") else ""


def item_address(web: str, source: str, number: int, *, is_change: bool) -> str:
    """Give the address of an issue or change below `web`, the address of its project; "" where there is none.

    `source` is the name of the forge's source, which tells how it spells addresses.
    """
    issue, change = PLACES.get(source, USUAL)
    return safe(web.rstrip("/") + (change if is_change else issue).format(number=number)) if web else ""
