"""XML read as a small tree with lines. Entities of its own, outer files and deep nests are refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from folkmoot.supply.reading.unreadable import UnreadableError

MAX_DEPTH = 60
MAX_ELEMENTS = 400_000


@dataclass
class Element:
    """One element: its name without a prefix, its line, its attributes, its own text, and what is in it."""

    name: str
    line: int = 0
    attributes: dict[str, str] = field(default_factory=dict)
    text: str = ""
    children: list[Element] = field(default_factory=list)

    def all(self, *path: str) -> Iterator[Element]:
        """Give the elements found by going down `path`, name by name."""
        if not path:
            yield self
            return
        for child in self.children:
            if child.name == path[0]:
                yield from child.all(*path[1:])

    def first(self, *path: str) -> Element | None:
        """Give the first element found by going down `path`."""
        return next(self.all(*path), None)

    def value(self, *path: str) -> str:
        """Give the text of the first element found by going down `path`, "" where there is none."""
        found = self.first(*path)
        return found.text.strip() if found else ""

    def walk(self) -> Iterator[Element]:
        """Give this element and everything in it, in the order of the file."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.children)


def read_xml(content: bytes) -> Element:
    """Give the outermost element. Raises UnreadableError."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    open_elements: list[Element] = [Element("")]
    count = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        line = parser.CurrentLineNumber
        if len(open_elements) > MAX_DEPTH or count > MAX_ELEMENTS:
            raise UnreadableError(line, "it is nested too deep, or has too many elements")
        element = Element(name.rpartition(":")[2], line, attributes)
        open_elements[-1].children.append(element)
        open_elements.append(element)

    def end(_name: str) -> None:
        open_elements.pop()

    def data(text: str) -> None:
        open_elements[-1].text += text

    def refused(*_told: object) -> int:
        raise UnreadableError(parser.CurrentLineNumber, "it declares entities of its own, which are not read")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = data
    parser.EntityDeclHandler = refused
    parser.ExternalEntityRefHandler = refused
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise UnreadableError(error.lineno, "it is no XML") from error
    except (ValueError, LookupError) as error:
        raise UnreadableError(0, "it is in an encoding that is not read") from error
    return open_elements[0].children[0]
