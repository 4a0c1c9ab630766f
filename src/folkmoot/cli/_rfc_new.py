"""`folkmoot rfc new`: a new proposal in the form that a community already has."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from folkmoot.model.errors import FolkmootError, HostileInputError, UsageError
from folkmoot.model.hints import WRITABLE
from folkmoot.sources import clock
from folkmoot.sources.whole_file import make

if TYPE_CHECKING:
    from folkmoot.govern.proposals.layout import Layout
    from folkmoot.govern.proposals.reading import Reading
    from folkmoot.govern.proposals.writing import Draft
    from folkmoot.sources.git.repository import Repository

MOST_BYTES = 1 << 18
_PLACE = re.compile(r"[A-Za-z0-9][\w.-]{0,60}(?:/[A-Za-z0-9][\w.-]{0,60}){0,3}")


@click.command()
@click.argument("title")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
@click.option("--author", "authors", multiple=True, envvar="FOLKMOOT_HANDLE", metavar="NAME",
              help="Who proposes it, as it shall stand there (again for more).")  # fmt: skip
@click.option("--number", metavar="N|next",
              help="Its number; without it the next, or none yet where numbers come later.")  # fmt: skip
@click.option("--place", default="", metavar="FOLDER", help="Where proposals lie in folders: in which.")
@click.option("--layout", "layout_name", default="", metavar="NAME", help="How proposals are kept here.")
def new(
    title: str, folder: Path, authors: tuple[str, ...], number: str | None, place: str, layout_name: str
) -> None:
    """Write a new proposal called TITLE into FOLDER (default: here), in the community's own form.

    Its template is filled in where it has one. Nothing that is there is written over.
    """
    from folkmoot.govern.proposals import writing
    from folkmoot.sources.git.repository import Options, open_repository

    name = " ".join(title.split())
    if not name or not name.isprintable():
        raise UsageError("A proposal needs a title on one line.", hint="give it in quotes.")
    if place and not _PLACE.fullmatch(place):
        raise UsageError(f"{place[:80]!r} is no folder.", hint="--place sig-node")
    for author in authors:
        if not author.isprintable():
            raise UsageError(f"{author[:80]!r} is no name.", hint="write it without control characters.")
    with open_repository(str(folder), Options(lines="always")) as opened:
        reading = _reading(opened, layout_name)
        layout = reading.layout if reading else None
        root = _work_tree(folder)
        digits, is_numbered = _number(number, layout, reading, writing.slug_of(name))
        draft = writing.Draft(
            title=name,
            slug=writing.slug_of(name),
            number=digits,
            is_numbered=is_numbered,
            authors=authors,
            created=clock.today(),
            place=place or _only_place(opened, layout),
        )
        newest = _newest(reading)
        path = writing.path_of(layout, draft, newest)
        while is_numbered and number in (None, "next") and (root / path).exists():
            # It is taken by a proposal that was written here and is not committed yet.
            draft = replace(draft, number=str(int(draft.number) + 1).zfill(len(draft.number)))
            path = writing.path_of(layout, draft, newest)
        files = _files(opened, layout, draft, path, newest)
    _write(root, files)
    for path in files:
        click.echo(path)
    if layout and layout.waiting and not is_numbered:
        click.echo("Its number is given when it is opened; --number N or --number next names one.", err=True)


def _reading(opened: Repository, layout_name: str) -> Reading | None:
    """Give the proposals that are there; None where there is none and no layout was named."""
    from folkmoot.govern.proposals.layouts import all_layouts
    from folkmoot.govern.proposals.reading import read_proposals

    if layout_name and layout_name not in all_layouts():
        raise UsageError(
            f"There is no layout {layout_name!r}.", hint=f"there are {', '.join(all_layouts())}."
        )
    if layout_name:
        return read_proposals(opened, all_layouts()[layout_name])
    try:
        return read_proposals(opened)
    except UsageError:
        return None


def _number(asked: str | None, layout: Layout | None, reading: Reading | None, slug: str) -> tuple[str, bool]:
    """Give the number as it is written, and whether it is one already."""
    from folkmoot.govern.proposals.writing import next_number

    if asked not in (None, "next") and not re.fullmatch(r"[1-9]\d{0,5}", str(asked)):
        raise UsageError(f"{asked!r} is no number.", hint="--number 12, or --number next")
    if asked is None and layout and layout.waiting:
        return layout.waiting.format(slug=slug), False
    is_next = asked is None or asked == "next"
    found = next_number(reading.proposals if reading else ()) if is_next else int(str(asked))
    return str(found).zfill(_width(layout, reading)), True


def _width(layout: Layout | None, reading: Reading | None) -> int:
    """Give how many digits numbers have here."""
    newest = _newest(reading)
    match = layout.match(newest) if layout and newest else None
    digits = match.groupdict().get("number") if match else None
    return len(digits or "0000")


def _newest(reading: Reading | None) -> str:
    """Give the path of the proposal with the highest number."""
    numbered = [one for one in reading.proposals if one.number is not None] if reading else []
    return max(numbered, key=lambda one: one.number or 0).path if numbered else ""


def _only_place(opened: Repository, layout: Layout | None) -> str:
    """Give the folder of a layout that has only one, or a usual one."""
    from folkmoot.govern.proposals.writing import places

    if layout is None or "{place}" not in layout.new_path:
        return ""
    found = places(opened.tree.entries, layout)
    return found[0] if len(found) == 1 or layout.name == "eip" else ""


def _files(opened: Repository, layout: Layout | None, draft: Draft, path: str, newest: str) -> dict[str, str]:
    """Give the files to write by path: the document, and what the community keeps beside it."""
    from folkmoot.govern.proposals.writing import filled, like_newest, own

    if layout is None:
        return {path: own(draft)}
    template = next((one for one in layout.templates if one in opened.tree.entries), "")
    if not template:
        return {path: like_newest(_text(opened, newest), layout, draft) if newest else own(draft)}
    files = {path: filled(_text(opened, template), layout, draft)}
    for name in layout.beside:
        source = f"{template.rpartition('/')[0]}/{name}"
        if source in opened.tree.entries:
            files[f"{path.rpartition('/')[0]}/{name}"] = filled(_text(opened, source), layout, draft)
    return files


def _text(opened: Repository, path: str) -> str:
    from folkmoot.sources.git.contents import contents

    (found,) = contents(opened.fetching or opened.git, [opened.tree.entries[path]], MOST_BYTES)
    return (found[1] or b"").decode("utf-8", "replace")


def _work_tree(folder: Path) -> Path:
    """Give the top of the work tree a folder is in. Raises UsageError where there is none."""
    for place in (folder.resolve(), *folder.resolve().parents):
        if (place / ".git").exists():
            return place
    raise UsageError(f"{folder} has no files to add to: it is no work tree.", hint="clone it first.")


def _write(root: Path, files: dict[str, str]) -> None:
    """Write new files.

    Raises UsageError where one is there already, HostileInputError where a link leads elsewhere, and
    FolkmootError where they cannot be written.
    """
    for path in files:
        place = root / path
        for part in (place, *place.parents):
            if part == root:
                break
            if part.is_symlink():
                raise HostileInputError(f"{part} is a link.", hint="links are not followed.")
        if place.exists():
            raise UsageError(
                f"{place} is there already, and is not written over.", hint="take another title or --number."
            )
    try:
        make({root / path: text.encode() for path, text in files.items()})
    except OSError as error:
        raise FolkmootError(
            f"{error.filename} cannot be written: {error.strerror}.", hint=WRITABLE
        ) from error
