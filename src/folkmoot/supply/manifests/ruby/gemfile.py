"""Gemfile and gems.rb: what Bundler is asked for, where it stands there literally."""

from __future__ import annotations

import re

from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import Format, Found, named
from folkmoot.supply.manifests.ruby._literal import exact, option, texts

_GEMSPEC = re.compile(r"\s*gemspec\b")
_GROUP = re.compile(r"group\b.*\bdo\s*(?:\|.*)?$")
_BLOCK = re.compile(r"(?:\bdo\s*(?:\|[^|]*\|)?|^\s*(?:if|unless|case|def|begin)\b.*)$")
_SYMBOL = re.compile(r"(?<!:):(\w+)|['\"](\w+)['\"]")
_REMARK = re.compile(r"(?:^|\s+)#(?!\{)")
RUNNING = {"default", "production", "assets"}


def read(found: Found) -> None:
    """Read every `gem`; those in groups only for tests and development are there for development.

    So is everything in the Gemfile of a gem: what is shipped stands in its gemspec.
    """
    is_of_gem = any(_GEMSPEC.match(line) for line in found.document.lines)
    groups: list[set[str]] = []
    for number, raw in enumerate(found.document.lines, 1):
        line = _REMARK.split(raw.strip(), maxsplit=1)[0]
        if line.split("(")[0].split(" ")[0] == "gem":
            told = texts(line)
            if told and not option(line, "path"):
                named_groups = set().union(*groups, _groups(line))
                source = option(line, "git") or option(line, "github") or option(line, "gist")
                reference = option(line, "ref") or option(line, "tag") or option(line, "branch")
                found.add(
                    told[0],
                    exact(told[1:]),
                    line=number,
                    direct=True,
                    requirement=", ".join(told[1:]),
                    scope=Scope.DEVELOPMENT
                    if is_of_gem or (named_groups and not named_groups & RUNNING)
                    else Scope.RUNTIME,
                    source=f"{source}@{reference}" if source and reference else source,
                )
        elif _GROUP.match(line):
            groups.append({one or other for one, other in _SYMBOL.findall(line.rpartition(" do")[0])})
        elif _BLOCK.search(line):
            groups.append(set())
        elif line == "end" and groups:
            groups.pop()


def _groups(line: str) -> set[str]:
    """Give the groups a single gem is put into."""
    told = re.search(r"(?:\bgroups?:|:groups?\s*=>)\s*(\[[^\]]*\]|:\w+)", line[:2000])
    return {one or other for one, other in _SYMBOL.findall(told[1])} if told else set()


FORMAT = Format("gemfile", "Gemfile", Kind.MANIFEST, "gem", named("Gemfile", "gems.rb"), read)
