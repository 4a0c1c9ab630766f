"""Executables that a build made and somebody committed: told by their names, never opened.

A file's beginning is looked at only where its name could mean something else.
"""

from __future__ import annotations

import re

from folkmoot.checks.osps._requirement import Say
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome

PROGRAMS = (
    ".exe", ".com", ".msi", ".dmg", ".appimage", ".deb", ".rpm", ".apk", ".ipa", ".elf", ".pyc", ".pyo",
    ".class", ".beam", ".crx", ".xpi", ".pkg",
)  # fmt: skip
LIBRARIES = (
    ".dll", ".so", ".dylib", ".jar", ".war", ".ear", ".aar", ".whl", ".egg", ".nupkg", ".lib", ".a", ".o",
    ".obj", ".ko", ".wasm", ".node", ".pyd", ".bin", ".dex", ".swf",
)  # fmt: skip
BEGINNINGS = (
    b"\x7fELF", b"MZ", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe", b"\xfe\xed\xfa",
    b"PK\x03\x04", b"!<arch>\n", b"\0asm", b"dex\n", b"\xd0\xcf\x11\xe0", b"\xed\xab\xee\xdb", b"Cr24",
    b"FWS", b"CWS", b"xar!",
)  # fmt: skip
"""How programs, libraries and archives of them begin."""
BYTECODE = (".pyc", ".pyo", ".o", ".obj", ".lib", ".dmg", ".com", ".beam", ".ko")
"""Endings whose files have no beginning that is always the same: any content that is no text counts."""
WRAPPER = re.compile(r"(^|/)(gradle-wrapper|maven-wrapper)\.jar$")
TESTS = re.compile(
    r"(^|/)(tests?|testdata|test[-_]data|fixtures?|__tests__|spec|specs|examples?)/", re.IGNORECASE
)
BESIDE_TESTS = (
    "Write beside the tests where each such file comes from and how to make it again; a reviewer then sees "
    "that it is what it says."
)
MOST = 2000


def programs(ground: Ground) -> Say | None:
    """Look for programs and bytecode."""
    return _look(ground, PROGRAMS, "{path} is a program that somebody built.")


def libraries(ground: Ground) -> Say | None:
    """Look for libraries, objects and other code that nobody can read in a review.

    What stands in folders of tests is shown: whether a test could make it somebody has to judge.
    """
    found = _look(ground, (*PROGRAMS, *LIBRARIES), "{path} is code that nobody can review.")
    if found.outcome is Outcome.NO and all(TESTS.search(spot.path) for spot in found.spots):
        said = Message("Only tests hold such files, {path} first.", {"path": found.spots[0].path})
        return Say(Outcome.UNKNOWN, said, found.spots, BESIDE_TESTS)
    return found


def _look(ground: Ground, endings: tuple[str, ...], text: str) -> Say:
    named = [
        path for path in ground.paths()
        if path.lower().endswith(endings) and path not in ground.links() and not WRAPPER.search(path)
    ]  # fmt: skip
    found, unread = [], 0
    for path, content, size in ground.read_all(named[:MOST], 512):
        if content is None:
            unread += 1
        elif _is_code(path.lower(), content):
            kind = "For tests, {size} bytes." if TESTS.search(path) else "{size} bytes."
            found.append(Evidence(Message(kind, {"size": size}), path))
    if found:
        said = text if len(found) == 1 else text + " It is one of {count}."
        return Say(Outcome.NO, Message(said, {"path": found[0].path, "count": len(found)}), tuple(found))
    if unread:
        said = "Files with names of programs or libraries that are not in this clone: {count}."
        return Say(Outcome.UNKNOWN, Message(said, {"count": unread}))
    return Say(Outcome.YES, Message("None. Files looked at: {count}.", {"count": len(ground.paths())}))


def _is_code(path: str, content: bytes) -> bool:
    if not content:
        return False
    return content.startswith(BEGINNINGS) or (path.endswith(BYTECODE) and b"\0" in content)
