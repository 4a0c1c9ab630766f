"""`folkmoot check`: practice held against the written rules, for people and for CI."""

from __future__ import annotations

from pathlib import Path

import click

from folkmoot.cli._advisories import existing_advisories
from folkmoot.cli._options import format_option, store_option
from folkmoot.cli.roles import activity_of, place_options, reading

SAYING = (
    ".md", ".markdown", ".rst", ".txt", ".toml", ".yml", ".yaml", ".json", ".csv", "OWNERS", "OWNERS_ALIASES",
    "MAINTAINERS", "GOVERNANCE",
)  # fmt: skip
"""How files end that say who may do what and what was decided; an answer without them would be a guess."""
ADVISED = frozenset({"known-vulnerabilities", "scorecard-vulnerabilities"})
"""The checks that hold components against advisories."""


@click.command()
@click.argument("repository", default=".", metavar="[REPO]")
@click.option("--profile", "name", default="governance", show_default=True, help="Which questions to ask.")
@click.option("--profiles", "wants_profiles", is_flag=True, help="List the profiles and stop.")
@format_option("text", "json", "sarif")
@click.option("--all", "everything", is_flag=True, help="In text, show every piece of evidence.")
@click.option(
    "--silent-months",
    default=12,
    show_default=True,
    type=click.IntRange(1, 600),
    help="From so many months without any act on, somebody counts as silent.",
)
@store_option
@place_options
def command(
    repository: str, name: str, wants_profiles: bool, form: str, everything: bool, silent_months: int,
    store: Path | None, branch: str, offline: bool,
) -> int:  # fmt: skip
    """Hold a community's practice against its own written rules: votes, roles, terms, owners.

    Exit code 0: nothing to act on (also when there is nothing to audit); 1: something is; 3: the repository
    cannot be read. What cannot be known is told and never counts against anybody.
    """
    from folkmoot.checks import all_checks
    from folkmoot.govern.audit.practice import Practice
    from folkmoot.model.check import Ground
    from folkmoot.render.answers import as_json, as_text
    from folkmoot.render.sarif import as_sarif
    from folkmoot.sources.git.absent import refuse_without
    from folkmoot.sources.git.repository import open_repository
    from folkmoot.views.guarding.advised import with_advisories
    from folkmoot.views.profiles import all_profiles, ask, profile_called

    if wants_profiles:
        for each in all_profiles().values():
            click.echo(f"{each.name.ljust(12)} {each.title}. {each.about}")
        return 0
    profile = profile_called(name)
    activity = activity_of(store, repository)
    with open_repository(repository, reading(offline, branch)) as opened:
        refuse_without(opened, [path for path in opened.tree.entries if path.endswith(SAYING)])
        wanted = [check for check in all_checks().values() if profile.wants("check", check.id)]
        ground = Ground(opened.tree)
        if any(check.id in ADVISED for check in wanted):
            ground = with_advisories(ground, existing_advisories())
        findings = [check.decide(ground) for check in wanted]
        answers = ask(profile, Practice(opened, activity, silent_months), findings)
        title, commit = f"{opened.name}: {profile.title}", opened.tip
        about = {
            "repository": opened.name,
            "commit": commit,
            "profile": profile.name,
            "source": profile.source,
        }
    if form == "sarif":
        click.echo(as_sarif(answers, commit), nl=False)
    elif form == "json":
        click.echo(as_json(about, answers), nl=False)
    else:
        click.echo(as_text(title, answers, shown=0 if everything else 20), nl=False)
    return int(any(answer.fails for answer in answers))
