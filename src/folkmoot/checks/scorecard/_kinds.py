"""What kind of program a file is by its first bytes, as the library that Scorecard uses tells it.

Only programs and packages of programs are told apart: the rest of the library's kinds (pictures, films,
documents) counts where one of them is tried before and would hide a program. Kinds of one group are tried in
no fixed order there; a file that is two of them at once is a program here.
https://github.com/h2non/filetype/blob/v1.1.3/matchers/archive.go and its neighbours.
"""

from __future__ import annotations

from collections.abc import Callable

MAGIC_BYTES = 1024
"""So much of a file is looked at; the mark of an ISO image stands further in and is never found."""

MACH_O = (
    b"\xfe\xed\xfa\xcf", b"\xfe\xed\xfa\xce", b"\xbe\xba\xfe\xca",
    b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xca\xfe\xba\xbe",
)  # fmt: skip
MP4_BRANDS = {
    b"avc1", b"dash", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"isom", b"mmp4", b"mp41", b"mp42",
    b"mp4v", b"mp71", b"MSNV", b"NDAS", b"NDSC", b"NSDC", b"NDSH", b"NDSM", b"NDSP", b"NDSS", b"NDXC",
    b"NDXH", b"NDXM", b"NDXP", b"NDXS", b"F4V ", b"F4P ",
}  # fmt: skip


PRINTED = bytes(byte for byte in range(256) if byte >= 0x20 or byte in b"\n\t\r")


def _is_dex(head: bytes) -> bool:
    return len(head) > 36 and head.startswith(b"dex\n") and head[36] == 0x70


PROGRAMS: dict[str, Callable[[bytes], bool]] = {
    "wasm": lambda head: head.startswith(b"\0asm\1\0\0\0"),
    "dex": _is_dex,
    "dey": lambda head: len(head) > 100 and head.startswith(b"dey\n") and _is_dex(head[40:100]),
    "exe": lambda head: head.startswith(b"MZ"),
    "elf": lambda head: len(head) > 52 and head.startswith(b"\x7fELF"),
    "macho": lambda head: head.startswith(MACH_O),
    "rpm": lambda head: len(head) > 96 and head.startswith(b"\xed\xab\xee\xdb"),
    "deb": lambda head: head.startswith(b"!<arch>\ndebian-binary"),
    "crx": lambda head: head.startswith(b"Cr24"),
}
FIRST_BYTES = frozenset(b"\0d\x7fM\xfe\xbe\xcf\xce\xca\xed!C")
"""What the first byte of a program can be: enough to pass over nearly every file."""
NEVER_HIDDEN = ("wasm", "dex", "dey")
"""These are tried before every other kind."""


def program_kind(head: bytes) -> str:
    """Give the kind of program that a file's first MAGIC_BYTES show, "" when they show none."""
    if not head or head[0] not in FIRST_BYTES:
        return ""
    kind = next((kind for kind, fits in PROGRAMS.items() if fits(head)), "")
    return "" if kind and kind not in NEVER_HIDDEN and _is_picture_or_film(head) else kind


def _is_picture_or_film(head: bytes) -> bool:
    """Tell whether a kind that is tried before programs is known by bytes further in."""
    box, brand = head[4:8], head[8:12]
    if brand == b"WEBP":
        return True
    if len(head) > 15 and (box in (b"moov", b"mdat") or head[12:16] == b"mdat"):
        return True
    return box == b"ftyp" and (brand in MP4_BRANDS or brand[:3] in (b"M4V", b"M4A", b"3gp"))


def is_text(head: bytes) -> bool:
    """Tell whether no control character stands in the first bytes; the last three may be half a character."""
    looked_at = head[:MAGIC_BYTES][:-3]
    return not looked_at.translate(None, PRINTED)
