"""Reading rendered pages back: panels, their ids, and the values of their tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

Key = tuple[str, str, str]
"""Group, row and column of a cell, as the page names them."""


@dataclass
class SeenPanel:
    """What an HTML page holds of one panel."""

    id: str
    values: dict[Key, float] = field(default_factory=dict)
    gaps: set[Key] = field(default_factory=set)


class PageReader(HTMLParser):
    """Collects panels, ids and the values in their tables; cells and rows may lack end tags."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.panels: list[SeenPanel] = []
        self.pages: list[str] = []
        self._columns: list[str] = []
        self._group = self._row = ""
        self._where = ""
        self._words: list[str] = []
        self._machine: float | None = None
        self._at = 0
        self._scale = 1.0
        self._mute = 0
        self._is_words = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.attributes += own.items()
        if "id" in own:
            self.ids.append(own["id"])
        classes = own.get("class", "").split()
        if tag == "article" and "panel" in classes:
            self.panels.append(SeenPanel(own["id"]))
        if tag == "section" and "page" in classes:
            self.pages.append(own["id"].removeprefix("page-"))
        if tag == "table":
            self._is_words = own.get("class") == "words"
            self._columns, self._group, self._where = [], "", ""
            self._scale = 0.01 if own.get("data-unit") == "share" else 1.0
        if tag in {"th", "td", "tr", "tbody", "thead"}:
            self._finish()
        if tag == "tr":
            self._at = 0
        if tag == "tbody":
            self._group = ""
        if tag == "th":
            self._where = own["scope"]
        if tag == "td":
            self._where = "cell"
        if tag == "data":
            self._machine = float(own["value"])
        if tag in {"i", "small"}:
            self._mute += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in {"table", "th", "td"}:
            self._finish()
        if tag in {"i", "small"}:
            self._mute -= 1

    def handle_data(self, data: str) -> None:
        if self._where and not self._mute:
            self._words.append(data)

    def _finish(self) -> None:
        words = "".join(self._words).strip()
        where, self._where, self._words = self._where, "", []
        machine, self._machine = self._machine, None
        if where == "col":
            self._columns.append(words)
        elif where == "rowgroup":
            self._group = words
        elif where == "row":
            self._row = words
        elif where == "cell" and self._columns and not self._is_words:
            self._cell(words, machine)

    def _cell(self, words: str, machine: float | None) -> None:
        shift = 1 if len(self._columns) == 13 and self._columns[0] == "Year" else 0
        key = (self._group, self._row, self._columns[self._at + shift])
        self._at += 1
        number = machine
        if number is None:
            try:
                number = round(float(words) * self._scale, 6)
            except ValueError:
                if words:
                    self.panels[-1].gaps.add(key)
                return
        self.panels[-1].values[key] = number


def markdown_tables(markdown: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Give (panel id, table rows) for every table of a Markdown page."""
    panel, rows = "", []
    for line in [*markdown.splitlines(), ""]:
        if line.startswith('<a id="'):
            panel = line.split('"')[1]
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split(" | ")])
        elif rows:
            yield panel, rows
            rows = []
