"""The command line: one file per command, found by discovery; nothing is computed here.

A module of this folder whose name does not begin with an underscore is a command of that name (underscores
become dashes); its attribute `command` is what runs. Commands are imported when they are called, so that
starting up costs next to nothing.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import io
import os
import pkgutil
import re
import signal
import sys
import threading
from importlib import import_module
from types import FrameType
from typing import Any, NoReturn

import click

from folkmoot import __version__
from folkmoot.model.errors import FolkmootError, UsageError

ROWS_BETWEEN_COLLECTIONS = 200_000
"""How many more things are held before Python looks for cycles: by default 700, which for rows that hold none
takes a twentieth of a short command's time."""

UNWRITTEN = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})
"""Why what is printed may not arrive: no room, a limit, a broken disk."""
BARRED = UNWRITTEN | {errno.EACCES, errno.EPERM, errno.EROFS}
"""Why a file may not be read or written that no command foresaw: nothing in the sources is wrong then."""

_stopping: list[int] = []
"""The signals by which somebody asked to stop."""

NO_ARGUMENTS: Any = getattr(click.exceptions, "NoArgsIsHelpError", ())
"""What click raises where a group is called without a command; older ones show the help by themselves."""


class Commands(click.Group):
    """The group of all commands, each imported when it is first asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Give the names of every command."""
        found = pkgutil.iter_modules(__path__)
        return sorted(module.name.replace("_", "-") for module in found if not module.name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and give one command, or None when there is none of that name."""
        if cmd_name not in self.list_commands(ctx):
            return None
        loaded: click.Command = import_module(f"{__name__}.{cmd_name.replace('-', '_')}").command
        return loaded

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command and write out what it said, while what goes wrong with that can still be told."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError as error:
            # click would call it a finding (1).
            raise _ReaderGoneError from error
        except UsageError as error:
            # Whoever asked for what makes no sense is told at least where it stands what does.
            error.hint = error.hint or f"`folkmoot {ctx.invoked_subcommand} --help` tells what is possible."
            raise
        return code


class _ReaderGoneError(Exception):
    """The reader of a pipe went away."""


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="folkmoot")
def folkmoot() -> None:
    """See, grow, govern, guard and sustain an open source community.

    Start with: folkmoot report PATH-OR-URL
    """


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 fine, 1 findings, 2 usage, 3 source unreachable.

    Without `arguments` it is the process that ends, with those it was started with.
    """
    gc.set_threshold(ROWS_BETWEEN_COLLECTIONS, 20, 20)
    if arguments is None:
        signal.signal(signal.SIGTERM, _end)
    _open_closed_streams()
    _bear_narrow_encodings()
    try:
        _run(arguments)
    except SystemExit as ended:
        if arguments is None:
            _leave(ended.code)
        raise


def _end(number: int, _: object) -> NoReturn:
    """End as anything else ends when another program asks for it: no git goes on, nothing half done stays."""
    sys.exit(128 + number)


def _stop(number: int, frame: FrameType | None) -> None:
    """Stop as Python does, and keep in mind that somebody asked for it."""
    _stopping.append(number)
    signal.default_int_handler(number, frame)


def _called(arguments: list[str] | None) -> Any:
    try:
        return folkmoot.main(
            args=arguments, prog_name="folkmoot", standalone_mode=False, color=_colour()
        )  # fmt: skip
    except Exception as error:
        # Stopped in the middle of a query, the engine raises an error of its own instead.
        if _stopping:
            raise click.Abort from error
        raise


def _run(arguments: list[str] | None) -> None:
    try:
        if arguments is None and callable(signal.getsignal(signal.SIGINT)):  # else nobody is to stop it
            signal.signal(signal.SIGINT, _stop)
        code = _called(arguments)
    except FolkmootError as error:
        _say(error.what, error.hint)
        sys.exit(error.exit_code)
    except NO_ARGUMENTS as error:
        # Nothing went wrong yet: somebody wants to know what there is.
        click.echo(error.format_message(), err=True, color=_colour())
        sys.exit(2)
    except click.UsageError as error:
        context = error.ctx.command_path if error.ctx else "folkmoot"
        _say(error.format_message(), _nearest(error) or f"`{context} --help` tells what is possible.")
        sys.exit(2)
    except click.ClickException as error:
        _say(error.format_message(), "")
        sys.exit(2)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped; what was finished before is kept.", err=True)
        sys.exit(130)
    except _ReaderGoneError:
        # `| head` is not an error, and nothing more can be said to it.
        sys.stdout = None
        sys.exit(0)
    except OSError as error:
        if _is_nowhere():
            _say("The folder you are in is not there any more.", "go into another one and try again.")
            sys.exit(2)
        if error.errno not in (UNWRITTEN if error.filename is None else BARRED):
            raise
        if error.filename is not None:
            _say(f"{error.filename}: {error.strerror}.", "check its permissions, and the room that is left.")
            sys.exit(2)
        _say(f"The output cannot be written: {error.strerror}.", "make room, or send it elsewhere.")
        sys.stdout = None
        sys.exit(2)
    sys.exit(code if isinstance(code, int) else 0)


def _is_nowhere() -> bool:
    """Tell whether the folder we were called in was removed: every path from it fails then."""
    try:
        os.getcwd()  # noqa: PTH109 - pathlib may not be loaded yet
    except FileNotFoundError:
        return True
    return False


def _leave(code: str | int | None) -> None:
    """End the process at once: Python would go through all that is held first, 50 ms after a report.

    Threads that must not be cut off are waited for, as ever; whatever must be closed was closed before.
    """
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and not thread.daemon:
            thread.join()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
    os._exit(code if isinstance(code, int) else int(code is not None))


def _open_closed_streams() -> None:
    """Let closed standard streams lead nowhere: a store opened next would take their number and text."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.set_inheritable(os.open(os.devnull, os.O_RDWR), True)
        if getattr(sys, name) is None:
            setattr(
                sys, name, os.fdopen(number, "r" if number == 0 else "w", encoding="utf-8", closefd=False)
            )


def _bear_narrow_encodings() -> None:
    """Let a terminal show a question mark for what it has not; files and pipes get UTF-8, as all data."""
    if isinstance(sys.stdout, io.TextIOWrapper) and sys.stdout.errors == "strict":
        if sys.stdout.isatty():
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8")


def _say(what: str, hint: str) -> None:
    click.echo(click.style("error: ", fg="red", bold=True) + _clean(what), err=True, color=_colour())
    if hint:
        click.echo(click.style("hint: ", bold=True) + _clean(hint), err=True, color=_colour())


def _nearest(error: click.UsageError) -> str:
    """Give a hint at the command that was most likely meant, "" where none is near or none was asked for."""
    asked = re.fullmatch(r"No such command '(.*)'\..*", error.message, re.DOTALL)
    context = error.ctx
    if asked is None or context is None or not isinstance(context.command, click.Group):
        return ""
    from difflib import get_close_matches

    near = get_close_matches(asked[1], context.command.list_commands(context), n=1, cutoff=0.7)
    return f"did you mean `{context.command_path} {near[0]}`?" if near else ""


def _colour() -> bool | None:
    """Give False where whoever reads asked for none, else None: the stream decides."""
    return False if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" else None


def _clean(words: str) -> str:
    """Take control characters out, which a hostile name could use to rewrite the terminal."""
    return "".join(character if character.isprintable() or character == "\n" else "�" for character in words)
