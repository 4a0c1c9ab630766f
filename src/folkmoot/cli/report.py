"""`folkmoot report`: the main job."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folkmoot.cli._community import UNREACHABLE, community_of, config_option
from folkmoot.cli._forges import forge_option, refuse_unknown
from folkmoot.cli._making import made
from folkmoot.cli._options import end_of_day, options_of, reading_options, store_option
from folkmoot.cli._writing import SUFFIXES, write, write_whole
from folkmoot.model.errors import SourceError, UsageError

if TYPE_CHECKING:
    from folkmoot.cli._community import Chosen
    from folkmoot.model.page import Report


@click.command()
@click.argument("repositories", nargs=-1, metavar="[REPO ...]")
@click.option(
    "--format", "form", type=click.Choice(["html", "json", "csv", "markdown", "text"]), help="What to write."
)
@click.option("-o", "--output", metavar="PATH", help="Where to write it; - for standard output.")
@click.option("--page", "slugs", multiple=True, metavar="SLUG", help="Only this page (again for more).")
@click.option("--together", is_flag=True, help="Treat several repositories as one community.")
@click.option("--group", "groups", multiple=True, metavar="NAME",
              help="A group of folkmoot.toml as one community; several are compared.")  # fmt: skip
@click.option("--groups", "all_groups", is_flag=True, help="Compare every group of folkmoot.toml.")
@config_option
@click.option("--pseudonyms", is_flag=True, help="Replace everything personal by stable aliases.")
@click.option("--until", metavar="YYYY-MM-DD", help="Report as of the end of this day (UTC).")
@forge_option
@store_option
@reading_options
def command(
    repositories: tuple[str, ...], form: str | None, output: str | None, slugs: tuple[str, ...], together:
    bool, groups: tuple[str, ...], all_groups: bool, config: Path | None, pseudonyms: bool,
    until: str | None, forges: tuple[str, ...], store: Path | None, **values: Any,
) -> int:  # fmt: skip
    """Say how a community stands, from its git repositories (folders or URLs; default: here).

    Several repositories are compared side by side. Without options: the overview as text, and the whole
    report as an HTML file whose path is told on standard error. In a folder with a folkmoot.toml, the report
    is on its repositories; when one of them or its forge cannot be read, the exit code is 3.
    """
    form = form or _form_of(output)
    _refuse_unknown(slugs)
    shown = form is None and output is None
    options = options_of(values)
    refuse_unknown(forges, offline=options.offline)
    community = community_of(config, repositories, offline=options.offline)
    groups, origins = _grouped(community, groups, all_groups=all_groups)
    if community and forges:
        raise UsageError(f"Forges belong into {community.path.name} here.", hint="write them there.")
    is_new = pseudonyms or forges or form == "json" or community
    screen = _screen() if form in {None, "text"} else None
    question = [repositories, form, output in {None, "-"}, shown, slugs, together, until, screen]
    from folkmoot.cli._again import Again

    again = None if is_new else Again(question)
    told: list[str] = []

    def tell(first: Report) -> None:
        told.append(_as_text(first))
        click.echo(told[0], nl=False)
        sys.stdout.flush()

    report = made(
        origins or list(repositories) or ["."], store, options, pseudonyms=pseudonyms, forges=forges,
        together=together or len(groups) == 1 or bool(community and community.community.together),
        as_of=end_of_day(until, community.community.time_zone if community else ""),
        slugs=() if shown else slugs, again=again, community=community, groups=groups,
        first=tell if shown and not slugs else None, prepare=partial(_ready, form or "html"),
    )  # fmt: skip
    contents = again.contents if again else None
    if contents is None:
        contents = _both(report, slugs) if shown else [_rendered(report, form or "text", output or "-")]
        if again:
            again.keep(contents)
    is_whole = True
    if shown:
        is_whole = _show("" if told else contents[0], *contents[1:])
    else:
        _write(contents[0], form or "text", output or "-")
    return UNREACHABLE if community and community.failures else 0 if is_whole else UsageError.exit_code


def _grouped(
    community: Chosen | None, groups: tuple[str, ...], *, all_groups: bool
) -> tuple[tuple[str, ...], list[str]]:
    """Give the groups that are asked for, and the places of all repositories that are needed for them."""
    if community is None:
        if groups or all_groups:
            raise UsageError("Groups stand in a folkmoot.toml.", hint="name one with --config FILE.")
        return (), []
    if all_groups:
        groups = tuple(community.community.groups)
        if not groups:
            raise UsageError(
                f"{community.path.name} has no [groups].", hint="name some there, or leave --groups out."
            )
        groups = _readable(community, groups)
    if not groups:
        return (), community.origins
    from folkmoot.sources.community_repositories import members

    groups = tuple(dict.fromkeys(groups))
    found = [one.origin for group in groups for one in members(community.community, group, community.found)]
    return groups, list(dict.fromkeys(found))


def _readable(community: Chosen, groups: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out groups of which nothing can be read now, and tell it; one cause must not lose the others."""
    from folkmoot.sources.community_repositories import members

    kept = []
    for group in groups:
        try:
            members(community.community, group, community.found)
        except UsageError as error:
            if not community.failures:
                raise
            community.failed(f"group {group}", SourceError(error.what, hint=error.hint))
        else:
            kept.append(group)
    if not kept:
        raise SourceError("No group has a repository that can be read.", hint="see above what was left out.")
    return tuple(kept)


