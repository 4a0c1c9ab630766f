"""Starting a process so that whoever ends us meanwhile ends it too.

A signal that comes while a process is being started finds nothing yet that could be ended, and would leave it
running.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

ENDING = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def signals_wait() -> Iterator[Callable[[], None]]:
    """Let signals that end us wait until the function given is called, or the block is left.

    Only the main thread hears signals; in others there is nothing to hold back.
    """
    came: list[int] = []
    handlers = {number: signal.getsignal(number) for number in ENDING}

    def let_through() -> None:
        while handlers:
            signal.signal(*handlers.popitem())
        while came:
            signal.raise_signal(came.pop())

    if threading.current_thread() is not threading.main_thread() or None in handlers.values():
        yield lambda: None
        return
    try:
        for number in ENDING:
            signal.signal(number, lambda number, _: came.append(number))
        yield let_through
    finally:
        let_through()
