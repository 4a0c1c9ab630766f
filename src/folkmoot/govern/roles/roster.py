"""Who holds what at one commit: every file of roles read, groups expanded to the people in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from folkmoot.govern.roles.form import MOST_BYTES, Reading, read_file
from folkmoot.govern.roles.forms import all_forms, form_of
from folkmoot.govern.roles.forms.owners_aliases import ROLE as ALIAS
from folkmoot.govern.roles.forms.readme import BESIDE
from folkmoot.govern.roles.forms.readme import NAME as README
from folkmoot.i18n import Message
from folkmoot.model.check import Tree
from folkmoot.model.problem import Problem
from folkmoot.model.role import Holder, Listing, Roster
from folkmoot.sources.git.contents import contents
from folkmoot.sources.git.tree import GitTree


def files_in_force(paths: Iterable[str]) -> list[str]:
    """Give the paths that are files of roles and count, sorted.

    A README is one of them where no other file says who holds a role, though most name nobody (`is_readme`).
    """
    found: dict[str, set[str]] = {}
    for path in paths:
        if form := form_of(path):
            found.setdefault(form.name, set()).add(path)
    if found.keys() - BESIDE:
        found.pop(README, None)
    return sorted(
        path for form in all_forms() if form.name in found for path in form.in_force(found[form.name])
    )


def is_readme(path: str) -> bool:
    """Tell whether a file of roles is a README, which is one only where it names somebody."""
    form = form_of(path)
    return form is not None and form.name == README


def names_somebody(tree: Tree, path: str) -> bool:
    """Tell whether a README says who holds a role."""
    form = form_of(path)
    return form is not None and bool(read_file(form, path, tree.read(path, MOST_BYTES)).listings)


def read_roster(tree: Tree) -> Roster:
    """Read every file of roles of a tree. Nothing is raised for what is in a file."""
    readings = []
    for path, content in _contents(tree, files_in_force(tree.paths())):
        form = form_of(path)
        if form is not None:
            reading = read_file(form, path, content)
            if form.name != README or reading.listings:
                readings.append(reading)
    return roster_of(readings, tree.commit if isinstance(tree, GitTree) else "")


def _contents(tree: Tree, paths: list[str]) -> Iterator[tuple[str, bytes | None]]:
    """Give the content of each path, out of one git call where the tree is one of git."""
    if not isinstance(tree, GitTree):
        yield from ((path, tree.read(path, MOST_BYTES)) for path in paths)
        return
    blobs = [tree.entries[path] for path in paths]
    read = contents(tree.fetching or tree.git, blobs, MOST_BYTES)
    yield from ((path, content) for path, (_, content, _) in zip(paths, read, strict=True))


def roster_of(readings: Iterable[Reading], commit: str = "") -> Roster:
    """Put what several files say together, completing people by what is said about them elsewhere."""
    readings = list(readings)
    people = {person.key: person for reading in readings for person in reading.people if person.key}
    listings = [_completed(listing, people) for reading in readings for listing in reading.listings]
    forms = {form.name for reading in readings if (form := form_of(reading.path)) is not None}
    problems = tuple(problem for reading in readings for problem in reading.problems)
    problems += tuple(_undefined(listings))
    return Roster(commit, tuple(listings), problems, people, tuple(sorted(forms)))


def _completed(listing: Listing, people: dict[str, Holder]) -> Listing:
    known = people.get(listing.holder.key)
    if known is None:
        return listing
    said = listing.holder
    whole = replace(
        said, name=said.name or known.name, email=said.email or known.email,
        employer=said.employer or known.employer,
    )  # fmt: skip
    return replace(listing, holder=whole)


def _undefined(listings: Iterable[Listing]) -> Iterator[Problem]:
    """Name the aliases that a file uses and OWNERS_ALIASES does not have, each once a file."""
    listings = list(listings)
    known = {listing.role.scope.casefold() for listing in listings if listing.role.name == ALIAS}
    seen = set()
    for each in listings:
        key = each.holder.key
        is_alias = each.holder.is_group and each.path.rpartition("/")[2] == "OWNERS" and "/" not in key
        if is_alias and key not in known and (each.path, key) not in seen:
            seen.add((each.path, key))
            yield Problem(
                each.path, each.line,
                Message("{alias} is no alias of OWNERS_ALIASES.", {"alias": each.holder.handle}),
                "define it there, or take it out.", "unknown-alias",
            )  # fmt: skip


def expanded(listings: Iterable[Listing]) -> list[Listing]:
    """Replace every alias of OWNERS_ALIASES by its members, and leave the alias lists themselves out."""
    listings = list(listings)
    members: dict[str, list[Listing]] = {}
    for listing in listings:
        if listing.role.name == ALIAS:
            members.setdefault(listing.role.scope.casefold(), []).append(listing)
    found: dict[tuple[object, str, str], Listing] = {}
    for listing in listings:
        if listing.role.name == ALIAS:
            continue
        inside = members.get(listing.holder.key)
        for each in [listing] if inside is None else [replace(listing, holder=m.holder) for m in inside]:
            found.setdefault((each.role, each.holder.key, each.path), each)
    return list(found.values())


def current(roster: Roster) -> list[Listing]:
    """Give who holds what now: aliases expanded, emeriti and teams left out, in the order of the files."""
    return [each for each in expanded(roster.listings) if not each.role.is_past and not each.holder.is_group]
