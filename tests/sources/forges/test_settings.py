"""Settings of projects at a GitLab, Forgejo and Gitea: what is shown, and what stays open."""

from __future__ import annotations

from typing import Any

import pytest

from folkmoot.model.errors import SourceError, UnreachableError
from folkmoot.model.forge_settings import BranchRules, ForgeSettings, ReleasePage
from folkmoot.sources.forge_settings import read_settings
from sources.forges import test_forge_descriptions as descriptions
from sources.forges.rest_at_hand import TOKEN, Talk
from sources.forges.rest_forge import RestForge

ROOTS = {"gitlab": "api/v4", "forgejo": "api/v1", "gitea": "api/v1"}
LAB = "projects/ada%2Floom"
JO = "repos/ada/loom"
BRANDS = pytest.mark.parametrize("brand", ROOTS)
FAMILY = pytest.mark.parametrize("brand", ["forgejo", "gitea"])
OPEN_LAB: dict[str, Any] = {
    LAB: {"visibility": "public", "default_branch": "main", "only_allow_merge_if_pipeline_succeeds": False},
    f"{LAB}/repository/branches/main": {"protected": False},
}
OPEN_JO: dict[str, Any] = {
    JO: {"private": False, "default_branch": "main"},
    f"{JO}/branches/main": {"protected": False},
}
GUARDED: dict[str, Any] = {
    "protected": True, "effective_branch_protection_name": "ma*", "required_approvals": 2,
    "enable_status_check": True, "status_check_contexts": ["build", "lint"],
}  # fmt: skip


def asked(brand: str, rows: dict[str, Any], talk: Talk | None = None) -> tuple[ForgeSettings, RestForge]:
    size = "per_page" if brand == "gitlab" else "limit"
    forge = RestForge(brand, ROOTS[brand], rows, lambda found, _: found, size)
    with forge.serving() as base:
        return read_settings(f"{brand}+{base}/ada/loom", (talk or Talk()).access), forge


def bare(brand: str) -> dict[str, Any]:
    return OPEN_LAB if brand == "gitlab" else OPEN_JO


def jo(brand: str, rows: dict[str, Any], **about: Any) -> ForgeSettings:
    return asked(brand, {**OPEN_JO, JO: {**OPEN_JO[JO], **about}, **rows})[0]


def guarded_jo(brand: str, *rules: dict[str, Any], **branch: Any) -> BranchRules:
    rows = {f"{JO}/branches/main": {**GUARDED, **branch}, f"{JO}/branch_protections": list(rules)}
    return jo(brand, rows).branch


@BRANDS
def test_a_branch_that_nothing_protects_is_told_so(brand: str) -> None:
    settings, _ = asked(brand, bare(brand))
    assert (settings.forge, settings.is_public, settings.branch.branch) == (brand, True, "main")
    assert settings.branch.needs_change is False
    assert settings.branch.blocks_force_push is False
    assert settings.branch.blocks_deletion is None
    assert settings.branch.checks == ()


@BRANDS
def test_what_is_hidden_is_unknown_and_named(brand: str) -> None:
    rows = {path: row for path, row in bare(brand).items() if path in {LAB, JO}}
    if brand == "gitlab":
        rows[LAB] = {"visibility": "public", "default_branch": "main"}
    settings, _ = asked(brand, rows)
    assert settings.is_public is True
    assert settings.branch == BranchRules("main")
    assert (settings.takes_issues, settings.releases, settings.private_reporting) == (None, None, None)
    assert {"default branch", "releases"} <= set(settings.hidden)


@BRANDS
def test_an_empty_project_has_no_branch_to_tell_of(brand: str) -> None:
    path = LAB if brand == "gitlab" else JO
    settings, forge = asked(brand, {path: {**bare(brand)[path], "default_branch": None}})
    assert settings.branch == BranchRules()
    assert not any("branches" in place for place, _ in forge.asked)


@BRANDS
def test_a_project_that_is_not_shown_is_an_error_with_a_hint(brand: str) -> None:
    with pytest.raises(UnreachableError) as error:
        asked(brand, {})
    assert "check the name" in error.value.hint


@BRANDS
@pytest.mark.parametrize("odd", [{"default_branch": 7}, {"default_branch": ["main"]}, "text", 7])
def test_answers_that_make_no_sense_are_an_error_and_no_traceback(brand: str, odd: Any) -> None:
    with pytest.raises(SourceError):
        asked(brand, {LAB if brand == "gitlab" else JO: odd})


@BRANDS
def test_no_token_is_needed_and_one_is_sent_where_there_is_one(brand: str) -> None:
    _, forge = asked(brand, bare(brand), Talk({"HOME": "/nowhere"}))
    assert forge.tokens == {""}
    _, forge = asked(brand, bare(brand))
    assert forge.tokens == {f"{'Bearer' if brand == 'gitlab' else 'token'} {TOKEN}"}


