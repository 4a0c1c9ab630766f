"""`folkmoot init --community`: write a `folkmoot.toml`, asking the forge what an organisation has."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import click

from folkmoot.cli._community import FILE
from folkmoot.model.errors import FolkmootError, SourceError, UsageError
from folkmoot.model.hints import WRITABLE
from folkmoot.sources.whole_file import make

HEAD = "# Who this community is, for Folkmoot. The guide on folkmoot.toml tells what else can stand here.\n"


class Answers(NamedTuple):
    """What was given on the command line; empty answers are asked for on a terminal."""

    name: str
    repositories: tuple[str, ...]
    time_zone: str
    response_days: int | None


def write_community(folder: Path, given: Answers) -> Path:
    """Write the file, and give its path. Raises UsageError when there is one, or too little is known."""
    from folkmoot.sources.community_file import read_community

    path = folder / FILE
    if path.exists() or path.is_symlink():
        raise UsageError(f"{path} is there already, and is not written over.", hint="change it by hand.")
    answers = _asked(given) if sys.stdin.isatty() else given
    if not answers.repositories:
        raise UsageError(
            "No repository was named.",
            hint="--repositories ../server, or https://github.com/engines for all.",
        )
    entries = [entry for one in answers.repositories for entry in _entries(one, folder)]
    lines = [HEAD]
    if answers.name:
        lines.append(f"name = {_quoted(answers.name)}\n")
    lines += ["repositories = [\n", *(f"    {entry},\n" for entry in dict.fromkeys(entries)), "]\n"]
    if answers.time_zone:
        lines.append(f"time_zone = {_quoted(answers.time_zone)}\n")
    if answers.response_days is not None:
        lines.append(f"response_days = {answers.response_days}\n")
    try:
        make({path: "".join(lines).encode()}, mode=0o644)
    except OSError as error:
        raise FolkmootError(f"{path} cannot be written: {error.strerror}.", hint=WRITABLE) from error
    try:
        read_community(path)
    except UsageError:
        path.unlink()
        raise
    return path


def _asked(given: Answers) -> Answers:
    """Ask for what was not given."""
    name = given.name or click.prompt("What is your community called", default="", err=True)
    repositories = given.repositories or tuple(
        click.prompt(
            "Which repositories or organisation (folders and addresses, with spaces between)",
            default=".",
            err=True,
        ).split()
    )
    zone = given.time_zone or click.prompt("In which time zone (such as Europe/London)", default="", err=True)
    days = given.response_days
    if days is None:
        days = click.prompt("Within how many days do you want to answer", default=5, type=int, err=True)
    return Answers(name, repositories, zone, days)


def _entries(place: str, folder: Path) -> Sequence[str]:
    """Give the lines for one answer; an organisation becomes its repositories, or a pattern."""
    if "://" not in place:
        if not _may_be_there(folder, place):
            click.echo(f"{place} is not there yet; it is written down all the same.", err=True)
        return [_quoted(place)]
    brand, plus, address = place.partition("+http")
    address = f"http{address}" if plus else place
    words = [word for word in urlsplit(address).path.rpartition("//")[2].split("/") if word]
    if len(words) == 1:
        pattern = f"{place.rstrip('/')}/*"
        prefix = f"{brand}+" if plus else ""
        try:
            found = _projects(pattern)
        except SourceError as error:
            click.echo(f"{error.what} The whole organisation is written down instead.", err=True)
            if error.hint:
                click.echo(f"hint: {error.hint}", err=True)
            found = [f"{address.rstrip('/')}/*"]
        else:
            click.echo(
                f"{place}: {'one repository' if len(found) == 1 else f'{len(found)} repositories'}.", err=True
            )
        return [f"{{ at = {_quoted(prefix + one)}, forge = true }}" for one in found]
    return [f"{{ at = {_quoted(place)}, forge = true }}" if words and _has_forge(place) else _quoted(place)]


def _has_forge(place: str) -> bool:
    """Tell whether it is known which forge an address is at; else say so."""
    from folkmoot.model.source import Access
    from folkmoot.sources.forges import open_forge

    try:
        open_forge(place, Access()).close()
    except UsageError as error:
        click.echo(f"{error.what} It is written down without its issues and changes.", err=True)
        click.echo(f"hint: {error.hint}", err=True)
        return False
    return True


def _may_be_there(folder: Path, place: str) -> bool:
    """Tell whether a path leads somewhere from the file's own folder; patterns and hosts may."""
    from folkmoot.sources.user_folders import path_of

    return any(sign in place for sign in "*?[:") or (folder / path_of(place)).exists()


def _projects(pattern: str) -> Sequence[str]:
    from folkmoot.model.source import Access
    from folkmoot.sources.organisations import projects_at

    found = projects_at(pattern, Access(dict(os.environ), named_by_user=True))
    if not found:
        raise SourceError(
            f"{pattern} has no repositories that can be seen.",
            hint="check the name; private ones need a token.",
        )
    return found


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
