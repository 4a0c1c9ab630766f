"""How a project is set up at its forge: what protects its branch, its secrets, its reports and its releases.

Every field that is None (or "" for a word) was not shown: to this token, or by this brand of forge. What is
not shown is unknown, never "no". Nothing in here is personal.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ReleasePage:
    """One release as the forge shows it: `notes` counts characters, `assets` are file names."""

    tag: str
    is_prerelease: bool = False
    notes: int = 0
    assets: tuple[str, ...] = ()


@dataclass(frozen=True)
class BranchRules:
    """What the forge makes sure of on the default branch, by branch protection and by rulesets together.

    `needs_change`: nobody pushes to it without a change. `approvals`: how many people other than the author
    must approve. `checks`: the names of the status checks that must pass.
    """

    branch: str = ""
    needs_change: bool | None = None
    blocks_force_push: bool | None = None
    blocks_deletion: bool | None = None
    approvals: int | None = None
    checks: tuple[str, ...] | None = None


@dataclass(frozen=True)
class ForgeSettings:
    """The settings of one project at one forge. `read_at` is in seconds since 1970; `shown` is its address.

    `workflow_permission` and `member_permission` are the forge's words ("read", "write", "none", "admin").
    `releases` are the newest first, at most a page. `hidden` names what the token may not see. Guides and
    policies are those that the forge shows, also where the owner provides them for all repositories.
    """

    forge: str
    shown: str
    read_at: int = 0
    is_public: bool | None = None
    takes_issues: bool | None = None
    has_discussions: bool | None = None
    security_policy: bool | None = None
    contributing_guide: bool | None = None
    code_of_conduct: bool | None = None
    change_template: bool | None = None
    issue_template: bool | None = None
    branch: BranchRules = BranchRules()
    private_reporting: bool | None = None
    published_advisories: int | None = None
    secret_scanning: bool | None = None
    push_protection: bool | None = None
    two_factor_required: bool | None = None
    workflow_permission: str = ""
    member_permission: str = ""
    sign_off_required: bool | None = None
    releases: tuple[ReleasePage, ...] | None = None
    hidden: tuple[str, ...] = ()

    def provides(self, file: str) -> bool | None:
        """Tell whether the forge shows a file that people look for, by the id of its check; None: not told.

        Only of guides and policies a forge's silence is a no: of the others it shows but the usual forms.
        """
        told = {
            "code-of-conduct": self.code_of_conduct or None,
            "change-template": self.change_template or None,
            "issue-template": self.issue_template or None,
            "contributing": self.contributing_guide,
            "security": self.security_policy,
        }
        return told.get(file)
