"""Which licence a text is: by the words it shares with each text that SPDX publishes, then by their order.

First every text is compared as a set of words, which finds the few that come near at all. Those are compared
as pairs of neighbouring words, so that the right words in a wrong order don't count. The likeness is the
Dice coefficient of the pairs: twice the shared ones, divided by those of both texts. Words that a copy may
lack count for nothing, and so does what is written into a place to fill in.

Likeness alone would call a licence with one more restriction the same licence. So a text is only `same` when
no stretch of more than a dozen words stands in it that the licence does not have.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import pairwise

from folkmoot.licences.texts import LicenceText, Pair, all_texts
from folkmoot.licences.words import words_of

SAME = 0.97
"""From this likeness on a text may be the licence itself."""
NEAR = 0.9
"""From this likeness on it is worth saying which licence a text comes from."""
ADDED = 12
"""So many words in one stretch may be added: a name, an address, a heading."""
APART = 8
"""Known words between two unknown ones that make them two stretches."""
CANDIDATES, LIKELY = 8, 0.5
"""How many texts are compared closely, and from which likeness of their words on."""
WHOLE = 0.995
"""The share of a licence's pairs that a text must have to hold that licence among other things."""
SIBLING, CLEARLY = 0.6, 0.005
"""Of two licences that share so much, the one of which more is there, by this difference, is meant."""
LEAST_OWN = 100
"""So many pairs that no licence found before has make one that shares the rest with it stand by itself."""
OWN_SHARE = 1 / 3
"""More than so much of a licence must be its own for it to stand by itself in one stretch of a text."""
LEAST_WORDS = 50
"""A shorter licence is not looked for inside a longer text: it could stand there by chance."""
FILLED_WORDS, FILLED_PAIRS = 2, 3
"""How many unknown words and pairs one place to fill in brings along; what is longer is a stretch."""


@dataclass(frozen=True)
class Match:
    """What a text is most like. `same`: it is that licence, and no restriction was added or left out.

    `exception` is the SPDX exception that stands in the text beside the licence, or "".
    """

    id: str
    likeness: float
    same: bool
    exception: str = ""

    @property
    def expression(self) -> str:
        """Give the SPDX expression, or "" where the text is not the licence itself."""
        if not self.same:
            return ""
        return f"{self.id} WITH {self.exception}" if self.exception else self.id


def match(text: str, named: str = "") -> Match | None:
    """Give what a licence text is, or is near to; None when it is like none of SPDX's.

    `named` is the licence it claims to be by its name: between two that it is alike, that one is meant.
    """
    words = words_of(text)
    pairs = frozenset(pairwise(words))
    if not pairs:
        return None
    ranked = sorted(
        ((_likeness(pairs, each), each) for each in _candidates(words)),
        key=lambda entry: (entry[0], len(entry[1].pairs[0]), _named(words, entry[1]), -len(entry[1].id)),
        reverse=True,
    )
    if not ranked:
        return None
    likeness, best = ranked[0]
    for each_likeness, each in ranked:
        if named and each.id == named and each_likeness >= SAME:
            likeness, best = each_likeness, each
    if likeness >= SAME and _longest_added(words, [best]) <= ADDED:
        return Match(best.id, likeness, same=True)
    for _, candidate in ranked[:3]:
        for exception in _exceptions(pairs, candidate):
            both = _likeness(pairs, candidate, exception)
            if both >= SAME and _longest_added(words, [candidate, exception]) <= ADDED:
                return Match(candidate.id, both, same=True, exception=exception.id)
    return Match(best.id, likeness, same=False) if likeness >= NEAR else None


def held(text: str) -> tuple[str, ...]:
    """Give the licences whose whole text stands somewhere in a text, the longest first.

    A licence that is only part of another one that was found is left out. What two share, as the GPL and the
    LGPL do, is no reason to leave out one whose own pairs are all there too, nor is what a short one shares
    with a long one, as MIT and the GPL do, where the whole short one stands in one stretch.
    """
    words = words_of(text)
    pairs, known = frozenset(pairwise(words)), frozenset(words)
    licences, _ = all_texts()
    likely = [t for t in licences if t.sizes[0] >= LEAST_WORDS and _share(t.needed, known) >= WHOLE]
    there = [(share, t) for t in likely if (share := _share(t.pairs[0], pairs)) >= WHOLE]
    rest = _Rest([each for _, each in there], pairs)
    found: list[str] = []
    places = _places(words) if there else {}
    standing: dict[str, bool] = {}

    def stands(each: LicenceText) -> bool:
        if each.id not in standing:
            standing[each.id] = _stands_together(words, places, each)
        return standing[each.id]

    while inside := [
        (share, each)
        for share, each in there
        if (left := rest.left[each.id]) / len(each.pairs[0]) > SIBLING
        or ((own := rest.own[each.id]) >= LEAST_OWN and left / own >= WHOLE)
        or (own > OWN_SHARE * len(each.pairs[0]) and stands(each))
    ]:
        share, chosen = max(inside, key=lambda entry: (len(entry[1].pairs[0]), -len(entry[1].id)))
        for other_share, other in inside:
            if other_share > share + CLEARLY and _share(other.pairs[0], chosen.pairs[0]) > SIBLING:
                share, chosen = other_share, other
        rest.take(chosen)
        found.append(chosen.id)
    return tuple(found)


