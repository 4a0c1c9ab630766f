"""Panels on the packages: how many of which kind, what is not locked, what moves, what is there twice."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from folkmoot.i18n import Message, Text
from folkmoot.model.component import Component
from folkmoot.model.metric import Better, Shape
from folkmoot.model.page import Entry, Panel, Point
from folkmoot.model.tagged_actions import runs_by_tag_only
from folkmoot.views.supplying.known import ASKED, NEEDED, UNSAID, Supply

NOW = "all time"
MOST_KINDS = 12
MOST_SHOWN = 20
MOST_SEVERAL = 10
NESTED = frozenset({"npm", "cargo"})
"""Ecosystems in which one program may hold several versions of a package."""
KINDS = {
    "npm": "JavaScript", "pypi": "Python", "cargo": "Rust", "golang": "Go", "gem": "Ruby", "composer": "PHP",
    "maven": "Java", "nuget": ".NET", "hex": "Elixir", "github": "Actions", "docker": "Images",
}  # fmt: skip
BY_TAG = "It only runs from a tag, so that nobody can name its commit."
FROM_FILES = (
    "From the manifests and lock files of the newest commit on the default branch; nothing was installed."
)


def packages_panel(supply: Supply) -> Panel:
    """Give how many packages there are by ecosystem, and who wants them."""
    points = [
        Point(
            NOW, supply.counts[kind][who], supply.counts[kind].total(), label=KINDS.get(kind, kind), part=who
        )
        for kind in list(supply.counts)[:MOST_KINDS]
        for who in (ASKED, NEEDED, UNSAID)
        if any(counts[who] for counts in supply.counts.values())
    ]
    asked = sum(counts[ASKED] for counts in supply.counts.values())
    needed = sum(counts[NEEDED] for counts in supply.counts.values())
    unsaid = sum(counts[UNSAID] for counts in supply.counts.values())
    values: dict[str, str | int | float] = {"asked": asked, "needed": needed, "unsaid": unsaid}
    headline: Text = Message("Packages asked for here: {asked}. Packages those bring: {needed}.", values)
    if unsaid and not needed:
        headline = Message(
            "Packages asked for here: {asked}. Others of which no file says who wants them: {unsaid}.", values
        )
    elif not needed:
        headline = Message("Packages asked for here: {asked}. What those bring is not locked here.", values)
    return Panel(
        id="supply-packages",
        title="What it is made of",
        question="How many packages does this project depend on, of which kind, and who wants them?",
        unit=None,
        better=Better.NEITHER,
        shape=Shape.GRID,
        points=tuple(points),
        headline=headline,
        caveat=FROM_FILES,
    )


def locked_panel(supply: Supply) -> Iterator[Panel]:
    """Give the manifests whose packages may come in any version."""
    found = sorted(supply.unlocked, key=lambda pair: (-pair[1], pair[0].path))
    if not found:
        return
    yield Panel(
        id="supply-unlocked",
        title="Without a lock file",
        question="Which packages may be another version tomorrow?",
        unit=None,
        better=Better.NEITHER,
        shape=None,
        entries=tuple(
            Entry(
                manifest.path, manifest.path, KINDS.get(manifest.ecosystem, manifest.ecosystem),
                (
                    Message(
                        "Packages without one exact version: {open} of {all}.",
                        {"open": count, "all": len({each.purl.package for each in manifest.components})},
                    ),
                ),
            )
            for manifest, count in found[:MOST_SHOWN]
        ),
        more=max(0, len(found) - MOST_SHOWN),
        headline=Message("Files without a lock file beside or above them: {count}.", {"count": len(found)})
        if len(found) > 1
        else "One file has no lock file beside or above it.",
        caveat="For a library this is usual: who uses it chooses the versions. For what is run or deployed, "
        "commit the lock file its tool writes, so that everybody builds the same.",
    )  # fmt: skip


def movable_panel(supply: Supply) -> Iterator[Panel]:
    """Give the actions and images that are named by what can move."""
    names: dict[str, list[str]] = {}
    for each in supply.movable:
        names.setdefault(_named(each), []).append(each.place)
    if not names:
        return
    found = sorted(names.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    images = {_named(each) for each in supply.movable if each.purl.type == "docker"}
    yield Panel(
        id="supply-movable",
        title="Actions and images that can change by themselves",
        question="What runs when this is built that somebody else can replace without a change here?",
        unit=None,
        better=Better.NEITHER,
        shape=None,
        entries=tuple(
            Entry(
                name, name, "image" if name in images else "action",
                (_places(places), *([BY_TAG] if runs_by_tag_only(name.partition("@")[0]) else [])),
            )
            for name, places in found[:MOST_SHOWN]
        ),
        more=max(0, len(found) - MOST_SHOWN),
        headline=Message("Named by a tag or a branch, which move: {count}.", {"count": len(found)}),
        caveat="A whole commit id or a digest can't move; `folkmoot fix pinned-actions` shows the edit for "
        "actions whose commit is known here.",
    )  # fmt: skip


def several_panel(supply: Supply) -> Iterator[Panel]:
    """Give the packages that are there in several versions at once."""
    found = list(supply.versions.items())
    if not found:
        return
    yield Panel(
        id="supply-several",
        title="In several versions",
        question="Which packages are there in more than one version?",
        unit=None,
        better=Better.NEITHER,
        shape=None,
        entries=tuple(
            Entry(
                str(package), package.full_name,
                Message("{count} versions", {"count": len(versions)}),
                (Message("{versions}", {"versions": ", ".join(versions[:8])}),),
            )
            for package, versions in found[:MOST_SEVERAL]
        ),
        more=max(0, len(found) - MOST_SEVERAL),
        headline=Message("Packages in more than one version: {count}.", {"count": len(found)})
        if len(found) > 1
        else "One package is there in more than one version.",
        caveat=_why_several({package.type for package, _ in found}),
    )  # fmt: skip


def _why_several(kinds: Collection[str]) -> Text:
    """Give what several versions of one package mean where these kinds of packages are."""
    if not NESTED.isdisjoint(kinds):
        return "In JavaScript and Rust this is usual and often harmless; updates have to reach each of them."
    if set(kinds) == {"pypi"}:
        return (
            "One environment holds one of them: several files may name one each, and a lock file one for "
            "each range of Pythons or systems."
        )
    return "Updates have to reach each of them."


def _named(component: Component) -> str:
    """Give an action or image as the file names it."""
    between = "@" if component.purl.type == "github" else ":"
    name = component.purl.full_name
    return f"{name}{between}{component.requirement}" if component.requirement else name


def _places(places: list[str]) -> Text:
    values: dict[str, str | int | float] = {"place": places[0], "more": len(places) - 1}
    if len(places) == 1:
        return Message("In {place}.", values)
    return (
        Message("In {place} and {more} places more.", values)
        if len(places) > 2
        else Message("In {place} and one place more.", values)
    )
