"""SECURITY-INSIGHTS, version 2: what a project says about its own security, in a form that machines read.

What it writes:
    .github/security-insights.yml (or security-insights.yml) with what the files show: licence, policy,
    guides, whether changes by tools are welcome. What only a person knows comes from answers; without one,
    and wherever something is merely likely, a comment that begins with `TODO` stands there.

What it never does:
    Attest for anybody what was not answered. Change a file that is there.

References:
    OpenSSF, Security Insights specification: https://github.com/ossf/security-insights/blob/main/docs/schema.md
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence

from folkmoot.i18n import Message, Text
from folkmoot.model.check import Ground, Outcome
from folkmoot.model.fix import Asked, Bench, Edit, Fix, Mending

THERE = re.compile(r"(?:|\.github/|\.gitlab/|\.forgejo/|\.gitea/|docs/)security[-_]insights\.ya?ml")
VERSION = "2.2.0"
CONTACT = Asked("contact", "Where do reports of vulnerabilities go: a mail address")
MAINTAINERS = Asked("maintainers", "Who answers for this project: names, with commas between")
LICENCE = Asked("licence", "Under which licence is it, as an SPDX expression (such as Apache-2.0)")
WEB = Asked("web", "Where is the repository: its https address")
FORMS = {
    "security-policy": r"(?:\.github/|\.gitlab/|docs/)?security(?:\.md|\.rst|\.txt)?",
    "contributing-guide": r"(?:\.github/|\.gitlab/|docs/)?contributing(?:\.md|\.rst|\.txt)?",
    "code-of-conduct": r"(?:\.github/|\.gitlab/|docs/)?code[-_]of[-_]conduct(?:\.md|\.rst|\.txt)?",
    "governance": r"(?:\.github/|\.gitlab/|docs/)?governance(?:\.md|\.rst|\.txt)?",
    "licence": r"(?:licen[cs]e|copying)(?:\.md|\.rst|\.txt)?",
}
UPDATERS = re.compile(
    r"\.github/dependabot\.ya?ml|(?:\.github/|\.gitlab/)?renovate\.json5?|\.renovaterc(?:\.json)?"
)


def propose(bench: Bench) -> Mending:
    """Give the new file, with what is left to a person marked."""
    there = next((path for path in bench.ground.paths() if THERE.fullmatch(path.lower())), "")
    if there:
        return Mending(notes=(Message("There is one already: {path}.", {"path": there}),))
    folder = ".github/" if any(path.startswith(".github/") for path in bench.ground.paths()) else ""
    path = f"{folder}security-insights.yml"
    text = "\n".join(_lines(bench, path)) + "\n"
    left = text.count("TODO")
    notes: list[Text] = ["It is an attestation: read every line before you publish it."]
    if left:
        notes.append(Message("Lines left for you, marked TODO: {count}.", {"count": left}))
    return Mending((Edit(path, None, text.encode()),), tuple(notes))


def _lines(bench: Bench, path: str) -> list[str]:
    web = (bench.answer(WEB) or bench.web).rstrip("/")
    files = {name: _found(bench.ground, pattern) for name, pattern in FORMS.items()}
    people = [name.strip() for name in bench.answer(MAINTAINERS).split(",") if name.strip()]
    contact, licence = bench.answer(CONTACT), bench.answer(LICENCE) or _declared(bench.ground)
    today = bench.today.isoformat()
    has_policy = bool(files["security-policy"] or contact)
    takes_tools = any(UPDATERS.fullmatch(each) for each in bench.ground.paths())
    team = _people(people)
    return [
        "header:",
        f"  schema-version: {VERSION}",
        f"  last-updated: {_word(today)}",
        f"  last-reviewed: {_word(today)}",
        _said("  url", _at(web, path), "the https address of this file"),
        "project:",
        f"  name: {_word(bench.name.rpartition('/')[2])}",
        "  administrators:",
        *team,
        "  repositories:",
        f"    - name: {_word(bench.name.rpartition('/')[2])}",
        _said("      url", web, "the https address of the repository"),
        '      comment: "The sources."',
        "  vulnerability-reporting:",
        "    reports-accepted: " + ("true" if has_policy else "false  # TODO: true when somebody reads them"),
        "    bug-bounty-available: false  # TODO: true where reports are paid for",
        *_optional("    policy", _at(web, files["security-policy"])),
        *(
            ["    contact:", f"      name: {_word(people[0] if people else 'Security')}",
             f"      email: {_word(contact)}", "      primary: true"]
            if "@" in contact else []
        ),
        *_documentation(web, files, ("code-of-conduct",)),
        "repository:",
        _said("  url", web, "the https address of the repository"),
        "  status: active  # TODO: active, or one of the format's other words",
        "  accepts-change-request: true  # TODO: false where nobody takes changes",
        f"  accepts-automated-change-request: {str(takes_tools).lower()}",
        "  core-team:",
        *team,
        "  license:",
        _said("    url", _at(web, files["licence"]), "the https address of the licence file"),
        _said("    expression", licence, "an SPDX expression, such as Apache-2.0"),
        *_documentation(web, files, ("contributing-guide", "governance", "security-policy")),
        "  security:",
        "    assessments:",
        "      self:",
        '        comment: "No assessment has been published."',
    ]  # fmt: skip


def _documentation(web: str, files: dict[str, str], names: Sequence[str]) -> list[str]:
    named = {name: _at(web, files[name]) for name in names}
    told = [f"    {name}: {_word(place)}" for name, place in named.items() if place]
    return ["  documentation:", *told] if told else []


def _people(names: Sequence[str]) -> list[str]:
    if not names:
        return ['    # TODO: who answers for it\n    - name: ""\n      primary: true']
    return [
        f"    - name: {_word(name)}\n      primary: {'true' if number == 0 else 'false'}"
        for number, name in enumerate(names)
    ]


def _found(ground: Ground, pattern: str) -> str:
    """Give the file of one form that lies highest."""
    fitting = [path for path in ground.paths() if re.fullmatch(pattern, path.lower())]
    return min(fitting, key=lambda path: (path.count("/"), path), default="")


def _declared(ground: Ground) -> str:
    """Give the one expression in which everything that says something about the licence agrees."""
    said = {each.expression for each in (ground.licences.said if ground.licences else ()) if each.expression}
    return said.pop() if len(said) == 1 else ""


def _at(web: str, path: str) -> str:
    return f"{web}/blob/HEAD/{path}" if web and path else ""


def _optional(key: str, value: str) -> list[str]:
    return [f"{key}: {_word(value)}"] if value else []


def _said(key: str, value: str, wanted: str) -> str:
    return f"{key}: {_word(value)}" if value else f'{key}: ""  # TODO: {wanted}'


def _word(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


FIX = Fix(
    id="security-insights",
    title="Write SECURITY-INSIGHTS from what is known",
    answers=("hardening-security-insights",),
    propose=propose,
    fits=lambda finding: finding.outcome is Outcome.NOT_APPLICABLE,
    asks=(WEB, MAINTAINERS, CONTACT, LICENCE),
)
