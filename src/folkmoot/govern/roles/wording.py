"""How files name roles and people: plurals, handles, e-mails, employers in one line of text."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace

from folkmoot.govern.roles.form import MOST_TEXT
from folkmoot.model.role import Holder

HANDLE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?(?:\[bot\])?")
EMAIL = re.compile(r"[^\s<>()\[\]|,;:\"'@]{1,64}@[^\s<>()\[\]|,;:\"'@]{1,253}\.[A-Za-z][\w-]*")
PROFILE = re.compile(
    r"https?://(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org)/([A-Za-z0-9._-]+)/?(?=[\s)\]>|,;]|$)"
)
AT_HANDLE = re.compile(r"(?<![\w.@/`])@([A-Za-z0-9][A-Za-z0-9_-]{0,99}(?:/[A-Za-z0-9._-]{1,100})?)(?![\w@])")
NO_HANDLES = frozenset(
    {"orgs", "teams", "sponsors", "settings", "features", "marketplace", "topics", "search"}
)
LINK = re.compile(r"\[([^\]]{0,400})\]\(([^)\s]{0,2000})[^)]{0,400}\)")
DATE = re.compile(r"\b(\d{4})-(\d\d)(?:-(\d\d))?\b")
_REST_LINK = re.compile(r"`([^`<]{0,400}?)\s{0,9}<[^<>]{0,2000}>`_+")
_MARKS = re.compile(r"[*_`|]+|<[^<>]{0,2000}>")
_SINGULAR = {"people": "person", "alumni": "emeritus member", "emeritus": "emeritus member"}
_PAST = re.compile(
    r"\b(emerit\w*|alumn\w*|former(?:ly)?|previous(?:ly)?|past|retired|inactive|honorary)\b"
    r"(?! (?:release|version)s?\b)",
    re.IGNORECASE,
)
"""Words for those who hold a role no longer; past versions are looked after by somebody today."""
_GROUP = re.compile(
    r"[a-z0-9._]+(?:-[a-z0-9._]+)*-(?:leads|approvers|reviewers|maintainers|owners|admins|members|committers"
    r"|chairs|leaders|contributors|emeritus)",
    re.IGNORECASE,
)
"""What aliases of OWNERS_ALIASES are called, so that an undefined one is not taken for a person."""
_PRONOUNS = re.compile(
    r"(?:he|him|she|her|they|them|it|its|any|xe|ze)(?:\s*/\s*(?:he|him|his|she|hers?|they|them|theirs?|its?|any|all|xem|zir))+",
    re.IGNORECASE,
)
"""How people say what to call them, in brackets where others name their company."""
NOBODY = frozenset({"none", "n/a", "na", "-", "--", "tbd", "tba", "vacant", "nobody", "unknown", ""})


def handle(text: str) -> str:
    """Give an account as it is typed after @, without the @; "" for what cannot be one."""
    bare = text.strip().strip("`*_<>()").removeprefix("@").rstrip("/")
    bare = bare.removeprefix("github:").rpartition("github.com/")[2].strip()
    if bare.casefold() in NOBODY:
        return ""
    return bare if HANDLE.fullmatch(bare) or _is_team(bare) else ""


def _is_team(text: str) -> bool:
    parts = text.split("/")
    return len(parts) == 2 and all(HANDLE.fullmatch(part) for part in parts)


def holder(text: str) -> Holder | None:
    """Give the holder a handle, `org/team` or e-mail names, or None when it is none of them."""
    text = text.strip()
    if EMAIL.fullmatch(text.strip("<>")):
        return Holder(email=text.strip("<>")[:MOST_TEXT])
    account = handle(text)
    return Holder(handle=account, is_group="/" in account) if account else None


def holder_or_alias(text: str) -> Holder | None:
    """Give the holder an entry of OWNERS names; one that is called like a group of people is a group."""
    named = holder(text)
    return replace(named, is_group=True) if named and _GROUP.fullmatch(named.handle) else named


def singular(word: str) -> str:
    """Give the name of the role of one who stands in a list called `word`: "tech_leads" -> "tech lead"."""
    words = " ".join(re.sub(r"[_\-\s]+", " ", word).split()).casefold()[:MOST_TEXT]
    if words in _SINGULAR:
        return _SINGULAR[words]
    if past := _PAST.search(words):
        # "maintainers (emeritus)" and "emeritus maintainers" are the same.
        rest = re.sub(r"\(\s*\)", " ", words[: past.start()] + words[past.end() :]).strip(" -:,")
        told = singular(rest) or "member"
        return told if told.startswith("emeritus ") else f"emeritus {told}"
    if words.endswith("ies") and len(words) > 4:
        return f"{words[:-3]}y"
    if words.endswith("s") and not words.endswith(("ss", "us", "is")):
        return words[:-1]
    return words


def is_past(text: str) -> bool:
    """Tell whether a heading or cell speaks of those who no longer hold the role."""
    return bool(_PAST.search(text))


def plain(text: str) -> str:
    """Give Markdown or reST text without its marks: links become their words."""
    text = LINK.sub(r"\1", text)
    text = _REST_LINK.sub(r"\1", text)
    return " ".join(_MARKS.sub(" ", text).split())[:MOST_TEXT]


def handle_in(text: str) -> str:
    """Give the account a line names, by a link to its profile or an @."""
    for found in PROFILE.findall(text):
        if found.casefold() not in NO_HANDLES:
            return str(found)
    mention = AT_HANDLE.search(EMAIL.sub(" ", text))
    return mention[1] if mention else ""


def email_in(text: str) -> str:
    """Give the first e-mail address in a line, or ""."""
    found = EMAIL.search(text)
    return found[0][:MOST_TEXT] if found else ""


def employer(text: str) -> str:
    """Give a stated employer; words that state none ("-", "n/a", "she/her") give ""; "independent" stays."""
    said = plain(text).strip(" .,@")
    return "" if said.casefold() in NOBODY or _PRONOUNS.fullmatch(said) else said


def day(text: str) -> str:
    """Give the date in a text as an ISO day (the last day of a month given alone), or ""."""
    found = DATE.search(text)
    if not found or not 1 <= int(found[2]) <= 12 or not int(found[1]):
        return ""
    last = monthrange(int(found[1]), int(found[2]))[1]
    number = int(found[3] or last)
    return f"{found[1]}-{found[2]}-{number:02d}" if 1 <= number <= last else ""
