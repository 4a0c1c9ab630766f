"""What the section on the licence in a README says: a whole text, or the name of one licence.

Where no section is called after it, a link that is marked as leading to the licence speaks. Several names
make no statement: a sentence around them says how they go together, and nobody read it. The one exception are
two that are offered "at your option", or of which the work is "under either". A paragraph that is the notice
a GNU licence proposes names it, as "the same terms as Perl itself" names the two of Perl.
"""

from __future__ import annotations

import re
from functools import cache

from folkmoot.licences.detect import match
from folkmoot.licences.headers.wordings import proposed
from folkmoot.licences.listed import spdx_list
from folkmoot.licences.names import plain_names
from folkmoot.licences.perls_own import MEANT as PERLS_OWN
from folkmoot.licences.perls_own import says_perls_own
from folkmoot.model.licence import Place, Said

CALLED = (
    r"(?:(?:licen[sc](?:e|es|ing)|lizenz(?:en|ierung)?|licen[cç](?:ia|ias|a|as|iamento|iamiento)|licenza|"
    r"ll?icència|licencja|licentie|licens|lisens|lisans|lisensi|лицензи[яи]|лицензирование|ліцензія)\b|"
    r"ライセンス|라이[선센]스|लाइसेंस|(?:ال)?(?:رخصة|ترخيص)|"
    r"(?:开源|開源|软件|軟體|使用)?(?:许可|許可)(?:证|證|协议|協議|条款|條款)?|"
    r"(?:开源|開源|授权|授權)(?:许可|許可|协议|協議|条款|條款))"
)
"""What the section on the licence is called."""
HEADING = re.compile(
    rf"^(?:[#=]{{1,6}}[ \t]*(?:\W{{0,4}}){CALLED}[^\n]{{0,60}}"
    rf"|(?:\W{{0,4}}){CALLED}[^\n]{{0,40}}\n[-=~^]{{3,}}[ \t]*)$",
    re.IGNORECASE | re.MULTILINE,
)
DEED = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/(?:licenses/(by(?:-nc)?(?:-sa|-nd)?)|publicdomain/zero)/(\d\.\d)"
    r"/?(?:(?:deed|legalcode)[.\w-]{0,20})?(?=[\s)\"'>\]]|$)"
)
"""The address of a licence of Creative Commons, which names it as well as words do; of no one country's."""
MEANT = re.compile(
    r"<a\s[^<>]{0,200}\brel=[\"']?license\b[^<>]{0,300}>.{0,300}?</a>", re.IGNORECASE | re.DOTALL
)
"""A link that says of itself that it leads to the licence, as Creative Commons proposes."""
NEXT = re.compile(r"^(?:[#=]{1,6}[ \t]*\w[^\n]*|[^\n]{1,80}\n[-=~^]{3,}[ \t]*)$", re.MULTILINE)
LONGEST, LONGEST_SENTENCES = 40_000, 5_000
WHOLE_WORDS = 60
EITHER = re.compile(
    r"\beither of\b|\bat your (?:own )?(?:option|choice)\b(?!\W{1,3}any later)|\byour choice of\b|"
    r"\bdual(?:ly)?[- ]?licen[sc]ed\b.{0,200}\bor\b",
    re.IGNORECASE,
)
"""What offers two licences to choose from; "at your option, any later version" is one licence's own words."""
SHORT = frozenset({"MIT", "ISC", "0BSD", "Zlib", "Unlicense", "WTFPL", "NCSA", "PostgreSQL"})
"""Identifiers without a number that are no everyday words."""
FAMILY = re.compile(
    r"(?<![\w.-])(bsd|[al]?gpl|apache|artistic)"
    r"(?![\w+]|[./]\w|[- ](?:\w+[- ])?compatible| software foundation)"
)
"""A name of several licences: beside the name of one it is another licence, of which nobody says which."""
GNU = re.compile(r"^[al]gpl")
KINDS = re.compile(r"gnu ((?:lesser |library |affero )?)general public", re.IGNORECASE)
"""Names of the GNU licences in full: a section with two of them says what each is for."""
PARAGRAPHS = re.compile(r"\n[ \t]*\n")
MOST_PARAGRAPHS = 20
TARGET = re.compile(r"\]\([^()]{0,500}\)|\S{0,20}://\S{0,500}")
"""Where a link leads to: names in it are those of files and sites."""