@BRANDS
def test_a_branch_with_a_slash_is_one_part_of_the_address(brand: str) -> None:
    path, middle = (LAB, "repository/branches") if brand == "gitlab" else (JO, "branches")
    about = {**bare(brand)[path], "default_branch": "next/one"}
    settings, _ = asked(brand, {path: about, f"{path}/{middle}/next%2Fone": {"protected": False}})
    assert settings.branch.needs_change is False


@BRANDS
def test_releases_are_read_with_the_names_of_their_files(brand: str) -> None:
    files = [{"name": "a.tar.gz"}, {"name": "a.asc"}]
    if brand == "gitlab":
        release: dict[str, Any] = {"tag_name": "v1", "description": "Fixed.", "assets": {"links": files}}
    else:
        release = {"tag_name": "v1", "body": "Fixed.", "prerelease": True, "assets": files}
    path = LAB if brand == "gitlab" else JO
    rows = {**bare(brand), f"{path}/releases": [release, *({"tag_name": f"v0.{n}"} for n in range(20))]}
    settings, forge = asked(brand, rows)
    assert settings.releases is not None
    is_early = brand != "gitlab"
    expected = ReleasePage("v1", is_prerelease=is_early, notes=6, assets=("a.tar.gz", "a.asc"))
    assert settings.releases[0] == expected
    assert len(settings.releases) == 10
    assert sum(place.endswith("/releases") for place, _ in forge.asked) == 1


@FAMILY
def test_approvals_and_checks_are_shown_to_everybody(brand: str) -> None:
    branch = guarded_jo(brand, effective_branch_protection_name="")
    assert (branch.approvals, branch.checks, branch.blocks_deletion) == (2, ("build", "lint"), True)
    assert branch.needs_change is None


@FAMILY
@pytest.mark.parametrize(("push", "needs_change"), [(True, False), (False, True), (None, None)])
def test_the_rule_of_the_branch_tells_who_may_push(
    brand: str, push: bool | None, needs_change: bool | None
) -> None:
    other = {"rule_name": "main", "enable_push": push is not True}
    branch = guarded_jo(brand, other, {"rule_name": "ma*", "enable_push": push})
    assert branch.needs_change is needs_change


@pytest.mark.parametrize(
    ("found", "blocks"),
    [({"enable_push": True, "enable_force_push": True}, False), ({"enable_push": True}, None),
     ({"enable_push": True, "enable_force_push": False}, True), ({"enable_push": False}, True)],
)  # fmt: skip
def test_only_a_gitea_may_allow_force_pushes(found: dict[str, Any], blocks: bool | None) -> None:
    assert guarded_jo("gitea", {"rule_name": "ma*", **found}).blocks_force_push is blocks
    assert guarded_jo("forgejo", {"rule_name": "ma*", **found}).blocks_force_push is True


@FAMILY
def test_checks_that_are_off_are_none_and_unnamed_ones_unknown(brand: str) -> None:
    assert guarded_jo(brand, enable_status_check=False).checks == ()
    assert guarded_jo(brand, status_check_contexts=[]).checks is None
    assert guarded_jo(brand, enable_status_check=None).checks is None
    assert guarded_jo(brand, required_approvals=None).approvals is None


@FAMILY
@pytest.mark.parametrize(
    ("about", "public"),
    [({"private": True}, False), ({"internal": True}, False), ({"private": None}, None),
     ({"owner": {"visibility": "limited"}}, False), ({"owner": {"visibility": "public"}}, True)],
)  # fmt: skip
def test_public_is_what_needs_no_account(brand: str, about: dict[str, Any], public: bool | None) -> None:
    assert jo(brand, {}, **about).is_public is public


@FAMILY
def test_issues_may_be_switched_off(brand: str) -> None:
    assert jo(brand, {}, has_issues=False).takes_issues is False


PARTS = {
    "": ("private", "internal", "owner", "has_issues", "default_branch"),
    "/branches/{branch}": (*GUARDED,),
    "/branch_protections": ("rule_name", "enable_push"),
    "/releases": ("tag_name", "prerelease", "body", "assets"),
}


@pytest.mark.shared_data
@pytest.mark.skipif(not descriptions.SPECS.is_dir(), reason="no descriptions here")
@FAMILY
@pytest.mark.parametrize("part", PARTS)
def test_what_is_read_is_described_by_the_forge_itself(brand: str, part: str) -> None:
    path = f"repos/ada/loom{part}"
    found = descriptions.made(brand, descriptions.answer_form(brand, path))
    row = found[0] if isinstance(found, list) else found
    assert set(PARTS[part]) <= set(row)
    if part == "/branch_protections":
        assert ("enable_force_push" in row) is (brand == "gitea")
    if part == "/releases":
        descriptions.check(brand, path, {"limit": "10", "draft": "false"})
    if not part:
        assert "visibility" in row["owner"]
