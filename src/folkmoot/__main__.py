"""Where the command `folkmoot` begins, and `python -m folkmoot`, for wherever its script is not on the path.

Little is imported before Ctrl-C has an answer: until the command line is there, there is nothing to keep.
"""

from __future__ import annotations


def start() -> None:
    """Import the command line and run it; whoever stops that with Ctrl-C sees one line."""
    try:
        import signal

        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else nobody is to stop it
            signal.signal(signal.SIGINT, _stopped)
        from folkmoot.cli import main
    except KeyboardInterrupt:
        _stopped()
    main()


def _stopped(*_: object) -> None:
    """End at once: an import that is interrupted may raise anything."""
    import os

    os.write(2, b"\nStopped; nothing had begun.\n")
    os._exit(130)


if __name__ == "__main__":
    start()
