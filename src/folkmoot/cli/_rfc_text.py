"""What `folkmoot rfc` prints for people, and its CSV."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from folkmoot.govern.timeline import History, Timeline
    from folkmoot.govern.timeline_numbers import Latency
    from folkmoot.model.proposal import Proposal

COLUMNS = ("label", "number", "title", "decision", "delivery", "word", "created", "authors", "kind", "path")
STEPS = (
    "label",
    "date",
    "commit",
    "by",
    "before",
    "after",
    "decision",
    "delivery",
    "together",
    "illegal",
    "path",
)
DAYS = "{done} of {n} ended, median {median}, p90 {p90}; with those waiting {median_all}, p90 {p90_all}"


def show_proposal(proposal: Proposal) -> None:
    """Print one proposal, a line for each thing it says."""
    by_git = " (by git)" if proposal.authors and proposal.authors_from == "git" else ""
    rows = [
        ("decision", state(proposal.decision)),
        ("delivery", state(proposal.delivery)),
        ("its own word", proposal.word),
        ("authors", ", ".join(proposal.authors) + by_git),
        ("created", proposal.created.isoformat() if proposal.created else ""),
        ("kind", proposal.kind),
        ("supersedes", ", ".join(proposal.supersedes)),
        ("superseded by", ", ".join(proposal.superseded_by)),
        ("file", proposal.path),
        *((link.field, link.target) for link in proposal.links),
    ]
    click.echo(f"{said(proposal.label)}: {said(proposal.title)}")
    for name, value in rows:
        if value:
            click.echo(f"  {said(name)}: {said(value)}")


def show_way(one: Timeline) -> None:
    """Print one proposal's way through time."""
    from folkmoot.govern.proposals.checking import day_of

    click.echo(f"{said(one.label)} ({said(one.path)})")
    for step in one.transitions:
        change = f"{step.before} → {step.after}" if step.before else f"landed as {step.after}"
        click.echo(f"  {day_of(step.at)}  {step.commit[:12]}  {said(change)}  ({said(step.by)})")
        if step.illegal:
            click.echo(f"              {said(str(step.illegal))}")
    if one.gone_at is not None:
        click.echo(f"  {day_of(one.gone_at)}  removed")


def counted(number: int, word: str) -> str:
    """Give a number with its noun, such as "1 proposal" and "2 proposals"."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def show_numbers(history: History) -> None:
    """Print what all timelines add up to."""
    from folkmoot.govern.timeline_numbers import (
        by_kind,
        by_year,
        changes,
        latency,
        stale,
        waits_for_decision,
        waits_for_delivery,
    )

    decision = waits_for_decision(history)
    click.echo(f"{history.layout.title}: {counted(len(history.timelines), 'proposal')} in history")
    click.echo(f"days to a decision: {_days(latency(decision))}")
    delivery = latency(waits_for_delivery(history))
    click.echo(f"days from acceptance to delivery: {_days(delivery)}")
    for title, groups in (("by year of beginning", by_year(decision)), ("by kind", by_kind(decision))):
        click.echo(f"days to a decision, {title}:")
        for group in groups:
            click.echo(f"  {said(group.group) or '(none)'}: {_days(group)}")
    click.echo("changes of status (and median days in the first):")
    for one in changes(history):
        spent = "" if one.median is None else f"  {one.median:.0f} days"
        click.echo(f"  {one.n:5}  {said(one.before)} → {said(one.after)}{spent}")
    quiet = stale(history)
    click.echo(f"undecided and unchanged for over {history.layout.stale_days} days: {len(quiet)}")
    for timeline_, days in quiet:
        click.echo(f"  {said(timeline_.label)}: {days} days")


def _days(one: Latency) -> str:
    """Give one line of durations; a dash where too few are known."""
    if not one.n:
        return "these documents do not tell"
    measured = {"median": one.median, "p90": one.p90, "median_all": one.median_all, "p90_all": one.p90_all}
    shown = {name: "-" if value is None else f"{value:.0f}" for name, value in measured.items()}
    return DAYS.format(n=one.n, done=one.decided, **shown)


def proposals_as_csv(proposals: list[Proposal]) -> str:
    """Give proposals as CSV."""
    from folkmoot.govern.proposals.plain_data import proposal_data

    rows = [{**proposal_data(one), "authors": "; ".join(one.authors)} for one in proposals]
    return _csv(COLUMNS, [[row[name] for name in COLUMNS] for row in rows])


def ways_as_csv(ways: list[Timeline]) -> str:
    """Give the transitions of proposals as CSV, one a line."""
    from folkmoot.govern.proposals.checking import day_of

    return _csv(STEPS, [
        [one.label, day_of(step.at), step.commit, step.by, step.before, step.after, step.states.decision,
         step.states.delivery, step.together, str(step.illegal), one.path]
        for one in ways
        for step in one.transitions
    ])  # fmt: skip


def _csv(names: tuple[str, ...], rows: list[list[Any]]) -> str:
    """Write rows as CSV; a text that a spreadsheet would run as a formula gets an apostrophe before it."""
    from folkmoot.render.formats.csv_points import guarded

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        texts = ("" if cell is None else cell if isinstance(cell, int) else said(str(cell)) for cell in row)
        writer.writerow([guarded(text) if isinstance(text, str) else text for text in texts])
    return out.getvalue()


def state(state: Any) -> str:
    """Give a state as a word, a dash where the documents do not say."""
    return str(state) if state is not None else "-"


def said(text: str) -> str:
    """Give text of a repository so that it can do no harm in a terminal."""
    from folkmoot.render.plain import plain

    return plain(text)
