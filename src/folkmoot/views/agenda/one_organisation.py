"""More than half of the work comes from one organisation."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.metric import Label
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.series import percent

ENOUGH = 50
PEOPLE = 3
"""People below which an organisation is rather a person with a domain."""

UNWRITTEN = (
    "Write down who decides and who can merge, and see that at least one person from elsewhere can do both."
)
WRITTEN = (
    "Read what is written here on who decides and who can merge, and see that at least one person from "
    "elsewhere can do both."
)


def raised(look: Look) -> Finding | None:
    """Count against all commits, known or not, so that what is unknown cannot make it true."""
    outline = look.outline
    recent = look.point("contributor-absence-factor", "last 12 months")
    if recent is None or recent.n < ENOUGH or outline.largest_people < PEOPLE:
        return None
    share = outline.largest_commits / recent.n
    if share <= 0.5:
        return None
    name = look.names[Label.ORGANISATION].get(str(outline.largest_organisation), "")
    return Finding(
        id="one-organisation",
        title=Message(
            "{share}% of the last 12 months' commits came from people at {organisation}.",
            {"share": percent(share), "organisation": name},
        ),
        outcome=Outcome.NO,
        evidence=(
            Message(
                "{commits} of {all} commits, by {people} people; the rest is from elsewhere or unknown.",
                {"commits": outline.largest_commits, "all": recent.n, "people": outline.largest_people},
            ),
        ),
        why=(
            "That may be exactly how the project is meant. It also means that one decision in one "
            "organisation could take most of the work away."
        ),
        remedy=WRITTEN if _is_written(look) else UNWRITTEN,
        effort="an hour",
        panels=("top-organisations", "elephant-factor"),
    )


def _is_written(look: Look) -> bool:
    """Tell whether every project says who decides."""
    said = [each for findings in look.findings.values() for each in findings if each.id == "governance"]
    return bool(said) and all(each.outcome is Outcome.YES for each in said)


RULE = Rule("one-organisation", 45, raised)
