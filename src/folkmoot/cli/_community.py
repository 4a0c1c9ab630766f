"""A community's file on the command line: which is meant, its repositories, what could not be read."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from folkmoot.model.errors import SourceError, UsageError

if TYPE_CHECKING:
    from folkmoot.model.community import Community
    from folkmoot.sources.community_repositories import Found

FILE = "folkmoot.toml"
UNREACHABLE = 3
"""The exit code when some source was not reached."""


def config_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--config`."""
    return click.option(
        "--config",
        type=click.Path(path_type=Path, dir_okay=False),
        help=f"The community's file; without it and without a REPO, the {FILE} of this folder, if any.",
    )(command)


@dataclass
class Chosen:
    """A community's file and its repositories; `failures` collects what could not be read, in sentences."""

    path: Path
    community: Community
    found: list[Found]
    failures: list[str] = field(default_factory=list)

    @property
    def origins(self) -> list[str]:
        """Where the repositories are."""
        return [one.origin for one in self.found]

    @property
    def forges(self) -> list[str]:
        """Every forge and dump that is named, or that a repository says it came from."""
        return [forge for one in self.found for forge in one.forges]

    def forges_of(self, origin: str) -> tuple[str, ...]:
        """Give the forges and dumps to read with one repository."""
        return next((one.forges for one in self.found if one.origin == origin), ())

    def projects_in(self, group: str, named: Mapping[str, int]) -> tuple[int, ...]:
        """Give the projects of a group, as far as they were read: those `named` by their origins."""
        from folkmoot.sources.community_repositories import members

        inside = members(self.community, group, self.found)
        numbers = tuple(dict.fromkeys(named[one.origin] for one in inside if one.origin in named))
        if not numbers:
            raise SourceError(
                f"None of the repositories of the group {group!r} can be read.",
                hint="see above why each was left out, or leave the group out.",
            )
        return numbers

    def failed(self, what: str, error: SourceError) -> None:
        """Tell at once what could not be read, and keep it for the end."""
        told = f"{what}: {error.what}"
        if told in self.failures:
            return
        self.failures.append(told)
        click.echo(_clean(f"left out: {told}"), err=True)
        if error.hint:
            click.echo(_clean(f"hint: {error.hint}"), err=True)


def community_of(config: Path | None, repositories: Sequence[str], *, offline: bool = False) -> Chosen | None:
    """Give the community that is meant, None where repositories were named or there is no file.

    Raises UsageError for a file that makes no sense, or when both were named.
    """
    if config is not None and repositories:
        raise UsageError(
            "Repositories come from a file or from the command line, not from both.",
            hint="leave out --config, or the repositories.",
        )
    path = config or Path(FILE)
    if repositories or (config is None and not path.is_file()):
        return None
    from folkmoot.model.source import Access
    from folkmoot.sources.community_file import read_community
    from folkmoot.sources.community_repositories import repositories as found_in

    community = read_community(path)
    access = Access(dict(os.environ), named_by_user=True, tell=lambda text: click.echo(str(text), err=True))

    def projects_at(pattern: str) -> Sequence[str]:
        from folkmoot.sources.organisations import projects_at

        if offline:
            raise SourceError(
                f"{pattern} cannot be asked for offline.",
                hint="leave --offline out, or name the repositories themselves.",
            )
        return projects_at(pattern, access)

    found, missing = found_in(community, path.resolve().parent, projects_at)
    chosen = Chosen(path, community, found)
    for at, error in missing:
        chosen.failed(at, error)
    if not found:
        raise SourceError(
            f"None of the repositories in {path.name} can be found.",
            hint="see above why each was left out; `repositories` in the file names them.",
        )
    if community.language and community.language.partition("-")[0] != "en":
        click.echo("English is the only language so far; the report is written in it.", err=True)
    return chosen


def community_store(path: Path, named: str = "") -> Path:
    """Give the store of a community's file: the one it names, else one of its own in the data folder."""
    from folkmoot.sources.user_folders import data_folder, path_of

    folder = path.resolve().parent
    if named:
        return folder / path_of(named)
    import hashlib

    mark = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:12]
    word = re.sub(r"[^A-Za-z0-9.]+", "-", folder.name)[:60].strip("-.") or "community"
    return data_folder() / "stores" / f"{word}-{mark}.duckdb"


def _clean(words: str) -> str:
    return "".join(character if character.isprintable() else "�" for character in words)
