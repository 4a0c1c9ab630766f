"""Gemfile.lock and gems.locked: what Bundler answered."""

from __future__ import annotations

import re

from folkmoot.model.component import Kind
from folkmoot.supply.manifests._found import Format, Found, named, plain_hash

MAX_PLATFORMS = 40
_SPEC = re.compile(r"    ([^\s(]+) \(([^)-]+)(?:-([^)]+))?\)")
_NEED = re.compile(r"      ([^\s(]+)")
_DIRECT = re.compile(r"  ([^\s(!]+)")
_SUM = re.compile(r"  ([^\s(]+) \(([^)]+)\) (\S+)")


def read(found: Found) -> None:
    """Read the sections of gems. Those of a PATH are the project's own; a gem may be there per platform."""
    sums = _sums(found.document.lines)
    numbers: dict[str, list[int]] = {}
    needs: dict[int, list[str]] = {}
    direct: set[str] = set()
    section = remote = revision = ""
    number = -1
    for at, line in enumerate(found.document.lines, 1):
        if line and not line[0].isspace():
            section, remote, revision, number = line.strip(), "", "", -1
        elif section in {"GEM", "GIT", "PLUGIN SOURCE"}:
            key, _, value = line.strip().partition(": ")
            spec = _SPEC.fullmatch(line)
            if spec:
                told = f"{spec[2]}-{spec[3]}" if spec[3] else spec[2]
                number = found.add(
                    spec[1],
                    spec[2],
                    line=at,
                    hashes=sums.get((spec[1], told), ()),
                    qualifiers=[("platform", spec[3] or "")],
                    source=f"{remote}@{revision}" if section == "GIT" else "",
                )
                if number >= 0:
                    numbers.setdefault(spec[1], []).append(number)
            elif key == "remote":
                remote = value
            elif key == "revision":
                revision = value
            elif (need := _NEED.match(line)) and number >= 0:
                needs.setdefault(number, []).append(need[1])
        elif section == "DEPENDENCIES" and (asked := _DIRECT.match(line)):
            direct.add(asked[1])
    for number, names in needs.items():
        found.need(
            number,
            [found.components[each].purl for name in names for each in numbers.get(name, [])[:MAX_PLATFORMS]],
        )
    if direct:
        found.mark_direct((each for name in direct for each in numbers.get(name, [])), others=False)


def _sums(lines: list[str]) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    found = {}
    inside = False
    for line in lines:
        if line and not line[0].isspace():
            inside = line.strip() == "CHECKSUMS"
        elif inside and (told := _SUM.fullmatch(line)):
            found[told[1], told[2]] = plain_hash(told[3].replace("=", ":", 1))
    return found


FORMAT = Format("gemfile-lock", "Gemfile.lock", Kind.LOCK, "gem", named("Gemfile.lock", "gems.locked"), read)