def said_in(path: str, text: str) -> Said | None:
    """Give what the README says about the licence, or None where it has no such section."""
    heading = HEADING.search(text)
    if not heading:
        return _meant(path, text)
    section = text[heading.end() : heading.end() + LONGEST]
    following = NEXT.search(section)
    section = section[: following.start()] if following else section
    line = text.count("\n", 0, heading.start()) + 1
    words = " ".join(section.split())[:200]
    found = match(section) if len(section.split()) > WHOLE_WORDS else None
    if found and found.expression:
        return Said(Place.README, path, line, words, found.expression, likeness=found.likeness)
    named = named_in(section)
    is_choice = len(named) == 2 and bool(EITHER.search(" ".join(section[:LONGEST_SENTENCES].split())))
    stated = " OR ".join(sorted(named)) if is_choice else named[0] if len(named) == 1 else ""
    if not named and says_perls_own(section):
        stated, is_choice = PERLS_OWN, True
    elif not is_choice and (noticed := _noticed(section)):
        stated = noticed if all(_version(each) == _version(noticed) for each in named) else ""
    if stated and not is_choice and _names_another(section, stated):
        stated = ""
    return Said(Place.README, path, line, words, stated)


def _noticed(section: str) -> str:
    """Give the licence of the one notice that stands in a section as a paragraph of its own, else ""."""
    read = section[:LONGEST_SENTENCES]
    found = {stated for each in PARAGRAPHS.split(read)[:MOST_PARAGRAPHS] if (stated := proposed(each))}
    return found.pop() if len(found) == 1 and len(set(KINDS.findall(" ".join(read.split())))) < 2 else ""


def _version(name: str) -> str:
    return name.removesuffix("-only").removesuffix("-or-later")


def _meant(path: str, text: str) -> Said | None:
    """Give the one licence that links marked as leading to it name, None where they name none or several."""
    links = list(MEANT.finditer(text))
    named = dict.fromkeys(name for link in links for name in named_in(link[0]))
    if len(named) != 1:
        return None
    line = text.count("\n", 0, links[0].start()) + 1
    return Said(Place.README, path, line, next(iter(named)), next(iter(named)))


def named_in(text: str) -> tuple[str, ...]:
    """Give the licences that a text names, each once, in their order."""
    plain = _plain(text)
    pattern = _those_in(plain)
    return tuple(dict.fromkeys(_names()[hit[0]] for hit in pattern.finditer(plain))) if pattern else ()


def _names_another(text: str, stated: str) -> bool:
    """Tell whether a text that names one licence names a family of others, too: "MIT / BSD"."""
    plain = _plain(text)
    pattern = _those_in(plain)
    rest = TARGET.sub(" ", pattern.sub(" ", plain) if pattern else plain)
    own = GNU.sub("gpl", stated.lower())
    return any(not own.startswith(GNU.sub("gpl", hit[1])) for hit in FAMILY.finditer(rest))


def _plain(text: str) -> str:
    plain = " ".join(text[:LONGEST_SENTENCES].split()).lower()
    return DEED.sub(lambda deed: f" cc-{deed[1]}-{deed[2]} " if deed[1] else f" cc0-{deed[2]} ", plain)


def _those_in(plain: str) -> re.Pattern[str] | None:
    """Give a pattern of the names of single licences that a text holds, None where it holds none."""
    there = [re.escape(name) for name in _names() if name in plain]
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(there)})(?![\w+-])") if there else None


@cache
def _names() -> dict[str, str]:
    """Give identifiers by the names that are looked for, in lower case, the longest first."""
    names = dict(plain_names())
    for entry in spdx_list().values():
        if not entry.exception and (entry.id in SHORT or re.search(r"\d", entry.id)):
            names.setdefault(entry.id.lower(), entry.id)
    return {name: names[name] for name in sorted(names, key=len, reverse=True)}
