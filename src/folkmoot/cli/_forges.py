"""The option `--forge`: which forge belongs to which repository, and what there is to tell of its reading."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folkmoot.i18n import say
from folkmoot.model.errors import UsageError

if TYPE_CHECKING:
    from folkmoot.cli._progress import Bars
    from folkmoot.model.source import Estimate, ForgeSource
    from folkmoot.store.forge_sync import ForgeSynced
    from folkmoot.store.sync import Synced

SHOWN_PROBLEMS = 10
LONG = 20
"""Requests from which on the cost is told before the reading begins."""
SORTS = {
    "item": "issues and changes", "remark": "comments and reviews", "turn": "turns",
    "gone": "issues and changes that are gone there",
    "act": "stars, forks and releases", "headruns": "merged changes with what ran on them",
}  # fmt: skip


def forge_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--forge`."""
    return click.option(
        "--forge",
        "forges",
        multiple=True,
        metavar="URL|FILE",
        help="Add what its forge says: an address at GitHub, GitLab, Forgejo or Gitea; an archive.json[.gz].",
    )(command)


def askable(forges: Sequence[str], *, offline: bool) -> tuple[str, ...]:
    """Give those that may be read: without a network these are the dumps."""
    return tuple(forge for forge in forges if not offline or "://" not in forge)


def refuse_unknown(forges: Sequence[str], *, offline: bool = False) -> None:
    """Refuse what is no forge or may not be asked, before reading. Raises UsageError, asks nobody."""
    if len(askable(forges, offline=offline)) < len(forges):
        raise UsageError(
            "--offline asks nobody, and --forge asks a forge.",
            hint="leave one of them out; what a forge told before is kept and needs no --forge.",
        )
    if forges:
        from folkmoot.model.source import Access
        from folkmoot.sources.forges import open_forge

        for forge in forges:
            open_forge(forge, Access()).close()


def refuse_unmatched(forges: Sequence[str], origins: Sequence[str]) -> None:
    """Refuse a forge whose repository among `origins` cannot be told, before anything is read.

    Raises UsageError; SourceError where an origin is no repository. Asks nobody.
    """
    if not forges or len(origins) < 2:
        return
    from folkmoot.model.source import Access
    from folkmoot.sources.forges import open_forge
    from folkmoot.sources.git.location import locate
    from folkmoot.sources.git.naming import read_at

    opened = [open_forge(forge, Access()) for forge in forges]
    for source in opened:
        source.close()
    _pair(opened, [read_at(locate(origin)) for origin in origins])


def read_forges(store: Path, forges: Sequence[str], synced: Sequence[Synced], bars: Bars) -> None:
    """Read every forge into the project it belongs to, and tell what came of it.

    Raises UsageError when a forge's repository cannot be told, SourceError when a forge cannot be read.
    """
    from folkmoot.model.source import Access
    from folkmoot.sources.forges import open_forge
    from folkmoot.store.forge_sync import sync_forge

    def tell(text: Any) -> None:
        bars.close()
        click.echo(say(text), err=True)

    access = Access(dict(os.environ), named_by_user=True, progress=bars, tell=tell)
    opened = [open_forge(forge, access) for forge in forges]
    try:
        for source, origin in zip(opened, _pair(opened, [one.origin for one in synced]), strict=True):
            done = sync_forge(store, origin, source, announce=_announcer(source), waiting=bars.waiting)
            bars.close()
            _tell_problems(source)
            _tell_counts(source, done)
    finally:
        for source in opened:
            source.close()


def told_until(project: str, until: int) -> None:
    """Say that a report ends where its forge's knowledge does."""
    from datetime import UTC, datetime

    day = datetime.fromtimestamp(until, UTC).date().isoformat()
    click.echo(
        f"{project}: as of {day}, the last its forge told; `folkmoot sync --forge` reads what is newer.",
        err=True,
    )


def _announcer(source: ForgeSource) -> Callable[[Estimate], None]:
    def announce(estimate: Estimate) -> None:
        if estimate.requests < LONG:
            return
        minutes = max(1, round(estimate.seconds / 60))
        time_needed = "a minute" if minutes == 1 else f"{minutes} minutes"
        quota = f", {estimate.quota} of {estimate.quota_left} points left" if estimate.quota >= 0 else ""
        told = f"about {estimate.requests} requests, {time_needed}{quota}"
        click.echo(f"{source.shown}: {told}; stopping loses nothing.", err=True)

    return announce


def _tell_problems(source: ForgeSource) -> None:
    for problem in source.problems[:SHOWN_PROBLEMS]:
        click.echo(f"left out: {_clean(say(problem))}", err=True)
    if len(source.problems) > SHOWN_PROBLEMS:
        click.echo(f"left out: {len(source.problems) - SHOWN_PROBLEMS} more.", err=True)


def _clean(words: str) -> str:
    return "".join(character if character.isprintable() else "�" for character in words)


def _tell_counts(source: ForgeSource, done: ForgeSynced) -> None:
    told = [f"{words} ({done.counts[name]})" for name, words in SORTS.items() if done.counts[name]]
    click.echo(f"{source.shown}: {', '.join(told) or 'nothing new'}.", err=True)


def _pair(sources: Sequence[ForgeSource], origins: Sequence[str]) -> list[str]:
    """Give the repository of each forge: the only one, the one of the same address, or in the order given."""
    if len(origins) == 1:
        return [origins[0]] * len(sources)
    found = [_of_same_address(source, origins) for source in sources]
    if all(found):
        return found
    if len(sources) == len(origins):
        return list(origins)
    missing = sources[found.index("")]
    raise UsageError(
        f"Which repository {missing.shown} belongs to cannot be told.",
        hint="name one --forge for each repository, in the same order.",
    )


def _of_same_address(source: ForgeSource, origins: Sequence[str]) -> str:
    """Give the one origin that ends as the forge's project is addressed, "" where that is not one."""
    if not source.project:
        return ""
    # What `shown` adds to the host and the project is where at its host the forge lies.
    wanted = source.shown.partition("://")[2].replace(":", "/").casefold()
    same = [
        origin
        for origin in origins
        if origin.replace(":", "/").rstrip("/").removesuffix(".git").casefold().endswith(wanted)
    ]
    return same[0] if len(same) == 1 else ""
