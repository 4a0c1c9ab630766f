"""How a project is set up at a Forgejo or Gitea: what protects its default branch, and its newest releases.

Required approvals and status checks are shown to everybody, as parts of the branch; who may push only to who
may administer, in the branch's rule. A protected branch can be neither deleted nor, at a Forgejo, pushed to
by force; Gitea has a switch for the latter. https://forgejo.org/docs/latest/user/protection/
"""

from __future__ import annotations

from urllib.parse import quote

from folkmoot.model.errors import SourceError
from folkmoot.model.forge_settings import BranchRules, ForgeSettings, ReleasePage
from folkmoot.model.hints import RUN_AGAIN
from folkmoot.sources import clock
from folkmoot.sources.forges._project import Project
from folkmoot.sources.forges._settings import NEWEST, Asking, inner, truth
from folkmoot.sources.typed_rows import Row, WrongFieldError

SWITCHABLE = frozenset({"gitea"})
"""Brands at which a protected branch may take force pushes."""


def settings_of(source: Project) -> ForgeSettings:
    """Ask for the settings of a project of this family. Raises SourceError, UnreachableError."""
    asking = Asking(source.pages())
    here = f"repos/{quote(source.project, safe='/')}"
    try:
        about = asking.project(here, source.project)
        branch = about.word("default_branch", default="")
        releases = asking.rows(f"{here}/releases?limit={NEWEST}&draft=false", "releases", first_page=True)
        return ForgeSettings(
            forge=source.name,
            shown=source.shown,
            read_at=clock.now(),
            is_public=_is_public(about),
            takes_issues=truth(about, "has_issues"),
            branch=_rules(asking, here, branch, source.name) if branch else BranchRules(),
            releases=None if releases is None else tuple(_release(each) for each in releases[:NEWEST]),
            hidden=tuple(asking.hidden),
        )
    except WrongFieldError as error:
        raise SourceError(str(error), hint=RUN_AGAIN) from error


def _is_public(about: Row) -> bool | None:
    """Say no for what only people with an account see: internal, or of an owner that is not public."""
    is_private = truth(about, "private")
    owner = about.row("owner")
    sight = owner.word("visibility", default="") if owner else ""
    if is_private or about.truth("internal") or sight in {"limited", "private"}:
        return False
    return None if is_private is None else True


def _rules(asking: Asking, here: str, branch: str, brand: str) -> BranchRules:
    about = asking.row(f"{here}/branches/{quote(branch, safe='')}", "default branch")
    is_protected = truth(about, "protected")
    if about is None or is_protected is None:
        return BranchRules(branch)
    if not is_protected:
        # No forge of this family deletes a default branch: that is no setting, and no rule allows it.
        return BranchRules(branch, needs_change=False, blocks_force_push=False, approvals=0, checks=())
    rule = _rule(asking, here, about.word("effective_branch_protection_name", default=""))
    may_push = truth(rule, "enable_push")
    shown = about.values.get("required_approvals") is not None
    return BranchRules(
        branch,
        needs_change=None if may_push is None else not may_push,
        blocks_force_push=_blocks_force(rule, brand, may_push=may_push),
        blocks_deletion=True,
        approvals=about.number("required_approvals") if shown else None,
        checks=_checks(about),
    )


def _rule(asking: Asking, here: str, name: str) -> Row | None:
    """Give the rule that holds for the branch: its name, and all rules, are shown to administrators."""
    if not name:
        asking.hidden.append("branch protection")
        return None
    rules = asking.rows(f"{here}/branch_protections", "branch protection") or []
    return next((rule for rule in rules if rule.word("rule_name", default="") == name), None)


def _blocks_force(rule: Row | None, brand: str, *, may_push: bool | None) -> bool | None:
    if brand not in SWITCHABLE or may_push is False:
        return True
    allowed = truth(rule, "enable_force_push")
    return None if allowed is None else not allowed


def _checks(about: Row) -> tuple[str, ...] | None:
    """Give the required status checks; None where some are required, and not told which."""
    is_on = truth(about, "enable_status_check")
    return None if is_on is None else (about.words("status_check_contexts") or None) if is_on else ()


def _release(row: Row) -> ReleasePage:
    return ReleasePage(
        row.word("tag_name"), row.truth("prerelease"), len(row.text("body", default="")),
        tuple(each.word("name") for each in inner(row, "assets")),
    )  # fmt: skip
