"""The sentence of a page that somebody asked for and for which there is nothing."""

from __future__ import annotations

from folkmoot.i18n import Text
from folkmoot.views.governing.panels import NO_CONTENTS, NOT_READ
from folkmoot.views.look import Look
from folkmoot.views.missing import NO_COMMITS


def not_found(look: Look, none: Text) -> Text:
    """Give `none` where the files were read, else why they were not: not knowing is not having none."""
    if not look.outline.commits:
        return NO_COMMITS
    if any(known.lacks_contents for known in look.governing):
        return NO_CONTENTS
    return none if look.governing else NOT_READ
