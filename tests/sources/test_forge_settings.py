"""Settings at a GitHub: the published description of its answers, and a forge at hand."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from folkmoot.model.errors import SourceError, UnreachableError, UsageError
from folkmoot.model.forge_settings import ForgeSettings, ReleasePage
from folkmoot.model.source import Access
from folkmoot.sources.forge_settings import read_settings
from folkmoot.sources.forges.github.settings import POLICY
from sources.forges.forge_at_hand import TOKEN, contracts
from sources.settings_at_hand import DOCS, PLAIN, forge

REPO = "/repos/{owner}/{repo}"
BRANCH = f"{REPO}/branches/{{branch}}"
READ = {
    REPO: "private default_branch has_issues has_discussions web_commit_signoff_required "
    "security_and_analysis owner",
    BRANCH: "protected protection",
    f"{BRANCH}/protection": "required_pull_request_reviews required_status_checks allow_force_pushes "
    "allow_deletions",
    f"{REPO}/private-vulnerability-reporting": "enabled",
    f"{REPO}/actions/permissions/workflow": "default_workflow_permissions",
    f"{REPO}/community/profile": "files",
    f"{REPO}/releases": "tag_name prerelease body assets",
    f"{REPO}/security-advisories": "ghsa_id",
    f"{REPO}/rules/branches/{{branch}}": "",
    "/orgs/{org}": "two_factor_requirement_enabled default_repository_permission",
}
"""What is asked for and which fields are read."""

needs_description = pytest.mark.skipif(
    not contracts.place("github-rest.json").is_file(),
    reason="GitHub's published REST description is not in the cache: run python tools/contracts.py",
)


@cache
def description() -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(contracts.place("github-rest.json").read_text(encoding="utf-8"))
    return whole


def told(path: str) -> dict[str, Any]:
    """The description of a good answer at an address."""
    answer: dict[str, Any] = description()["paths"][path]["get"]["responses"]["200"]["content"][
        "application/json"
    ]
    return answer


def whole(form: dict[str, Any]) -> dict[str, Any]:
    """A form with its reference followed, a list's items taken."""
    form = form.get("items", form)
    if "$ref" in form:
        form = description()["components"]["schemas"][form["$ref"].rsplit("/", 1)[1]]
    return form


def examples(path: str) -> list[Any]:
    found = told(path).get("examples", {}).values()
    parts = [
        description()["components"]["examples"][each["$ref"].rsplit("/", 1)[1]]
        for each in found
        if "$ref" in each
    ]
    return [each["value"] for each in parts]


@needs_description
@pytest.mark.parametrize("path", READ)
def test_what_is_read_is_in_the_published_form(path: str) -> None:
    assert set(READ[path].split()) <= set(whole(told(path)["schema"]).get("properties", {})) or not READ[path]


@needs_description
def test_kinds_of_rules_are_those_of_the_published_form() -> None:
    form = json.dumps(description()["components"]["schemas"])
    for kind in ("pull_request", "non_fast_forward", "deletion", "required_status_checks"):
        assert f'"enum": ["{kind}"]' in form
    for field in ("required_approving_review_count", "required_status_checks", "context"):
        assert f'"{field}"' in form


def read(answers: Mapping[str, Any], *, token: str = "") -> ForgeSettings:
    environment = {"FOLKMOOT_GITHUB_TOKEN": token} if token else {"HOME": "/nowhere"}
    with forge(answers) as origin:
        return read_settings(origin, Access(environment, named_by_user=True, sleep=lambda _: None))


@needs_description
def test_the_published_examples_can_be_read() -> None:
    names = {"owner": "ada", "repo": "moot", "org": "octo", "branch": "main"}
    answers = {path.format(**names): examples(path)[0] for path in READ if examples(path)}
    answers["/repos/ada/moot"] = answers["/repos/ada/moot"] | {
        "default_branch": "main",
        "full_name": "ada/moot",
    }
    answers["/repos/ada/moot"]["owner"] |= {"login": "octo", "type": "Organization"}
    answers["/repos/ada/moot/branches/main"] |= {"protected": True}
    settings = read(answers)
    assert settings.is_public is True
    assert settings.two_factor_required is True
    assert settings.member_permission == "read"
    assert settings.workflow_permission == "read"
    assert settings.releases
    assert settings.releases[0].tag == "v1.0.0"
    assert settings.branch.checks
    assert settings.branch.approvals == 2


def test_what_is_hidden_is_unknown_and_named() -> None:
    settings = read({"/repos/ada/moot": PLAIN["/repos/ada/moot"]})
    assert settings.is_public is True
    assert settings.branch.needs_change is None
    assert settings.branch.approvals is None
    assert settings.branch.checks is None
    assert settings.private_reporting is None
    assert settings.releases is None
    assert {"rulesets", "releases", "private vulnerability reporting"} <= set(settings.hidden)


def test_a_branch_that_nothing_protects_is_told_so() -> None:
    branch = read(PLAIN).branch
    assert (branch.needs_change, branch.blocks_deletion, branch.approvals, branch.checks) == (
        False,
        False,
        0,
        (),
    )


def test_a_protected_branch_whose_protection_is_hidden_is_unknown() -> None:
    branch = read(PLAIN | {"/repos/ada/moot/branches/main": {"protected": True}}).branch
    assert (branch.needs_change, branch.blocks_deletion, branch.approvals, branch.checks) == (
        None,
        None,
        None,
        None,
    )


