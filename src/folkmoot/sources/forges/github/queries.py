"""The questions put to GitHub's GraphQL, as texts that its published schema validates.

One question takes a page of every list at once, the first pages of what hangs on each item included; what
does not fit is asked for afterwards, many items in one question. So the number of requests is about that of
the pages of the longest list.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

PAGE = 100
"""Most items of one page that GitHub gives."""
COMMENTS, REVIEWS, LINE_COMMENTS, TURNS = 50, 20, 10, 30
"""How many of what hangs on an item come with it; nearly all items have fewer."""
SUITES = 30
"""Suites of checks of one commit that are asked for, as many as OpenSSF Scorecard asks for."""
BATCH = 40
"""Items whose rest is asked for in one question."""

_ACTOR = """fragment Actor on Actor { __typename login ... on User { name } }"""
_INFO = "pageInfo { hasNextPage endCursor }"
_COMMENT = """fragment Comment on IssueComment {
  id author { ...Actor } authorAssociation createdAt body
}"""
_LINE_COMMENT = """fragment LineComment on PullRequestReviewComment {
  id author { ...Actor } authorAssociation createdAt publishedAt body
}"""
_REVIEW = f"""fragment Review on PullRequestReview {{
  id author {{ ...Actor }} authorAssociation createdAt submittedAt state body
  comments(first: {LINE_COMMENTS}) {{ {_INFO} nodes {{ ...LineComment }} }}
}}"""
_TURN = """fragment Turn on Node {
  __typename id
  ... on ClosedEvent { createdAt actor { ...Actor } }
  ... on ReopenedEvent { createdAt actor { ...Actor } }
  ... on MergedEvent { createdAt actor { ...Actor } }
  ... on ReadyForReviewEvent { createdAt actor { ...Actor } }
  ... on ConvertToDraftEvent { createdAt actor { ...Actor } }
  ... on LabeledEvent { createdAt actor { ...Actor } label { name } }
  ... on UnlabeledEvent { createdAt actor { ...Actor } label { name } }
  ... on AssignedEvent { createdAt actor { ...Actor } assignee { ...Assignee } }
  ... on ReviewRequestedEvent { createdAt actor { ...Actor } requestedReviewer { ...Reviewer } }
}"""
_ASKED = """fragment Assignee on Assignee {
  ... on User { login } ... on Bot { login } ... on Mannequin { login } ... on Organization { login }
}
fragment Reviewer on RequestedReviewer {
  ... on User { login } ... on Bot { login } ... on Mannequin { login }
}"""
_COMMIT = "oid author { user { ...Actor } }"
"""A commit and the account whose verified address its author wrote, if any."""
_RUNS = f"""fragment Runs on PullRequest {{
  commits(last: 1) {{ nodes {{ commit {{
    oid statusCheckRollup {{ state }}
    status {{ contexts {{ context state targetUrl createdAt }} }}
    checkSuites(first: {SUITES}) {{ nodes {{ app {{ slug }} status conclusion updatedAt }} }}
  }} }} }}
}}"""
_ISSUE_TURNS = "[CLOSED_EVENT, REOPENED_EVENT, LABELED_EVENT, UNLABELED_EVENT, ASSIGNED_EVENT]"
_CHANGE_TURNS = (
    _ISSUE_TURNS[:-1]
    + ", REVIEW_REQUESTED_EVENT, READY_FOR_REVIEW_EVENT, CONVERT_TO_DRAFT_EVENT, MERGED_EVENT]"
)
_COMMON = f"""id number title author {{ ...Actor }} authorAssociation updatedAt closedAt
  labels(first: 100) {{ nodes {{ name }} }}
  comments(first: {COMMENTS}) {{ {_INFO} nodes {{ ...Comment }} }}
  closing: timelineItems(last: 1, itemTypes: [CLOSED_EVENT]) {{
    nodes {{ ... on ClosedEvent {{ actor {{ ...Actor }} }} }}
  }}"""
_ISSUE = f"""fragment Issue on Issue {{
  {_COMMON} createdAt
  timelineItems(first: {TURNS}, itemTypes: {_ISSUE_TURNS}) {{ {_INFO} nodes {{ ...Turn }} }}
}}"""
_CHANGE = f"""fragment Change on PullRequest {{
  {_COMMON}
  mergedAt mergedBy {{ ...Actor }} mergeCommit {{ {_COMMIT} }} headRefOid createdAt
  newest: commits(last: 1) {{ nodes {{ commit {{ {_COMMIT} }} }} }}
  isDraft additions deletions changedFiles
  timelineItems(first: {TURNS}, itemTypes: {_CHANGE_TURNS}) {{ {_INFO} nodes {{ ...Turn }} }}
  reviews(first: {REVIEWS}) {{ {_INFO} nodes {{ ...Review }} }}
  ...Runs @include(if: $runs)
}}"""

LISTS = {
    "issues": ("issues", "IssueOrder", "nodes { ...Issue }"),
    "changes": ("pullRequests", "IssueOrder", "nodes { ...Change }"),
    "discussions": (
        "discussions", "DiscussionOrder", "nodes { id title author { ...Actor } createdAt updatedAt }",
    ),
    "forks": ("forks", "RepositoryOrder", "nodes { id nameWithOwner createdAt owner { __typename login } }"),
    "releases": (
        "releases", "ReleaseOrder", "nodes { id tagName createdAt publishedAt isDraft author { ...Actor } }",
    ),
    "stars": ("stargazers", "StarOrder", "edges { starredAt node { id login name } }"),
}  # fmt: skip
"""The lists of a repository, by our name: field, type of its order, what is asked of each entry."""


def _lists() -> str:
    return "\n".join(
        f"    {name}: {field}(first: $size, after: ${name}After, orderBy: ${name}Order)"
        f" @include(if: ${name}) {{ totalCount {_INFO} {entries} }}"
        for name, (field, _, entries) in LISTS.items()
    )


def _variables() -> str:
    return ", ".join(
        f"${name}: Boolean!, ${name}After: String, ${name}Order: {order}"
        for name, (_, order, _) in LISTS.items()
    )


_FRAGMENTS = f"{_ACTOR}\n{_COMMENT}\n{_TURN}\n{_ASKED}"
PAGES = f"""query Pages($owner: String!, $name: String!, $size: Int!, $runs: Boolean!, {_variables()}) {{
  rateLimit {{ cost limit remaining resetAt }}
  repository(owner: $owner, name: $name) {{
    id nameWithOwner viewerPermission stargazerCount forkCount
    watchers {{ totalCount }}
    openIssues: issues(states: OPEN) {{ totalCount }}
    openChanges: pullRequests(states: OPEN) {{ totalCount }}
{_lists()}
  }}
}}
{_FRAGMENTS}
{_LINE_COMMENT}
{_REVIEW}
{_RUNS}
{_ISSUE}
{_CHANGE}
"""


class Rest(NamedTuple):
    """What of one item did not fit: the `sort` of its list, the item, the node it hangs on and the cursor.

    The sort "runs" is a merged change that came without what ran on it; it has no cursor.
    """

    sort: str
    is_change: bool
    number: int
    node: str
    cursor: str


_PARENTS = {
    "comments": ("comments", "", "...Comment"),
    "turns": ("timelineItems", "itemTypes", "...Turn"),
    "reviews": ("reviews", "", "...Review"),
    "line comments": ("comments", "", "...LineComment"),
}


def _parent(rest: Rest) -> str:
    if rest.sort == "line comments":
        return "PullRequestReview"
    return "PullRequest" if rest.is_change else "Issue"


def rests(wanted: Sequence[Rest]) -> tuple[str, dict[str, str]]:
    """Give one question for the next page of every rest, and its variables; `r0` answers the first."""
    parts: list[str] = []
    variables: dict[str, str] = {}
    for place, rest in enumerate(wanted):
        variables[f"n{place}"] = rest.node
        if rest.sort == "runs":
            parts.append(
                f"  r{place}: node(id: $n{place}) {{ ... on PullRequest {{ id number mergedAt ...Runs }} }}"
            )
            continue
        field, has_types, entry = _PARENTS[rest.sort]
        types = f", itemTypes: {_CHANGE_TURNS if rest.is_change else _ISSUE_TURNS}" if has_types else ""
        parts.append(
            f"  r{place}: node(id: $n{place}) {{ ... on {_parent(rest)} {{ list: "
            f"{field}(first: {PAGE}, after: $c{place}{types}) {{ {_INFO} nodes {{ {entry} }} }} }} }}"
        )
        variables[f"c{place}"] = rest.cursor
    names = ", ".join(f"${name}: {'ID' if name[0] == 'n' else 'String'}!" for name in variables)
    sorts = {rest.sort for rest in wanted}
    needed = [_ACTOR] if sorts - {"runs"} else []
    if "comments" in sorts:
        needed.append(_COMMENT)
    if "turns" in sorts:
        needed += [_TURN, _ASKED]
    if "reviews" in sorts:
        needed.append(_REVIEW)
    if sorts & {"reviews", "line comments"}:
        needed.append(_LINE_COMMENT)
    if "runs" in sorts:
        needed.append(_RUNS)
    return f"query Rest({names}) {{\n" + "\n".join(parts) + "\n}\n" + "\n".join(needed) + "\n", variables
