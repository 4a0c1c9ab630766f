"""A metric: one question, one SQL text that answers it, and what must be known to read the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from inspect import cleandoc
from string import Formatter
from typing import NamedTuple

from folkmoot.i18n import Text
from folkmoot.model.event import Kind


class Better(StrEnum):
    """Which way is good news."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Unit(StrEnum):
    """What a value counts. Shares are 0..1."""

    PEOPLE = "people"
    COMMITS = "commits"
    CHANGES = "changes"
    LINES = "lines"
    FILES = "files"
    RELEASES = "releases"
    ORGANISATIONS = "organisations"
    LANGUAGES = "languages"
    PROPOSALS = "proposals"
    ROLES = "roles"
    DECISIONS = "decisions"
    YEARS = "years"
    ISSUES = "issues"
    REVIEWS = "reviews"
    ROUNDS = "rounds"
    ACTS = "acts"
    STARS = "stars"
    FORKS = "forks"
    DAYS = "days"
    HOURS = "hours"
    SHARE = "share"
    INDEX = "index"


class Shape(StrEnum):
    """How the points of a metric belong together.

    SINGLE: one value per period, no series to draw (all time, last year). SERIES: a value per month or year,
    one line or bar set per label. BREAKDOWN: a value per label, one period. MATRIX: label is the row and
    part the column. GRID: a matrix of few cells, each with its number written in it. CURVE: one curve per
    label over the number in `part`. GAUGE: a share on a half-donut, one per period. GRAPH: how much each
    pair, label and part, has to do with each other.
    """

    SINGLE = "single"
    SERIES = "series"
    BREAKDOWN = "breakdown"
    MATRIX = "matrix"
    GRID = "grid"
    CURVE = "curve"
    GAUGE = "gauge"
    GRAPH = "graph"


class Label(StrEnum):
    """What the label column holds: plain words, or the number of a person or an organisation."""

    NONE = "none"
    WORD = "word"
    PERSON = "person"
    ORGANISATION = "organisation"
    PROJECT = "project"


class Gap(StrEnum):
    """What a month without a row means: none of it happened (ZERO), or there is nothing to say (UNKNOWN)."""

    ZERO = "zero"
    UNKNOWN = "unknown"


ALL_TIME = 0
LAST_YEAR = 1
LAST_DAYS = (7, 30, 90, 365)
"""Special periods in a metric's SQL, LAST_DAYS being as many days; others are a month (202603) or a year."""


class Row(NamedTuple):
    """One row of a metric's answer, still with the numbers of persons and organisations.

    `value` None means "cannot be said". `low` and `high` bound an interval where the metric gives one.
    """

    period: int
    value: float | None
    n: int
    label: str = ""
    part: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Metric:
    """One question and the SQL that answers it.

    `sql` selects the columns `period`, `value` and `n`, and where needed `label`, `part`, `low`, `high`, from
    the views of the store, in the portable subset. `events` selects `period`, `event` (and `label` where the
    metric has labels that split it, `part` where its parts do): the events behind each value, for drilling
    down; also `person` where an event may count for somebody else than did it, `path` where it counts for one
    file, and `kind` where for more than one reason. Both texts may name parameters in braces; `parameters`
    gives their values, which are printed beside every number. Those that neither text names are given to
    `finish` by name.
    `min_n` is the smallest n at which a value is shown. `order` places the panel on its page. `labels` gives
    the order of the labels where it is not that of the alphabet, such as that of weekdays or sizes. `part`
    tells whether the parts of a matrix are numbers of persons or organisations too.

    What is said in place of numbers where there are none: `nothing` where no row comes (an `Absence` where it
    is known that there is nothing to count, a sentence where it is not known), `all_unknown` where no value
    is known, and `too_young` while the history has less than `least_days`, for then the numbers would be 0
    whatever people did. `wrong_without` are kinds without which the numbers would be wrong, not only say
    less. `is_of_last_year`: all is about the last 12 months, and nothing to say where nobody committed then.
    """

    id: str
    version: int
    title: str
    question: str
    page: str
    unit: Unit
    better: Better
    shape: Shape
    needs: tuple[Kind, ...]
    sql: str
    events: str
    definition: str
    label: Label = Label.NONE
    part: Label = Label.NONE
    labels: tuple[str, ...] = ()
    gap: Gap = Gap.ZERO
    parameters: Mapping[str, int | float | str] = field(default_factory=dict)
    finish: Callable[..., list[Row]] | None = None
    min_n: int = 0
    order: int = 50
    caveat: str = ""
    nothing: Text = ""
    all_unknown: Text = ""
    too_young: Text = ""
    least_days: int = 0
    wrong_without: tuple[Kind, ...] = ()
    is_of_last_year: bool = False

    def adapted(self, own: Mapping[str, int | float | str]) -> Metric:
        """Give the metric with the values in `own` for those of its parameters that are named there."""
        changed = {name: own[name] for name in self.parameters if name in own}
        return replace(self, parameters={**self.parameters, **changed}) if changed else self

    def finished(self, rows: list[Row]) -> list[Row]:
        """Give the rows of `sql` after `finish`, which counts with the parameters that are printed."""
        if self.finish is None:
            return rows
        named = {name for text in (self.sql, self.events) for _, name, _, _ in Formatter().parse(text)}
        return self.finish(rows, **{name: own for name, own in self.parameters.items() if name not in named})

    def text(self) -> str:
        """Give the SQL with its parameters filled in, ready for any engine."""
        return cleandoc(self.sql).format(**self.parameters)

    def events_text(self) -> str:
        """Give the drill-down SQL with its parameters filled in."""
        return cleandoc(self.events).format(**self.parameters)
