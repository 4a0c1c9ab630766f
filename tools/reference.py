"""Write docs/reference from the sources: metrics, CHAOSS, checks, audit rules, commands, errors and views.

    python tools/reference.py [FOLDER]

The pages are never edited by hand: the docstrings are, and a test fails while a page and its source differ.
Long because each kind of page is written here, and none without the table and the words of the others.
"""

from __future__ import annotations

import inspect
import sys
import tomllib
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING

import click

from folkmoot.checks import all_checks
from folkmoot.cli import folkmoot
from folkmoot.govern.audit.rules import all_rules
from folkmoot.metrics import all_metrics
from folkmoot.model import errors, template
from folkmoot.model.audit import Level
from folkmoot.store.database import connect, view_text
from folkmoot.store.schema import VIEW_ORDER
from folkmoot.views.profiles import all_profiles

if TYPE_CHECKING:
    from folkmoot.govern.audit.rule import AuditRule
    from folkmoot.model.check import Check
    from folkmoot.model.metric import Metric

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
MEASURED = ("scorecard.md",)
"""Pages that are measured with what the project does not carry, by another tool: kept as they are."""
WRITTEN = "<!-- Written by tools/reference.py from the sources; edit those. -->"


class UndocumentedError(Exception):
    """A docstring lacks a section of the template, or what must have one has none."""


def sections(docstring: str | None, thing: str) -> dict[str, str]:
    """Give the sections of a docstring in the house's template by name. Raises UndocumentedError."""
    found = template.sections(docstring or "")
    missing = [name for name in template.SECTIONS if not found.get(name)]
    if missing:
        raise UndocumentedError(f"The docstring of {thing} lacks: {', '.join(missing)}.")
    return {name: found[name] for name in template.SECTIONS}


def metric_page(metric: Metric, docstring: str | None) -> str:
    """Give the reference page of one metric."""
    told = sections(docstring, f"metric {metric.id}")
    printed = ", ".join(f"`{name}` = {value}" for name, value in metric.parameters.items()) or "none"
    facts = {
        "Id": f"`{metric.id}`, version {metric.version}",
        "Page": metric.page,
        "Unit": f"{metric.unit}; good news when {metric.better}"
        if metric.better != "neither"
        else metric.unit,
        "Shown as": metric.shape,
        "Parameters": printed,
        "Smallest n shown": str(metric.min_n) if metric.min_n else "any",
        "Where nothing is found": f'"{metric.nothing}"' if metric.nothing else "",
        "Days of history it takes": str(metric.least_days) if metric.least_days else "",
        "Definition": f"<{metric.definition}>",
    }
    facts = {name: fact for name, fact in facts.items() if fact}
    return _page(
        metric.title,
        _told(told),
        *([f"> {metric.caveat}"] if metric.caveat else []),
        "## Facts",
        _table(("", ""), facts.items()),
        "## SQL",
        "Run verbatim on every engine, over the [views](../views.md):",
        _code("sql", _unindented(metric.text())),
        f"The events behind it (`folkmoot events --metric {metric.id}`):",
        _code("sql", _unindented(metric.events_text())),
    )


def check_page(check: Check, docstring: str | None) -> str:
    """Give the reference page of one check."""
    told = sections(docstring, f"check {check.id}")
    facts = {
        "Id": f"`{check.id}`, version {check.version}",
        "Page": check.page,
        "Definition": f"<{check.definition}>",
    }
    if asked := check.requirement:
        facts |= {"Control": f"{asked.control}, {asked.title}", "Levels": ", ".join(map(str, asked.levels))}
        facts |= {f"Mapped to {name}": ", ".join(ids) for name, ids in asked.maps.items()}
    return _page(check.title, _told(told), "## Facts", _table(("", ""), facts.items()))


def rule_page(rule: AuditRule, docstring: str | None) -> str:
    """Give the reference page of one rule of the audit."""
    told = sections(docstring, f"audit rule {rule.id}")
    missing = [name for name in ("why", "remedy", "effort") if not getattr(rule, name)]
    if missing:
        raise UndocumentedError(f"The audit rule {rule.id} lacks: {', '.join(missing)}.")
    asked_by = [f"`{name}`" for name, each in all_profiles().items() if each.wants("rule", rule.id)]
    fails = "no: it is a note" if rule.level is Level.NOTE else "yes"
    facts = {
        "Id": f"`{rule.id}`, version {rule.version}",
        "Level": f"{rule.level}",
        "Makes `folkmoot check` fail": fails,
        "Asked by the profiles": ", ".join(asked_by) or "none",
        "Definition": f"<{rule.definition}>",
    }
    remedy = f"{rule.remedy} ({rule.effort})"
    return _page(
        rule.title, _told(told), "## What to do", remedy, "## Facts", _table(("", ""), facts.items())
    )


