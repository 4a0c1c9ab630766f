"""Entries that are nothing but a person, told from sentences that mention somebody."""

from __future__ import annotations

import re

from folkmoot.govern.roles.wording import EMAIL, LINK, PROFILE

LONGEST = 1000
"""Characters of an entry; what is longer is a text, and costs time to take apart."""
_WORD = r"[*_`]*+(?:[^\W\d_a-z][\w.'’-]*|de|da|van|von|der|di|bin|al)[*_`]*"
_CALLED = re.compile(rf"(?=[*_`]*+[^\W\d_a-z]){_WORD}(?:\s+{_WORD}){{0,4}}")
"""A name: up to five words, each with a capital letter or of a script without any."""
_WHO = r"(?:@[A-Za-z0-9][\w-]*\b|MAIL|PROFILE)"
_ACCOUNT = re.compile(rf"[*_`]*+[\[(<]*+[*_`]*+{_WHO}[*_`]*[\])>]*[*_`]*")


def is_nothing_but_a_person(item: str) -> bool:
    """Tell an entry ("Ada Example (@ada), Acme") from a sentence ("Ask @ada for a review.")."""
    if len(item) >= LONGEST:
        return False
    text = LINK.sub(lambda link: f"PROFILE {link[1]}" if PROFILE.fullmatch(link[2]) else link[1], item)
    text = EMAIL.sub("MAIL", PROFILE.sub("PROFILE", text)).strip()
    if _ACCOUNT.match(text):
        return True
    called = _CALLED.match(text)
    if called is None:
        return False
    behind = text[called.end() :].lstrip()
    account = _ACCOUNT.match(behind)
    if account and len(called[0].split()) == 1 and behind[0] == "@":
        return not behind[account.end() :].strip(" .")
    return account is not None or bool(re.match(r"[,:|–—-]+\s*", behind) and re.search(_WHO, behind))
