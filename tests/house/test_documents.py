"""What the documents say exists, exists: links, commands, options and make targets."""

import re
from pathlib import Path

import click
import pytest

from folkmoot.cli import folkmoot
from house.tree import ROOT, shown, tracked

GENERATED = ROOT / "docs" / "reference"
WRITTEN = [path for path in tracked() if path.suffix == ".md" and GENERATED not in path.parents]
WRITTEN = [path for path in WRITTEN if path.relative_to(ROOT).parts[0] not in {"tests", "benchmarks", "src"}]
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
COMMAND = re.compile(r"(?:^|[`/ ])folkmoot ([a-z]+)((?: [^`\n]*)?)", re.MULTILINE)
CODE = re.compile(r"```\w*\n(.*?)```|`([^`\n]+)`", re.DOTALL)
TARGET = re.compile(r"\bmake ([a-z-]+)\b")


def code_in(path: Path) -> list[str]:
    """Give every piece of code in a document, inline or fenced, without Python."""
    text = re.sub(r"```python.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return [fenced or inline for fenced, inline in CODE.findall(text)]


def options_of(command: click.Command) -> set[str]:
    return {name for parameter in command.params for name in parameter.opts} | {"--help"}


@pytest.mark.parametrize("path", WRITTEN, ids=shown)
def test_links_lead_somewhere(path: Path) -> None:
    links = [link for link in LINK.findall(path.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", WRITTEN, ids=shown)
def test_commands_and_options_exist(path: Path) -> None:
    context = click.Context(folkmoot)
    unknown = []
    for name, rest in (match for code in code_in(path) for match in COMMAND.findall(code)):
        command = folkmoot.get_command(context, name)
        if command is None:
            unknown.append(name)
            continue
        words = rest.split()
        if isinstance(command, click.Group) and words and re.fullmatch("[a-z]+", words[0]):
            command = command.get_command(context, words[0]) or command
        unknown += [
            f"{name} {word}" for word in words if word.startswith("--") and word not in options_of(command)
        ]
    assert unknown == []


@pytest.mark.parametrize("path", WRITTEN, ids=shown)
def test_make_targets_exist(path: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {target for code in code_in(path) for target in TARGET.findall(code)}
    assert named <= targets
