"""What a forge says about a project: the records every forge source yields, whatever the brand.

Records name accounts and numbers as the forge does; the store gives them its own. Times are seconds since
1970 in UTC, 0 where the thing has not happened; a count of -1 is not known. What people wrote is never kept,
only how long it was. `key` is the forge's own id of the thing, from which the store makes a deterministic
event id, so that reading the same thing twice changes nothing.
"""

from __future__ import annotations

from typing import NamedTuple

from folkmoot.i18n import Text
from folkmoot.model.event import Kind

UNKNOWN = -1


class Account(NamedTuple):
    """Somebody as a forge knows them. An empty login is a deleted account: nobody in particular."""

    login: str
    name: str = ""
    email: str = ""
    is_bot: bool = False


NOBODY = Account("")


class Item(NamedTuple):
    """An issue (`is_change` False) or a change, as it stands now. `number` is unique per project and sort.

    `association` is the forge's word for what the author is to the project, in capitals as GitHub writes it
    (`MEMBER`, `CONTRIBUTOR`, `NONE`); "" is unknown. `landing` is the commit that merged a change, `head`
    its newest commit.
    """

    is_change: bool
    number: int
    key: str
    author: Account
    association: str
    title: str
    opened_at: int
    closed_at: int
    updated_at: int
    closed_by: Account = NOBODY
    merged_at: int = 0
    merged_by: Account = NOBODY
    is_draft: bool = False
    landing: str = ""
    head: str = ""
    added: int = UNKNOWN
    deleted: int = UNKNOWN
    files: int = UNKNOWN
    labels: tuple[str, ...] = ()


class Remark(NamedTuple):
    """Something said on an item: a comment, a review, or a comment on a line within a review.

    `kind` is COMMENT, REVIEW or REVIEW_COMMENT; `state` of a review is "approved", "changes_requested",
    "commented" or "dismissed". `length` counts characters; `is_command` tells that it was nothing but orders
    to a robot, such as `/lgtm`.
    """

    is_change: bool
    number: int
    key: str
    kind: Kind
    author: Account
    association: str
    made_at: int
    state: str = ""
    length: int = UNKNOWN
    is_command: bool = False


class Turn(NamedTuple):
    """A turn in an item's life: closed, reopened, labelled, ready for review and the like.

    `kind` is one of "closed", "reopened", "labelled", "unlabelled", "assigned", "review_requested",
    "ready_for_review", "converted_to_draft", "merged". `detail` is the label or whoever was asked.
    """

    is_change: bool
    number: int
    key: str
    kind: str
    actor: Account
    made_at: int
    detail: str = ""


class Authored(NamedTuple):
    """Whose a commit is, as the forge knows by an address that the account has verified.

    `number` is the change it belongs to, 0 where that is not told. `commit` is its hash; `made_at` is when
    it was made, or its change merged or last touched.
    """

    number: int
    key: str
    commit: str
    author: Account
    made_at: int


class Act(NamedTuple):
    """Something done to a project as a whole: STAR, UNSTAR, FORK, PUSH, DISCUSSION or RELEASE."""

    key: str
    kind: Kind
    actor: Account
    made_at: int
    subject: str = ""


class Run(NamedTuple):
    """Something that ran on a commit: a check, a status, a job.

    `system` is the service that ran it as far as the forge tells (a GitHub App, or the sign of a test in the
    address of a status), `name` what it is called there. `state` is "success", "failure", "pending" or
    "neutral" (left out, called off, or no more than a warning). `made_at` is when it came to that.
    """

    system: str
    name: str
    state: str
    made_at: int


class HeadRuns(NamedTuple):
    """What ran on `head`, the newest commit of a merged change. `state` sums it up, "" where nothing ran.

    A change of which nothing is told here is one that nobody asked about, or nobody may see.
    """

    number: int
    head: str
    state: str
    runs: tuple[Run, ...] = ()


class Snapshot(NamedTuple):
    """Counts of one project on one day (days since 1970)."""

    day_id: int
    stars: int = UNKNOWN
    forks: int = UNKNOWN
    watchers: int = UNKNOWN
    open_issues: int = UNKNOWN
    open_changes: int = UNKNOWN


class Reach(NamedTuple):
    """How far a source's knowledge of a project reaches; `quality` is a value of `Quality`."""

    since: int
    until: int
    quality: str
    note: Text = ""


class Mark(NamedTuple):
    """Where a reading can be taken up again: all that was yielded before it is whole up to `value`."""

    name: str
    value: str


Record = Item | Remark | Turn | Authored | Act | HeadRuns | Snapshot | Reach | Mark
