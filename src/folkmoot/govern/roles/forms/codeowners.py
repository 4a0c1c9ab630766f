"""CODEOWNERS of GitHub, GitLab, Gitea and Bitbucket: who is asked to review which paths.

Only the first of the places counts (a forge's folder, the top, `docs/`), and within a file the last pattern
that matches a path wins, so that a pattern written twice counts with its last line. Owners are handles,
`org/team` or e-mails; GitLab's section headings may carry defaults. Escaped spaces belong to the path.
https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from folkmoot.govern.roles.form import Form, Reading
from folkmoot.govern.roles.wording import holder

ROLE = "code owner"
FOLDERS = (".github/", ".gitlab/", ".gitea/", ".forgejo/", ".bitbucket/", "", "docs/")
_SECTION = re.compile(r"\^?\[([^\]]+)\](?:\[\d+\])?(?:\s+(.*))?$")


class Rule(NamedTuple):
    """One line: a pattern and its owners as written; no owners means that nobody owns what matches."""

    line: int
    pattern: str
    owners: tuple[str, ...]


def rules_of(text: str) -> list[Rule]:
    """Give the rules of a file, in order; comments, empty lines and section headings are left out."""
    rules: list[Rule] = []
    defaults: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        told = re.sub(r"(^|\s)#.*", "", line).strip()
        if section := _SECTION.match(told):
            defaults = (section[2] or "").split()
            continue
        words = re.findall(r"(?:\\.|\S)+", told)
        if words:
            rules.append(Rule(number, words[0].replace("\\ ", " "), tuple(words[1:] or defaults)))
    return rules


def _matches(path: str) -> bool:
    return path.removesuffix("CODEOWNERS") in FOLDERS and path.endswith("CODEOWNERS")


def _in_force(paths: Collection[str]) -> list[str]:
    there = [f"{folder}CODEOWNERS" for folder in FOLDERS if f"{folder}CODEOWNERS" in paths]
    return there[:1]


def _read(reading: Reading, text: str) -> None:
    rules = rules_of(text)
    last = {rule.pattern: rule for rule in rules}
    for rule in rules:
        if last[rule.pattern] is not rule:
            continue
        for owner in rule.owners:
            named = holder(owner) if owner.startswith("@") or "@" in owner else None
            if named is None:
                reading.problem(
                    rule.line, f"{owner[:60]!r} is no owner.", "write @handle, @org/team or an e-mail."
                )
            reading.add(ROLE, rule.pattern, named, rule.line)


FORM = Form("codeowners", _matches, _read, in_force=_in_force)
