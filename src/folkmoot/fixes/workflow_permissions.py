"""Workflows that say what their token may do: `permissions: contents: read` at the top of each that does not.

What it writes:
    Two lines before `jobs:` in every workflow without `permissions` at its top. Everything else stays byte by
    byte, comments included.

What it never does:
    Touch a workflow that says something already, even `write-all`: that may be meant. Give a job more rights:
    jobs that seem to write with the token are named, because they need `permissions` of their own from now.

References:
    GitHub, assigning permissions to jobs: https://docs.github.com/en/actions/writing-workflows/choosing-what-your-workflow-does/controlling-permissions-for-github_token
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from folkmoot.fixes._workflow_text import (
    Event,
    events,
    newline_of,
    pairs,
    top_keys,
    word,
    workflow_files,
)
from folkmoot.i18n import Message, Text, say
from folkmoot.model.check import Finding
from folkmoot.model.fix import Bench, Edit, Fix, Mending

ADDED = ("permissions:", "  contents: read", "")
WRITES = re.compile(
    r"git push|gh (?:release|pr|issue|api)\b|secrets\.GITHUB_TOKEN|github\.token|"
    r"^(?:softprops/action-gh-release|peter-evans/|actions/(?:stale|labeler|deploy-pages|"
    r"first-interaction|attest)|JamesIves/|peaceiris/actions-gh-pages|stefanzweifel/|"
    r"release-drafter/|github/codeql-action/|googleapis/release-please|changesets/action|"
    r"docker/login-action|ossf/scorecard-action|slsa-framework/|pypa/gh-action-pypi-publish)",
)
"""Signs that a job uses the token for more than reading, or asks for an identity."""
NOTHING_SAID = re.compile(r"\bnothing at the top\b", re.IGNORECASE)


def propose(bench: Bench) -> Mending:
    """Give the edits, and name what may need more rights than reading."""
    edits: list[Edit] = []
    notes: list[Text] = []
    for path, text in workflow_files(bench.ground):
        seen = events(text)
        keys = top_keys(seen) if seen else {}
        if seen is None or ("jobs" not in keys and "permissions" not in keys):
            notes.append(Message("{path} cannot be read as a workflow; it is left alone.", {"path": path}))
            continue
        if "permissions" in keys:
            continue
        after = _with_permissions(text, seen[keys["jobs"][0]].line)
        if not _adds_only_that(seen, events(after)):
            notes.append(Message("{path} is written in an unusual way; it is left alone.", {"path": path}))
            continue
        edits.append(Edit(path, text.encode(), after.encode()))
        notes += _writers(path, seen, keys["jobs"][1])
    return Mending(tuple(edits), tuple(notes))


def _with_permissions(text: str, place: int) -> str:
    """Give the text with the lines added before line `place`, and before the comments right above it."""
    end = newline_of(text)
    lines = text.split("\n")
    while place and lines[place - 1].startswith("#"):
        place -= 1  # a comment above `jobs:` belongs to it
    added = [line + end.removesuffix("\n") for line in ADDED]
    if place and lines[place - 1].strip():
        added = [end.removesuffix("\n"), *added]
    return "\n".join([*lines[:place], *added, *lines[place:]])


def _adds_only_that(before: list[Event], after: list[Event] | None) -> bool:
    """Tell whether the parser sees the very same file but for the one key."""
    if after is None:
        return False
    told = [event.said for event in after]
    added = [event.said for event in events("permissions:\n  contents: read\n") or []][3:-3]
    kept = [event.said for event in before]
    place = next((n for n, (a, b) in enumerate(zip(kept, told, strict=False)) if a != b), -1)
    return place >= 0 and told == [*kept[:place], *added, *kept[place:]]


def _writers(path: str, seen: list[Event], jobs: int) -> Iterator[Text]:
    """Name the jobs without rights of their own that show a sign of writing."""
    if seen[jobs].kind != "MappingStart":
        return
    for job, _, value, end in pairs(seen, jobs):
        own = {key for key, *_ in pairs(seen, value)} if seen[value].kind == "MappingStart" else set()
        said = (word(event) for event in seen[value:end])
        sign = next((found[0] for each in said if (found := WRITES.search(each))), "")
        if sign and "permissions" not in own:
            yield Message(
                "{path}, job {job}: it seems to use the token for more than reading ({sign}). Give that job "
                "`permissions` of its own.",
                {"path": path, "job": job, "sign": sign},
            )


def is_about_silence(finding: Finding) -> bool:
    """Tell whether a workflow says nothing; what one may write on purpose is taken away by hand."""
    return any(NOTHING_SAID.search(say(spot.what)) for spot in finding.spots)


FIX = Fix(
    id="workflow-permissions",
    title="Say at the top of every workflow that its token may only read",
    answers=("scorecard-token-permissions",),
    propose=propose,
    fits=is_about_silence,
)
