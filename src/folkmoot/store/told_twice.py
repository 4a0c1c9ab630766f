"""Taking out what two sources told of the same thing: the forge itself knows best.

Archives and delivered payloads do not name comments, turns and stars as the forge's interface does. What they
told of an item that the forge told of too gives way, and so does a star or fork of the same account at the
same time.
"""

from __future__ import annotations

from folkmoot.store.database import Connection, one

ARCHIVE = "gharchive"
DELIVERED = "delivered:"
"""How the key of a turn or star begins that came with a payload, where it has no id."""
SAME_ACT, SAME_TURN = 60, 5
"""Seconds within which an act, or a turn, is taken to be the same one."""

_STATEMENTS = f"""
delete from remark_fact r using item_fact i where r.source = '{ARCHIVE}' and i.source <> '{ARCHIVE}'
    and i.project = r.project and i.is_change = r.is_change and i.number = r.number;
delete from turn_fact t using item_fact i where t.source = '{ARCHIVE}' and i.source <> '{ARCHIVE}'
    and i.project = t.project and i.is_change = t.is_change and i.number = t.number;
delete from turn_fact t using turn_fact b where contains(t.event, ':{DELIVERED}') and t.source = b.source
    and not contains(b.event, ':{DELIVERED}') and b.project = t.project and b.is_change = t.is_change
    and b.number = t.number and b.kind = t.kind and b.detail = t.detail
    and abs(b.made_at - t.made_at) <= {SAME_TURN};
delete from act_fact a using act_fact b where a.source = '{ARCHIVE}' and b.source <> '{ARCHIVE}'
    and b.project = a.project and b.kind = a.kind and b.actor = a.actor
    and abs(b.made_at - a.made_at) <= {SAME_ACT};
delete from act_fact a using act_fact b where contains(a.event, ':{DELIVERED}') and a.source = b.source
    and not contains(b.event, ':{DELIVERED}') and b.project = a.project and b.kind = a.kind
    and b.actor = a.actor and abs(b.made_at - a.made_at) <= {SAME_ACT};
"""  # noqa: S608 - names and numbers above

_TOLD = ("item_fact", "turn_fact", "act_fact")
_OTHERS = f"select 1 from {{table}} where source <> '{ARCHIVE}' limit 1"  # noqa: S608 - names above


def drop_what_was_told_twice(connection: Connection) -> None:
    """Take it out, in every project of the store; there is nothing to do where an archive told all."""
    if any(one(connection, _OTHERS.format(table=table)) for table in _TOLD):
        connection.execute(_STATEMENTS).fetchall()