def _form_of(output: str | None) -> str | None:
    if output is None or output == "-":
        return None
    form = SUFFIXES.get(Path(output).suffix.lower())
    if form is None:
        raise UsageError(
            f"{output!r} does not tell a format.", hint="add --format html, json, csv, markdown or text."
        )
    return form


def _refuse_unknown(slugs: tuple[str, ...]) -> None:
    """Refuse a page that does not exist before anything is read. Raises UsageError naming those there are."""
    if slugs:
        import pkgutil

        # Listed, not imported: git can begin while everything that a report needs is imported.
        pages = Path(__file__).parents[1] / "views" / "pages"
        if not {module.name for module in pkgutil.iter_modules([str(pages)])}.issuperset(slugs):
            from folkmoot.views.pages import pages_called

            pages_called(slugs)


def _both(report: Report, slugs: tuple[str, ...]) -> list[str]:
    """Give the first page as text, the whole report as HTML, and the name of the file for it."""
    from dataclasses import replace

    from folkmoot.render import render

    wanted = slugs or ("overview",)
    first = replace(report, pages=tuple(page for page in report.pages if page.slug in wanted))
    return [_as_text(first), render(report, "html"), f"folkmoot-{_word(report.subject)}.html"]


def _show(text: str, page: str, name: str) -> bool:
    """Show the first page as text, leave the whole report as a file beside, and tell whether that worked."""
    place = Path(name)
    click.echo(text, nl=False)
    try:
        write_whole(place, page)
    except OSError as error:
        click.echo(f"The HTML file cannot be written here: {error.strerror}.", err=True)
        click.echo("hint: name another place with --output, such as ../report.html.", err=True)
        return False
    click.echo(f"The whole report: {place.resolve()}", err=True)
    return True


def _ready(form: str) -> None:
    from folkmoot.render import ready

    ready(form)


def _rendered(report: Report, form: str, output: str) -> str:
    from folkmoot.render import render

    return _as_text(report) if form == "text" and output == "-" else render(report, form)


def _write(content: str, form: str, output: str) -> None:
    if output == "-":
        click.echo(content, nl=False)
        return
    write(output, content)
    click.echo(f"{form} report: {output}", err=True)


def _screen() -> tuple[int, bool]:
    """Tell where text goes: as wide as the terminal, in colour only where somebody watches."""
    import os
    import shutil
    import sys

    from folkmoot.render.formats.terminal_text import wants_colour

    return min(100, shutil.get_terminal_size().columns), wants_colour(sys.stdout, os.environ)


def _as_text(report: Report) -> str:
    from folkmoot.render import render

    width, colour = _screen()
    return render(report, "text", width=width, colour=colour)


def _word(subject: str) -> str:
    word = "".join(character if character.isalnum() or character in ".-_" else "-" for character in subject)
    return word.strip("-.")[:80] or "report"
