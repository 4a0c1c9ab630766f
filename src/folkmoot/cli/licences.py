"""`folkmoot licences`: what a repository says about its licence, and what its dependencies say."""

from __future__ import annotations

from pathlib import Path

import click

from folkmoot.cli._options import format_option
from folkmoot.cli.roles import place_options, reading
from folkmoot.sources import clock


@click.command()
@click.argument("repository", default=".", metavar="[REPO]")
@format_option("text", "json", "markdown", "csv", "html")
@click.option(
    "--packages",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="A folder of installed packages (site-packages, node_modules), to read their licences from.",
)
@place_options
def command(repository: str, form: str, packages: Path | None, branch: str, offline: bool) -> int:
    """Say which licence a repository is under, where it says so, and what does not fit together.

    Exit code 0: nothing to act on; 1: places contradict one another, a licence of a dependency conflicts, or
    the rules of REUSE that the project follows are broken; 3: the repository cannot be read.
    """
    from folkmoot.licences.installed import installed
    from folkmoot.model.check import Ground
    from folkmoot.model.page import Report
    from folkmoot.render import render
    from folkmoot.sources.git.repository import open_repository
    from folkmoot.views.licensing.known import Licensing
    from folkmoot.views.licensing.page import licences_page

    found = installed(packages) if packages else []
    with open_repository(repository, reading(offline, branch)) as opened:
        licensing = Licensing(opened.name, Ground(opened.tree), found)
        made_at = clock.moment().strftime("%Y-%m-%dT%H:%M:%SZ")
        report = Report(opened.name, made_at, (licences_page(licensing),))
        wants_work = licensing.wants_work
    click.echo(render(report, form), nl=False)
    return int(wants_work)
