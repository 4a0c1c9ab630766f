"""What ran on the newest commit of a change at the fake forge: made up, the same for the same number."""

from __future__ import annotations

from fake_forge.nodes import Listing, Node, untested


def suite(slug: str, at: str, conclusion: str | None = "SUCCESS", status: str = "COMPLETED") -> Node:
    """Give a suite of checks of one app."""
    return {
        "__typename": "CheckSuite", "app": {"slug": slug}, "status": status, "conclusion": conclusion,
        "updatedAt": at,
    }  # fmt: skip


def context(name: str, at: str, state: str = "SUCCESS", target: str | None = None) -> Node:
    """Give one status of a commit."""
    return {
        "__typename": "StatusContext", "context": name, "state": state, "targetUrl": target, "createdAt": at,
    }  # fmt: skip


def commits(head: str, state: str | None = None, *runs: Node) -> Listing:
    """Give the commits of a change, of which the newest one matters; `state` sums up what ran there."""
    statuses = [run for run in runs if run["__typename"] == "StatusContext"]
    suites = Listing(run for run in runs if run["__typename"] == "CheckSuite")
    commit = untested(head) | {
        "statusCheckRollup": {"state": state} if state else None,
        "status": {"contexts": statuses} if statuses else None, "checkSuites": suites,
    }  # fmt: skip
    return Listing([{"commit": commit}])


def made_up(head: str, number: int, at: str) -> Listing:
    """Give one of seven cases by the number of a change: of ten, seven passed a test by Scorecard's rule."""
    app = "github-actions"
    if number % 10 == 0:
        return commits(head, None, suite("dependabot", at, None, "QUEUED"))
    if number % 10 == 1:
        return commits(head, "FAILURE", suite(app, at, "FAILURE"), context("license/cla", at))
    if number % 10 == 2:
        return commits(head, "SUCCESS", context("license/cla", at, target="https://cla.example.org/1"))
    if number % 10 == 3:
        target = "https://app.circleci.com/pipelines/1"
        return commits(head, "SUCCESS", context("ci: build", at, target=target))
    if number % 10 == 4:
        return commits(head, "FAILURE", suite(app, at, "FAILURE"), suite(app, at), suite("other", at))
    return commits(
        head, "SUCCESS", suite(app, at), suite(app, at, "SKIPPED"), suite("other", at, None, "QUEUED")
    )


def with_runs(project: Node) -> Node:
    """Give a project whose merged changes all have something, or nothing, that ran: dumps do not know it."""
    for change in project["pullRequests"]:
        if change["mergedAt"]:
            change["commits"] = made_up(change["headRefOid"], change["number"], change["mergedAt"])
    return project
