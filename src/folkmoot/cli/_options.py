"""Options that several commands share, and what they mean for reading."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folkmoot.model.errors import UsageError

if TYPE_CHECKING:
    from folkmoot.sources.git.repository import Options
    from folkmoot.store.naming import Aliases

Command = Callable[..., Any]


def store_option(command: Command) -> Command:
    """Add `--store`."""
    return click.option(
        "--store",
        type=click.Path(path_type=Path, dir_okay=False),
        help="The store file to use; without it, one per repository in your data folder.",
    )(command)


def repository_option(command: Command) -> Command:
    """Add `--repository`, for commands whose arguments are something else."""
    return click.option(
        "--repository",
        "-r",
        "repositories",
        multiple=True,
        metavar="REPO",
        help="Whose store (default: here).",
    )(command)


def format_option(*names: str) -> Callable[[Command], Command]:
    """Add `--format`; the first of `names` is the default."""
    return click.option("--format", "form", type=click.Choice(names), default=names[0], show_default=True)


def reading_options(command: Command) -> Command:
    """Add the options that say how repositories are read."""
    for option in reversed((
        click.option("--branch", default="", help="Read this branch instead of the default one."),
        click.option("--all", "all_refs", is_flag=True, help="Read the commits of every branch and tag."),
        click.option(
            "--lines",
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            show_default=True,
            help="Count lines where file contents are at hand, fetch them to count, or leave lines out.",
        ),
        click.option("--offline", is_flag=True, help="Use what was fetched before; touch no network."),
        click.option(
            "--follow-alternates",
            is_flag=True,
            help="Read objects that a clone borrows from another folder (trusted clones only).",
        ),
    )):  # fmt: skip
        command = option(command)
    return command


def options_of(values: dict[str, Any]) -> Options:
    """Take the reading options out of a command's values."""
    from folkmoot.sources.git.repository import Options

    return Options(
        **{name: values.pop(name) for name in ("branch", "all_refs", "lines", "offline", "follow_alternates")}
    )


def store_of(store: Path | None, origins: list[str]) -> Path:
    """Give the store to use: the one named, else the one that belongs to this set of repositories."""
    if store is not None:
        return store
    if origins == ["."] and Path("folkmoot.toml").is_file():
        from folkmoot.cli._community import community_store
        from folkmoot.sources.community_file import read_community

        path = Path("folkmoot.toml")
        return community_store(path, read_community(path).store)
    from folkmoot.sources.git.naming import default_store_name
    from folkmoot.sources.user_folders import data_folder

    return data_folder() / "stores" / default_store_name(origins)


READ_AGAIN = "read again by the rules of this version of Folkmoot; another version had read it."
READ_OTHERWISE = (
    "Another version of Folkmoot read the history of {others} of {projects} projects in this store, by rules "
    "of its own: numbers may differ from what this version would say."
)


def tell_absent(store: Path | None) -> None:
    """Say that a store that was named is not there, to commands that can do without one."""
    if store is not None and not store.is_file():
        click.echo(f"There is no store at {store}: what one would tell is not known.", err=True)
        click.echo(f"hint: `{_making(store, [])}` makes it.", err=True)


def _making(store: Path | None, origins: list[str]) -> str:
    return shlex.join(
        ["folkmoot", "sync", *(origins or ["REPO"]), *(["--store", str(store)] if store is not None else [])]
    )


def existing_store(store: Path | None, origins: list[str]) -> Path:
    """Give a store that is already there. Raises UsageError when nothing was synced into it."""
    chosen = store_of(store, origins)
    if not chosen.is_file():
        raise UsageError(
            f"There is no store at {chosen}.",
            hint=f"`{_making(store, origins)}` makes it.",
        )
    from folkmoot.store.writer import catch_up

    projects, others = catch_up(chosen)
    if others:
        click.echo(READ_OTHERWISE.format(others=others, projects=projects), err=True)
        click.echo(f"hint: `{_making(store, origins)}` reads it again.", err=True)
    return chosen


def aliases() -> Aliases:
    """Give the keyed aliases that stand for everything personal, the key made on first use."""
    from folkmoot.people.pseudonyms import Pseudonyms

    return Pseudonyms.of_user()


def end_of_day(day: str | None, time_zone: str = "") -> int | None:
    """Give the last second of a day (YYYY-MM-DD) in a time zone (UTC without one).

    Raises UsageError for anything else.
    """
    if not day:
        return None
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        raise UsageError(f"{day!r} is no day.", hint="write it as 2026-03-31.")
    from zoneinfo import ZoneInfo

    try:
        start = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo(time_zone) if time_zone else UTC)
        return int((start + timedelta(days=1)).timestamp()) - 1
    except (ValueError, OverflowError) as error:  # no day follows the last one of all calendars
        raise UsageError(f"{day!r} is no day: {error}.", hint="write it as 2026-03-31.") from error
