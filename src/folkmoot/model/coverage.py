"""How far a source can be believed."""

from __future__ import annotations

from enum import StrEnum

from folkmoot.model.event import DAY

TOGETHER = DAY
"""Seconds by which a forge may have been read before its repository, and both count as read together."""


class Quality(StrEnum):
    """How much of what happened a source has seen. Ordered from best to worst."""

    COMPLETE = "complete"
    LOWER_BOUND = "lower bound"
    SAMPLED = "sampled"
    UNKNOWN = "unknown"


def worst(qualities: list[Quality]) -> Quality:
    """Give the worst of `qualities`; a number is only as good as the worst of its inputs."""
    order = list(Quality)
    return max(qualities, key=order.index, default=Quality.UNKNOWN)


def common_end(repository: int, forges: int) -> int:
    """Give until when a project is reported on: the earlier end of its repository and its forges.

    After it, what nobody has read yet would look as if it had never happened. 0: there is no such source.
    """
    if forges and (not repository or forges + TOGETHER < repository):
        return forges
    return repository
