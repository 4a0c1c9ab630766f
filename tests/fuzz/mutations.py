"""Right input made wrong, a few edits at a time: what a parser meets that somebody means to break.

FOLKMOOT_FUZZ_CASES says how many cases each parser gets: 60 in an ordinary run, 20,000 by `make fuzz`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

CASES = int(os.environ.get("FOLKMOOT_FUZZ_CASES", "60"))
TOKENS = (
    b"\0", b"\n", b"\r\n", b"\t", b" ", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\x1b[31m",
    b'"', b"'", b"[", b"]" * 40, b"{" * 40, b"}", b"(" * 40, b"<", b">", b"&x", b"*x", b"!!python/object:x",
    b"---\n", b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"&a;", b"../../etc/passwd", b"-" * 9, b"=" * 9, b"#", b"%",
    b"9" * 400, b"-1", b"1e999", b"NaN", b"null", b"true", b"0x", b"^1.0.0", b"@", b"|", b"\\u0000", b"\\",
    b"2026-13-45", b"${x}", b"{{x}}", b"a" * 3000, b": ", b"- ", b",",
)  # fmt: skip
"""What stands in the way of parsers."""

fuzzed: Callable[[Any], Any] = settings(
    max_examples=CASES, deadline=None, suppress_health_check=list(HealthCheck), print_blob=True
)
"""Runs a test for as many cases as were asked for."""


def seeds(room: str) -> dict[str, bytes]:
    """Give the right inputs of one kind, by their path below its folder."""
    folder = Path(__file__).parent / "seeds" / room
    found = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*"))}
    return {name: path.read_bytes() for name, path in found.items() if path.is_file()}


@st.composite
def mutated(draw: st.DrawFn, seeds: Sequence[bytes]) -> bytes:
    """Give one of the seeds with one to eight edits: cut, doubled, moved, turned around, put in, flipped."""
    body = bytearray(draw(st.sampled_from(seeds)))
    for _ in range(draw(st.integers(1, 8))):
        start = draw(st.integers(0, len(body)))
        end = min(len(body), start + draw(st.integers(0, 40)))
        kind = draw(st.sampled_from(("cut", "double", "move", "token", "flip", "end", "bytes")))
        piece = bytes(body[start:end])
        if kind == "cut":
            del body[start:end]
        elif kind == "double":
            body[start:start] = piece * draw(st.integers(1, 30))
        elif kind == "move":
            del body[start:end]
            place = draw(st.integers(0, len(body)))
            body[place:place] = piece
        elif kind == "token":
            body[start:start] = draw(st.sampled_from(TOKENS))
        elif kind == "flip" and start < len(body):
            body[start] ^= 1 << draw(st.integers(0, 7))
        elif kind == "end":
            del body[start:]
        elif kind == "bytes":
            body[start:start] = draw(st.binary(max_size=12))
    return bytes(body)
