"""SECURITY-INSIGHTS that says what its format asks for.

Question:
    Does SECURITY-INSIGHTS hold every value that its format asks for?

Why it matters:
    Whoever judges a project for others asks this file instead of its maintainers. Half a file is asked again
    by mail, and one that leads nowhere is worse than none.

How it is counted:
    The values that version 2 of the format requires, with every value that is empty or missing. An address
    under the reserved name `.invalid` is known to lead nowhere: then it is unknown where the project is. No
    file is no fault: not every project is asked such questions.

What it does not tell:
    Whether what the file attests is true, and whether its addresses answer.

References:
    OpenSSF, Security Insights specification: https://github.com/ossf/security-insights/blob/main/docs/schema.md
    RFC 2606, reserved names: https://www.rfc-editor.org/rfc/rfc2606
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from folkmoot.checks.hardening._held import About, finding
from folkmoot.checks.osps._insights import Insights, insights, leads_nowhere
from folkmoot.i18n import Message
from folkmoot.model.check import Check, Evidence, Finding, Ground, Outcome, Risk

TITLE = "SECURITY-INSIGHTS that is complete"
WHY = (
    "Whoever judges a project for others asks this file instead of its maintainers. Half a file is asked "
    "again by mail, and one that leads nowhere is worse than none."
)
REMEDY = (
    "Fill in what is missing, or take the file out: https://github.com/ossf/security-insights tells what "
    "each value means."
)
NONE = (
    "There is none, and not every project is asked such questions. `folkmoot fix security-insights` begins "
    "one with what the files show."
)
HEADER = ("header.schema-version", "header.last-updated", "header.last-reviewed", "header.url")
PROJECT = (
    "project.name", "project.administrators.*.name", "project.repositories.*.name",
    "project.repositories.*.url", "project.repositories.*.comment",
    "project.vulnerability-reporting.reports-accepted",
    "project.vulnerability-reporting.bug-bounty-available",
)  # fmt: skip
REPOSITORY = (
    "repository.status", "repository.url", "repository.accepts-change-request",
    "repository.accepts-automated-change-request", "repository.core-team.*.name", "repository.license.url",
    "repository.license.expression", "repository.security.assessments.self.comment",
)  # fmt: skip
PARENT = "header.project-si-source"


_finding = partial(finding, About("hardening-security-insights", TITLE, WHY, REMEDY, "half an hour"))


def decide(ground: Ground) -> Finding:
    """Look for each value that the format requires."""
    told = insights(ground)
    if not told.path:
        return _finding(Outcome.NOT_APPLICABLE, NONE)
    if told.problem and ground.read(told.path, 1) is None:
        return _finding(Outcome.UNKNOWN, told.problem)
    if told.problem:
        return _finding(Outcome.ERROR, told.problem, (Evidence(told.problem, told.path),))
    version = next(iter(told.named("header.schema-version")), None)
    if version is not None and version.value.startswith("1."):
        said = Message("{path} is of version 1 of the format, which version 2 replaced.", {"path": told.path})
        return _finding(Outcome.NO, said, (Evidence(said, told.path, version.line),))
    lacking = tuple(_lacking(told, _required(told)))
    if lacking:
        said = Message("{path} lacks values: {count}.", {"path": told.path, "count": len(lacking)})
        return _finding(Outcome.NO, said, lacking)
    nowhere = tuple(each for each in told.fields if leads_nowhere(each.value))
    if nowhere:
        said = Message("{path} gives addresses that lead nowhere yet: {count}.",
                       {"path": told.path, "count": len(nowhere)})  # fmt: skip
        spots = (Evidence(Message("{key}: {value}", {"key": each.key, "value": each.value[:120]}),
                          told.path, each.line) for each in nowhere)  # fmt: skip
        return _finding(Outcome.UNKNOWN, said, tuple(spots))
    return _finding(Outcome.YES, Message("{path} has what the format asks for.", {"path": told.path}))


def _required(told: Insights) -> Iterator[str]:
    """Give the keys that are required here: a file with a parent leaves the project to it."""
    has_parent = any(each.value for each in told.named(PARENT))
    parts = {each.key.partition(".")[0] for each in told.fields}
    yield from HEADER
    if "project" in parts or not has_parent:
        yield from PROJECT
    if "repository" in parts or has_parent:
        yield from REPOSITORY


def _lacking(told: Insights, required: Iterable[str]) -> Iterator[Evidence]:
    for key in required:
        found = told.named(key)
        empty = [each for each in found if not each.value.strip()]
        if not found or empty:
            what = Message("{key} is empty." if empty else "{key} is missing.", {"key": key})
            yield Evidence(what, told.path, empty[0].line if empty else 0)


CHECK = Check(
    id="hardening-security-insights",
    version=1,
    title=TITLE,
    question="Does SECURITY-INSIGHTS hold every value that its format asks for?",
    page="security",
    decide=decide,
    definition="https://github.com/ossf/security-insights/blob/main/docs/schema.md",
    order=87,
    risk=Risk.LOW,
)
