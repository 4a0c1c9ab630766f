"""How a project is set up at a GitHub: its branch's rules, its safeguards, its newest releases.

Most of it GitHub shows to everybody; branch protection, the default token and secret scanning only to who may
administer, two factors only to an organisation's owners. What is not shown stays None, and is named.
https://docs.github.com/rest
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from urllib.parse import quote, unquote

from folkmoot.i18n import Message
from folkmoot.model.errors import SourceError, UnreachableError
from folkmoot.model.forge_settings import BranchRules, ForgeSettings, ReleasePage
from folkmoot.model.hints import RUN_AGAIN
from folkmoot.sources import clock
from folkmoot.sources.forges.github import RENAMED, GitHub
from folkmoot.sources.forges.github.asking import how_to_log_in
from folkmoot.sources.forges.github.events import ACCEPT, VERSION
from folkmoot.sources.json_elements import loads
from folkmoot.sources.typed_rows import Row, WrongFieldError
from folkmoot.sources.web.client import Client

NEWEST = 10
"""Releases asked for."""
MOST_ADVISORIES = 100
HIDDEN = frozenset({401, 403, 404})
POLICY = """
query ($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { isSecurityPolicyEnabled }
}
"""
"""What REST does not tell: a policy in the owner's .github repository counts here."""


def settings_of(source: GitHub) -> ForgeSettings:
    """Ask for the settings of a project. Raises SourceError, UnreachableError."""
    graphql, root = source.roots()
    token = source.token()
    client = Client(root, source.access, token=token)
    try:
        settings = _Settings(client, root, source.project, source.shown).read()
        policy = _has_policy(client, graphql, source.project) if token else None
        return replace(settings, security_policy=policy)
    except WrongFieldError as error:
        raise SourceError(str(error), hint=RUN_AGAIN) from error
    finally:
        client.close()


def _has(guides: Row | None, name: str) -> bool | None:
    """Tell whether a profile shows a file, None without a profile."""
    return None if guides is None else guides.row(name) is not None


def _has_policy(client: Client, graphql: str, project: str) -> bool | None:
    """Ask GraphQL, which answers nobody without a token; None where it does not tell."""
    owner, name = project.split("/")
    body = json.dumps({"query": POLICY, "variables": {"owner": owner, "name": name}}).encode()
    answer = client.ask(graphql, body=body)
    try:
        data = (
            Row(loads(answer.body), client.host, "the answer").row("data") if answer.status == 200 else None
        )
    except ValueError:
        return None
    return _truth(data.row("repository") if data else None, "isSecurityPolicyEnabled")


