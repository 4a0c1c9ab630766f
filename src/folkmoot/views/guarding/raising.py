"""What an agenda may say about security: only what points at lines, and only what was asked already."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.i18n import Text
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.guarding.security_panels import place
from folkmoot.views.guarding.told import advised
from folkmoot.views.look import Look

MOST_PLACES = 3


def raising(look: Look, identifiers: Sequence[str]) -> list[Finding]:
    """Give the findings of these checks that are a "no" and point at lines, in the order of `identifiers`.

    Nothing on the way to a first page, where nobody asked, nor where several projects are looked at: then the
    page on security tells each by itself. What the community has suppressed is out.
    """
    if len(look.guards) != 1:
        return []
    by_id = {answer.finding.id: answer for answer in look.guards[0].answers}
    answers = [by_id[each] for each in identifiers if each in by_id]
    return [
        advised(answer.finding)
        for answer in answers
        if answer.finding.outcome is Outcome.NO and any(spot.path for spot in answer.finding.spots)
    ]


def files_of(found: Sequence[Finding]) -> list[str]:
    """Give the files that findings point at, each once."""
    return list(dict.fromkeys(spot.path for finding in found for spot in finding.spots if spot.path))


def first_places(found: Sequence[Finding]) -> tuple[Text, ...]:
    """Give the first few places of findings, as sentences."""
    spots = dict.fromkeys(spot for finding in found for spot in finding.spots if spot.path)
    return tuple(place(spot) for spot in list(spots)[:MOST_PLACES])
