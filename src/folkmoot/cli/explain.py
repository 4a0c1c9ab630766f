"""`folkmoot explain`: what a metric means, in words."""

from __future__ import annotations

import json
import textwrap
from itertools import groupby

import click

from folkmoot.cli._options import format_option


@click.command()
@click.argument("metric", required=False)
@click.option("--sql", "only_sql", is_flag=True, help="Show only the SQL that is run.")
@format_option("text", "json")
def command(metric: str | None, only_sql: bool, form: str) -> None:
    """Say what METRIC means: its question, why it matters, how it is counted and what it does not tell.

    Without METRIC: the list of all.
    """
    from folkmoot.metrics import all_metrics, description
    from folkmoot.metrics import metric as metric_called

    if not metric:
        for page, metrics in groupby(all_metrics().values(), key=lambda each: each.page):
            click.secho(page, bold=True)
            for each in metrics:
                click.echo(f"  {each.id.ljust(44)} {each.title}")
        return
    chosen = metric_called(metric)
    if only_sql:
        click.echo(textwrap.dedent(chosen.text()))
        return
    told = description(chosen.id)
    facts = {
        "id": chosen.id,
        "version": chosen.version,
        "unit": chosen.unit.value,
        "better": chosen.better.value,
        "parameters": ", ".join(f"{name} = {value}" for name, value in chosen.parameters.items()) or "none",
        "shown from n": chosen.min_n,
        "definition": chosen.definition,
    }
    if form == "json":
        click.echo(
            json.dumps(facts | {"title": chosen.title, "sections": told, "sql": chosen.text()}, indent=1)
        )
        return
    click.secho(chosen.title, bold=True)
    for heading, text in told.items():
        if heading:
            click.secho(f"\n{heading}", bold=True)
            click.echo(textwrap.indent(text, "  "))
    click.secho("\nFacts", bold=True)
    for name, value in facts.items():
        click.echo(f"  {name}: {value}")
    click.secho("\nSQL", bold=True)
    click.echo(textwrap.indent(textwrap.dedent(chosen.text()), "  "))
