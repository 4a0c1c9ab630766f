"""What `verify` and `checkpoint` share: a history opened, held against everything, and told."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from folkmoot.cli._folding import on_screen
from folkmoot.model.errors import UsageError

if TYPE_CHECKING:
    from folkmoot.govern.files.state import State
    from folkmoot.govern.proof.fact import Fact
    from folkmoot.sources.git.repository import Repository

_MARKS = {"found": "ok", "unknown": "unknown", "violation": "VIOLATION"}


@dataclass(frozen=True)
class Asked:
    """What to verify: a branch, from which commit on, against which checkpoints (by name) and keys."""

    branch: str = ""
    since: str = ""
    given: Mapping[str, bytes] = field(default_factory=dict)
    keys: Sequence[str] = ()
    offline: bool = False


@dataclass(frozen=True)
class Verified:
    """What was found, at which commit, and how things stand there."""

    name: str
    tip: str
    state: State
    facts: list[Fact]

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing is wrong, and nothing that the rules ask for was left unchecked."""
        from folkmoot.govern.proof.signed import UNCHECKED

        rules = self.state.governance
        must = {UNCHECKED} if rules and rules.level else set()
        return not any(fact.level == "violation" or fact.kind in must for fact in self.facts)


def verified(repository: str, asked: Asked) -> Verified:
    """Verify the history of a repository. Raises UsageError when it has no decisions."""
    from folkmoot.govern.files.state import parse_state
    from folkmoot.govern.proof.checkpoints import verify_checkpoints
    from folkmoot.govern.proof.fact import Fact, Level
    from folkmoot.govern.proof.history import once, verify_history
    from folkmoot.govern.proof.signed import verify_signatures
    from folkmoot.govern.proof.snapshots import read_snapshots
    from folkmoot.sources.git.repository import Options, open_repository
    from folkmoot.sources.git.signatures import read_signatures

    options = Options(branch=asked.branch, lines="always", offline=asked.offline)
    with open_repository(repository, options) as opened:
        snapshots = read_snapshots(opened.git, opened.tip, opened.boundary) if opened.tip else []
        if not snapshots:
            raise UsageError(
                f"{opened.name} has no .folkmoot in its history.",
                hint="`folkmoot init --governance` writes one.",
            )
        settled = _settled(opened, asked.since)
        facts = verify_history(snapshots, settled)
        facts += verify_signatures(snapshots, lambda keys: read_signatures(opened.git, keys), settled)
        facts += verify_checkpoints(snapshots, asked.given, asked.keys, settled)
        edges = [one for one in snapshots if one.is_edge]
        if edges:
            text = (
                "This clone is shallow: what came before was not looked at. `git fetch --unshallow` gets it."
            )
            facts.append(Fact(Level.UNKNOWN, "shallow", ".folkmoot", text, edges[0].commit))
        return Verified(opened.name, opened.tip, parse_state(snapshots[-1].files), once(facts))


def _settled(opened: Repository, since: str) -> frozenset[str]:
    """Give the commits up to the one named. Raises UsageError when there is none of that name."""
    if not since:
        return frozenset()
    commit = opened.git.text("rev-parse", "--verify", "--quiet", "--end-of-options", f"{since}^{{commit}}")
    if not commit:
        raise UsageError(
            f"There is no commit {since!r}.",
            hint="`git log --oneline -- .folkmoot` lists those that matter here.",
        )
    return frozenset(opened.git.run("rev-list", commit).decode("ascii").split())


def tell(facts: Sequence[Fact], tip: str, form: str) -> None:
    """Print facts as text, with their sum on standard error, or as JSON."""
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
        said = f"{plain(fact.about)}: {plain(say(fact.text))}"
        click.echo(on_screen(said, f"{_MARKS[fact.level]:9}  {commit}  ", " " * 11))
    click.echo(f"Facts: {len(facts)}, violations: {violations}, unknown: {unknown}.", err=True)
