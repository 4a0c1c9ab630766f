"""mix.lock: what Mix answered, one package a line.

The file is a term of Elixir that Mix writes in one form, so each line is read by itself. It does not say
which packages the project asks for, nor for what: mix.exs does.
"""

from __future__ import annotations

import re

from folkmoot.model.component import Kind
from folkmoot.supply.manifests._found import Format, Found, named, plain_hash

_ENTRY = re.compile(r'\s*"([^"\s]+)":\s*\{:(hex|git),\s*')
_HEX = re.compile(r':"?([\w@.-]+)"?,\s*"([^"\s]+)"')
_GIT = re.compile(r'"([^"\s]+)",\s*"([0-9a-f]{40,64})"')
_NEED = re.compile(r'\[hex: :"?([\w@.-]+)"?')
_END = re.compile(r'"hexpm(?::(\w+))?"(?:,\s*"([0-9a-f]{64})")?\s*\},?\s*$')
"""The repository, of an organisation or everybody's, and the hash of the archive; older files lack it."""


def read(found: Found) -> None:
    """Read every line that names a package, then join what each needs with what is there."""
    numbers: dict[str, int] = {}
    needs: dict[int, list[str]] = {}
    for at, line in enumerate(found.document.lines, 1):
        entry = _ENTRY.match(line)
        if entry is None:
            continue
        if entry[2] == "git" and (git := _GIT.match(line, entry.end())):
            found.add(entry[1], line=at, source=f"{git[1]}@{git[2]}")
        elif entry[2] == "hex" and (package := _HEX.match(line, entry.end())):
            end = _END.search(line)
            number = found.add(
                package[1],
                package[2],
                namespace=(end[1] or "") if end else "",
                line=at,
                hashes=plain_hash(f"sha256:{end[2]}") if end and end[2] else (),
            )
            numbers[package[1]] = number
            needs[number] = _NEED.findall(line, package.end())
        else:
            found.wrong(at, "This line names a package in no form that is known here.")
    for number, names in needs.items():
        targets = [numbers.get(name, -1) for name in names]
        found.need(number, [found.components[each].purl for each in targets if each >= 0])


FORMAT = Format("mix-lock", "mix.lock", Kind.LOCK, "hex", named("mix.lock"), read)
