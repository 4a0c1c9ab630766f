"""What was found where files are held against something: what to do is told only where something is to do."""

from __future__ import annotations

from typing import NamedTuple

from folkmoot.i18n import Text
from folkmoot.model.check import Evidence, Finding, Outcome


class About(NamedTuple):
    """What the findings of one check have in common."""

    id: str
    title: str
    why: str
    remedy: str
    effort: str


def finding(about: About, outcome: Outcome, said: Text, spots: tuple[Evidence, ...] = ()) -> Finding:
    """Give what was found: the outcome, a sentence, and the places it rests on."""
    is_open = outcome is Outcome.NO
    return Finding(
        id=about.id, title=about.title, outcome=outcome, evidence=(said,), why=about.why,
        remedy=about.remedy if is_open else "", effort=about.effort if is_open else "", spots=spots,
    )  # fmt: skip
