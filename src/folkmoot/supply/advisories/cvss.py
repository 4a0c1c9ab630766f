"""The base score of a CVSS vector, versions 2, 3 and 4.

https://www.first.org/cvss/v3.1/specification-document (7.1 and appendix A)
https://www.first.org/cvss/v2/guide (3.2.1)

Version 4 has no formula but a table of groups: see `cvss4`.
"""

from __future__ import annotations

import math
from functools import lru_cache

from folkmoot.model.vulnerability import Severity
from folkmoot.supply.advisories.cvss4 import base_score_4

_V3 = {
    "AV": {"N": 0.85, "A": 0.62, "L": 0.55, "P": 0.2},
    "AC": {"L": 0.77, "H": 0.44},
    "PR": {"N": 0.85, "L": 0.62, "H": 0.27},
    "UI": {"N": 0.85, "R": 0.62},
    "S": {"U": 0.0, "C": 1.0},
    "C": {"H": 0.56, "L": 0.22, "N": 0.0},
    "I": {"H": 0.56, "L": 0.22, "N": 0.0},
    "A": {"H": 0.56, "L": 0.22, "N": 0.0},
}
_PRIVILEGES_WHERE_SCOPE_CHANGES = {"N": 0.85, "L": 0.68, "H": 0.5}
_V2 = {
    "AV": {"L": 0.395, "A": 0.646, "N": 1.0},
    "AC": {"H": 0.35, "M": 0.61, "L": 0.71},
    "Au": {"M": 0.45, "S": 0.56, "N": 0.704},
    "C": {"N": 0.0, "P": 0.275, "C": 0.660},
    "I": {"N": 0.0, "P": 0.275, "C": 0.660},
    "A": {"N": 0.0, "P": 0.275, "C": 0.660},
}


@lru_cache(maxsize=4096)
def base_score(vector: str) -> float | None:
    """Give the base score (0 to 10) of a vector; None for another version, and for what is no vector."""
    start, _, rest = vector.partition("/")
    if start in {"CVSS:3.0", "CVSS:3.1"}:
        told = _metrics(rest)
        weights = {name: levels.get(told.get(name, "")) for name, levels in _V3.items()}
        if told.get("S") == "C":
            weights["PR"] = _PRIVILEGES_WHERE_SCOPE_CHANGES.get(told.get("PR", ""))
        return _version_3({name: weight for name, weight in weights.items() if weight is not None})
    if start == "CVSS:4.0":
        return base_score_4(_metrics(rest))
    if start.startswith("CVSS:"):
        return None
    told = _metrics(vector)
    weights = {name: levels.get(told.get(name, "")) for name, levels in _V2.items()}
    return _version_2({name: weight for name, weight in weights.items() if weight is not None})


def severity_of(score: float) -> Severity:
    """Give the word for a base score, by CVSS's own scale."""
    for least, severity in (
        (9.0, Severity.CRITICAL),
        (7.0, Severity.HIGH),
        (4.0, Severity.MEDIUM),
        (0.1, Severity.LOW),
    ):
        if score >= least:
            return severity
    return Severity.NONE


def _metrics(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split("/"))
    return {name: value for name, _, value in pairs}


def _version_3(weight: dict[str, float]) -> float | None:
    if len(weight) < len(_V3):
        return None
    sub = 1 - (1 - weight["C"]) * (1 - weight["I"]) * (1 - weight["A"])
    impact = 7.52 * (sub - 0.029) - 3.25 * (sub - 0.02) ** 15 if weight["S"] else 6.42 * sub
    if impact <= 0:
        return 0.0
    exploit = 8.22 * weight["AV"] * weight["AC"] * weight["PR"] * weight["UI"]
    return _rounded_up(min((impact + exploit) * (1.08 if weight["S"] else 1.0), 10.0))


def _rounded_up(score: float) -> float:
    """Round up to one decimal in whole numbers, as appendix A has it: floating point would add a tenth."""
    whole = round(score * 100_000)
    return whole / 100_000 if whole % 10_000 == 0 else (math.floor(whole / 10_000) + 1) / 10


def _version_2(weight: dict[str, float]) -> float | None:
    if len(weight) < len(_V2):
        return None
    impact = 10.41 * (1 - (1 - weight["C"]) * (1 - weight["I"]) * (1 - weight["A"]))
    exploit = 20 * weight["AV"] * weight["AC"] * weight["Au"]
    return round((0.6 * impact + 0.4 * exploit - 1.5) * (1.176 if impact else 0.0), 1) + 0.0
