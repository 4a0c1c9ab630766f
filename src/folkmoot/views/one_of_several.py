"""Telling a panel apart by its project, where a report looks at several together."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from folkmoot.i18n import Message
from folkmoot.model.page import Panel
from folkmoot.views.governing.telling import short


class OfProject(Protocol):
    """What is known of one project, by its number and its name."""

    @property
    def project(self) -> int:
        """The project's number in the store."""

    @property
    def name(self) -> str:
        """The name it goes by."""


def one_of_several(panel: Panel, known: OfProject, count: int) -> Panel:
    """Give the panel with its project in id and title, unless it is the only one."""
    if count < 2:
        return panel
    title = Message("{title}: {project}", {"title": str(panel.title), "project": short(known.name)})
    return replace(panel, id=f"{panel.id}-{known.project}", title=title)
