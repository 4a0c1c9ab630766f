"""What is said about a panel beside its numbers: against last time, about what it lacks, and its source."""

from __future__ import annotations

from folkmoot.i18n import Absence, Text
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.coverage import Quality
from folkmoot.model.metric import Shape, Unit
from folkmoot.model.page import Page, Panel, Point, Report
from folkmoot.render.charts.series import Track, tracks_of
from folkmoot.render.figures import (
    PLURAL,
    STATISTICS,
    brief,
    day_name,
    is_day,
    is_month,
    period_name,
    spelled,
    telling_name,
)
from folkmoot.render.voice import Voice

AGENDA = "agenda"
"""Panels of this id, or of ids that begin with it and a hyphen, hold what to do next."""
MOST_COMPARED = 4

OUTCOMES = {
    Outcome.YES: ("check", "Yes"),
    Outcome.NO: ("cross", "No"),
    Outcome.UNKNOWN: ("question", "Unknown"),
    Outcome.NOT_APPLICABLE: ("circle", "Not required"),
    Outcome.ERROR: ("question", "Could not be checked"),
}
AGENDA_OUTCOMES = OUTCOMES | {
    Outcome.YES: ("check", "Going well"),
    Outcome.NO: ("circle", "To do"),
    Outcome.UNKNOWN: ("question", "To find out"),
}
"""Shape and word of each outcome. Shape and word come first; colour only repeats them."""
SIGNS = {"check": "✓", "cross": "✗", "question": "?", "circle": "○", "none": "–"}

SOURCES = {
    "archive-dump": "a dump of the forge",
    "gharchive": "an archive of public events",
    "snapshot": "daily counts",
    "github": "GitHub",
    "gitlab": "GitLab",
    "forgejo": "Forgejo",
    "gitea": "Gitea",
}
"""What a reader calls a source."""
COVERAGE = {
    Quality.COMPLETE: "complete",
    Quality.LOWER_BOUND: "a lower bound: the true number is at least this",
    Quality.SAMPLED: "a sample",
    Quality.UNKNOWN: "unknown",
}


def is_agenda(panel: Panel) -> bool:
    """Tell whether a panel says what to do next, rather than what is there."""
    return panel.id == AGENDA or panel.id.startswith(AGENDA + "-")


def repeats_page(page: Page, panel: Panel) -> bool:
    """Tell whether a panel has nothing to say but what the page, or a panel before it, said already."""
    return bool(panel.missing) and (panel.missing == page.lede or _speaker(page, panel) is not panel)


def said_missing(page: Page, panel: Panel, voice: Voice) -> str:
    """Give what is missing, and the titles of the panels after it that lack the same; "" where nothing is."""
    others = [voice(one.title) for one in _alike(page, panel) if one is not panel]
    sentence = voice(panel.missing)
    if not others:
        return sentence
    return voice("{sentence} The same holds for: {panels}.", sentence=sentence, panels=", ".join(others))


def shape_of_missing(panel: Panel) -> str:
    """Give the shape beside what is missing: what is known not to be there is no question."""
    return "none" if isinstance(panel.missing, Absence) else "question"


def _alike(page: Page, panel: Panel) -> list[Panel]:
    """Give the panels of a page that have nothing to show, and the same thing missing as `panel`."""
    if not panel.missing or panel.points or panel.entries or panel.findings:
        return []
    return [
        one
        for one in page.panels
        if one.missing == panel.missing and not (one.points or one.entries or one.findings)
    ]


def _speaker(page: Page, panel: Panel) -> Panel:
    return next(iter(_alike(page, panel)), panel)


def status(panel: Panel, outcome: Outcome, voice: Voice) -> tuple[str, str]:
    """Give the shape and the word of an outcome on this panel."""
    shape, word = (AGENDA_OUTCOMES if is_agenda(panel) else OUTCOMES)[outcome]
    return shape, voice(word)


def reason(panel: Panel, finding: Finding) -> Text:
    """Give why a finding matters; what is in place needs no reason, save as good news on an agenda."""
    return "" if finding.outcome is Outcome.YES and not is_agenda(panel) else finding.why


def compared(panel: Panel, voice: Voice) -> list[str]:
    """Give a sentence per series: the last complete period against the one before and a year ago."""
    if panel.shape is not Shape.SERIES:
        return []
    tracks = tracks_of(panel)
    if len(tracks) > MOST_COMPARED:
        return []
    said = []
    for track in tracks:
        sentence = _against(track, panel, voice)
        if sentence:
            name = telling_name(track.name, panel.unit, voice)
            said.append(voice("{name}: {sentence}", name=name, sentence=sentence) if name else sentence)
    return said


