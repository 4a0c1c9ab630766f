"""`folkmoot fix`: the edit that answers a finding, shown as a diff, and written only when asked to."""

from __future__ import annotations

import difflib
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from folkmoot.cli._folding import on_screen
from folkmoot.cli._options import existing_store, store_option
from folkmoot.cli.roles import clean
from folkmoot.model.errors import UsageError
from folkmoot.sources import clock

if TYPE_CHECKING:
    from collections.abc import Sequence

    from folkmoot.model.fix import Edit, Fix, Mending, Owned
    from folkmoot.sources.git.repository import Repository
    from folkmoot.sources.work_tree import WorkTree


@click.command()
@click.argument("check", required=False)
@click.argument("repository", default=".", metavar="[REPO]")
@click.option("--write", is_flag=True, help="Write it into the work tree.")
@click.option("--answer", "answers", multiple=True, metavar="NAME=TEXT",
              help="Answer a question beforehand (again for more).")  # fmt: skip
@click.option("--known", multiple=True, metavar="FOLDER", type=click.Path(path_type=Path, file_okay=False),
              help="A clone of an action, or a folder of them, whose tags tell commits.")  # fmt: skip
@click.option("--list", "wants_list", is_flag=True, help="List the fixes and stop.")
@store_option
def command(
    check: str | None, repository: str, write: bool, answers: tuple[str, ...], known: tuple[Path, ...],
    wants_list: bool, store: Path | None,
) -> int:  # fmt: skip
    """Show the edit that answers a finding of CHECK, and write it with --write.

    The diff goes to standard output, so that `git apply` can read it; what is left for you goes to standard
    error. On a terminal you are asked what only you know. Exit code 0: nothing to change, or written; 1: a
    diff that was not written.
    """
    from folkmoot.fixes import all_fixes, fix_called

    if wants_list or not check:
        for fix in all_fixes().values():
            said = f"{fix.title}. ({', '.join(fix.answers) or '-'})"
            click.echo(on_screen(said, f"{fix.id.ljust(22)} ", " " * 23))
        return 0
    fix = fix_called(check)
    given = _given(fix, answers)
    with _opened(repository) as (opened, tree):
        mending = _mended(fix, opened, tree, given, known, store, repository)
        for note in mending.notes:
            click.echo(clean(str(note)), err=True)
        for edit in mending.edits:
            click.echo(clean_lines(_diff(edit)), nl=False)
        if write and mending.edits:
            _write(opened, tree, mending)
            return 0
    if mending.edits:
        click.echo("Nothing was written; --write does.", err=True)
    elif not mending.notes:
        click.echo("There is nothing to change.", err=True)
    return int(bool(mending.edits))


def _given(fix: Fix, answers: tuple[str, ...]) -> dict[str, str]:
    """Give the answers by name; on a terminal ask for those that are missing. Raises UsageError."""
    names = [asked.name for asked in fix.asks]
    given = {}
    for answer in answers:
        name, sign, text = answer.partition("=")
        if not sign:
            raise UsageError(f"{answer!r} is no answer.", hint="write it as --answer NAME=TEXT.")
        if name not in names:
            hint = f"it asks for {', '.join(names)}." if names else "it asks for nothing."
            raise UsageError(f"{fix.id} does not ask for {name!r}.", hint=hint)
        given[name] = text
    if sys.stdin.isatty():
        for asked in fix.asks:
            if asked.name not in given:
                given[asked.name] = click.prompt(str(asked.prompt), default=asked.default, err=True)
    return given


@contextmanager
def _opened(origin: str) -> Iterator[tuple[Repository, WorkTree | None]]:
    """Give a repository, with its work tree where it has one: then the files on disk are what is mended."""
    from folkmoot.cli.roles import reading
    from folkmoot.sources.git.location import Folder, locate
    from folkmoot.sources.git.repository import open_repository
    from folkmoot.sources.git.tree import GitTree
    from folkmoot.sources.work_tree import WorkTree

    where = locate(origin)
    with open_repository(origin, reading(False, "")) as opened:
        tree = None
        if isinstance(where, Folder) and where.place != where.git:
            head = opened.git.text("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
            tree = WorkTree(where.place, GitTree(opened.git, head))
        yield opened, tree


def _mended(
    fix: Fix, opened: Repository, tree: WorkTree | None, given: dict[str, str], known: tuple[Path, ...],
    store: Path | None, origin: str,
) -> Mending:  # fmt: skip
    from folkmoot.model.check import Ground
    from folkmoot.model.fix import Bench
    from folkmoot.sources.git.forge_signs import forge_of
    from folkmoot.sources.git.location import Folder, locate
    from folkmoot.sources.git.naming import origin_of, web_of
    from folkmoot.views.guarding.pinning import KnownClones

    where = locate(origin)
    return fix.propose(
        Bench(
            ground=Ground(tree or opened.tree, shown_forge=forge_of(opened)),
            name=opened.name,
            today=clock.today(),
            answers=given,
            web=web_of(origin_of(where) if isinstance(where, Folder) else where.shown),
            pin=KnownClones(known).pin,
            owners=_owners(opened, store, origin),
        )
    )


def _owners(opened: Repository, store: Path | None, origin: str) -> Callable[[], Sequence[Owned] | None]:
    """Give what reads the history when it is asked, bringing the store up to date first."""

    def read() -> Sequence[Owned] | None:
        from folkmoot.cli._options import store_of
        from folkmoot.cli._progress import Bars
        from folkmoot.store.database import connect
        from folkmoot.store.scope import look_at
        from folkmoot.store.sync import sync
        from folkmoot.views.guarding.owning import owners

        chosen, bars = store_of(store, [origin]), Bars()
        synced = sync(chosen, opened, progress=bars, waiting=bars.waiting)
        bars.close()
        with connect(existing_store(chosen, [origin]), read_only=True) as connection:
            look_at(connection, [synced.project], synced.updated_at)
            return owners(connection)

    return read


def _diff(edit: Edit) -> str:
    """Give a unified diff that `git apply` reads."""
    before, after = (_lines((part or b"").decode("utf-8", "replace")) for part in (edit.before, edit.after))
    old = "/dev/null" if edit.before is None else f"a/{edit.path}"
    lines = difflib.unified_diff(before, after, old, f"b/{edit.path}")
    told = "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
    mode = "new file mode 100644\n" if edit.before is None else ""
    return f"diff --git a/{edit.path} b/{edit.path}\n{mode}{told}"


def _lines(text: str) -> list[str]:
    """Give lines with their ends, as git sees them: nothing but a newline ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def clean_lines(text: str) -> str:
    """Take control characters out of every line, which a hostile file could use to rewrite the terminal."""
    return "".join(
        character if character.isprintable() or character in "\n\t\r" else "\N{REPLACEMENT CHARACTER}"
        for character in text
    )


def _write(opened: Repository, tree: WorkTree | None, mending: Mending) -> None:
    from folkmoot.sources.work_tree import write_plain

    if tree is None:
        raise UsageError(
            f"{opened.name} has no work tree to write into.",
            hint="run it in a clone with its files, or give the diff to `git apply` there.",
        )
    for edit in mending.edits:
        write_plain(tree.root, edit.path, edit.before, edit.after)
        click.echo(clean(f"Written: {edit.path}"), err=True)
