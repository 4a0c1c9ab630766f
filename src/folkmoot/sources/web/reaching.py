"""How it is said that a host cannot be reached."""

from __future__ import annotations

REACHING = "check the address and the network, and try again."
"""The way out for whoever could not reach a host."""


def words_of(error: Exception) -> str:
    """Say what went wrong, without the addresses of objects and without how often it was tried."""
    reason = getattr(error, "reason", None)
    told = str(reason if isinstance(reason, Exception) else error)
    said = told.rsplit("object at 0x", 1)[-1].partition(": ")[2][:200]
    # What stood around the words, where one error was written into another, is still behind them.
    while (said.endswith(")") and said.count(")") > said.count("(")) or (
        said.endswith(('"', "'")) and said.count(said[-1]) % 2
    ):
        said = said[:-1]
    return said or type(error).__name__
