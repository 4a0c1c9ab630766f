"""Real projects read through the fake forge: their numbers, held against a plain reading of the dump."""

from __future__ import annotations

import gzip
import json
from datetime import datetime
from pathlib import Path
from statistics import median_low
from typing import Any

import pytest

from folkmoot.sources.forges import open_forge
from folkmoot.store.database import Connection, connect
from folkmoot.store.forge_sync import sync_forge
from folkmoot.store.scope import look_at
from sources.forges.forge_at_hand import DUMPS, Talk, fake, needs_dumps, needs_schema

pytestmark = [*needs_dumps, needs_schema]

QUESTIONS = {
    "issues": "select count(*) from items where is_change = 0",
    "changes": "select count(*) from items where is_change = 1",
    "merged": "select count(*) from items where is_merged = 1",
    "closed unmerged": "select count(*) from items where is_change = 1 and is_closed = 1 and is_merged = 0",
    "comments": "select count(*) from interactions where kind = 'comment'",
    "approvals": "select count(*) from interactions where kind = 'review' and state = 'approved'",
    "comments on lines": "select count(*) from interactions where kind = 'review.comment'",
    "people who opened something": "select count(distinct person) from items",
    "items nobody else answered": "select count(*) from items where response_ts = 0",
    "seconds to the first answer": """select d from (select response_ts - opened_ts as d,
        row_number() over (order by response_ts - opened_ts) as place, count(*) over () as n
        from items where response_ts > 0) where place = (n + 1) // 2""",
    "seconds to the merge": """select d from (select merged_ts - opened_ts as d,
        row_number() over (order by merged_ts - opened_ts) as place, count(*) over () as n
        from items where is_merged = 1) where place = (n + 1) // 2""",
    "outsiders' merged changes": "select count(*) from items where is_merged = 1 and is_outside = 1",
}


def seconds(at: str) -> int:
    return int(datetime.fromisoformat(at).timestamp())


def first_answer(item: dict[str, Any]) -> int | None:
    """The first comment or review that is not its author's, and not before the item."""
    times = [
        seconds(said["createdAt"])
        for said in (*item["comments"], *item.get("reviews", ()))
        if said["author"] != item["author"] and not said["author"].endswith("[bot]")
    ]
    own = [
        seconds(line["createdAt"])
        for review in item.get("reviews", ())
        if review["author"] != item["author"]
        for line in review["comments"]
    ]
    after = [at for at in (*times, *own) if at >= seconds(item["createdAt"])]
    return min(after, default=None)


def plainly(path: Path) -> dict[str, int]:
    """The same numbers, from the JSON alone."""
    whole = json.loads(gzip.decompress(path.read_bytes()))
    issues, pulls = whole["issues"], whole["pulls"]
    merged = [pull for pull in pulls if pull.get("mergedAt")]
    reviews = [review for pull in pulls for review in pull["reviews"]]
    answers = {item["id"]: first_answer(item) for item in (*issues, *pulls)}
    return {
        "issues": len(issues),
        "changes": len(pulls),
        "merged": len(merged),
        "closed unmerged": sum(pull["state"] == "CLOSED" for pull in pulls),
        "comments": sum(len(item["comments"]) for item in (*issues, *pulls)),
        "approvals": sum(review["state"] == "APPROVED" for review in reviews),
        "comments on lines": sum(len(review["comments"]) for review in reviews),
        "people who opened something": len({item["author"] for item in (*issues, *pulls)}),
        "items nobody else answered": sum(answer is None for answer in answers.values()),
        "seconds to the first answer": median_low(
            answer - seconds(item["createdAt"])
            for item in (*issues, *pulls)
            if (answer := answers[item["id"]]) is not None
        ),
        "seconds to the merge": median_low(
            seconds(pull["mergedAt"]) - seconds(pull["createdAt"]) for pull in merged
        ),
        "outsiders' merged changes": sum(
            pull["authorAssociation"] not in {"OWNER", "MEMBER", "COLLABORATOR"} for pull in merged
        ),
    }


def synced(path: Path, store: Path) -> Connection:
    from fake_forge.worlds import dumped

    project = dumped(path)
    with fake(project).serving() as base:
        place = f"github+{base}/{project['nameWithOwner']}"
        sync_forge(store, place, open_forge(place, Talk().access))
    connection = connect(store)
    look_at(connection)
    return connection


@pytest.mark.parametrize("path", DUMPS, ids=lambda path: path.name.split(".")[0])
def test_numbers_are_those_of_a_plain_reading(path: Path, tmp_path: Path) -> None:
    with synced(path, tmp_path / "s.duckdb") as connection:
        found = {name: connection.execute(text).fetchall()[0][0] for name, text in QUESTIONS.items()}
    assert found == plainly(path)
