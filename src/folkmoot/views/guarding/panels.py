"""What the pages on guarding share: what is missing where nothing was looked at."""

from __future__ import annotations

NOT_ASKED = (
    "How this project is guarded was not looked at: that stands in the files of its repository, not in the "
    "store. `folkmoot report` on a clone reads them."
)
