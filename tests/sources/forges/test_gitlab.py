"""What is GitLab's own: two spaces of numbers, events beside notes, far pages, and tokens."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from folkmoot.model.errors import UnreachableError, UsageError
from folkmoot.model.event import Kind
from folkmoot.model.forge import NOBODY, Account, Act, Item, Reach, Snapshot, Turn
from folkmoot.model.source import Access
from folkmoot.sources.forges import open_forge
from folkmoot.sources.forges.gitlab import rows
from folkmoot.sources.forges.gitlab.reading import later
from folkmoot.sources.typed_rows import Row
from sources.forges.rest_at_hand import TOKEN, Talk, of, opened, read, state
from sources.forges.rest_forge import RestForge
from sources.forges.rest_worlds import day, gitlab, gitlab_user, story

AT = 1_710_000_000


def one(**more: Any) -> RestForge:
    """A forge with one issue and one change that have the same number, both silent."""
    told = story(issues=1, changes=1)
    told["pullRequests"][0]["number"] = 1
    return gitlab(told, **more)


# -- rows -------------------------------------------------------------------------------------------------


def test_issues_and_changes_of_the_same_number_are_kept_apart() -> None:
    records = read(one())
    assert {(item.is_change, item.number) for item in of(records, Item)} == {(False, 1), (True, 1)}
    assert len({item.key for item in of(records, Item)}) == 2


def test_changes_are_told_whole() -> None:
    forge = one()
    forge.rows["projects/5/merge_requests"][0] |= {
        "state": "merged", "merged_at": day(AT), "merge_user": gitlab_user({"login": "cleo"}),
        "sha": "b" * 40,
        "merge_commit_sha": "c" * 40, "labels": ["bug"], "draft": True, "closed_at": None, "closed_by": None,
    }  # fmt: skip
    change = next(item for item in of(read(forge), Item) if item.is_change)
    assert (change.merged_by.login, change.closed_by.login) == ("cleo", "cleo")
    assert (change.merged_at, change.closed_at, change.landing, change.head) == (AT, AT, "c" * 40, "b" * 40)
    assert (change.is_draft, change.labels, change.added) == (True, ("bug",), -1)


@pytest.mark.parametrize(
    ("shas", "expected"), [((None, "s", "h"), "s"), ((None, None, "h"), "h"), (("m", "s", "h"), "m")]
)
def test_a_change_lands_as_merge_squash_or_its_own(shas: tuple[str | None, ...], expected: str) -> None:
    forge = one()
    names = ("merge_commit_sha", "squash_commit_sha", "sha")
    forge.rows["projects/5/merge_requests"][0] |= {
        "state": "merged", "merged_at": day(AT), **dict(zip(names, shas, strict=True))
    }  # fmt: skip
    assert next(item for item in of(read(forge), Item) if item.is_change).landing == expected


def test_older_names_of_fields_are_read() -> None:
    forge = one()
    forge.rows["projects/5/merge_requests"][0] |= {
        "state": "merged", "merged_at": day(AT), "merge_user": None, "draft": None, "work_in_progress": True,
        "merged_by": gitlab_user({"login": "cleo"}),
    }  # fmt: skip
    change = next(item for item in of(read(forge), Item) if item.is_change)
    assert (change.merged_by.login, change.is_draft) == ("cleo", True)


def test_state_and_label_events_are_turns() -> None:
    forge = one()
    by = {"user": gitlab_user({"login": "cleo"}), "created_at": day(AT)}
    forge.rows["projects/5/issues/1/resource_state_events"] = [
        {"id": 1, "state": "closed", **by},
        {"id": 2, "state": "reopened", **by},
        {"id": 3, "state": "opened", **by},
    ]  # fmt: skip
    forge.rows["projects/5/issues/1/resource_label_events"] = [
        {"id": 1, "action": "add", "label": {"name": "bug"}, **by},
        {"id": 2, "action": "remove", "label": {"name": "bug"}, **by},
        {"id": 3, "action": "remove", "label": None, **by},
    ]
    found = [turn for turn in of(read(forge), Turn) if not turn.is_change]
    assert [(turn.kind, turn.detail) for turn in found] == [
        ("closed", ""), ("reopened", ""), ("labelled", "bug"), ("unlabelled", "bug"),
    ]  # fmt: skip
    assert len({turn.key for turn in found}) == 4


def test_accounts() -> None:
    def account(**who: Any) -> Account:
        return rows.account(Row({"author": who or None}, "h", "row"), "author")

    assert account() == account(username="ghost1", name="Ghost User") == account(username="ghost") == NOBODY
    assert account(username="ghost4", name="Gro Host") == Account("ghost4", "Gro Host")
    assert account(username="ada", name="Ada", email="ada@example.org") == Account("ada", "Ada")
    assert account(username="project_12_bot_3f2a").is_bot
    assert account(username="group_1_bot").is_bot
    assert not account(username="robota").is_bot


@pytest.mark.parametrize(("level", "expected"), [(50, "OWNER"), (40, "MEMBER"), (30, "MEMBER"), (20, "NONE")])
def test_who_can_write_is_a_member(level: int, expected: str) -> None:
    assert rows.association(Row({"username": "Ada", "access_level": level}, "h", "m")) == ("ada", expected)


def test_without_members_nobody_is_known_to_be_none() -> None:
    forge = one(hidden={"projects/5/members/all": 401})
    assert {item.association for item in of(read(forge), Item)} == {""}


def test_confidential_issues_are_neither_asked_for_nor_kept() -> None:
    forge = one()
    forge.rows["projects/5/issues"][0]["confidential"] = True
    assert [item.is_change for item in of(read(forge), Item)] == [True]
    assert next(asked for path, asked in forge.asked if path.endswith("/issues"))["confidential"] == "false"


def test_forks_belong_to_people_and_not_to_groups() -> None:
    at = day(AT)

    def fork(**more: Any) -> Act:
        return rows.fork(Row({"id": 1, "path_with_namespace": "x/loom", "created_at": at, **more}, "h", "f"))

    assert fork(owner=gitlab_user({"login": "ada"})).actor == Account("ada")
    assert fork(namespace={"kind": "user", "path": "ada"}).actor == Account("ada")
    assert fork(namespace={"kind": "group", "path": "moot"}).actor == NOBODY


def test_releases_to_come_are_none() -> None:
    told = {"tag_name": "v1", "released_at": day(AT), "author": None}
    assert rows.release(Row({**told, "upcoming_release": True}, "h", "r")) is None
    assert rows.release(Row(told, "h", "r")) == Act("release:v1", Kind.RELEASE, NOBODY, AT, "v1")


def test_a_release_is_called_by_its_name_where_tags_are_not_shown() -> None:
    released = rows.release(Row({"name": "One", "released_at": day(AT)}, "h", "r"))
    assert released is not None
    assert released.subject == "One"


def test_counts() -> None:
    told = of(read(one()), Snapshot)[0]
    assert told[1:4] == (12, 12, -1)
    assert told.open_issues == 3
    assert told.open_changes == sum(
        not item["closedAt"] for item in story(issues=1, changes=1)["pullRequests"]
    )


# -- asking -----------------------------------------------------------------------------------------------


def test_notes_that_are_not_shown_are_said() -> None:
    with opened(one(hidden={"projects/5/issues/1/notes": 403})) as source:
        records = list(source.records({}))
    assert [str(problem) for problem in source.problems] == [
        "127.0.0.1: projects/5/issues/1: the notes are not shown; comments and reviews are missing."
    ]
    assert (len(of(records, Item)), of(records, Reach)[0].quality) == (2, "lower bound")


def test_far_pages_are_asked_for_by_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """GitLab refuses pages that are far from the first."""
    monkeypatch.setattr("folkmoot.sources.forges.gitlab.reading.FAR", 2)
    forge = gitlab(story(issues=31, changes=1), most=5)
    numbers = {item.number for item in of(read(forge), Item) if not item.is_change}
    assert numbers == set(range(1, 32))
    asked = [question for path, question in forge.asked if path == "projects/5/issues"]
    assert max(int(question.get("page", "1")) for question in asked) == 2
    assert any("created_after" in question for question in asked)


def test_a_list_by_time_begins_at_its_first_page() -> None:
    address = later(
        "https://h/api/v4/projects/5/issues?page=101&per_page=100&sort=asc", "2024-01-01T00:00:00.5Z"
    )
    assert address == (
        "https://h/api/v4/projects/5/issues?per_page=100&sort=asc&created_after=2024-01-01T00%3A00%3A00.5Z"
    )


def test_a_renamed_project_is_read_by_its_number() -> None:
    talk = Talk()
    forge = one(moved={"projects/ada%2Fold": "projects/5"})
    forge.rows["projects/5"] = forge.rows["projects/ada%2Floom"]
    assert len(of(read(forge, talk=talk, project="ada/old"), Item)) == 2
    assert talk.told == ["ada/old is now called ada/loom; it is read under its new name."]


def test_a_project_in_groups_of_groups_is_asked_for_by_its_whole_path() -> None:
    forge = one()
    forge.rows["projects/moot%2Ftools%2Floom"] = {
        **forge.rows["projects/ada%2Floom"], "path_with_namespace": "moot/tools/loom"
    }  # fmt: skip
    assert len(of(read(forge, project="moot/tools/loom"), Item)) == 2


def test_a_project_that_is_not_there_is_said_so() -> None:
    with (
        opened(one(), project="ada/nothing") as source,
        pytest.raises(UnreachableError, match="no project ada"),
    ):
        list(source.records({}))


@pytest.mark.parametrize(
    "origin",
    [
        "https://gitlab.com/ada/loom",
        "https://gitlab.example.org/moot/tools/loom.git",
        "gitlab+https://h.example/a/b",
    ],
)
def test_gitlab_is_told_by_its_address(origin: str) -> None:
    assert open_forge(origin, Access()).name == "gitlab"


def test_an_address_of_less_or_more_than_a_project_is_refused() -> None:
    for origin in ("https://gitlab.com/ada", "https://gitlab.com/ada/loom/-/issues"):
        with pytest.raises(UsageError, match="names no project"):
            open_forge(origin, Access())


# -- tokens -----------------------------------------------------------------------------------------------


def sent(own: dict[str, str], *, named: bool = True) -> set[str]:
    forge = one()
    with opened(forge, Talk({"HOME": "/nowhere", **own}, named=named)) as source:
        own_host = source.host
        try:
            list(source.records({}))
        except UnreachableError:
            assert own_host
    return forge.tokens


def test_a_token_is_sent_and_nowhere_kept() -> None:
    forge = one()
    records = read(forge)
    assert forge.tokens == {f"Bearer {TOKEN}"}
    assert TOKEN not in repr(records) + json.dumps(state(records))


def test_the_common_token_is_for_gitlab_com_alone() -> None:
    assert sent({"GITLAB_TOKEN": "public"}) == set()


def test_the_common_token_is_for_the_host_it_is_said_to_be_for() -> None:
    forge = one()
    with forge.serving() as base:
        own = {"HOME": "/nowhere", "GITLAB_TOKEN": "own", "GITLAB_HOST": base}
        source: Any = open_forge(f"gitlab+{base}/ada/loom", Talk(own).access)
        list(source.records({}))
    assert forge.tokens == {"Bearer own"}


def test_a_place_nobody_typed_gets_no_token() -> None:
    assert sent({"FOLKMOOT_GITLAB_TOKEN": "own"}, named=False) == set()


def test_the_token_of_glab_is_found(tmp_path: Path) -> None:
    forge = one()
    with forge.serving() as base:
        host = base.removeprefix("http://")
        place = tmp_path / "glab-cli"
        place.mkdir()
        (place / "config.yml").write_text(
            f"hosts:\n  {host}:\n    token: of-glab\n  gitlab.com:\n    token: no\n"
        )
        own = {"HOME": "/nowhere", "XDG_CONFIG_HOME": str(tmp_path)}
        source: Any = open_forge(f"gitlab+{base}/ada/loom", Talk(own).access)
        list(source.records({}))
    assert forge.tokens == {"Bearer of-glab"}
