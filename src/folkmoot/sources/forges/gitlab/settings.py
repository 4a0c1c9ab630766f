"""How a project is set up at a GitLab: what protects its default branch and its secrets, its newest releases.

The project, whether its branch is protected, and its releases are shown to everybody; rules of branches and
of approvals to members, the latter where the licence has them; a group to who may see it. Where several
rules match a branch, the most permissive one counts. Confidential issues are part of every GitLab's issues:
no setting, so nothing is said.
https://docs.gitlab.com/api/{projects,groups,protected_branches,merge_request_approvals}/
"""

from __future__ import annotations

import re
from urllib.parse import quote

from folkmoot.model.errors import SourceError
from folkmoot.model.forge_settings import BranchRules, ForgeSettings, ReleasePage
from folkmoot.model.hints import RUN_AGAIN
from folkmoot.sources import clock
from folkmoot.sources.forges._project import Project
from folkmoot.sources.forges._settings import NEWEST, Asking, inner, truth
from folkmoot.sources.typed_rows import Row, WrongFieldError

NOBODY = 0
"""The level of access that means: no one."""
MAINTAINER = 40
ALWAYS = frozenset({"regular", "any_approver"})
"""Sorts of approval rules that hold for every change."""
PIPELINE = "pipeline"
"""GitLab requires the pipeline as a whole, no single job of it."""
MOST_GROUPS = 20
"""Groups within groups; GitLab allows so many."""


def settings_of(source: Project) -> ForgeSettings:
    """Ask for the settings of a project. Raises SourceError, UnreachableError."""
    asking = Asking(source.pages(needs_token=False))
    here = f"projects/{quote(source.project, safe='')}"
    try:
        about = asking.project(here, source.project)
        branch = about.word("default_branch", default="")
        sight = about.word("visibility", default="")
        releases = asking.rows(f"{here}/releases?per_page={NEWEST}", "releases", first_page=True)
        return ForgeSettings(
            forge=source.name,
            shown=source.shown,
            read_at=clock.now(),
            is_public=sight == "public" if sight else None,
            takes_issues=_takes_issues(about),
            branch=_rules(asking, here, branch, about) if branch else BranchRules(),
            push_protection=_push_protection(about),
            two_factor_required=_two_factor(asking, about),
            releases=None if releases is None else tuple(_release(each) for each in releases[:NEWEST]),
            hidden=tuple(asking.hidden),
        )
    except WrongFieldError as error:
        raise SourceError(str(error), hint=RUN_AGAIN) from error


def _takes_issues(about: Row) -> bool | None:
    """Tell whether everybody who sees the project may open issues, not its members alone."""
    level = about.word("issues_access_level", default="")
    return level == "enabled" if level else truth(about, "issues_enabled")


def _push_protection(about: Row) -> bool | None:
    """Tell whether pushes are searched for secrets; GitLabs before 17.11 call it something else."""
    found = truth(about, "secret_push_protection_enabled")
    return truth(about, "pre_receive_secret_detection_enabled") if found is None else found


def _two_factor(asking: Asking, about: Row) -> bool | None:
    """Tell whether the project's group, or one above it, asks its members for two factors."""
    space = about.row("namespace")
    if space is None or space.word("kind", default="") != "group":
        return None
    parts = space.word("full_path", default="").split("/")[:MOST_GROUPS]
    paths = ["/".join(parts[:count]) for count in range(len(parts), 0, -1) if all(parts)]
    told: list[bool | None] = []
    for path in paths:
        group = asking.row(f"groups/{quote(path, safe='')}?with_projects=false", "group")
        told.append(truth(group, "require_two_factor_authentication"))
        if told[-1]:
            return True
    return None if None in told or not told else False


def _rules(asking: Asking, here: str, branch: str, about: Row) -> BranchRules:
    seen = asking.row(f"{here}/repository/branches/{quote(branch, safe='')}", "default branch")
    is_protected = truth(seen, "protected")
    rules: list[Row] = []
    if is_protected is not False:
        told = asking.rows(f"{here}/protected_branches?per_page=100", "branch protection") or []
        rules = [rule for rule in told if _matches(rule.word("name"), branch)]
        is_protected = True if rules else is_protected
    approvals = _approvals(asking, here, branch, is_protected=is_protected)
    if not is_protected:
        # A default branch cannot be deleted all the same: that is no setting, so nothing is said of it.
        known = None if is_protected is None else False
        return BranchRules(branch, known, known, None, approvals, _checks(about))
    return BranchRules(
        branch,
        needs_change=_all([_nobody_pushes(rule) for rule in rules]),
        blocks_force_push=_all([_not(truth(rule, "allow_force_push")) for rule in rules]),
        blocks_deletion=True,
        approvals=approvals,
        checks=_checks(about),
    )


def _matches(name: str, branch: str) -> bool:
    """Tell whether a rule's name, in which * stands for anything, is that of a branch."""
    if "*" not in name:
        return name == branch
    # Runs of * are one, so that no name makes the search long.
    pattern = ".*".join(re.escape(part) for part in re.sub(r"\*+", "*", name).split("*"))
    return name.count("*") <= 5 and re.fullmatch(pattern, branch) is not None


def _nobody_pushes(rule: Row) -> bool | None:
    """Tell whether a rule lets nobody push: "no one" is a level of its own; None where it has no level."""
    levels = [each.number("access_level", default=MAINTAINER) for each in inner(rule, "push_access_levels")]
    return all(level == NOBODY for level in levels) if levels else None


def _not(found: bool | None) -> bool | None:
    return None if found is None else not found


def _all(found: list[bool | None]) -> bool | None:
    """Give no where one is no, yes where all are yes; unknown where there are none, or one is unknown."""
    if False in found:
        return False
    return None if None in found or not found else True


def _approvals(asking: Asking, here: str, branch: str, *, is_protected: bool | None) -> int | None:
    """Give how many others must approve: one person may satisfy several rules, so the largest counts."""
    rules = asking.rows(f"{here}/approval_rules?per_page=100", "approval rules")
    if rules is None or is_protected is None:
        return None
    needed = max((_needed(rule, branch, is_protected=is_protected) for rule in rules), default=0)
    if not needed:
        return 0
    may_author = truth(asking.row(f"{here}/approvals", "approval settings"), "merge_requests_author_approval")
    return None if may_author is None else needed - may_author


def _needed(rule: Row, branch: str, *, is_protected: bool) -> int:
    """Give the approvals one rule needs for the branch; a rule that names no branches holds for all."""
    named = [_matches(each.word("name"), branch) for each in inner(rule, "protected_branches")]
    is_for_all = rule.truth("applies_to_all_protected_branches")
    holds = is_protected if is_for_all else any(named) or not named
    is_always = rule.word("rule_type", default="regular") in ALWAYS
    return rule.number("approvals_required", default=0) if holds and is_always else 0


def _checks(about: Row) -> tuple[str, ...] | None:
    """Give the pipeline where it must succeed; None where checks of other services are required."""
    must = truth(about, "only_allow_merge_if_pipeline_succeeds")
    if must:
        return (PIPELINE,)
    return None if must is None or about.truth("only_allow_merge_if_all_status_checks_passed") else ()


def _release(row: Row) -> ReleasePage:
    """Read a release. GitLab marks none as a foretaste, and packs the sources of each by itself."""
    links = inner(row.row("assets"), "links")
    notes = len(row.text("description", default=""))
    return ReleasePage(row.word("tag_name"), notes=notes, assets=tuple(each.word("name") for each in links))
