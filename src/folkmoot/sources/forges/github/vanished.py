"""Which issues and changes a GitHub project no longer has: its lists never tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from folkmoot.model.errors import SourceError
from folkmoot.model.hints import RUN_AGAIN
from folkmoot.model.source import Standing
from folkmoot.sources.forges.github.asking import Asking
from folkmoot.sources.typed_rows import Row, WrongFieldError

BATCH = 100
"""Most nodes that GitHub gives by their ids at once."""
MOST = 5_000
STILL = """query Still($home: ID!, $ids: [ID!]!) {
  home: node(id: $home) { ... on Repository { hasIssuesEnabled } }
  nodes(ids: $ids) { id ... on Issue { repository { id } } ... on PullRequest { repository { id } } }
}"""


def vanished(asking: Asking, repository: str, items: Sequence[Standing]) -> list[Standing]:
    """Give the items that are not found, or belong to another repository by now. Raises SourceError.

    Issues that were switched off are hidden, and may be there still.
    """
    try:
        return [item for start in range(0, min(len(items), MOST), BATCH)
                for item in _of_batch(asking, repository, items[start : start + BATCH])]  # fmt: skip
    except WrongFieldError as error:
        raise SourceError(str(error), hint=RUN_AGAIN) from error


def _of_batch(asking: Asking, repository: str, batch: Sequence[Standing]) -> Iterator[Standing]:
    told = asking.ask(STILL, {"home": repository, "ids": [item.key for item in batch]})
    nodes = told.data.values.get("nodes")
    if not isinstance(nodes, list) or len(nodes) != len(batch):
        raise told.data.wrong("nodes", f"a list of {len(batch)}", nodes)
    home = told.data.row("home")
    has_issues = home is not None and home.truth("hasIssuesEnabled")
    for place, (item, node) in enumerate(zip(batch, nodes, strict=True)):
        if node is None:
            # Gone is only what is not found; the rest may be hidden from this token.
            if told.unseen.get(f"nodes.{place}") == "" and (item.is_change or has_issues):
                yield item
            continue
        now = Row(node, asking.client.host, f"nodes[{place}]").row("repository")
        if now is not None and now.word("id") != repository:
            yield item
