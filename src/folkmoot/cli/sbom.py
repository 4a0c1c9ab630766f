"""`folkmoot sbom`: the bill of materials of a repository, from its manifests and lock files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from folkmoot.cli.roles import place_options, reading

if TYPE_CHECKING:
    from folkmoot.model.component import Inventory
    from folkmoot.supply.sbom import Bill

SHOWN = 10
MOST_TAGS = 1_000
"""Tags at one commit that are looked at."""


@click.command()
@click.argument("repository", default=".", metavar="[REPO]")
@click.option(
    "--format", "form", default="cyclonedx", show_default=True, metavar="NAME", help="How it is written."
)
@click.option("--formats", "wants_forms", is_flag=True, help="List the formats and stop.")
@click.option("-o", "--output", default="-", metavar="FILE", help="Where to; without it, standard output.")
@place_options
def command(repository: str, form: str, wants_forms: bool, output: str, branch: str, offline: bool) -> None:
    """Write what a repository says it is made of as a software bill of materials.

    The same commit gives the same bytes. What could not be read is told on standard error and marked in the
    document as incomplete; nothing is run, installed or asked of a registry.
    """
    from folkmoot.cli._writing import write
    from folkmoot.model.errors import UsageError
    from folkmoot.supply.sbom import all_forms

    forms = all_forms()
    if wants_forms:
        for each in forms.values():
            click.echo(f"{each.name.ljust(12)} {each.title}")
        return
    if form not in forms:
        raise UsageError(f"There is no format {form!r}.", hint=f"choose one of {', '.join(forms)}.")
    bill, inventory = _bill(repository, branch, offline)
    text = forms[form].write(bill)
    if output == "-":
        click.echo(text, nl=False)
    else:
        write(output, text)
    _tell(bill, inventory)


def _bill(repository: str, branch: str, offline: bool) -> tuple[Bill, Inventory]:
    """Read the repository and put its bill together. Raises SourceError where contents are not at hand."""
    from folkmoot.licences.names import understood
    from folkmoot.licences.project import licences_of
    from folkmoot.model.check import Ground
    from folkmoot.model.errors import SourceError
    from folkmoot.sources.git.absent import refuse_without
    from folkmoot.sources.git.repository import open_repository
    from folkmoot.supply.inventory import read_inventory
    from folkmoot.supply.manifests import format_of
    from folkmoot.supply.sbom import bill_of

    def licence_of(words: str) -> str:
        read = understood(words, slash_is_or=True)
        return read.text if read and read.known else ""

    with open_repository(repository, reading(offline, branch)) as opened:
        if not opened.tip:
            raise SourceError(
                f"{opened.name} has no commit yet, so there is nothing it is made of.",
                hint="commit something first, or name another repository.",
            )
        tree = opened.tree
        refuse_without(opened, [path for path in tree.entries if format_of(path)])
        said = opened.git.text("log", "-1", "--format=%ct", opened.tip)
        inventory = read_inventory(tree)
        made_at = int(said) if said.isdigit() else 0
        tags = opened.git.text("tag", "--points-at", opened.tip).split("\n")
        licence = licences_of(Ground(tree)).expression
        bill = bill_of(
            inventory, opened.name, opened.tip, made_at, licence_of, licence=licence, tags=tags[:MOST_TAGS]
        )
        return bill, inventory


def _tell(bill: Bill, inventory: Inventory) -> None:
    """Say on standard error how much there is and what could not be read."""
    from folkmoot.i18n import say
    from folkmoot.render.plain import plain

    open_versions = sum(not part.purl.version for part in bill.parts)
    click.echo(
        f"{_counted(len(bill.parts), 'component')} from {_counted(len(inventory.own), 'file')}; "
        f"{open_versions} of them asked for in no exact version.",
        err=True,
    )
    for problem in inventory.problems[:SHOWN]:
        where = f"{problem.file}:{problem.line}" if problem.line else problem.file
        click.echo(plain(f"{where}: {say(problem.what)}"), err=True)
    more = len(inventory.problems) - SHOWN
    if more > 0:
        click.echo(f"... and {more} more.", err=True)
    for path in [*inventory.unread, *inventory.foreign][:SHOWN]:
        click.echo(plain(f"{path}: not read, so what it names is not in the bill."), err=True)


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
