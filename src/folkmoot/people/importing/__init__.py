"""Who is who, and who works for whom, as other tools wrote it down.

Read are gitdm's files (aliases, e-mail and domain maps, and the affiliations of the Cloud Native Computing
Foundation), SortingHat's export in JSON and GrimoireLab's identities and organisations in YAML, and
`.all-contributorsrc`. Files come from strangers: they are bounded, and what makes no sense is refused.
"""

from __future__ import annotations

import json
from collections.abc import Collection

from folkmoot.model.errors import SourceError
from folkmoot.people.importing import all_contributors, gitdm, grimoirelab, sorting_hat
from folkmoot.people.importing.told import MOST_TEXT, Told

MOST_BYTES = 50_000_000
MOST_PEOPLE = 20_000
HINT = (
    "gitdm's aliases, email-map, domain-map and affiliations, SortingHat's JSON, GrimoireLab's YAML and "
    ".all-contributorsrc are read."
)


def read(shown: str, content: bytes, *, known: Collection[str] | None = None) -> Told:
    """Read what a file called `shown` tells; with `known` mailboxes, only about people who have one of them.

    Raises SourceError naming the file.
    """
    if len(content) > MOST_BYTES:
        raise SourceError(
            f"{shown} is larger than {MOST_BYTES // 1_000_000} MB.",
            hint="take the parts that are needed into files of their own.",
        )
    try:
        told = _told(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{shown} cannot be read: {str(error)[:MOST_TEXT]}.", hint=HINT) from error
    if not (told.people or told.jobs or told.firms):
        raise SourceError(f"{shown} tells of nobody.", hint=HINT)
    if known is not None:
        told = told.only(known)
    number = len(told.people) + len({job.email for job in told.jobs})
    if number > MOST_PEOPLE:
        raise SourceError(
            f"{shown} tells of {number} people.",
            hint="take only those that a project knows: --known REPO.",
        )
    return told


def _told(text: str) -> Told:
    begins = text.lstrip()[:1]
    if begins in ("{", "["):
        table = json.loads(text)
        return sorting_hat.read(table) or all_contributors.read(table) or Told()
    return grimoirelab.read(text) if grimoirelab.is_one(text) else gitdm.read(text)
