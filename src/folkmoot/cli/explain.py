"""`folkmoot explain`: what a metric means, in words."""

from __future__ import annotations

import json
import shutil
import textwrap
from itertools import groupby

import click

from folkmoot.cli._options import format_option

MOST_WIDE = 100
"""Columns beyond which a line is hard to read."""


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
        if form == "json":
            listed = [
                {"id": each.id, "title": each.title, "page": each.page, "question": each.question}
                for each in all_metrics().values()
            ]
            click.echo(json.dumps(listed, indent=1))
            return
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
            # References stand line by line.
            click.echo(textwrap.indent(text, "  ") if heading == "References" else _folded(text))
    click.secho("\nFacts", bold=True)
    for name, value in facts.items():
        click.echo(f"  {name}: {value}")
    click.secho("\nSQL", bold=True)
    click.echo(textwrap.indent(textwrap.dedent(chosen.text()), "  "))


def _folded(text: str) -> str:
    """Fold paragraphs to the terminal, at most at what is easy to read."""
    width = max(40, min(shutil.get_terminal_size((MOST_WIDE, 24)).columns, MOST_WIDE))
    return "\n\n".join(
        textwrap.fill(
            " ".join(paragraph.split()), width, initial_indent="  ", subsequent_indent="  ",
            break_long_words=False, break_on_hyphens=False,
        )
        for paragraph in text.split("\n\n")
    )  # fmt: skip
