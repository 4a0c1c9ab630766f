"""Parts of a bill of materials, and bills of one part, written by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from folkmoot.model.component import Scope
from folkmoot.model.purl import parse_purl
from folkmoot.supply.sbom import all_forms
from folkmoot.supply.sbom.bill import Bill, Part

COMMIT = "0123456789abcdef0123456789abcdef01234567"


def part(reference: str = "pkg:npm/a", **more: Any) -> Part:
    """Give a part that is needed at run time and by which nothing more is said."""
    return replace(Part(reference, parse_purl(reference), Scope.RUNTIME, False), **more)


def bill(*parts: Part, **more: Any) -> Bill:
    """Give the bill of a project called moot at its first moment."""
    return replace(Bill("moot", COMMIT, 0, parts), **more)


def written(form: str, made: Bill) -> dict[str, Any]:
    """Give what a form writes, read again."""
    document: dict[str, Any] = json.loads(all_forms()[form].write(made))
    return document
