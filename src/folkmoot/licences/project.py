"""The licence of a project, as its licence files, manifests and README state it.

The licence files decide; a manifest says more exactly what they leave open ("only this version", or which
of two texts), or a README that offers two. Where nobody says how several texts go together, or a text is none
that SPDX knows, the licence of the project is not stated here: "" and no guess.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Sequence
from typing import Literal

from folkmoot.licences.detect import held, match
from folkmoot.licences.expression import REFERENCE, read
from folkmoot.licences.files import licence_files, named_in_licenses, readme_files
from folkmoot.licences.headers.wordings import proposed, worded
from folkmoot.licences.listed import is_exception, list_version, shared_id
from folkmoot.licences.manifests import declared_in, manifest_files
from folkmoot.licences.perls_own import MEANT, says_perls_own
from folkmoot.licences.readme import said_in
from folkmoot.licences.words import LONGEST, is_notice_only
from folkmoot.model.check import Ground
from folkmoot.model.licence import Licences, Place, Said

MOST_FILES = 120
MOST_CHARACTERS = 4_000_000
"""Characters of licence texts that are compared; a repository with more of them is told as not read."""
MANIFEST_BYTES = 500_000
OPENING, OPENING_READ = 200, 2_000
"""Characters of the first paragraph of a text that are kept, and that are looked at for it."""
LATER = ("-only", "-or-later", "+")
OLD_LATER = re.compile(r"\b([AL]?GPL-\d\.\d)\+")
OR = " OR "
NAMES_A_FILE = re.compile(r"\bfile\s+LICEN[CS]E\b", re.IGNORECASE)
NAME = re.compile(r"[^\s()]+")


def licences_of(ground: Ground) -> Licences:
    """Read what the places beside the source files say. Headers are another question: see `headers`."""
    paths, links = ground.paths(), ground.links()
    texts, unread = read_texts(ground, licence_files(paths)[:MOST_FILES], LONGEST)
    said, read_so_far = [], 0
    for path, text in texts.items():
        read_so_far += len(text)
        if read_so_far > MOST_CHARACTERS:
            unread.append(path)
        elif not text.startswith("#!"):
            said.append(text_said(path, text))
    manifests, _ = read_texts(
        ground, [path for path in manifest_files(paths) if path not in links], MANIFEST_BYTES
    )
    for path, text in manifests.items():
        said += declared_in(path, text)
    readmes, _ = read_texts(ground, readme_files(paths)[:2], MANIFEST_BYTES)
    found = [each for path, text in readmes.items() if (each := said_in(path, text))]
    said += found[:1]
    expression = "" if unread else decided(said)
    return Licences(
        said=tuple(said),
        expression=expression,
        osi=_approved(said, expression, "osi"),
        fsf=_approved(said, expression, "fsf"),
        unread=tuple(unread),
        list_version=list_version(),
    )


def text_said(path: str, text: str) -> Said:
    """Give what one licence file says."""
    title = _opening(text)
    found = match(text, shared_id(named_in_licenses(path)))
    if found and found.same:
        return Said(Place.TEXT, path, 0, title, found.expression, likeness=found.likeness)
    if REFERENCE.fullmatch(named_in_licenses(path)):
        return Said(Place.TEXT, path, 0, title, named_in_licenses(path))
    if path.rpartition("/")[2].lower().startswith("copyright") and (stated := worded(text.encode())):
        return Said(Place.TEXT, path, 0, title, stated, notice=True)
    if stated := proposed(text):
        return Said(Place.TEXT, path, 0, title, stated)
    inside = held(text)
    if says_perls_own(text, inside):
        return Said(Place.TEXT, path, 0, title, MEANT, holds=inside)
    return Said(
        Place.TEXT,
        path,
        0,
        title,
        likeness=found.likeness if found else None,
        near=found.id if found and len(inside) < 2 else "",
        holds=inside,
        notice=is_notice_only(text),
    )


def _opening(text: str) -> str:
    """Give the first paragraph of a text in one line: a sentence may go on in the next line of the file."""
    kept: list[str] = []
    for line in text.lstrip()[:OPENING_READ].splitlines():
        if any(map(str.isalnum, line)):
            kept.append(line)
        elif kept:
            break
    words = " ".join(" ".join(kept).split())
    return words if len(words) <= OPENING else f"{words[:OPENING].rpartition(' ')[0] or words[:OPENING]} …"


def same_licence(one: str, other: str) -> bool:
    """Tell whether two expressions mean the same, what "only" and "or later" say aside."""
    return _shape(one) == _shape(other) != ""


def decoded(content: bytes) -> str:
    """Give a file as text: UTF-8 or UTF-16 with a mark, else Windows' Western encoding."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # the end of what was read may cut a letter in two
        cut = error.start > len(content) - 4
        return content.decode("utf-8-sig", "replace") if cut else content.decode("cp1252", "replace")


def read_texts(ground: Ground, paths: Sequence[str], limit: int) -> tuple[dict[str, str], list[str]]:
    """Read files, links inside the tree followed once; gives the texts, and what is not in this clone."""
    found: dict[str, str] = {}
    missing: list[str] = []
    links = ground.links()
    there = frozenset(ground.paths())
    targets: dict[str, str] = {}
    for path, content, _ in ground.read_all(paths, limit):
        if content is None:
            missing.append(path)
        elif path in links:
            target = posixpath.normpath(
                posixpath.join(posixpath.dirname(path), decoded(content[:500]).strip())
            )
            if target in there and target not in links and target not in paths:
                targets[path] = target
        else:
            found[path] = decoded(content)
    for (path, _), (_, content, _) in zip(
        targets.items(), ground.read_all(list(targets.values()), limit), strict=True
    ):
        if content is None:
            missing.append(path)
        else:
            found[path] = decoded(content)
    return found, missing


