"""mix.exs: what Mix is asked for, where it stands literally in a function called `deps`.

The file is a program and never run. A dependency is one tuple on one line, `{:name, "~> 1.0", only: :test}`;
what is put together otherwise is told as not understood.
"""

from __future__ import annotations

import re

from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import Format, Found, named

_BEGIN = re.compile(r"(\s*)defp?\s+deps(?:\(\w{0,20}\))?\s+do\s*$")
_TUPLE = re.compile(r'\{\s*:"?([\w@.-]+)"?\s*+,\s*+(?:"([^"]*)"\s*+)?,?([^{}]*+)\}')
_OPTION = re.compile(r'\b(\w+):\s*("[^"]*"|:\w+|\[[^\]]*\]|true|false)')
_CODE = re.compile(r'(?:[^"#]|"[^"]*")*')
_EXACT = re.compile(r"(?:==\s*)?(\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?)")
_OPENS = re.compile(r"\{\s*:")
_FORMS = re.compile(r"[\s,\[\]]*|end|\[[^{}\"]*\]")
NOT_PLAIN = "This line asks for packages in a form that only running it would tell."
LONGEST = 2_000


def read(found: Found) -> None:
    """Read every tuple between `def deps do` and its `end`; what is only for tests is for development."""
    end = ""
    for number, raw in enumerate(found.document.lines, 1):
        line = raw.rstrip()[:LONGEST]
        if not end:
            begin = _BEGIN.match(_bare(line))
            end = f"{begin[1]}end" if begin else ""
        elif line == end:
            end = ""
        else:
            _read_line(found, number, _bare(line))


def _bare(line: str) -> str:
    """Give a line without its remark; a # in a text is none."""
    code = _CODE.match(line)
    end = code.end() if code else 0
    return line[:end].rstrip() if line[end : end + 1] == "#" else line


def _read_line(found: Found, number: int, line: str) -> None:
    tuples = list(_TUPLE.finditer(line))
    rest = _TUPLE.sub("", line)
    has_more = any(_OPTION.sub("", told[3]).strip(" ,") for told in tuples)
    if has_more or len(tuples) != len(_OPENS.findall(line)) or not _FORMS.fullmatch(rest.strip()):
        found.wrong(number, NOT_PLAIN)
    for told in tuples:
        options = dict(_OPTION.findall(told[3]))
        if "path" in options or options.get("in_umbrella") == "true":
            continue
        source = _text(options, "git") or _text(options, "github")
        reference = _text(options, "ref") or _text(options, "tag") or _text(options, "branch")
        only = re.findall(r":(\w+)", options.get("only", ""))
        requirement = told[2] or ""
        exact = _EXACT.fullmatch(requirement.strip())
        found.add(
            options.get("hex", "").lstrip(":").strip('"') or told[1],
            exact[1] if exact else "",
            namespace="" if source else _text(options, "organization"),
            line=number,
            direct=True,
            requirement=requirement,
            scope=Scope.DEVELOPMENT if only and "prod" not in only else Scope.RUNTIME,
            source=f"{source}@{reference}" if source and reference else source,
        )


def _text(options: dict[str, str], name: str) -> str:
    told = options.get(name, "")
    return told[1:-1] if told.startswith('"') else ""


FORMAT = Format("mix-exs", "mix.exs", Kind.MANIFEST, "hex", named("mix.exs"), read)
