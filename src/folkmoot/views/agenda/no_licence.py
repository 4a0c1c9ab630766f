"""No licence: nobody may use the work."""

from __future__ import annotations

from folkmoot.model.check import Finding
from folkmoot.views.agenda import Rule
from folkmoot.views.agenda._answered_no import answered_no
from folkmoot.views.look import Look


def raised(look: Look) -> Finding | None:
    """Raise the finding of the check when the answer is a plain no."""
    return answered_no(
        look,
        "licence",
        "No licence file was found in the repository.",
        "No licence file was found in {project}.",
    )


RULE = Rule("no-licence", 95, raised, concerns_users=True)
