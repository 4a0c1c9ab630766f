"""Code owners that name what is there.

Question:
    Do the lines of CODEOWNERS fit files that are there, and name accounts?

Why it matters:
    The last line that fits a file says who is asked to review it. A line for a folder that has moved asks
    nobody, and one that the forge cannot read is passed over without a word: changes there wait, or land
    without those who know the place.

How it is counted:
    The CODEOWNERS that forges read (in .github/, .gitlab/ or .forgejo/, at the top or in docs/). A line is
    told that fits no file of the commit, or whose owners are neither @account, @team/name nor a mail address.
    No file, and one of comments only, is no fault: few projects need one before several people share the
    work.

What it does not tell:
    Whether those who are named may write to the repository, which the forge asks of owners, and whether they
    still look after the place.

References:
    GitHub, about code owners: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
    GitLab, syntax of code owners: https://docs.gitlab.com/user/project/codeowners/reference/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, partial

from folkmoot.checks.hardening._held import About, finding
from folkmoot.i18n import Message, Text
from folkmoot.model.check import Check, Evidence, Finding, Ground, Outcome, Risk

TITLE = "Code owners that name what is there"
WHY = (
    "A line for a folder that has moved asks nobody, and one that the forge cannot read is passed over "
    "without a word: changes there wait, or land without those who know the place."
)
REMEDY = (
    "Take out the lines for what is gone, or give them the path it has now, and write accounts with @. Ask "
    "those who are named whether they still want to be asked."
)
NONE = (
    "No file says who is asked to review what, and few projects need one before several people share the "
    "work. `folkmoot fix codeowners` proposes one from a year of history."
)
PLACES = (".github/CODEOWNERS", ".gitlab/CODEOWNERS", ".forgejo/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
SECTION = re.compile(r"\^?\[[^\]]{1,200}\]")
OWNER = re.compile(r"@?@[\w.-]{1,100}(?:/[\w.-]{1,100}){0,20}|[^\s@]{1,100}@[\w-]{1,100}(?:\.[\w-]{1,63})+")
LARGEST = 1_000_000
MOST_TRIES = 40
"""Patterns with wildcards that are tried in full on one commit; beyond them, what could fit fits."""
MOST_LINES = 5_000


_finding = partial(finding, About("hardening-code-owners", TITLE, WHY, REMEDY, "ten minutes"))


def decide(ground: Ground) -> Finding:
    """Hold every line against the files of the commit."""
    paths = frozenset(ground.paths())
    path = next((each for each in PLACES if each in paths and each not in ground.links()), "")
    if not path:
        return _finding(Outcome.NOT_APPLICABLE, NONE)
    content = ground.read(path, LARGEST)
    if content is None:
        return _finding(Outcome.UNKNOWN, Message("{path} is not in this clone.", {"path": path}))
    lines = list(_lines(content.decode("utf-8", "replace")))
    if not lines:
        return _finding(Outcome.NOT_APPLICABLE, Message("{path} names nobody.", {"path": path}))
    there = _There(ground)
    spots = tuple(
        Evidence(what, path, number)
        for number, pattern, owners in lines
        if (what := _wrong(pattern, owners, there))
    )
    if spots:
        said = Message("Lines of {path} that ask nobody: {count}.", {"path": path, "count": len(spots)})
        return _finding(Outcome.NO, said, spots)
    return _finding(Outcome.YES, Message("Every line of {path} fits something.", {"path": path}))


class _There:
    """What is there to be fitted: paths, folders and their names, each made when it is first needed."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.tries = 0

    @cached_property
    def files(self) -> frozenset[str]:
        return frozenset(self.ground.paths())

    @cached_property
    def folders(self) -> frozenset[str]:
        found: set[str] = set()
        for path in self.ground.paths():
            while (path := path.rpartition("/")[0]) and path not in found:
                found.add(path)
        return frozenset(found)

    @cached_property
    def names(self) -> frozenset[str]:
        return frozenset(each.rpartition("/")[2] for each in (*self.files, *self.folders))

    @cached_property
    def text(self) -> str:
        return "\n".join(self.ground.paths())


