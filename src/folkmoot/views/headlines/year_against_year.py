"""Things that add up: the last twelve complete months beside the twelve before."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline
from folkmoot.views.period import is_stale
from folkmoot.views.series import count, year_against_year

SENTENCES = {
    "commits": (
        "commits",
        "Commits by people in the 12 months to {until}: {now}, after {before} in the 12 months before.",
    ),
    "lines-changed": (
        "added",
        "Lines added in the 12 months to {until}: {now}, after {before} in the 12 months before.",
    ),
    "changes-opened": (
        "",
        "Changes opened in the 12 months to {until}: {now}, after {before} in the 12 months before.",
    ),
    "changes-merged": (
        "",
        "Changes merged in the 12 months to {until}: {now}, after {before} in the 12 months before.",
    ),
    "new-contributors": (
        "",
        "Newcomers in the 12 months to {until}: {now}, after {before} in the 12 months before.",
    ),
    "returning-contributors": (
        "",
        "People who came back in the 12 months to {until}: {now}, after {before} in the 12 months before.",
    ),
    "lost-contributors": (
        "",
        "People last seen in the 12 months to {until}: {now}, after {before} in the 12 months before.",
    ),
}
"""For each panel: the label that is summed, and the sentence."""

KNOWN_LATER = {"lost-contributors"}
"""What takes half a year to be known; in an old clone the newest months would count too many."""


def tell(panel: Panel) -> Text:
    """Compare two years of complete months."""
    label, sentence = SENTENCES[panel.id]
    if panel.id in KNOWN_LATER and is_stale(panel.data_until, panel.freshness):
        return ""
    years = year_against_year(panel.points, label)
    if years is None or sum(years.sums) == 0:
        return ""
    now, before = years.sums
    return Message(sentence, {"now": count(now), "before": count(before), "until": years.until})


HEADLINE = Headline(tell, tuple(SENTENCES))
