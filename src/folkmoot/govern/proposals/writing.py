"""A new proposal in a community's own form: its template filled in, or headers like those of the newest."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from folkmoot.govern.proposals.dialects import all_dialects
from folkmoot.govern.proposals.header import Field, Header, UnreadError
from folkmoot.govern.proposals.layout import Layout
from folkmoot.model.errors import UsageError
from folkmoot.model.proposal import Proposal

OWN_PATH = "rfcs/{number}-{slug}.md"
"""Where the first proposal of a community goes that has none yet."""
OWN_KEYS = ("title", "authors", "status", "created")
SECTIONS = ("Summary", "Motivation", "Proposal", "Drawbacks", "Alternatives", "Open questions")
NEWEST = 20
NEAR = 100
"""Numbers this near to those of the newest proposals are of the series that runs now."""
_YAML = frozenset({"yaml", "front-matter"})
_NUMBER = re.compile(r"\b(?:N{4}|X{4}|0000)\b")
_TITLE = re.compile(
    r"(?i)<[^>]*title[^>]*>|feature name\s*$|your short, descriptive title|RFC title|DEP template"
)
_HEADER_LINES = 80


@dataclass(frozen=True)
class Draft:
    """What is known of a new proposal. `number` is as it is written, `place` its folder where needed."""

    title: str
    slug: str
    number: str
    is_numbered: bool
    authors: tuple[str, ...]
    created: date
    place: str = ""


def slug_of(title: str) -> str:
    """Give the part of a file's name that tells a title."""
    return "-".join(re.findall(r"[a-z0-9]+", title.lower()))[:60].strip("-") or "proposal"


