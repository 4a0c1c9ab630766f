"""`folkmoot rfc`: proposals as a community keeps them in git, their way through time, and what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from folkmoot.cli._folding import on_screen
from folkmoot.cli._options import end_of_day, format_option
from folkmoot.cli._rfc_new import new
from folkmoot.cli._rfc_text import (
    counted,
    proposals_as_csv,
    said,
    show_numbers,
    show_proposal,
    show_way,
    state,
    ways_as_csv,
)
from folkmoot.model.errors import UsageError

MOST_STATES = 20
"""Most states that are named to whoever asked for one that nothing is in."""

if TYPE_CHECKING:
    from folkmoot.govern.proposals.reading import Reading
    from folkmoot.govern.timeline import History, Timeline
    from folkmoot.model.proposal import Proposal
    from folkmoot.sources.git.repository import Repository


@click.group()
def command() -> None:
    """Proposals (RFCs, PEPs, KEPs, EIPs, ...): list them, follow them, check them, begin one."""


command.add_command(new)


def _reading_options(chosen: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed((
        click.option(
            "--layout",
            "layout_name",
            default="",
            metavar="NAME",
            help="How proposals are kept here, such as pep or rust (default: found by looking).",
        ),
        click.option("--branch", default="", help="Read this branch instead of the default one."),
        click.option("--offline", is_flag=True, help="Use what was fetched before; touch no network."),
    )):  # fmt: skip
        chosen = option(chosen)
    return chosen


@command.command(name="list")
@click.argument("repository", default=".", metavar="[REPO]")
@click.option(
    "--state",
    "states",
    multiple=True,
    metavar="S",
    help="Only this decision or delivery state, or status word (again for more).",
)
@format_option("text", "json", "csv")
@_reading_options
def listing(repository: str, states: tuple[str, ...], form: str, **options: Any) -> None:
    """List every proposal with what was decided and, apart from that, what was delivered."""
    from folkmoot.govern.proposals.plain_data import reading_data

    with _opened(repository, options) as opened:
        reading = _read(repository, opened, options)
    proposals = [proposal for proposal in reading.proposals if not states or _is_in(proposal, states)]
    if form == "json":
        _echo_json(reading_data(reading, proposals))
    elif form == "csv":
        click.echo(proposals_as_csv(proposals), nl=False)
    else:
        width = max((len(proposal.label) for proposal in proposals), default=0)
        for proposal in proposals:
            both = f"{state(proposal.decision):<13} {state(proposal.delivery):<9}"
            first = f"{said(proposal.label):<{min(width, 24)}}  {both}  "
            click.echo(on_screen(said(proposal.title), first, " " * len(first)))
    for problem in reading.unread:
        click.echo(f"unread: {said(problem.file)}:{problem.line}: {said(str(problem.what))}", err=True)
    click.echo(
        f"{counted(len(proposals), 'proposal')} of {counted(reading.documents, 'document')}"
        f" ({reading.layout.title}).",
        err=True,
    )
    if states and not proposals and reading.proposals:
        there = {each for one in reading.proposals for each in (one.decision, one.delivery, one.word) if each}
        words = sorted({str(each).casefold() for each in there})
        click.echo(said(f"hint: states here are {', '.join(words[:MOST_STATES])}."), err=True)


@command.command()
@click.argument("number", metavar="N")
@click.argument("repository", default=".", metavar="[REPO]")
@format_option("text", "json")
@_reading_options
def show(number: str, repository: str, form: str, **options: Any) -> None:
    """Show one proposal, named by number or label (8, "PEP 8", SE-0008), and how it came to its status."""
    from folkmoot.govern.proposals.checking import with_authors
    from folkmoot.govern.proposals.plain_data import proposal_data, timeline_data

    with _opened(repository, options) as opened:
        reading = _read(repository, opened, options)
        history = _history(opened, reading)
    found = [one for one in with_authors(reading, history).proposals if _is_called(one, number)]
    if not found:
        raise UsageError(f"There is no proposal {number!r}.", hint="`folkmoot rfc list` names them all.")
    timelines = {timeline.path: timeline for timeline in history.timelines if timeline.gone_at is None}
    if form == "json":
        _echo_json(
            [
                {
                    **proposal_data(one),
                    "timeline": timeline_data(timelines[one.path]) if one.path in timelines else None,
                }
                for one in found
            ]
        )
        return
    for proposal in found:
        show_proposal(proposal)
        if proposal.path in timelines:
            show_way(timelines[proposal.path])


@command.command()
@click.argument("words", nargs=-1, metavar="[N] [REPO]")
@format_option("text", "json", "csv")
@_reading_options
def timeline(words: tuple[str, ...], form: str, **options: Any) -> None:
    """Tell who changed which status when, and how long decisions take; of one proposal with N.

    Only what landed on the branch counts. What still waits is counted as waiting, never as decided.
    """
    from folkmoot.govern.proposals.plain_data import history_data, timeline_data

    number, repository = _number_and_place(words)
    with _opened(repository, options) as opened:
        history = _history(opened, _read(repository, opened, options))
    ways = [one for one in history.timelines if not number or _is_called(one, number)]
    if number and not ways:
        raise UsageError(f"There is no proposal {number!r}.", hint="`folkmoot rfc list` names them all.")
    if form == "json":
        _echo_json([timeline_data(one) for one in ways] if number else history_data(history))
    elif form == "csv":
        click.echo(ways_as_csv(ways), nl=False)
    elif number:
        for one in ways:
            show_way(one)
    else:
        show_numbers(history)


@command.command()
@click.argument("repository", default=".", metavar="[REPO]")
@click.option(
    "--since",
    metavar="DAY",
    help="Hold only changes of status from this day on against the rules (YYYY-MM-DD).",
)
@format_option("text", "json")
@_reading_options
def check(repository: str, since: str | None, form: str, **options: Any) -> int:
    """Find what is wrong: unread documents, missing fields, contradictions, changes against the rules.

    Exits with 1 when there is something.
    """
    from datetime import date

    from folkmoot.govern.proposals.checking import check as check_proposals
    from folkmoot.govern.proposals.plain_data import problem_data

    start = date.fromisoformat(since) if since and end_of_day(since) is not None else None
    with _opened(repository, options) as opened:
        reading = _read(repository, opened, options)
        problems = check_proposals(reading, _history(opened, reading), since=start)
    if form == "json":
        _echo_json(
            {
                "commit": reading.commit,
                "documents": reading.documents,
                "problems": [problem_data(one) for one in problems],
            }
        )
    else:
        for one in problems:
            hint = f" ({said(str(one.hint))})" if one.hint else ""
            click.echo(
                on_screen(f"{said(one.file)}:{one.line}: {one.code}: {said(str(one.what))}{hint}", "", "    ")
            )
        count = f"{counted(len(problems), 'problem')} in {counted(reading.documents, 'document')}"
        click.echo(f"{count}.", err=True)
    return 1 if problems else 0


@contextmanager
def _opened(repository: str, options: dict[str, Any]) -> Iterator[Repository]:
    from folkmoot.cli._progress import Bars
    from folkmoot.sources.git.repository import Options, open_repository

    bars = Bars()
    # Contents are what is read here, so a remote is fetched with them.
    asked = Options(branch=options["branch"], offline=options["offline"], lines="always")
    with open_repository(repository, asked, progress=bars) as opened:
        bars.close()
        yield opened


def _read(repository: str, opened: Repository, options: dict[str, Any]) -> Reading:
    from folkmoot.cli._rfc_not_committed import not_committed
    from folkmoot.govern.proposals.layouts import all_layouts
    from folkmoot.govern.proposals.reading import read_proposals

    name = options["layout_name"]
    if name and name not in all_layouts():
        raise UsageError(
            f"There is no layout {name!r}.", hint=f"there are {', '.join(sorted(all_layouts()))}."
        )
    try:
        reading = read_proposals(opened, all_layouts().get(name))
    except UsageError as error:
        if left := not_committed(repository, opened, all_layouts().get(name)):
            raise UsageError(error.what, hint=said(left)) from error
        raise
    if left := not_committed(repository, opened, reading.layout):
        click.echo(said(f"hint: {left}"), err=True)
    return reading


def _history(repository: Repository, reading: Reading) -> History:
    from folkmoot.govern.timeline import read_history

    return read_history(repository, reading.layout)


def _number_and_place(words: tuple[str, ...]) -> tuple[str, str]:
    """Tell a number from a place: `timeline 8`, `timeline REPO`, `timeline 8 REPO`."""
    if len(words) > 2:
        raise UsageError("Too many words.", hint="`folkmoot rfc timeline [N] [REPO]`")
    if len(words) == 2:
        return words[0], words[1]
    alone = words[0] if words else "."
    return (alone, ".") if alone.isdigit() else ("", alone)


def _is_called(one: Proposal | Timeline, asked: str) -> bool:
    if asked.isdigit():
        return one.number == int(asked)
    return one.label.casefold() == asked.casefold()


def _is_in(proposal: Proposal, states: tuple[str, ...]) -> bool:
    asked = {state.casefold().replace("-", " ") for state in states}
    return bool(
        asked & {str(proposal.decision), str(proposal.delivery), proposal.word.casefold().replace("-", " ")}
    )


def _echo_json(data: Any) -> None:
    click.echo(json.dumps(data, ensure_ascii=True, indent=2))
