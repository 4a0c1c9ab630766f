"""`folkmoot explain`: what a metric means, and any other id that a report shows, in words."""

from __future__ import annotations

import json
import textwrap
from itertools import groupby

import click

from folkmoot.cli._folding import folded, on_screen
from folkmoot.cli._options import format_option
from folkmoot.model.errors import UsageError


@click.command()
@click.argument("metric", metavar="[ID]", required=False)
@click.option("--sql", "only_sql", is_flag=True, help="Show only the SQL that is run.")
@format_option("text", "json")
def command(metric: str | None, only_sql: bool, form: str) -> None:
    """Say what a metric means: its question, why it matters, how it is counted and what it does not tell.

    ID may also be any other that a report shows in any format: a panel, a check, a finding, a page. Without
    ID: the list of all metrics.
    """
    from folkmoot.metrics import all_metrics, description

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
                click.echo(on_screen(each.title, f"  {each.id.ljust(44)} ", " " * 47))
        return
    chosen = all_metrics().get(metric)
    if chosen is None:
        _explain_other(metric, form, only_sql=only_sql)
        return
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
    _tell(told)
    click.secho("\nFacts", bold=True)
    for name, value in facts.items():
        click.echo(f"  {name}: {value}")
    click.secho("\nSQL", bold=True)
    click.echo(textwrap.indent(textwrap.dedent(chosen.text()), "  "))


def _explain_other(identifier: str, form: str, *, only_sql: bool) -> None:
    """Say what an id means that is no metric's. Raises UsageError where none is called so."""
    from folkmoot.views.explaining import explained

    told = explained(identifier)
    if only_sql:
        ways = " or ".join(f"`folkmoot explain {each} --sql`" for each in told.metrics)
        raise UsageError(f"{identifier} has no SQL of its own.", hint=f"{ways or 'leave --sql out'}.")
    if form == "json":
        click.echo(json.dumps(told.as_json(), indent=1))
        return
    click.secho(told.title, bold=True)
    _tell(told.sections)
    click.secho("\nFacts", bold=True)
    facts = {
        "id": identifier, "kind": told.kind, "page": told.page, "metrics": ", ".join(told.metrics),
        "see": ", ".join(told.ids), "definition": told.definition,
    }  # fmt: skip
    for name, value in facts.items():
        if value:
            click.echo(f"  {name}: {value}")


def _tell(sections: dict[str, str]) -> None:
    for heading, text in sections.items():
        if heading:
            click.secho(f"\n{heading}", bold=True)
            # References stand line by line.
            click.echo(textwrap.indent(text, "  ") if heading == "References" else _folded(text))


def _folded(text: str) -> str:
    return "\n\n".join(folded(" ".join(paragraph.split()), "  ", "  ") for paragraph in text.split("\n\n"))
