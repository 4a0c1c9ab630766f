"""Everything Folkmoot keeps of people, class by class: the one list that notice, record and page are made of.

`CLASSES` says what is held, why, and how it goes. `COLUMNS` says of every column of every table what it
holds; a test fails when a table or column is not listed, so that nothing new is held unseen.
"""

from __future__ import annotations

from collections.abc import Mapping

from folkmoot.model.privacy import DataClass, Holds

CLASSES: tuple[DataClass, ...] = (
    DataClass(
        "identifiers",
        "Names, e-mail addresses and logins",
        "What the history and connected forges call somebody: name, e-mail address, account. They stand in "
        "tables of their own; everything else carries a number.",
        "To count each person once, to say who acts in a public role, and to answer requests about data.",
        "The names go; what was done stays under a number that nobody can look up.",
    ),
    DataClass(
        "acts",
        "What was done, and when",
        "Commits, trailers, releases, issues, changes, comments (their length, never their text), reviews, "
        "stars and forks, each with a number for the person, the time, and the id in the public history.",
        "To count contributions, answers and waiting times of the community as a whole.",
        "Kept as long as the store, so that numbers already published stay the same.",
        retained=False,
    ),
    DataClass(
        "texts",
        "Lines that people wrote",
        "First lines of commit messages, titles of issues and changes, labels, names of files, tags and "
        "checks. They may name people.",
        "To show what stands behind a number.",
        "The text goes, the act stays.",
    ),
    DataClass(
        "statements",
        "What people and projects state about who is who",
        "The mailmap, files in .folkmoot/people/ and .folkmoot/organisations.toml, lists of who opted "
        "out, and decisions of `folkmoot people`.",
        "To treat several names of one person as one person, and to heed objections.",
        "Follows the repository; what is no longer there is gone at the next sync.",
        retained=False,
    ),
    DataClass(
        "withheld",
        "Names of people who objected",
        "Names, addresses and logins that are taken out of the store while nobody writes to it, in a file "
        "only its owner can read.",
        "To keep counting each person once without naming anybody who does not want it.",
        "Goes with the objection, the store, or an erasure.",
        retained=False,
    ),
    DataClass(
        "tombstones",
        "Marks of people who were erased",
        "Keyed hashes (HMAC-SHA-256) of names, addresses and logins. The key lies in the user's "
        "configuration folder, in no store and no report.",
        "To keep people who were erased from coming back at the next sync.",
        "Kept as long as Folkmoot reads the history that names the person.",
        retained=False,
    ),
    DataClass(
        "caches",
        "Caches",
        "What was worked out from commits, and what a forge said before a reading was complete.",
        "To not repeat work, and to not ask a forge twice.",
        "The files are removed; they are made anew when needed.",
        months=6,
    ),
    DataClass(
        "clones",
        "Clones of public repositories",
        "A copy of the public git history of each address that was read, as its owner publishes it, with "
        "everything in it.",
        "To read a repository without asking for all of it again.",
        "The clone is removed; reading the address again fetches the public history again.",
        months=12,
    ),
    DataClass(
        "checkins",
        "Check-ins with role holders",
        "When somebody in a role was asked whether they want to go on, and what they answered.",
        "To ask people instead of guessing, and to ask nobody twice.",
        "The entry is removed, counted from the last day it tells of.",
        months=24,
    ),
)

_I, _P, _X, _R, _N = Holds.IDENTIFIER, Holds.PERSON, Holds.TEXT, Holds.TRACE, Holds.PLAIN
_ITEM = {"project": _N, "is_change": _N, "number": _R}

