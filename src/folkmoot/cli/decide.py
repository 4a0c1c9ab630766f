"""`folkmoot decide`: open, vote on, close and follow decisions; each step edits plain files."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folkmoot.cli._options import format_option
from folkmoot.model.errors import UsageError
from folkmoot.sources import clock

if TYPE_CHECKING:
    from folkmoot.govern.files.decision import Decision, Grant
    from folkmoot.govern.files.state import State
    from folkmoot.model.ballot import Ballot

Command = Callable[..., Any]


def _folder_option(command: Command) -> Command:
    return click.option(
        "--folder",
        type=click.Path(path_type=Path, file_okay=False, exists=True),
        default=".",
        help="A folder of the community's work tree (default: here).",
    )(command)


def _handle_option(command: Command) -> Command:
    return click.option(
        "--as", "handle", required=True, envvar="FOLKMOOT_HANDLE", metavar="HANDLE",
        help="Who you are (or set FOLKMOOT_HANDLE).",
    )(command)  # fmt: skip


@click.group()
def command() -> None:
    """Open, vote on, close and follow decisions, by the rules in .folkmoot/governance.toml.

    Every step edits plain files and names them. Committing them, through the way in which you review changes,
    is what puts them in force.
    """


@command.command(name="open")
@click.argument("action")
@click.argument("subject")
@_handle_option
@click.option("--text", type=click.File("r", encoding="utf-8"), help="A file with the reasons (or -).")
@click.option("--candidate", "candidates", multiple=True, metavar="HANDLE", help="Who stands (repeatable).")
@click.option("--seats", type=click.IntRange(1, 100), help="How many are elected, where it differs.")
@click.option("--seed", default="", metavar="TEXT", help="Breaks ties of an election; published before it.")
@click.option("--give", "gives", multiple=True, metavar="ROLE=HANDLE", help="A role it gives (repeatable).")
@click.option("--take", "takes", multiple=True, metavar="ROLE=HANDLE", help="A role it takes (repeatable).")
@click.option("--rules", type=click.Path(path_type=Path, dir_okay=False, exists=True),
              help="The governance.toml it would put in force.")  # fmt: skip
@click.option("--days", type=click.IntRange(1, 3650), help="How long it is open, if longer than it must be.")
@click.option("--supersedes", type=click.IntRange(1, 9999), help="The number of the decision it replaces.")
@_folder_option
def open_one(action: str, subject: str, handle: str, folder: Path, rules: Path | None, **values: Any) -> None:
    """Open a decision: ACTION is one of governance.toml, SUBJECT says in a line what it is about."""
    from folkmoot.govern.proof.life import Proposal, opened

    root, state = _here(folder)
    text = values["text"].read() if values["text"] else ""
    proposal = Proposal(
        action=action,
        subject=" ".join(subject.split()),
        proposer=handle,
        text=text,
        candidates=values["candidates"],
        seats=values["seats"] or 0,
        seed=values["seed"],
        gives=tuple(_grant(text) for text in values["gives"]),
        takes=tuple(_grant(text) for text in values["takes"]),
        rules=rules.read_bytes() if rules else None,
        days=values["days"] or 0,
        supersedes=values["supersedes"] or 0,
    )
    decision, files = opened(state, proposal, clock.moment())
    _write(root, files)
    _tell_rule(state, decision)


@command.command()
@click.argument("number", type=click.IntRange(1, 9999))
@click.argument("answer", type=click.Choice(["yes", "no", "abstain"]), required=False)
@_handle_option
@click.option("--reason", default="", metavar="TEXT", help="Why; some rules need it for a no.")
@click.option("--concern", default="", metavar="TEXT", help="What must be answered before it can pass.")
@click.option("--resolved", default="", metavar="TEXT", help="What answered your concern.")
@click.option("--rank", "ranks", multiple=True, metavar="HANDLE[,HANDLE]",
              help="The next place of your ranking (again for more; equals with a comma).")  # fmt: skip
@click.option("--score", "scores", multiple=True, metavar="HANDLE=N", help="A score from 0 to 5.")
@click.option("--approve", "approvals", multiple=True, metavar="HANDLE", help="Somebody you approve of.")
@_folder_option
def ballot(number: int, answer: str | None, handle: str, folder: Path, **values: Any) -> None:
    """Vote on decision NUMBER: yes, no or abstain; in an election --rank, --score or --approve."""
    from folkmoot.govern.files.ballot import Cast
    from folkmoot.govern.proof.life import handle_of, voted

    root, state = _here(folder)
    before = state.ballots.get(number, {}).get(handle_of(handle))
    cast = Cast(
        _ballot(handle_of(handle), answer, values),
        clock.moment(),
        values["concern"] or (before.concern if before else ""),
        values["resolved"],
    )
    if cast.resolved and not cast.concern:
        raise UsageError(f"{handle} has no concern on record.", hint="--concern TEXT puts one there.")
    _write(root, voted(state, number, cast))


@command.command()
@click.argument("number", type=click.IntRange(1, 9999))
@_folder_option
def close(number: int, folder: Path) -> None:
    """Close decision NUMBER: count it, write its result, and put roles or rules in force if it passed."""
    from folkmoot.govern.proof.life import closed
    from folkmoot.i18n import say

    root, state = _here(folder)
    found, files = closed(state, number, clock.moment())
    _write(root, files)
    click.echo(f"{number:04d}: {found.outcome}")
    for text in (*found.why, *found.working):
        click.echo(f"  {_plain(say(text))}")


@command.command()
@click.argument("number", type=click.IntRange(1, 9999))
@_handle_option
@_folder_option
def withdraw(number: int, handle: str, folder: Path) -> None:
    """Withdraw decision NUMBER, which you proposed. It stays on record as withdrawn.

    Others can where `withdrawal` of its action in governance.toml names a role of theirs.
    """
    from folkmoot.govern.proof.life import withdrawn

    root, state = _here(folder)
    _write(root, withdrawn(state, number, handle, clock.moment()))


@command.command()
@click.argument("number", type=click.IntRange(1, 9999), required=False)
@format_option("text", "json")
@_folder_option
def status(number: int | None, form: str, folder: Path) -> None:
    """Show every decision, or decision NUMBER: what it came to, or what it would come to now and why."""
    _, state = _here(folder)
    if number is not None and number not in state.decisions:
        raise UsageError(f"There is no decision {number:04d}.", hint="without a number all are listed.")
    chosen = [d for n, d in sorted(state.decisions.items()) if number in (None, n)]
    told = [_told(state, decision) for decision in chosen]
    if form == "json":
        click.echo(json.dumps({"format": 1, "decisions": told}, indent=2, ensure_ascii=False))
        return
    for decision, entry in zip(chosen, told, strict=True):
        click.echo(_plain(f"{entry['number']:04d} {entry['state']}: {decision.subject} ({decision.action})"))
        for line in entry["why"]:
            click.echo(f"  {_plain(line)}")
        if number is not None:
            for line in (*entry["working"], *entry["rule"]):
                click.echo(f"  {_plain(line)}")


def _told(state: State, decision: Decision) -> dict[str, Any]:
    from folkmoot.govern.proof.concluding import action_of
    from folkmoot.govern.proof.life import sound_standing, stand_of
    from folkmoot.i18n import say

    told: dict[str, Any] = {
        "number": decision.number,
        "action": decision.action,
        "subject": decision.subject,
        "proposer": decision.proposer,
        "opened": decision.opened.isoformat(),
        "closes": decision.closes.isoformat(),
        "file": f".folkmoot/decisions/{decision.file}",
    }
    if decision.result is not None:
        result = decision.result
        why = [f"Closed on {result.closed:%Y-%m-%d}."]
        if result.winners:
            why.append(f"Elected: {', '.join(result.winners)}.")
        return told | {
            "state": result.outcome, "closed": result.closed.isoformat(), "winners": list(result.winners),
            "electorate": list(result.electorate), "why": why, "working": [], "rule": [],
        }  # fmt: skip
    found = stand_of(state, decision, clock.moment())
    action = action_of(decision, sound_standing(state))
    return told | {
        "state": "open",
        "if_closed_now": found.outcome,
        "electorate": list(found.electorate),
        "why": [say(text) for text in found.why],
        "working": [say(text) for text in found.working],
        "rule": [say(text) for text in action.in_words()],
    }


def _here(folder: Path) -> tuple[Path, State]:
    from folkmoot.govern.files.disk import find_root, sound_folder

    root = find_root(folder)
    return root, sound_folder(root)


def _write(root: Path, files: Mapping[str, bytes]) -> None:
    from folkmoot.govern.files.disk import write_files

    for path in write_files(root, files):
        # From where somebody stands, so that `git add` takes it.
        click.echo(os.path.relpath(root / path))


def _tell_rule(state: State, decision: Decision) -> None:
    from folkmoot.govern.proof.concluding import action_of
    from folkmoot.govern.proof.life import sound_standing
    from folkmoot.i18n import say

    for text in action_of(decision, sound_standing(state)).in_words():
        click.echo(f"  {_plain(say(text))}", err=True)


def _grant(text: str) -> Grant:
    from folkmoot.govern.files.decision import Grant
    from folkmoot.govern.files.table import WORD
    from folkmoot.govern.proof.life import handle_of

    role, equals, handle = text.partition("=")
    if not equals or not WORD.fullmatch(role):
        raise UsageError(f"{text[:80]!r} does not say ROLE=HANDLE.", hint="such as maintainer=ada.")
    return Grant(role, handle_of(handle))


def _ballot(handle: str, answer: str | None, values: Mapping[str, Any]) -> Ballot:
    from folkmoot.model.ballot import Answer, Ballot

    scores = None
    if values["scores"]:
        pairs = [text.partition("=") for text in values["scores"]]
        if any(not number.isdecimal() or int(number) > 5 for _, _, number in pairs):
            raise UsageError("A score is HANDLE=N with N from 0 to 5.", hint="such as ada=5.")
        scores = tuple((name, int(number)) for name, _, number in pairs)
    try:
        return Ballot(
            voter=handle,
            answer=Answer(answer) if answer else None,
            reason=values["reason"],
            ranking=tuple(tuple(text.split(",")) for text in values["ranks"]) or None,
            scores=scores,
            approvals=values["approvals"] or None,
        )
    except ValueError as error:
        raise UsageError(str(error), hint="`folkmoot decide ballot --help` tells how to vote.") from error


def _plain(text: str) -> str:
    from folkmoot.render.plain import plain

    return plain(text)
