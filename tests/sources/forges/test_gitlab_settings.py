"""Settings of projects at a GitLab: its rules, and that all we read is documented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from folkmoot.model.forge_settings import BranchRules, ForgeSettings
from folkmoot.sources.json_elements import loads
from sources.forges.test_settings import LAB, OPEN_LAB, asked


def lab(rows: dict[str, Any], **about: Any) -> ForgeSettings:
    return asked("gitlab", {**OPEN_LAB, LAB: {**OPEN_LAB[LAB], **about}, **rows})[0]


def guarded_lab(*rules: dict[str, Any]) -> BranchRules:
    seen = {f"{LAB}/repository/branches/main": {"protected": True}}
    return lab({**seen, f"{LAB}/protected_branches": list(rules)}).branch


def rule(name: str, *levels: int, force: bool = False) -> dict[str, Any]:
    push = [{"access_level": level} for level in levels]
    return {"name": name, "push_access_levels": push, "allow_force_push": force}


@pytest.mark.parametrize(("sight", "public"), [("public", True), ("internal", False), ("private", False)])
def test_gitlab_tells_who_sees_a_project(sight: str, public: bool) -> None:
    assert lab({}, visibility=sight).is_public is public


@pytest.mark.parametrize(("level", "takes"), [("enabled", True), ("private", False), ("disabled", False)])
def test_gitlab_tells_who_may_open_issues(level: str, takes: bool) -> None:
    assert lab({}, issues_access_level=level).takes_issues is takes


def test_gitlab_tells_of_push_protection_where_the_licence_has_it() -> None:
    assert lab({}).push_protection is None
    assert lab({}, secret_push_protection_enabled=True).push_protection is True
    assert lab({}, secret_push_protection_enabled=False).push_protection is False


def test_an_older_gitlab_calls_push_protection_something_else() -> None:
    assert lab({}, pre_receive_secret_detection_enabled=True).push_protection is True


def in_groups(told: dict[str, bool | None], kind: str = "group") -> ForgeSettings:
    rows: dict[str, Any] = {
        f"groups/{path.replace('__', '%2F')}": {"require_two_factor_authentication": value}
        for path, value in told.items()
    }
    return lab(rows, namespace={"kind": kind, "full_path": "looms/engines"})


@pytest.mark.parametrize(
    ("told", "required"),
    [
        ({"looms__engines": True}, True),
        ({"looms__engines": False, "looms": True}, True),
        ({"looms__engines": False, "looms": False}, False),
        ({"looms__engines": False}, None),
        ({"looms__engines": False, "looms": None}, None),
        ({}, None),
    ],
    ids=["the group", "one above", "neither", "one above is hidden", "one above does not say", "both hidden"],
)
def test_a_gitlab_group_asks_for_two_factors_or_one_above_it(
    told: dict[str, bool | None], required: bool | None
) -> None:
    assert in_groups(told).two_factor_required is required


def test_a_project_of_one_person_has_no_group_to_ask() -> None:
    settings = in_groups({"looms": True}, "user")
    assert settings.two_factor_required is None
    assert "group" not in settings.hidden


def test_gitlabs_rule_for_no_one_needs_changes() -> None:
    branch = guarded_lab(rule("main", 0))
    assert (branch.needs_change, branch.blocks_force_push, branch.blocks_deletion) == (True, True, True)


@pytest.mark.parametrize(
    ("rules", "needs_change", "blocks_force"),
    [([rule("main", 40)], False, True), ([rule("main", 0, 40)], False, True),
     ([rule("main", 0), rule("m*", 30, force=True)], False, False), ([rule("m*n", 0)], True, True),
     ([rule("main", 0), rule("other", 40, force=True)], True, True), ([rule("main")], None, True),
     ([rule("mai.", 0)], None, None), ([rule("*" * 50 + "x", 0)], None, None), ([], None, None)],
)  # fmt: skip
def test_gitlabs_most_permissive_matching_rule_counts(
    rules: list[dict[str, Any]], needs_change: bool | None, blocks_force: bool | None
) -> None:
    branch = guarded_lab(*rules)
    assert (branch.needs_change, branch.blocks_force_push) == (needs_change, blocks_force)


def test_a_protected_branch_whose_rules_are_hidden_is_unknown() -> None:
    settings = lab({f"{LAB}/repository/branches/main": {"protected": True}})
    assert settings.branch == BranchRules("main", blocks_deletion=True, checks=())
    assert "branch protection" in settings.hidden


@pytest.mark.parametrize(
    ("rules", "author", "approvals"),
    [([], None, 0), ([{"approvals_required": 2}, {"approvals_required": 1}], False, 2),
     ([{"approvals_required": 2}], True, 1), ([{"approvals_required": 2}], None, None),
     ([{"approvals_required": 2, "rule_type": "report_approver"}], False, 0),
     ([{"approvals_required": 2, "protected_branches": [{"name": "old"}]}], False, 0),
     ([{"approvals_required": 2, "protected_branches": [{"name": "ma*"}]}], False, 2),
     ([{"approvals_required": 2, "applies_to_all_protected_branches": True}], False, 0)],
)  # fmt: skip
def test_gitlabs_approvals_are_those_of_others_on_the_default_branch(
    rules: list[dict[str, Any]], author: bool | None, approvals: int | None
) -> None:
    rows: dict[str, Any] = {f"{LAB}/approval_rules": rules}
    if author is not None:
        rows[f"{LAB}/approvals"] = {"merge_requests_author_approval": author}
    assert lab(rows).branch.approvals == approvals


def test_gitlabs_rules_for_all_protected_branches_hold_for_a_protected_one() -> None:
    rows: dict[str, Any] = {
        f"{LAB}/repository/branches/main": {"protected": True},
        f"{LAB}/approval_rules": [{"approvals_required": 2, "applies_to_all_protected_branches": True}],
        f"{LAB}/approvals": {"merge_requests_author_approval": False},
    }
    assert lab(rows).branch.approvals == 2
    del rows[f"{LAB}/repository/branches/main"]
    hidden: dict[str, Any] = {f"{LAB}/repository/branches/main": {}}
    assert lab({**rows, **hidden}).branch.approvals is None


def test_gitlab_requires_the_pipeline_as_a_whole() -> None:
    assert lab({}, only_allow_merge_if_pipeline_succeeds=True).branch.checks == ("pipeline",)
    assert lab({}, only_allow_merge_if_pipeline_succeeds=None).branch.checks is None
    assert lab({}, only_allow_merge_if_all_status_checks_passed=True).branch.checks is None


LAB_PAGES = {
    "projects/{}": {
        "default_branch", "visibility", "issues_access_level", "issues_enabled", "namespace",
        "only_allow_merge_if_pipeline_succeeds", "only_allow_merge_if_all_status_checks_passed",
        "secret_push_protection_enabled", "pre_receive_secret_detection_enabled",
    },
    "projects/{}/repository/branches/{}": {"name", "protected", "can_push", "default"},
    "projects/{}/protected_branches": {
        "id", "name", "push_access_levels", "merge_access_levels", "allow_force_push",
        "code_owner_approval_required", "inherited",
    },
    "projects/{}/approval_rules": {
        "id", "name", "rule_type", "approvals_required", "applies_to_all_protected_branches",
        "protected_branches", "contains_hidden_groups",
    },
    "projects/{}/approvals": {
        "merge_requests_author_approval", "merge_requests_disable_committers_approval",
        "reset_approvals_on_push",
    },
    "projects/{}/releases": {"tag_name", "description", "name", "released_at", "assets"},
    "groups/{}": {"id", "full_path", "require_two_factor_authentication"},
    "push_access_levels": {"id", "access_level", "access_level_description", "user_id", "group_id",
                           "deploy_key_id"},
    "namespace": {"id", "name", "path", "kind", "full_path"},
    "assets": {"count", "sources", "links"},
    "links": {"id", "name", "url", "link_type"},
}  # fmt: skip
"""What GitLab's documentation names, by page: what is asked and read of settings must stand in it.

