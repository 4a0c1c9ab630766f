"""People in prose: tables and lists of Markdown (and HTML in it) and reST that name who holds a role.

A table counts when a column is headed by a word for an account or an address; under a heading that names a
role also when the cells below a word for a name lead to accounts. A list item counts when it names an account
(a profile link or @handle) or an address. What stands in ordinary sentences is never read: a mention is no
role.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from folkmoot.govern.roles import wording
from folkmoot.govern.roles.entry import is_nothing_but_a_person
from folkmoot.govern.roles.form import Reading
from folkmoot.govern.roles.html_prose import as_markdown
from folkmoot.model.role import Holder

COLUMNS = {
    "handle": ("github", "handle", "account", "username", "user name", "gitlab", "login", "id"),
    "email": ("email", "e-mail", "mail"),
    "name": ("name", "maintainer", "member", "who", "person", "committer", "owner", "contributor"),
    "employer": (
        "employer", "affiliation", "company", "organization", "organisation", "represents", "org", "funder",
        "sponsor", "works for", "vendor",
    ),
    "role": ("role", "title", "position", "status"),
    "scope": (
        "area", "scope", "project", "repository", "repositories", "component", "responsibilit", "subsystem",
    ),
    "since": ("since", "joined", "start", "elected", "from"),
    "until": ("until", "term end", "ends", "expires", "expiry", "term", "end date"),
}  # fmt: skip
LONGEST_ROLE = 4
"""Words of a role; beside names that are links a longer cell tells what somebody does."""
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
_UNDERLINE = re.compile(r"(?:=+|-+|~+|\^+|\*{3,})\s*$")
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+(.*)$")
_NO_NAME = (
    r"(?:ph\.?d|m\.?d|msc|bsc|jr|sr|inc|llc|ltd|gmbh|corp|foundation|university|manager|lead|maintainer|"
    r"committer|engineer|developer|architect|chair)\b"
)
_WHOLE = re.compile(
    rf"[^\W\d_][\w.'’-]{{0,40}},(?: (?!(?i:{_NO_NAME}))[^\W\d_a-z][\w.'’-]{{0,40}}){{1,4}}"
    r"(?= ?<[^<>\s]{1,80}@)"
)
"""One word, a comma and more names before an address ("Oak, Ada <ada@...>"): all of it is the name.

Behind a full name ("Ada Oak, Acme") stands a company or a title, and neither is a part of it.
"""
_RULE = re.compile(r"\s*\|?\s*:?-{1,}:?\s*(?:\|\s*:?-*:?\s*)*\|?\s*$")


def read_prose(
    reading: Reading,
    text: str,
    role_of: Callable[[tuple[str, ...]], str],
    counts: Callable[[str], bool] = lambda _line: True,
) -> None:
    """Read the tables and lists of a document.

    `role_of` gives the role's name from the headings above (outermost first), or "" where nothing is a role;
    lines that do not count are passed over.
    """
    headings: list[tuple[int, str]] = []
    columns, is_code = dict[str, int](), False
    lines = text.splitlines()
    numbered = as_markdown(lines) if _is_markdown(reading.path) else list(enumerate(lines, 1))
    lines = [line if counts(line) else "" for _, line in numbered]
    for place, (number, _) in enumerate(numbered):
        line, above = lines[place], lines[place - 1] if place else ""
        if _is_fence(line, above, reading.path, is_code=is_code):
            is_code = not is_code
        if is_code or line.startswith("    "):
            continue
        following = lines[place + 1] if place + 1 < len(lines) else ""
        found = _heading(line, following)
        if found:
            headings = [*(each for each in headings if each[0] < found[0]), found]
            columns = {}
            continue
        role = role_of(tuple(words for _, words in headings))
        if "|" in line and _RULE.match(following) and "-" in following and "|" in following:
            columns = _columns(_cells(line))
        elif "|" in line and columns:
            if not _RULE.match(line):
                _row(reading, _cells(line), columns, role, number)
        else:
            columns = {}
            if item := _ITEM.match(line):
                _item(reading, item[1], role, number)


def _is_markdown(path: str) -> bool:
    return path.lower().endswith((".md", ".markdown"))


def _is_fence(line: str, above: str, path: str, *, is_code: bool) -> bool:
    """Tell whether a block of code begins or ends here; outside of Markdown ~~~~ below a text heads it."""
    told = line.lstrip()
    if told.startswith("~~~") and not _is_markdown(path):
        return not path.lower().endswith(".rst") and (is_code or not above.strip())
    return told.startswith(("```", "~~~"))


def _heading(line: str, following: str) -> tuple[int, str] | None:
    if found := _HEADING.match(line):
        return len(found[1]), wording.plain(found[2])
    is_text = line.strip() and "|" not in line and not _ITEM.match(line)
    if is_text and _UNDERLINE.match(following) and len(following.rstrip()) >= 3:
        return "=-~^*".index(following[0]) + 1, wording.plain(line)
    return None


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))]


def _columns(cells: list[str]) -> dict[str, int]:
    """Say which column holds what; {} when none may hold an account or an address."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        head = wording.plain(cell).casefold()
        for kind, words in COLUMNS.items():
            if kind not in found and any(re.search(rf"\b{re.escape(word)}", head) for word in words):
                found[kind] = place
                break
    return found if {"handle", "email", "name"} & set(found) else {}