def command_page(path: tuple[str, ...], command: click.Command) -> str:
    """Give the reference page of one command: its own help, as a terminal shows it."""
    if not (command.help or "").strip():
        raise UndocumentedError(f"The command {' '.join(path)} has no help.")
    # Every command has --help; leaving it out keeps the page the same whatever used the command before.
    told = copy(command)
    told.add_help_option = False
    context = click.Context(told, info_name=" ".join(path), terminal_width=100, max_content_width=100)
    return _page(" ".join(path), _code("text", told.get_help(context)))


def errors_page() -> str:
    """Give the reference page of everything that can go wrong."""
    found = [thing for _, thing in inspect.getmembers(errors, inspect.isclass)]
    classes = [thing for thing in found if issubclass(thing, errors.FolkmootError)]
    rows = []
    for thing in sorted(classes, key=lambda c: (c.exit_code, c.__name__)):
        if "__doc__" not in vars(thing) or not thing.__doc__:
            raise UndocumentedError(f"The error {thing.__name__} has no docstring.")
        rows.append((f"`{thing.__name__}`", thing.exit_code, thing.__doc__.splitlines()[0]))
    return _page(
        "Errors",
        "Every error says what happened and to which thing. Where there is a way on that this does not say"
        " already, it stands on a line after `hint:`; for a request that makes no sense there is always one.",
        _table(("Error", "Exit code", "Meaning"), rows),
    )


def views_page() -> str:
    """Give the reference page of the views that metrics read."""
    store = connect(None)
    known = tomllib.loads((Path(__file__).parent / "columns.toml").read_text(encoding="utf-8"))
    parts = []
    for name in VIEW_ORDER:
        comment = [line[3:] for line in view_text(name).splitlines() if line.startswith("-- ")]
        if not comment:
            raise UndocumentedError(f"The view {name} begins with no comment.")
        columns = store.execute(
            "select column_name, lower(data_type) from information_schema.columns"
            " where table_name = ? and table_schema = 'main' order by ordinal_position",
            [name],
        ).fetchall()
        rows = [(column, kind, meaning(known, name, column)) for column, kind in columns]
        parts += [f"## {name}", " ".join(comment), _table(("Column", "Type", "What it is"), rows)]
    store.close()
    return _page(
        "Views",
        "What the SQL of a metric reads, with the hard parts done once. Times (`..._ts`) are seconds since"
        " 1970 in UTC, `is_...` and `has_...` are 0 or 1, and 0 stands for a person, organisation or change"
        " that nobody knows. `folkmoot sql` reads the same views.",
        *parts,
    )


def meaning(known: dict[str, str], view: str, column: str) -> str:
    """Give what a column is, by tools/columns.toml. Raises UndocumentedError."""
    for name in (f"{view}.{column}", column):
        if name in known:
            return known[name]
    ending = max(
        (name for name in known if name[0] == "*" and column.endswith(name[1:])), key=len, default=""
    )
    if not ending:
        raise UndocumentedError(f"tools/columns.toml does not say what {view}.{column} is.")
    return known[ending]


def chaoss_page() -> str:
    """Give the table of CHAOSS metrics and what answers each of them here, from tools/chaoss.toml."""
    known = tomllib.loads((Path(__file__).parent / "chaoss.toml").read_text(encoding="utf-8"))
    rows = [
        (
            f"[{row['name']}]({row['link']})" if row["link"] else row["name"],
            row["answered"],
            ", ".join(f"[{metric}](metrics/{metric}.md)" for metric in row["by"]),
            row["why"],
        )
        for row in sorted(known.values(), key=lambda row: row["name"])
    ]
    answers = [row["answered"] for row in known.values()]
    return _page(
        "CHAOSS metrics",
        "[CHAOSS](https://chaoss.community/kb-metrics-and-metrics-models/) defines what the field measures."
        f" Of the {len(known)} metrics we know of, Folkmoot answers {answers.count('yes')}, and"
        f" {answers.count('partly')} in part. What git and forges cannot tell is not guessed."
        " Names are held against the tables of its release 2022-04 and, for later ones, against what its"
        " working groups keep and links that others publish. Links have the form of its knowledge base; a"
        " name without one has no page we know.",
        _table(("CHAOSS metric", "Answered", "By", "How it is meant, or why not"), rows),
    )