def _lines(text: str) -> Iterator[tuple[int, str, list[str]]]:
    """Give (line, pattern, owners); comments, headings of sections and empty lines are left out."""
    for number, line in enumerate(text.split("\n")[:MOST_LINES], 1):
        # A space that is written with a backslash is one of the path.
        words = [word.replace("\0", " ") for word in line.replace("\\ ", "\0").partition(" #")[0].split(None)]
        if words and not words[0].startswith("#") and not SECTION.match(line.strip()):
            yield number, words[0].replace("\\#", "#"), words[1:]


def _wrong(pattern: str, owners: list[str], there: _There) -> Text:
    """Say what is wrong with a line, "" where nothing is; one without owners means nobody, on purpose."""
    strange = [owner for owner in owners if not OWNER.fullmatch(owner)]
    if strange:
        return Message("“{owner}” is no account and no address.", {"owner": strange[0][:80]})
    if pattern.startswith("!"):
        return "Forges know no exceptions that begin with “!”."
    if owners and not _fits(pattern, there):
        return Message("“{pattern}” fits no file here.", {"pattern": pattern[:120]})
    return ""


def _fits(pattern: str, there: _There) -> bool:
    """Tell whether a pattern fits a file or folder; what is too odd to be tried fits."""
    is_folder = pattern.endswith(("/", "/**"))
    body = pattern.removesuffix("/**").strip("/")
    is_anchored = "/" in pattern.removesuffix("/**").rstrip("/")
    while body.startswith("**/"):
        body, is_anchored = body[3:], False
    if not body or set(body) <= {"*", "/"} or "[" in body or "\\" in body:
        return True
    if not re.search(r"[*?]", body):
        return _is_there(body, there, is_anchored=is_anchored, is_folder=is_folder)
    if "**" in body and len(re.findall(r"\*+|\?", body)) > 1:
        return True
    if max(re.split(r"\*+|\?|/", body), key=len) not in there.text:
        return False
    if there.tries >= MOST_TRIES:
        return True
    there.tries += 1
    start, end = r"^" if is_anchored else r"(?:^|/)", "/" if is_folder else r"(?:/|$)"
    return re.search(f"{start}{_expression(body)}{end}", there.text, re.MULTILINE) is not None


def _is_there(body: str, there: _There, *, is_anchored: bool, is_folder: bool) -> bool:
    """Tell whether a path without wildcards is there; one that is not anchored may stand below any folder."""
    if is_anchored:
        return body in there.folders or (not is_folder and body in there.files)
    if "/" not in body:
        return body in there.names
    return f"/{body}/" in f"/{there.text}/".replace("\n", "/\n/")


def _expression(body: str) -> str:
    """Give a pattern as an expression that is searched in a time that grows with the text alone.

    What stands between two signs for many is found at its first place and never sought again: within one
    folder a later place can't do better.
    """
    if "**" in body:
        before, _, after = body.partition("**")
        if before.endswith("/") and after.startswith("/"):  # any number of folders, none as well
            return rf"{re.escape(before)}(?:[^\n]*/)?{re.escape(after[1:])}"
        return f"{re.escape(before)}[^\n]*{re.escape(after)}"
    first, *rest = re.split(r"\*", body)
    last = rest.pop() if rest else None
    made = _literal(first) + "".join(rf"(?>[^/\n]*?{_literal(piece)})" for piece in rest)
    return made if last is None else rf"{made}[^/\n]*{_literal(last)}"


def _literal(piece: str) -> str:
    return "[^/\\n]".join(map(re.escape, piece.split("?")))


CHECK = Check(
    id="hardening-code-owners",
    version=1,
    title=TITLE,
    question="Do the lines of CODEOWNERS fit files that are there, and name accounts?",
    page="security",
    decide=decide,
    definition="https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners",
    order=86,
    risk=Risk.LOW,
)
