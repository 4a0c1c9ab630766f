"""Reading GitHub again, and through everything that goes wrong on the way."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from folkmoot.model.errors import SourceError, UnreachableError
from folkmoot.model.event import Kind
from folkmoot.model.forge import Act, Item, Reach, Remark
from folkmoot.model.source import Access
from sources.forges.forge_at_hand import (
    TODAY,
    Talk,
    facts,
    fake,
    needs_schema,
    of,
    opened,
    read,
    state,
    world,
)

pytestmark = needs_schema


def test_a_second_reading_takes_one_request_and_what_is_new() -> None:
    from fake_forge.nodes import actor, said

    forge = fake()
    since = state(read(forge))
    asked = forge.asked
    issue = world(forge)["issues"][4]
    issue["comments"].append(
        said("IssueComment", "new", actor("ada"), "OWNER", "at last", "2025-01-02T00:00:00Z")
    )
    issue["updatedAt"] = "2025-01-02T00:00:00Z"
    forge.switches.today = TODAY + 200_000
    records = read(forge, since)
    assert forge.asked == asked + 1
    assert [item.number for item in of(records, Item)] == [issue["number"]]
    assert "new" in {remark.key for remark in of(records, Remark)}
    assert [reach.until for reach in of(records, Reach)] == [TODAY + 200_000]


def test_releases_are_new_by_when_they_were_published() -> None:
    """A draft begun long ago may be published today."""
    forge = fake()
    since = state(read(forge))
    assert [act for act in of(read(forge, since), Act) if act.kind is Kind.RELEASE] == []
    world(forge)["releases"][11] |= {"isDraft": False, "publishedAt": "2025-01-02T00:00:00Z"}
    assert [act.subject for act in of(read(forge, since), Act) if act.kind is Kind.RELEASE] == ["v11.0"]


def test_readings_overlap_by_a_minute() -> None:
    forge = fake()
    since = state(read(forge))
    world(forge)["issues"][0]["updatedAt"] = "2025-01-01T02:53:00Z"
    assert len(of(read(forge, since), Item)) == 1


def test_a_cursor_that_went_stale_begins_its_list_anew() -> None:
    kept = {"until": 0, "started": TODAY, "cursor": "no cursor any more"}
    done = {"until": 0, "started": TODAY, "cursor": ""}
    lists = {"issues": kept, **dict.fromkeys(("changes", "discussions", "forks", "releases"), done)}
    mark = json.dumps({"repository": "", "oldest": 0, "lists": lists, "rest": [], "events": {}})
    records = read(fake(), {"reading": mark})
    assert {item.is_change for item in of(records, Item)} == {False}
    assert len(of(records, Item)) == 40


def test_a_mark_of_another_form_is_the_beginning() -> None:
    assert facts(read(fake(), {"reading": '{"lists": 7}'})) == facts(read(fake()))


def test_another_project_of_the_same_name_is_refused() -> None:
    forge = fake()
    since = state(read(forge))
    world(forge)["id"] = "R_another"
    with opened(forge) as source, pytest.raises(SourceError, match="another project"):
        list(source.records(since))


@pytest.mark.parametrize(
    "switches",
    [
        {"failing_every": 2},
        {"truncating_every": 2},
        {"secondary_every": 2},
        {"packed": False},
        {"quota": 1, "reset": 0},
    ],
    ids=lambda switches: next(iter(switches)),
)
def test_trouble_on_the_way_changes_nothing(switches: dict[str, Any]) -> None:
    from fake_forge.worlds import invented

    many = {"issues": 230, "changes": 150}
    assert facts(read(fake(invented(**many), **switches))) == facts(read(fake(invented(**many))))


def test_the_seconds_to_wait_are_told() -> None:
    from fake_forge.worlds import invented

    talk = Talk()
    read(fake(invented(issues=250), secondary_every=2, retry_after=33), talk=talk)
    assert any("33 seconds" in words for words in talk.told)
    assert talk.slept >= 33


def slept_till_reset(forge: Any) -> Talk:
    """Give a listener whose sleep lasts until the forge's quota is whole again, without sleeping."""
    talk = Talk()
    talk.access = replace(talk.access, sleep=lambda _: setattr(forge, "spent_until", 0.0))
    return talk


def test_a_spent_quota_waits_for_its_reset() -> None:
    from fake_forge.worlds import invented

    forge = fake(invented(issues=250), quota=2, reset=3600)
    talk = slept_till_reset(forge)
    assert len(of(read(forge, talk=talk), Item)) == 310
    assert any("no requests left" in words for words in talk.told)


