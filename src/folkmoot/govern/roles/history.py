"""Who joined and left which role when: one pass over the commits that touched a file of roles.

The states looked at are those the default branch really had (first parents), so that a role begins when the
change that gave it landed, at its committer's time. A role goes on when its line moves to another file, and
when a version in between cannot be read. Who stands in an alias of OWNERS_ALIASES has the roles it is given,
for as long as both are so. What a README said counts only where one still does. Nothing is said about what
lies before a shallow clone's end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from folkmoot.govern.roles.form import MOST_BYTES, Reading, read_file
from folkmoot.govern.roles.forms import all_forms, form_of
from folkmoot.govern.roles.forms.owners_aliases import ROLE as ALIAS
from folkmoot.govern.roles.roster import files_in_force, is_readme, names_somebody
from folkmoot.model.role import Change, Listing, Term
from folkmoot.sources.git.absent import refuse_absent
from folkmoot.sources.git.contents import contents
from folkmoot.sources.git.landings import Landing, trunk_touching
from folkmoot.sources.git.repository import Repository

Key = tuple[str, str, str]
"""A role's name and scope, and the holder's key: plain texts, which compare faster than roles."""
ALIASES = "OWNERS_ALIASES"
State = dict[Key, Listing]
"""What one version of one file says, by role and holder."""


def terms(repository: Repository) -> list[Term]:
    """Give every term in every role, in the order in which they began. Raises SourceError when git fails."""
    if not repository.tip:
        return []
    touching, start = trunk_touching(repository.git, repository.tip, _counted(repository))
    past = _Past(boundary=start if start in repository.boundary else "")
    states = _states(repository, touching)
    for commit in touching:
        past.land(commit, states)
    return past.all_terms()


def _counted(repository: Repository) -> Callable[[str], object]:
    """Tell which files count: READMEs are read through only where one says now who holds a role."""
    tree = repository.tree
    if any(is_readme(path) and names_somebody(tree, path) for path in files_in_force(tree.entries)):
        return form_of
    return lambda path: form_of(path) and not is_readme(path)


def _states(repository: Repository, commits: Iterable[Landing]) -> dict[tuple[str, str], State | None]:
    """Read every version of every file once: by (blob, path); None for what cannot be read."""
    wanted: dict[str, set[str]] = {}
    for commit in commits:
        for change in commit.changes:
            if change.after:
                wanted.setdefault(change.after, set()).add(change.path)
    git = repository.git if repository.fetching is None else repository.fetching
    found: dict[tuple[str, str], State | None] = {}
    absent = 0
    for blob, content, _ in contents(git, list(wanted), MOST_BYTES):
        absent += content is None
        for path in wanted[blob]:
            form = form_of(path)
            if form is not None:
                found[blob, path] = _state(read_file(form, path, content))
    refuse_absent(repository, absent, len(wanted))
    return found


def _state(reading: Reading) -> State | None:
    if reading.is_broken:
        return None
    return {
        (listing.role.name, listing.role.scope, listing.holder.key): listing
        for listing in reversed(reading.listings)
    }


@dataclass
class _Past:
    """Walks the versions forward and keeps who is in which role."""

    boundary: str = ""
    blobs: dict[str, State] = field(default_factory=dict)
    count: dict[Key, int] = field(default_factory=dict)
    counted: dict[str, State] = field(default_factory=dict)
    members: dict[str, dict[str, Listing]] = field(default_factory=dict)
    open: dict[Key, Term] = field(default_factory=dict)
    ended: list[Term] = field(default_factory=list)

    def land(self, commit: Landing, states: dict[tuple[str, str], State | None]) -> None:
        """Take one commit's changes in, all of them before anything is said to have ended."""
        for change in commit.changes:
            if not change.after:
                self.blobs.pop(change.path, None)
                continue
            state = states.get((change.after, change.path))
            if state is not None:
                self.blobs[change.path] = state
        touched = dict(self._recount(commit))
        moment = Change(commit.sha, commit.committed_at)
        for key, listing in touched.items():
            self._settle(key, listing, moment)

    def _recount(self, commit: Landing) -> Iterator[tuple[Key, Listing]]:
        """Bring the counts up to date with the files in force; give what came or went anywhere."""
        affected = {
            form.name: form for change in commit.changes if (form := form_of(change.path)) is not None
        }
        paths = {change.path for change in commit.changes}
        if ALIASES in paths:
            paths |= self._using(self._changed_aliases())
        for form in affected.values():
            if form.in_force is not _EVERY:
                mine = {path for path in (*self.blobs, *self.counted) if form_of(path) is form}
                in_force = set(form.in_force({path for path in mine if path in self.blobs}))
                for path in mine:
                    yield from self._replace(path, self.blobs[path] if path in in_force else {})
                paths -= mine
        for path in sorted(paths):
            yield from self._replace(path, self._expanded(self.blobs.get(path, {})))

    def _changed_aliases(self) -> set[str]:
        """Take in the aliases as they are now, and give those of which the members changed."""
        before, self.members = self.members, {}
        for (_, alias, key), listing in self.blobs.get(ALIASES, {}).items():
            self.members.setdefault(alias.casefold(), {})[key] = listing
        return {
            alias
            for alias in before.keys() | self.members.keys()
            if before.get(alias, {}).keys() != self.members.get(alias, {}).keys()
        }

    def _using(self, aliases: set[str]) -> set[str]:
        return {path for path, state in self.blobs.items() if any(key[2] in aliases for key in state)}

    def _expanded(self, state: State) -> State:
        """Replace aliases by their members; an alias that is not defined stays the group it is."""
        if not any(key[2] in self.members for key in state):
            return state
        found: State = {}
        for (role, scope, key), listing in state.items():
            inside = self.members.get(key) if role != ALIAS else None
            if inside is None:
                found[role, scope, key] = listing
            else:
                for member, one in inside.items():
                    found.setdefault((role, scope, member), replace(listing, holder=one.holder))
        return found

    def _replace(self, path: str, after: State) -> Iterator[tuple[Key, Listing]]:
        before = self.counted.get(path, {})
        for key in before.keys() - after.keys():
            self.count[key] -= 1
            yield key, before[key]
        for key in after.keys() - before.keys():
            self.count[key] = self.count.get(key, 0) + 1
            yield key, after[key]
        self.counted[path] = after

    def _settle(self, key: Key, listing: Listing, moment: Change) -> None:
        is_held = self.count.get(key, 0) > 0
        if is_held and key not in self.open:
            self.open[key] = Term(
                listing.role, listing.holder, listing.path, listing.line, moment,
                is_from_start=moment.commit == self.boundary, decision=listing.decision,
            )  # fmt: skip
        elif not is_held and key in self.open:
            self.ended.append(replace(self.open.pop(key), ended=moment))

    def all_terms(self) -> list[Term]:
        """Give the terms that ended and those that go on, in the order in which they began."""
        found = [*self.ended, *self.open.values()]
        return sorted(found, key=lambda t: (t.began.when, t.role.scope, t.role.name, t.holder.key))


_EVERY = next(form.in_force for form in all_forms() if form.name == "owners")
