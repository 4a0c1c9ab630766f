"""A check on changes that stops them: what runs is in the pipelines, that it stops is at the forge."""

from __future__ import annotations

import re

from folkmoot.checks.osps._pipelines import pipelines
from folkmoot.checks.osps._requirement import Look, Say
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome

JOB = re.compile(r"^  ([A-Za-z_][\w-]*):\s*$")
NAME = re.compile(r"^\s*name:\s*[\"']?(.+?)[\"']?\s*$")


def blocking(command: str) -> Look:
    """Give the look for a required status check of a workflow in which `command` is found."""
    pattern = re.compile(command, re.IGNORECASE)

    def look(ground: Ground) -> Say | None:
        required = ground.forge.branch.checks if ground.forge else None
        for pipeline in pipelines(ground) if required else ():
            lines = [n for n, line in enumerate(pipeline.lines, 1) if pattern.search(line)]
            names = {match[1] for line in pipeline.lines if (match := JOB.match(line) or NAME.match(line))}
            for check in required or ():
                if lines and pipeline.on_change and (check in names or check.partition(" / ")[2] in names):
                    values: dict[str, str | int | float] = {"path": pipeline.path, "check": check[:100]}
                    said = Message(
                        "{path} runs on changes, and the forge requires its check “{check}”.", values
                    )
                    return Say(Outcome.YES, said, (Evidence(said, pipeline.path, lines[0]),))
        return None

    return look
