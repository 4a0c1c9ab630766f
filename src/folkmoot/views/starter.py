"""The CHAOSS starter model on one screen: small panels cut from the metrics' own, so that numbers agree.

Time to first response, change closure, contributor absence factor and release frequency, then contributors
new, returning and lost: https://chaoss.community/kb/metrics-model-starter-project-health/
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from folkmoot.model.metric import Better, Shape, Unit
from folkmoot.model.page import Panel, Point
from folkmoot.views.look import Look
from folkmoot.views.period import WORDS
from folkmoot.views.series import YEAR, year_against_year

RECENT_YEARS = 3
ASIDE = "pre-releases"
"""What the page of releases tells beside them, and this screen leaves out."""
NAMED_BY_UNIT = "releases"
"""The series that is left then; "6 releases" needs no second "releases"."""
MODEL = "https://chaoss.community/kb/metrics-model-starter-project-health/"


def starter_panels(look: Look) -> Iterator[Panel]:
    """Give the panels of the starter model, those first that every newcomer to a project asks for."""
    yield from _cut(look, "time-to-first-response", "starter-first-response", "Time to first response")
    yield from _closure(look)
    yield from _cut(look, "contributor-absence-factor", "starter-absence", "Contributor absence factor")
    yield from _cut(look, "release-frequency", "starter-releases", "Releases per year")
    yield _comings_and_goings(look)


def _closure(look: Look) -> Iterator[Panel]:
    """Give the change closure ratio, or, where git alone is known, the nearest that it can tell."""
    ratio = look.panel("change-closure-ratio")
    if ratio is not None and ratio.points:
        yield from _cut(look, "change-closure-ratio", "starter-closure", "Change closure ratio")
    else:
        yield from _cut(look, "changes-merge-share", "starter-merged", "Changes that get merged")


def _cut(look: Look, metric: str, identifier: str, title: str) -> Iterator[Panel]:
    """Give a metric's panel with its special periods, or with its newest years, and nothing else.

    Years in which nothing can be said are passed over: a row of dashes tells nobody anything.
    """
    panel = look.panel(metric)
    if panel is None:
        return
    special = [point for point in panel.points if point.period in WORDS.values()]
    said = {point.period for point in panel.points if point.value is not None or point.n}
    newest = sorted(said)[-RECENT_YEARS:]
    points = special or [point for point in panel.points if point.period in newest and point.label != ASIDE]
    if {point.label for point in points} == {NAMED_BY_UNIT}:
        points = [replace(point, label="") for point in points]
    yield replace(panel, id=identifier, title=title, shape=Shape.SINGLE, points=tuple(points))


def _comings_and_goings(look: Look) -> Panel:
    """Give contributors new, back and silent over twelve complete months each."""
    points = []
    for metric, label in (
        ("new-contributors", "new"),
        ("returning-contributors", "came back"),
        ("lost-contributors", "went silent"),
    ):
        years = year_against_year(look.points(metric))
        if years is not None:
            value = sum(years.now)
            points.append(Point(f"{years.since}/{years.until}", value, int(value), label=label))
    source = look.panel("new-contributors")
    return Panel(
        id="starter-contributors",
        title="Contributors who came, came back and went silent",
        question="How many people came, came back and went silent in a year?",
        unit=Unit.PEOPLE,
        better=Better.NEITHER,
        shape=Shape.SINGLE,
        points=tuple(points),
        missing="" if points else "Two years of history are needed for this.",
        caveat=(
            "Twelve complete months each; silent means half a year without a contribution, so it is known "
            "later."
        ),
        definition=MODEL,
        parameters={"months": YEAR},
        coverage=look.outline.quality,
        coverage_notes=source.coverage_notes if source else (),
        data_until=source.data_until if source else "",
        freshness=source.freshness if source else "",
        sql=source.sql if source else "",
    )
