"""Dumps of issues and changes: everything in them is read, and nothing about them is believed."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from folkmoot.model.errors import HostileInputError, SourceError
from folkmoot.model.event import Kind
from folkmoot.model.forge import NOBODY, Account, Item, Mark, Reach, Record, Remark
from folkmoot.model.source import Access
from folkmoot.sources.forges import archive_dump, open_forge
from folkmoot.sources.forges.archive_dump import ArchiveDump
from sources.forges.forge_at_hand import DUMPS, needs_dumps

DAY = "2024-02-01T00:00:00Z"
COMMENT = {
    "author": "bob",
    "authorAssociation": "MEMBER",
    "body": " /lgtm ",
    "createdAt": DAY,
    "updatedAt": DAY,
}
LINE = {"originalPosition": 3, "body": "why", "createdAt": DAY, "updatedAt": DAY}
REVIEW = {
    "id": "R1", "commit": {"abbreviatedOid": "1234567"}, "author": "cleo", "authorAssociation": "OWNER",
    "state": "APPROVED", "body": "fine by me", "createdAt": DAY, "updatedAt": DAY, "comments": [LINE, LINE],
}  # fmt: skip
ISSUE = {
    "number": 1, "id": "I1", "title": "It breaks", "url": "https://example.org/1", "state": "CLOSED",
    "author": "ada", "authorAssociation": "NONE", "assignees": [], "labels": ["bug"], "body": "see",
    "createdAt": DAY, "updatedAt": DAY, "closedAt": DAY, "comments": [COMMENT, COMMENT],
}  # fmt: skip
PULL = {
    **ISSUE, "number": 2, "id": "P2", "state": "MERGED", "mergedAt": DAY, "mergedBy": "bob",
    "reviews": [REVIEW], "mergeCommit": {"oid": "a" * 40}, "headRefOid": "b" * 40, "labels": [],
    "comments": [],
}  # fmt: skip
DUMP: dict[str, Any] = {
    "magic": "x", "timestamp": "2024-03-01T00:00:00+00:00", "repo": "ada/loom", "labels": [],
    "issues": [ISSUE], "pulls": [PULL],
}  # fmt: skip
SECONDS = 1_706_745_600


def dump(tmp_path: Path, whole: object = None, name: str = "archive.json") -> ArchiveDump:
    path = tmp_path / name
    text = whole if isinstance(whole, bytes) else json.dumps(DUMP if whole is None else whole).encode()
    path.write_bytes(gzip.compress(text) if name.endswith("gz") else text)
    source = open_forge(str(path), Access())
    assert isinstance(source, ArchiveDump)
    return source


def facts(records: list[Record]) -> list[Record]:
    return [record for record in records if isinstance(record, Item | Remark)]


@pytest.mark.parametrize("name", ["archive.json", "archive.json.gz"])
def test_everything_in_a_dump_is_read(tmp_path: Path, name: str) -> None:
    source = dump(tmp_path, name=name)
    issue, first, second, change, review, *lines, reach, _ = list(source.records({}))
    assert issue == Item(
        False, 1, "I1", Account("ada"), "NONE", "It breaks", SECONDS, SECONDS, SECONDS, labels=("bug",)
    )
    assert change == Item(
        True, 2, "P2", Account("ada"), "NONE", "It breaks", SECONDS, SECONDS, SECONDS, merged_at=SECONDS,
        merged_by=Account("bob"), landing="a" * 40, head="b" * 40,
    )  # fmt: skip
    assert first == Remark(
        False, 1, f"I1:comment:bob:{SECONDS}:0", Kind.COMMENT, Account("bob"), "MEMBER", SECONDS, length=5,
        is_command=True,
    )  # fmt: skip
    assert isinstance(second, Remark)
    assert second.key == f"I1:comment:bob:{SECONDS}:1"
    assert review == Remark(
        True, 2, "R1", Kind.REVIEW, Account("cleo"), "OWNER", SECONDS, "approved", length=10
    )  # fmt: skip
    assert [(line.author, line.association, line.kind) for line in lines if isinstance(line, Remark)] == [
        (Account("cleo"), "OWNER", Kind.REVIEW_COMMENT)
    ] * 2
    assert reach == Reach(SECONDS, 1_709_251_200, "complete")
    assert source.project == "ada/loom"


def test_keys_are_the_same_every_time(tmp_path: Path) -> None:
    assert list(dump(tmp_path).records({})) == list(dump(tmp_path).records({}))


def test_a_dump_that_was_read_gives_nothing_more(tmp_path: Path) -> None:
    source = dump(tmp_path)
    since = {mark.name: mark.value for mark in source.records({}) if isinstance(mark, Mark)}
    assert list(source.records(since)) == []


def test_a_reading_that_was_broken_off_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive_dump, "PART", 2)
    whole = {**DUMP, "issues": [{**ISSUE, "number": number, "id": f"I{number}"} for number in range(1, 8)]}
    source = dump(tmp_path, whole)
    everything = list(source.records({}))
    place = next(place for place, record in enumerate(everything) if isinstance(record, Mark)) + 1
    mark = everything[place - 1]
    assert isinstance(mark, Mark)
    assert list(source.records({mark.name: mark.value})) == everything[place:]


def test_deleted_accounts_are_nobody(tmp_path: Path) -> None:
    source = dump(tmp_path, {**DUMP, "issues": [{**ISSUE, "author": None}], "pulls": []})
    assert next(iter(facts(list(source.records({}))))).author == NOBODY  # type: ignore[union-attr] # an item


def places(value: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every field of a dump, however deep."""
    found = [path] if path else []
    if isinstance(value, dict):
        for key, inner in value.items():
            found += places(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            found += places(inner, (*path, place))
    return found


UNREAD = {"magic", "url", "assignees", "commit", "originalPosition", "state", "abbreviatedOid"}
READ = [
    path
    for path in places(DUMP)
    if path[0] in {"issues", "pulls"}
    and len(path) > 1
    and not {str(step) for step in path} & UNREAD
    # When a comment was last changed, and what an issue itself says, is not read at all.
    and not (path[-1] == "updatedAt" and len(path) > 3)
    and not (path[-1] == "body" and len(path) == 3)
]


@pytest.mark.parametrize("path", READ, ids=lambda path: ".".join(map(str, path)))
def test_a_wrong_type_in_any_field_is_named_and_the_good_rows_kept(
    tmp_path: Path, path: tuple[str | int, ...]
) -> None:
    """The file, the place and the field; nothing but what hangs on the bad row is gone."""
    whole = json.loads(json.dumps(DUMP))
    whole["issues"].append({**ISSUE, "number": 7, "id": "I7"})
    inner: Any = whole
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = [[1.5]] if not isinstance(inner[path[-1]], list) else 1.5
    source = dump(tmp_path, whole)
    kept = facts(list(source.records({})))
    assert len(source.problems) == 1
    said = str(source.problems[0])
    assert said.startswith("archive.json: ")
    assert str(path[0]) in said
    assert [step for step in path if isinstance(step, str)][-1] in said or isinstance(path[-1], int)
    assert "I7" in {record.key for record in kept}
    good = dump(tmp_path, {**DUMP, "issues": [ISSUE, whole["issues"][-1]]})
    assert set(kept) <= set(facts(list(good.records({}))))


@pytest.mark.parametrize("state", ["MAYBE", 7, None])
def test_a_review_of_no_known_state_is_named(tmp_path: Path, state: object) -> None:
    source = dump(tmp_path, {**DUMP, "pulls": [{**PULL, "reviews": [{**REVIEW, "state": state}]}]})
    list(source.records({}))
    assert "reviews[0]: state should be" in str(source.problems[0])


def test_a_dump_cut_short_keeps_what_came_before(tmp_path: Path) -> None:
    text = json.dumps(DUMP).encode()
    source = dump(tmp_path, text[: text.index(b'"pulls"') + 20])
    records = list(source.records({}))
    assert [item.key for item in records if isinstance(item, Item)] == ["I1"]
    assert "ends too early" in str(source.problems[0])
    assert [reach.quality for reach in records if isinstance(reach, Reach)] == ["lower bound"]


def test_a_dump_whose_packing_is_cut_short_keeps_what_came_before(tmp_path: Path) -> None:
    source = dump(
        tmp_path, {**DUMP, "tail": [str(number) * 50 for number in range(20_000)]}, "archive.json.gz"
    )
    source.path.write_bytes(source.path.read_bytes()[:-3000])
    assert [item.key for item in source.records({}) if isinstance(item, Item)] == ["I1", "P2"]
    assert "damaged" in str(source.problems[0])


@pytest.mark.parametrize("text", [b"", b"[]", b"not json", b"{}x", b"\x1f\x8b\x08"])
def test_a_file_that_is_no_dump_is_refused(tmp_path: Path, text: bytes) -> None:
    with pytest.raises(SourceError, match=r"archive\.json: (it is|it ends|something stands)"):
        list(dump(tmp_path, text).records({}))


def test_an_empty_dump_is_no_error(tmp_path: Path) -> None:
    records = list(dump(tmp_path, {"repo": "a/b", "issues": [], "pulls": []}).records({}))
    assert [type(record) for record in records] == [Mark]


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    """Hundreds of times its size, unpacked."""
    bomb = tmp_path / "archive.json.gz"
    with gzip.open(bomb, "wb") as file:
        file.write(b'{"issues":["')
        for _ in range(100):
            file.write(b"0" * 1_000_000)
    source = open_forge(str(bomb), Access())
    with pytest.raises(HostileInputError, match="unpacks to more than"):
        list(source.records({}))


def test_a_folder_or_nothing_is_no_dump(tmp_path: Path) -> None:
    assert archive_dump.open_source(str(tmp_path), Access()) is None
    assert archive_dump.open_source(str(tmp_path / "none.json"), Access()) is None
    assert archive_dump.open_source("https://github.com/a/b", Access()) is None


@pytest.mark.parametrize("path", DUMPS, ids=lambda path: path.name.split(".")[0])
@needs_dumps[0]
def test_real_dumps_are_read_whole(path: Path) -> None:
    """As many of everything as a plain reading of the JSON counts."""
    whole = json.loads(gzip.decompress(path.read_bytes()))
    items = [*whole["issues"], *whole["pulls"]]
    reviews = [review for item in items for review in item.get("reviews", ())]
    expected = {
        "item": len(items), Kind.COMMENT: sum(len(item["comments"]) for item in items),
        Kind.REVIEW: len(reviews), Kind.REVIEW_COMMENT: sum(len(review["comments"]) for review in reviews),
    }  # fmt: skip
    source = open_forge(str(path), Access())
    found = facts(list(source.records({})))
    assert Counter(getattr(record, "kind", "item") for record in found) == expected
    assert len({record.key for record in found}) == len(found)
    assert source.problems == []
