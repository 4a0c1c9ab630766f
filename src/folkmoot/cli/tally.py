"""`folkmoot tally`: count a vote again, and show how."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folkmoot.cli._options import format_option
from folkmoot.model.errors import UsageError

if TYPE_CHECKING:
    from folkmoot.model.ballot import Poll

METHODS = ("schulze", "copeland", "irv", "stv", "approval", "star")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--method", type=click.Choice(METHODS), help="How to count (rankings: schulze).")
@click.option(
    "--seats", type=click.IntRange(1, 1000), help="How many are elected (default: as recorded, or 1)."
)
@click.option(
    "--employer-cap", type=click.IntRange(0, 1000), help="At most this many people of one employer."
)
@click.option(
    "--employers", type=click.Path(path_type=Path), help="A CSV with the columns candidate and employer."
)
@click.option("--sitting", multiple=True, metavar="EMPLOYER=N", help="Seats an employer holds already.")
@click.option(
    "--unranked",
    type=click.Choice(["ignored", "last"]),
    default="ignored",
    show_default=True,
    help="Whether somebody a ballot leaves out is compared with nobody, or comes last.",
)
@click.option(
    "--strength",
    type=click.Choice(["winning", "margin"]),
    default="winning",
    show_default=True,
    help="Whether a pairwise victory is as strong as its votes, or as their lead (schulze).",
)
@click.option("--seed", default="", help="Break ties by this published text; without it they are declared.")
@click.option("--rule", help="Decide a yes/no vote by this rule, such as conda-60.")
@format_option("text", "json")
def command(
    file: Path, method: str | None, seats: int | None, employer_cap: int | None, employers: Path | None,
    sitting: tuple[str, ...], unranked: str, strength: str, seed: str, rule: str | None, form: str,
) -> None:  # fmt: skip
    """Count the votes in FILE again, and show the working so that anybody can follow it.

    FILE is Elekto's or Kubernetes' ballots.csv, a vote of Node.js, TiKV or conda, a plain CSV, or TOML.
    Settings come from an election.yaml beside it; options override them.
    """
    from folkmoot.cli._tally_text import decision_text, poll_text, result_text
    from folkmoot.govern.tally import Form, Parameters, Strength, Unranked, tally
    from folkmoot.govern.tally import method as method_called
    from folkmoot.govern.votes import Numbers, read_poll

    meaning = {Form.RANKING: Numbers.RANKS, Form.SCORES: Numbers.SCORES, Form.APPROVALS: Numbers.MARKS}
    poll = read_poll(file, meaning[method_called(method or "schulze").form])
    if not poll.options and not method:
        for option, value in (("--seats", seats), ("--employer-cap", employer_cap), ("--seed", seed)):
            if value or value == 0:
                raise UsageError(
                    f"{option} is for an election, and these are votes of yes and no.",
                    hint="--rule decides them; --method counts them all the same.",
                )
        if not rule:
            click.echo(poll_text(poll) if form == "text" else _json(_said(poll)))
            return
        text, document = decision_text(poll, rule)
        click.echo(text if form == "text" else _json(document))
        return
    if rule:
        raise UsageError("--rule decides yes/no votes, and this is an election.", hint="--method counts it.")
    held = dict(_sitting(words) for words in sitting)
    cap = poll.employer_cap if employer_cap is None else employer_cap
    if cap is None and (held or employers):
        raise UsageError(
            "--sitting and --employers count against a limit per employer, and there is none.",
            hint="--employer-cap N sets one.",
        )
    parameters = Parameters(
        seats=seats or poll.seats or 1,
        unranked=Unranked(unranked),
        strength=Strength(strength),
        seed=seed,
        employer_cap=cap,
        employers=_employers(employers, poll) if employers else poll.employers,
        sitting=held,
    )
    result = tally(poll, method or "schulze", parameters)
    if form == "json":
        click.echo(_json({"title": poll.title} | result.document()))
    else:
        click.echo(result_text(poll, result))


def _json(document: dict[str, Any]) -> str:
    return json.dumps(document, indent=1)


def _said(poll: Poll) -> dict[str, Any]:
    return {
        "title": poll.title,
        "votes": [
            {"voter": b.voter, "vote": str(b.answer), "binding": b.binding, "reason": b.reason}
            for b in poll.ballots
        ],
        "electorate": list(poll.electorate),
        "outcome": poll.outcome,
        "claims": dict(poll.claims),
        "notes": [str(note) for note in poll.notes],
    }


def _sitting(words: str) -> tuple[str, int]:
    employer, equals, number = words.rpartition("=")
    if not equals or not employer.strip() or not number.isascii() or not number.isdigit() or len(number) > 4:
        raise UsageError(
            f"{words!r} does not say who holds how many seats.", hint="write it as 'Example Inc=2'."
        )
    return employer.strip(), int(number)


def _employers(path: Path, poll: Poll) -> dict[str, str]:
    from folkmoot.govern.votes import employers_from

    return employers_from(path, poll.options)
