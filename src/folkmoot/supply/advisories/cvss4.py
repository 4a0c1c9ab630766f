"""The base score of a CVSS vector of version 4: a table of groups, and the way from one to the next lower.

Definition: https://www.first.org/cvss/v4.0/specification-document (8.2 and 8.3). The scores of the groups are
FIRST's, published with https://github.com/FIRSTdotorg/cvss-v4-calculator (BSD-2-Clause, Copyright (c) 2023
FIRST.ORG, Inc., Red Hat, and contributors); these 60 base metrics alone can reach or come next to.
What is known of exploits, or holds for one environment only, is no part of a base score and is left aside.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

LEVELS = {
    "AV": "NALP", "AC": "LH", "AT": "NP", "PR": "NLH", "UI": "NPA",
    "VC": "HLN", "VI": "HLN", "VA": "HLN", "SC": "HLN", "SI": "HLN", "SA": "HLN",
}  # fmt: skip
"""The values of each base metric, the worst first: how far apart two stand is how severe each is."""
IMPACTS = ("VC", "VI", "VA", "SC", "SI", "SA")
SCORES = {
    "00": (100, 93, 96, 90, 93, 88, 92, 80, 79, 69),
    "01": (95, 92, 91, 81, 92, 84, 82, 70, 71, 63),
    "10": (94, 87, 89, 75, 86, 72, 76, 57, 65, 53),
    "11": (90, 77, 77, 66, 74, 61, 59, 52, 58, 23),
    "20": (86, 70, 74, 54, 72, 53, 57, 36, 47, 24),
    "21": (73, 54, 55, 43, 61, 46, 51, 18, 24, 10),
}
"""Tenths, by how exploitable and how complex (EQ1, EQ2); in a row by HARMS,
each for EQ4 at 1 and at 2."""
HARMS = ("00", "01", "10", "11", "21")
"""EQ3 and EQ6: how much the vulnerable system suffers, and how much that is required to be whole."""
LESS_HARM = {"00": ("01", "10"), "10": ("11",), "21": ()}
"""The next lower of those that a base vector can have."""
LOWEST_BESIDE = 2
"""EQ4, how much other systems suffer: 1 or 2, where nobody gets hurt."""
WORST = {
    ("EQ1", 0): ({"AV": "N", "PR": "N", "UI": "N"},),
    ("EQ1", 1): ({"AV": "A", "PR": "N", "UI": "N"}, {"AV": "N", "PR": "L", "UI": "N"},
                 {"AV": "N", "PR": "N", "UI": "P"}),
    ("EQ1", 2): ({"AV": "P", "PR": "N", "UI": "N"}, {"AV": "A", "PR": "L", "UI": "P"}),
    ("EQ2", 0): ({"AC": "L", "AT": "N"},),
    ("EQ2", 1): ({"AC": "H", "AT": "N"}, {"AC": "L", "AT": "P"}),
    ("EQ3", 0): ({"VC": "H", "VI": "H", "VA": "H"},),
    ("EQ3", 1): ({"VC": "L", "VI": "H", "VA": "H"}, {"VC": "H", "VI": "L", "VA": "H"}),
    ("EQ3", 2): ({"VC": "L", "VI": "L", "VA": "L"},),
    ("EQ4", 1): ({"SC": "H", "SI": "H", "SA": "H"},),
    ("EQ4", 2): ({"SC": "L", "SI": "L", "SA": "L"},),
}  # fmt: skip
"""The worst values of each group of metrics at each of its levels; every vector is no worse than one."""
DEPTHS = {
    ("EQ1", 0): 1, ("EQ1", 1): 4, ("EQ1", 2): 5,
    ("EQ2", 0): 1, ("EQ2", 1): 2,
    ("EQ3", 0): 7, ("EQ3", 1): 8, ("EQ3", 2): 10,
    ("EQ4", 1): 5, ("EQ4", 2): 4,
}  # fmt: skip
"""How many steps there are from the worst values of a level to the next lower level."""


def base_score_4(told: Mapping[str, str]) -> float | None:
    """Give the base score (0 to 10) of metrics by their names; None where one is missing or unknown."""
    if any(len(told.get(name, "")) != 1 or told[name] not in levels for name, levels in LEVELS.items()):
        return None
    if all(told[name] == "N" for name in IMPACTS):
        return 0.0
    one, two, three, four = _levels(told)
    harm = f"{three}{int(three == 2)}"
    own = _tenths(one, two, harm, four) or 0
    lower = {
        ("EQ1", one): _tenths(one + 1, two, harm, four),
        ("EQ2", two): _tenths(one, two + 1, harm, four),
        ("EQ3", three): max((_tenths(one, two, less, four) or 0 for less in LESS_HARM[harm]), default=None),
        ("EQ4", four): _tenths(one, two, harm, four + 1),
    }
    # There always is a group one lower whose exploits are known less well, and nothing of the way is gone.
    gone = [Fraction(0)]
    for place, score in lower.items():
        if score is not None:
            gone.append((own - score) * Fraction(_steps(told, place), DEPTHS[place]))
    return max(0, int(own - sum(gone) / len(gone) + Fraction(1, 2))) / 10


def _levels(told: Mapping[str, str]) -> tuple[int, int, int, int]:
    """Give the levels of EQ1 to EQ4 by the tables of 8.2."""
    free = [told["AV"] == "N", told["PR"] == "N", told["UI"] == "N"]
    one = 0 if all(free) else 1 if any(free) and told["AV"] != "P" else 2
    two = 0 if told["AC"] == "L" and told["AT"] == "N" else 1
    both = told["VC"] == told["VI"] == "H"
    three = 0 if both else 1 if "H" in {told["VC"], told["VI"], told["VA"]} else 2
    return one, two, three, 1 if "H" in {told["SC"], told["SI"], told["SA"]} else 2


def _tenths(one: int, two: int, harm: str, four: int) -> int | None:
    """Give the score of a group in tenths, None where there is none so low."""
    row = SCORES.get(f"{one}{two}")
    return row[2 * HARMS.index(harm) + four - 1] if row and four <= LOWEST_BESIDE else None


def _steps(told: Mapping[str, str], place: tuple[str, int]) -> int:
    """Give how many steps better a vector is than the first of the worst that it is no worse than."""
    for worst in WORST[place]:
        steps = [LEVELS[name].index(told[name]) - LEVELS[name].index(value) for name, value in worst.items()]
        if min(steps) >= 0:
            return sum(steps)
    return 0
