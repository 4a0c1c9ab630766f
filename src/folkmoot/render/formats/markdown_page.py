"""Markdown: for an issue, a wiki or a pull request; tables instead of charts, the same numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from textwrap import dedent

from folkmoot.model.check import Finding
from folkmoot.model.page import Entry, Page, Panel, Report
from folkmoot.render.coded import CODE
from folkmoot.render.figures import day_name
from folkmoot.render.format import Format
from folkmoot.render.lists import address, linked, named, sentences, shown_entries
from folkmoot.render.plain import block
from folkmoot.render.sentences import (
    SIGNS,
    compared,
    footer,
    parameters,
    reason,
    repeats_page,
    said_missing,
    shape_of_missing,
    status,
    told_as_of,
)
from folkmoot.render.tables import Table, cell_words, tables_of
from folkmoot.render.voice import Voice

FORMAT = Format("markdown", ".md", "text/markdown; charset=utf-8")
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~$@&])")
_BLOCK_START = re.compile(r"^(\s*)([-+=]|\d+[.)](?=\s|$))")
"""What begins a list or a line under a heading; a number with decimals does not."""
_NO_CODE = re.compile("[|<>]|``")
_ADDRESS = re.compile(r"https?://[\w./~%#?=&:+-]+")
_LINK = re.compile(r"(?i)\b(https?|ftp|mailto|www)([:.])")


def render(report: Report, *, translate: Callable[[str], str] = str) -> str:
    """Write a report as Markdown (CommonMark with tables)."""
    voice = Voice(translate)
    lines = [
        f"# {escaped(voice(report.subject))}",
        "",
        escaped(voice("Made on {day}.", day=day_name(report.made_at, voice))),
        "",
    ]
    if as_of := told_as_of(report, voice):
        lines += [escaped(as_of), ""]
    if report.pseudonymous:
        lines += [escaped(voice("Names in this report are aliases.")), ""]
    for page in report.pages:
        lines += _page(page, voice)
    return "\n".join(lines).rstrip("\n") + "\n"


def escaped(words: str) -> str:
    """Give words that mean nothing to Markdown but code: no emphasis, no links, no markup, no mentions.

    Code is what our sentences set between backticks. A bar would end the cell of a table even there, and what
    looks like a tag, or has an odd backtick, is not of ours: such words stay without code.
    """
    if not _NO_CODE.search(words) and words.count("`") % 2 == 0:
        parts = CODE.split(words)
        return "".join(f"`{part}`" if at % 2 else _without_markup(part, at) for at, part in enumerate(parts))
    return _without_markup(words)


def _without_markup(words: str, at: int = 0) -> str:
    """Escape words; what begins a list or a quotation does so only at the beginning of a sentence."""
    words = _SPECIAL.sub(r"\\\1", words)
    words = _LINK.sub(lambda match: f"{match[1]}&#{ord(match[2])};", words)
    return (
        words if at else _BLOCK_START.sub(lambda match: f"{match[1]}{match[2][:-1]}\\{match[2][-1]}", words)
    )


def _page(page: Page, voice: Voice) -> Iterator[str]:
    yield from (f"## {escaped(voice(page.title))}", "")
    if page.lede:
        yield from (escaped(voice(page.lede)), "")
    for panel in page.panels:
        if repeats_page(page, panel):
            continue
        yield from _panel(page, panel, voice)


def _panel(page: Page, panel: Panel, voice: Voice) -> Iterator[str]:
    yield from (f'<a id="{_anchor(panel.id)}"></a>', "", f"### {escaped(voice(panel.title))}", "")
    if panel.headline:
        yield from (f"**{escaped(voice(panel.headline))}**", "")
    if panel.question:
        yield from (f"*{escaped(voice(panel.question))}*", "")
    if panel.missing:
        sign = SIGNS[shape_of_missing(panel)]
        yield from (f"{sign} {escaped(said_missing(page, panel, voice))}", "")
    for finding in panel.findings:
        yield from _finding(panel, finding, voice)
    if panel.findings:
        yield ""
    yield from _entries(panel, voice)
    for table in tables_of(panel, voice):
        yield from _table(table, voice)
    for sentence in compared(panel, voice):
        yield from (escaped(sentence), "")
    for caveat in (panel.caveat, *panel.coverage_notes):
        if caveat:
            yield from (escaped(voice(caveat)), "")
    link = (
        f" [{escaped(voice('Definition'))}]({panel.definition})"
        if _ADDRESS.fullmatch(panel.definition)
        else ""
    )
    yield from (f"<sub>{escaped(_source(panel, voice))}{link}</sub>", "")
    if panel.sql:
        fence = "`" * max(3, 1 + max(map(len, re.findall("`+", panel.sql)), default=0))
        title = escaped(voice("How it is counted"))
        sql = block(dedent(panel.sql)).strip("\n")
        yield from (
            f"<details><summary>{title}</summary>",
            "",
            f"{fence}sql",
            sql,
            fence,
            "",
            "</details>",
            "",
        )


def _source(panel: Panel, voice: Voice) -> str:
    said = [footer(panel, voice), voice("Definition version {version}.", version=panel.version)]
    if panel.freshness and not said[0]:
        said.append(voice("As of {day}.", day=day_name(panel.freshness, voice)))
    if panel.parameters:
        said.append(voice("With {parameters}.", parameters=parameters(panel, voice)))
    return " ".join(filter(None, said))


def _finding(panel: Panel, finding: Finding, voice: Voice) -> Iterator[str]:
    shape, word = status(panel, finding.outcome, voice)
    yield f"- {SIGNS[shape]} **{escaped(word)}: {escaped(voice(finding.title))}**"
    why = voice(reason(panel, finding))
    if why:
        yield f"  {escaped(why)}"
    for one in finding.evidence:
        yield f"  - {escaped(voice(one))}"
    for said, place in linked(finding.links, voice):
        yield f"  - {_link(said, place)}"
    if finding.remedy:
        effort = f" ({escaped(voice(finding.effort))})" if finding.effort else ""
        yield f"  - **{escaped(voice('What to do'))}:** {escaped(voice(finding.remedy))}{effort}"


def _entries(panel: Panel, voice: Voice) -> Iterator[str]:
    entries, more = shown_entries(panel)
    if panel.columns and entries:
        yield from _sheet(panel, entries, voice)
        entries = ()
    for entry in entries:
        yield from _entry(entry, voice)
    if more:
        yield f"- {escaped(voice('{count} more are not shown here.', count=more))}"
    if entries or more:
        yield ""


def _sheet(panel: Panel, entries: tuple[Entry, ...], voice: Voice) -> Iterator[str]:
    """Write entries as the table that is handed over, without columns that are empty in every row."""
    rows = []
    for entry in entries:
        facts, details = sentences(entry, voice)
        title = _link(voice(entry.title), address(entry))
        said = ("<br>".join(map(escaped, lines)) for lines in (facts, details))
        rows.append((title, escaped(voice(entry.state)), *said))
    kept = [number for number in range(len(panel.columns)) if number < 2 or any(row[number] for row in rows)]
    yield "| " + " | ".join(escaped(voice(panel.columns[number])) for number in kept) + " |"
    yield "|" + "---|" * len(kept)
    yield from ("| " + " | ".join(row[number] for number in kept) + " |" for row in rows)
    yield ""


def _entry(entry: Entry, voice: Voice) -> Iterator[str]:
    facts, details = sentences(entry, voice)
    yield f"- **{_link(named(entry, voice), address(entry))}**"
    yield from (f"  - {escaped(fact)}" for fact in facts)
    if details:
        yield f"  - *{escaped(voice(entry.ask))}*"
        yield from (f"    - {escaped(detail)}" for detail in details)


def _link(words: str, place: str) -> str:
    return f"[{escaped(words)}]({place})" if place else escaped(words)


def _table(table: Table, voice: Voice) -> Iterator[str]:
    yield from (f"**{escaped(table.caption)}**", "")
    for group in table.groups:
        if group.name:
            yield from (f"*{escaped(group.name)}*", "")
        yield _row([table.corner, *table.columns])
        yield "|---|" + "---:|" * len(table.columns)
        for line in group.lines:
            yield _row([line.name, *(cell_words(point, table, voice) for point in line.cells)])
        yield ""


def _row(cells: list[str]) -> str:
    return "| " + " | ".join(map(escaped, cells)) + " |"


def _anchor(identifier: str) -> str:
    return re.sub(r"[^\w.-]", "-", identifier)
