"""YAML as a tree of nodes with their lines, out of bytes that anybody may have written.

A parser gives events one by one, so that neither depth nor aliases cost anything before they
are counted. Nothing is made of tags: a value stays the text that stands in the file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

import yaml

LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Where libyaml is missing, as with a Python newer than PyYAML, the slower parser gives the same events."""
MOST_NODES = 300_000
"""Nodes of one file that are looked at, counted again for every alias to them."""
MOST_DEPTH = 100


class Kind(Enum):
    """What a node is."""

    SCALAR = auto()
    SEQUENCE = auto()
    MAPPING = auto()
    ALIAS = auto()


@dataclass(slots=True)
class Node:
    """One node: `value` is its text (of an alias its name), `line` counts from 1.

    `items` are the elements of a sequence, or keys and values in turn. `size` counts the nodes under it with
    those behind aliases, and itself.
    """

    kind: Kind
    line: int
    value: str = ""
    size: int = 1
    items: list[Node] = field(default_factory=list)


class BrokenYamlError(Exception):
    """What is wrong with the text, and in which line (0 when that is not known)."""

    def __init__(self, problem: str, line: int = 0) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line


def compose(content: bytes, *, follow: bool = False) -> Node | None:
    """Give the root of the first document, or None when there is none.

    With `follow` an alias is the very node that it names, without it a node of its own kind. Raises
    BrokenYamlError for what is no YAML, too deep or too large.
    """
    loader: Any = None
    try:
        loader = LOADER(content)
        return _Builder(follow=follow).build(loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "not readable"
        raise BrokenYamlError(str(problem), mark.line + 1 if mark else 0) from None
    except UnicodeDecodeError:
        raise BrokenYamlError("not UTF-8") from None
    finally:
        if loader is not None:
            loader.dispose()


class _Builder:
    def __init__(self, *, follow: bool) -> None:
        self.follow = follow
        self.open: list[Node] = []
        self.named: dict[str, Node] = {}
        self.root: Node | None = None

    def build(self, loader: Any) -> Node | None:
        """Read events until the first document ends."""
        while loader.check_event():
            event = loader.get_event()
            name = type(event)
            if name is yaml.ScalarEvent:
                node = Node(Kind.SCALAR, event.start_mark.line + 1, event.value)
                self._name(event.anchor, node)
                self._add(node)
            elif name is yaml.MappingStartEvent:
                self._begin(Node(Kind.MAPPING, event.start_mark.line + 1), event.anchor)
            elif name is yaml.SequenceStartEvent:
                self._begin(Node(Kind.SEQUENCE, event.start_mark.line + 1), event.anchor)
            elif name is yaml.MappingEndEvent or name is yaml.SequenceEndEvent:
                self._end()
            elif name is yaml.AliasEvent:
                self._alias(event.anchor, event.start_mark.line + 1)
            elif name is yaml.DocumentEndEvent:
                return self.root
        return self.root

    def _name(self, anchor: str | None, node: Node) -> None:
        if anchor is not None:
            self.named[anchor] = node

    def _begin(self, node: Node, anchor: str | None) -> None:
        if len(self.open) >= MOST_DEPTH:
            raise BrokenYamlError("nested too deeply", node.line)
        self._name(anchor, node)
        self.open.append(node)

    def _end(self) -> None:
        self._add(self.open.pop())

    def _add(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        parent.items.append(node)
        parent.size += node.size
        if parent.size > MOST_NODES:
            raise BrokenYamlError("too large, or too many aliases", node.line)

    def _alias(self, name: str, line: int) -> None:
        node = self.named.get(name)
        if node is None:
            raise BrokenYamlError(f"unknown anchor {name}", line)
        if any(each is node for each in self.open):
            if self.follow:
                raise BrokenYamlError(f"the anchor {name} contains itself", line)
            self._add(Node(Kind.ALIAS, line, name))
        elif self.follow:
            self._add(node)
        else:
            self._add(Node(Kind.ALIAS, line, name, size=node.size))
