"""What the fake forge holds: a dump's truth, or an invented community of any size."""

from __future__ import annotations

import gzip
import json
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fake_forge.nodes import Listing, Node, actor, item, repository, said, turn
from fake_forge.running import commits, with_runs

PEOPLE = ("ada", "bob", "cleo", "dan", "eve", "finn", "gro", "hana", "ivo", "june", "helper[bot]", None)
START = datetime(2024, 1, 1, 8, tzinfo=UTC)
WORDS = [
    "please",
    "look",
    "at",
    "this",
    "again",
    "when",
    "there",
    "is",
    "time",
    "for",
    "it",
    "and",
    "say",
    "what",
    "you",
    "think",
    "of",
    "the",
    "idea",
]


def dumped(path: Path) -> Node:
    """Give the project of an archive.json[.gz]. Comments get the ids our own reading of dumps gives them."""
    raw = path.read_bytes()
    dump = json.loads(gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw)
    made = repository(dump["repo"])
    for issue in dump["issues"]:
        made["issues"].append(_dumped_item("Issue", issue))
    for pull in dump["pulls"]:
        made["pullRequests"].append(_dumped_item("PullRequest", pull))
    return made


def _seconds(at: str) -> int:
    return int(datetime.fromisoformat(at).timestamp())


def _dumped_item(sort: str, row: Node) -> Node:
    kept = ("title", "authorAssociation", "updatedAt", "closedAt", "state")
    made = item(
        sort, row["id"], row["number"], actor(row["author"]), row["createdAt"],
        **{name: row[name] for name in kept if name in row},
    )  # fmt: skip
    made["labels"] += [{"__typename": "Label", "name": name} for name in row["labels"]]
    seen: Counter[tuple[str, int]] = Counter()
    for comment in row["comments"]:
        who, at = comment["author"] or "", _seconds(comment["createdAt"])
        key = f"{row['id']}:comment:{who}:{at}:{seen[who, at]}"
        seen[who, at] += 1
        made["comments"].append(
            said(
                "IssueComment", key, actor(who), comment["authorAssociation"], comment["body"],
                comment["createdAt"],
            )
        )  # fmt: skip
    if row.get("closedAt"):
        made["timelineItems"].append(turn("ClosedEvent", f"{row['id']}:closed", None, row["closedAt"]))
    if sort == "PullRequest":
        made |= {
            "mergedAt": row.get("mergedAt"), "mergedBy": actor(row.get("mergedBy")),
            "mergeCommit": row.get("mergeCommit"), "headRefOid": row["headRefOid"],
            "commits": commits(row["headRefOid"]),
        }  # fmt: skip
        made["reviews"] += [_dumped_review(review) for review in row["reviews"]]
    return made


def _dumped_review(row: Node) -> Node:
    who, seen = actor(row["author"]), Counter[int]()
    made = said(
        "PullRequestReview", row["id"], who, row["authorAssociation"], row["body"], row["createdAt"],
        state=row["state"], submittedAt=row["createdAt"], comments=Listing(),
    )  # fmt: skip
    for comment in row["comments"]:
        at = _seconds(comment["createdAt"])
        key = f"{row['id']}:comment:{at}:{seen[at]}"
        seen[at] += 1
        made["comments"].append(
            said(
                "PullRequestReviewComment", key, who, row["authorAssociation"], comment["body"],
                comment["createdAt"],
            )
        )  # fmt: skip
    return made


