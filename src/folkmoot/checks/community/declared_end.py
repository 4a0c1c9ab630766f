"""What the project says of its own end: no longer maintained, deprecated, archived, moved.

Question:
    Does the README say that nobody looks after this any more?

Why it matters:
    Whoever builds on a project needs to know that first, and whoever wants to help it is better off with what
    came after it. Advice on newcomers and releases is beside the point where the work has ended on purpose.

How it is counted:
    The first LINES lines with words of the README at the top (or in a forge folder, or in docs). A sentence
    about "this project" (repository, package, library ...) or about the name in the title, a title that ends
    in such a word or has it in brackets, a heading or an emphasised line of nothing else, or a badge that
    says so; work that moved or migrated to a forge ends here too. In Chinese, French, German, Italian,
    Japanese, Korean, Portuguese, Russian and Spanish only the plain sentences of a list count, word for word
    (`declared_ends.toml`), where they begin a paragraph or follow a few words of warning. What was struck out
    does not count. The answer is "no" where one is found, with its line. A sentence that this project will be
    archived announces an end: the answer is "no" once the month it names is over, "yes" with the line until
    then, and "unknown" where it names none.

What it does not tell:
    What was said in other words, in yet another language, elsewhere or not at all; most projects end without
    a word, and that shows in the agenda as silence. A project in "maintenance mode" is still maintained.
    Whether it is true.

References:
    Project status badges: https://www.repostatus.org
    No Maintenance Intended: https://unmaintained.tech
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from folkmoot.checks.community._announced_end import Announced, place
from folkmoot.checks.community._declared_abroad import said_abroad
from folkmoot.checks.community._presence import Sought, by_first_folder, find
from folkmoot.i18n import Message
from folkmoot.model.check import Check, Evidence, Finding, Ground, Outcome, Risk, Tree

LINES = 30
LONGEST_LINE = 600
SOUGHT = Sought(("readme",), shared_by_owner=False)

ENDED = (
    r"(?:unmaintained|deprecated|discontinued|abandoned|abandonware|retired|obsolete|sunset(?:ted)?|"
    r"end[- ]of[- ]life|no longer (?:being )?(?:actively )?(?:maintained|supported)|"
    r"(?:not|n[o']t) (?:being )?(?:actively )?(?:maintained|supported)(?: any ?(?:more|longer))?|"
    r"archived(?! (?:on|at|in|with|by|to|under)\b))"
)
WHAT = (
    r"(?:project|repository|repo|package|library|crate|gem|module|plug-?in|extension|tool|app|application|"
    r"software|program|fork|codebase)"
)
GRADE = r"(?:(?:now|currently|officially|fully|hereby|considered|being|effectively) ){0,3}"
A_FORGE = (
    r"\[?(?:https?://)?(?:[\w-]{1,40}\.){0,3}(?:codeberg|gitlab|github|bitbucket|sourcehut|sr\.ht)\b"
    r"(?!'s| ?(?:actions|ci|pages|packages|issues|discussions|projects|container|flow|runners?)\b)"
)
"""Of what migrates, most goes to another language or tool: only a forge is a place."""
SAID_OUTRIGHT = r"(?<!if )(?<!when )(?<!since )(?<!because )(?<!once )(?<!until )\bthis "
OF_THIS = (
    rf"{SAID_OUTRIGHT}{WHAT} (?:has|was|is|has been) {GRADE}\[?migrated to {A_FORGE}|"
    rf"{SAID_OUTRIGHT}{WHAT}"
    r"(?:(?:, [\w ]{1,30}\.?){1,3},?)? (?:is|was|has been) "
    rf"{GRADE}{ENDED}(?! (?:feature|option|api|version)s?\b)|"
    rf"\bthis {WHAT} (?:is|has been|was) {GRADE}(?:moved|superseded|replaced|succeeded) (?:to|by|with) "
    r"(?:https?://|\[|[\w.-]{1,60}/|codeberg\b|gitlab\b|github\b)|"
    rf"\bthis {WHAT} has moved to (?:https?://|\[|[\w.-]{{1,60}}/|codeberg\b|gitlab\b|github\b)"
)
"""Lower case, without marks of emphasis. These long expressions are made where a word of HINTS is there."""
TITLE = (
    rf"[\w.@/+ -]{{1,80}} (?:is|has been) {GRADE}{ENDED}\W*|"
    rf"(?:[\w.@/+ -]{{1,80}}\W{{1,4}})?[\[(]{ENDED}[\])]\W*|[\[(]{ENDED}[\])][\w.@/+ -]{{1,80}}|"
    rf"[\w.@/+]{{1,60}} (?:-{{1,2}}|–|—|:) {ENDED}\W*"
)
"""What a title may be as a whole."""
ALONE = (
    rf"\W*(?:(?:(?:all |the )?(?:development|{WHAT}) )?(?:has |was |is |has been )?(?:moved|migrated) "
    rf"(?:elsewhere|to {A_FORGE}.{{0,120}})|"
    rf"(?:project |repository |repo )?(?:is )?{ENDED}|{WHAT} status: {ENDED}|"
    r"(?:deprecation|archive|archival|end[- ]of[- ]life|discontinuation) notice)\W*"
)
"""What a heading or an emphasised line may be as a whole."""
BADGE = (
    r"unmaintained\.tech/badge|img\.shields\.io/maintenance/no/|"
    r"repostatus\.org/badges/[\w.]{1,10}/(?:abandoned|unsupported|moved)\.|"
    r"img\.shields\.io/badge/(?:project[-_ ]{0,2})?(?:status|maintenance|maintained(?:\?|%3f)?|lifecycle)"
    r"[-_%20 ]{0,4}-(?:no|none|deprecated|unmaintained|abandoned|archived|retired|discontinued)\b"
)
HINTS = re.compile(
    r"maint(?:ain|enance)|deprecat|discontinu|abandon|retired|obsolete|sunset|end[- ]of[- ]life|support|"
    r"archiv|moved|migrated|supersed|replaced|succeeded"
)
STRUCK = re.compile(r"~~.{0,600}?~~|<(del|s)>.{0,600}?</\1>", re.IGNORECASE)
MARKS = re.compile(r"<[^<>]{0,300}>|[*_`]{1,4}|\[!\w{1,12}\]|:[a-z_]{2,30}:")
HEADING = re.compile(r"\s{0,3}(?:#{1,6}|={1,6})\s|\s{0,8}<h[1-3]\b", re.IGNORECASE)
EMPHASISED = re.compile(r"\s{0,3}(?:>\s{0,3})?(?:\*\*|__|<b>|<strong>|\W{0,6}\*\*)", re.IGNORECASE)
BESIDE = re.compile(r"\s*(?:\[?!\[|<|\.\. |:\w)")
"""Pictures, badges and what only arranges them: no title."""
BREAKS = ("  ", "\\", "<br>", "<br/>", "<br />", "</p>", "</div>")
"""With these a line ends that the next one is not shown together with."""
NEW_BLOCK = re.compile(r"\s*(?:[-*+|]\s|\d{1,3}[.)]\s|#|>\s*\[!|<)")
CAPITAL = re.compile(r"[^\w\n]{0,40}[^\W\d_a-z]")
"""What begins a sentence may begin so; the rest of one that goes over two lines rarely does."""
UNDERLINE = re.compile(r"\s{0,3}(?:={3,}|-{3,}|~{3,})\s*")

PASSED = (
    "{path} announces in line {line} that this will be archived, by {by} at the latest, which has passed."
)
COMING = "{path} announces in line {line} that this will be archived, by {by} at the latest."
SOME_DAY = (
    "{path} announces in line {line} that this will be archived, without a day; whether that has happened is "
    "not known here."
)
NAMED = "No word of an end in the README"
WHY = (
    "Whoever builds on a project needs to know that first, and whoever wants to help is better off with what "
    "came after it."
)
REMEDY = (
    "Look at what the README names in its place before you build on this. If somebody looks after it again, "
    "take the sentence out."
)


def decide(tree: Tree) -> Finding:
    """Read the beginning of the README."""
    path = find(by_first_folder(tree.paths()), SOUGHT)
    if path is None:
        return _finding(Outcome.NOT_APPLICABLE, "There is no README that could say so.")
    content = tree.read(path, LINES * LONGEST_LINE)
    if content is None:
        return _finding(Outcome.UNKNOWN, Message("{path} is not in this clone.", {"path": path}))
    text = content.decode("utf-8", "replace")
    line = declared(text)
    if not line and (found := end_announced(text)):
        return _announced(path, *found, tree.today if isinstance(tree, Ground) else None)
    if line:
        said = Message("{path} says so in line {line}.", {"path": path, "line": line})
        return _finding(Outcome.NO, said, Evidence("The project says here that it has ended.", path, line))
    return _finding(Outcome.YES, Message("{path} begins without a word of an end.", {"path": path}))


def _announced(path: str, line: int, told: Announced, today: date | None) -> Finding:
    """Give what an announced end means on this day."""
    spot = Evidence("The project announces its end here.", path, line)
    if told.by is None:
        return _finding(Outcome.UNKNOWN, Message(SOME_DAY, {"path": path, "line": line}), spot)
    is_over = today is not None and told.by < today
    said = Message(PASSED if is_over else COMING, {"path": path, "line": line, "by": told.by.isoformat()})
    outcome = Outcome.UNKNOWN if today is None else Outcome.NO if is_over else Outcome.YES
    return _finding(outcome, said, spot)


def is_announced(finding: Finding) -> bool:
    """Tell whether a finding rests on an announcement, and not on what the README says of today."""
    said = finding.evidence[0] if finding.evidence else ""
    return isinstance(said, Message) and said.text in (PASSED, COMING, SOME_DAY)


def _finding(outcome: Outcome, evidence: str | Message, *spots: Evidence) -> Finding:
    is_over = outcome is Outcome.NO
    return Finding(
        id="declared-end", title=NAMED, outcome=outcome, evidence=(evidence,), why=WHY, spots=spots,
        remedy=REMEDY if is_over else "",
    )  # fmt: skip


def declared(text: str) -> int:
    """Give the line, counted from 1, in which a README says that its project has ended; 0 where none does."""
    lines = [line[:LONGEST_LINE] for line in text.splitlines()]
    read, title, begins_next = 0, "", True
    for number, line in enumerate(lines, 1):
        plain = _plain(line)
        begins, begins_next = (
            begins_next,
            not plain or line.endswith(BREAKS) or BESIDE.match(line) is not None,
        )
        if not plain:
            continue
        read += 1
        if read > LINES:
            break
        under = lines[number] if number < len(lines) else ""
        is_title = not title and not BESIDE.match(line)
        title = title or (plain if is_title else "")
        is_heading = is_title or HEADING.match(line) or EMPHASISED.match(line) or UNDERLINE.fullmatch(under)
        begins_next = begins_next or bool(is_heading)
        if said_abroad(plain, begins=begins, stands_out=bool(is_heading)):
            return number
        low = line.lower()
        if not HINTS.search(low):
            continue
        if (
            re.search(BADGE, low)
            or re.search(OF_THIS, plain)
            or (is_title and re.fullmatch(TITLE, plain))
            or (is_heading and re.fullmatch(ALONE, plain))
            or (title and not is_title and re.search(_of_the_name(title), plain))
        ):
            return number
    return 0


def end_announced(text: str) -> tuple[int, Announced] | None:
    """Give the line, counted from 1, that announces an end first, and by when; None where none does."""
    for lines, plain in _paragraphs(text):
        if found := place(plain, WHAT):
            at, told = found
            return next(number for number, start in reversed(lines) if start <= at), told
    return None


def _paragraphs(text: str) -> Iterator[tuple[list[tuple[int, int]], str]]:
    """Give the paragraphs of the beginning, as (number, place) of each line, and plain.

    A line that begins with a capital letter begins a line here too: it may be a sentence of its own.
    """
    lines, told, read, is_open = list[tuple[int, int]](), "", 0, False
    for number, line in enumerate((each[:LONGEST_LINE] for each in text.splitlines()), 1):
        plain = _plain(line)
        if told and not (plain and is_open and not NEW_BLOCK.match(line)):
            yield lines, told
            lines, told = [], ""
        read += bool(plain)
        if read > LINES:
            return
        if plain:
            told += ("\n" if CAPITAL.match(line) else " ") if told else ""
            lines.append((number, len(told)))
            told += plain
        is_open = not (line.endswith(BREAKS) or HEADING.match(line) or BESIDE.match(line))
    if told:
        yield lines, told


def _plain(line: str) -> str:
    """Give a line in lower case without marks and underlines."""
    return " ".join(MARKS.sub("", STRUCK.sub("", line.lower())).strip(" #>=|:~-").split())


def _of_the_name(title: str) -> str:
    """Give an expression for a sentence that begins with what the project calls itself."""
    name = re.escape(re.split(r" [-–—:(] ?|: ", title)[0][:40])
    return rf"(?:^|[.,:!] ){name} (?:is|has been) {GRADE}{ENDED}"


CHECK = Check(
    id="declared-end",
    version=4,
    title=NAMED,
    question="Does the README say that nobody looks after this any more?",
    page="community",
    decide=decide,
    definition="https://www.repostatus.org",
    order=5,
    risk=Risk.HIGH,
)
