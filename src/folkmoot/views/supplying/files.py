"""Panels on the files: where each package comes from, what is apart, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from folkmoot.i18n import Message, Text
from folkmoot.model.component import Kind, Manifest
from folkmoot.model.metric import Better
from folkmoot.model.page import Entry, Panel
from folkmoot.model.purl import Purl
from folkmoot.views.supplying.known import Supply, is_exact

MOST_SHOWN = 40
MOST_UNREAD = 20
TOGETHER = 4
"""So many files of one name are told as one."""
KINDS = {Kind.MANIFEST: "asks", Kind.LOCK: "locks"}


def files_panel(supply: Supply) -> Panel:
    """Give the files that name packages, those that name most first."""
    found = list(supply.files.items())
    apart = supply.apart
    values: dict[str, str | int | float] = {
        "count": apart.total(),
        "folders": ", ".join(name for name, _ in apart.most_common(5)),
    }
    return Panel(
        id="supply-files",
        title="Where it stands",
        question="Which files say what this project depends on?",
        unit=None,
        better=Better.NEITHER,
        shape=None,
        entries=tuple(_entry(each, packages) for each, packages in found[:MOST_SHOWN]),
        more=max(0, len(found) - MOST_SHOWN),
        headline=Message("Files that name packages: {count}.", {"count": len(found)}),
        caveat=Message(
            "Files not counted, as they lie in folders of test data, examples or copies of others "
            "({folders}): {count}.",
            values,
        )
        if apart
        else "",
    )


def _entry(manifest: Manifest, packages: frozenset[Purl]) -> Entry:
    """Give one file and how many packages it names, each once however often it is named."""
    exact_of: dict[Purl, bool] = {}
    for each in manifest.components:
        package = each.purl.package
        if package in packages:
            exact_of[package] = is_exact(each) and exact_of.get(package, True)
    exact = sum(exact_of.values())
    values: dict[str, str | int | float] = {"count": len(exact_of), "exact": exact}
    told: Text = Message("Packages: {count}, {exact} of them by exact version.", values)
    if exact == len(exact_of):
        told = Message("Packages: {count}, by exact version.", values)
    elif not exact:
        told = Message("Packages: {count}, none by exact version.", values)
    return Entry(manifest.path, manifest.path, KINDS[manifest.kind], (told,))


def _foreign(paths: Sequence[str]) -> Iterator[Entry]:
    """Give the files of unknown forms, those of one name together: many builds have one in each folder."""
    named: dict[str, list[str]] = {}
    for path in paths:
        named.setdefault(path.rpartition("/")[2], []).append(path)
    state = "a form that is not read here"
    for name, places in named.items():
        if len(places) < TOGETHER:
            yield from (Entry(path, path, state) for path in places)
        else:
            values: dict[str, str | int | float] = {"place": places[0], "more": len(places) - 1}
            yield Entry(name, name, state, (Message("In {place} and {more} places more.", values),))


def unread_panel(supply: Supply) -> Iterator[Panel]:
    """Give what could not be read: broken files, contents not in this clone, forms that are not known."""
    inventory = supply.inventory
    entries = [
        Entry(place, place, "not understood", (problem.what,))
        for problem in inventory.problems
        for place in [f"{problem.file}:{problem.line}" if problem.line else problem.file]
    ]
    entries += [Entry(path, path, "not in this clone") for path in inventory.unread]
    entries += _foreign(inventory.foreign)
    if not entries and not inventory.left_out:
        return
    yield Panel(
        id="supply-unread",
        title="What could not be read",
        question="What may name packages that are not counted here?",
        unit=None,
        better=Better.NEITHER,
        shape=None,
        entries=tuple(entries[:MOST_UNREAD]),
        more=max(0, len(entries) - MOST_UNREAD) + inventory.left_out,
        caveat="A program such as build.gradle says what it needs when it runs, and nothing is run here.",
    )