COLUMNS: Mapping[str, Mapping[str, Holds]] = {
    "meta": {"name": _N, "value": _N},
    "project": {"project": _N, "name": _X, "origin": _X},
    "ref_state": {"project": _N, "ref": _N, "sha": _N},
    "coverage": {"project": _N, "source": _N, "since": _N, "until": _N, "quality": _N, "note": _N},
    "identity": {"identity": _P, "source": _N, "name": _I, "email": _I},
    "account": {"identity": _P, "host": _N, "login": _I, "is_bot": _N},
    "lookup": {"identity": _P, "digest": _I},
    "bundle": {"identity": _P, "bundle": _I, "domain": _N},
    "person": {"person": _P, "name": _I, "is_bot": _N, "is_ai": _N, "bot_rule": _N},
    "identity_person": {"identity": _P, "person": _P, "rule": _N, "organisation": _N},
    "organisation": {"organisation": _N, "name": _X},
    "sector": {"organisation": _N, "sector": _N, "rule": _N},
    "affiliation": {"person": _P, "organisation": _N, "since": _R, "until": _R},
    "commit_fact": {
        "commit": _N, "project": _N, "sha": _R, "author": _P, "committer": _P, "authored_at": _R,
        "authored_offset": _R, "committed_at": _R, "committed_offset": _R, "parents": _N, "is_signed": _N,
        "subject": _X,
    },
    "branch_author": {"project": _N, "identity": _P},
    "parent_fact": {"commit": _N, "ordinal": _N, "parent": _N},
    "path_fact": {"path": _N, "project": _N, "name": _X},
    "path_class": {"path": _N, "head_path": _N, "directory": _X, "content": _N, "locale": _N},
    "touch_fact": {"commit": _N, "path": _N, "status": _N},
    "touch_gap": {"commit": _N},
    "line_fact": {"commit": _N, "path": _N, "added": _N, "deleted": _N},
    "line_state": {"commit": _N, "is_counted": _N},
    "rename_fact": {"commit": _N, "old_path": _N, "new_path": _N},
    "trailer_fact": {"commit": _N, "ordinal": _N, "kind": _N, "identity": _P},
    "mention_fact": {"commit": _N, "number": _N, "rule": _N},
    "tool_fact": {"commit": _N, "tool": _N},
    "document": {"project": _N, "name": _X, "content": _X},
    "place": {"commit": _N, "is_default": _N, "is_mainline": _N, "landed_by": _N, "dated_at": _R},
    "file_fact": {"project": _N, "path": _N},
    "change_fact": {
        "project": _N, "number": _R, "author": _P, "opened_at": _R, "state": _N, "merged_at": _R,
        "merged_by": _P, "landing": _N, "rule": _N,
    },
    "release_fact": {
        "project": _N, "tag": _X, "commit": _N, "tagger": _P, "released_at": _R, "released_offset": _R,
        "is_prerelease": _N,
    },
    "item_fact": {
        **_ITEM, "event": _R, "source": _N, "author": _P, "association": _N, "title": _X, "opened_at": _R,
        "closed_at": _R, "merged_at": _R, "closed_by": _P, "merged_by": _P, "is_draft": _N, "landing": _R,
        "head": _R, "updated_at": _R, "added": _N, "deleted": _N, "files": _N,
    },
    "remark_fact": {
        **_ITEM, "event": _R, "source": _N, "kind": _N, "state": _N, "author": _P, "association": _N,
        "made_at": _R, "length": _N, "is_command": _N,
    },
    "turn_fact": {
        **_ITEM, "event": _R, "source": _N, "kind": _N, "actor": _P, "made_at": _R, "detail": _X,
    },
    "label_fact": {**_ITEM, "label": _X},
    "act_fact": {
        "project": _N, "event": _R, "source": _N, "kind": _N, "actor": _P, "made_at": _R, "subject": _X,
    },
    "head_fact": {"project": _N, "number": _R, "source": _N, "head": _R, "state": _N},
    "run_fact": {
        "project": _N, "number": _R, "system": _N, "name": _X, "state": _N, "made_at": _N,
    },
    "snapshot_fact": {
        "project": _N, "source": _N, "day_id": _N, "stars": _N, "forks": _N, "watchers": _N,
        "open_issues": _N, "open_changes": _N,
    },
    "forge_state": {"project": _N, "source": _N, "name": _N, "value": _N},
}  # fmt: skip
"""What every column of the store holds."""


def columns_that_hold(kind: Holds, table: str) -> list[str]:
    """Give the columns of one table that hold `kind`."""
    return [name for name, held in COLUMNS[table].items() if held is kind]
