"""The usual fields of a panel on governing, filled in once."""

from __future__ import annotations

from folkmoot.i18n import Text
from folkmoot.model.metric import Better, Shape, Unit
from folkmoot.model.page import Panel
from folkmoot.views.governing.known import Known
from folkmoot.views.governing.telling import day_of

ALL_TIME = "all time"
NOT_READ = (
    "How this community governs itself was not read: that stands in the files of its repository, not in the "
    "store. `folkmoot report` on a clone reads it."
)
NO_CONTENTS = (
    "The contents of these files are not in this clone, so that what they say is not known. A clone without "
    "`--filter`, or the repository's URL with `--lines always`, has them."
)
NO_HISTORY = (
    "Since when cannot be told: the contents of earlier commits are not in this clone. Run again with "
    "`--lines always`, which fetches them."
)
TOO_LONG = "The history is too long to be read for a report; `folkmoot roles history` reads it."


def panel_on(
    known: Known,
    identifier: str,
    title: str,
    question: str,
    unit: Unit | None = None,
    shape: Shape | None = None,
    caveat: Text = "",
) -> Panel:
    """Give an empty panel about one repository, read from the files at its tip."""
    return Panel(
        id=identifier,
        title=title,
        question=question,
        unit=unit,
        better=Better.NEITHER,
        shape=shape,
        caveat=caveat,
        data_until=day_of(known.repository.updated_at),
        freshness=day_of(known.now),
    )
