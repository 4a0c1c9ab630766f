"""An invented report with every shape and every state, small enough for golden pages.

The people, projects and numbers do not exist. Numbers come from short formulas, so that they never change.
Long because every shape and every state needs a panel of its own, and they belong to one report.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.coverage import Quality
from folkmoot.model.link import Link
from folkmoot.model.metric import Better, Shape, Unit
from folkmoot.model.page import Entry, Page, Panel, Point, Report

MADE_AT = "2026-06-15T09:00:00Z"
SQL = """
        select month_id as period, count(distinct person) as value, count(*) as n
        from contributions
        where is_bot = 0
        group by month_id
"""
DIRECTORIES = (
    "engine", "parser", "planner", "storage", "network", "console", "plugins",
    "locale", "themes", "installer", "updater", "metrics", "site",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def panel(identifier: str, title: str, question: str, **more: object) -> Panel:
    """Give a panel with the usual source and dates; `more` replaces any field."""
    usual = Panel(
        id=identifier,
        title=title,
        question=question,
        unit=Unit.PEOPLE,
        better=Better.HIGHER,
        shape=Shape.SERIES,
        definition=f"https://example.test/definitions/{identifier}",
        data_until="2026-06-14",
        freshness="2026-06-15",
        sql=SQL,
    )
    return replace(usual, **more)  # type: ignore[arg-type]


def months(first_year: int, last: str = "2026-06") -> Iterator[str]:
    """Give every month from January of a year to `last`."""
    for year in range(first_year, int(last[:4]) + 1):
        for month in range(1, 13):
            name = f"{year}-{month:02d}"
            if name <= last:
                yield name


def wave(at: int, height: float = 20, length: float = 17) -> int:
    """Give a number that goes up and down without luck."""
    return max(0, round(height * (1.2 + math.sin(at / length) + 0.4 * math.sin(at * 1.7))))


AGENDA = panel(
    "agenda",
    "What to do next",
    "What would help this community most?",
    unit=None,
    shape=None,
    sql="",
    definition="",
    findings=(
        Finding(
            "bus-factor",
            Message(
                "One person has written half of {directory} in the last year", {"directory": "src/engine"}
            ),
            Outcome.NO,
            evidence=(
                Message(
                    "{count} of {total} commits there came from one person.", {"count": 148, "total": 291}
                ),
                "Nobody else has changed src/engine/planner since March.",
            ),
            why="When the only person who knows a part takes a break, that part stops.",
            remedy="Review one open change in src/engine with somebody who has never worked there.",
            effort="two hours",
        ),
        Finding(
            "first-response",
            "Newcomers do not come back",
            Outcome.NO,
            evidence=("3 of 41 people whose first commit was a year ago made a second one within 90 days.",),
            why="Every person who stays began as one who was answered.",
            remedy="Write a thank-you and one next step on the five newest merged changes.",
            links=(
                Link(
                    Message("{title} (#{number})", {"title": "Mend the pier", "number": 41}),
                    "https://forge.test/harbour/boats/pull/41",
                ),
                Link("12 days"),
            ),
            effort="half an hour",
        ),
        Finding(
            "security",
            "Nobody can tell how to report a hole in private",
            Outcome.NO,
            evidence=("There is no SECURITY.md.",),
            why="People who find a hole will publish it, or sell it.",
            remedy="Add a SECURITY.md with one address and a promise to answer within a week.",
            effort="ten minutes",
        ),
        Finding(
            "response-time",
            "How fast changes are answered",
            Outcome.UNKNOWN,
            why="A clone of the repository does not hold comments.",
            remedy="Connect a forge.",
        ),
        Finding(
            "releases", "A release every five weeks, on time", Outcome.YES, evidence=("Eight in a year.",)
        ),
    ),
)

ACTIVE = panel(
    "active-contributors",
    "Active contributors",
    "How many people contribute each month?",
    headline=Message("{count} people a month, as many as a year ago.", {"count": 31}),
    points=tuple(
        Point(month, wave(at), wave(at) * 7, complete=month != "2026-06")
        for at, month in enumerate(months(2017))
    ),
    caveat="People who answer questions or design leave no trace in git.",
)

COMMITS_BY_YEAR = panel(
    "commits-yearly",
    "Commits",
    "How many commits land each year?",
    unit=Unit.COMMITS,
    points=tuple(
        Point(str(year), count, count, complete=year != 2026)
        for year, count in ((2021, 812), (2022, 1204), (2023, 0), (2024, 1733), (2025, 1398), (2026, 655))
    ),
)

FLOW = panel(
    "contributor-flow",
    "Coming and going",
    "Who is new, who returns, who is lost?",
    points=tuple(
        Point(f"{year}", value, value, complete=year != 2026, label=label)
        for label, values in (
            ("new", (22, 31, 18, 25, 29, 11)),
            ("returning", (14, 17, 21, 19, 23, 20)),
            ("lost", (9, 12, 25, 16, 14, 0)),
        )
        for year, value in zip(range(2021, 2027), values, strict=True)
    ),
)

MERGE_TIME = panel(
    "time-to-merge",
    "Time to merge",
    "How long does a merged change wait?",
    unit=Unit.DAYS,
    better=Better.LOWER,
    shape=Shape.SERIES,
    coverage=Quality.LOWER_BOUND,
    coverage_notes=("Changes merged by hand without naming their number are not seen.",),
    parameters={"min_n": 5, "bots": "out"},
    points=tuple(
        Point(
            month,
            None if at in {3, 4, 11} else round(1.4 + (at % 7) * 0.45, 3),
            3 if at in {3, 4, 11} else 5 + at,
            complete=month != "2026-06",
        )
        for at, month in enumerate(months(2024))
    ),
)

PROJECTS = panel(
    "commits-by-project",
    "Commits by project",
    "How much lands in each project?",
    unit=Unit.COMMITS,
    points=tuple(
        Point(
            month,
            wave(at + 9 * number, 14),
            wave(at + 9 * number, 14),
            complete=month != "2026-06",
            label=name,
        )
        for number, name in enumerate(("harbour", "lighthouse", "quay", "buoy", "tide-tables"))
        for at, month in enumerate(months(2021))
    ),
)

ABSENCE = panel(
    "contributor-absence-factor",
    "Contributor absence factor",
    "How few people make half of the contributions?",
    shape=Shape.SINGLE,
    headline="Two people made half of all commits of the last year.",
    points=(Point("all time", 4, 18230), Point("last 12 months", 2, 1398)),
)

SECOND = panel(
    "second-contribution",
    "Coming back",
    "How many newcomers make a second contribution within 90 days?",
    unit=Unit.SHARE,
    shape=Shape.SINGLE,
    points=(
        Point("last 12 months", 0.2195122, 41, low=0.1213, high=0.3661),
        Point("all time", None, 3, label="docs"),
    ),
)

KINDS = panel(
    "contribution-types",
    "What is worked on",
    "Which kinds of files do commits touch?",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    shape=Shape.BREAKDOWN,
    headline="Every third commit touches tests.",
    points=tuple(
        Point("last 12 months", value, 1398, label=label)
        for label, value in (
            ("code", 0.61),
            ("tests", 0.334),
            ("docs", 0.187),
            ("CI", 0.052),
            ("translation", 0.0),
        )
    ),
)

OWNERS = panel(
    "people-per-directory",
    "People per directory",
    "How many people know each part?",
    shape=Shape.BREAKDOWN,
    better=Better.HIGHER,
    points=tuple(
        Point("last 12 months", wave(at, 6, 3) + 1, 40 + at, label=f"src/{name}")
        for at, name in enumerate(DIRECTORIES)
    ),
)

HOURS = panel(
    "working-hours",
    "When people work",
    "At which hours and days do people commit, by their own clocks?",
    unit=Unit.COMMITS,
    better=Better.NEITHER,
    shape=Shape.MATRIX,
    points=tuple(
        Point(
            "all time",
            max(0, round((9 - abs(hour - 14)) * (6 - day) * 3.3)),
            1,
            label=name,
            part=f"{hour:02d}",
        )
        for day, name in enumerate(DAYS)
        for hour in range(24)
    ),
)

RETENTION = panel(
    "retention",
    "Who stays",
    "How many newcomers of each year are still active after so many months?",
    unit=Unit.SHARE,
    shape=Shape.CURVE,
    points=tuple(
        Point(
            "all time",
            round(math.exp(-month / (9 + year - 2019)) * 0.8 + 0.2, 4),
            40,
            label=str(year),
            part=str(month),
        )
        for year in range(2019, 2026)
        for month in range(0, (2026 - year) * 12 + 1, 3)
    ),
)

RESPONSE = panel(
    "first-response",
    "Time to first response",
    "How long does a newcomer wait for an answer?",
    unit=Unit.HOURS,
    better=Better.LOWER,
    coverage=Quality.UNKNOWN,
    missing="This cannot be known from git alone: comments live on the forge. Connect one to see it.",
    sql="",
)

FILES = panel(
    "community-files",
    "Files every community needs",
    "Is there what a newcomer looks for?",
    unit=None,
    shape=None,
    sql="",
    findings=(
        Finding("readme", "A README", Outcome.YES, evidence=("README.md",)),
        Finding("licence", "A licence", Outcome.YES, evidence=("LICENSE",)),
        Finding(
            "conduct",
            "A code of conduct",
            Outcome.NO,
            why="Without one, people who were hurt somewhere else stay away.",
            remedy="Add CODE_OF_CONDUCT.md, and name two people to write to.",
            effort="an hour",
        ),
        Finding(
            "funding", "A funding file", Outcome.UNKNOWN, evidence=("Its content is not in this clone.",)
        ),
        Finding("templates", "A change template", Outcome.NOT_APPLICABLE),
        Finding(
            "governance", "A governance document", Outcome.ERROR, evidence=("GOVERNANCE.md is no text.",)
        ),
    ),
)


CONFIDENCE = panel(
    "contributor-confidence",
    "Contributor confidence",
    "How likely is somebody who stars or forks to come back with a contribution?",
    unit=Unit.SHARE,
    shape=Shape.GAUGE,
    points=(
        Point("last 7 days", None, 3),
        Point("last 30 days", 0.05, 20, low=0.009, high=0.236),
        Point("last 90 days", 0.0857, 70, low=0.04, high=0.175),
        Point("last 365 days", 0.1235, 243, low=0.088, high=0.1708),
    ),
)

DOUBT = panel(
    "confidence-2024-06",
    "Contributor confidence as of June 2024",
    "What would Opensauced's second formula say?",
    unit=Unit.SHARE,
    shape=Shape.GAUGE,
    points=(Point("last 30 days", None, 1), Point("last 365 days", None, 4)),
)

TOGETHER = panel(
    "collaboration-people",
    "Who works with whom",
    "Which people answer and review one another?",
    unit=Unit.ACTS,
    better=Better.NEITHER,
    shape=Shape.GRAPH,
    points=tuple(
        Point("last 12 months", count, count, label=one, part=other)
        for one, other, count in (
            ("Ada", "Bob", 31),
            ("Ada", "Cleo", 12),
            ("Bob", "Dora", 4),
            ("Cleo", "Emil", 1),
        )
    ),
)

PIPELINE = panel(
    "proposals-pipeline",
    "Proposals on two axes",
    "How many proposals stand where?",
    unit=Unit.PROPOSALS,
    better=Better.NEITHER,
    shape=Shape.GRID,
    sql="",
    points=tuple(
        Point("all time", value, value, label=decision, part=delivery)
        for decision, values in (
            ("open", (12, 0, 0, 0)),
            ("accepted", (31, 9, 4, 1204)),
            ("rejected", (118, 0, 0, 0)),
        )
        for delivery, value in zip(("nothing said", "started", "partly", "delivered"), values, strict=True)
    ),
)

DECISIONS = panel(
    "decisions-open",
    "Open decisions",
    "What can be voted on, and what does each still need?",
    unit=None,
    shape=None,
    sql="",
    more=3,
    entries=(
        Entry(
            "0007",
            Message("{title}", {"title": "Cleo becomes a maintainer"}),
            "open",
            facts=(
                Message("Closes on {day}, in {days} days.", {"day": "2026-06-20", "days": 5}),
                Message("{yes} voted yes; needed: {needed}.", {"yes": 1, "needed": 2}),
            ),
            ask="By which rule?",
            details=("Lazy majority: more yes than no.", "At least 2 vote yes."),
        ),
        Entry(
            "0006",
            Message("{title}", {"title": "A new logo"}),
            "no quorum",
            address="https://forge.test/harbour/boats/issues/6",
        ),
    ),
)


SHEET = panel(
    "compliance-harbour-rules",
    "Harbour rules, second edition",
    "Which of the rules does the harbour keep?",
    unit=None,
    shape=None,
    sql="",
    headline="4 questions: 1 yes, 1 no, 1 unknown, 1 not required.",
    columns=("Question", "Answer", "What it rests on", "Maps to"),
    entries=(
        Entry(
            "HR-1",
            Message("{id} {title}", {"id": "HR-1", "title": "Boats are listed | by name"}),
            "Yes",
            ("Found: LIST.md",),
            details=("Lights-4", "Pilots 2.1"),
        ),
        Entry("HR-2", "HR-2 Every light is tended", "No", ("lights.toml:3: nobody", "lights.toml:9: nobody")),
        Entry("HR-3", "HR-3 Pilots are asked", "Unknown", address="https://forge.test/harbour/rules"),
        Entry("HR-4", "HR-4 Ice is reported", "Not required", ("It does not freeze here.",)),
    ),
)


def example_report() -> Report:
    """Give the invented report."""
    return Report(
        subject="harbour",
        made_at=MADE_AT,
        pages=(
            Page(
                "overview",
                "Overview",
                "What stands out, and what would help on Monday.",
                (AGENDA, ABSENCE, ACTIVE),
            ),
            Page("people", "People", "Who comes, who stays, who leaves.", (FLOW, SECOND, RETENTION)),
            Page("newcomers", "Newcomers", "The way in.", (CONFIDENCE, DOUBT)),
            Page("collaboration", "Collaboration", "Who meets whom.", (TOGETHER,)),
            Page("flow", "Flow", "How work gets in.", (COMMITS_BY_YEAR, MERGE_TIME, RESPONSE, PROJECTS)),
            Page("knowledge", "Knowledge", "Who knows what.", (KINDS, OWNERS)),
            Page("rhythm", "Rhythm", "", (HOURS,)),
            Page("community", "Community", "What a newcomer finds.", (FILES,)),
            Page("decisions", "Decisions", "What was decided, and how.", (DECISIONS, PIPELINE)),
            Page("compliance", "Compliance", "What others ask.", (SHEET,)),
        ),
    )
