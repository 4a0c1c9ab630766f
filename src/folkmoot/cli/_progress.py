"""Progress bars on long work: on stderr, and only where a person watches."""

from __future__ import annotations

import sys
from typing import Any

import click


class Bars:
    """Shows one bar after another; called with (what, done, of). `of` 0 is "how many is not known"."""

    def __init__(self) -> None:
        self.is_watched = sys.stderr.isatty()
        self.what = ""
        self.bar: Any = None

    def __call__(self, what: str, done: int, of: int) -> None:
        """Show how far `what` is."""
        if not self.is_watched:
            return
        if what != self.what:
            self.close()
            self.what = what
            self.bar = click.progressbar(length=max(of, 1), label=what.ljust(18), file=sys.stderr)
            self.bar.__enter__()
        if of:
            self.bar.length = of
        else:
            self.bar.label = f"{what} {done}".ljust(18)
        self.bar.update(max(0, done - self.bar.pos) if of else 0)
        self.bar.render_progress()

    def close(self) -> None:
        """End the bar that is showing."""
        if self.bar is not None:
            self.bar.__exit__(None, None, None)
            self.bar = None
            self.what = ""

    def waiting(self, holder: str) -> None:
        """Say that another writer is waited for."""
        click.echo(f"The store is being written by {holder}; waiting for it.", err=True)
