"""What time it is: this machine's clock is looked at here and nowhere else, so that tests hold it still."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime


def now() -> int:
    """Give the time, in whole seconds since 1970."""
    return int(time.time())


def moment() -> datetime:
    """Give the same as a date and time, in UTC wherever this machine is."""
    return datetime.fromtimestamp(now(), UTC)


def today() -> date:
    """Give the day it is, in UTC."""
    return moment().date()