def test_rulesets_and_branch_protection_add_up() -> None:
    answers = PLAIN | {
        "/repos/ada/moot/branches/main": {
            "protected": True, "protection": {"required_status_checks": {"contexts": ["build"]}},
        },
        "/repos/ada/moot/rules/branches/main": [
            {"type": "deletion"},
            {"type": "pull_request", "parameters": {"required_approving_review_count": 1}},
            {"type": "required_status_checks", "parameters": {"required_status_checks": [DOCS]}},
        ],
        "/repos/ada/moot/branches/main/protection": {
            "required_pull_request_reviews": {"required_approving_review_count": 2},
            "required_status_checks": {"contexts": ["build", "lint"]},
            "allow_force_pushes": {"enabled": True}, "allow_deletions": {"enabled": False},
        },
    }  # fmt: skip
    branch = read(answers).branch
    assert (branch.needs_change, branch.blocks_deletion, branch.blocks_force_push) == (True, True, False)
    assert branch.approvals == 2
    assert branch.checks == ("docs", "build", "lint")


def test_releases_are_read_with_the_names_of_their_files() -> None:
    page = {
        "tag_name": "v1",
        "prerelease": False,
        "body": "Fixed.",
        "assets": [{"name": "a.tar.gz"}, {"name": "a.asc"}],
    }
    settings = read(PLAIN | {"/repos/ada/moot/releases": [page, {"tag_name": "v0", "prerelease": True}]})
    assert settings.releases == (
        ReleasePage("v1", is_prerelease=False, notes=6, assets=("a.tar.gz", "a.asc")),
        ReleasePage("v0", is_prerelease=True),
    )


def test_the_rest_is_read_where_it_is_shown() -> None:
    about = {**PLAIN["/repos/ada/moot"], "has_issues": True, "has_discussions": False,
             "security_and_analysis": {"secret_scanning": {"status": "enabled"}}}  # fmt: skip
    settings = read(PLAIN | {
        "/repos/ada/moot": about,
        "/repos/ada/moot/private-vulnerability-reporting": {"enabled": False},
        "/repos/ada/moot/community/profile": {
            "files": {
                "contributing": None, "code_of_conduct_file": {"url": "u"}, "pull_request_template": None,
            },
        },
        "/repos/ada/moot/security-advisories": [{"ghsa_id": "GHSA-1"}],
    })  # fmt: skip
    assert (settings.takes_issues, settings.has_discussions) == (True, False)
    assert (settings.secret_scanning, settings.push_protection) == (True, None)
    assert (settings.private_reporting, settings.contributing_guide) == (False, False)
    assert settings.published_advisories == 1
    assert (settings.code_of_conduct, settings.change_template) == (True, False)
    asked = ("code-of-conduct", "change-template", "issue-template", "contributing", "security", "readme")
    assert [settings.provides(each) for each in asked] == [True, None, None, False, None, None]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [({"data": {"repository": {"isSecurityPolicyEnabled": True}}}, True),
     ({"data": {"repository": {"isSecurityPolicyEnabled": False}}}, False),
     ({"data": None}, None), (b"<html>", None), (502, None)],
)  # fmt: skip
def test_whether_there_is_a_policy_only_a_token_is_told(answer: Any, expected: bool | None) -> None:
    if answer != 502:
        assert read(PLAIN | {"/graphql": answer}, token=TOKEN).security_policy is expected
    assert read(PLAIN | {"/graphql": answer}).security_policy is None


def test_the_question_about_the_policy_is_valid() -> None:
    if not contracts.place("github.graphql").is_file():
        pytest.skip("GitHub's published schema is not in the cache: run python tools/contracts.py")
    from fake_forge.resolving import checked

    assert checked(POLICY)


def test_no_token_is_needed_and_one_is_sent_to_its_own_host_only() -> None:
    seen: list[str] = []
    with forge(PLAIN, seen) as origin:
        read_settings(origin, Access({"HOME": "/nowhere"}, named_by_user=True))
        assert set(seen) == {""}
        seen.clear()
        read_settings(origin, Access({"FOLKMOOT_GITHUB_TOKEN": TOKEN}, named_by_user=True))
    assert set(seen) == {f"Bearer {TOKEN}"}
    assert len(seen) > 8


@pytest.mark.parametrize(("status", "hint"), [(404, "check the name"), (401, "FOLKMOOT_GITHUB_TOKEN")])
def test_a_project_that_is_not_shown_is_an_error_with_a_hint(status: int, hint: str) -> None:
    with pytest.raises(UnreachableError) as error:
        read({"/repos/ada/moot": status})
    assert hint in error.value.hint


@pytest.mark.parametrize(
    "odd",
    [b"<html>", [1, 2], {"private": "yes"}, {"private": False, "default_branch": 7}, b'{"private": false' ],
    ids=["html", "list", "text", "number", "half"],
)  # fmt: skip
def test_answers_that_make_no_sense_are_an_error_and_no_traceback(odd: Any) -> None:
    with pytest.raises(SourceError):
        read({"/repos/ada/moot": odd})


def test_a_source_without_settings_leaves_everything_open(tmp_path: Path) -> None:
    dump = tmp_path / "2024-05-01-12.json"
    dump.write_text("{}\n", encoding="utf-8")
    settings = read_settings(str(dump), Access())
    assert settings == ForgeSettings(settings.forge, settings.shown)


def test_what_is_no_forge_is_a_usage_error() -> None:
    with pytest.raises(UsageError):
        read_settings("ftp://example.org/ada/moot", Access())