def unfinished(panel: Panel, voice: Voice) -> str:
    """Give the sentence beside a chart of several series whose last period is not over, else ""."""
    tracks = tracks_of(panel) if panel.shape is Shape.SERIES else []
    current = next((p for p in panel.points if not p.complete and p.value is not None), None)
    if not 1 < len(tracks) <= MOST_COMPARED or current is None or len(tracks[0].points) < 2:
        return ""
    period = period_name(current.period, voice)
    return voice("{period} is not over; it is drawn hollow.", period=period)


def told_as_of(report: Report, voice: Voice) -> str:
    """Give the day that the numbers of a report end on where that is before it was made, else "".

    Nothing where projects end on different days: each panel names its own.
    """
    made = report.made_at[:10]
    days = {panel.freshness[:10] for page in report.pages for panel in page.panels} - {"", made}
    if len(days) != 1 or (day := days.pop()) > made:
        return ""
    return voice("All numbers are as of {day}.", day=day_name(day, voice))


def footer(panel: Panel, voice: Voice) -> str:
    """Give source, dates and coverage in one line; "" where nothing was read from a source.

    What a source told last is not how far it was read: after a year without an issue, a dump of today has
    nothing newer and is complete all the same.
    """
    if panel.missing and not panel.points and not panel.findings and not panel.entries:
        return ""
    source = voice.name(", ".join(SOURCES.get(one, one) for one in panel.source.split(", ")))
    coverage = voice(COVERAGE[panel.coverage])
    dates = {"day": panel.freshness[:10], "newest": panel.data_until}
    sentence = {
        (True, True): "Source: {source}, as of {day}, newest entry {newest}. Coverage: {coverage}.",
        (True, False): "Source: {source}, as of {day}. Coverage: {coverage}.",
        (False, True): "Source: {source}, newest entry {newest}. Coverage: {coverage}.",
        (False, False): "Source: {source}. Coverage: {coverage}.",
    }[bool(dates["day"]), bool(dates["newest"]) and dates["newest"] != dates["day"]]
    said = {name: day_name(date, voice) for name, date in dates.items() if date}
    return voice(sentence, source=source, coverage=coverage, **said)


def parameters(panel: Panel, voice: Voice) -> str:
    """Give the parameters of a panel's metric as one line; "" when it has none."""
    return ", ".join(
        f"{voice.name(name)} = {voice.name(str(value))}" for name, value in panel.parameters.items()
    )


def asked(panel: Panel, voice: Voice) -> str:
    """Give the question of a panel, and the unit of its numbers where the question does not name it."""
    question = voice(panel.question)
    unit = voice(PLURAL[panel.unit]) if panel.unit and panel.unit is not Unit.INDEX else ""
    if not unit or not panel.points or unit in question.lower():
        return question
    return f"{question} {voice('In {unit}.', unit=unit)}"


def _against(track: Track, panel: Panel, voice: Voice) -> str:
    """Compare complete periods only; values that cannot be said are left out, never called zero."""
    whole = [(at, point) for at, point in track.points if point.complete]
    if not whole:
        return ""
    at, last = whole[-1]
    if last.value is None:
        return ""
    by_place = {place: point for place, point in whole if point.value is not None}
    monthly = is_month(last.period)
    before, year_ago = by_place.get(at - 1), by_place.get(at - 12) if monthly else None
    if not any(point is not None and point.value for point in (last, before, year_ago)):
        return ""  # nothing after nothing is no news
    words: dict[str, str | int | float] = {
        "value": valued(last, panel, voice),
        "period": period_name(last.period, voice),
        "before": brief(before.value, panel.unit) if before else "",
        "year_ago": brief(year_ago.value, panel.unit) if year_ago else "",
    }
    if before and year_ago:
        return voice(
            "{value} in {period}, against {before} the month before and {year_ago} a year ago.", **words
        )
    if is_day(last.period):
        said = "{value} on {period}, against {before} the day before." if before else ""
        return voice(said, **words) if said else ""
    if before and monthly:
        return voice("{value} in {period}, against {before} the month before.", **words)
    if before:
        return voice("{value} in {period}, against {before} the year before.", **words)
    if year_ago:
        return voice("{value} in {period}, against {year_ago} a year ago.", **words)
    return ""


def valued(point: Point, panel: Panel, voice: Voice) -> str:
    """Give a value in words, with its n where the value means little without."""
    said = spelled(point.value, panel.unit, voice)
    if panel.unit in STATISTICS and point.n:
        said = voice("{value} (n = {n})", value=said, n=brief(point.n, None))
    return said