def decided(said: Sequence[Said]) -> str:
    """Give the licence that these statements agree on, "" where they leave it open."""
    return _current(_decided(said))


def _decided(said: Sequence[Said]) -> str:
    texts = [
        each
        for each in said
        if each.place is Place.TEXT
        and not _only_a_notice_beside(each, said)
        and not is_exception(named_in_licenses(each.path))
    ]
    declared = [each.expression for each in said if each.place is Place.MANIFEST]
    # Where no manifest joins several texts, a README that offers them to choose from does.
    declared = declared or [
        each.expression for each in said if each.place is Place.README and OR in each.expression
    ]
    unclear = [each for each in texts if not each.expression]
    if unclear:
        return _declared_all_the_same(texts, unclear, declared)
    if not texts:
        return _agreed(declared) or _agreed(each.expression for each in said if each.place is Place.README)
    stated = list(dict.fromkeys(each.expression for each in texts))
    top = list(dict.fromkeys(each.expression for each in texts if "/" not in each.path))
    if len(top) == 1 and _is_kept(top[0], texts):
        stated = top
    if _is_lesser(stated) and not _names_the_gpl_alone(said):
        stated = [name for name in stated if name.startswith("LGPL")]
    fitting = [each for each in declared if each and _fits(each, stated)]
    if fitting:
        return _agreed(fitting) or (stated[0] if len(stated) == 1 else "")
    return stated[0] if len(stated) == 1 else ""


def _current(expression: str) -> str:
    """Give an expression with `GPL-3.0-or-later` for the deprecated `GPL-3.0+`, as SPDX replaced it."""
    return OLD_LATER.sub(r"\1-or-later", expression)


def _declared_all_the_same(texts: Sequence[Said], unclear: Sequence[Said], declared: Sequence[str]) -> str:
    """Give what every manifest declares, where an unclear text takes nothing from it.

    That is so where the whole text of what is declared stands in it among others, or where it is none of any
    licence (it tells a history, say) and the licence that is declared has a file of its own. A text that is
    near to one licence is that licence with something added, which may well take something away.
    """
    known = [each.expression for each in texts if each.expression]
    fits = [each for each in declared if each and (not known or _fits(each, known))]
    if not declared or len(fits) < len(declared):
        return ""
    fine = all(
        not each.near and (_families(fits[0]) <= frozenset(each.holds) if each.holds or not known else True)
        for each in unclear
    )
    return _agreed(fits) if fine else ""


def _only_a_notice_beside(each: Said, said: Iterable[Said]) -> bool:
    """Tell whether a file only says whose the work is, or grants patents, and another says what is permitted.

    In R that other one is DESCRIPTION: `MIT + file LICENSE` names the text, and LICENSE who and when.
    """
    is_beside = not each.expression and each.path.lower().startswith(("copyright", "patents"))
    return (each.notice or is_beside) and any(
        other.expression
        for other in said
        if other.place is Place.TEXT or (other.path == "DESCRIPTION" and NAMES_A_FILE.search(other.words))
    )


def _is_kept(stated: str, texts: Iterable[Said]) -> bool:
    """Tell whether LICENSES holds the licence at the top too: the others there are those of single files."""
    return any(each.expression == stated for each in texts if each.path.startswith("LICENSES/"))


def _is_lesser(stated: Sequence[str]) -> bool:
    """Tell whether the GPL stands here only because the LGPL, version 3, is written as an addition to it."""
    return sorted(stated) == ["GPL-3.0", "LGPL-3.0"]


def _names_the_gpl_alone(said: Iterable[Said]) -> bool:
    """Tell whether a manifest or the README says GPL: then the text of the LGPL is for a part of it."""
    return any(
        _families(each.expression) == {"GPL-3.0"}
        for each in said
        if each.place in (Place.MANIFEST, Place.README) and each.expression
    )


def _agreed(expressions: Iterable[str]) -> str:
    """Give the one expression all agree on, the most exact of those that mean the same licence; else ""."""
    found = list(dict.fromkeys(expressions))
    if not found or not all(found):
        return ""
    first = found[0]
    if any(not same_licence(first, each) for each in found[1:]):
        return ""
    exact = [each for each in found if any(mark in each for mark in LATER)]
    if len(exact) > 1:
        return _family(first)
    return exact[0] if exact else first


def _fits(declared: str, stated: Sequence[str]) -> bool:
    """Tell whether a declared expression names exactly the licences whose texts are there."""
    texts: frozenset[str] = frozenset().union(*(_families(each) for each in stated))
    return _families(declared) == texts


def _families(text: str) -> frozenset[str]:
    expression = read(text)
    if expression is None:
        return frozenset()
    return frozenset(_family(name) for choice in expression.choices() for name in choice)


def _shape(text: str) -> str:
    expression = read(text)
    plain = read(NAME.sub(lambda name: shared_id(name[0]), expression.text)) if expression else None
    return plain.simple if plain else ""


def _family(name: str) -> str:
    licence, mark, exception = name.partition(" WITH ")
    return f"{shared_id(licence)}{mark}{exception}"


def _approved(said: Sequence[Said], expression: str, by: Literal["osi", "fsf"]) -> bool | None:
    """Tell whether the licence is approved; where several texts leave it open, whether each of them is."""
    texts = [each.expression for each in said if each.place is Place.TEXT and not each.notice]
    asked = [expression] if expression else texts
    told = [found.approved(by) for each in asked if (found := read(each))]
    if len(told) < len(asked) or not told:
        return None
    return told[0] if len(told) == 1 else (True if all(told) else None)
