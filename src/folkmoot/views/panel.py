"""A metric's answer becomes a panel: words for numbers, gaps filled, small groups withheld."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from folkmoot.i18n import Message
from folkmoot.model.coverage import Quality, worst
from folkmoot.model.event import Kind
from folkmoot.model.metric import Gap, Label, Metric, Row, Shape, Unit
from folkmoot.model.page import Panel, Point
from folkmoot.store.outline import Outline
from folkmoot.store.patches import Patches
from folkmoot.store.withheld import NAME
from folkmoot.views.known_in_part import counts_some_lines_only, coverage_notes, knows_some_reviews_only
from folkmoot.views.landing import CHANGES
from folkmoot.views.missing import FORGE, missing
from folkmoot.views.period import DAYS, WORDS, iso_date, words
from folkmoot.views.small_groups import left_out, none_left, too_small, without_small

SUMS = frozenset({"added up"})
"""Labels of running sums, which say nothing where anything before is missing."""
COUNTED = frozenset({"counted", "gained", "lost"})
"""Labels of what was counted at the forge, whatever archives saw."""
HOLES = (
    "Only archives tell this, between {since} and {until} (hours read: {hours}): what happened in other "
    "hours is not known, and no 0 is meant."
)
FEED = (
    "Who starred is hidden here: stars are known from public events, since {since} only, and no 0 is meant "
    "before."
)
DELIVERED = (
    "Only webhooks tell this, what they delivered between {since} and {until}: what happened before and "
    "after is not known, and no 0 is meant."
)
ATTENTION = "attention"
"""The page of stars and forks."""
Names = dict[Label, dict[str, str]]
"""What each kind of label is called, by its number as text."""


def panel_of(
    metric: Metric, rows: list[Row], outline: Outline, names: Names, crowds: Mapping[int, int] | None = None
) -> Panel:
    """Give the panel that answers `metric` with `rows`; without a headline, which needs the other panels.

    `crowds` are the people behind each period, for what is not told of few.
    """
    told = without_small(metric, rows, crowds or {})
    sentence = missing(metric, rows, outline) or too_small(metric, outline.people)
    if rows and not sentence:
        sentence = none_left(rows, told)
    note = left_out(rows, told)
    is_patchy = _is_patchy(metric, outline)
    rows = _without_holes(metric, told, outline) if is_patchy else told
    if told and not sentence and not any(row.value is not None for row in rows):
        sentence = _holes(outline) if is_patchy else ""
    return Panel(
        id=metric.id,
        title=metric.title,
        question=metric.question,
        unit=metric.unit,
        better=metric.better,
        shape=metric.shape,
        points=() if sentence else tuple(_points(metric, rows, outline, names)),
        missing=sentence,
        caveat=metric.caveat,
        definition=metric.definition,
        version=metric.version,
        parameters=dict(metric.parameters),
        source=_source(metric, outline),
        coverage=_quality(metric, outline, is_patchy=is_patchy),
        coverage_notes=(
            *coverage_notes(metric, outline, shows=not sentence),
            *([note] if note and not sentence else []),
            *([_holes(outline)] if is_patchy and not sentence else []),
        ),
        data_until=iso_date(outline.seen_until(_source(metric, outline))),
        freshness=iso_date(outline.as_of),
        sql=metric.text(),
    )


def _quality(metric: Metric, outline: Outline, *, is_patchy: bool) -> Quality:
    """Give the worst coverage of what a metric reads: some lines are a lower bound, or a sample.

    What is known of the changes of some projects is a sample too.
    """
    inputs = [outline.quality]
    if is_patchy:
        inputs.append(Quality.SAMPLED)
    if counts_some_lines_only(metric, outline):
        inputs.append(Quality.LOWER_BOUND if metric.unit is Unit.LINES else Quality.SAMPLED)
    if knows_some_reviews_only(metric, outline):
        inputs.append(Quality.SAMPLED)
    return worst(inputs)


def _source(metric: Metric, outline: Outline) -> str:
    """Name who told what a metric counts: git, the forges of what they know better or alone, or both."""
    needs = set(metric.needs)
    known = FORGE | CHANGES if Kind.CHANGE_OPENED in outline.told else FORGE
    told = [*outline.forges] if needs & known else []
    if needs & FORGE and outline.patches.is_delivered:
        told.append("webhooks")
    return ", ".join(told if told and Kind.COMMIT not in needs else ["git", *told])


def _points(metric: Metric, rows: list[Row], outline: Outline, names: Names) -> Iterator[Point]:
    over = outline.months | outline.years | outline.days
    called = names.get(metric.label, {})
    columns = called if metric.label is Label.PROJECT else names.get(metric.part, {})
    # Whoever is named nowhere stands in no list; totals count them.
    rows = [row for row in rows if NAME not in (called.get(row.label), columns.get(row.part))]
    patches = outline.patches if _is_patchy(metric, outline) else None
    if metric.shape is Shape.SERIES:
        rows = _every_period(rows, metric, outline)
        if patches:
            rows = [row if row.n or not _is_open(row, patches) else row._replace(value=None) for row in rows]
    if metric.shape is Shape.MATRIX and metric.gap is Gap.ZERO:
        rows = _every_cell(rows)
    for row in _ordered(rows, metric, called):
        shown = row.n >= metric.min_n
        yield Point(
            period=words(row.period),
            value=row.value if shown else None,
            n=row.n,
            complete=over.get(row.period, True) and not (patches and _is_open(row, patches)),
            label=called.get(row.label, row.label),
            part=columns.get(row.part, row.part),
            low=row.low if shown else None,
            high=row.high if shown else None,
        )


def _is_patchy(metric: Metric, outline: Outline) -> bool:
    """Tell whether a metric reads what is known in part: of public events, only how much attention there was.

    Who came back can be told of the people one knows to have come.
    """
    patches = outline.patches
    return bool(set(metric.needs) & FORGE & patches.kinds) and (
        not patches.is_feed or metric.page == ATTENTION
    )


def _without_holes(metric: Metric, rows: list[Row], outline: Outline) -> list[Row]:
    """Take away what cannot be said of periods that were not wholly looked at.

    A count of what was seen stays, as a count so far; shares and waits would be wrong, and so would sums.
    """
    rows = [row for row in rows if row.label not in SUMS]
    if metric.gap is Gap.ZERO:
        return rows
    return [row for row in rows if not _is_open(row, outline.patches)]


def _is_open(row: Row, patches: Patches) -> bool:
    """Tell whether there may be more in a period than was seen; what a forge counted is what it is."""
    return row.label not in COUNTED and patches.leaves_open(row.period)


def _holes(outline: Outline) -> Message:
    patches = outline.patches
    since, until = iso_date(patches.since), iso_date(patches.until)
    if patches.is_feed:
        return Message(FEED, {"since": since})
    if patches.is_delivered:
        return Message(DELIVERED, {"since": since, "until": until})
    return Message(HOLES, {"hours": patches.hours, "since": since, "until": until})


def _every_period(rows: list[Row], metric: Metric, outline: Outline) -> list[Row]:
    """Give every label a row in every period from the first commit to the clock, and none beyond it.

    What a forge tells of before the first commit begins earlier. Days are those the outline calls recent.
    Special periods such as "last 12 months" come after the dated ones.
    """
    spine = _from_the_first(_spine(rows, outline), rows)
    last = max(spine, default=0)
    nothing = 0.0 if metric.gap is Gap.ZERO else None
    seen = {(row.period, row.label) for row in rows}
    labels = list(dict.fromkeys(row.label for row in rows)) or [""]
    filled = [row for row in rows if row.period in WORDS or row.period <= last]
    filled += [
        Row(period, nothing, 0, label) for label in labels for period in spine if (period, label) not in seen
    ]
    return sorted(filled, key=lambda row: (row.period in WORDS, row.period, _place(metric, row.label)))


def _spine(rows: list[Row], outline: Outline) -> dict[int, bool]:
    """Give the periods of the kind that rows have."""
    if rows and all(row.period <= 9999 for row in rows):
        return outline.years
    return outline.days if any(row.period in DAYS for row in rows) else outline.months


def _from_the_first(spine: dict[int, bool], rows: list[Row]) -> dict[int, bool]:
    """Give the periods with those before them in which rows begin."""
    begins = min(spine, default=0)
    first = min((row.period for row in rows if row.period not in WORDS), default=begins)
    earlier: dict[int, bool] = {}
    while first < begins and first not in DAYS:
        earlier[first] = True
        first += 89 if first > max(DAYS) and first % 100 == 12 else 1
    return earlier | spine


def _every_cell(rows: list[Row]) -> list[Row]:
    """Give every row of a table each column that another row has, with 0 where nothing happened."""
    filled = []
    for period in sorted({row.period for row in rows}):
        own = {(row.label, row.part): row for row in rows if row.period == period}
        labels = dict.fromkeys(label for label, _ in own)
        parts = sorted({part for _, part in own}, key=lambda part: (len(part), part))
        filled += [
            own.get((label, part), Row(period, 0.0, 0, label, part)) for label in labels for part in parts
        ]
    return filled


def _place(metric: Metric, label: str) -> tuple[int, str]:
    known = metric.labels
    return (known.index(label) if label in known else len(known), label)


def _ordered(rows: list[Row], metric: Metric, called: dict[str, str]) -> list[Row]:
    """Put organisations by size; persons by name, because a list of people must not read as a ranking."""
    if metric.shape is Shape.BREAKDOWN and metric.label is Label.ORGANISATION:
        return sorted(
            rows, key=lambda row: (row.period, -(row.value or 0.0), called.get(row.label, row.label))
        )
    if metric.label is Label.PERSON:
        return sorted(rows, key=lambda row: (row.period, called.get(row.label, row.label).casefold()))
    return rows
