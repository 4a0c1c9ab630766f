"""A yearly share: the newest complete year beside the one before."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.page import Panel
from folkmoot.views.headlines import Headline
from folkmoot.views.series import dated, percent

NOTICEABLE = 0.02
ENOUGH = 10

SENTENCES = {
    "second-contribution": (
        "Of the newcomers of {year}, {share}% contributed again within 90 days; of those of {earlier}, "
        "{before}%."
    ),
    "changes-merge-share": (
        "Of the changes opened in {year}, {share}% have been merged; of those of {earlier}, {before}%."
    ),
    "review-share": "In {year}, {share}% of the commits name a reviewer; in {earlier}, {before}%.",
    "sign-off-share": "In {year}, {share}% of the commits are signed off; in {earlier}, {before}%.",
    "signed-commit-share": "In {year}, {share}% of the commits carry a signature; in {earlier}, {before}%.",
}


def tell(panel: Panel) -> Text:
    """Compare the last two complete years that can be told."""
    yearly = [point for point in dated(panel.points) if len(point.period) == 4]
    if len(yearly) < 2:
        return ""
    newest, earlier = yearly[-1], yearly[-2]
    if max(newest.value or 0.0, earlier.value or 0.0) < NOTICEABLE or min(newest.n, earlier.n) < ENOUGH:
        return ""
    return Message(
        SENTENCES[panel.id],
        {
            "year": newest.period,
            "share": percent(newest.value or 0.0),
            "earlier": earlier.period,
            "before": percent(earlier.value or 0.0),
        },
    )


HEADLINE = Headline(tell, tuple(SENTENCES))