def next_number(proposals: Sequence[Proposal]) -> int:
    """Give the next free number of the series that runs now: that of the proposals created last."""
    numbers = {one.number for one in proposals if one.number is not None}
    dated = sorted(
        (one.created, one.number) for one in proposals if one.created and one.number is not None
    )[-NEWEST:]  # fmt: skip
    if not dated:
        return max(numbers, default=0) + 1
    middle = sorted(number for _, number in dated)[len(dated) // 2]
    found = max(number for _, number in dated if abs(number - middle) <= NEAR) + 1
    while found in numbers:
        found += 1
    return found


def path_of(layout: Layout | None, draft: Draft, newest: str = "") -> str:
    """Give where a new proposal goes. Raises UsageError where the layout needs a place and none is given."""
    form = layout.new_path if layout else OWN_PATH
    if not form and layout:
        match = layout.match(newest)
        if not match or "number" not in match.groupdict():
            form = OWN_PATH
        else:
            slug = f"{newest[: match.start('slug')][-1]}{draft.slug}" if match["slug"] else ""
            suffix = newest[newest.rindex(".") :]
            return f"{newest[: match.start('number')]}{draft.number}{slug}{suffix}"
    if "{place}" in form and not draft.place:
        raise UsageError("Proposals lie in folders here.", hint="--place names one, such as sig-node.")
    return form.format(number=draft.number, slug=draft.slug, place=draft.place)


def filled(template: str, layout: Layout, draft: Draft) -> str:
    """Give a community's own template with what is known put in; everything else stays as it is."""
    header = _header(template, layout)
    lines = template.split("\n")
    values = _values(layout, draft)
    is_yaml = _is_yaml(template, layout)
    for one in reversed(header.fields):
        value = values.get(one.key)
        if value:
            _set(lines, one, value, is_yaml=is_yaml, is_number=one.key in layout.number_keys)
    naming = {one.line - 1 for one in header.fields if one.key in (*layout.number_keys, "proposal")}
    for place, line in enumerate(lines[:_HEADER_LINES]):
        if line.lstrip().startswith(("<!--", "- [", "//")):
            continue
        new = _TITLE.sub(lambda _: draft.title, line) if _is_heading(lines, place) else line
        names_it = place in naming
        if draft.is_numbered and (names_it or _is_heading(lines, place)):
            new = _NUMBER.sub(draft.number, new)
        if names_it:
            new = re.sub(r"\b(?:0000|NNNN|XXXX|\d{4})-filename\.md", f"{draft.number}-{draft.slug}.md", new)
        if new != line:
            _fit_underlines(lines, place, line, new)
    return "\n".join(lines)


def like_newest(newest: str, layout: Layout, draft: Draft) -> str:
    """Give a document with the header keys of the newest one, in its dialect, and usual sections."""
    name = _dialect(newest, layout)
    header = all_dialects()[name].read(newest)
    keys = [_written(newest, one) for one in header.fields] if header else list(OWN_KEYS)
    values = _values(layout, draft)
    pairs = [(key, values.get(" ".join(key.casefold().replace("-", " ").split()), "")) for key in keys]
    return _document(name, pairs, draft)


def own(draft: Draft) -> str:
    """Give the first proposal of a community that has no form yet."""
    values = {
        "title": draft.title,
        "authors": draft.authors,
        "status": "draft",
        "created": draft.created.isoformat(),
    }
    return _document("front-matter", [(key, values[key]) for key in OWN_KEYS], draft)


def _values(layout: Layout, draft: Draft) -> dict[str, str | tuple[str, ...]]:
    """Give the values that are known, by key in lower case."""
    found: dict[str, str | tuple[str, ...]] = {}
    told: tuple[tuple[tuple[str, ...], str | tuple[str, ...]], ...] = (
        (layout.title_keys, draft.title),
        (layout.author_keys, draft.authors),
        (layout.created_keys, draft.created.strftime(layout.date_form)),
        (layout.status_keys, layout.new_word),
        (layout.number_keys, draft.number if draft.is_numbered else ""),
        (("feature name",), draft.slug.replace("-", "_")),
        (("owning sig",), draft.place.partition("/")[0]),
    )
    for keys, value in told:
        found |= dict.fromkeys(keys, value) if value else {}
    if draft.is_numbered and draft.number.isdigit():
        found |= {key: str(int(draft.number)) for key in layout.number_keys}
    return found


def _set(
    lines: list[str], one: Field, value: str | tuple[str, ...], *, is_yaml: bool, is_number: bool
) -> None:
    """Put a value behind its key, in place of what stood there, on this line and on those it went on to."""
    place = one.line - 1
    head = re.match(r"(\s*:[^:]+:|[^:]*:)[*_]{0,2}", lines[place])
    if not head:
        return
    after = place + 1
    while (
        after < len(lines) and re.match(r"\s+\S|- ", lines[after]) and (is_yaml or lines[after][:1] in " \t")
    ):
        after += 1
    if is_yaml and after > place + 1 and not isinstance(value, str):
        lines[place:after] = [head[0], *(f"  - {_scalar(item)}" for item in value)]
        return
    text = value if isinstance(value, str) else ", ".join(value)
    lines[place:after] = [f"{head[0]} {_scalar(text) if is_yaml and not is_number else text}"]


def _scalar(text: str) -> str:
    """Give a text as YAML, in quotes where it would not read back as itself."""
    plain = re.fullmatch(r"[A-Za-z0-9](?:[\w ./,()<>+-]|:(?! |$))*", text) and not re.fullmatch(
        r"[\d.]+|(?i:yes|no|true|false|null)", text
    )
    return text if plain and not text.endswith(" ") else json.dumps(text, ensure_ascii=False)


def _is_heading(lines: Sequence[str], place: int) -> bool:
    below = lines[place + 1] if place + 1 < len(lines) else ""
    return lines[place].startswith("# ") or bool(
        re.fullmatch(r"([=\-~*#^])\1{2,}\s*", below) and lines[place]
    )


def _fit_underlines(lines: list[str], place: int, old: str, new: str) -> None:
    """Put a line in place; lines of the heading that were as long as it stay as long as it."""
    lines[place] = new
    for near in (place - 1, place + 1):
        if (
            0 <= near < len(lines)
            and re.fullmatch(r"([=\-~*#^])\1{2,}", lines[near])
            and len(lines[near]) == len(old)
        ):
            lines[near] = lines[near][0] * len(new)


def _document(name: str, pairs: Sequence[tuple[str, str | Sequence[str]]], draft: Draft) -> str:
    """Give a whole document in a dialect."""
    flat = [(key, value if isinstance(value, str) else ", ".join(value)) for key, value in pairs]
    is_rest = name in ("rest", "mail")
    heading = f"{draft.title}\n{'=' * len(draft.title)}\n" if is_rest else f"# {draft.title}\n"
    sections = "".join(
        f"\n{section}\n{'-' * len(section)}\n" if is_rest else f"\n## {section}\n" for section in SECTIONS
    )
    if name in _YAML:
        head = "".join(f"{key}:{_yaml_value(value)}\n" for key, value in pairs)
        return head if name == "yaml" else f"---\n{head}---\n\n{heading}{sections}"
    if name == "mail":
        return "".join(f"{key}: {value}\n" for key, value in flat) + f"\n{heading}{sections}"
    if name == "rest":
        return f"{heading}\n" + "".join(f":{key}: {value}\n" for key, value in flat) + sections
    return f"{heading}\n" + "".join(f"- {key}: {value}\n" for key, value in flat) + sections


def _yaml_value(value: str | Sequence[str]) -> str:
    if isinstance(value, str):
        return f" {_scalar(value)}" if value else ""
    return "".join(f"\n  - {_scalar(item)}" for item in value)


def _header(text: str, layout: Layout) -> Header:
    try:
        return all_dialects()[_dialect(text, layout)].read(text) or Header(())
    except UnreadError:
        return Header(())


def _dialect(text: str, layout: Layout) -> str:
    """Give the dialect in which a text has a header; the layout's first one where it has none."""
    for name in layout.dialects:
        try:
            if all_dialects()[name].read(text):
                return name
        except UnreadError:
            continue
    return layout.dialects[0]


def _is_yaml(text: str, layout: Layout) -> bool:
    return _dialect(text, layout) in _YAML


def _written(text: str, one: Field) -> str:
    """Give a field's key as it stands in the text."""
    line = text.split("\n")[one.line - 1]
    match = re.match(r"\s*(?:[-*+•]\s+|:)?[*_]{0,2}([^:*]+)", line)
    return match[1].strip() if match else one.key


def places(paths: Mapping[str, str], layout: Layout) -> list[str]:
    """Give the folders in which documents of a layout lie, by the `place` in their paths."""
    matches = (layout.match(path) for path in paths)
    found = {match["place"].strip("/") for match in matches if match and match.groupdict().get("place")}
    return sorted(found)
