"""License: a licence file that tools find by its name.

Question:
    Is there a file at the top whose name says that it is the licence?

Why it matters:
    Without a licence nobody may use, change or pass on the code. Tools look for it by its name, and ship
    the project without one where they find none.

How it is counted:
    Scorecard's rule: 9 for a file at the top named LICENSE, LICENCE, COPYING, COPYRIGHT or PATENT, with an
    SPDX id before or after the name and one of ten endings allowed, or for a folder of that name; 10 when
    the id in the name is one that the FSF or the OSI approved. The first such file in the order of the walk
    counts. Only its name is looked at.

What it does not tell:
    What the file says. A plain LICENSE holds 9, because its name carries no id; Scorecard itself asks the
    forge for the id and gives 10 then. So 9 is "yes" here. The Licences page reads the texts.

References:
    Scorecard, License: https://github.com/ossf/scorecard/blob/main/docs/checks.md#license
    The rule: https://github.com/ossf/scorecard/blob/main/checks/raw/license.go
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from folkmoot.checks.scorecard._files import ending, listing
from folkmoot.checks.scorecard._scored import Ruling, scorecard_check
from folkmoot.model.check import Ground, Outcome, Risk
from folkmoot.model.scorecard import BEST, debug, info, warn

FOR_THE_FILE = 9
LONGEST_NAME = 255
"""Characters of a path's first part that are looked at; no file system holds a longer name."""

COULD_BE = re.compile(r"[0-9A-Za-z._-]*?(?:patent|copy(?:ing|right)|licen[sc]e)", re.IGNORECASE)
"""Turns down nearly every path cheaply: the rule below takes its time on long names."""
SPDX = r"([0-9A-Za-z]+)((([-_.])[0-9]{{1,2}}[A-Za-z]{{0,1}}){{0,5}})(?P<{0}SpdxExt>(([_-])?[0-9A-Za-z.])*)"
LICENCE = re.compile(
    r"^(?P<lp>(?P<preSpdx>" + SPDX.format("pre") + r")?(?P<pre>([-_]))?"
    r"(?P<detectedFile>(patent(s)?|copy(ing|right)|LICEN[SC]E(S)?))(?P<suf>([-_./]))?"
    r"(?P<sufSpdx>" + SPDX.format("suf") + r")?(?P<ext>([.]?[A-Za-z]+))?)",
    re.IGNORECASE,
)  # fmt: skip
ENDINGS = re.compile(r"\.adoc|\.asc|\.docx?|\.ext|\.html|\.markdown|\.md|\.rst|\.txt|\.xml", re.IGNORECASE)
DIGIT_AFTER_DOT = re.compile(r"\.[0-9]")


def licence_named(path: str) -> tuple[str, str] | None:
    """Give (path that counts, SPDX id or "") of a licence file, or None when the name is none."""
    if len(path.partition("/")[0]) > LONGEST_NAME or not COULD_BE.match(path):
        return None
    found = LICENCE.match(path)
    if found is None:
        return None
    part = {name: value or "" for name, value in found.groupdict().items()}
    if path == part["detectedFile"]:
        return path, ""
    spdx, suffix = _without_overlap(part, _spdx(part), _suffix(path, part))
    shown = _shown(part, path, spdx, suffix)
    return (shown, spdx) if shown else None


def _spdx(part: dict[str, str]) -> str:
    told = part["preSpdx"] or part["sufSpdx"]
    return "UNLICENSE" if told.upper() == "UN" else told


def _suffix(path: str, part: dict[str, str]) -> str:
    suffix = ending(path)
    return "" if part["detectedFile"] in suffix else suffix


def _without_overlap(part: dict[str, str], spdx: str, suffix: str) -> tuple[str, str]:
    """Take apart what the pattern gave to both the id and the ending of the name."""
    if not spdx:
        return spdx, suffix
    if suffix and spdx in suffix:
        spdx = ""
    if suffix and spdx and suffix in spdx:
        if not ENDINGS.search(suffix) and DIGIT_AFTER_DOT.search(spdx):
            suffix = ""
        else:
            spdx = spdx.replace(suffix, "")
    elif suffix and spdx and suffix not in (spdx, part["ext"]):
        spdx += part["ext"]
    return spdx, suffix


def _shown(part: dict[str, str], path: str, spdx: str, suffix: str) -> str:
    matched = part["lp"]
    if matched == path:
        return matched if not suffix or ENDINGS.search(suffix) else ""
    if part["suf"] != "/" and not spdx:
        return ""
    return path if matched + suffix == path else ""


@cache
def _approved() -> dict[str, str]:
    """Give the names of approved licences by their id in capitals."""
    text = files("folkmoot.checks.scorecard").joinpath("approved_licences.toml").read_text(encoding="utf-8")
    return {spdx.upper(): name for spdx, name in tomllib.loads(text).items()}


def _rule(ground: Ground) -> Ruling:
    named = next(filter(None, map(licence_named, listing(ground).paths)), None)
    if named is None:
        missing = "project does not have a license file"
        return Ruling(0, "license file not detected", (warn(missing), debug(missing)))
    path, spdx = named
    there = info("project has a license file", path)
    approved = _approved().get(spdx.upper())
    if approved is None:
        doubt = warn("project license file does not contain an FSF or OSI license.")
        return Ruling(FOR_THE_FILE, "license file detected", (there, doubt), Outcome.YES)
    known = info(f"FSF or OSI recognized license: {approved}", path)
    return Ruling(BEST, "license file detected", (there, known))


CHECK = scorecard_check(
    "license",
    "License",
    _rule,
    title="Licence file found by its name",
    question="Is there a file at the top whose name says that it is the licence?",
    why="Without a licence nobody may use, change or pass on the code.",
    remedy=(
        "Put the full text of the licence into a file named LICENSE at the top. For the texts of many "
        "licences see https://choosealicense.com/."
    ),
    effort="a quarter of an hour",
    risk=Risk.LOW,
    order=40,
)