@pytest.mark.parametrize(
    "refusal",
    [
        {"errors": [{"type": "RATE_LIMIT", "code": "graphql_rate_limit", "message": "Already exceeded."}]},
        {"errors": [{"message": "You have exceeded a secondary rate limit. Please wait."}]},
        {"data": None, "errors": [{"type": "RATE_LIMITED", "message": "No more."}]},
    ],
    ids=["newer", "haste", "older"],
)
def test_a_limit_is_known_in_all_its_words(refusal: dict[str, Any]) -> None:
    from fake_forge.worlds import invented

    forge = fake(invented(issues=250, changes=0), quota=2, reset=3600, refusal=refusal)
    talk = slept_till_reset(forge)
    assert len(of(read(forge, talk=talk), Item)) == 250
    assert any("no requests left" in words for words in talk.told)


def test_what_an_error_says_of_limits_beside_an_answer_is_no_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is an answer: it is taken, and the error is told."""
    from fake_forge import serving

    real = serving.answer

    def warned(*arguments: Any, **more: Any) -> Any:
        return {**real(*arguments, **more), "errors": [{"message": "Half of your rate limit is spent."}]}

    monkeypatch.setattr(serving, "answer", warned)
    with opened(fake()) as source:
        assert len(of(list(source.records({})), Item)) == 100
    assert "rate limit" in str(source.problems[0])


def test_a_renamed_project_is_read_under_its_new_name() -> None:
    forge, talk = fake(renamed={"ada/old": "ada/loom"}), Talk()
    assert len(of(read(forge, talk=talk, project="ada/old"), Item)) == 100
    assert talk.told[0] == "ada/old is now called ada/loom; it is read under its new name."


def test_a_project_that_is_not_there_is_said_so() -> None:
    with (
        opened(fake(), project="ada/nothing") as source,
        pytest.raises(UnreachableError, match="no project ada/nothing"),
    ):
        list(source.records({}))


def test_without_a_token_nothing_is_asked() -> None:
    forge, talk = fake(), Talk()
    talk.access = Access({"HOME": "/nowhere"}, named_by_user=True)
    with opened(forge, talk) as source, pytest.raises(UnreachableError, match="only with a token") as refused:
        list(source.records({}))
    assert "FOLKMOOT_GITHUB_TOKEN" in refused.value.hint
    assert forge.asked == 0


def test_a_token_for_github_com_goes_nowhere_else() -> None:
    forge, talk = fake(), Talk()
    talk.access = Access(
        {"GITHUB_TOKEN": "public", "GH_TOKEN": "public", "HOME": "/nowhere"}, named_by_user=True
    )
    with opened(forge, talk) as source, pytest.raises(UnreachableError, match="token") as refused:
        list(source.records({}))
    assert forge.tokens == set()
    assert " or GH_ENTERPRISE_TOKEN, or log in with `gh auth login --hostname 127.0.0.1" in refused.value.hint


def test_a_token_lies_where_gh_put_it(tmp_path: Path) -> None:
    forge, talk = fake(), Talk()
    talk.access = Access({"GH_CONFIG_DIR": str(tmp_path)}, named_by_user=True)
    with opened(forge, talk) as source:
        (tmp_path / "hosts.yml").write_text(f'"{source.host}":\n    oauth_token: from-gh\n')
        assert list(source.records({}))
    assert forge.tokens == {"Bearer from-gh"}


def test_a_place_nobody_typed_gets_no_token() -> None:
    talk = Talk()
    talk.access = replace(talk.access, named_by_user=False)
    with opened(fake(), talk) as source, pytest.raises(UnreachableError, match="token"):
        list(source.records({}))


def test_fields_of_a_wrong_type_are_named_and_the_good_rows_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    from fake_forge import serving

    real = serving.answer

    def bent(*arguments: Any, **more: Any) -> Any:
        told = real(*arguments, **more)
        told["data"]["repository"]["issues"]["nodes"][0]["number"] = "one"
        told["data"]["repository"]["issues"]["nodes"][1]["comments"] = 7
        told["data"]["repository"]["changes"]["nodes"][0]["reviews"] = {
            "nodes": [{"state": 4}],
            "pageInfo": None,
        }
        return told

    monkeypatch.setattr(serving, "answer", bent)
    with opened(fake()) as source:
        records = list(source.records({}))
    assert len(of(records, Item)) == 98
    said = [str(problem) for problem in source.problems]
    assert any("number should be a whole number, and is a text" in words for words in said)
    assert any("comments should be an object" in words for words in said)
    assert any("state should be a text" in words for words in said)
    assert [reach.quality for reach in of(records, Reach)] == ["lower bound"]
    monkeypatch.undo()
    again = read(fake(), state(records))
    assert [reach.quality for reach in of(again, Reach)] == ["lower bound"]