def commands(command: click.Command, path: tuple[str, ...]) -> dict[tuple[str, ...], click.Command]:
    """Give a command and everything below it by what is typed."""
    found = {path: command}
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=path[-1])
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is not None and not below.hidden:
                found |= commands(below, (*path, name))
    return found


def pages() -> dict[str, str]:
    """Give every page of the reference by its path inside the folder. Raises UndocumentedError."""
    metrics, checks = all_metrics(), all_checks()
    found = {
        name: (FOLDER / name).read_text(encoding="utf-8") for name in MEASURED if (FOLDER / name).exists()
    }
    found |= {"chaoss.md": chaoss_page(), "errors.md": errors_page(), "views.md": views_page()}
    for metric in metrics.values():
        docstring = sys.modules[_module_of("metrics", metric.id)].__doc__
        found[f"metrics/{metric.id}.md"] = metric_page(metric, docstring)
    for check in checks.values():
        docstring = sys.modules[_module_of("checks", check.id)].__doc__
        found[f"checks/{check.id}.md"] = check_page(check, docstring)
    rules = all_rules()
    for rule in rules.values():
        docstring = sys.modules[_module_of("govern.audit.rules", rule.id)].__doc__
        found[f"audit/{rule.id}.md"] = rule_page(rule, docstring)
    typed = commands(folkmoot, ("folkmoot",))
    for path, command in typed.items():
        found[f"commands/{'-'.join(path)}.md"] = command_page(path, command)
    found["metrics/README.md"] = _index(
        "Metrics", [(m.page, f"[{m.title}]({m.id}.md)", m.question) for m in metrics.values()]
    )
    found["checks/README.md"] = _index(
        "Checks", [(c.page, f"[{c.title}]({c.id}.md)", c.question) for c in checks.values()]
    )
    found["audit/README.md"] = _index(
        "Rules of the audit",
        [(r.level.value, f"[{r.title}]({r.id}.md)", r.question) for r in rules.values()],
        first="Level",
    )
    found["commands/README.md"] = _page(
        "Commands",
        *(
            f"- [`{' '.join(path)}`]({'-'.join(path)}.md): {command.get_short_help_str(200)}"
            for path, command in typed.items()
        ),
    )
    return found


def _module_of(room: str, identifier: str) -> str:
    attribute = {"metrics": "METRIC", "checks": "CHECK", "govern.audit.rules": "RULE"}[room]
    for name, module in sorted(sys.modules.items()):
        if (
            name.startswith(f"folkmoot.{room}.")
            and getattr(vars(module).get(attribute), "id", "") == identifier
        ):
            return name
    raise UndocumentedError(f"No module of {room} holds {identifier}.")


def _page(title: str, *parts: str) -> str:
    return "\n\n".join([f"# {title}", WRITTEN, *(part.strip("\n") for part in parts)]) + "\n"


def _told(told: dict[str, str]) -> str:
    return "\n\n".join(f"## {name}\n\n{told[name]}" for name in template.SECTIONS)


def _table(head: tuple[str, ...], rows: object) -> str:
    lines = [head, ("---",) * len(head), *rows]  # type: ignore[misc]
    return "\n".join(
        "| " + " | ".join(str(cell).replace("|", "\\|") for cell in line) + " |" for line in lines
    )


def _code(language: str, text: str) -> str:
    return f"```{language}\n{text.strip()}\n```"


def _index(title: str, rows: list[tuple[str, str, str]], first: str = "Page") -> str:
    return _page(title, _table((first, "Name", "Question"), rows))


def _unindented(sql: str) -> str:
    first, _, rest = sql.partition("\n")
    return f"{first}\n{inspect.cleandoc(chr(10) + rest)}" if rest else first


def write(folder: Path) -> int:
    """Write every page below `folder`, from which older pages are removed, and give how many there are."""
    made = pages()
    for old in folder.rglob("*.md"):
        old.unlink()
    for name, text in made.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return len(made)


if __name__ == "__main__":
    if any(argument.startswith("-") for argument in sys.argv[1:]):
        sys.exit(__doc__)
    print(f"{write(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)} pages written.")
