"""`folkmoot verify`: prove from the history that roles follow from decisions, and decisions from votes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folkmoot.cli._options import format_option
from folkmoot.model.errors import UsageError

if TYPE_CHECKING:
    from folkmoot.govern.proof.fact import Fact
    from folkmoot.sources.git.repository import Repository

_MARKS = {"found": "ok", "unknown": "unknown", "violation": "VIOLATION"}


@click.command()
@click.argument("repository", default=".", metavar="[REPO]")
@click.option("--branch", default="", help="Verify this branch instead of the default one.")
@click.option("--since", default="", metavar="COMMIT",
              help="Leave out what earlier commits did, unless it still stands.")  # fmt: skip
@click.option("--checkpoint", type=click.Path(path_type=Path, dir_okay=False, exists=True),
              help="A checkpoint published earlier, against which this history is held.")  # fmt: skip
@click.option("--write-checkpoint", type=click.Path(path_type=Path, dir_okay=False),
              help="Write a checkpoint to this file, if nothing is wrong.")  # fmt: skip
@click.option("--origin", default="", metavar="NAME", help="Whose decisions, in the checkpoint written.")
@format_option("text", "json")
def command(
    repository: str, branch: str, since: str, checkpoint: Path | None, write_checkpoint: Path | None,
    origin: str, form: str,
) -> None:  # fmt: skip
    """Verify the decisions of REPO (a folder or URL; default: here) from its history alone.

    Every decision is counted again with the roles and rules of its day. Nothing closed may have been
    rewritten, and every role and rule in force must follow from a decision. Exit code 1 when one does not.
    """
    from folkmoot.govern.files.state import parse_state
    from folkmoot.govern.proof.checkpoint import checkpoint_of, held_against, read_checkpoint
    from folkmoot.govern.proof.history import verify_history
    from folkmoot.govern.proof.snapshots import read_snapshots
    from folkmoot.sources.git.repository import Options, open_repository

    with open_repository(repository, Options(branch=branch, lines="always")) as opened:
        snapshots = read_snapshots(opened.git, opened.tip) if opened.tip else []
        if not snapshots:
            raise UsageError(
                f"{opened.name} has no .folkmoot in its history.",
                hint="`folkmoot init --governance` writes one.",
            )
        if opened.boundary:
            raise UsageError(
                f"{opened.name} is a shallow clone: its history is not whole.", hint="`git fetch --unshallow`"
            )
        facts = verify_history(snapshots, _settled(opened, since))
        tip = opened.tip
    state = parse_state(snapshots[-1].files)
    if checkpoint:
        facts.append(held_against(state, read_checkpoint(str(checkpoint), checkpoint.read_bytes())))
    written = checkpoint_of(state, origin).written() if write_checkpoint else ""
    _tell(facts, tip, form)
    if any(fact.level == "violation" for fact in facts):
        raise click.exceptions.Exit(1)
    if write_checkpoint:
        write_checkpoint.write_text(written, encoding="utf-8")
        click.echo(f"Wrote {write_checkpoint}", err=True)


def _settled(opened: Repository, since: str) -> frozenset[str]:
    """Give the commits up to the one named. Raises UsageError when there is none of that name."""
    if not since:
        return frozenset()
    commit = opened.git.text("rev-parse", "--verify", "--quiet", "--end-of-options", f"{since}^{{commit}}")
    if not commit:
        raise UsageError(f"There is no commit {since!r}.")
    return frozenset(opened.git.run("rev-list", commit).decode("ascii").split())


def _tell(facts: list[Fact], tip: str, form: str) -> None:
    from folkmoot.i18n import say
    from folkmoot.render.plain import plain

    violations = sum(fact.level == "violation" for fact in facts)
    unknown = sum(fact.level == "unknown" for fact in facts)
    if form == "json":
        document: dict[str, Any] = {
            "format": 1,
            "tip": tip,
            "violations": violations,
            "unknown": unknown,
            "facts": [
                {
                    "level": fact.level.value,
                    "kind": fact.kind,
                    "about": fact.about,
                    "text": say(fact.text),
                    "commit": fact.commit,
                }
                for fact in facts
            ],
        }
        click.echo(json.dumps(document, indent=2, ensure_ascii=False))
        return
    for fact in facts:
        commit = fact.commit[:10] or "-" * 10
        click.echo(f"{_MARKS[fact.level]:9}  {commit}  {plain(fact.about)}: {plain(say(fact.text))}")
    click.echo(f"{len(facts)} facts, {violations} violations, {unknown} unknown.", err=True)