https://docs.gitlab.com/api/{projects,branches,protected_branches,merge_request_approvals,releases,groups}/
"""
WHOLE_LAB: dict[str, Any] = {
    LAB: {
        "visibility": "public", "default_branch": "main", "issues_access_level": "enabled",
        "only_allow_merge_if_pipeline_succeeds": True, "secret_push_protection_enabled": True,
        "namespace": {"kind": "group", "full_path": "looms"},
    },
    "groups/looms": {"require_two_factor_authentication": True},
    f"{LAB}/repository/branches/main": {"protected": True},
    f"{LAB}/protected_branches": [
        {"name": "main", "allow_force_push": False, "push_access_levels": [
            {"access_level": 0}, {"access_level": 40, "deploy_key_id": 1}]},
        {"name": "release/*", "push_access_levels": [{"access_level": None, "group_id": 7}]},
    ],
    f"{LAB}/approval_rules": [{"rule_type": "regular", "approvals_required": 2, "protected_branches": []}],
    f"{LAB}/approvals": {"merge_requests_author_approval": False},
    f"{LAB}/releases": [{"tag_name": "v1", "description": "x", "assets": {"links": [{"name": "a.asc"}]}}],
}  # fmt: skip


def page_of(path: str) -> str:
    return re.sub(r"(branches/)[^/]+$|%2F[^/]+|(?<=groups/)[^/]+", r"\1{}", path).replace("ada{}", "{}")


def names_in(value: Any, page: str) -> Iterator[tuple[str, str]]:
    """Give (page, field) of everything in an answer, nested objects under their own field."""
    for row in value if isinstance(value, list) else [value]:
        for name, inside in row.items() if isinstance(row, dict) else ():
            yield page, name
            if isinstance(inside, dict | list):
                yield from names_in(inside, f"projects/{{}}/{name}" if name == "protected_branches" else name)


def test_every_page_and_field_of_gitlabs_settings_is_documented() -> None:
    settings, forge = asked("gitlab", WHOLE_LAB)
    assert {page_of(path) for path, _ in forge.asked} <= set(LAB_PAGES)
    for path, row in WHOLE_LAB.items():
        for page, name in names_in(row, page_of(path)):
            assert name in LAB_PAGES[page], (page, name)
    assert settings.hidden == ()
    assert settings.branch == BranchRules("main", False, True, True, 2, ("pipeline",))


def test_only_documented_fields_of_gitlabs_settings_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    read = set()

    class Noting(dict[str, Any]):
        def get(self, field: str, default: Any = None) -> Any:
            read.add(field)
            return super().get(field, default)

    def noting(value: Any) -> Any:
        if isinstance(value, list):
            return [noting(one) for one in value]
        return Noting({k: noting(v) for k, v in value.items()}) if isinstance(value, dict) else value

    monkeypatch.setattr("folkmoot.sources.web.pages.loads", lambda text: noting(loads(text)))
    asked("gitlab", WHOLE_LAB)
    assert {"allow_force_push", "require_two_factor_authentication", "approvals_required"} <= read
    assert read <= frozenset().union(*LAB_PAGES.values())
