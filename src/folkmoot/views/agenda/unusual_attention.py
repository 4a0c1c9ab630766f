"""A month that brought far more stars or forks than usual: a chance, or something to look into."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.series import dated

METRIC = "unusual-attention"
UNUSUAL = 3.5
ENOUGH = 20
TITLES = {
    "stars": "{period} brought {count} stars, far more than usual.",
    "forks": "{period} brought {count} forks, far more than usual.",
}


def raised(look: Look) -> Finding | None:
    """Look at the newest month that is over."""
    for label, title in TITLES.items():
        months = dated(look.points(METRIC), label)
        if not months or (months[-1].value or 0) < UNUSUAL or months[-1].n < ENOUGH:
            continue
        return Finding(
            id="unusual-attention",
            title=Message(title, {"period": months[-1].period, "count": months[-1].n}),
            outcome=Outcome.UNKNOWN,
            why=(
                "Somebody may have written about the project, and new people come with questions for some "
                "weeks. Stars can also be bought, by anybody and for any project."
            ),
            remedy=(
                "Find out where people come from. If somebody wrote about you, thank them, and make sure "
                "that the README and the first issues are ready for guests."
            ),
            effort="half an hour",
            panels=(METRIC, label),
        )
    return None


RULE = Rule("unusual-attention", 28, raised)
