"""What is kept of what people wrote: how long it was, and whether it was only an order to a robot."""

from __future__ import annotations

import re

ORDER = re.compile(r"\s*/[A-Za-z][\w-]*(?:[ \t:][^\n]{0,200})?\s*")


def length_of(body: str) -> int:
    """Count the characters of a text, white space at its ends left out."""
    return len(body.strip())


def is_command(body: str) -> bool:
    """Tell whether every line that says anything is an order to a robot, such as `/lgtm`."""
    if not body.lstrip().startswith("/"):
        return False
    lines = [line for line in body[:2000].splitlines() if line.strip()]
    return bool(lines) and len(body) <= 2000 and all(ORDER.fullmatch(line) for line in lines)
