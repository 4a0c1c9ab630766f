"""The time it is in every test: one moment, whenever the suite runs and however long it takes."""

from __future__ import annotations

NOW = 1_795_000_000
"""18 November 2026, 11:06:40 UTC. Programs that tests start look at the machine's own clock."""


class StillClock:
    """What stands where `folkmoot.sources.clock` has the module `time`."""

    @staticmethod
    def time() -> float:
        """Give the moment, as `time.time` does."""
        return float(NOW)
