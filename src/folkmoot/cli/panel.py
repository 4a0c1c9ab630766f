"""`folkmoot panel`: one figure as an SVG file, or its newest value as a badge."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folkmoot.cli._community import UNREACHABLE, community_of, config_option
from folkmoot.cli._forges import forge_option, refuse_unknown
from folkmoot.cli._making import made
from folkmoot.cli._options import end_of_day, options_of, reading_options, store_option
from folkmoot.cli._writing import SUFFIXES, write
from folkmoot.model.errors import UsageError

if TYPE_CHECKING:
    from folkmoot.model.page import Report


@click.command()
@click.argument("identifier", metavar="PANEL")
@click.argument("repositories", nargs=-1, metavar="[REPO ...]")
@click.option("--badge", is_flag=True, help="Only its newest value, as a badge for a README.")
@click.option(
    "-o",
    "--output",
    default="-",
    metavar="PATH",
    help="Where to write it; - for standard output. .json, .csv, .md and .txt give its numbers.",
)
@click.option("--together", is_flag=True, help="Treat several repositories as one community.")
@click.option("--pseudonyms", is_flag=True, help="Replace everything personal by stable aliases.")
@click.option("--until", metavar="YYYY-MM-DD", help="Draw it as of the end of this day (UTC).")
@config_option
@forge_option
@store_option
@reading_options
def command(
    identifier: str, repositories: tuple[str, ...], badge: bool, output: str, together: bool,
    pseudonyms: bool, until: str | None, config: Path | None, forges: tuple[str, ...], store: Path | None,
    **values: Any,
) -> int:  # fmt: skip
    """Write one PANEL of the report (a metric's id) as an SVG file that stands by itself.

    Named .json, .csv, .md or .txt, the file holds its numbers as `folkmoot report` writes them.

    In a folder with a folkmoot.toml, it is about its repositories; when one of them or its forge cannot be
    read, the exit code is 3.
    """
    from folkmoot.render.badge import panel_badge
    from folkmoot.render.panel_file import panel_svg

    options = options_of(values)
    refuse_unknown(forges, offline=options.offline)
    form = _form_of(output, badge=badge)
    community = community_of(config, repositories, offline=options.offline)
    if community and forges:
        raise UsageError(f"Forges belong into {community.path.name} here.", hint="write them there.")
    report = made(
        community.origins if community else list(repositories) or ["."], store, options, forges=forges,
        together=together or bool(community and community.community.together), pseudonyms=pseudonyms,
        as_of=end_of_day(until, community.community.time_zone if community else ""), community=community,
    )  # fmt: skip
    panels = {panel.id: panel for page in report.pages for panel in page.panels}
    if identifier not in panels:
        from difflib import get_close_matches

        near = get_close_matches(identifier, panels, n=3, cutoff=0.4)
        raise UsageError(
            f"There is no panel {identifier!r} in this report.",
            hint=f"did you mean {', '.join(near)}?" if near else "`folkmoot explain` lists every metric.",
        )
    if form == "svg":
        drawn = panel_badge(panels[identifier]) if badge else panel_svg(panels[identifier])
    else:
        drawn = _told(report, identifier, form)
    if output == "-":
        click.echo(drawn, nl=False)
    else:
        write(output, drawn)
        click.echo(f"panel: {output}", err=True)
    return UNREACHABLE if community and community.failures else 0


def _form_of(output: str, *, badge: bool) -> str:
    """Give the format that a file's name asks for; one without an ending is a figure. Raises UsageError."""
    suffix = "" if output == "-" else Path(output).suffix.lower()
    form = "svg" if suffix in {"", ".svg"} else SUFFIXES.get(suffix)
    if form is None or form == "html":
        raise UsageError(
            f"A panel cannot be written as {suffix}.",
            hint="name the file .svg for the figure, or .json, .csv, .md or .txt for its numbers.",
        )
    if badge and form != "svg":
        raise UsageError(f"A badge cannot be written as {suffix}.", hint="name the file .svg.")
    return form


def _told(report: Report, identifier: str, form: str) -> str:
    """Give one panel as a report writes it, as if there were no other."""
    from dataclasses import replace

    from folkmoot.render import render

    page = next(page for page in report.pages if any(panel.id == identifier for panel in page.panels))
    panels = tuple(panel for panel in page.panels if panel.id == identifier)
    return render(replace(report, pages=(replace(page, panels=panels),)), form)