class _Settings:
    """One reading. `hidden` collects what was not shown."""

    def __init__(self, client: Client, root: str, project: str, shown: str) -> None:
        self.client = client
        self.root = root
        self.project = quote(project)
        self.shown = shown
        self.hidden: list[str] = []

    def read(self) -> ForgeSettings:
        about = self.row(f"/repos/{self.project}", "")
        if about is None:
            raise UnreachableError(
                f"{self.client.host} has no project {self.project}, or does not show it.",
                hint=f"check the name; for a private one, {how_to_log_in(self.client.host)}",
            )
        self.follow(about.word("full_name", default=""))
        here = f"/repos/{self.project}"
        branch = about.word("default_branch", default="")
        safeguards = about.row("security_and_analysis")
        owner = about.row("owner")
        is_organisation = owner is not None and owner.word("type", default="") == "Organization"
        organisation = (
            self.row(f"/orgs/{quote(owner.word('login'))}", "organisation")
            if owner is not None and is_organisation
            else None
        )
        reporting = self.row(f"{here}/private-vulnerability-reporting", "private vulnerability reporting")
        pipelines = self.row(f"{here}/actions/permissions/workflow", "default permission of workflows")
        community = self.row(f"{here}/community/profile", "community profile")
        advisories = self.rows(
            f"{here}/security-advisories?state=published&per_page={MOST_ADVISORIES}", "advisories"
        )
        releases = self.rows(f"{here}/releases?per_page={NEWEST}", "releases")
        guides = community.row("files") if community else None
        return ForgeSettings(
            forge="github",
            shown=self.shown,
            read_at=clock.now(),
            is_public=not about.truth("private"),
            takes_issues=_truth(about, "has_issues"),
            has_discussions=_truth(about, "has_discussions"),
            contributing_guide=_has(guides, "contributing"),
            code_of_conduct=_has(guides, "code_of_conduct_file"),
            change_template=_has(guides, "pull_request_template"),
            issue_template=_has(guides, "issue_template"),
            branch=self.rules(here, branch) if branch else BranchRules(),
            private_reporting=_truth(reporting, "enabled"),
            published_advisories=None if advisories is None else len(advisories),
            secret_scanning=_switch(safeguards, "secret_scanning"),
            push_protection=_switch(safeguards, "secret_scanning_push_protection"),
            two_factor_required=_truth(organisation, "two_factor_requirement_enabled"),
            workflow_permission=pipelines.word("default_workflow_permissions", default="")
            if pipelines
            else "",
            member_permission=organisation.word("default_repository_permission", default="")
            if organisation
            else "",
            sign_off_required=_truth(about, "web_commit_signoff_required"),
            releases=None if releases is None else tuple(_release(each) for each in releases),
            hidden=tuple(self.hidden),
        )

    def follow(self, called: str) -> None:
        """Go on under the name a project has now, and tell it: each answer would else be led there."""
        if called and called.casefold() != unquote(self.project).casefold():
            self.client.access.tell(Message(RENAMED, {"old": unquote(self.project), "new": called}))
            self.project = quote(called)

    def rules(self, here: str, branch: str) -> BranchRules:
        """Put together what rulesets and branch protection ask for."""
        at = f"{here}/branches/{quote(branch, safe='')}"
        about = self.row(at, "default branch")
        rules = self.rows(f"{here}/rules/branches/{quote(branch, safe='')}", "rulesets")
        is_protected = _truth(about, "protected")
        classic = self.row(f"{at}/protection", "branch protection") if is_protected is not False else None
        known = classic is not None or is_protected is False
        by_kind = {each.word("type"): each.row("parameters") for each in rules or ()}
        reviews = classic.row("required_pull_request_reviews") if classic else None
        asked = [by_kind.get("pull_request"), reviews]
        approvals = max(
            (each.number("required_approving_review_count", default=0) for each in asked if each), default=0
        )
        required = self.checks(about, by_kind.get("required_status_checks"), classic)
        is_whole = known and rules is not None
        return BranchRules(
            branch,
            needs_change=_sure("pull_request" in by_kind or reviews is not None, is_whole),
            blocks_force_push=_sure(
                "non_fast_forward" in by_kind or _forbids(classic, "allow_force_pushes"), is_whole
            ),
            blocks_deletion=_sure("deletion" in by_kind or _forbids(classic, "allow_deletions"), is_whole),
            approvals=approvals if approvals or is_whole else None,
            checks=required if required or is_whole else None,
        )

    def checks(self, about: Row | None, rule: Row | None, classic: Row | None) -> tuple[str, ...]:
        """Give the names of all required status checks that are shown."""
        found = [each.word("context") for each in _rows(rule, "required_status_checks")]
        protection = about.row("protection") if about else None
        for holder in (protection, classic):
            checks = holder.row("required_status_checks") if holder else None
            if checks is not None:
                found += checks.words("contexts")
        return tuple(dict.fromkeys(found))

    def row(self, path: str, name: str) -> Row | None:
        """Give the object at an address, None where it is not shown. Raises SourceError."""
        told = self._told(path, name)
        return None if told is None else Row(told, self.client.host, name or path)

    def rows(self, path: str, name: str) -> list[Row] | None:
        """Give the objects of a list, None where it is not shown. Raises SourceError."""
        told = self._told(path, name)
        return None if told is None else _rows(Row({"it": told}, self.client.host, name), "it")

    def _told(self, path: str, name: str) -> Any:
        headers = {"accept": ACCEPT, "x-github-api-version": VERSION}
        answer = self.client.ask(f"{self.root}{path}", headers=headers)
        if answer.status == 401 and not name:
            raise UnreachableError(
                f"{self.client.host} does not accept the token.", hint=how_to_log_in(self.client.host)
            )
        if answer.status in HIDDEN or not 200 <= answer.status < 300:
            if name:
                self.hidden.append(name)
            return None
        try:
            return loads(answer.body)
        except ValueError as error:
            raise SourceError(f"{self.client.host} gives no JSON at {path}.", hint=RUN_AGAIN) from error


def _sure(found: bool, is_whole: bool) -> bool | None:
    """Give yes for what was found, no only where everything that could hold it was seen."""
    return True if found else False if is_whole else None


def _truth(row: Row | None, field: str) -> bool | None:
    return None if row is None or row.values.get(field) is None else row.truth(field)


def _switch(row: Row | None, field: str) -> bool | None:
    found = row.row(field) if row else None
    return None if found is None else found.word("status", default="") == "enabled"


def _forbids(classic: Row | None, field: str) -> bool:
    """Tell whether branch protection forbids something; where it says nothing it allows nothing."""
    if classic is None:
        return False
    found = classic.row(field)
    return found is None or not found.truth("enabled")


def _rows(row: Row | None, field: str) -> list[Row]:
    if row is None:
        return []

    def wrong(error: WrongFieldError) -> None:
        raise error

    return list(row.rows(field, wrong))


def _release(row: Row) -> ReleasePage:
    assets: Iterable[Row] = _rows(row, "assets")
    return ReleasePage(
        row.word("tag_name"), row.truth("prerelease"), len(row.text("body", default="")),
        tuple(each.word("name") for each in assets),
    )  # fmt: skip