class _Rest:
    """Counts what each licence has that no other took, so that a text of a hundred licences is read once.

    `own` are a licence's pairs that no licence taken before has, `left` those of them that the text has.
    """

    def __init__(self, licences: Sequence[LicenceText], pairs: frozenset[Pair]) -> None:
        self.pairs = pairs
        self.taken: set[Pair] = set()
        self.own = {each.id: len(each.pairs[0]) for each in licences}
        self.left = {each.id: len(each.pairs[0] & pairs) for each in licences}
        self.having: dict[Pair, list[str]] = {}
        for each in licences:
            for pair in each.pairs[0]:
                self.having.setdefault(pair, []).append(each.id)

    def take(self, chosen: LicenceText) -> None:
        """Take the pairs of a licence away from all that share them."""
        for pair in chosen.pairs[0] - self.taken:
            is_there = pair in self.pairs
            for each in self.having[pair]:
                self.own[each] -= 1
                self.left[each] -= is_there
        self.taken |= chosen.pairs[0]


def _places(words: Sequence[str]) -> dict[Pair, list[int]]:
    """Give where each pair of neighbouring words stands."""
    found: dict[Pair, list[int]] = {}
    for place, pair in enumerate(pairwise(words)):
        found.setdefault(pair, []).append(place)
    return found


def _stands_together(words: Sequence[str], places: Mapping[Pair, Sequence[int]], text: LicenceText) -> bool:
    """Tell whether a whole licence stands in one stretch of the words, at most half as long again."""
    needed, reach = text.pairs[0], text.sizes[1] * 3 // 2
    return any(
        _is_whole(words[begin:end], needed, reach)
        for begin, end in _around(_rarest(needed, places), places, reach)
    )


def _rarest(needed: frozenset[Pair], places: Mapping[Pair, Sequence[int]]) -> list[Pair]:
    """Give one pair more than a whole copy may lack, the rarest here: any copy has at least one of them."""
    return nsmallest(
        int((1 - WHOLE) * len(needed)) + 2, needed, key=lambda pair: (len(places.get(pair, ())), pair)
    )


def _around(
    pairs: Iterable[Pair], places: Mapping[Pair, Sequence[int]], reach: int
) -> Iterator[tuple[int, int]]:
    """Give (begin, end) of the stretches of words around all places of these pairs, each word once."""
    begin = end = 0
    for place in sorted(place for pair in pairs for place in places.get(pair, ())):
        if end and place - reach > end:
            yield begin, end
            begin = end = 0
        begin = begin if end else max(0, place - reach)
        end = place + reach + 2
    if end:
        yield begin, end


def _is_whole(words: Sequence[str], needed: frozenset[Pair], reach: int) -> bool:
    """Tell whether so many of the pairs stand within `reach` that the licence is there as a whole."""
    held_now: Counter[Pair] = Counter()
    places = [(place, pair) for place, pair in enumerate(pairwise(words)) if pair in needed]
    begin = 0
    for place, pair in places:
        held_now[pair] += 1
        while place - places[begin][0] > reach:
            gone = places[begin][1]
            held_now[gone] -= 1
            if not held_now[gone]:
                del held_now[gone]
            begin += 1
        if len(held_now) >= WHOLE * len(needed):
            return True
    return False


def _share(part: frozenset[object], whole: Collection[object]) -> float:
    return sum(1 for each in part if each in whole) / len(part) if part else 0.0


def _candidates(words: Sequence[str]) -> list[LicenceText]:
    """Give the licences whose words come nearest, by the Dice coefficient of the sets."""
    known, length = frozenset(words), len(words)
    scored = []
    for each in all_texts()[0]:
        least, most = each.sizes
        outside = max(0, length - most - 4 * each.slots, least - length)
        if outside >= 2 * len(known):
            continue  # it would score no more than LIKELY, even if all words were shared
        shared = len(each.needed & known)
        if shared * 2 < len(each.needed):
            continue
        extra = len(known) - shared - len(each.allowed & known) - FILLED_WORDS * each.slots
        scored.append((2 * shared / (shared + len(each.needed) + max(0, extra) + outside), each))
    scored.sort(key=lambda entry: (-entry[0], len(entry[1].id), entry[1].id))
    return [each for score, each in scored[:CANDIDATES] if score > LIKELY]


def _likeness(pairs: frozenset[Pair], *parts: LicenceText) -> float:
    needed = frozenset().union(*(part.pairs[0] for part in parts))
    may = frozenset().union(*(part.pairs[1] for part in parts))
    shared = len(needed & pairs)
    extra = len(pairs) - shared - len((may - needed) & pairs)
    extra = max(0, extra - FILLED_PAIRS * (sum(part.slots for part in parts) + 1))
    return 2 * shared / (shared + len(needed) + extra) if shared else 0.0


def _named(words: Sequence[str], text: LicenceText) -> float:
    """Tell how much of its own identifier a text names at its beginning: it decides between equal texts."""
    return _share(frozenset(words_of(text.id.replace("-", " "))), words[:30])


def _exceptions(pairs: frozenset[Pair], licence: LicenceText) -> Iterator[LicenceText]:
    """Give the exceptions that stand in a text as a whole beside a whole licence, the longest first."""
    if _share(licence.pairs[0], pairs) < SAME:
        return
    for each in sorted(all_texts()[1], key=lambda t: -t.sizes[0]):
        if _share(each.pairs[0], pairs) >= SAME:
            yield each


def _longest_added(words: Sequence[str], parts: Sequence[LicenceText]) -> int:
    """Give how many words the longest stretch has that none of the `parts` knows in that order."""
    known = frozenset().union(*(group for part in parts for group in part.pairs))
    covered = bytearray(len(words))
    for place, pair in enumerate(pairwise(words)):
        if pair in known:
            covered[place] = covered[place + 1] = 1
    longest = current = 0
    last = -APART
    for place, fine in enumerate(covered):
        if not fine:
            current = current + 1 if place - last <= APART else 1
            longest, last = max(longest, current), place
    return longest
