"""Whose commits are, as GitLab knows by addresses that an account has confirmed, through its GraphQL.

REST tells the addresses of a commit's author and not whose they are. One question tells it of the newest
commits of up to a hundred merge requests; what was squashed became another commit, which is asked for by its
hash, many at once. The fields are `MergeRequest.commits` (of 2022), `Commit.author` and `Repository.commit`
(of 2025): https://docs.gitlab.com/api/graphql/reference/. By its rules
(https://docs.gitlab.com/api/graphql/#limits) they cost about 20 and 200 of the 250 points a question may.
Only confirmed addresses count (https://gitlab.com/gitlab-org/gitlab/-/merge_requests/21214, of 2019), but a
GitLab may look at commits through the project's `.mailmap`: it tells no more than that file then
(https://gitlab.com/gitlab-org/gitlab/-/merge_requests/167667).

Where GraphQL is refused or knows no such field, that is said once, and nothing else is missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from folkmoot.i18n import Message
from folkmoot.model.forge import Account, Authored, Record
from folkmoot.sources.forges.gitlab import rows
from folkmoot.sources.forges.gitlab.asking import Asking, RefusedError
from folkmoot.sources.typed_rows import Row, WrongFieldError
from folkmoot.sources.web.client import PassingError
from folkmoot.sources.web.pages import Pages
from folkmoot.sources.web.patience import pause

COMMITS = 10
"""Newest commits of a merge request that are asked for; nearly all have fewer."""
SMALLEST = 5
"""Fewest things asked for at once, however hard it is for the forge."""
NOT_TOLD = "{host}: whose commits are is not told, so accounts join fewer authors: {why}"
NOT_SQUASHED = "{host}: whose squashed commits are is not told, so accounts join fewer authors: {why}"
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_AUTHOR = "sha author { username name }"
CHANGES = f"""query Authors($project: ID!, $changes: [String!], $size: Int) {{
  project(fullPath: $project) {{
    mergeRequests(iids: $changes, first: $size) {{
      nodes {{ iid commits(first: {COMMITS}) {{ nodes {{ {_AUTHOR} }} }} }}
    }}
  }}
}}
"""


def of_changes(numbers: Sequence[str]) -> tuple[str, dict[str, Any]]:
    """Give one question for the commits of merge requests, and its variables."""
    return CHANGES, {"changes": list(numbers), "size": len(numbers)}


def of_commits(hashes: Sequence[str]) -> tuple[str, dict[str, Any]]:
    """Give one question for commits by their hashes, and its variables; `c0` answers the first."""
    names = ", ".join(f"$c{place}: String!" for place in range(len(hashes)))
    fields = "\n".join(
        f"    c{place}: commit(ref: $c{place}) {{ {_AUTHOR} }}" for place in range(len(hashes))
    )
    query = f"query Squashed($project: ID!, {names}) {{\n  project(fullPath: $project) {{ repository {{\n"
    return f"{query}{fields}\n  }} }}\n}}\n", {f"c{place}": sha for place, sha in enumerate(hashes)}


class _Sort(NamedTuple):
    """A sort of question: how it is put, of how many things at once at the most, how a refusal is said."""

    put: Callable[[Sequence[str]], tuple[str, dict[str, Any]]]
    most: int
    refusal: str


BY_CHANGE = _Sort(of_changes, 100, NOT_TOLD)
BY_COMMIT = _Sort(of_commits, 30, NOT_SQUASHED)


class Authors:
    """Asks whose commits are, until that is refused. `root` is where REST has the project."""

    def __init__(self, pages: Pages, project: str, root: str) -> None:
        self.pages = pages
        self.asking = Asking(pages, project)
        self.root = root
        self._sizes = {sort: sort.most for sort in (BY_CHANGE, BY_COMMIT)}

    def of(self, entries: Sequence[Row]) -> list[Record]:
        """Give whose the commits of merge requests are."""
        changes = dict(_keyed(entries, lambda row: str(row.number("iid"))))
        found: list[Record] = []
        for project in self._asked(BY_CHANGE, list(changes)):
            for change in self._nodes(project, "mergeRequests")[: BY_CHANGE.most]:
                on = changes.get(str(change.values.get("iid")))
                commits = self._nodes(change, "commits")[:COMMITS] if on else []
                found += [made for commit in commits if on for made in self._made(commit, on)]
        if not self._sizes[BY_CHANGE]:
            return found
        landed = dict(_keyed(changes.values(), _squashed))
        for project in self._asked(BY_COMMIT, list(landed)):
            repository = self._inner(project, "repository")
            for place in range(BY_COMMIT.most if repository else 0):
                commit = self._inner(repository, f"c{place}")
                on = landed.get(str(commit.values.get("sha"))) if commit else None
                found += self._made(commit, on) if commit and on else []
        return found

    def _asked(self, sort: _Sort, things: Sequence[str]) -> Iterator[Row]:
        """Yield the project as each batch of things is told, asking for less where the forge needs that."""
        done = 0
        while done < len(things) and self._sizes[sort]:
            batch = things[done : done + self._sizes[sort]]
            try:
                project = self.asking.ask(*sort.put(batch))
            except RefusedError as error:
                self._end(sort, error.why)
            except PassingError as error:
                self._less(sort, len(batch), error)
            else:
                done += len(batch)
                yield project

    def _less(self, sort: _Sort, size: int, error: PassingError) -> None:
        """Ask for less from now on, or no more. Raises UnreachableError where the whole forge is away."""
        self.pages.client.rest(pause(0))
        if size > SMALLEST:
            self._sizes[sort] = max(SMALLEST, size // 3)
            return
        self.pages.one(self.root)  # one that answers nothing now is asked for this page again another time
        self._end(sort, error.what)

    def _end(self, sort: _Sort, why: str) -> None:
        self._sizes[sort] = 0
        client = self.pages.client
        client.access.tell(Message(sort.refusal, {"host": client.host, "why": why}))

    def _inner(self, row: Row | None, field: str) -> Row | None:
        """Give the object in a field, None where it is not shown, or makes no sense."""
        try:
            return row.row(field) if row else None
        except WrongFieldError as error:
            self.pages.wrong(error)
            return None

    def _nodes(self, row: Row, field: str) -> list[Row]:
        """Give the nodes of a list; those one may not see are null there, and left out."""
        listed = self._inner(row, field)
        return list(listed.rows("nodes", self.pages.wrong, skip_null=True)) if listed else []

    def _made(self, commit: Row, on: Row) -> list[Record]:
        """Give whose a commit of a merge request is; nothing where no account has its address."""
        try:
            who = rows.account(commit, "author")
            return [_authored(commit, on, who)] if who.login else []
        except WrongFieldError as error:
            self.pages.wrong(error)
            return []


def _authored(commit: Row, on: Row, who: Account) -> Authored:
    sha = commit.word("sha")
    if not _COMMIT.fullmatch(sha):
        raise commit.wrong("sha", "the hash of a commit", sha)
    at = on.moment("merged_at", optional=True) or on.moment("updated_at")
    return Authored(on.number("iid"), f"change:{on.identity('id')}:commit:{sha}", sha, who, at)


def _squashed(row: Row) -> str:
    """Give the commit that a merged change was squashed into, "" where it was not."""
    sha = row.word("squash_commit_sha", default="")
    return sha if rows.has_ended(row) == "merged" and _COMMIT.fullmatch(sha) else ""


def _keyed(entries: Iterable[Row], key: Callable[[Row], str]) -> Iterator[tuple[str, Row]]:
    """Yield entries by a key of theirs; one that makes no sense was named where it was read."""
    for row in entries:
        try:
            found = key(row)
        except WrongFieldError:
            continue
        if found:
            yield found, row
