"""JSON: the whole report as data; `docs/reference/report.schema.json` says how."""

from __future__ import annotations

import json
from collections.abc import Callable

from folkmoot.model.page import Report
from folkmoot.render.document import document
from folkmoot.render.format import Format

FORMAT = Format("json", ".json", "application/json")


def render(report: Report, *, translate: Callable[[str], str] = str) -> str:
    """Write a report as JSON. Numbers that are none (not finite) become null."""
    return json.dumps(document(report, translate), ensure_ascii=False, allow_nan=False, indent=1) + "\n"