def iso(moment: datetime) -> str:
    """Give a time as forges write it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def invented(project: str = "ada/loom", *, issues: int = 40, changes: int = 60, seed: int = 7) -> Node:
    """Give a made-up community: the same one for the same numbers."""
    chance = random.Random(seed)  # noqa: S311 - invents data
    made = repository(project)
    for number in range(1, issues + changes + 1):
        sort = "Issue" if number <= issues else "PullRequest"
        made["issues" if sort == "Issue" else "pullRequests"].append(_invented_item(sort, number, chance))
    for place in range(12):
        at = iso(START + timedelta(days=9 * place))
        made["forks"].append({
            "__typename": "Repository", "id": f"F_{place}",
            "nameWithOwner": f"{PEOPLE[place % 9]}/loom-{place}",
            "createdAt": at, "owner": actor(PEOPLE[place % 9]),
        })  # fmt: skip
        made["stargazers"].append({"starredAt": at, "node": actor(f"star{place}")})
        made["watchers"].append(actor(f"star{place}"))
        made["discussions"].append({
            "__typename": "Discussion", "id": f"D_{place}", "title": f"Idea {place}", "createdAt": at,
            "updatedAt": at, "author": actor(PEOPLE[place % len(PEOPLE)]),
        })  # fmt: skip
        made["releases"].append({
            "__typename": "Release", "id": f"V_{place}", "tagName": f"v{place}.0", "createdAt": at,
            "publishedAt": None if place == 11 else at, "isDraft": place == 11,
            "author": actor("ada"),
        })  # fmt: skip
        made["events"].append({
            "id": str(1000 + place), "type": "WatchEvent" if place % 2 else "PushEvent",
            "actor": {"id": place, "login": f"star{place}"}, "created_at": at,
            "repo": {"id": 1, "name": project},
            "payload": {}, "public": True,
        })  # fmt: skip
    return with_runs(made)


def _invented_item(sort: str, number: int, chance: random.Random) -> Node:
    opened = START + timedelta(hours=5 * number, seconds=chance.randrange(9999))
    who = chance.choice(PEOPLE)
    made = item(sort, f"{sort}_{number}", number, actor(who), iso(opened))
    if sort == "PullRequest":
        made["headRefOid"] = f"{number:016x}{number:024x}"
    clock = opened
    for place in range(chance.choice((0, 1, 2, 3, 5, 8))):
        clock += timedelta(minutes=chance.randrange(1, 5000))
        body = "/lgtm" if place == 4 else " ".join(chance.choices(WORDS, k=chance.randrange(1, 40)))
        made["comments"].append(
            said(
                "IssueComment",
                f"C_{number}_{place}",
                actor(chance.choice(PEOPLE)),
                "MEMBER",
                body,
                iso(clock),
            )
        )
    made["timelineItems"].append(
        turn("LabeledEvent", f"T_{number}_l", actor("ada"), iso(opened), label={"name": "good first issue"})
    )
    made["labels"].append({"__typename": "Label", "name": "good first issue"})
    if sort == "PullRequest":
        clock = _reviewed(made, number, clock, chance)
    if chance.random() < 0.7:
        _close(made, sort, number, clock + timedelta(minutes=7), chance)
    made["updatedAt"] = made["closedAt"] or iso(clock)
    return made


def _reviewed(made: Node, number: int, clock: datetime, chance: random.Random) -> datetime:
    for place in range(chance.choice((0, 1, 2, 4))):
        clock += timedelta(minutes=chance.randrange(1, 3000))
        state = chance.choice(("APPROVED", "COMMENTED", "CHANGES_REQUESTED", "DISMISSED", "PENDING"))
        key, who = f"W_{number}_{place}", actor(chance.choice(PEOPLE))
        lines = Listing(
            said("PullRequestReviewComment", f"{key}_{line}", who, "NONE", "why not", iso(clock))
            for line in range(chance.choice((0, 0, 1, 3)))
        )
        made["reviews"].append(
            said(
                "PullRequestReview", key, who, "MEMBER", "", iso(clock), state=state, comments=lines,
                submittedAt=None if state == "PENDING" else iso(clock),
            )
        )  # fmt: skip
    return clock


def _verified(who: Node | None) -> Node | None:
    """Give whose address a commit bears, as far as the forge knows: a person's, if anybody's."""
    return who if who is not None and who["__typename"] == "User" else None


def _close(made: Node, sort: str, number: int, at: datetime, chance: random.Random) -> None:
    who = actor(chance.choice(PEOPLE))
    made |= {"closedAt": iso(at), "state": "CLOSED"}
    made["timelineItems"].append(turn("ClosedEvent", f"T_{number}_c", who, iso(at)))
    if sort == "PullRequest" and chance.random() < 0.7:
        made |= {
            "mergedAt": iso(at),
            "mergedBy": who,
            "state": "MERGED",
            "mergeCommit": {"oid": f"{number:040x}", "author": {"user": _verified(made["author"])}},
        }
        made["timelineItems"].append(turn("MergedEvent", f"T_{number}_m", who, iso(at)))
