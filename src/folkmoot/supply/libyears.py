"""How far behind the newest release each locked package is, in years.

Definition: https://libyear.com - the time between the release that is used and the newest stable one, per
package; what is newer than the newest stable one is not behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from folkmoot.model.component import Component
from folkmoot.model.event import DAY
from folkmoot.model.purl import Purl
from folkmoot.supply.registry_data import Released

YEAR = 365.25 * DAY


@dataclass(frozen=True)
class Behind:
    """One locked version. `years` None: when it or the newest one came out is not known."""

    component: Component
    newest: str = ""
    years: float | None = None


def libyears(components: Iterable[Component], told: Mapping[Purl, Released]) -> list[Behind]:
    """Give every exact version once, the furthest behind first, what is not known last."""
    found: dict[Purl, Behind] = {}
    for component in components:
        if component.resolved and component.purl not in found:
            found[component.purl] = _behind(component, told.get(component.purl.package))
    return sorted(
        found.values(), key=lambda each: (each.years is None, -(each.years or 0), str(each.component.purl))
    )


def _behind(component: Component, released: Released | None) -> Behind:
    if released is None:
        return Behind(component)
    newest = released.newest
    used_at, newest_at = released.times.get(component.purl.version), released.times.get(newest)
    if used_at is None or newest_at is None:
        return Behind(component, newest)
    return Behind(component, newest, max(0.0, (newest_at - used_at) / YEAR))
