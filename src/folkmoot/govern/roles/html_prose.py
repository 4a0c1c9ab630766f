"""HTML inside Markdown: headings, lists and tables as the Markdown lines that would show the same.

A table with a row of headers becomes a table. In any other, each cell that is nothing but a person becomes
an item of a list: so are people laid out in a grid. Everything is gone through once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from folkmoot.govern.roles.entry import LONGEST, is_nothing_but_a_person

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,10})(?=[\s/>])([^<>]{0,2000})>")
_BEGINS = re.compile(
    r" {0,3}(?:<(?:div|center|p)\b[^<>]{0,200}> {0,3})?<(table|ul|ol|h[1-6])(?=[\s>])", re.IGNORECASE
)
_ADDRESS = re.compile(r"\bhref\s{0,3}=\s{0,3}[\"']?([^\s\"'<>()]{1,500})", re.IGNORECASE)
_COMMAS = re.compile(r"(?: ?,)+ ?")
_HOLDERS = frozenset({"td", "th", "li", "h1", "h2", "h3", "h4", "h5", "h6"})
_BREAKS = frozenset({"br", "p", "div"})
_FENCES = ("```", "~~~")

Numbered = tuple[int, str]


def as_markdown(lines: Sequence[str]) -> list[Numbered]:
    """Give every line with its number, those of HTML as Markdown; an HTML line may become several."""
    found: list[Numbered] = []
    at, is_code, is_comment = 0, False, False
    while at < len(lines):
        line = lines[at]
        if line.lstrip().startswith(_FENCES) and not is_comment:
            is_code = not is_code
        begins = None if is_code or is_comment else _BEGINS.match(line)
        if not is_code and line.rfind("<!--") > line.rfind("-->"):
            is_comment = True
        elif "-->" in line:
            is_comment = False
        after = _end(lines, at, begins[1].lower()) if begins else at
        if after is None:  # never closed: nobody can tell what it holds
            return found + list(enumerate(lines[at:], at + 1))
        if after == at:
            found.append((at + 1, line))
            after += 1
        else:
            found += _Block().read(lines[at:after], at + 1)
            is_comment = False
        at = after
    return found


def _end(lines: Sequence[str], start: int, kind: str) -> int | None:
    """Give the place after the line in which an element ends, None where it never does."""
    depth = 0
    for at in range(start, len(lines)):
        for match in _TAG.finditer(lines[at]):
            if match[2].lower() == kind:
                depth += -1 if match[1] else 1
        if depth <= 0:
            return at + 1
    return None


class _Block:
    """What has been read of one list, table or heading."""

    def __init__(self) -> None:
        self.made: list[Numbered] = []
        self.words: list[str] | None = None
        self.number = 0
        self.link: tuple[int, str] | None = None
        self.cells: list[Numbered] = []
        self.has_data, self.has_head = False, False

    def read(self, lines: Iterable[str], first: int) -> list[Numbered]:
        """Give the Markdown of these lines, the first of which has this number."""
        for number, line in enumerate(lines, first):
            for is_end, name, inside, text in _pieces(line):
                if name:
                    self._tag(is_end, name, inside, number)
                if text and self.words is not None:
                    self.words.append(text)
        self._row()
        return [*self.made, (self.made[-1][0] if self.made else first, "")]

    def _tag(self, is_end: bool, name: str, inside: str, number: int) -> None:
        if name in _HOLDERS:
            self._close(name)
            if not is_end:
                self.words, self.number, self.link = [], number, None
                self.has_data |= name == "td"
        elif name in ("tr", "table", "ul", "ol"):
            self._close("td" if name in ("tr", "table") else "li")
            self._row()
        elif self.words is None:
            return
        elif name == "a":
            self._anchor(is_end, inside)
        elif name in _BREAKS:
            self.words.append(", ")

    def _anchor(self, is_end: bool, inside: str) -> None:
        words = self.words if self.words is not None else []
        if is_end and self.link:
            place, address = self.link
            words[place:] = [f"[{' '.join(''.join(words[place:]).strip(' ,').split())}]({address})"]
            self.link = None
        elif not is_end and (found := _ADDRESS.search(inside)):
            self.link = (len(words), unescape(found[1]))

    def _close(self, name: str) -> None:
        """Take in what an item, a cell or a heading said."""
        if self.words is None:
            return
        text = _COMMAS.sub(", ", " ".join("".join(self.words).split())).strip(" ,")
        self.words = None
        if len(text) >= LONGEST:
            text = ""
        if name in ("td", "th"):
            self.cells.append((self.number, text.replace("|", " ")))
        elif text:
            self.made.append((self.number, f"{'#' * int(name[1])} {text}" if name[0] == "h" else f"- {text}"))

    def _row(self) -> None:
        cells, is_head = self.cells, not self.has_data
        self.cells, self.has_data = [], False
        if not cells:
            return
        number, told = cells[0][0], f"| {' | '.join(cell for _, cell in cells)} |"
        if is_head:
            self.has_head = True
            self.made += [(number, ""), (number, told), (number, "|---|" + "---|" * (len(cells) - 1))]
        elif self.has_head:
            self.made.append((number, told))
        else:
            self.made += [(line, f"- {cell}") for line, cell in cells if is_nothing_but_a_person(cell)]


def _pieces(line: str) -> Iterator[tuple[bool, str, str, str]]:
    """Give each tag (whether it ends something, its name, what is inside) with the text behind it."""
    tags = list(_TAG.finditer(line))
    yield False, "", "", unescape(line[: tags[0].start() if tags else None])
    ends = [tag.start() for tag in tags[1:]] + [len(line)]
    for tag, end in zip(tags, ends, strict=False):
        text = line[tag.end() : end]
        yield bool(tag[1]), tag[2].lower(), tag[3], unescape(text)
    yield False, "", "", " "
