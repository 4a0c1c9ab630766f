"""What an agenda may say about security: only what points at lines, and costs a first page little."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from folkmoot.i18n import Text
from folkmoot.model.check import Check, Evidence, Finding, Ground, Outcome
from folkmoot.model.errors import FolkmootError
from folkmoot.views.guarding.deciding import decided
from folkmoot.views.look import Look

MOST_PLACES = 3


def raising(
    look: Look, checks: Sequence[Check], matters: Callable[[Evidence], bool] = lambda _: True
) -> list[Finding]:
    """Give the findings of these checks that are a "no" and point at lines, in the order of `checks`.

    Of the places only those that matter. What the community has suppressed is out. Nothing where several
    projects are looked at together: then the page on security tells each by itself.
    """
    found = []
    for finding in _findings(look, checks):
        spots = tuple(spot for spot in finding.spots if matters(spot))
        if finding.outcome is Outcome.NO and any(spot.path for spot in spots):
            from folkmoot.views.guarding.told import advised

            found.append(advised(replace(finding, spots=spots)))
    return found


def _findings(look: Look, checks: Sequence[Check]) -> Iterator[Finding]:
    """Give what these checks found: they alone are asked, unless a page shows what all of them found."""
    if len(look.guards or look.trees) != 1:
        return
    if look.guards:
        by_id = {answer.finding.id: answer.finding for answer in look.guards[0].answers}
        yield from (by_id[check.id] for check in checks if check.id in by_id)
    elif look.aliases is None:  # words and paths of files name people, here as on the page
        ((_, ground),) = look.grounds.items()
        yield from look.kept(ground, tuple(_once(look, check, ground) for check in checks))


def _once(look: Look, check: Check, ground: Ground) -> Finding:
    return ground.once(f"raised {check.id}", partial(_decided, look, check, ground))


def _decided(look: Look, check: Check, files: Ground) -> Finding:
    ground = replace(files)
    if look.advisories is not None:
        from folkmoot.views.guarding.advised import with_advisories

        with suppress(FolkmootError):
            with_advisories(ground, look.advisories)
    (found,) = decided([check], ground)
    return found


def files_of(found: Sequence[Finding]) -> list[str]:
    """Give the files that findings point at, each once."""
    return list(dict.fromkeys(spot.path for finding in found for spot in finding.spots if spot.path))


def first_places(found: Sequence[Finding]) -> tuple[Text, ...]:
    """Give the first few places of findings, as sentences."""
    spots = dict.fromkeys(spot for finding in found for spot in finding.spots if spot.path)
    return tuple(spot.told for spot in list(spots)[:MOST_PLACES])
