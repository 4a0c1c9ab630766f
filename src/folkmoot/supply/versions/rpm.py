"""The versions of RPM packages: an epoch, a version and a release, each in runs of digits and of letters.

https://rpm-software-management.github.io/rpm/man/rpm-version.7
"""

from __future__ import annotations

import re

from folkmoot.supply.versions._semantic_parts import is_number

ECOSYSTEMS = frozenset(
    {"Red Hat", "AlmaLinux", "Azure Linux", "Mageia", "Rocky Linux", "SUSE", "openEuler", "openSUSE"}
)

_RUNS = re.compile(r"[0-9]+|[A-Za-z]+|[~^]")
_TILDE, _END, _CARET, _LETTERS, _DIGITS = range(5)


def key(version: str) -> object:
    """Give what a version is compared by. Any text is a version."""
    epoch, colon, rest = version.partition(":")
    # What stands before a colon and is no number belongs to the version.
    if not colon or not is_number(epoch):
        epoch, rest = "0", version
    upstream, dash, release = rest.partition("-")
    return int(epoch), _runs(upstream), (1, _runs(release)) if dash else (0,)


def _runs(text: str) -> tuple[object, ...]:
    """Give the runs; other signs only part them. A tilde comes before the end of the text, a caret after."""
    return (bool(text), *map(_run, _RUNS.findall(text)), (_END,))


def _run(run: str) -> tuple[object, ...]:
    if run == "~":
        return (_TILDE,)
    if run == "^":
        return (_CARET,)
    return (_DIGITS, int(run)) if is_number(run) else (_LETTERS, run)
