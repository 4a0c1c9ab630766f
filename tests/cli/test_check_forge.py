"""`folkmoot check --forge` against the fake forge, which renames, fails and limits as a real one does."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from folkmoot.model.forge_settings import ForgeSettings
from folkmoot.sources.forge_settings import read_settings
from sources.forges.forge_at_hand import TOKEN, Talk, fake, needs_schema

if TYPE_CHECKING:
    from cli.conftest import Answer, Call
    from sources.git.repositories import Repository

pytestmark = needs_schema


@pytest.fixture(autouse=True)
def token(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FOLKMOOT_GITHUB_TOKEN", TOKEN)


def check(call: Call, project: Repository, forge: Any, name: str = "ada/loom", form: str = "json") -> Answer:
    with forge.serving() as base:
        return call(
            "check",
            project.place,
            "--profile",
            "osps-1",
            "--format",
            form,
            "--forge",
            f"github+{base}/{name}",
        )


def outcomes(answer: Answer) -> dict[str, str]:
    return {each["id"]: each["outcome"] for each in json.loads(answer.out)["answers"]}


def test_what_a_forge_shows_to_everybody_is_answered(call: Call, project: Repository) -> None:
    forge = fake()
    answer = check(call, project, forge)
    found = outcomes(answer)
    assert (found["OSPS-QA-01.01"], found["OSPS-AC-03.01"]) == ("yes", "no")
    assert "does not show: default permission of workflows." in answer.err
    assert forge.settings == 8
    assert f"Bearer {TOKEN}" in forge.tokens
    assert TOKEN not in answer.out + answer.err


def test_without_a_token_the_same_is_shown(
    call: Call, project: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """But for the policy, which GraphQL tells nobody without one."""
    whole = outcomes(check(call, project, fake()))
    for name in ("FOLKMOOT_GITHUB_TOKEN", "GITHUB_TOKEN", "GH_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    forge = fake()
    bare = outcomes(check(call, project, forge))
    assert forge.asked == 0
    assert forge.tokens == {""}
    assert {name for name in whole if whole[name] != bare[name]} <= {"OSPS-VM-02.01", "OSPS-VM-01.01"}


def test_who_may_administer_is_told_more(call: Call, project: Repository) -> None:
    forge = fake()
    mine = forge.world["ada/loom"]
    mine["viewerPermission"] = "ADMIN"
    guarded = {"name": "main", "protected": True}
    mine["settings"] = {
        "public": {"branches/main": guarded},
        "admin": {
            "branches/main/protection": {
                "required_pull_request_reviews": {"required_approving_review_count": 1},
                "allow_force_pushes": {"enabled": False}, "allow_deletions": {"enabled": False},
            }
        },
    }  # fmt: skip
    answer = check(call, project, forge)
    found = outcomes(answer)
    assert (found["OSPS-AC-03.01"], found["OSPS-AC-03.02"]) == ("yes", "yes")
    assert "does not show" not in answer.err
    mine["viewerPermission"] = "READ"
    answer = check(call, project, forge)
    assert outcomes(answer)["OSPS-AC-03.01"] == "unknown"
    assert "branch protection" in answer.err


def test_a_project_that_is_not_there_is_exit_code_three(call: Call, project: Repository) -> None:
    answer = check(call, project, fake(), "ada/nothing")
    assert answer.code == 3
    assert "has no project ada/nothing, or does not show it." in answer.err
    assert "hint:" in answer.err


@pytest.mark.parametrize("form", ["text", "markdown", "sarif", "scorecard-json", "osps-json"])
def test_every_format_is_written(call: Call, project: Repository, form: str) -> None:
    assert check(call, project, fake(), form=form).out


def settings(forge: Any, name: str = "ada/loom", talk: Talk | None = None) -> ForgeSettings:
    with forge.serving() as base:
        return read_settings(f"github+{base}/{name}", (talk or Talk()).access)


PLAIN = ("branch", "releases", "is_public", "takes_issues", "private_reporting", "security_policy", "hidden")


def told(found: ForgeSettings) -> list[object]:
    return [getattr(found, name) for name in PLAIN]


@pytest.mark.parametrize("switches", [
    {"failing_every": 3}, {"truncating_every": 3}, {"secondary_every": 4}, {"packed": False},
])  # fmt: skip
def test_what_goes_wrong_on_the_way_changes_nothing(switches: dict[str, Any]) -> None:
    talk = Talk()
    assert told(settings(fake(**switches), talk=talk)) == told(settings(fake()))
    assert (talk.slept > 0) is ("packed" not in switches)


def test_a_renamed_project_is_followed_once_and_told() -> None:
    talk, forge = Talk(), fake(renamed={"ada/old": "ada/loom"})
    assert told(settings(forge, "ada/old", talk)) == told(settings(fake()))
    assert talk.told == ["ada/old is now called ada/loom; it is read under its new name."]
    assert forge.rest == forge.settings + 1
    talk = Talk()
    settings(forge, talk=talk)
    assert talk.told == []


def test_releases_are_the_newest_that_everybody_sees() -> None:
    releases = settings(fake()).releases
    assert releases is not None
    assert [each.tag for each in releases[:2]] == ["v10.0", "v9.0"]
