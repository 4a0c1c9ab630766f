"""Manifests with a line for the licence: gemspecs, mix.exs, setup.py, setup.cfg, R, Haskell, Perl, SPDX."""

from __future__ import annotations

import re
from collections.abc import Iterator

from folkmoot.licences.manifests.declared import Declared, line_of
from folkmoot.licences.manifests.toml_files import of_classifiers
from folkmoot.licences.perls_own import MEANT

QUOTED = r"['\"]([^'\"\n]{1,200})['\"]"
GEM = re.compile(rf"^[ \t]*\w{{1,40}}\.license[ \t]*=[ \t]*{QUOTED}(?:\.freeze)?[ \t]*$", re.MULTILINE)
GEMS = re.compile(r"^[ \t]*\w{1,40}\.licenses[ \t]*=[ \t]*\[([^\]\n]{1,400})\]", re.MULTILINE)
MIX = re.compile(
    r"^(?:[^#\"'\n]|\"[^\"\n]{0,400}\"){0,400}?\blicenses:[ \t]*\[([^\]#]{1,400})\]", re.MULTILINE
)
"""A list of literals in a line that is no remark; what is made by a program is not known."""
SETUP = re.compile(rf"^[ \t]*license[ \t]*=[ \t]*{QUOTED}", re.MULTILINE)
LITERAL = re.compile(r"['\"](License :: [^'\"\n]{1,200})['\"]")
KEYED = re.compile(r"^license[ \t]*[:=][ \t]*(\S[^\n]{0,200})$", re.MULTILINE | re.IGNORECASE)
INDENTED = re.compile(r"^[ \t]+(License :: [^\n]{1,200})$", re.MULTILINE)
TAGGED = re.compile(r"^PackageLicenseDeclared:[ \t]*(\S[^\n]{0,200})$", re.MULTILINE)
R_FILE = re.compile(r"\s*[+|]\s*file\s+LICEN[SC]E\s*$", re.IGNORECASE)
R_VERSION = re.compile(r"(A?L?GPL)(?:-([123](?:\.\d)?)| ?\((>=|==) ?([123](?:\.\d)?)\))", re.IGNORECASE)
R_NAMES = {"bsd_2_clause": "BSD-2-Clause", "bsd_3_clause": "BSD-3-Clause", "cc0": "CC0-1.0"}
"""What R calls licences whose names SPDX does not know: https://svn.r-project.org/R/trunk/share/licenses/"""
CABAL = {"gpl-2": "GPL-2.0", "gpl-3": "GPL-3.0", "lgpl-3": "LGPL-3.0", "agpl-3": "AGPL-3.0"}
PERL = re.compile(r"(A?L?GPL|Apache|Artistic|Mozilla|Perl|MIT|BSD)_?(\d)?_?(\d)?", re.IGNORECASE)


def gemspec(text: str) -> Iterator[Declared]:
    """Give the literals of `license` and `licenses`; RubyGems says nothing of what several mean together."""
    for words in GEM.findall(text)[:5]:
        yield Declared(words, line_of(text, words))
    for listed in GEMS.findall(text)[:5]:
        for words in re.findall(QUOTED, listed)[:20]:
            yield Declared(words, line_of(text, words))


def mix_exs(text: str) -> Iterator[Declared]:
    """Give the literals of `licenses` in a mix.exs; Hex says nothing of what several mean together."""
    for listed in MIX.findall(text)[:5]:
        for words in re.findall(QUOTED, listed)[:20]:
            yield Declared(words, line_of(text, words))


def setup_py(text: str) -> Iterator[Declared]:
    """Give the literal of `license`, else the classifiers that stand as literals; nothing is run."""
    found = SETUP.findall(text)
    if found:
        yield Declared(found[0], line_of(text, found[0]))
    else:
        yield from of_classifiers(text, LITERAL.findall(text))


def setup_cfg(text: str) -> Iterator[Declared]:
    """Give `license` of a setup.cfg, else its classifiers."""
    found = KEYED.findall(text)
    if found and not found[0].lower().startswith("file:"):
        yield Declared(found[0].strip(), line_of(text, found[0]))
    else:
        yield from of_classifiers(text, [each.strip() for each in INDENTED.findall(text)])


def r_description(text: str) -> Iterator[Declared]:
    """Give `License` of an R package: `MIT + file LICENSE`, `GPL (>= 2)`."""
    for words in KEYED.findall(text)[:1]:
        name = R_FILE.sub("", words).strip()
        version = R_VERSION.fullmatch(name)
        means = R_NAMES.get(name.lower(), name)
        if version:
            number = version[2] or version[4]
            means = f"{version[1].upper()}-{number if '.' in number else f'{number}.0'}"
            means += "-or-later" if version[3] == ">=" else ""
        yield Declared(words.strip(), line_of(text, words), means)


def cabal(text: str) -> Iterator[Declared]:
    """Give `license` of a Cabal file, in SPDX's words or in the older ones."""
    for words in KEYED.findall(text)[:1]:
        plain = words.strip()
        older = CABAL.get(plain.lower().removesuffix("+"), "")
        yield Declared(
            plain, line_of(text, plain), f"{older}-or-later" if older and plain[-1] == "+" else older
        )


def dist_zilla(text: str) -> Iterator[Declared]:
    """Give `license` of a dist.ini: `GPL_3`, `Apache_2_0`, `Perl_5`."""
    for words in KEYED.findall(text)[:1]:
        plain = words.strip()
        parts = PERL.fullmatch(plain)
        means = ""
        if parts and parts[1].lower() == "perl":
            means = MEANT
        elif parts and parts[2]:
            means = f"{parts[1].replace('Mozilla', 'MPL')}-{parts[2]}.{parts[3] or 0}"
        yield Declared(plain, line_of(text, plain), means)


def spdx_tags(text: str) -> Iterator[Declared]:
    """Give `PackageLicenseDeclared` of an SPDX document in tags."""
    for words in TAGGED.findall(text)[:5]:
        yield Declared(words.strip(), line_of(text, words))


READERS = (
    ("*.gemspec", gemspec),
    ("mix.exs", mix_exs),
    ("setup.py", setup_py),
    ("setup.cfg", setup_cfg),
    ("DESCRIPTION", r_description),
    ("*.cabal", cabal),
    ("dist.ini", dist_zilla),
    ("LICENSE.spdx", spdx_tags),
)
