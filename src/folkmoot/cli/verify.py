"""`folkmoot verify`: prove from the history that roles follow from decisions, and decisions from votes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from folkmoot.cli._options import format_option
from folkmoot.cli._verifying import Asked, Verified, tell, verified
from folkmoot.sources import clock

if TYPE_CHECKING:
    from folkmoot.govern.proof.fact import Fact


@click.command()
@click.argument("repository", default=".", metavar="[REPO]")
@click.option("--branch", default="", help="Verify this branch instead of the default one.")
@click.option("--since", default="", metavar="COMMIT",
              help="Leave out what earlier commits did, unless it still stands.")  # fmt: skip
@click.option("--checkpoint", "checkpoints", multiple=True,
              type=click.Path(path_type=Path, dir_okay=False, exists=True),
              help="A checkpoint published earlier, to hold this against (again for more).")  # fmt: skip
@click.option("--checkpoint-key", "keys", multiple=True, metavar="KEY",
              help="Who must have signed checkpoints, instead of the keys in the rules.")  # fmt: skip
@click.option("--against", "other", default="", metavar="REPO",
              help="A fork: verify it too, and tell where the two came apart.")  # fmt: skip
@click.option("--strict", is_flag=True, help="Exit with 1 for what cannot be known, too.")
@click.option("--offline", is_flag=True, help="Use what was fetched before; touch no network.")
@format_option("text", "json")
def command(
    repository: str, branch: str, since: str, checkpoints: tuple[Path, ...], keys: tuple[str, ...],
    other: str, form: str, *, strict: bool, offline: bool,
) -> int:  # fmt: skip
    """Verify the decisions of REPO (a folder or URL; default: here) from its history alone.

    Every decision is counted again with the roles and rules of its day. Nothing closed may have been
    rewritten, and every role and rule in force must follow from a decision. Where the rules ask for them,
    signatures and checkpoints are checked too. Exit code 1 when something does not follow.
    """
    given = {str(path): path.read_bytes() for path in checkpoints}
    here = verified(repository, Asked(branch, since, given, keys, offline))
    facts, sound = here.facts, here.is_sound
    if other:
        there = verified(other, Asked(offline=offline))
        facts = [*facts, *_apart(here, there)]
        sound = sound and there.is_sound
    tell(facts, here.tip, form)
    unknown = any(fact.level == "unknown" for fact in facts)
    return 0 if sound and not (strict and unknown) else 1


def _apart(here: Verified, there: Verified) -> list[Fact]:
    """Give what is wrong in a fork, and how it came apart from this history."""
    from folkmoot.govern.proof.divergence import diverged

    wrong = [
        replace(fact, about=f"{there.name}: {fact.about}") for fact in there.facts if fact.level != "found"
    ]
    return [*wrong, *diverged(here.name, here.state, there.name, there.state, clock.today())]
