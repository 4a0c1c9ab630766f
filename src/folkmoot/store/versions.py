"""The version tags of a project as checks want them, from the views: no repository is asked again."""

from __future__ import annotations

from folkmoot.model.released import VersionTag
from folkmoot.store.database import Connection

TAGS = "select tag, ts, is_prerelease from releases where project = $project order by ts desc, tag desc"


def read_versions(connection: Connection, project: int) -> tuple[VersionTag, ...]:
    """Give the version tags of one of the projects being looked at, the newest first; signatures stay out."""
    rows = connection.execute(TAGS, {"project": project}).fetchall()
    return tuple(VersionTag(str(tag), int(ts or 0), is_prerelease=bool(pre)) for tag, ts, pre in rows)
