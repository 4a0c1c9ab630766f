"""`folkmoot init`: write the files that a community begins with."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import click

from folkmoot.model.errors import UsageError


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
@click.option("--governance", is_flag=True, help="Write .folkmoot/ with rules, roles and their decision.")
@click.option("--preset", "preset_name", metavar="NAME", help="The rule for ordinary decisions.")
@click.option("--rules", type=click.Path(path_type=Path, dir_okay=False, exists=True),
              help="A governance.toml of your own instead of a preset.")  # fmt: skip
@click.option("--founder", "founders", multiple=True, metavar="HANDLE",
              help="Who has the first role, or ROLE=HANDLE (again for more).")  # fmt: skip
@click.option("--because", default="", metavar="TEXT", help="Why, for the record of the founding.")
def command(
    folder: Path, preset_name: str | None, rules: Path | None, founders: tuple[str, ...], because: str, *,
    governance: bool,
) -> None:  # fmt: skip
    """Write what a community begins with into FOLDER (default: here). Plain files; nothing is committed.

    On a terminal, what is not given is asked for.
    """
    from folkmoot.govern.files.beginning import first_rules
    from folkmoot.govern.files.decision import Grant
    from folkmoot.govern.files.disk import write_files
    from folkmoot.govern.files.governance import read_governance
    from folkmoot.govern.files.state import FOLDER
    from folkmoot.govern.proof.life import founded, handle_of

    if not governance:
        raise UsageError("There is nothing to begin with.", hint="add --governance.")
    if (folder / FOLDER / "governance.toml").exists() or (folder / FOLDER / "decisions").exists():
        raise UsageError(
            f"{folder / FOLDER} has rules already.", hint="`folkmoot decide open` proposes to change them."
        )
    if preset_name and rules:
        raise UsageError("Rules come from a preset or from a file, not from both.")
    content = rules.read_bytes() if rules else first_rules(preset_name or _asked_preset())
    known = read_governance(str(rules or "governance.toml"), content)
    if not known.roles:
        raise UsageError("The rules define no role, so nobody could decide anything.")
    first = next(iter(known.roles))
    names = founders or _asked_founders()
    grants = []
    for name in names:
        role, _, handle = name.rpartition("=")
        grants.append(Grant(role or first, handle_of(handle)))
    files = founded(content, grants, datetime.now(UTC).replace(microsecond=0), because)
    for path in write_files(folder, files):
        click.echo(path)
    click.echo("Read them, then commit them: that is the founding.", err=True)


def _asked_preset() -> str:
    from folkmoot.govern.rules import all_presets

    if not sys.stdin.isatty():
        raise UsageError("No preset was named.", hint=f"--preset {'|'.join(all_presets())}")
    for name, rule in all_presets().items():
        click.echo(f"  {name}: {rule.title}", err=True)
    answer: str = click.prompt("By which rule do you decide", default="lazy-majority", err=True)
    return answer


def _asked_founders() -> tuple[str, ...]:
    if not sys.stdin.isatty():
        raise UsageError("Nobody founds it.", hint="--founder HANDLE names who begins.")
    answer: str = click.prompt("Whose are the first handles (with spaces between)", err=True)
    return tuple(answer.split())
