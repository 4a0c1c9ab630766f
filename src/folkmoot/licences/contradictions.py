"""Places in one project that state different licences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from folkmoot.licences.expression import read
from folkmoot.licences.files import named_in_licenses
from folkmoot.licences.listed import is_exception, shared_id, spdx_list
from folkmoot.licences.project import same_licence
from folkmoot.model.licence import Contradiction, Licences, Place, Said


def contradictions(licences: Licences) -> list[Contradiction]:
    """Give the pairs of places that state different licences, each place held against the files first."""
    texts = [each for each in licences.texts if each.expression]
    others = [each for each in licences.said if each.place is not Place.TEXT and each.expression]
    found = list(_against_names(licences.texts))
    if texts and _is_told(licences):
        found += _against_texts(texts, others)
    for place, one in enumerate(others):
        for two in others[place + 1 :]:
            held = {id(each.other) for each in found}
            different = not same_licence(one.expression, two.expression) and not _is_part(one, two)
            if different and id(one) not in held and id(two) not in held:
                found.append(Contradiction(one, two))
    return found


def _against_names(texts: Iterable[Said]) -> Iterator[Contradiction]:
    """Give the texts in LICENSES that are those of another licence than their names say."""
    for text in texts:
        named = named_in_licenses(text.path)
        if text.expression and read(named) and shared_id(named) not in _names(text) and named in spdx_list():
            yield Contradiction(Said(Place.TEXT, text.path, expression=named, words=named), text)


def _is_told(licences: Licences) -> bool:
    """Tell whether each licence file is a known text: an unknown one may well be what is declared."""
    return not licences.unread and all(
        each.expression or each.notice or is_exception(named_in_licenses(each.path))
        for each in licences.texts
    )


def _against_texts(texts: list[Said], others: list[Said]) -> Iterator[Contradiction]:
    stated = frozenset().union(*(_names(each) for each in texts))
    for other in others:
        # a licence that is declared and has no text; a text that nothing declares may be for some files only
        strange = _names(other) - stated
        if strange and not _is_lesser(other, texts):
            yield Contradiction(texts[0], other)


def _names(said: Said) -> frozenset[str]:
    expression = read(said.expression)
    names = expression.names if expression else ()
    return frozenset(shared_id(name) for name in names)


def _is_part(one: Said, two: Said) -> bool:
    """Tell whether a README names only one of the licences that a manifest declares."""
    return Place.README in {one.place, two.place} and bool(_names(one) & _names(two))


def _is_lesser(other: Said, texts: list[Said]) -> bool:
    """Tell whether the text is the GPL's and the LGPL is declared, which is written as an addition to it."""
    return any(name.startswith("LGPL") for name in _names(other)) and any(
        name.startswith("GPL") for each in texts for name in _names(each)
    )
