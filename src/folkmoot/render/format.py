"""What a format is called, and how its files are named."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Format:
    """One way to write a report: its name on the command line, a file suffix with its dot, a media type."""

    name: str
    suffix: str
    media_type: str
