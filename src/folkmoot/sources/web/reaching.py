"""How it is said that a host cannot be reached."""

from __future__ import annotations

REACHING = "check the address and the network, and try again."
"""The way out for whoever could not reach a host."""


def words_of(error: Exception) -> str:
    """Say what went wrong, without the addresses of objects and without how often it was tried."""
    reason = getattr(error, "reason", None)
    told = str(reason if isinstance(reason, Exception) else error)
    return told.rsplit("object at 0x", 1)[-1].partition(": ")[2][:200] or type(error).__name__
