"""A page and its panels: numbers and message ids; no SQL runs here, no HTML, no colour."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from folkmoot.i18n import Text
from folkmoot.model.check import Finding
from folkmoot.model.coverage import Quality
from folkmoot.model.metric import Better, Shape, Unit


@dataclass(frozen=True)
class Point:
    """One value. `complete` is false for the current, unfinished period ("so far").

    `period` is "2026-03", "2026", "all time" or "last 12 months". `value` None is a gap: cannot be said,
    or n too small. `label` names the series or bar, `part` the column or the place on the x axis.
    """

    period: str
    value: float | None
    n: int
    complete: bool = True
    label: str = ""
    part: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Entry:
    """One thing on a list that is no number: a decision, a proposal, a role and who holds it.

    `state` says in a word or two where it stands, `facts` are sentences about it. `details` are sentences
    that answer `ask` ("How was this decided?"), shown when a reader asks. The texts may come from strangers.
    `address` is where it can be looked at, https or "". `group` is what a row of a long table has in common
    with others, for a format with little room that gathers them; "" stands alone.
    """

    id: str
    title: Text
    state: Text = ""
    facts: tuple[Text, ...] = ()
    ask: Text = ""
    details: tuple[Text, ...] = ()
    address: str = ""
    group: Text = ""


@dataclass(frozen=True)
class Panel:
    """One question and its answer, with everything needed to believe it or to doubt it.

    `headline` is one sentence that the numbers support, or empty. `missing` is what to connect when the
    question cannot be answered. `sql` is the text that was run. `data_until` and `freshness` are ISO dates.
    `entries` are what a list holds, `more` how many are left out of it. `columns` are the headings of title,
    state, facts and details where the entries are rows of a table that is handed to somebody.
    """

    id: str
    title: Text
    question: Text
    unit: Unit | None
    better: Better
    shape: Shape | None
    points: tuple[Point, ...] = ()
    findings: tuple[Finding, ...] = ()
    entries: tuple[Entry, ...] = ()
    more: int = 0
    columns: tuple[Text, ...] = ()
    headline: Text = ""
    missing: Text = ""
    caveat: Text = ""
    definition: str = ""
    version: int = 1
    parameters: Mapping[str, int | float | str] = field(default_factory=dict)
    source: str = "git"
    coverage: Quality = Quality.COMPLETE
    coverage_notes: tuple[Text, ...] = ()
    data_until: str = ""
    freshness: str = ""
    sql: str = ""


@dataclass(frozen=True)
class Page:
    """A handful of panels that belong to one theme. `lede` says in a sentence or two what stands here."""

    slug: str
    title: Text
    lede: Text
    panels: tuple[Panel, ...]


@dataclass(frozen=True)
class Report:
    """Everything said about one subject at one moment. `made_at` is an ISO time in UTC."""

    subject: str
    made_at: str
    pages: tuple[Page, ...]
    pseudonymous: bool = False
