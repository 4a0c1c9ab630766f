"""CODEOWNERS proposed from the history: for each folder, the accounts that wrote and reviewed most there.

What it writes:
    .github/CODEOWNERS (or .gitlab/CODEOWNERS, or CODEOWNERS) with a line for everything and one for each
    folder at the top that has its own people, by the last 12 months. A start for a talk, not a verdict: those
    named should be asked first.

What it never does:
    Name anybody whose account is not known from the forge, from a no-reply address, or from
    `.folkmoot/people/`. Change a file that is there. Rank: names stand in alphabetical order.

References:
    GitHub, about code owners: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
"""

from __future__ import annotations

import re

from folkmoot.i18n import Message, Text
from folkmoot.model.check import Outcome
from folkmoot.model.fix import Bench, Edit, Fix, Mending, Owned

THERE = ("CODEOWNERS", ".github/CODEOWNERS", ".gitlab/CODEOWNERS", "docs/CODEOWNERS", ".forgejo/CODEOWNERS")
HANDLE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,98}[A-Za-z0-9_])?")
HEAD = (
    "# Who is asked to review changes to which folder. Proposed from a year of history: who wrote and who",
    "# reviewed there. Ask those who are named, and take out who should not be asked. The last line that",
    "# fits a file counts.",
    "",
)


def propose(bench: Bench) -> Mending:
    """Give the new file, or say what is not known."""
    paths = set(bench.ground.paths())
    there = next((path for path in THERE if path in paths), "")
    if there:
        return Mending(notes=(Message("There is one already: {path}.", {"path": there}),))
    owned = bench.owners()
    if owned is None:
        return Mending(notes=("The history was not read, so that nobody can be proposed.",))
    known = {each.folder: _handles(each) for each in owned}
    everywhere = known.pop("", [])
    lines = [_line("", everywhere)] if everywhere else []
    lines += [_line(folder, handles) for folder, handles in sorted(known.items()) if handles != everywhere]
    unnamed = max((each.unnamed for each in owned if not each.folder), default=0)
    notes: list[Text] = []
    if unnamed:
        notes.append(
            Message(
                "{count} more people work here whose account is not known: `.folkmoot/people/HANDLE.toml` "
                "tells it, or `folkmoot sync --forge`.",
                {"count": unnamed},
            )
        )
    lines = [line for line in lines if line]
    if not lines:
        return Mending(notes=("Nobody worked here in the last year whose account is known.", *notes))
    notes.append("Only people who may write to the repository count as owners at the forge.")
    folder = next((each for each in (".github/", ".gitlab/") if any(p.startswith(each) for p in paths)), "")
    text = "\n".join([*HEAD, *lines]) + "\n"
    return Mending((Edit(f"{folder}CODEOWNERS", None, text.encode()),), tuple(notes))


def _handles(owned: Owned) -> list[str]:
    good = {handle for handle in owned.handles if HANDLE.fullmatch(handle)}
    return sorted((f"@{handle}" for handle in good), key=str.casefold)


def _line(folder: str, handles: list[str]) -> str:
    """Give one line, "" where nobody is known or the folder's name cannot be written safely."""
    if not handles or (folder and not re.fullmatch(r"[\w.@+-]+(?:/[\w.@+-]+)*", folder)):
        return ""
    return f"{f'/{folder}/' if folder else '*'} {' '.join(handles)}"


FIX = Fix(
    id="codeowners",
    title="Propose CODEOWNERS from who wrote and reviewed what",
    answers=("hardening-code-owners",),
    propose=propose,
    fits=lambda finding: finding.outcome is Outcome.NOT_APPLICABLE,
)