def _is_one_person(cell: str) -> bool:
    """Tell whether a cell for names leads to one account or address, and is no sentence that mentions it."""
    accounts = {each.casefold() for each in wording.PROFILE.findall(cell)}
    accounts |= {each.casefold() for each in wording.AT_HANDLE.findall(wording.EMAIL.sub(" ", cell))}
    is_bare = re.match(r"[^\W\d_]+ @", cell) is not None  # "Ask @ada" and "Ada @ada" look the same
    addresses = set(wording.EMAIL.findall(cell))
    return not is_bare and len(accounts or addresses) == 1 and is_nothing_but_a_person(cell)


def _row(reading: Reading, cells: list[str], columns: dict[str, int], role: str, number: int) -> None:
    told = {kind: cells[place] if place < len(cells) else "" for kind, place in columns.items()}
    account, called = told.get("handle", ""), told.get("name", "")
    is_linked = not {"handle", "email"} & set(columns)
    if is_linked and not (role and _is_one_person(called)):
        return
    named = Holder(
        handle=wording.handle_in(account)
        or wording.handle(wording.plain(account))
        or wording.handle_in(called),
        name=_name(called),
        email=wording.email_in(told.get("email", "") or called),
        employer=wording.employer(told.get("employer", "")),
    )
    if not named.handle and not named.email:
        if any(cells):
            reading.problem(
                number, "This row names no account and no address.", "fill in the account, or remove it."
            )
        return
    said = told.get("role", "")
    if is_linked and len(said.split()) > LONGEST_ROLE:
        said = ""
    name = (
        wording.singular(wording.plain(said))
        if said and not wording.is_past(role)
        else wording.singular(role)
    )
    if wording.is_past(said) and not name.startswith("emeritus"):
        name = f"emeritus {name}"
    if role or said:
        reading.add(
            name, wording.plain(told.get("scope", "")), named, number,
            since=wording.day(told.get("since", "")), until=wording.day(told.get("until", "")),
        )  # fmt: skip


def _name(text: str) -> str:
    # The account in brackets behind a name, mostly linked, is no part of it.
    text = re.sub(r"(?<!\])\(\s*(?:\[[^\]]*\]\([^)]*\)|@[\w-]+|https?://\S+)\s*\)", " ", text)
    name = wording.plain(wording.EMAIL.sub("", text.replace("<", " ").replace(">", " ")))
    name = re.sub(r"\(\s*\)", " ", name).strip(" -,")
    if name.count("(") != name.count(")") or (name.startswith("(") and name.endswith(")")):
        name = name.strip(" ()-,")
    return "" if name.startswith("@") else name


def _item(reading: Reading, text: str, role: str, number: int) -> None:
    account, email = wording.handle_in(text), wording.email_in(text)
    if not role or not (account or email):
        return
    told = wording.LINK.sub(r"\1", text)
    whole = _WHOLE.match(told)
    before = whole[0] if whole else re.split(r"[(<,:|]|\s[-–—]\s|\s@|\bgithub\b", told, maxsplit=1)[0]
    name = _name(before)
    if len(name.split()) > 5 or not _is_person(text, name):
        return  # a sentence that mentions somebody
    company = re.search(r"\((?!https?:)([^()@<>]*[A-Za-z][^()@<>]*)\)\s*$", told)
    reading.add(
        wording.singular(role), "",
        Holder(account, "" if name.casefold() == account.casefold() else name, email,
               wording.employer(company[1]) if company and not wording.is_past(company[1]) else ""),
        number,
    )  # fmt: skip


def _is_person(text: str, name: str) -> bool:
    """Tell an entry ("Ada (@ada), Acme") from a sentence ("Ask @ada to add you to the list.")."""
    start = re.sub(r"^[\s*_`\[]+", "", text)
    return (
        bool(re.match(r"@|https?://|[\w.+-]+@", start))
        or bool(name and name[0].isupper())
        or text.startswith("[")
    )
