"""What the panels on guarding share: how one project is told apart from others, and what is missing."""

from __future__ import annotations

from dataclasses import replace

from folkmoot.i18n import Message
from folkmoot.model.page import Panel
from folkmoot.views.guarding.guard import Guard

NOT_ASKED = (
    "How this project is guarded was not looked at: that stands in the files of its repository, not in the "
    "store. `folkmoot report` on a clone reads them."
)


def of_several(panel: Panel, guard: Guard, count: int) -> Panel:
    """Tell a panel apart by its project where a report looks at several together."""
    if count < 2:
        return panel
    title = Message("{title}: {project}", {"title": str(panel.title), "project": guard.name})
    return replace(panel, id=f"{panel.id}-{guard.project}", title=title)
